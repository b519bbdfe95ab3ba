"""What is known of a finished site, so that what the next one would have in common with it is taken from it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass
from pathlib import Path
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
class Note:
    """What a job has made: the key of all that it was made of; of a page a hash of its text, the fields that shape its
    frame, and its card; and the keys in the cache of its content, where that is slow to make, and of what lies beside
    it, by their paths.
    """

    key: str
    digest: str = ""
    front: Mapping[str, Any] = field(default_factory=dict)
    card: str = ""
    recipe: str = ""
    beside: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Known:
    """Every page of a site by its file, a hash of what may stand in any of them, and what jobs have made, by path."""

    common: str = ""
    pages: Mapping[str, Kept] = field(default_factory=dict)
    jobs: Mapping[str, Note] = field(default_factory=dict)

    @classmethod
    def read(cls, noted: Mapping[str, Any]) -> "Known":
        """From its fields, as they were noted. Raises TypeError and KeyError where it is of another version."""
        pages = {file: Kept(**page) for file, page in noted["pages"].items()}
        return cls(noted["common"], pages, {path: Note(**note) for path, note in noted["jobs"].items()})


@dataclass(frozen=True)
class Before:
    """The site that the next one will replace, where nobody has touched it since it was finished in the same way, and
    what is known of it.
    """

    folder: Path
    known: Known


def json_pieces(value: object, levels: int = 2) -> Iterator[str]:
    """A value of ours as JSON, piece by piece so many levels deep: for a whole, Python holds ten times its size."""
    fields = _plain(value) if is_dataclass(value) else value
    if not levels or not isinstance(fields, Mapping):
        yield json.dumps(fields, default=_plain)
        return
    yield "{"
    for number, (name, one) in enumerate(fields.items()):
        yield f"{', ' if number else ''}{json.dumps(name)}: "
        yield from json_pieces(one, levels - 1)
    yield "}"


def _plain(value: object) -> object:
    """One of our values by its fields: each when it is written, since thousands are no small matter."""
    return vars(value) if is_dataclass(value) else str(value)
