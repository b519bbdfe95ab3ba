"""Pages that authors write whole, and the files beside them."""

import hashlib
import re
from collections.abc import Iterator
from functools import partial

from masthead import painting, typefaces
from masthead.addresses import COOKIES, PRIVACY, on_site
from masthead.artifact import Artifact, Job, Recipe
from masthead.model.page import Page
from masthead.painting import painted_for_screen
from masthead.publish import views
from masthead.publish.labels import record_labels
from masthead.publish.page import page_artifact, pages_of
from masthead.publish.pieces import with_pieces
from masthead.publish.publication import Publication
from masthead.source import File


def publish_pages(publication: Publication) -> Iterator[Job]:
    """One page per Markdown file of content/, its live pieces filled. Of two pages only a part is an author’s."""
    whole = (one for one in publication.network.pages.values() if on_site(one.path) not in (PRIVACY, COOKIES))
    return pages_of(whole, publication, _page)


def _page(record: Page, publication: Publication) -> Artifact:
    page = publication.page(record.path)
    body = with_pieces(page.body(record.body, record.path), publication, page)
    if record.layout == "home":
        body = _in_bands(body)
    head = views.Head(title=record.title, labels=record_labels(record, publication))
    hidden = {"hide": list(record.hide)} if record.hide else {}
    described = record.model_copy(update={"summary": record.description or record.summary})
    return page_artifact(publication, page.page, described, head, [body], layout=record.layout, **hidden)


def publish_files(publication: Publication) -> Iterator[Artifact]:
    """Pictures and other files that stand beside pages and records; brand/ is published with the theme."""
    for path, file in publication.files.items():
        target = None if path.startswith("brand/") else on_site(path)
        if target:
            yield Artifact(target, _painted(publication, file) if path.endswith(".svg") else file, path)


def _painted(publication: Publication, file: File) -> Recipe:
    """A drawing in the colours of the brand, for light and for dark ground, with the letters of its words."""
    tokens, files = publication.network.tokens, publication.files
    named = ((font, files.get(f"brand/{font.file}")) for font in publication.network.brand.fonts)
    faces = tuple((font, there) for font, there in named if there)
    made_of = (
        file.digest,
        sorted(tokens.items()),
        [(font, one.digest) for font, one in faces],
        painting.MAKER,
        typefaces.MAKER,
    )
    key = hashlib.sha256(repr(made_of).encode()).hexdigest()
    return Recipe(key, partial(painted_for_screen, file, tokens, faces))


def _in_bands(body: str) -> str:
    """The home page's Markdown with a section of its own for the opening and for every second-level heading."""
    opening, *parts = re.split(r"^(?=## )", body, flags=re.MULTILINE)
    bands = (f'<section class="mh-band" markdown="1">\n\n{part.strip()}\n\n</section>' for part in parts)
    return "\n\n".join((f'<div class="mh-opening" markdown="1">\n\n{opening.strip()}\n\n</div>', *bands))
