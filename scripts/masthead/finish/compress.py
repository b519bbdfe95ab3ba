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
    """Write `.gz` and `.br` beside each text that is worth it. Equal texts give equal twins."""
    texts = [path for path in sorted(built.folder.rglob("*")) if path.suffix in TEXTS and path.is_file()]
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # both libraries compress outside Python's lock
        list(pool.map(_twins, (path for path in texts if path.stat().st_size >= SMALLEST)))


def _twins(path: Path) -> None:
    content = path.read_bytes()
    quality = LONG_QUALITY if len(content) >= LONG else QUICK if path.suffix in MANY else BEST
    path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(content, GZIP_LEVEL, mtime=0))
    path.with_name(f"{path.name}.br").write_bytes(brotli.compress(content, quality=quality))
