"""Compressed twins of every text, for servers that send files as they lie."""

import os
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import BinaryIO

import brotli

from masthead.finish.built import Built

TEXTS = frozenset((".atom", ".css", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".xml"))
SMALLEST = 512  # bytes; below, headers weigh more than what is saved
PIECE = 1_000_000  # bytes that are read at once
GZIP_HEAD = 16 + zlib.MAX_WBITS  # zlib writes the head and the tail of gzip, too, without a time
# What every visitor fetches is worth Brotli’s best, which takes 1.3 s for a megabyte. Of pages and calendars there are
# thousands: a tenth more of them is sent after a twentieth of the time. In long files, nine finds what repeats itself.
# Data of megabytes, which programs fetch, is another after each edit: five takes 0.05 s for a megabyte, and a third of
# the time of nine, for a tenth more.
MANY = frozenset((".html", ".ics"))
QUICK, LONG_QUALITY, BEST = 5, 9, 11
GZIP_QUICK, GZIP_BEST = 5, 9
LONG, VERY_LONG = 100_000, 1_000_000  # bytes


def compress(built: Built) -> None:
    """Write `.gz` and `.br` beside each text that is worth it. Equal texts give equal twins, so those of a text that is
    in the site before, too, are taken from there.
    """
    texts = [path for path in sorted(built.folder.rglob("*")) if path.suffix in TEXTS and path.is_file()]
    worth = ((path, _before(path, built)) for path in texts if path.stat().st_size >= SMALLEST)
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # both libraries compress outside Python’s lock
        list(pool.map(lambda each: _twins(*each), worth))


def _before(path: Path, built: Built) -> Path | None:
    return built.before / path.relative_to(built.folder) if built.before else None


def _twins(path: Path, before: Path | None) -> None:
    if before and _is_same(path, before) and _are_taken(path, before):
        return
    brotli_quality, gzip_level = _qualities(path.suffix, path.stat().st_size)
    into_brotli, into_gzip = brotli.Compressor(quality=brotli_quality), zlib.compressobj(gzip_level, wbits=GZIP_HEAD)
    with path.open("rb") as text, _beside(path, ".br").open("wb") as br, _beside(path, ".gz").open("wb") as gz:
        for piece in _pieces(text):
            br.write(into_brotli.process(piece))
            gz.write(into_gzip.compress(piece))
        br.write(into_brotli.finish())
        gz.write(into_gzip.flush())


def _qualities(suffix: str, size: int) -> tuple[int, int]:
    """How hard Brotli tries, and how hard gzip does."""
    if size >= VERY_LONG:
        return QUICK, GZIP_QUICK
    return LONG_QUALITY if size >= LONG else QUICK if suffix in MANY else BEST, GZIP_BEST


def _is_same(path: Path, before: Path) -> bool:
    """Whether a file was there with this content: it is the same file, or it has the same size and the same bytes."""
    try:
        if path.samefile(before):
            return True
        if path.stat().st_size != before.stat().st_size:
            return False
        with path.open("rb") as one, before.open("rb") as other:
            return all(piece == other.read(PIECE) for piece in _pieces(one))
    except FileNotFoundError:  # it is new
        return False


def _are_taken(path: Path, before: Path) -> bool:
    """Whether the twins were there, and are here now: as links, since nothing changes them."""
    try:
        for ending in (".gz", ".br"):
            os.link(_beside(before, ending), _beside(path, ending))
    except OSError:  # they lack, or lie on another disk
        for ending in (".gz", ".br"):
            _beside(path, ending).unlink(missing_ok=True)
        return False
    return True


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    return iter(partial(file.read, PIECE), b"")


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
