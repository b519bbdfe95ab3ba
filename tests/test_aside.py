"""Finished HTML goes past the engine and comes back as it was; what an engine must read stays."""

from pathlib import Path

import pytest

from masthead.artifact import Artifact
from masthead.aside import put_back, set_aside
from masthead.publish.publication import Publication
from masthead.publish.publishers import publish

LIST = '<ul class="mh-cards">\n<li class="mh-card"><ul>\n<li>One</li>\n</ul></li>\n</ul>'
DATA = '<script type="application/ld+json">{"@type": "Event"}</script>'
FRONT = '---\ntitle: "A day"\n---\n\n'


def given(text: str) -> tuple[str, tuple[str, ...]]:
    """What an engine is given of a page, and what is set aside."""
    (page,), taken = set_aside([Artifact("events/day/index.md", FRONT + text, "events/day.yml")])
    assert (page.path, page.source) == ("events/day/index.md", "events/day.yml")
    assert isinstance(page.content, str)
    return page.content.removeprefix(FRONT), taken["events/day/index.md"]


def test_components_and_records_for_search_engines_are_set_aside_and_words_stay() -> None:
    text = f"Some *words*.\n\n{LIST}\n\n## Agenda {{ #agenda }}\n\n{LIST}\n\n{DATA}\n"
    marked = 'Some *words*.\n\n<div data-aside="0"></div>\n\n## Agenda { #agenda }\n\n<div data-aside="1"></div>\n\n'
    assert given(text.rstrip("\n")) == (f'{marked}<div data-aside="2"></div>', (LIST, LIST, DATA))


@pytest.mark.parametrize(
    "text",
    [
        '<div class="mh-box">\nAn author\'s own, open.',
        '<p class="mh-one">One</p> and words',
        '<p class="mh-one">One</p>\n<p class="mh-two">Two',
        '<p class="mh-one">One</p>\n\n<div markdown>\n\nA *word*\n\n</div>',
        '<div class="mh-one" markdown="1">\nA *word*\n</div>',
        '  <p class="mh-one">Code</p>',
        "<p>Any other</p>",
        "<script>alert(1)</script>",
    ],
)
def test_what_is_no_whole_component_stays(text: str) -> None:
    assert given(text) == (text, ())


def test_other_files_stay_as_they_are() -> None:
    others = (Artifact("events/index.md.txt", LIST), Artifact("feed.json", LIST), Artifact("a.ics", LIST.encode()))
    assert set_aside(others) == (others, {})


def test_what_was_set_aside_is_put_back_where_it_stood(tmp_path: Path) -> None:
    text, blocks = given(f"{LIST}\n\nWords\n\n{DATA}")
    page = tmp_path / "events/day/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f"<body>{text}</body>", encoding="utf-8")
    assert put_back(tmp_path, {"events/day/index.md": blocks})
    assert page.read_text("utf-8") == f"<body>{LIST}\n\nWords\n\n{DATA}</body>"


@pytest.mark.parametrize(
    "written",
    [
        '<pre>&lt;div data-aside="0"&gt;&lt;/div&gt;</pre>',
        '<div data-aside="0"></div><div data-aside="0"></div>',
        "<p>The mark is lost.</p>",
    ],
)
def test_a_mark_that_is_not_found_again_is_told(tmp_path: Path, written: str) -> None:
    (tmp_path / "index.html").write_text(written, encoding="utf-8")
    assert not put_back(tmp_path, {"index.md": (LIST,)})


def test_nothing_but_words_is_left_of_a_records_page(public: Publication) -> None:
    pages, _ = set_aside(one for one in publish(public) if one.path == "events/launch/index.md")
    (page,) = pages
    assert isinstance(page.content, str)
    assert 'class="mh-' not in page.content
