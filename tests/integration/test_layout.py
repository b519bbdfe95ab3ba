"""The printed pages keep the laws of good layout; for each law a page that breaks it shows that it is looked for."""

from pathlib import Path

import pytest

from masthead.pdf.conformance import Conformance
from masthead.pdf.make import Order, make
from masthead.publish.papers import A4, A5, Paper
from tests.conftest import STAMP
from tests.integration.conftest import EVERY_FILE, Print
from tests.judges import layout
from tests.judges.layout import (
    printed_numbers,
    running_heads,
    short_last_pages,
    stranded_captions,
    stranded_headings,
    tables_without_heads,
    widows_and_orphans,
    wrong_page_numbers,
    wrong_running_heads,
)
from tests.judges.tags import TaggedPdf

LAWS = (
    *(widows_and_orphans, stranded_headings, stranded_captions, tables_without_heads),
    *(wrong_page_numbers, wrong_running_heads),
)


@EVERY_FILE
@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_every_law_is_kept(printed: Print, law: layout.Law, name: str, conformance: str, paper: Paper) -> None:
    assert list(law(TaggedPdf(printed(name, conformance, paper).file))) == []


@pytest.mark.parametrize(("conformance", "paper"), [("ua-1", A4), ("ua-2", A5)], ids=["A4", "A5"])
def test_no_chapter_of_the_demonstration_ends_with_a_page_of_some_few_lines(
    printed: Print, conformance: str, paper: Paper
) -> None:
    assert list(short_last_pages(TaggedPdf(printed("demonstration", conformance, paper).file))) == []


def test_the_laws_have_something_to_judge(printed: Print) -> None:
    pdf = TaggedPdf(printed("awkward", "ua-2", A4).file)
    assert len(list(printed_numbers(pdf))) > 15
    assert len([page for page in range(len(pdf.pages)) if running_heads(pdf, page)]) > 20
    crossing = [node for node in layout.nodes(pdf.tree) if len({words.page for words in node.words}) > 1]
    assert {"P", "Table", "L", "TBody"} <= {node.role for node in crossing}


# Eleven lines go on a page of these.
STYLE = """
@page { size: 300px 115px; margin: 0 }
* { margin: 0; padding: 0; font: 10px/10px serif; border-spacing: 0; orphans: 1; widows: 1; break-after: auto }
"""
HEADED = "@page { size: 300px 140px; margin-top: 25px; @top-left { content: 'Another chapter' } }"


def lines(number: int) -> str:
    """A paragraph of so many lines."""
    return f"<p>{'<br>'.join(f'Line {one}.' for one in range(1, number + 1))}</p>"


def rows(number: int) -> str:
    """A table of so many rows, with a head and a caption."""
    body = "".join(f"<tr><td>Row {one}.</td></tr>" for one in range(1, number + 1))
    return f"<table><caption>Rows</caption><thead><tr><th>Head</th></tr></thead><tbody>{body}</tbody></table>"


BAD = {
    "an orphan": (
        widows_and_orphans,
        f"{lines(10)}{lines(3)}",
        "",
        ["page 1: the first line of “Line 1. Line 2. Line 3.” stands alone at the foot"],
    ),
    "a widow": (
        widows_and_orphans,
        f"{lines(9)}{lines(3)}",
        "",
        ["page 2: the last line of “Line 1. Line 2. Line 3.” stands alone at the head"],
    ),
    "a stranded heading": (
        stranded_headings,
        f"{lines(10)}<h2>Heading</h2>{lines(3)}",
        "",
        ["page 1: nothing follows “Heading”"],
    ),
    "a stranded caption": (
        stranded_captions,
        f"{lines(10)}{rows(3)}",
        "",
        ["page 1: “Rows” is parted from what it describes"],
    ),
    "a table without heads": (
        tables_without_heads,
        rows(12),
        "thead { display: table-row-group }",
        ["page 2: the table goes on without its head “Head”"],
    ),
    "a wrong number": (
        wrong_page_numbers,
        f"<p><a href='#there'>See page 7</a></p>{lines(11)}<p id='there'>There.</p>",
        "",
        ["“See page 7” leads to page 2"],
    ),
    "a wrong running head": (
        wrong_running_heads,
        f"<h1>Title</h1><h2>Chapter</h2>{lines(3)}",
        HEADED,
        ["page 1: above “Chapter” stands “Another chapter”"],
    ),
    "no running head": (
        wrong_running_heads,
        f"<h1>Title</h1><section><h2>Chapter</h2>{lines(20)}</section>",
        "",
        ["page 2: nothing says that this is “Chapter”"],
    ),
    "a short last page": (
        short_last_pages,
        f"<h1>Title</h1><section><h2>Chapter</h2>{lines(12)}</section>",
        "",
        ["page 2: “Chapter” ends with 3 lines on it"],
    ),
}


@pytest.mark.parametrize(("law", "body", "style", "expected"), BAD.values(), ids=list(BAD))
def test_what_breaks_a_law_is_found(
    tmp_path: Path, law: layout.Law, body: str, style: str, expected: list[str]
) -> None:
    html = f'<html lang="en"><head><title>Bad</title><style>{STYLE}{style}</style></head><body>{body}</body></html>'
    file = tmp_path / "bad.pdf"
    file.write_bytes(make(Order(html=html, files={}, conformance=Conformance.UA_1, stamp=STAMP)))
    assert list(law(TaggedPdf(file))) == expected
