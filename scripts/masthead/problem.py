"""What can be wrong with the content, as values that carry their place."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

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


class MastheadError(Exception):
    """Masthead cannot go on (exit status 2): the message says why and what to do."""


def may_not(path: object) -> str:
    """What is said where the system allows no access."""
    return f"{path} may not be read or written. Give your account the right to, or name another place."
