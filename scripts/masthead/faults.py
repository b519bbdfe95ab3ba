"""Puts what pydantic found into the words of an author: place, message, and what to write instead."""

import difflib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from pydantic import BaseModel

from masthead.clock import offset_words
from masthead.problem import Place, Problem, made_out
from masthead.remedies import NOT_HERE, Written, meant_field, meant_slug, remedy
from masthead.source import Source
from masthead.wordings import WORDS

MAX_DIGITS = 30
OR_REMOVE = ", or remove the field."
PATTERNS = {
    "url": "Write a full address that begins with https://.",
    "time": "Write a 24-hour time in quotes, such as \"09:30\".",
    "ends": "Write a 24-hour time in quotes, such as \"09:30\".",
    "map": "Write a full address that begins with https://.",
    "email": "Write an address such as hello@example.org.",
    "server": "Write an address of yours that begins with https://, such as https://stats.example.org/matomo.",
    "domain": "Write it without https://, such as example.org.",
    "language": "Write a tag such as en-GB or cy.",
}  # fmt: skip


def schema_problems(source: Source, model: type[BaseModel], errors: Iterable[Any], zone: str = "") -> Iterator[Problem]:
    """Problems of one file, from what pydantic says of it. `zone` is that of records that name none."""
    # Of a union, the last branch speaks for all. A list is too short for pydantic where its items have faults, too.
    told = {_written(error): error for error in errors}
    for loc in _misnamed(model, told):
        del told[loc]
    real = ((loc, error) for loc, error in told.items() if error["type"] != "too_short" or not error["input"])
    yield from made_out(partial(_problem, source, model, error, loc, zone) for loc, error in real)


def _misnamed(model: type[BaseModel], told: dict[tuple[str | int, ...], Any]) -> list[tuple[str | int, ...]]:
    """Missing fields that stand there under another name: that name is told of, and this is enough."""
    missing = [loc for loc, error in told.items() if error["type"] == "missing"]
    strange = [loc for loc, error in told.items() if error["type"] == "extra_forbidden"]
    return [
        loc
        for loc in missing
        if any(
            one[:-1] == loc[:-1] and _meant(str(one[-1]), _model_at(model, loc[:-1]).model_fields) == loc[-1]
            for one in strange
        )
    ]


def _problem(source: Source, model: type[BaseModel], error: Any, loc: tuple[str | int, ...], zone: str) -> Problem:
    match error["type"]:
        case "missing":
            return _missing(source, loc)
        case "extra_forbidden":
            return _unknown(source, model, loc)
        case _:
            found = _worded(source, error, loc, zone)
            return replace(found, hint=found.hint.replace(OR_REMOVE, ".")) if _is_required(model, loc) else found


def _is_required(model: type[BaseModel], loc: tuple[str | int, ...]) -> bool:
    """Whether the field at `loc` has to be there, so that nobody is told to remove it."""
    field = _model_at(model, loc[:-1]).model_fields.get(str(loc[-1])) if loc else None
    return field is not None and field.is_required()


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint with the closest known word, or with all of them where they are few."""
    known = sorted(known)
    if close := _closest(word, known):
        return f"Did you mean “{close[0]}”?"
    return f"Write one of: {', '.join(known)}." if 0 < len(known) <= 12 else ""


def _closest(word: str, known: Collection[str]) -> list[str]:
    return difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)


def _written(error: Any) -> tuple[str | int, ...]:
    """The path of an error as the author wrote it; the last step of an unknown field is always the author's."""
    *above, last = error["loc"] or ("",)
    kept = last if error["type"] == "extra_forbidden" or not _is_branch(last) else None
    return (*(step for step in above if not _is_branch(step)), *([] if kept is None else [kept]))


def _is_branch(step: str | int) -> bool:
    """Whether pydantic put the name of a union's branch into the path, which the author never wrote."""
    return isinstance(step, str) and (step.endswith("]") or step in ("int", "constrained-int", "str", "When"))


def _missing(source: Source, loc: tuple[str | int, ...]) -> Problem:
    is_bare = source.path.endswith(".md") and source.node is None
    hint = f"Begin the file with three lines: ---, {loc[-1]}: …, ---." if is_bare else f"Add a line “{loc[-1]}: …”."
    return Problem(source.place(*loc), "missing-field", f"“{loc[-1]}” is missing.", hint)


def _unknown(source: Source, model: type[BaseModel], loc: tuple[str | int, ...]) -> Problem:
    owner = _model_at(model, loc[:-1])
    known = [name for name in owner.model_fields if name != "body" or not source.path.endswith(".md")]
    meant = _meant(str(loc[-1]), known)
    hint = NOT_HERE.get((model.__name__, str(loc[-1]))) or (f"Did you mean “{meant}”?" if meant else "")
    hint = hint or did_you_mean(str(loc[-1]), known) or f"Take it out, or write one of: {', '.join(known)}."
    return Problem(source.key_place(*loc), "unknown-field", f"“{loc[-1]}” is not a field here.", hint)


