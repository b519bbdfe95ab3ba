"""What pages may show of records that are not theirs: everything but the body of some.

Most edits change a sentence in the body of one record, which stands on one page. The bodies of other families are in
the outline: pieces stand in them that fill lists, and chapters are numbered together.
"""

import hashlib
from collections.abc import Iterator

from masthead.load import family_of
from masthead.publish.publication import Publication
from masthead.source import Source, Sources

ON_ONE_PAGE = ("events", "case_studies", "members", "people", "news")
BODY = "body"


def outline(publication: Publication, sources: Sources) -> str:
    """A hash of all that the artifacts of a publication are made of, without the bodies that stand on one page. Not in
    it are the finished PDFs, of which pages tell the sizes, the code of Masthead, and the libraries.
    """
    outside = (publication.day, publication.stamp, publication.preview, publication.conformance)
    made = hashlib.sha256(repr(outside).encode())
    for path, said in _said(sources):
        made.update(f"{len(path)} {len(said)} {path}{said}".encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def _said(sources: Sources) -> Iterator[tuple[str, str]]:
    for path, source in sources.texts.items():
        yield path, repr(_without_body(source)) if family_of(path) in ON_ONE_PAGE else source.text
    for path, file in sources.files.items():
        yield path, file.digest


def _without_body(source: Source) -> dict[str, object]:
    return {name: value for name, value in source.content.items() if name != BODY}
