"""Who made what is kept between builds: another Masthead, or other libraries, may make something else of the same."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def maker(code: Iterable[str | Path], *libraries: str) -> str:
    """A hash of files of ours and of the versions of libraries: it belongs into the key of all that they make."""
    made = hashlib.sha256(repr(libraries).encode())
    for path in code:
        made.update(Path(path).read_bytes())
    return made.hexdigest()
