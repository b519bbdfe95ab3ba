"""The feed of news, read back by a feed reader's parser."""

from collections.abc import Callable
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from masthead.publish.feed import FEED, publish_feed
from masthead.publish.publication import Publication

ATOM = "{http://www.w3.org/2005/Atom}"


def content(publication: Publication) -> bytes:
    (artifact,) = publish_feed(publication)
    assert artifact.path == FEED
    assert isinstance(artifact.content, bytes)
    return artifact.content


def test_the_feed_is_atom_with_its_own_address_and_that_of_the_site(public: Publication) -> None:
    feed = feedparser.parse(content(public))
    assert (feed.bozo, feed.version) == (False, "atom10")
    assert (feed.feed.title, feed.feed.id, feed.feed.language) == (
        "Harbour Network: news",
        "https://harbours.example/",
        "en-GB",
    )
    assert {link.rel: link.href for link in feed.feed.links} == {
        "self": "https://harbours.example/news/feed.atom",
        "alternate": "https://harbours.example/",
    }


def test_a_note_has_its_page_as_its_id_and_a_plain_summary(public: Publication) -> None:
    (entry,) = feedparser.parse(content(public)).entries
    assert (entry.id, entry.link, entry.title, entry.summary, entry.published, entry.updated) == (
        "https://harbours.example/news/opened/",
        "https://harbours.example/news/opened/",
        "The network is open",
        "Three harbours signed at the launch.",
        "2026-03-12T00:00:00+00:00",
        "2026-03-20T00:00:00+00:00",
    )


def test_the_latest_note_comes_first(preview: Publication) -> None:
    titles = [entry.title for entry in feedparser.parse(content(preview)).entries]
    assert titles == ["A new pier", "The network is open"]


def test_the_feed_was_updated_when_its_latest_note_was(preview: Publication) -> None:
    assert feedparser.parse(content(preview)).feed.updated == "2027-06-01T00:00:00+00:00"


@pytest.mark.parametrize("title", ["Fish & <chips>", "“Größe” – 大", "]]> &amp;"])
def test_a_title_is_escaped(small: Path, read: Callable[[Path], Publication], title: str) -> None:
    path = small / "content" / "news" / "opened.md"
    path.write_text(path.read_text(encoding="utf-8").replace("The network is open", f"'{title}'"), encoding="utf-8")
    assert etree.fromstring(content(read(small))).findtext(f"{ATOM}entry/{ATOM}title") == title


def test_a_feed_without_news_is_still_a_feed(small: Path, read: Callable[[Path], Publication]) -> None:
    (small / "content" / "news" / "opened.md").unlink()
    feed = feedparser.parse(content(read(small)))
    assert (feed.bozo, feed.entries, feed.feed.updated) == (False, [], "2026-11-20T09:30:00+00:00")


def test_publishing_twice_gives_equal_bytes(public: Publication) -> None:
    assert content(public) == content(public)
