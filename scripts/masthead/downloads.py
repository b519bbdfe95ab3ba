"""What pages tell of a finished PDF: its size, its pages, what a validator says of it. It is judged when it is made;
what was said is remembered, as every build offers the same file until its text changes.
"""

import hashlib
from dataclasses import replace
from functools import partial
from importlib.metadata import version

from pydantic import TypeAdapter

from masthead.artifact import Artifact, Cache, Recipe
from masthead.pdf.conformance import Conformance
from masthead.pdf.document import page_count
from masthead.pdf.judge import PROFILES, VALIDATOR, judge
from masthead.publish.papers import Download

DOWNLOAD = TypeAdapter(Download)


def download(path: str, content: bytes, conformance: Conformance) -> Download:
    """A PDF to offer at a path."""
    return Download(path, len(content), page_count(content), judge(content, conformance))


def remembered(printed: Artifact, cache: Cache, conformance: Conformance) -> Download:
    """The same of a PDF that the cache holds; nobody opens it again."""
    note = note_of(printed, conformance)
    if known := cache.get(note):
        return DOWNLOAD.validate_json(known)
    content = cache.make(printed.content) if isinstance(printed.content, Recipe) else b""
    return _noted(printed, content, cache, conformance)


def noting(printed: Artifact, cache: Cache, conformance: Conformance) -> Artifact:
    """The same; the process that makes it also notes what pages tell of it, so that this one need not open it."""
    if not isinstance(printed.content, Recipe):
        return printed
    return replace(printed, content=replace(printed.content, make=partial(_made, printed, cache, conformance)))


def _made(printed: Artifact, cache: Cache, conformance: Conformance) -> bytes:
    content = printed.content.make() if isinstance(printed.content, Recipe) else b""
    _noted(printed, content, cache, conformance)
    return content


def _noted(printed: Artifact, content: bytes, cache: Cache, conformance: Conformance) -> Download:
    found = download(printed.path, content, conformance)
    cache.keep(note_of(printed, conformance), DOWNLOAD.dump_json(found))
    return found


def note_of(printed: Artifact, conformance: Conformance) -> str:
    """The name under which it is remembered: it changes with the file, the validator, and the rules."""
    key = printed.content.key if isinstance(printed.content, Recipe) else ""
    rules = sorted((profile, sorted(other)) for profile, other in PROFILES[conformance].items())
    made_of = (key, printed.path, VALIDATOR, version(VALIDATOR), rules)
    return f"{hashlib.sha256(repr(made_of).encode()).hexdigest()}.json"
