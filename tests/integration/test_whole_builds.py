"""What whole builds say of events: answers that are withheld are nowhere, and names in calendars last."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import brotli
import icalendar
import pytest
from pypdf import PdfReader

from tests.conftest import copy_of_small
from tests.integration.conftest import masthead

SHARES = "    shares:\n      - answer: said yes\n        percent: 93\n    responses: 41\n"
COUNTS = """\
    responses: 41
    counts:
      - {{answer: Splendidly useful, count: {many}}}
      - {{answer: Barely useful, count: {few}}}
"""
ANSWERS = ("Splendidly", "Barely")
FIGURE = "  - label: of those who came said that the day was useful\n    event: launch\n    question: useful\n"
INDICATOR = "content/network/indicators/days-worth-it.yml"
TIMES = "starts: 2027-01-20T18:30\nends: 2027-01-20T20:00\n"
MOVED = """\
starts: 2027-01-27T18:30
ends: 2027-01-27T20:00
updated: 2026-11-21
previously:
  - {changed: 2026-11-21, title: What the tide brings, starts: 2027-01-20T18:30, ends: 2027-01-20T20:00}
"""


def edit(path: Path, *changes: tuple[str, str]) -> None:
    """Change a file: each text to be replaced stands there once."""
    text = path.read_text("utf-8")
    for before, after in changes:
        assert text.count(before) == 1
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small publication with answers on an event’s page, on the home page and in the printed manifesto."""
    root = copy_of_small(tmp_path_factory.mktemp("whole") / "small")
    edit(root / "events/launch.yml", (SHARES, COUNTS.format(many=22, few=19)))
    edit(root / "manifesto/how.md", ("## Asking\n", "## Asking\n\n::survey{event=launch question=useful}\n"))
    edit(root / "case-studies/one-crane.md", (FIGURE, ""))
    edit(root / INDICATOR, ("answer: said yes", "answer: Splendidly useful"))
    return root


@pytest.fixture(scope="module")
def before(root: Path) -> Path:
    return _build(root, root.with_name("before"))


@pytest.fixture(scope="module")
def after(root: Path, before: Path) -> Path:
    """The next site: one of the answers was given by two people, and an event has another name, title and day."""
    edit(root / "events/launch.yml", (COUNTS.format(many=22, few=19), COUNTS.format(many=39, few=2)))
    renamed = (root / "events/tide-talk.yml").rename(root / "events/an-evening.yml")
    edit(renamed, ("title: What the tide brings", "title: Silt, all evening"), (TIMES, MOVED))
    edit(renamed, ("moved_from: [silt-talk]", "moved_from: [silt-talk, tide-talk]"))
    return _build(root, before.with_name("after"))


def _build(root: Path, site: Path) -> Path:
    built = masthead("build", "--site", site, cwd=root)
    assert built.returncode == 0, built.stdout + built.stderr
    return site


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Every file of a site that can be read, as text: compressed, packed and printed ones too."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name, content = path.relative_to(site).as_posix(), path.read_bytes()
        if path.suffix == ".pdf":
            yield name, " ".join(page.extract_text() for page in PdfReader(path).pages)
        elif path.suffix == ".br":
            yield name, brotli.decompress(content).decode(errors="replace")
        elif content.startswith(b"\x1f\x8b"):
            yield name, gzip.decompress(content).decode(errors="replace")
        else:
            yield name, content.decode(errors="replace")


def test_answers_that_may_be_shown_are_in_every_output(before: Path) -> None:
    found = {name for name, text in texts(before) if all(answer in text for answer in ANSWERS)}
    assert {
        "events/launch/index.html",
        "index.html",
        "manifesto.pdf",
        "manifesto-a5.pdf",
        "data/v1/events.json",
    } <= found
    assert {"index.html.br", "events/launch/index.html.gz", "data/v1/events.json.br"} <= found
    assert any(name.startswith("search/index/fragment/") for name in found)


def test_answers_that_too_few_people_gave_are_in_none(after: Path) -> None:
    words = (*ANSWERS, *map(str.lower, ANSWERS))  # the words of the search are in small letters
    assert [name for name, text in texts(after) if any(word in text for word in words)] == []
    pages = dict(texts(after))
    withheld = "The answers are not shown, because fewer than 3 people gave one of them."
    assert withheld in pages["events/launch/index.html"]
    assert withheld in " ".join(pages["manifesto.pdf"].split())
    (launch,) = (one for one in json.loads(pages["data/v1/events.json"])["events"] if one["slug"] == "launch")
    (asked,) = launch["outcome"]["feedback"]
    assert (asked["withheld"], asked["answers"], asked["responses"]) == (True, [], 41)


def _entries(site: Path, path: str) -> dict[str, tuple[str, str, int, str]]:
    """Title, start, sequence and stamp of each entry of a calendar by its name."""
    calendar = icalendar.Calendar.from_ical((site / path).read_bytes())
    assert isinstance(calendar, icalendar.Calendar)
    return {
        str(one["uid"]): (str(one["summary"]), f"{one.start}", int(str(one["sequence"])), f"{one.DTSTAMP}")
        for one in calendar.events
    }


def test_an_event_keeps_its_name_in_calendars_whatever_happens_to_it(before: Path, after: Path) -> None:
    name = "silt-talk@harbours.example"
    old, new = (_entries(site, "events/calendar.ics") for site in (before, after))
    assert old.keys() == new.keys()
    assert {uid for uid in old if old[uid] != new[uid]} == {name}
    assert (old[name][:3], new[name]) == (
        ("What the tide brings", "2027-01-20 18:30:00+00:00", 0),
        ("Silt, all evening", "2027-01-27 18:30:00+00:00", 1, "2026-11-21 00:00:00+00:00"),
    )
    assert _entries(after, "events/an-evening/an-evening.ics") == {name: new[name]}
    assert _entries(after, "events/series/tide-talks/calendar.ics") == {name: new[name]}


def test_whoever_knows_the_old_address_is_led_to_the_new_one(after: Path) -> None:
    for old in ("silt-talk", "tide-talk"):
        page = (after / "events" / old / "index.html").read_text("utf-8")
        assert "https://harbours.example/events/an-evening/" in page
