"""The feeds, read back by a feed reader's parser and judged by Atom's own grammar."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree, isoschematron

from masthead.publish.feed import publish_feed
from masthead.publish.feed_paths import CHANGES, COMING, FEED
from masthead.publish.publication import Publication

ATOM = "{http://www.w3.org/2005/Atom}"
RULES_OF_ATOM = etree.parse(Path(__file__).parent / "judges" / "atom.rng")
GRAMMAR, RULES = etree.RelaxNG(RULES_OF_ATOM), isoschematron.Schematron(RULES_OF_ATOM)
EVERY = ("news/feed", "events/feed", "events/changes")
Read = Callable[[Path], Publication]


def contents(publication: Publication) -> dict[str, bytes]:
    """Every feed by its path."""
    made = {artifact.path: artifact.content for artifact in publish_feed(publication)}
    return {
        path: content.encode() if isinstance(content, str) else content
        for path, content in made.items()
        if isinstance(content, str | bytes)
    }


def atom(publication: Publication, path: str = FEED) -> Any:
    return feedparser.parse(contents(publication)[path])


def told(publication: Publication, path: str) -> dict[str, Any]:
    found = json.loads(contents(publication)[path])
    assert isinstance(found, dict)
    return found


def test_every_feed_is_there_in_both_forms(public: Publication) -> None:
    assert list(contents(public)) == [f"{name}.{form}" for name in EVERY for form in ("atom", "json")]


def faults(feed: bytes) -> list[str]:
    """What RFC 4287 finds wrong with a feed, by its grammar and by its rules beside it."""
    tree = etree.fromstring(feed)
    grammar = [] if GRAMMAR.validate(tree) else [entry.message for entry in GRAMMAR.error_log]
    return [*grammar, *(["a rule of Schematron"] if not RULES.validate(tree) else [])]


@pytest.mark.parametrize("name", EVERY)
def test_every_feed_is_atom_by_its_own_grammar(public: Publication, name: str) -> None:
    assert faults(contents(public)[f"{name}.atom"]) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<updated>2026-11-20T00:00:00Z</updated>", ""),
        ("2026-11-20T00:00:00Z</updated>", "20 November</updated>"),
        ("<title>T</title>", "<title>T</title><title>T</title>"),
        ("<title>T</title>", '<title type="text/html">T</title>'),
        ("<title>T</title>", '<title type="xhtml">T</title>'),
        (
            "<title>T</title>",
            '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a xmlns=""/></div></title>',
        ),
        ("<id>urn:x</id>", "<id>urn:x</id><label>x</label>"),
        ("<name>N</name>", ""),
        ("<name>N</name>", "<name>N</name><email>nobody</email>"),
        ('<link href="h"/>', "<link/>"),
        ('<link href="h"/>', '<link href="h" type="html"/>'),
        ('<link href="h"/>', '<link href="h" hreflang="en_GB"/>'),
        ('<link href="h"/>', '<link href="h" rel=""/>x'),
        ('<category term="t"/>', "<category/>"),
        ("<author><name>N</name></author>", ""),
        ('<link href="h"/>', '<link href="h" rel="self"/>'),
    ],
)
def test_what_rfc_4287_forbids_is_found(right: str, wrong: str) -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:f</id><title>F</title><updated>2026-11-21T00:00:00Z</updated>'
        "<author><name>N</name></author><entry><id>urn:x</id><title>T</title><updated>2026-11-20T00:00:00Z</updated>"
        '<link href="h"/><category term="t"/><x:more xmlns:x="urn:x" a="b"><x:c/>d</x:more></entry></feed>'
    )
    assert faults(feed.encode()) == []
    assert feed.count(right) == 1
    assert faults(feed.replace(right, wrong).encode()) != []


@pytest.mark.parametrize("name", EVERY)
def test_both_forms_tell_the_same(public: Publication, name: str) -> None:
    read, data = atom(public, f"{name}.atom"), told(public, f"{name}.json")
    assert (read.bozo, read.version, data["version"]) == (False, "atom10", "https://jsonfeed.org/version/1.1")
    assert (read.feed.title, read.feed.language) == (data["title"], data["language"])
    assert [(one.id, one.link, one.title, one.summary, one.updated) for one in read.entries] == [
        (one["id"], one["url"], one["title"], one["content_text"], one["date_modified"]) for one in data["items"]
    ]
    links = {link.rel: link.href for link in read.feed.links}
    assert links == {"self": f"https://harbours.example/{name}.atom", "alternate": data["home_page_url"]}
    assert data["feed_url"] == f"https://harbours.example/{name}.json"


def test_a_note_has_its_page_as_its_id_and_a_plain_summary(public: Publication) -> None:
    (entry,) = atom(public).entries
    assert (entry.id, entry.link, entry.title, entry.summary, entry.published, entry.updated) == (
        "https://harbours.example/news/opened/",
        "https://harbours.example/news/opened/",
        "The network is open",
        "Three harbours signed at the launch.",
        "2026-03-12T00:00:00+00:00",
        "2026-03-20T00:00:00+00:00",
    )


def test_the_latest_note_comes_first(preview: Publication) -> None:
    assert [entry.title for entry in atom(preview).entries] == ["A new pier", "The network is open"]


def test_the_feed_was_updated_when_its_latest_note_was(preview: Publication) -> None:
    assert atom(preview).feed.updated == "2027-06-01T00:00:00+00:00"


def test_events_to_come_stand_in_the_order_in_which_they_come_with_time_and_place(public: Publication) -> None:
    assert [
        (one["id"], one["url"], one["title"], one["content_text"]) for one in told(public, "events/feed.json")["items"]
    ] == [
        (
            "https://harbours.example/events/silt-talk/",
            "https://harbours.example/events/tide-talk/",
            "What the tide brings",
            "Wednesday 20 January 2027, 6:30pm to 8pm · Online\n\n"
            "An evening about silt, at the tables of tides that the launch promised.",
        ),
        (
            "https://harbours.example/events/dredging-day/",
            "https://harbours.example/events/dredging-day/",
            "Cancelled: Dredging day",
            "Wednesday 3 February 2027\n\nA day in the mud.",
        ),
        (
            "https://harbours.example/events/regatta/",
            "https://harbours.example/events/regatta/",
            "Provisional: Regatta",
            "Thursday 13 May 2027 to Friday 14 May 2027\n\nTwo days on the water.",
        ),
        (
            "https://harbours.example/events/autumn-meeting/",
            "https://harbours.example/events/autumn-meeting/",
            "Autumn meeting",
            "October 2027, day to be confirmed\n\nThe day will follow.",
        ),
    ]


def test_each_change_is_told_once_on_its_day_the_latest_first(small: Path, read: Read) -> None:
    with (small / "events" / "regatta.yml").open("a", encoding="utf-8") as file:
        file.write(
            "previously:\n  - {changed: 2026-09-01, starts: 2027-05}\n"
            "  - {changed: 2026-11-03, starts: 2027-05-06, ends: 2027-05-07, reason: The *tide* is better.}\n"
        )
    assert [
        (one["id"], one["title"], one["content_text"], one["date_modified"])
        for one in told(read(small), "events/changes.json")["items"]
    ] == [
        (
            "https://harbours.example/events/regatta/#change-2",
            "Changed: Regatta",
            "Moved from Thursday 6 May 2027 to Friday 7 May 2027. "
            "The new date: Thursday 13 May 2027 to Friday 14 May 2027.\n\nThe tide is better.",
            "2026-11-03T00:00:00+00:00",
        ),
        (
            "https://harbours.example/events/dredging-day/#change-1",
            "Cancelled: Dredging day",
            "The event was cancelled.\n\nThe dredger is in dock.",
            "2026-10-02T00:00:00+00:00",
        ),
        (
            "https://harbours.example/events/regatta/#change-1",
            "Changed: Regatta",
            "The new date: Thursday 6 May 2027 to Friday 7 May 2027.",
            "2026-09-01T00:00:00+00:00",
        ),
    ]


@pytest.mark.parametrize("title", ["Fish & <chips>", "“Größe” – 大", "]]> &amp;"])
def test_a_title_is_escaped(small: Path, read: Read, title: str) -> None:
    path = small / "content" / "news" / "opened.md"
    path.write_text(path.read_text(encoding="utf-8").replace("The network is open", f"'{title}'"), encoding="utf-8")
    made = contents(read(small))
    assert etree.fromstring(made[FEED]).findtext(f"{ATOM}entry/{ATOM}title") == title
    assert json.loads(made["news/feed.json"])["items"][0]["title"] == title


@pytest.mark.parametrize("path", [FEED, COMING, CHANGES])
def test_a_feed_without_entries_is_still_a_feed(small: Path, read: Read, path: str) -> None:
    (small / "content" / "news" / "opened.md").unlink()
    for event in (small / "events").glob("*.yml"):
        event.unlink()
    feed = atom(read(small), path)
    assert (feed.bozo, feed.entries, feed.feed.updated) == (False, [], "2026-11-20T09:30:00+00:00")
    assert GRAMMAR.validate(etree.fromstring(contents(read(small))[path]))


def test_publishing_twice_gives_equal_bytes(public: Publication) -> None:
    assert contents(public) == contents(public)
