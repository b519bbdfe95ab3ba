"""What pages tell of a finished PDF: its size, its pages, what a validator says of it. It is judged when it is made;
what was said is remembered, as every build offers the same file until its text changes.
"""

import hashlib
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
    found = download(printed.path, content, conformance)
    cache.keep(note, DOWNLOAD.dump_json(found))
    return found


def note_of(printed: Artifact, conformance: Conformance) -> str:
    """The name under which it is remembered: it changes with the file, the validator, and the rules."""
    key = printed.content.key if isinstance(printed.content, Recipe) else ""
    rules = sorted((profile, sorted(other)) for profile, other in PROFILES[conformance].items())
    made_of = (key, printed.path, VALIDATOR, version(VALIDATOR), rules)
    return f"{hashlib.sha256(repr(made_of).encode()).hexdigest()}.json"
