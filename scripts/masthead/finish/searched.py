"""What of a page is searched: its article, and what its head says of it. Nothing here changes with the name of a file,
so that a page which is only dressed anew is not indexed anew.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from masthead.finish.built import Built
from masthead.render import unmarked

NOTE = "searched.json"
HEAD = '<html><meta charset="utf-8">'

SAID = re.compile(r"<meta [^>]*data-pagefind-meta[^>]*>")
ARTICLE = re.compile(r"<article [^>]*data-pagefind-body.*?</article>", re.DOTALL)
ADDRESS = re.compile(r'(\s(?:src|srcset|href|poster)=")[^"]*(?="(?:[^<>"]|"[^"]*")*>)')  # inside a tag
WORD = re.compile(r"[^\W\d_]{3,}")

State = list[int]  # inode, time of the last change in ns, size
Note = Mapping[str, tuple[State, str]]  # of each page the state and the hash, by its path


def searched(page: str) -> str:
    """A page without all that is not searched; empty where it is not to be found."""
    articles = "".join(ARTICLE.findall(page))
    if not articles:
        return ""
    return "".join((HEAD, *SAID.findall(page), ADDRESS.sub(r"\1", articles)))


def counts(texts: Iterable[str]) -> dict[str, int]:
    """How often each word stands in what is searched, in small letters."""
    bare = (unmarked(text).lower().replace("'", "").replace("’", "") for text in texts)
    return Counter(word for text in bare for word in WORD.findall(text))


def hashes(built: Built, code: str) -> dict[str, str]:
    """A hash of what is searched of each page that is to be found, by its path, in order. A page that is the very file
    of which this was noted before is not read: most are, after an edit.
    """
    place = built.edge.workroom / NOTE
    known = _read(place, code)
    noted = {page.relative_to(built.folder).as_posix(): _noted(page, built.folder, known) for page in built.pages()}
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps([code, noted]), encoding="utf-8")
    return {path: digest for path, (_, digest) in sorted(noted.items()) if digest}


def _noted(page: Path, folder: Path, known: Note) -> tuple[State, str]:
    found = page.stat()
    state = [found.st_ino, found.st_mtime_ns, found.st_size]
    before, digest = known.get(page.relative_to(folder).as_posix(), (None, ""))
    if before == state:
        return state, digest
    text = searched(page.read_text(encoding="utf-8"))
    return state, hashlib.sha256(text.encode()).hexdigest() if text else ""


def _read(place: Path, code: str) -> Note:
    """What was noted by the same code; nothing where that cannot be read."""
    with suppress(OSError, ValueError):
        by, pages = json.loads(place.read_bytes())
        return {path: (state, digest) for path, (state, digest) in pages.items()} if by == code else {}
    return {}