def _meant(name: str, known: Collection[str]) -> str:
    """The field that is meant by a name; empty where none is near."""
    return meant_field(name, known) or next(iter(_closest(name, known)), "")


def _model_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> type[BaseModel]:
    """The model of the group of fields at `loc`."""
    for step in (step for step in loc if isinstance(step, str)):
        field = model.model_fields.get(step)
        inner = next(models_in(field.annotation), None) if field else None
        model = inner or model
    return model


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation names, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from models_in(argument)


def _worded(source: Source, error: Any, loc: tuple[str | int, ...], zone: str) -> Problem:
    place = source.place(*loc)
    name = next((step for step in reversed(loc) if isinstance(step, str)), "")
    written = error.get("input")
    if loc == ("body",) and source.path.endswith(".md"):
        place = Place(source.path, source.body_line)
        return Problem(place, "empty-field", "There is no text below the front matter.", "Write it there.")
    if written is None:
        raw = source.written(*loc)
        hint = f'Put the word in quotes: "{raw}".' if raw else f"Write something{OR_REMOVE}"
        if comment := source.line(place.line)[place.column - 1 :].partition("#")[2]:
            hint = f'A # begins a comment. Put the text in quotes: "#{comment}".'
        return Problem(place, "empty-field", f"“{name}” is empty.", hint)
    if error["type"] in ("enum", "literal_error"):
        return Problem(place, "unknown-value", *_unknown_value(name, error, is_union=len(error["loc"]) > len(loc)))
    if error["type"] == "string_pattern_mismatch":
        is_key = error["loc"][-1] == "[key]"
        hint = remedy("wrong-form", Written(name, written)) or PATTERNS.get(name) or _as_slug(str(written))
        message = "“{}” cannot be a name here." if is_key else "“{}” does not have the form of “{}”."
        return Problem(place, "wrong-form", message.format(written, name), hint)
    if error["type"] == "date-form" and (words := offset_words(str(written), _zone(source, zone))):
        return Problem(place, "time-offset", *words)
    return _in_words(source, error, loc, name)


def _as_slug(written: str) -> str:
    slug = meant_slug(written)
    return f"Write {slug}." if slug and slug != written else "Use lower-case letters, digits and hyphens."


def _in_words(source: Source, error: Any, loc: tuple[str | int, ...], name: str) -> Problem:
    """A problem by the table of words; else in those of the model."""
    written, marked = error.get("input"), error.get("ctx", {}).get("at")
    place = source.key_place(marked) if marked else source.place(*loc)
    kind = _kind(error["type"], written)
    if kind not in WORDS:
        return Problem(place, kind.replace("_", "-"), error["msg"])
    code, message, hint = WORDS[kind]
    raw = source.written(*loc)
    said = {"name": name, "text": _said(written), "was": _was(written, raw), **error.get("ctx", {})}
    said["close"] = did_you_mean(str(said.get("answer")), said.get("scale", ()))
    return Problem(
        place, code, message.format_map(said), remedy(code, Written(name, written, raw)) or hint.format_map(said)
    )


def _kind(kind: str, written: object) -> str:
    """The kind of a fault; a number that is no number at all, and one written as text, have words of their own."""
    if kind not in ("int_type", "float_type"):
        return kind
    if (isinstance(written, str | float) and len(str(written)) > MAX_DIGITS) or written == float("inf"):
        return "finite_number"
    return kind.replace("type", "parsing") if isinstance(written, str) else kind


def _zone(source: Source, zone: str) -> str:
    """The zone of a record."""
    own = source.content.get("timezone")
    return own if isinstance(own, str) else zone


def _unknown_value(name: str, error: Any, *, is_union: bool) -> tuple[str, str]:
    """Message and hint where only certain values may stand. The only union with such values is one with a number."""
    written = error["input"]
    choices = error["ctx"]["expected"].replace(" or ", ", ").replace("'", "").split(", ")
    number = remedy("not-a-number", Written(name, written)) or f"Write a whole number, or {choices[0]}."
    hint = number if is_union else did_you_mean(str(written), choices)
    if isinstance(written, list | dict):
        return f"“{name}” must be one value, and this is {_was(written)}.", hint
    return f"“{_said(written)}” is not a value of “{name}”.", hint


def _said(written: object) -> str:
    return str(written).lower() if isinstance(written, bool) else str(written)


def _was(written: object, raw: str | None = None) -> str:
    """What was written, in words; a number as its author wrote it."""
    match written:
        case bool():
            return f"“{str(written).lower()}”"
        case int() | float():
            return f"the number “{raw}”" if raw and raw.endswith(".") else f"the number {raw or written}"
        case str():
            return f"the text “{written}”"
        case list():
            return "a list"
        case dict():
            return "a group of fields"
        case _:
            return "empty"
