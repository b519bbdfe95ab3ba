"""The manifesto in print: one PDF from the chapters and the brand. The only module that imports weasyprint."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from masthead.artifact import Artifact, Recipe
from masthead.dates import when_in_words
from masthead.model.page import Chapter
from masthead.problem import MastheadError
from masthead.publish.assets import font_faces, properties
from masthead.publish.cards import commitment_views
from masthead.publish.pieces import with_pieces
from masthead.publish.print_markdown import chapter_html
from masthead.publish.publication import InPrint, Publication, prose
from masthead.publish.views import Commitment
from masthead.render import plain, render, stylesheets
from masthead.source import File

if TYPE_CHECKING:
    from weasyprint import Document

PDF = "manifesto.pdf"
BASE = "https://files.invalid/"
VARIANT = "pdf/ua-1"
ORPHANS = (2, 3, 4, 1)  # lines of a paragraph at the foot of a page: the first number that loses no note is taken
NOTE = re.compile(r'<span class="footnote" id="([^"]+)">')
PRINT_STYLES = ("print/*.css", "components/*/*.print.css")


@dataclass(frozen=True)
class PrintChapter:
    """A chapter as it is printed."""

    number: int
    slug: str
    title: str
    summary: str
    body: Markup


@dataclass(frozen=True)
class PrintManifesto:
    """All that the print template prints."""

    language: str
    network: str
    title: str
    subtitle: str
    edition: str
    date: str
    summary: str
    illustrative: bool
    logo: str
    mark: str
    logo_alt: str
    styles: Markup
    chapters: tuple[PrintChapter, ...]
    commitments: tuple[Commitment, ...]
    colophon: str
    address: str


def manifesto_pdf(publication: Publication) -> Artifact:
    """The PDF as a recipe, whose key changes with the text, the brand, the drawings and WeasyPrint."""
    html = render("print/manifesto.html.jinja", it=print_view(publication))
    files = {path: file for path, file in publication.files.items() if path.startswith(("brand/", "manifesto/"))}
    parts = [str(html), weasyprint_version(), *(f"{path} {file.digest}" for path, file in files.items())]
    key = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    return Artifact(PDF, Recipe(key, lambda: _write_pdf(html, files)), publication.network.manifesto.path)


def print_view(publication: Publication) -> PrintManifesto:
    """What the template prints, with every link either inside the manifesto or to the site."""
    network = publication.network
    manifesto = network.manifesto
    chapters = {chapter.path: chapter.slug for chapter in network.chapters.values()}
    spot = InPrint(network, chapters, publication.hidden)
    numbered = enumerate(network.chapters.values(), 1)
    return PrintManifesto(
        language=network.settings.language,
        network=network.settings.title,
        title=manifesto.title,
        subtitle=manifesto.subtitle,
        edition=manifesto.edition,
        date=when_in_words(manifesto.date, network.settings.language),
        summary=plain(manifesto.summary),
        illustrative=manifesto.illustrative,
        logo=_logo(publication, "logo-on-brand"),
        mark=_logo(publication, "mark-on-brand"),
        logo_alt=network.settings.title,
        styles=Markup("\n").join(
            Markup(part)  # noqa: S704 (our own stylesheets, and properties made of checked tokens)
            for part in (font_faces(network.brand, "brand/"), properties(network.tokens), stylesheets(*PRINT_STYLES))
        ),
        chapters=tuple(_chapter(number, one, publication, spot) for number, one in numbered),
        commitments=tuple(commitment_views(publication, spot).values()),
        colophon=prose(spot, manifesto.colophon, manifesto.path),
        address=network.site.absolute("manifesto/"),
    )


def can_print() -> bool:
    """Whether WeasyPrint finds Pango on this machine."""
    try:
        import weasyprint  # noqa: F401 (half a second, and it fails where Pango is missing)
    except OSError:
        return False
    return True


def weasyprint_version() -> str:
    """The version of WeasyPrint, without importing it."""
    from importlib.metadata import version

    return version("weasyprint")


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def _chapter(number: int, chapter: Chapter, publication: Publication, spot: InPrint) -> PrintChapter:
    text = with_pieces(spot.body(chapter.body, chapter.path), publication, spot)
    extensions = publication.network.site.markdown_extensions
    body = chapter_html(text, chapter.slug, extensions)
    return PrintChapter(number, chapter.slug, chapter.title, plain(chapter.summary), body)


def _logo(publication: Publication, name: str) -> str:
    logo = publication.network.brand.logo(name) or publication.network.brand.logos[0]
    return f"brand/{logo.file}"


def _write_pdf(html: str, files: Mapping[str, File]) -> bytes:
    """The PDF of a document whose files are those given: nothing else is fetched, from disk or network."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    refused: list[str] = []

    class OwnFiles(URLFetcher):  # type: ignore[misc]
        """Serves the given files, and refuses everything else, which WeasyPrint alone would forgive."""

        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ARG002
            path = url.removeprefix(BASE)
            if path not in files:
                refused.append(url)
                raise ValueError(url)
            return URLFetcherResponse(url, files[path].absolute.read_bytes())

    for orphans in ORPHANS:
        document: Document = HTML(string=html, base_url=BASE, url_fetcher=OwnFiles()).render(
            font_config=FontConfiguration(),
            pdf_variant=VARIANT,
            stylesheets=[CSS(string=f"body {{ orphans: {orphans} }}")],
        )
        if refused:
            raise MastheadError(f"The manifesto asks for “{refused[0]}”, which is not among its files.")
        if not lost_notes(html, document):
            target = BytesIO()
            document.write_pdf(target, pdf_variant=VARIANT)
            return target.getvalue()
    raise MastheadError("WeasyPrint leaves out notes of the manifesto. Move a note, or change a paragraph near it.")


def lost_notes(html: str, document: "Document") -> set[str]:
    """The ids of notes that stand on no page: WeasyPrint 70 can forget one that it carries over to the next page."""
    printed = {anchor for page in document.pages for anchor in page.anchors}
    return set(NOTE.findall(html)) - printed
