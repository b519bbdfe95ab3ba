"""The parts of an index, joined: what Pagefind itself would make of all pages in the order of their paths.

Tests hold one against the other. What a word has in a part is written by then, but for the number of the first page.
"""

import hashlib
import heapq
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import groupby, pairwise, takewhile
from operator import itemgetter
from pathlib import Path
from typing import Any

from masthead.finish.packing import NUMBERS, PAIR, POSTING, array, encoded, packed
from masthead.finish.postings import ENTRY, FIELDS, VERSION, Page, Part, Program
from masthead.taken import put

FULL = 20_000  # places, after which Pagefind begins another file
LETTERS, SHORTEST = 10, 7  # of a hash in a name

BY_WORD = itemgetter(0)

# Rows as plain tuples, since there are some 200,000: the fields of a row, so that tuples in their order are words in
# theirs, and of a word its parts in theirs; and what is written of a row.
Moved = tuple[str, int, int, int, str, int, bytes]  # word, first page, last page, their number, form, places, tail
Posted = tuple[int, int, int, bytes]  # first page, last page, their number, tail


def join(parts: Sequence[Part], program: Program, folder: Path, before: Path | None) -> list[str]:
    """Write the index of all parts, and the program that searches it; returns the names of the pages. What a page shows
    is a link to what lies in the folder before where that is the same.
    """
    ((language, known),) = program.entry["languages"].items()
    pages = [page for part in parts for page in part.pages]
    names = _names(pages, language)
    for name, page in zip(names, pages, strict=True):
        path = f"fragment/{name}.pf_fragment"
        put(folder / path, page.fragment, before / path if before else None)
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # zlib works outside Python’s lock
        chunks = list(pool.map(partial(_write_chunk, folder / "index", language), _chunks(parts)))
    listed = [[name, page.length] for name, page in zip(names, pages, strict=True)]
    meta = encoded([VERSION, listed, _ranges(chunks), [], [], FIELDS])
    name = f"{language}_{_hash(meta)[:LETTERS]}"
    put(folder / f"pagefind.{name}.pf_meta", packed(meta))
    entry = {**program.entry, "languages": {language: {**known, "hash": name, "page_count": len(pages)}}}
    put(folder / ENTRY, json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode())
    for file, content in program.files.items():
        put(folder / file, content)
    return names


def _names(pages: Iterable[Page], language: str) -> list[str]:
    """Of each page a name by its content, as short as it can be."""
    known: dict[str, None] = {}
    for page in pages:
        digest = _hash(page.fragment)
        names = (f"{language}_{digest[:letters]}" for letters in range(SHORTEST, len(digest)))
        known[next(name for name in names if name not in known)] = None
    return list(known)


def _chunks(parts: Iterable[Part]) -> Iterator[list[tuple[str, bytes]]]:
    """All words in their order, in lists of about as many places."""
    chunk: list[tuple[str, bytes]] = []
    places = 0
    for word, rows in groupby(heapq.merge(*_moved(parts)), key=BY_WORD):
        forms: dict[str, list[Posted]] = {}
        for _, first, last, number, form, some, tail in rows:
            forms.setdefault(form, []).append((first, last, number, tail))
            places += 0 if form else some
        chunk.append((word, _entry(word, forms)))
        if places >= FULL:
            yield chunk
            chunk, places = [], 0
    if chunk:
        yield chunk


def _moved(parts: Iterable[Part]) -> Iterator[Iterator[Moved]]:
    """The rows of each part, with the numbers that its pages have in the whole."""
    before = 0
    for part in parts:
        yield _behind(before, part.rows)
        before += len(part.pages)


def _behind(pages: int, rows: Iterable[Any]) -> Iterator[Moved]:
    """Rows behind so many pages: those of a word and a part come one after the other, whatever their forms are."""
    for word, form, places, first, last, number, tail in rows:
        yield word, first + pages, last + pages, number, form, places, tail


def _entry(word: str, forms: Mapping[str, Sequence[Posted]]) -> bytes:
    """A word with the postings of itself, and then with those of each other form of it."""
    others = [part for form in sorted(forms) if form for part in (PAIR, encoded(form), _postings(forms[form]))]
    own = _postings(forms.get("", ()))
    return b"".join((POSTING, encoded(word), own, array(len(others) // 3), *others))


def _postings(rows: Sequence[Posted]) -> bytes:
    """The postings of all parts, one after the other."""
    written = [array(sum(number for _, _, number, _ in rows))]
    before = 0
    for first, last, _, tail in rows:
        written += POSTING, NUMBERS[first - before], tail
        before = last
    return b"".join(written)


def _write_chunk(folder: Path, language: str, chunk: Sequence[tuple[str, bytes]]) -> tuple[str, str, str]:
    """The first word, the last word, and the name of the file."""
    content = array(1) + array(len(chunk)) + b"".join(entry for _, entry in chunk)
    name = f"{language}_{_hash(content)[:LETTERS]}"
    put(folder / f"{name}.pf_index", packed(content))
    return chunk[0][0], chunk[-1][0], name


def _ranges(chunks: Sequence[tuple[str, str, str]]) -> list[list[str]]:
    """From where to where each file goes: as much of its first and last words as tells it from its neighbours."""
    ranges = [list(chunk) for chunk in chunks]
    for one, other in pairwise(ranges):
        equal = takewhile(lambda pair: pair[0] == pair[1], zip(one[1], other[0], strict=False))
        letters = sum(1 for _ in equal) + 1
        one[1], other[0] = one[1][:letters], other[0][:letters]
    return ranges


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
