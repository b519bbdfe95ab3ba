"""What is known of a finished site, so that a page of the next one that would be the same is taken from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Kept:
    """A finished page: the key of its text, its letters beyond ASCII, the name of its card, and its pictures: of each
    file of ours that it shows a hash, and of each that was made of one the key in the cache, by their paths.
    """

    key: str
    letters: str
    card: str = ""
    shown: Mapping[str, str] = field(default_factory=dict)
    made: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Known:
    """Every page of a site by its file, and a hash of what may stand in any of them."""

    common: str = ""
    pages: Mapping[str, Kept] = field(default_factory=dict)

    @classmethod
    def read(cls, noted: Mapping[str, Any]) -> "Known":
        """From what `dataclasses.asdict` made of it. Raises TypeError and KeyError where it is of another version."""
        return cls(noted["common"], {file: Kept(**page) for file, page in noted["pages"].items()})
