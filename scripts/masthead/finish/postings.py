"""Pagefind’s index as it lies on a disk, read and cut into parts.

Pagefind indexes all pages at once or none. Its index says for each word on which pages it stands, and where; so what it
says of some pages can be taken from one index, kept, and joined with what it says of others (joined.py). Its format is
no promise of Pagefind’s: therefore exactly one version is used.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from masthead.finish.packing import NUMBERS, POSTING, array, decoded, encoded, one_by_one, unpacked
from masthead.halt import MastheadError

VERSION = "1.5.2"
FIELDS = ("image", "image_alt", "kind", "line", "title")
ENTRY = "pagefind-entry.json"

Posting = tuple[int, Sequence[int], Sequence[int]]  # a page, the places in its text, the places in its fields


class Page(NamedTuple):
    """A page as the index knows it: its address, what it is, how many words it has, and all that a result shows."""

    address: str
    kind: str
    length: int
    fragment: bytes


class Row(NamedTuple):
    """A word of a part in one of its forms: how many places it has; the first and the last of the pages that have it,
    and their number; and the postings, without the number of the first page, which is another in the whole.
    """

    word: str
    form: str
    places: int
    first: int
    last: int
    number: int
    tail: bytes


class Part(NamedTuple):
    """What an index says of some pages. Its rows, in the order of their words, and how often the pages have a word in
    small letters, stay packed until they are asked for: all of them at once would take four times the room.
    """

    pages: Sequence[Page]
    packed_rows: bytes
    packed_counts: bytes

    @classmethod
    def of(cls, pages: Sequence[Page], rows: Iterable[Row], counts: Mapping[str, int]) -> "Part":
        """A part of these rows, which are in the order of their words."""
        return cls(pages, b"".join(map(encoded, rows)), encoded(counts))

    @property
    def rows(self) -> Iterator[Any]:
        """The fields of each row, when it is asked for."""
        return one_by_one(self.packed_rows)

    @property
    def counts(self) -> Mapping[str, int]:
        """How often its pages have each word, in small letters."""
        counts: Mapping[str, int] = decoded(self.packed_counts)
        return counts

    def to_bytes(self) -> bytes:
        """A part to be kept."""
        return encoded(self)

    @classmethod
    def from_bytes(cls, content: bytes) -> "Part":
        """A part that was kept."""
        pages, rows, counts = decoded(content)
        return cls([Page(*page) for page in pages], rows, counts)


class Program(NamedTuple):
    """What a browser runs: what is said first of the index, and the files of Pagefind’s script and its WebAssembly."""

    entry: Mapping[str, Any]
    files: Mapping[str, bytes]

    @classmethod
    def of(cls, index: Path) -> "Program":
        """The program that lies beside an index."""
        entry = json.loads((index / ENTRY).read_bytes())
        (known,) = entry["languages"].values()
        names = ("pagefind.js", f"wasm.{known['wasm'] or 'unknown'}.pagefind")
        return cls(entry, {name: (index / name).read_bytes() for name in names})

    def to_bytes(self) -> bytes:
        """A program to be kept."""
        return encoded(self)

    @classmethod
    def from_bytes(cls, content: bytes) -> "Program":
        """A program that was kept."""
        return cls(*decoded(content))


def cut(index: Path, runs: Sequence[Sequence[str]], counts: Sequence[Mapping[str, int]]) -> list[Part]:
    """An index of Pagefind’s in parts: one for each run of paths."""
    version, listed, chunks, _, _, fields = _read(next(index.glob("*.pf_meta")))
    if version != VERSION:
        raise MastheadError(f"Pagefind must be {VERSION}, and is {version}. Install the project’s packages again.")
    pages = [_page(index / "fragment" / f"{name}.pf_fragment", length) for name, length in listed]
    found = {page.address: number for number, page in enumerate(pages)}
    addresses = [[address for path in run if (address := path.removesuffix("index.html")) in found] for run in runs]
    places = {found[address]: (at, local) for at, run in enumerate(addresses) for local, address in enumerate(run)}
    numbers = [FIELDS.index(field) for field in fields]
    rows: list[list[Row]] = [[] for _ in runs]
    for _, _, name in chunks:
        for word, postings, forms in _read(index / "index" / f"{name}.pf_index")[0]:
            for form, these in (("", postings), *forms):
                for at, some in _by_part(these, places, numbers).items():
                    rows[at].append(_row(word, form, some))
    of_runs = ([pages[found[address]] for address in run] for run in addresses)
    in_order = (sorted(some, key=attrgetter("word")) for some in rows)
    return [Part.of(*part) for part in zip(of_runs, in_order, counts, strict=True)]


def _read(path: Path) -> Any:
    return decoded(unpacked(path.read_bytes()))


def _page(path: Path, length: int) -> Page:
    fragment = path.read_bytes()
    said = json.loads(unpacked(fragment))
    return Page(said["url"].lstrip("/"), said["meta"]["kind"], length, fragment)


def _by_part(
    postings: Iterable[Posting], places: Mapping[int, tuple[int, int]], fields: Sequence[int]
) -> dict[int, list[Posting]]:
    """The postings of a word by part, with the numbers that pages have there; an index says only by how much each is
    more than the one before. Fields are told by negative numbers, which depend on what fields there are.
    """
    found: dict[int, list[Posting]] = {}
    number = 0
    for more, in_text, in_fields in postings:
        number += more
        at, local = places[number]
        of_all = [-1 - fields[-1 - one] if one < 0 else one for one in in_fields] if in_fields else ()
        found.setdefault(at, []).append((local, in_text, of_all))
    return found


def _row(word: str, form: str, postings: list[Posting]) -> Row:
    postings.sort()
    first, last = postings[0][0], postings[-1][0]
    tail: list[bytes] = []
    places, before = 0, first
    for number, in_text, in_fields in postings:
        tail += POSTING, NUMBERS[number - before]
        for some in (in_text, in_fields):
            tail += array(len(some)), *map(NUMBERS.__getitem__, some)
        places += len(in_text) + len(in_fields) + 1
        before = number
    return Row(word, form, places, first, last, len(postings), b"".join(tail[2:]))
