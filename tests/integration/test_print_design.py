"""The printed manifesto as a reader holds it: sizes, numbers, references, running heads, codes, colophon."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pypdfium2
import pytest
import zxingcpp
from lxml import html
from pypdf import PdfReader

from masthead.load import load
from masthead.model.network import Network
from tests.integration.conftest import ROOT

HOME = "https://association.example/"
SIZES = {"manifesto.pdf": (210, 297), "manifesto-a5.pdf": (148, 210)}
POINT_MM = 25.4 / 72
LIMIT = 500_000
CODE_SCALE = 3  # 216 dots to the inch: what a telephone sees
LABEL = "Illustrative edition"
APPENDIX = "What we promised, what we have done"
COVER = re.compile(rf"First edition, November 2026|{LABEL}")
CAPTIONS = {"Figure 2": "One round", "Figure 3": "The life", "Table 2": "Indicators"}


@pytest.fixture(scope="module")
def network() -> Network:
    """The demonstration's records."""
    found = load(ROOT).network
    assert found is not None
    return found


@pytest.fixture(params=SIZES, scope="module")
def file(request: pytest.FixtureRequest, site: Path) -> Path:
    """The finished file of each size."""
    return site / str(request.param)


@pytest.fixture(scope="module")
def pages(file: Path) -> tuple[str, ...]:
    """The words of every page, on one line."""
    return words(file)


@cache
def words(file: Path) -> tuple[str, ...]:
    """The words of every page of a file."""
    return tuple(on_one_line(page.extract_text()) for page in PdfReader(file).pages)


@cache
def laid_out(file: Path) -> tuple[str, ...]:
    """The words of every page of a file, line by line as they stand on it."""
    return tuple(page.extract_text(extraction_mode="layout") for page in PdfReader(file).pages)


def page_of(pages: tuple[str, ...], phrase: str) -> int:
    """The number of the last page that has a phrase: contents and references come before what they lead to."""
    return max(number for number, text in enumerate(pages, 1) if phrase in text)


def chapter_pages(file: Path) -> dict[str, int]:
    """The page on which each bookmark leads, by its words."""
    reader = PdfReader(file)
    return {
        on_one_line(str(one.title)): (reader.get_destination_page_number(one) or 0) + 1 for one in flat(reader.outline)
    }


def flat(outline: list[Any]) -> list[Any]:
    """Every bookmark of an outline."""
    return [one for entry in outline for one in (flat(entry) if isinstance(entry, list) else [entry])]


def on_one_line(text: str) -> str:
    """Words with single spaces between them, those that must not break among them."""
    return " ".join(text.replace("\u00ad", "").split())


def test_each_page_has_the_size_of_its_paper(file: Path) -> None:
    boxes = (page.mediabox for page in PdfReader(file).pages)
    sizes = {(round(float(box.width) * POINT_MM), round(float(box.height) * POINT_MM)) for box in boxes}
    assert sizes == {SIZES[file.name]}


def test_a_file_is_small_and_every_font_in_it_a_subset(file: Path) -> None:
    assert file.stat().st_size < LIMIT
    names = {str(font.get_object()["/BaseFont"]) for page in PdfReader(file).pages for font in _fonts(page)}
    assert names
    assert [name for name in names if not re.match(r"/[A-Z]{6}\+", name)] == []


def test_figures_and_tables_bear_numbers_in_their_order(pages: tuple[str, ...]) -> None:
    captions = re.findall(r"(Figure \d|Table \d) (?!\(page)(?=[A-Z])", " ".join(pages))
    assert captions == ["Figure 1", "Figure 2", "Table 1", "Figure 3", "Table 2"]


def test_a_reference_tells_the_page_on_which_its_goal_stands(pages: tuple[str, ...]) -> None:
    found = re.findall(r"((?:Figure|Table) \d) \(page (\d+)\)", " ".join(pages))
    captions = {name: page_of(pages, f"{name} {start}") for name, start in CAPTIONS.items()}
    assert found == [(name, str(captions[name])) for name in ("Figure 2", "Figure 3", "Table 2")]


def test_the_contents_tell_where_each_chapter_begins(file: Path, network: Network) -> None:
    begins = chapter_pages(file)
    lines = {on_one_line(line) for text in laid_out(file)[:4] for line in text.splitlines()}
    told = {f"{number} {one.title} {begins[one.title]}" for number, one in enumerate(network.chapters.values(), 1)}
    assert told - lines == set()


def test_left_pages_are_headed_by_their_chapter_and_right_ones_by_a_section(file: Path, network: Network) -> None:
    chapters = {one.title for one in network.chapters.values()} | {"The commitments", APPENDIX}
    bodies = (one.body for one in network.chapters.values())
    sections = {title for body in bodies for title in re.findall(r"^## (.+)$", body, re.MULTILINE)}
    sections |= {f"C{number} {one.title}" for number, one in enumerate(network.manifesto.commitments, 1)}
    begin = {page for title, page in chapter_pages(file).items() if title in chapters}
    heads = {number: head for number, head in running_heads(file) if number not in begin}
    assert {number for number, head in heads.items() if number % 2 == 0 and head not in {"", *chapters}} == set()
    assert {number for number, head in heads.items() if number % 2 and head not in {"", *sections, *chapters}} == set()
    assert len(chapters & set(heads.values())) > 4
    assert len(sections & set(heads.values())) > 4


