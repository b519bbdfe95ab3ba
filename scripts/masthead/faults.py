"""Puts what pydantic found into the words of an author: place, message, and what to write instead."""

import difflib
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from pydantic import BaseModel

from masthead.clock import offset_words
from masthead.problem import Place, Problem, made_out
from masthead.remedies import NOT_HERE, Written, meant_field, remedy
from masthead.source import Source

# pydantic's error type -> our permanent code, message, hint. {text} is what the author wrote, {name} the field.
WORDS: dict[str, tuple[str, str, str]] = {
    "string_type": ("not-text", "“{name}” must be text, and this is {was}.", "Put it in quotes."),
    "string_too_short": ("empty-field", "“{name}” is empty.", "Write something, or remove the field."),
    "bool_type": ("not-true-or-false", "“{name}” must be true or false, and this is {was}.", "Write true or false."),
    "int_type": ("not-a-number", "“{name}” must be a whole number, and this is {was}.", "Write digits only."),
    "int_from_float": ("not-a-number", "“{name}” must be a whole number, and this is {was}.", "Write digits only."),
    "int_parsing_size": ("too-large", "“{name}” is too large.", "Write fewer digits."),
    "int_parsing": ("not-a-number", "“{name}” must be a whole number, and this is “{text}”.", "Write digits only."),
    "float_type": ("not-a-number", "“{name}” must be a number, and this is {was}.", "Write digits only."),
    "finite_number": ("not-a-number", "“{name}” must be an ordinary number.", "Write digits, and not so many."),
    "float_parsing": ("not-a-number", "“{name}” must be a number, and this is “{text}”.",
                      "Write digits, with a point before a fraction."),
    "tuple_type": ("not-a-list", "“{name}” must be a list, and this is {was}.", "Put each item on a line, after “- ”."),
    "dict_type": ("not-a-group", "“{name}” must be a group of fields, not {was}.", "Indent its fields below it."),
    "model_type": ("not-a-group", "“{name}” must be a group of fields, not {was}.", "Indent its fields below it."),
    "date_type": ("not-a-date", "“{name}” must be a day, and this is {was}.", "Write it as 2027-03-11."),
    "date_parsing": ("not-a-date", "“{text}” is not a day.", "Write it as 2027-03-11."),
    "date_from_datetime_parsing": ("no-such-date", "There is no {text}.", "Check the day of the month."),
    "date-form": (
        "date-form", "“{text}” is not a date in a form that Masthead knows.",
        "Write 2027-03-11T10:00, 2027-03-11, 2027-03, 2027-21 (spring), 2027, to be confirmed, or not recorded."),
    "no-such-date": ("no-such-date", "There is no {text}.", "Check the day of the month and the time."),
    "greater_than_equal": ("too-small", "“{name}” is too small: {text}.", "Write {ge:g} or more."),
    "greater_than": ("too-small", "“{name}” is too small: {text}.", "Write more than {gt:g}."),
    "less_than_equal": ("too-large", "“{name}” is too large: {text}.", "Write {le:g} or less."),
    "unknown-language": ("unknown-language", "There is no language “{text}”.", "Write a tag such as en-GB or cy."),
    "unknown-currency": ("unknown-currency", "There is no currency “{text}”.", "Write a code such as GBP or EUR."),
    "contact-reach": ("contact-reach", "Nobody can be reached by this.", "Add an email address or a phone number."),
    "document-origin": ("document-origin", "A document is either a file of ours or an address, and this is {how}.",
                        "Write “file: …” or “url: …”, and not both."),
    "analytics-kind": ("analytics-kind", "Visits are counted by Plausible or by Matomo, and this is {how}.",
                       "Write one of “plausible: …” and “matomo: …”, and not both."),
    "no-controller": ("no-controller", "Visits are counted, and nobody is named who answers for it.",
                      "Add a group “privacy” with “controller: …”: the privacy page must name them."),
    "feedback-form": ("feedback-form", "A result is told in shares or in counts, or is withheld; and this is {how}.",
                      "Write one of “shares: …”, “counts: …” and “withheld: true”."),
    "evidence-kind": ("evidence-kind", "Evidence is one thing: an event, a case study, a source, or interviews.",
                      "Give each thing a hyphen of its own."),
    "evidence-question": ("evidence-question", "A question was put at an event, and an answer given to a question.",
                          "Write “event: …” and “question: …” before it, or remove it."),
    "evidence-theme": ("evidence-theme", "Interviews are evidence by one of their themes.",
                       "Write “interviews: …” and “theme: …” together."),
    "mark-form": ("mark-form", "This is told by a value or by a level, and this is {how}.",
                  "Write “value: …”, or “level: …” for a rubric."),
    "observation-form": ("observation-form", "An observation is told by a value or by a level, not by both.",
                         "Write “level: …” for a rubric, and “value: …” otherwise."),
    "two-sided-scale": ("two-sided-scale", "A question with two sides needs its scale.",
                        "Write “scale: …” with every answer that could be given, in the order of the form."),
    "question-twice": ("question-twice", "Two questions are called “{id}”.", "Give each an id of its own."),
    "answer-twice": ("answer-twice", "“{answer}” stands here twice.", "Add the two up, or mend the answer."),
    "not-on-scale": ("not-on-scale", "“{answer}” is not on the scale above.", "{close}"),
    "scale-order": ("scale-order", "The answers are not in the order of the scale.", "Write “{answer}” earlier."),
    "shares-sum": ("shares-sum", "These shares come to {total} per cent of those who answered.",
                   "Check them; they may differ from 100 by what rounding does."),
    "counts-sum": ("counts-sum", "These counts come to {total}, and “responses” says {responses}.",
                   "Mend one of them."),
    "too_short": ("empty-list", "“{name}” needs at least one item.", "Add one, or remove the field."),
}  # fmt: skip
MAX_DIGITS = 30
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
    for loc in _misnamed(told):
        del told[loc]
    real = ((loc, error) for loc, error in told.items() if error["type"] != "too_short" or not error["input"])
    yield from made_out(partial(_problem, source, model, error, loc, zone) for loc, error in real)


