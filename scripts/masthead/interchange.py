"""The whole network as one document of JSON, and a document read back: what comes out is equal to what went in.

Version 1: fields may be added to it; none is taken out, and none changes its meaning. So what is not known is passed
over when a document is read, and what is not there is as if nobody had written it.
"""

import datetime as dt
import json
import types
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from masthead.addresses import address, on_site
from masthead.halt import MastheadError
from masthead.model.brand import Brand
from masthead.model.event import Event
from masthead.model.network import Network
from masthead.model.record import Filed
from masthead.model.when import When
from masthead.withheld import is_withheld

VERSION = 1
PATH, URL, PICTURES = "path", "url", "withheld_pictures"  # what a record says besides its fields
NOT_OURS = "This is no network as Masthead publishes it: {}."


def network_fields(network: Network) -> dict[str, object]:
    """What stands in a document of the network, each record still as it is."""
    return {"version": VERSION, **{name: getattr(network, name) for name in Network.model_fields}}


def as_plain(value: object, network: Network) -> object:
    """Of what stands there one record, or something else, as plain values. A field that holds what it holds by itself
    is left out.
    """
    match value:
        case Filed():
            return {**_told(value, network), **value.model_dump(mode="json", exclude_defaults=True)}
        case BaseModel():
            return value.model_dump(mode="json", exclude_defaults=True)
        case _:
            return value


def read_network(text: str) -> Network:
    """The network that a document describes. Raises MastheadError where it is none of a version that is known."""
    try:
        data = json.loads(text)
        version = data["version"]
        if version != VERSION:
            raise MastheadError(NOT_OURS.format(f"its version is {version}, and {VERSION} is known"))
        fields = {name: _revived(one.annotation, data[name]) for name, one in Network.model_fields.items()}
    except (ValueError, TypeError, AttributeError) as fault:
        raise MastheadError(NOT_OURS.format(fault)) from fault
    except KeyError as fault:
        raise MastheadError(NOT_OURS.format(f"it has no {fault}")) from fault
    return Network.model_validate(fields)


def page_url(record: Filed, network: Network) -> str | None:
    """The address of a record’s own page; None where it has none."""
    page = None if isinstance(record, Brand) or is_withheld(record) else on_site(record.path)
    return network.site.absolute(address(page)) if page else None


def _told(record: Filed, network: Network) -> dict[str, Any]:
    url = page_url(record, network)
    pictures = record.withheld_pictures if isinstance(record, Event) else 0
    return {PATH: record.path, **({URL: url} if url else {}), **({PICTURES: pictures} if pictures else {})}


def _revived(annotation: Any, data: Any) -> Any:
    """A value of the annotated type, which is not judged again: what is withheld need not keep an author’s rules."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _revived(arguments[0], data)
    if origin in (Union, types.UnionType):
        return _revived(_branch(arguments, data), data)
    if origin is tuple:
        return tuple(_revived(arguments[0], one) for one in data)
    if isinstance(data, dict) and len(arguments) == 2:
        return {key: _revived(arguments[1], one) for key, one in data.items()}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return When(data) if annotation is When else _record(annotation, data)
    return _scalar(annotation, data)


def _record(model: type[BaseModel], data: dict[str, Any]) -> BaseModel:
    fields = _fields(model)
    record = model.model_construct(
        **{name: _revived(fields[name], one) for name, one in data.items() if name in fields}
    )
    for name in (name for name, one in model.model_fields.items() if one.is_required()):
        getattr(record, name)  # an AttributeError tells of what is missing
    if isinstance(record, Filed):
        record._path = data[PATH]
    if isinstance(record, Event):
        record._withheld_pictures = data.get(PICTURES, 0)
    return record


@cache
def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {name: one.annotation for name, one in model.model_fields.items()}


def _branch(arguments: tuple[Any, ...], data: Any) -> Any:
    """The branch of a union to which a value belongs."""
    if data is None:
        return type(None)
    fitting = (one for one in arguments if one is not type(None) and _is_group(one) == isinstance(data, dict))
    return next(fitting, Any)


def _is_group(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        return _is_group(get_args(annotation)[0])
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation is not When
    return is_model or get_origin(annotation) in (dict, Mapping)


def _scalar(annotation: Any, data: Any) -> Any:
    if annotation is dt.date:
        return dt.date.fromisoformat(data)
    if isinstance(annotation, type) and issubclass(annotation, Enum | float):
        return annotation(data)
    return data
