"""What the finished file tells a program that reads it aloud is what the HTML says: all of it, once, in its order."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from lxml import html
from pikepdf import Array, Dictionary, Name, Object, Pdf

from masthead.pdf.conformance import Conformance
from masthead.pdf.make import Order, make
from masthead.publish.papers import A4, Paper
from tests.conftest import STAMP
from tests.integration.conftest import EVERY_FILE, Print
from tests.judges.layout import nodes
from tests.judges.outline import difference, of_html, of_pdf, settled, tidy
from tests.judges.tags import Link, Node, TaggedPdf, Words


def misheard(source: str, file: Path) -> str:
    """Where what the file tells parts from what the HTML says."""
    said = settled(of_html(source))
    heard = settled(of_pdf(TaggedPdf(file), "\n".join(said.texts())))
    return difference(list(said.lines()), list(heard.lines()))


@EVERY_FILE
def test_nothing_is_lost_doubled_or_out_of_order(printed: Print, name: str, conformance: str, paper: Paper) -> None:
    one = printed(name, conformance, paper)
    assert misheard(one.html, one.file) == ""


@EVERY_FILE
def test_text_outside_the_tags_is_a_running_head_a_folio_or_the_repeated_head_of_a_table(
    printed: Print, name: str, conformance: str, paper: Paper
) -> None:
    pdf = TaggedPdf(printed(name, conformance, paper).file)
    heads = {words.mark.text for node in nodes(pdf.tree) if node.role == "THead" for words in node.words}
    assert [
        (page + 1, mark)
        for page, mark in pdf.untagged
        if mark.text.strip() and mark.properties.get("Type") != "/Pagination" and mark.text not in heads
    ] == []
    assert {mark.tag for _, mark in pdf.untagged if mark.text or mark.pictures} == {"Artifact"}


@EVERY_FILE
def test_the_way_back_from_content_to_tags_is_the_way_there(
    printed: Print, name: str, conformance: str, paper: Paper
) -> None:
    pdf = TaggedPdf(printed(name, conformance, paper).file)
    back = pikepdf.NumberTree(pdf.pdf.Root.StructTreeRoot.ParentTree)
    for node in nodes(pdf.tree):
        for child in node.children:
            if isinstance(child, Words) and child.mark.number is not None:
                number = int(pdf.pdf.pages[child.page].StructParents)
                assert back[number][child.mark.number].objgen == node.element.objgen


@EVERY_FILE
def test_every_link_inside_leads_to_what_its_address_names(
    printed: Print, name: str, conformance: str, paper: Paper
) -> None:
    one = printed(name, conformance, paper)
    pdf, tree = TaggedPdf(one.file), html.document_fromstring(one.html)
    named = of_html(one.html).links_inside()
    links = [node for node in nodes(pdf.tree) if node.role == "Link"]
    inside = [areas[0] for node in links if (areas := _areas(node)) and not areas[0].uri]
    pairs = list(zip(inside, named, strict=True))
    assert len(pairs) > 20
    assert [name for area, name in pairs if not _lands_on(pdf, area, _words_at(tree, name))] == []


@EVERY_FILE
def test_every_link_says_in_words_where_it_leads_and_is_printed(
    printed: Print, name: str, conformance: str, paper: Paper
) -> None:
    pdf = TaggedPdf(printed(name, conformance, paper).file)
    for node in nodes(pdf.tree):
        if node.role == "Link":
            pictures = [one.alternative for one in nodes(node) if one.role == "Figure"]
            spoken = _letters("".join(filter(None, [node.text, *pictures])))
            for area in _areas(node):
                assert _letters(area.contents) in spoken, area
                assert area.contents, area
                assert area.flags & 4, area


@pytest.mark.parametrize(
    "items",
    [
        '<ol start="7"><li>Seven</li><li>Eight</li></ol>',
        '<ol><li>One</li><li value="5">Five</li><li>Six</li></ol>',
        "<ol reversed><li>Three</li><li>Two</li><li>One</li></ol>",
    ],
)
def test_numbers_are_those_that_the_author_gave(tmp_path: Path, items: str) -> None:
    source = f'<html lang="en"><head><title>Numbers</title></head><body>{items}</body></html>'
    file = tmp_path / "numbers.pdf"
    file.write_bytes(make(Order(html=source, files={}, conformance=Conformance.UA_1, stamp=STAMP)))
    assert misheard(source, file) == ""


# Each of these breaks a good file in one place; the outline must tell.


def first(pdf: Pdf, role: str) -> Object:
    return next(one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/S") == Name(f"/{role}"))


def lose_a_paragraph(pdf: Pdf) -> None:
    paragraph = first(pdf, "P")
    paragraph.K = Array([])


def double_a_paragraph(pdf: Pdf) -> None:
    paragraph = first(pdf, "P")
    paragraph.P.K.append(paragraph)


def swap_two_items(pdf: Pdf) -> None:
    items = first(pdf, "TBody").K
    items[0], items[1] = items[1], items[0]


def change_a_level(pdf: Pdf) -> None:
    first(pdf, "H3").S = Name.H4


def lose_an_alternative(pdf: Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/S") == Name.Figure and "/Alt" in one:
            del one.Alt


def change_a_scope(pdf: Pdf) -> None:
    first(pdf, "TH").A = Array([Dictionary(O=Name.Table, Scope=Name.Row)])


def lose_a_label(pdf: Pdf) -> None:
    first(pdf, "LI").K[0].S = Name.Span


def flatten_a_list(pdf: Pdf) -> None:
    first(pdf, "L").S = Name.Div


def lead_elsewhere(pdf: Pdf) -> None:
    for page in pdf.pages:
        for one in page.get("/Annots", []):
            if "/A" in one and "/URI" in one.A:
                one.A.URI = "https://elsewhere.example/"


def change_a_language(pdf: Pdf) -> None:
    first(pdf, "H3").Lang = "fr"


def lose_a_note(pdf: Pdf) -> None:
    first(pdf, "Note").S = Name.Span


@pytest.mark.parametrize(
    "breaking",
    [
        *(lose_a_paragraph, double_a_paragraph, swap_two_items, change_a_level, lose_an_alternative, change_a_scope),
        *(lose_a_label, flatten_a_list, lead_elsewhere, change_a_language, lose_a_note),
    ],
)
def test_a_file_that_tells_something_else_is_noticed(
    printed: Print, tmp_path: Path, breaking: Callable[[Pdf], None]
) -> None:
    good = printed("demonstration", "ua-1", A4)
    bad = replace(good, file=tmp_path / "bad.pdf")
    with pikepdf.open(good.file) as pdf:
        breaking(pdf)
        pdf.save(bad.file)
    assert misheard(bad.html, bad.file) != ""


def _areas(node: Node) -> list[Link]:
    return [one for one in node.walk() if isinstance(one, Link)]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, tidy(text)))


def _words_at(tree: html.HtmlElement, name: str) -> str:
    (target,) = tree.xpath("//*[@id=$name]", name=name)
    return _letters(target.text_content())[:20]


def _lands_on(pdf: TaggedPdf, link: Link, words: str) -> bool:
    """Whether a link leads to these words: to their element, or to the place where they begin."""
    if link.leads_to_element is not None:
        (target,) = [node for node in nodes(pdf.tree) if node.element.objgen == link.leads_to_element.objgen]
        told = _letters(target.text)
        return told.startswith(words) or (target.role == "Figure" and words in told)  # a drawing has words of its own
    height = float(pdf.pdf.pages[link.leads_to_page or 0].mediabox[3]) - link.leads_to_height
    below = [one for one in pdf.tree.words if one.page == link.leads_to_page and one.mark.runs]
    return any(
        _letters("".join(one.mark.text for one in below[at:])).startswith(words)
        for at, one in enumerate(below)
        if 0 <= one.mark.runs[0].y - height < 300
    )
