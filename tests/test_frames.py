"""The frames of pages: which pages share one, and what is filled into it."""

import pytest

from masthead.artifact import Artifact
from masthead.bodies import Body, Entry
from masthead.frames import ARTICLE, BESIDE, HEAD, REPORT, Frame, FrameError, Page, Shape, file_of, folders_in, shape_of

MARKED = f"A{HEAD}B{REPORT}C{ARTICLE}D{BESIDE}E"
CONFIG = {"site_name": "R&D <harbours>", "site_url": "https://harbours.example/", "extra": {"network": {}}}
LEADS_TO = frozenset(folders_in({"nav": [{"Events": "events/index.md"}], "extra": {"feed": "news/latest/feed.xml"}}))


def page(path: str, *lines: str, body: str = "Words.") -> Page:
    front = "\n".join(('title: "A & B"', *lines))
    return Page.of(Artifact(path, f"---\n{front}\n---\n\n{body}\n"))


def shape(one: Page) -> Shape:
    return shape_of(one.path, one.front, LEADS_TO)


def test_a_page_is_read_as_it_was_written() -> None:
    one = page("events/launch/index.md", 'search: {"kind": "Event"}', body="---\nA rule: and words.")
    assert (one.front, one.body) == ({"title": "A & B", "search": {"kind": "Event"}}, "---\nA rule: and words.\n")
    assert file_of(one.path) == "events/launch/index.html"


def test_what_is_noted_of_a_page_gives_it_the_same_frame() -> None:
    lines = ('section: "events/"', 'search: {"kind": "Event", "line": "Hall"}', 'card: {"path": "a.png", "alt": "A"}')
    one = page("events/launch/index.md", *lines)
    assert (one.note.front, one.note.card) == ({"section": "events/", "search": True}, "a.png")
    assert shape_of(one.path, one.note.front, LEADS_TO) == shape(one)


def test_every_folder_that_is_led_to_is_known() -> None:
    assert {"events/", "news/", "news/latest/"} == LEADS_TO


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (page("events/a/index.md"), page("events/b/index.md", 'description: "Another."')),
        (page("events/a/index.md", 'card: {"path": "a.png"}'), page("events/b/index.md")),
        (page("events/year/2026/index.md"), page("events/year/2027/index.md")),
    ],
)
def test_pages_of_one_folder_share_a_frame_whatever_they_say(one: Page, other: Page) -> None:
    assert shape(one) == shape(other)


@pytest.mark.parametrize(
    "other",
    [
        page("our-work/a/index.md"),
        page("events/a/index.md", 'section: "events/"'),
        page("events/a/index.md", 'layout: "page"'),
        page("events/a/index.md", "asks: false"),
        page("events/a/index.md", 'search: {"kind": "Event"}'),
        page("events/index.md"),
    ],
)
def test_pages_of_which_the_frame_says_something_else_share_none(other: Page) -> None:
    assert shape(page("events/b/index.md")) != shape(other)


@pytest.mark.parametrize("path", ["index.md", "about/index.md", "events/index.md", "news/latest/index.md"])
def test_a_page_has_a_frame_of_its_own_where_the_frame_may_lead_to_it_or_below(path: str) -> None:
    assert shape(page(path)).sample.path == path


def test_what_is_a_pages_own_stands_where_the_marks_were() -> None:
    body = Body("<p>Words.</p>", (Entry("#one", "One"), Entry("#two", "Two")))
    html = Frame.of(MARKED).around(page("events/launch/index.md", 'scripts: ["now"]'), body, CONFIG)
    assert "<title>A &amp; B – R&amp;D &lt;harbours&gt;</title>" in html
    assert '<link rel="canonical" href="https://harbours.example/events/launch/">' in html
    assert 'src="../../assets/scripts/now.js"' in html
    assert html.index("C<p>Words.</p>D") < html.index('<a class="mh-toc__link" href="#two">Two</a>')
    assert (html[0], html[-1]) == ("A", "E")


@pytest.mark.parametrize(
    "html", ["", MARKED.replace("article", "body"), f"{MARKED}{MARKED}", MARKED.replace("A", "")[9:]]
)
def test_a_frame_without_its_marks_is_none(html: str) -> None:
    with pytest.raises(FrameError):
        Frame.of(html)
