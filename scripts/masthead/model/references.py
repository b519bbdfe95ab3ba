"""Records whose references are written anew, or taken out where they lead to nothing."""

import types
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from masthead.model.record import Markdown, Part, RefersTo, marked_fields

# From a family and a name to the name that is to stand there; None where nothing may.
Rename = Callable[[str, str], str | None]
Rewrite = Callable[[str], str]
AnyPart = TypeVar("AnyPart", bound=Part)
GONE = object()


@dataclass(frozen=True)
class Change:
    """What becomes of references, and of texts in Markdown, which may hold references of their own."""

    rename: Rename
    rewrite: Rewrite


def with_references(record: AnyPart, change: Change) -> AnyPart | None:
    """The record with its references written anew; the same object where none is another.

    A reference that may not stand is left out, and with it the smallest group of fields that is nothing without it:
    an item of a list, or the record itself, which is then None.
    """
    found = _part(record, change)
    return None if found is GONE else found


def _part(part: BaseModel, change: Change) -> Any:
    changed: dict[str, Any] = {}
    for name, annotation, metadata in marked_fields(type(part)):
        old = getattr(part, name)
        new = _value(old, annotation, metadata, change)
        field = type(part).model_fields[name]
        if new is GONE and field.is_required():
            return GONE
        if new is not old:
            changed[name] = field.get_default(call_default_factory=True) if new is GONE else new
    if not changed:
        return part
    written = part.model_copy(update=changed)
    return written if _rules(part) <= _rules(written) else GONE


def _rules(part: BaseModel) -> set[str]:
    """The rules that a group of fields keeps."""
    fields = {name: getattr(part, name) for name in type(part).model_fields}
    return {rule.code for rule in getattr(part, "rules", ()) if rule.holds(fields)}


def _value(value: Any, annotation: Any, metadata: tuple[Any, ...], change: Change) -> Any:
    if not value or not isinstance(value, BaseModel | str | tuple):
        return value  # most fields are empty
    arguments = get_args(annotation)
    if get_origin(annotation) is Annotated:
        return _value(value, arguments[0], (*metadata, *arguments[1:]), change)
    if isinstance(value, BaseModel):
        return _part(value, change)
    if get_origin(annotation) in (Union, types.UnionType):
        for argument in arguments:
            value = value if value is GONE else _value(value, argument, (), change)
        return value
    if isinstance(value, str):
        return _text(value, metadata, change)
    return _items(value, arguments[0], metadata, change)


def _text(text: str, metadata: tuple[Any, ...], change: Change) -> Any:
    for marker in metadata:
        if isinstance(marker, RefersTo):
            new = change.rename(marker.family, text)
            return GONE if new is None else text if new == text else new
        if isinstance(marker, Markdown):
            return change.rewrite(text)
    return text


def _items(value: tuple[Any, ...], annotation: Any, metadata: tuple[Any, ...], change: Change) -> Any:
    items = [_value(one, annotation, (), change) for one in value]
    kept = tuple(one for one in items if one is not GONE)
    if not kept and any(getattr(one, "min_length", 0) for one in metadata):
        return GONE
    return value if len(kept) == len(value) and all(map(_is, kept, value)) else kept


def _is(new: object, old: object) -> bool:
    return new is old
