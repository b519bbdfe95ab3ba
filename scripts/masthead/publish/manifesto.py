"""The manifesto in print: one PDF from the chapters and the brand."""

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from masthead.artifact import Artifact, Recipe
from masthead.dates import when_in_words
from masthead.model.page import Chapter
from masthead.pdf.make import Order, make
from masthead.publish.assets import font_faces, properties
from masthead.publish.cards import commitment_views
from masthead.publish.pieces import with_pieces
from masthead.publish.print_markdown import chapter_html
from masthead.publish.publication import InPrint, Publication, prose
from masthead.publish.views import Commitment
from masthead.render import plain, render, stylesheets

PDF = "manifesto.pdf"
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
    """The PDF as a recipe, whose key changes with the text, the brand, the drawings, its conformance and its tools."""
    html = render("print/manifesto.html.jinja", it=print_view(publication))
    files = {path: file for path, file in publication.files.items() if path.startswith(("brand/", "manifesto/"))}
    order = Order(html=html, files=files, conformance=publication.conformance, stamp=_stamp(publication))
    return Artifact(PDF, Recipe(order.key, lambda: make(order)), publication.network.manifesto.path)


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


def _stamp(publication: Publication) -> dt.datetime:
    """When the manifesto was last changed: where a file of it does not say, the moment of the publication."""
    network = publication.network
    days = [record.updated for record in (network.manifesto, *network.chapters.values())]
    known = [day for day in days if day is not None]
    latest = dt.datetime.combine(max(known), dt.time(), dt.UTC) if len(known) == len(days) else publication.stamp
    return latest


def _chapter(number: int, chapter: Chapter, publication: Publication, spot: InPrint) -> PrintChapter:
    text = with_pieces(spot.body(chapter.body, chapter.path), publication, spot)
    extensions = publication.network.site.markdown_extensions
    body = chapter_html(text, chapter.slug, extensions)
    return PrintChapter(number, chapter.slug, chapter.title, plain(chapter.summary), body)


def _logo(publication: Publication, name: str) -> str:
    logo = publication.network.brand.logo(name) or publication.network.brand.logos[0]
    return f"brand/{logo.file}"
