"""What can be wrong with the content, as values that carry their place."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from masthead.limits import MAX_PROBLEMS


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Place:
    """A stretch of text in a source file.

    `path` is relative to the root, with forward slashes; `line` and `column` count from 1, `column` in characters;
    `length` is the number of characters to underline.
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong: where, what, and what to write instead. `code` never changes once published."""

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR


class MastheadError(Exception):
    """Masthead cannot go on (exit status 2): the message says why and what to do."""


def made_out(faults: Iterable[Callable[[], Problem]]) -> Iterator[Problem]:
    """The problems of one file, in the order of its text. Past the number that is listed they are only counted: to find
    a place and a near word for 10,000 of them would take minutes. So each of the rest is the last one again.
    """
    last: Problem | None = None
    for number, make in enumerate(faults):
        last = make() if last is None or number <= MAX_PROBLEMS else last
        yield last


def listed(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Problems sorted by place; of one file the first, and then one that says how many more there are."""
    ordered = sorted(problems)
    many = Counter(problem.place.path for problem in ordered)
    told: Counter[str] = Counter()
    for problem in ordered:
        path = problem.place.path
        told[path] += 1
        if told[path] <= MAX_PROBLEMS:
            yield problem
        elif told[path] == MAX_PROBLEMS + 1:
            message = f"This file has {many[path] - MAX_PROBLEMS:,} more problems from here on."
            severities = {one.severity for one in ordered if one.place.path == path}
            severity = Severity.ERROR if Severity.ERROR in severities else Severity.WARNING
            hint = "Repair those above, and check again."
            yield Problem(problem.place, "more-problems", message, hint, severity)
