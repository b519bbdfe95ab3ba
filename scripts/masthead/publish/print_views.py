"""What the printed manifesto prints, prepared."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version

from markupsafe import Markup

from masthead.addresses import CHAPTERS, address
from masthead.dates import when_in_words
from masthead.model.brand import Brand
from masthead.model.page import Chapter
from masthead.pdf.judge import PROFILES, VALIDATOR
from masthead.publish.cards import commitment_views, web_address
from masthead.publish.in_print import InPrint
from masthead.publish.papers import CHECKED
from masthead.publish.pieces import with_pieces
from masthead.publish.print_accounts import PrintAccounts, print_accounts
from masthead.publish.print_markdown import chapter_html, sections
from masthead.publish.publication import Publication, prose
from masthead.publish.qr import print_code
from masthead.publish.typography import ended
from masthead.publish.views import Anchor, Commitment, Fact
from masthead.render import plain


@dataclass(frozen=True)
class PrintChapter:
    """A chapter as it is printed. `code` leads to `address`, its page on the web."""

    number: int
    slug: str
    title: str
    summary: str
    sections: tuple[Anchor, ...]
    body: Markup
    address: Anchor
    code: Markup


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
    chapters: tuple[PrintChapter, ...]
    commitments: tuple[Commitment, ...]
    accounts: PrintAccounts | None
    colophon: str
    facts: tuple[Fact, ...]
    address: Anchor
    code: Markup


def print_manifesto(publication: Publication) -> PrintManifesto:
    """What the template prints, with every link either inside the manifesto or to the site."""
    network = publication.network
    manifesto = network.manifesto
    chapters = enumerate(network.chapters.values(), 1)
    spot = InPrint(network, {chapter.path: chapter.slug for chapter in network.chapters.values()}, publication.hidden)
    there = web_address(publication, CHAPTERS)
    return PrintManifesto(
        language=network.settings.language,
        network=network.settings.title,
        title=manifesto.title,
        subtitle=manifesto.subtitle,
        edition=manifesto.edition,
        date=when_in_words(manifesto.date, network.settings.language),
        summary=plain(manifesto.summary),
        illustrative=manifesto.illustrative,
        logo=logo_file(network.brand, "logo-on-brand"),
        mark=logo_file(network.brand, "mark-on-brand"),
        logo_alt=network.settings.title,
        chapters=tuple(_chapter(number, one, publication, spot) for number, one in chapters),
        commitments=tuple(replace(one, text=ended(one.text)) for one in commitment_views(publication, spot).values()),
        accounts=print_accounts(publication, spot),
        colophon=prose(spot, manifesto.colophon, manifesto.path),
        facts=tuple(_facts(publication, spot)),
        address=there,
        code=print_code(there, network.tokens),
    )


def _facts(publication: Publication, spot: InPrint) -> Iterator[Fact]:
    """What a library asks of a book, and what an archive asks of a file."""
    network, manifesto = publication.network, publication.network.manifesto
    settings = network.settings
    yield Fact("Edition", f"{manifesto.edition}, {when_in_words(manifesto.date, publication.language)}")
    yield Fact("Published by", settings.title)
    yield Fact(
        "Contact", f"[{settings.contact.email}](mailto:{settings.contact.email}). {settings.contact.note}".strip()
    )
    if manifesto.licence:
        yield Fact("Licence", prose(spot, manifesto.licence, manifesto.path))
    yield Fact("Type", f"Set in {' and '.join(_typefaces(network.brand, spot))}.")
    yield Fact("Made with", f"Masthead and WeasyPrint {version('weasyprint')}, from the files that make the website.")
    profiles = " and ".join(PROFILES[publication.conformance])
    checked = network.site.absolute(address(CHECKED))
    yield Fact(
        "Checked by",
        f"{VALIDATOR} {version(VALIDATOR)}, which tests this file against {profiles} each time it is made. A file that "
        f"breaks a rule is not published. [How this document was checked]({checked})",
    )


def _typefaces(brand: Brand, spot: InPrint) -> Iterator[str]:
    """Each family once, with a link to its licence."""
    for family in dict.fromkeys(font.family for font in brand.fonts):
        licence = next((font.licence for font in brand.fonts if font.family == family and font.licence), "")
        yield f"{family} ([licence]({spot.asset(f'assets/brand/{licence}')}))" if licence else family


def logo_file(brand: Brand, name: str) -> str:
    """The drawing of the logo of that name, or the first that there is."""
    return f"brand/{(brand.logo(name) or brand.logos[0]).file}"


def _chapter(number: int, chapter: Chapter, publication: Publication, spot: InPrint) -> PrintChapter:
    text = with_pieces(spot.body(publication.numbered.texts[chapter.path], chapter.path), publication, spot)
    body = chapter_html(text, chapter.slug, publication.network.site.markdown_extensions, publication.language)
    there = web_address(publication, chapter.path)
    return PrintChapter(
        number=number,
        slug=chapter.slug,
        title=ended(chapter.title),
        summary=ended(plain(chapter.summary)),
        sections=tuple(Anchor(title, f"#{anchor}") for anchor, title in sections(body)),
        body=body,
        address=there,
        code=print_code(there, publication.network.tokens),
    )
