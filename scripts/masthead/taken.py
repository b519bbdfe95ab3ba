"""Files of the site before, taken as links: nothing changes a file where it lies."""

import os
import shutil
from pathlib import Path


def take(before: Path, path: Path) -> None:
    """Take a file from the site before; from another disk, as a copy."""
    try:
        os.link(before, path)
    except OSError:
        shutil.copyfile(before, path)


def put(path: Path, content: bytes, before: Path | None = None) -> None:
    """Write a file, or link the one before where that has the same content."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        if before and before.read_bytes() == content:
            os.link(before, path)
            return
    except OSError:  # it is new, or lies on another disk
        pass
    path.write_bytes(content)
