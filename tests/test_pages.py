"""Pages as an engine is given them: the bodies as golden files, and who sees what."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from masthead.prose import pieces
from masthead.publish.page import front_matter
from masthead.publish.pieces import PRINTERS, with_pieces
from masthead.publish.publication import Publication
from masthead.publish.publishers import publish

GOLDEN = {
    "event.md": "events/launch/index.md",
    "event-to-come.md": "events/tide-talk/index.md",
    "case-study.md": "our-work/one-crane/index.md",
    "chapter.md": "manifesto/why/index.md",
    "member.md": "members/old-mole/index.md",
    "news.md": "news/opened/index.md",
    "home.md": "index.md",
    "events.md": "events/index.md",
    "events-of-a-series.md": "events/series/tide-talks/index.md",
    "events-of-a-year.md": "events/year/2026/index.md",
    "events-by-place.md": "events/place/index.md",
    "our-work.md": "our-work/index.md",
    "manifesto.md": "manifesto/index.md",
    "workstream.md": "workstreams/one-dredger/index.md",
    "indicator.md": "evaluation/plain-speech/index.md",
    "evaluation.md": "evaluation/index.md",
    "theory.md": "theory-of-change/index.md",
    "interviews.md": "interviews/index.md",
}


def pages(publication: Publication) -> dict[str, str]:
    return {one.path: one.content for one in publish(publication) if isinstance(one.content, str)}


@pytest.mark.parametrize(("name", "path"), GOLDEN.items())
def test_a_page_is_as_it_was(golden: Callable[[str, str], None], public: Publication, name: str, path: str) -> None:
    golden(name, pages(public)[path])


def test_every_live_piece_stands_in_the_small_publication(public: Publication) -> None:
    bodies = [page.body for page in public.network.pages.values()]
    bodies += [chapter.body for chapter in public.network.chapters.values()]
    elsewhere = {"accessibility-statement"}  # tests/test_statement.py
    assert {piece.name for body in bodies for piece in pieces(body)} == PRINTERS.keys() - elsewhere


def test_no_live_piece_is_left_in_a_page(preview: Publication) -> None:
    assert [path for path, text in pages(preview).items() if [*pieces(text)]] == []


def test_titles_in_a_live_piece_are_one_level_below_the_heading_above_it(public: Publication) -> None:
    text = """::case-studies

## Who belongs

::member-list

### Nearer

```
## This is code
```

::next-events

::indicator-list
"""
    printed = with_pieces(text, public, public.page("content/index.md"))
    found = re.findall(r'<h(.) class="mh-([a-z-]+)__title"', printed)
    assert [*dict.fromkeys(found)] == [("2", "card"), ("3", "card"), ("4", "event-card"), ("4", "indicator")]


def test_an_id_belongs_to_the_first_live_piece_of_a_page_that_has_it(public: Publication) -> None:
    one, *others = (commitment.id for commitment in public.network.manifesto.commitments)
    text = f"::commitment{{id={one}}}\n\n::commitments\n\n::promises\n\n::commitment{{id={one}}}\n"
    printed = with_pieces(text, public, public.page("content/index.md"))
    assert re.findall(r' id="commitment-([^"]+)"', printed) == [one, *others]


def test_every_artifact_has_a_place_of_its_own_and_a_source(public: Publication) -> None:
    artifacts = publish(public)
    assert len({artifact.path for artifact in artifacts}) == len(artifacts)
    assert [artifact.path for artifact in artifacts if not artifact.source] == []


def test_the_public_sees_neither_drafts_nor_what_is_under_embargo(public: Publication) -> None:
    hidden = ("A visit nobody knows of", "secret-visit", "A new pier", "new-pier")
    assert [(path, word) for path, text in pages(public).items() for word in hidden if word in text] == []


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("events/secret-visit/index.md", '<li class="mh-label mh-label--draft">Draft</li>'),
        ("news/new-pier/index.md", '<li class="mh-label mh-label--draft">Not public before 01.06.2027</li>'),
    ],
)
def test_a_preview_shows_what_is_not_public_with_a_label(preview: Publication, path: str, label: str) -> None:
    assert pages(preview)[path].split("\n").count(label) == 1


def test_a_public_page_keeps_the_words_of_a_link_to_what_is_not_public(
    small: Path, read: Callable[[Path], Publication]
) -> None:
    path = small / "content" / "contact.md"
    path.write_text(
        "---\ntitle: Contact\n---\n\nSee [the *visit*](../events/secret-visit.yml) soon.\n", encoding="utf-8"
    )
    assert "\n\nSee the *visit* soon.\n\n" in pages(read(small))["contact/index.md"]


def test_a_case_study_is_published_though_the_event_of_its_figure_is_a_draft(
    small: Path, read: Callable[[Path], Publication]
) -> None:
    path = small / "events" / "launch.yml"
    path.write_text(path.read_text(encoding="utf-8") + "draft: true\n", encoding="utf-8")
    page = pages(read(small))["our-work/one-crane/index.md"]
    assert "boats lifted" in page
    assert "said that the day was useful" not in page


def test_a_case_study_does_not_report_words_of_a_person_who_is_a_draft(
    small: Path, read: Callable[[Path], Publication]
) -> None:
    path = small / "content" / "network" / "people" / "ada-brook.yml"
    path.write_text(path.read_text(encoding="utf-8") + "draft: true\n", encoding="utf-8")
    page = pages(read(small))["our-work/one-crane/index.md"]
    assert "It lifted my boat." in page
    assert "give the crane back" not in page


def test_front_matter_is_one_json_value_a_line() -> None:
    assert front_matter({"title": 'A: "day" – 大', "description": "", "hide": ["toc"]}) == (
        '---\ntitle: "A: \\"day\\" – 大"\nhide: ["toc"]\n---\n\n'
    )
