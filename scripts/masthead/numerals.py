"""Numbers that a program reads otherwise than a person, or that people read in two ways: `040`, `+5`, `0x10`, `12.`."""

import re
from collections.abc import Collection, Iterator

from masthead.nodes import Node, plain
from masthead.problem import Problem
from masthead.source import Loc, Source

ORDINARY = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?\Z")
# Where none of these stands, no number of a file needs to be looked at.
ODD = re.compile(r"(?<=[\s,\[{])[-+]?(?:\+|\.\d|\.[iInN]|0[0-9xo]|\d[\d.]*(?:\.(?=[\s,\]}])|[eE][-+]?\d))")
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
    if source.node is None or not ODD.search(source.text):
        return
    for loc, node in _numbers(source.node, ()):
        place = source.place(*loc)
        if not ORDINARY.match(node.value) and place.line not in told:
            message = next(words for form, words in FORMS if form.match(node.value))
            yield Problem(place, "number-form", message.format(node.value), _hint(node))


def _numbers(node: Node, loc: Loc) -> Iterator[tuple[Loc, Node]]:
    if node.kind in ("int", "float"):
        yield loc, node
    for index, item in enumerate(node.items):
        yield from _numbers(item, (*loc, index))
    for name, (_, value) in node.fields.items():
        yield from _numbers(value, (*loc, name))


def _hint(node: Node) -> str:
    value = plain(node)
    if isinstance(value, float) and not value.is_integer():
        return f"Write {value:f}".rstrip("0") + "." if abs(value) < float("inf") else "Write digits."
    return f"Write {int(value)}." if isinstance(value, int | float) and abs(value) < 10**15 else "Write digits."
