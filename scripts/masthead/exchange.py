"""The folder of one build, and the exchange of the published site for the new one: whole before, and whole after."""

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from masthead.edge import Edge, make_workroom
from masthead.halt import MastheadError, may_not
from masthead.rooms import ROOMS

AT_FDCWD, RENAME_EXCHANGE = -100, 2  # renameat2(2)


@contextmanager
def workspace(edge: Edge, tell: Callable[[str], None]) -> Iterator[Path]:
    """A folder for one build, beside the cache. Builds wait for one another; what a killed one left is removed."""
    make_workroom(edge.root)
    lock = FileLock(edge.workroom / "build.lock")
    with _acquired(lock, tell):
        for left in edge.workroom.glob("build-*"):
            shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix="build-", dir=edge.workroom) as folder:
            yield Path(folder)


def _acquired(lock: FileLock, tell: Callable[[str], None]) -> AbstractContextManager[object]:
    try:
        return lock.acquire(timeout=0)
    except Timeout:
        tell("Waiting for another build to end")
        return lock.acquire()


def refuse_place(site: Path, root: Path) -> None:
    """Raises MastheadError where no site can be put, or where it would take the place of something else."""
    if root.is_relative_to(site):
        raise MastheadError(f"{site} holds the publication itself. Name a folder of its own for the website.")
    if any(site.is_relative_to(root / room) for room in ROOMS):
        raise MastheadError(f"{site} is a place of records. Name a folder of its own for the website.")
    if site.is_file() or (site.is_dir() and any(site.iterdir()) and not (site / "index.html").is_file()):
        raise MastheadError(f"{site} holds something else than a website, which would be lost. Name another folder.")
    for place in (site, next(above for above in site.parents if above.exists())):
        if place.exists() and not os.access(place, os.W_OK | os.X_OK):
            raise MastheadError(may_not(place))


def swap(built: Path, site: Path) -> None:
    """Put a finished folder in the place of the published one. Where the old one is afterwards, the caller empties."""
    site.parent.mkdir(parents=True, exist_ok=True)
    if built.stat().st_dev == site.parent.stat().st_dev:
        put(built, site)
        return
    with tempfile.TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent) as folder:
        put(Path(shutil.copytree(built, Path(folder) / "site")), site)


def put(new: Path, site: Path) -> None:
    """On one file system: in one step where the system has one, else in two."""
    if not site.exists():
        new.replace(site)
    elif not _exchanged(new, site):
        old = new.with_name("replaced")
        site.replace(old)
        try:
            new.replace(site)
        finally:
            if not site.exists():
                old.replace(site)


def _exchanged(one: Path, other: Path) -> bool:
    """Put each in the place of the other, where Linux can on this file system."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    return rename is not None and not rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
