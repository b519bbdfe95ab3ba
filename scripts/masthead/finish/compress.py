"""Compressed twins of every text, for servers that send files as they lie."""

import gzip
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from masthead.finish.built import Built

TEXTS = frozenset((".atom", ".css", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".xml"))
SMALLEST = 512  # bytes; below, headers weigh more than what is saved
GZIP_LEVEL = 9
# What every visitor fetches is worth Brotli’s best, which takes 1.3 s for a megabyte. Of pages and calendars there are
# thousands: a tenth more of them is sent after a twentieth of the time. In long files, nine finds what repeats itself.
MANY = frozenset((".html", ".ics"))
QUICK, LONG_QUALITY, BEST = 5, 9, 11
LONG = 100_000  # bytes


def compress(built: Built) -> None:
    """Write `.gz` and `.br` beside each text that is worth it. Equal texts give equal twins, so those of a text that is
    in the site before, too, are taken from there.
    """
    texts = [path for path in sorted(built.folder.rglob("*")) if path.suffix in TEXTS and path.is_file()]
    worth = ((path, _before(path, built)) for path in texts if path.stat().st_size >= SMALLEST)
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # both libraries compress outside Python's lock
        list(pool.map(lambda each: _twins(*each), worth))


def _before(path: Path, built: Built) -> Path | None:
    return built.before / path.relative_to(built.folder) if built.before else None


def _twins(path: Path, before: Path | None) -> None:
    content = path.read_bytes()
    if before and _are_taken(path, content, before):
        return
    quality = LONG_QUALITY if len(content) >= LONG else QUICK if path.suffix in MANY else BEST
    _beside(path, ".gz").write_bytes(gzip.compress(content, GZIP_LEVEL, mtime=0))
    _beside(path, ".br").write_bytes(brotli.compress(content, quality=quality))


def _are_taken(path: Path, content: bytes, before: Path) -> bool:
    """Whether the twins of an equal text were there, and are here now: as links, since nothing changes them."""
    try:
        if before.read_bytes() != content:
            return False
        for ending in (".gz", ".br"):
            os.link(_beside(before, ending), _beside(path, ending))
    except OSError:  # it is new, or lies on another disk
        for ending in (".gz", ".br"):
            _beside(path, ending).unlink(missing_ok=True)
        return False
    return True


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
