"""Records whose references are written anew, or taken out where they lead to nothing."""

import types
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
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


@dataclass(frozen=True)
class _Plan:
    """What may stand in a value, as its annotation has it: worked out once for a field, and not for each record."""

    markers: tuple[RefersTo | Markdown, ...] = ()
    branches: tuple["_Plan", ...] = ()
    item: "_Plan | None" = None
    needs_one: bool = False


@cache
def _plans(model: type[BaseModel]) -> tuple[tuple[str, _Plan], ...]:
    """The plan of each field in which a reference or a text in Markdown may stand."""
    return tuple((name, _plan(annotation, metadata)) for name, annotation, metadata in marked_fields(model))


def _plan(annotation: Any, metadata: tuple[Any, ...] = ()) -> _Plan:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _plan(arguments[0], (*metadata, *arguments[1:]))
    if origin in (Union, types.UnionType):
        return _Plan(branches=tuple(map(_plan, arguments)))
    return _Plan(
        markers=tuple(one for one in metadata if isinstance(one, RefersTo | Markdown)),
        item=_plan(arguments[0]) if origin is tuple else None,
        needs_one=any(getattr(one, "min_length", 0) for one in metadata),
    )


def _part(part: BaseModel, change: Change) -> Any:
    changed: dict[str, Any] = {}
    for name, plan in _plans(type(part)):
        old = getattr(part, name)
        new = _value(old, plan, change) if old else old  # most are empty
        if new is old:
            continue
        field = type(part).model_fields[name]
        if new is GONE and field.is_required():
            return GONE
        changed[name] = field.get_default(call_default_factory=True) if new is GONE else new
    if not changed:
        return part
    written = part.model_copy(update=changed)
    return written if _rules(part) <= _rules(written) else GONE


def _rules(part: BaseModel) -> set[str]:
    """The rules that a group of fields keeps."""
    fields = {name: getattr(part, name) for name in type(part).model_fields}
    return {rule.code for rule in getattr(part, "rules", ()) if rule.holds(fields)}


def _value(value: Any, plan: _Plan, change: Change) -> Any:
    if not value:
        return value
    if isinstance(value, BaseModel):
        return _part(value, change)
    for branch in plan.branches:
        value = value if value is GONE else _value(value, branch, change)
    if isinstance(value, str):
        return _text(value, plan, change)
    return _items(value, plan, change) if plan.item and isinstance(value, tuple) else value


def _text(text: str, plan: _Plan, change: Change) -> Any:
    for marker in plan.markers:
        if isinstance(marker, RefersTo):
            new = change.rename(marker.family, text)
            return GONE if new is None else text if new == text else new
        return change.rewrite(text)
    return text


def _items(value: tuple[Any, ...], plan: _Plan, change: Change) -> Any:
    items = [_value(one, plan.item or plan, change) for one in value]
    kept = tuple(one for one in items if one is not GONE)
    if not kept and plan.needs_one:
        return GONE
    return value if len(kept) == len(value) and all(map(_is, kept, value)) else kept


def _is(new: object, old: object) -> bool:
    return new is old
