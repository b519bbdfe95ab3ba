"""The PDF manifesto, as another library reads it (pypdf)."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import html
from pypdf import PdfReader

from masthead.load import load
from tests.integration.conftest import ROOT, copy_of_demonstration, masthead

HOME = "association.example"


@pytest.fixture(scope="module")
def pdf(site: Path) -> PdfReader:
    """The finished file."""
    return PdfReader(site / "manifesto.pdf")


def annotations(pdf: PdfReader) -> list[Any]:
    """Every link of the file."""
    found: list[Any] = [entry.get_object() for page in pdf.pages for entry in page.get("/Annots", [])]
    return [entry for entry in found if entry["/Subtype"] == "/Link"]


def test_title_language_and_tags_are_set(pdf: PdfReader) -> None:
    network = load(ROOT).network
    assert network is not None
    root: Any = pdf.root_object
    assert pdf.metadata is not None
    assert pdf.metadata.title == network.manifesto.title
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_every_chapter_is_a_bookmark_in_reading_order(pdf: PdfReader) -> None:
    network = load(ROOT).network
    assert network is not None
    bookmarks = [" ".join(str(entry.title).split()) for entry in _flat(pdf.outline)]  # some spaces do not break
    titles = [chapter.title for chapter in network.chapters.values()]
    found = [title for title in titles if any(bookmark.endswith(title) for bookmark in bookmarks)]
    assert found == titles


def test_every_link_stays_in_the_file_or_leads_to_the_site(pdf: PdfReader, site: Path) -> None:
    names = set(pdf.named_destinations)
    inside = [str(link["/Dest"]) for link in annotations(pdf) if "/Dest" in link]
    outside = [str(link["/A"]["/URI"]) for link in annotations(pdf) if "/A" in link]
    assert len(inside) > 20
    assert {name for name in inside if name not in names} == set()
    assert [url for url in outside if not _is_on_site(url, site)] == []


def test_every_font_is_embedded(pdf: PdfReader) -> None:
    pages: list[Any] = list(pdf.pages)
    fonts = [font.get_object() for page in pages for font in page["/Resources"].get("/Font", {}).values()]
    descriptors = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert descriptors
    assert all({"/FontFile2", "/FontFile3"} & set(descriptor) for descriptor in descriptors)
    families = {str(one["/FontName"]).partition("+")[2].partition("-")[0] for one in descriptors}
    assert families == {"Newsreader", "Atkinson"}


def test_every_chapter_s_words_are_in_it(pdf: PdfReader) -> None:
    network = load(ROOT).network
    assert network is not None
    printed = _letters("".join(page.extract_text() for page in pdf.pages))
    titles = [chapter.title for chapter in network.chapters.values()]
    commitments = [one.title for one in network.manifesto.commitments]
    assert [words for words in (*titles, *commitments) if _letters(words) not in printed] == []


def test_the_back_of_the_cover_says_that_the_edition_is_illustrative(pdf: PdfReader) -> None:
    assert "Illustrative edition" in pdf.pages[1].extract_text()


@pytest.mark.parametrize("name", ["manifesto.pdf", "manifesto-a5.pdf"])
def test_the_pages_tell_its_size_and_number_of_pages(name: str, site: Path) -> None:
    size, pages = (site / name).stat().st_size, len(PdfReader(site / name).pages)
    tree = html.fromstring((site / "manifesto" / "index.html").read_text("utf-8"))
    details = [text.strip() for text in tree.xpath("//*[@class='mh-download__detail']/text()")]
    told = f"PDF, {pages} pages, {round(size / 1000)} kB, tagged for screen readers (PDF/UA)"
    assert told in details
    assert size < 500_000


@pytest.mark.prove
def test_one_colour_token_changes_the_site_and_the_pdf_and_nothing_is_printed_twice(tmp_path: Path) -> None:
    root = copy_of_demonstration(tmp_path)
    first = _build(root)
    printed = sorted((root / ".masthead" / "cache").iterdir())
    again = _build(root)
    assert again == first
    assert sorted((root / ".masthead" / "cache").iterdir()) == printed
    tokens = json.loads((root / "brand" / "tokens.json").read_text("utf-8"))
    surface = tokens["color"]["light"]["surface-brand"]
    surface["$value"] = {"colorSpace": "srgb", "components": [0, 0.2, 0.2], "hex": "#003333"}
    (root / "brand" / "tokens.json").write_text(json.dumps(tokens), encoding="utf-8")
    pdf, style = _build(root)
    assert "--mh-color-surface-brand: #003333" in style.decode()
    assert (pdf == first[0], style == first[1]) == (False, False)


def _build(root: Path) -> tuple[bytes, bytes]:
    built = masthead("build", cwd=root, env={"SOURCE_DATE_EPOCH": "1795305600"})
    assert built.returncode == 0, built.stderr
    return (root / "site" / "manifesto.pdf").read_bytes(), _style(root / "site").read_bytes()


def _style(site: Path) -> Path:
    (found,) = (site / "assets").glob("masthead.*.css")
    return found


def _flat(outline: Iterable[Any]) -> list[Any]:
    return [one for entry in outline for one in (_flat(entry) if isinstance(entry, list) else [entry])]


def _is_on_site(url: str, site: Path) -> bool:
    parts = urlsplit(url)
    if parts.scheme == "mailto":
        return True
    path = site / parts.path.lstrip("/")
    return parts.hostname == HOME and (path.is_file() or (path / "index.html").is_file())


def _letters(text: str) -> str:
    return "".join(letter for letter in text.replace("\u00ad", "") if letter.isalnum())