def test_every_chapter_and_the_appendix_end_with_a_code_that_leads_to_their_page(
    file: Path, network: Network, site: Path
) -> None:
    read = [code for page in codes(file) for code in page]
    chapters = [f"{HOME}manifesto/{chapter.slug}/" for chapter in network.chapters.values()]
    assert read == [f"{HOME}manifesto/", *chapters, f"{HOME}promises/"]
    assert [one for one in read if not (site / urlsplit(one).path.lstrip("/") / "index.html").is_file()] == []


def test_every_commitment_is_numbered_and_its_address_leads_to_it(file: Path, network: Network, site: Path) -> None:
    lines = {on_one_line(line) for text in laid_out(file) for line in text.splitlines()}
    anchors = set(html.fromstring((site / "manifesto" / "index.html").read_text("utf-8")).xpath("//@id"))
    for number, one in enumerate(network.manifesto.commitments, 1):
        assert f"C{number} {one.title}" in lines
        assert f"commitment-{one.id}" in anchors
    there = {f"{HOME}manifesto/#commitment-{one.id}" for one in network.manifesto.commitments}
    assert there <= addresses(file)


def test_the_colophon_tells_what_a_library_asks(pages: tuple[str, ...]) -> None:
    assert {"First edition, November 2026", LABEL} <= set(COVER.findall(pages[0]))
    for line in (
        "About this edition",
        LABEL,
        "Edition Published by Contact Licence Type Made with Checked by",
        "First edition, November 2026 Association of Health and Care Provider Groups",
        "hello@association.example. This address is illustrative.",
        "Text and drawings may be shared",
        "Set in Newsreader (licence) and Atkinson Hyperlegible Next (licence).",
        "which tests this file against PDF/UA-1 and PDF/A-3a each time it is made.",
        "The manifesto as it stands today: association.example/manifesto/",
    ):
        assert line in pages[1]


def test_the_site_offers_both_sizes_and_tells_how_they_were_checked(site: Path) -> None:
    tree = html.fromstring((site / "manifesto" / "index.html").read_text("utf-8"))
    details = tree.xpath("//*[@class='mh-download__detail']/text()")
    files = [site / name for name in SIZES]
    told = "PDF, {} pages, {} kB, tagged for screen readers (PDF/UA)"
    assert details == [told.format(len(words(one)), round(one.stat().st_size / 1000)) for one in files]
    checked = html.fromstring((site / "manifesto" / "how-it-was-checked" / "index.html").read_text("utf-8"))
    rows = [[cell.text_content() for cell in row] for row in checked.xpath("//tbody/tr")]
    sizes = [f"{size}, {len(words(one))} pages" for size, one in zip(("A4", "A5"), files, strict=True)]
    assert [(row[0], row[1], row[4]) for row in rows] == [
        (size, profile, "0") for size in sizes for profile in ("PDF/UA-1", "PDF/A-3a")
    ]
    assert all(int(row[3]) > 50 for row in rows)


def test_on_the_site_figures_and_tables_have_the_numbers_of_print(site: Path) -> None:
    page = html.fromstring((site / "manifesto" / "evidence" / "index.html").read_text("utf-8"))
    (figure,) = page.xpath("//figure[@id='indicators']")
    assert [child.tag for child in figure.iter("figcaption", "table")] == ["figcaption", "table"]
    assert figure[0].text_content().startswith("Table 2 Indicators of the kind")
    assert page.xpath("//a[@href='#indicators']/text()") == ["Table 2"]


def running_heads(file: Path) -> Iterator[tuple[int, str]]:
    """The words that stand above the text of each page, with its number."""
    with pypdfium2.PdfDocument(file) as document:
        for number, page in enumerate(document, 1):
            width, height = page.get_size()
            text = page.get_textpage().get_text_bounded(0, height * 0.92, width, height)
            yield number, " ".join(text.split()) if page_is_inside(number, len(document)) else ""


def page_is_inside(number: int, count: int) -> bool:
    """Whether a page is neither a cover nor in front of the chapters."""
    return 3 < number < count


def codes(file: Path) -> Iterator[list[str]]:
    """What the codes on each page say."""
    with pypdfium2.PdfDocument(file) as document:
        for page in document:
            picture = page.render(scale=CODE_SCALE).to_pil().convert("L")
            yield [
                code.text
                for code in zxingcpp.read_barcodes(
                    picture, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
                )
            ]


def addresses(file: Path) -> set[str]:
    """Where the links lead that leave the file."""
    links = (entry.get_object() for page in PdfReader(file).pages for entry in page.get("/Annots", []))
    return {str(link["/A"]["/URI"]) for link in links if "/URI" in link.get("/A", {})}


def _fonts(page: Any) -> list[Any]:
    return list(page["/Resources"].get("/Font", {}).values())


def test_the_appendix_is_in_the_contents_and_says_on_which_page_each_commitment_is_told_of(
    pages: tuple[str, ...], file: Path, network: Network
) -> None:
    begin = chapter_pages(file)[APPENDIX]
    assert any(on_one_line(line) == f"{APPENDIX} {begin}" for line in laid_out(file)[2].splitlines())
    glance = pages[begin - 1]
    for number, one in enumerate(network.manifesto.commitments, 1):
        row = re.search(rf"{re.escape(one.title)} (?:No evidence yet|Evidence) page (\d+)", glance)
        assert row, one.title
        assert chapter_pages(file)[f"C{number} {one.title}"] == int(row[1])
