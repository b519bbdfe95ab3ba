"""Numbers that a program reads otherwise than a person, or that people read in two ways: `040`, `+5`, `0x10`, `12.`."""

import re
from collections.abc import Collection, Iterator

from masthead.nodes import Node, plain
from masthead.problem import Problem
from masthead.source import Source

ORDINARY = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?\Z")
FORMS = (
    (re.compile(r"[-+]?\.(inf|nan)", re.IGNORECASE), "“{}” is no number that could be printed."),
    (re.compile(r"0[xo]|.*[eE]"), "“{}” is a number in a notation for programs."),
    (re.compile(r"\+"), "“{}” begins with a plus sign."),
    (re.compile(r"-?0\d"), "“{}” begins with a zero."),
    (re.compile(r"-?\."), "“{}” begins with a point."),
    (re.compile(r".*\.\Z"), "“{}” ends with a point."),
)


def number_problems(source: Source, told: Collection[int]) -> Iterator[Problem]:
    """Numbers of a record in an unusual form, besides those on lines that have been told of."""
    for node in _numbers(source.node) if source.node else ():
        if not ORDINARY.match(node.value) and (place := source.node_place(node)).line not in told:
            message = next(words for form, words in FORMS if form.match(node.value))
            yield Problem(place, "number-form", message.format(node.value), _hint(node))


def _numbers(node: Node) -> Iterator[Node]:
    for one in node.items or [value for _, value in node.fields.values()]:
        if one.kind in ("int", "float"):
            yield one
        elif not one.is_scalar:
            yield from _numbers(one)


def _hint(node: Node) -> str:
    value = plain(node)
    if isinstance(value, float) and not value.is_integer():
        return f"Write {value:f}".rstrip("0") + "." if abs(value) < float("inf") else "Write digits."
    return f"Write {int(value)}." if isinstance(value, int | float) and abs(value) < 10**15 else "Write digits."
