"""What can be wrong with the content, as values that carry their place."""

from dataclasses import dataclass
from enum import StrEnum


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
