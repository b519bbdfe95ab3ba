"""The manifesto in print: what is fetched, what is lost, what makes it new."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from pikepdf import PdfError
from weasyprint import HTML

from masthead.artifact import Artifact, Cache, Recipe, done
from masthead.downloads import download, remembered
from masthead.halt import MastheadError
from masthead.pdf.conformance import Conformance
from masthead.pdf.document import page_count
from masthead.pdf.typeset import lost_notes
from masthead.publish.manifesto import manifesto_pdfs, print_html
from masthead.publish.papers import A4
from masthead.publish.print_markdown import chapter_html
from masthead.publish.publication import Publication
from tests.conftest import Read

EXTENSIONS = ("footnotes", "toc", "md_in_html", "attr_list")


def recipe(publication: Publication) -> Recipe:
    """How the manifesto of a publication is made."""
    made = done(next(manifesto_pdfs(publication))).content
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


@pytest.fixture(scope="module")
def printed(public: Publication) -> bytes:
    return recipe(public).make()


def test_a_print_has_a_cover_and_more(printed: bytes) -> None:
    assert page_count(printed) > 3


def test_a_print_is_judged_once_and_again_when_it_is_another(tmp_path: Path, printed: bytes) -> None:
    cache, told = Cache(tmp_path), download("a.pdf", printed, Conformance.UA_1)
    cache.keep("key", printed)
    assert remembered(of("key"), cache, Conformance.UA_1) == told
    cache.keep("key", b"no PDF at all")
    assert remembered(of("key"), cache, Conformance.UA_1) == told
    with pytest.raises(PdfError):
        remembered(of("key"), cache, Conformance.UA_2)
    cache.keep("other", b"no PDF at all")
    with pytest.raises(PdfError):
        remembered(of("other"), cache, Conformance.UA_1)


def of(key: str) -> Artifact:
    """A PDF that the cache holds under a key."""
    return Artifact("a.pdf", Recipe(key, bytes))


def test_the_appendix_gives_account_of_every_commitment(public: Publication) -> None:
    tree = html.fromstring(print_html(public, A4))
    (appendix,) = tree.xpath("//section[@id='what-was-done']")
    told = [" ".join(" ".join(part.itertext()).split()) for part in appendix.xpath("./section | ./table | ./div")]
    assert told == [
        "All commitments at a glance Commitment How far it has come Told on C1 Ask first Evidence page "
        "C2 Lend freely Evidence page",
        "C1 Ask first We ask before we buy. Evidence "
        "Workstreams One dredger for two harbours Under way "
        "The dredger lay idle for nine days, not for sixty. "
        "A dredger on loan . Case study. Harbour survey 2025. The Network. "
        "Indicators Days worth the sail Share of those who answered 93% 11 March 2026 The launch . "
        "Question: Was the day useful? Number of responses: 41. Source: The Network, “Harbour survey 2025”.",
        "C2 Lend freely We lend what lies idle, as the crane did. Evidence "
        "Indicators Cranes lent Counted Aim: 12 loans, 2027 4 October 2026 One crane for three harbours . Case study.",
        "QR code: harbours.example/evaluation/ What has been seen since? The account as it stands today: "
        "harbours.example/evaluation/",
    ]


def test_a_manifesto_whose_commitments_nothing_serves_has_no_appendix(public: Publication) -> None:
    alone = public.network.model_copy(update={"workstreams": {}, "indicators": {}})
    printed = print_html(replace(public, network=alone), A4)
    assert ("what-was-done" in print_html(public, A4), "what-was-done" in printed) == (True, False)
    assert printed.count("What we promised") == 0


def test_a_figure_in_a_chapter_has_its_note_there(small: Path, read: Read) -> None:
    chapter = small / "manifesto/why.md"
    chapter.write_text(
        chapter.read_text("utf-8").replace("is large.", "is large: {figure cranes-lent} cranes."), "utf-8"
    )
    tree = html.fromstring(print_html(read(small), A4))
    (note,) = tree.xpath("//span[@id='why-cited-1'][@class='footnote']")
    said = note.text_content().replace("\N{NO-BREAK SPACE}", " ")
    assert said == "Cranes lent. October 2026. One crane for three harbours. Case study."
    assert note.xpath(".//a/@href") == [
        "https://harbours.example/evaluation/cranes-lent/#observations",
        "https://harbours.example/our-work/one-crane/",
    ]
