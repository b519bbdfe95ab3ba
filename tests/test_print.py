"""The manifesto in print: what is fetched, what is lost, what makes it new."""

from pathlib import Path

import pytest
from weasyprint import HTML

from masthead.artifact import Recipe
from masthead.pdf.document import page_count
from masthead.pdf.typeset import lost_notes
from masthead.problem import MastheadError
from masthead.publish.manifesto import manifesto_pdfs
from masthead.publish.print_markdown import chapter_html
from masthead.publish.publication import Publication
from tests.conftest import Read

EXTENSIONS = ("footnotes", "toc", "md_in_html", "attr_list")


def recipe(publication: Publication) -> Recipe:
    """How the manifesto of a publication is made."""
    made = next(manifesto_pdfs(publication)).content
    assert isinstance(made, Recipe)
    return made


def test_a_note_stands_at_its_call_and_headings_and_anchors_fit_into_the_book() -> None:
    text = "## How we *meet*\n\nOften.[^why]\n\n[^why]: Because it helps.\n"
    assert chapter_html(text, "meetings", EXTENSIONS, "en-GB") == (
        '<h3 id="meetings-how-we-meet">How we <em>meet</em></h3>\n'
        '<p>Often.<span class="footnote" id="meetings-fnref:why"><span>Because it helps.</span></span></p>'
    )


def test_headings_and_anchors_in_html_fit_into_the_book_too() -> None:
    text = '<section>\n<h2 id="why">Why</h2>\n<H3>How</H3>\n</section>\n'
    assert chapter_html(text, "meetings", EXTENSIONS, "en-GB") == (
        '<section>\n<h3 id="meetings-why">Why</h3>\n<h4>How</h4>\n</section>'
    )


def test_a_note_that_stands_on_no_page_is_noticed() -> None:
    html = '<p>Text<span class="footnote" id="a-fn:one">One.</span></p>'
    document = HTML(string=html).render()
    assert lost_notes(html, document) == set()
    assert lost_notes(html + '<p><span class="footnote" id="a-fn:two">Two.</span></p>', document) == {"a-fn:two"}


def test_a_picture_from_elsewhere_stops_the_print(small: Path, read: Read) -> None:
    chapter = next((small / "manifesto").glob("*.md"))
    chapter.write_text(chapter.read_text("utf-8") + '\n<img alt="" src="https://elsewhere.example/a.png">\n', "utf-8")
    message = "The manifesto asks for “https://elsewhere.example/a.png”, which is not among its files."
    with pytest.raises(MastheadError, match=message):
        recipe(read(small)).make()


def test_the_key_changes_with_a_word_and_a_token_and_with_nothing_else(small: Path, read: Read) -> None:
    before = recipe(read(small)).key
    event = next((small / "events").glob("*.yml"))
    event.write_text(event.read_text("utf-8") + "capacity: 12\n", "utf-8")
    assert recipe(read(small)).key == before
    chapter = next((small / "manifesto").glob("*.md"))
    chapter.write_text(chapter.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
    assert recipe(read(small)).key != before


def test_a_print_has_a_cover_and_more(public: Publication) -> None:
    assert page_count(recipe(public).make()) > 3
