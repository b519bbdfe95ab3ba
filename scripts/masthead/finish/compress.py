"""Compressed twins of every text, for servers that send files as they lie."""

import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO

import brotli

from masthead.finish.built import Built, files_in

TEXTS = (".atom", ".css", ".html", ".ics", ".js", ".json", ".svg", ".txt", ".xml")
SMALLEST = 512  # bytes; below, headers weigh more than what is saved
PIECE = 100_000  # bytes that are read at once
GZIP_HEAD = 16 + zlib.MAX_WBITS  # zlib writes the head and the tail of gzip, too, without a time
# What every visitor fetches is worth Brotli’s best, which takes 1.3 s for a megabyte. Of pages and calendars there are
# thousands: a tenth more of them is sent after a twentieth of the time. In long files, seven finds what repeats itself;
# nine would save half a hundredth, take seven times as long, and hold 30 MB. Data of megabytes, which programs fetch,
# is another after each edit: five takes 0.05 s for a megabyte.
MANY = ".html", ".ics"
QUICK, LONG_QUALITY, BEST = 5, 7, 11
GZIP_QUICK, GZIP_BEST = 5, 9
LONG, VERY_LONG = 100_000, 1_000_000  # bytes
WINDOWS = 16, 18  # powers of two: how far back Brotli looks; more costs time and memory, and saves nothing
ENDINGS = BROTLI, GZIP = ".br", ".gz"


@dataclass(frozen=True)
class Text:
    """A file in the state in which the disk has it: the same until somebody writes it."""

    path: str
    size: int  # in bytes
    written: int  # when, in nanoseconds
    number: int = field(repr=False)  # by which the disk knows it
    disk: int = field(repr=False)


def compress(built: Built, texts: Iterable[Text]) -> dict[str, None]:
    """Write `.gz` and `.br` beside texts. Equal texts give equal twins, so those of a text that is in the site before,
    too, are taken from there. Nothing comes back but the end of it.
    """
    due = [text for text in sorted(texts, key=attrgetter("path")) if not _is_taken(text, built)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # both libraries compress outside Python’s lock
        list(pool.map(_twins, (text for text in due if text.size < LONG)))
        for text in due:
            if text.size >= LONG:  # one at a time, since Brotli holds 10 MB for each
                list(pool.map(lambda twin, text=text: twin(text), (_brotli, _gzip)))
    return {}


def texts_in(folder: str | Path) -> Iterator[Text]:
    """Every text in a folder that is worth it."""
    for file in files_in(folder):
        if file.name.endswith(TEXTS) and (stat := file.stat()).st_size >= SMALLEST:
            yield Text(file.path, stat.st_size, stat.st_mtime_ns, stat.st_ino, stat.st_dev)


def _twins(text: Text) -> None:
    _brotli(text)
    _gzip(text)


def _brotli(text: Text) -> None:
    quality, _ = _qualities(text)
    window = min(max(WINDOWS[0], (text.size - 1).bit_length()), WINDOWS[1])
    packing = brotli.Compressor(quality=quality, lgwin=window)
    _write(text, BROTLI, packing.process, packing.finish)


def _gzip(text: Text) -> None:
    _, level = _qualities(text)
    packing = zlib.compressobj(level, wbits=GZIP_HEAD)
    _write(text, GZIP, packing.compress, packing.flush)


def _write(text: Text, ending: str, pack: Callable[[bytes], bytes], end: Callable[[], bytes]) -> None:
    made = Path(f"{text.path}{ending}")
    made.unlink(missing_ok=True)  # it may be a link to a file of the site before
    with Path(text.path).open("rb") as file, made.open("wb") as twin:
        for piece in _pieces(file):
            twin.write(pack(piece))
        twin.write(end())


def _qualities(text: Text) -> tuple[int, int]:
    """How hard Brotli tries, and how hard gzip does."""
    if text.size >= VERY_LONG:
        return QUICK, GZIP_QUICK
    return LONG_QUALITY if text.size >= LONG else QUICK if text.path.endswith(MANY) else BEST, GZIP_BEST


def _is_taken(text: Text, built: Built) -> bool:
    """Whether the text was there, and its twins were, and are here now: as links, since nothing changes them."""
    if built.before is None:
        return False
    before = Path(f"{built.before.folder}{text.path.removeprefix(str(built.folder))}")
    if not _is_same(text, before):
        return False
    try:
        for ending in ENDINGS:
            os.link(f"{before}{ending}", f"{text.path}{ending}")
    except OSError:  # they lack, or lie on another disk
        for ending in ENDINGS:
            Path(f"{text.path}{ending}").unlink(missing_ok=True)
        return False
    return True


def _is_same(text: Text, before: Path) -> bool:
    """Whether a file was there with this content: it is the same file, or it has the same size and the same bytes."""
    try:
        known = before.stat()
    except FileNotFoundError:  # it is new
        return False
    if (text.number, text.disk) == (known.st_ino, known.st_dev):
        return True
    if text.size != known.st_size:
        return False
    with Path(text.path).open("rb") as one, before.open("rb") as other:
        return all(piece == other.read(PIECE) for piece in _pieces(one))


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    return iter(partial(file.read, PIECE), b"")
