"""From HTML to the bytes of a PDF. The only module that imports weasyprint."""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

from masthead.problem import MastheadError
from masthead.source import File

if TYPE_CHECKING:
    from weasyprint import Document

BASE = "https://files.invalid/"
VARIANT = "pdf/ua-1"
ORPHANS = (2, 3, 4, 1)  # lines of a paragraph at the foot of a page: the first number that loses no note is taken
NOTE = re.compile(r'<span class="footnote" id="([^"]+)">')


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


def typeset(html: str, files: Mapping[str, File]) -> bytes:
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
            return URLFetcherResponse(url, files[path].content())

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