def _misnamed(told: dict[tuple[str | int, ...], Any]) -> list[tuple[str | int, ...]]:
    """Missing fields that stand there under another name: that name is told of, and this is enough."""
    missing = [loc for loc, error in told.items() if error["type"] == "missing"]
    strange = [loc for loc, error in told.items() if error["type"] == "extra_forbidden"]
    return [
        loc
        for loc in missing
        if any(one[:-1] == loc[:-1] and meant_field(str(one[-1]), (str(loc[-1]),)) for one in strange)
    ]


def _problem(source: Source, model: type[BaseModel], error: Any, loc: tuple[str | int, ...], zone: str) -> Problem:
    match error["type"]:
        case "missing":
            return _missing(source, loc)
        case "extra_forbidden":
            return _unknown(source, model, loc)
        case _:
            return _worded(source, error, loc, zone)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint with the closest known word, or with all of them where they are few."""
    known = sorted(known)
    if close := difflib.get_close_matches(word, known, n=1, cutoff=0.6):
        return f"Did you mean “{close[0]}”?"
    return f"Write one of: {', '.join(known)}." if 0 < len(known) <= 12 else ""


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
    meant = meant_field(str(loc[-1]), known)
    hint = NOT_HERE.get((model.__name__, str(loc[-1]))) or (f"Did you mean “{meant}”?" if meant else "")
    hint = hint or did_you_mean(str(loc[-1]), known)
    return Problem(source.key_place(*loc), "unknown-field", f"“{loc[-1]}” is not a field here.", hint)


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
        hint = f'Put the word in quotes: "{raw}".' if raw else "Write something, or remove the field."
        if comment := source.line(place.line)[place.column - 1 :].partition("#")[2]:
            hint = f'A # begins a comment. Put the text in quotes: "#{comment}".'
        return Problem(place, "empty-field", f"“{name}” is empty.", hint)
    if error["type"] in ("enum", "literal_error"):
        return Problem(place, "unknown-value", *_unknown_value(name, error, is_union=len(error["loc"]) > len(loc)))
    if error["type"] == "string_pattern_mismatch":
        is_key = error["loc"][-1] == "[key]"
        hint = remedy("wrong-form", Written(name, written)) or PATTERNS.get(
            name, "Use lower-case letters, digits and hyphens."
        )
        message = "“{}” cannot be a name here." if is_key else "“{}” does not have the form of “{}”."
        return Problem(place, "wrong-form", message.format(written, name), hint)
    if error["type"] == "date-form" and (words := offset_words(str(written), _zone(source, zone))):
        return Problem(place, "time-offset", *words)
    return _in_words(source, error, loc, name)


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
