"""What can be wrong with the content, as values that carry their place."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from masthead.limits import MAX_PROBLEMS
from masthead.model.choice import Choice

A_PLACE = {"path": "events/launch.yml", "line": 6, "column": 8, "length": 7}


class Severity(Choice):
    """How much a problem matters."""

    ERROR = "error", "Nothing is built until it is mended."
    WARNING = "warning", "It may be meant; it stops nothing."


@dataclass(frozen=True, order=True)
class Place:
    """A stretch of text in a source file."""

    path: Annotated[
        str, Field(description="The file, relative to the root, with forward slashes.", examples=["events/launch.yml"])
    ]
    line: Annotated[int, Field(ge=1, description="The line, counted from 1.", examples=[6])] = 1
    column: Annotated[int, Field(ge=1, description="The column in characters, counted from 1.", examples=[8])] = 1
    length: Annotated[int, Field(ge=1, description="How many characters are meant.", examples=[7])] = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong: where, what, and what to write instead."""

    place: Annotated[Place, Field(description="Where it is.", examples=[A_PLACE])]
    code: Annotated[
        str, Field(description="What sort of problem it is; never changes once published.", examples=["unknown-theme"])
    ]
    message: Annotated[str, Field(description="What is wrong.", examples=["No theme is called “mooring”."])]
    hint: Annotated[
        str, Field(description="What to write instead, or empty.", examples=["Did you mean “moorings”?"])
    ] = ""
    severity: Annotated[Severity, Field(description="How much it matters.", examples=["error"])] = Severity.ERROR


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
