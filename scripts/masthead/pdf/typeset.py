"""From HTML to the bytes of a PDF. The only module that imports weasyprint."""

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from masthead.halt import MastheadError
from masthead.pdf.conformance import STANDARDS, Conformance
from masthead.pdf.layout import MisprintedError, faces_of, misprints
from masthead.pdf.marks import Marks
from masthead.pdf.numbers import number_items
from masthead.source import File

if TYPE_CHECKING:
    from weasyprint import Document
    from weasyprint.text.fonts import FontConfiguration

BASE = "https://files.invalid/"
OPTIONS = {"pdf_tags": True, "uncompressed_pdf": True}  # repairing compresses
ORPHANS = (2, 3, 4, 1)  # lines of a paragraph at the foot of a page: the first number that loses no note is taken
NOTE = re.compile(r'<span class="footnote" id="([^"]+)">')


class NoPangoError(MastheadError):
    """WeasyPrint does not find Pango on this machine."""


def can_print() -> bool:
    """Whether WeasyPrint finds Pango on this machine."""
    try:
        import weasyprint  # noqa: F401 (half a second, and it fails where Pango is missing)
    except OSError:
        return False
    return True


def typeset(html: str, files: Mapping[str, File], conformance: Conformance) -> tuple[bytes, Marks]:
    """The PDF of a document whose files are those given, without tags, and what is drawn in it. Nothing else is
    fetched, from disk or network. Raises MisprintedError with everything that cannot be printed as it is written, and
    NoPangoError.
    """
    if not can_print():
        raise NoPangoError("WeasyPrint does not find Pango on this machine.")
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    try:
        with _no_silent_hole(), _carried_notes():
            options = {**OPTIONS, "pdf_version": STANDARDS[conformance].version}
            document, marks = _laid_out(html, files, fonts, options)
            if found := tuple(misprints(document.pages, faces_of(html, files))):
                raise MisprintedError(found)
            return _written(document, marks, options)
    finally:
        fonts.__del__()  # removes the unpacked fonts now: where nothing is collected, nobody else does


def _laid_out(
    html: str, files: Mapping[str, File], fonts: "FontConfiguration", options: Mapping[str, object]
) -> tuple["Document", Marks]:
    """The pages of a document, with all its notes, and what will be drawn on them."""
    from weasyprint import CSS, HTML
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    refused: list[str] = []

    class OwnFiles(URLFetcher):  # type: ignore[misc]
        """Serves the given files, and refuses everything else, which WeasyPrint alone would forgive."""

        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ARG002
            path = url.removeprefix(BASE)
            if path not in files:
                refused.append(url)
                raise ValueError(url)
            return URLFetcherResponse(url, files[path].content())

    source = HTML(string=html, base_url=BASE, url_fetcher=OwnFiles())
    number_items(source.etree_element)
    for orphans in ORPHANS:
        document: Document = source.render(
            font_config=fonts,
            **options,
            stylesheets=[CSS(string=f"body {{ orphans: {orphans} }}")],
        )
        if refused:
            raise MastheadError(f"The manifesto asks for “{refused[0]}”, which is not among its files.")
        if not lost_notes(html, document):
            return document, Marks(source.etree_element)
    raise MastheadError("WeasyPrint leaves out notes of the manifesto. Move a note, or change a paragraph near it.")


def _written(document: "Document", marks: Marks, options: Mapping[str, object]) -> tuple[bytes, Marks]:
    """The file, while the taking of notes stands in for WeasyPrint’s tagger."""
    import weasyprint.pdf

    target = BytesIO()
    tagger = weasyprint.pdf.add_tags
    weasyprint.pdf.add_tags = marks.note
    try:
        document.write_pdf(target, **options)
    finally:
        weasyprint.pdf.add_tags = tagger
    return target.getvalue(), marks


def lost_notes(html: str, document: "Document") -> set[str]:
    """The ids of notes that stand on no page: WeasyPrint 70 can forget one that it carries over to the next page."""
    printed = {anchor for page in document.pages for anchor in page.anchors}
    return set(NOTE.findall(html)) - printed


@contextmanager
def _carried_notes() -> Iterator[None]:
    """Notes that one page carries over to the next are there when only the next is laid out again.

    WeasyPrint 70 lays out single pages again when page numbers become known, and then has forgotten what the page
    before had carried over. Without this, the whole book would have to be laid out again in some other way.
    """
    import weasyprint.layout.page as module

    carried: dict[int, list[Any]] = {}
    remake = module.remake_page

    def remake_with_notes(index: int, context: Any, root_box: Any, html: Any) -> Any:
        context.reported_footnotes = list(carried.get(index, ()))
        made = remake(index, context, root_box, html)
        before, carried[index + 1] = carried.get(index + 1), list(context.reported_footnotes)
        if before not in (None, carried[index + 1]) and index + 2 < len(context.page_maker):
            context.page_maker[index + 1][-1]["content_changed"] = True
        return made

    module.remake_page = remake_with_notes
    try:
        yield
    finally:
        module.remake_page = remake


@contextmanager
def _no_silent_hole() -> Iterator[None]:
    """Raises MastheadError where WeasyPrint could not show something; by itself it only writes so in its log."""
    holes: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.levelno >= logging.WARNING:  # a picture, a font, a link, a rule of a stylesheet
                holes.append(record.getMessage())

    log, listener = logging.getLogger("weasyprint"), Listener()
    log.addHandler(listener)
    try:
        yield
    finally:
        log.removeHandler(listener)
    if holes:
        raise MastheadError(f"Something of the manifesto cannot be printed. WeasyPrint says: {holes[0]}")
