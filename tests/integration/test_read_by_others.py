"""Calendars, feeds and descriptions of the demonstration, read by programs and types that others have written."""

import datetime as dt
import json
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from masthead.artifact import done
from masthead.publish.appointment import appointment
from masthead.publish.calendar import publish_calendar
from masthead.publish.calendar_paths import CALENDAR
from masthead.publish.events import publish_events
from masthead.publish.feed import publish_feed
from masthead.publish.publication import Publication
from tests.conftest import Read
from tests.integration.conftest import ROOT, run

JUDGES = ROOT / "tests" / "judges"
LONDON = ZoneInfo("Europe/London")
KHAL = """
[calendars]
[[events]]
path = {folder}/events
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = Europe/London
default_timezone = Europe/London
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


@pytest.fixture(scope="module")
def demonstration(read: Read) -> Publication:
    return read(ROOT)


@pytest.fixture(scope="module")
def calendars(demonstration: Publication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every calendar as a file, by its path on the site."""
    folder = tmp_path_factory.mktemp("calendars")
    found = {}
    for artifact in map(done, publish_calendar(demonstration)):
        assert isinstance(artifact.content, bytes)
        found[artifact.path] = folder / artifact.path
        found[artifact.path].parent.mkdir(parents=True, exist_ok=True)
        found[artifact.path].write_bytes(artifact.content)
    return found


Entry = tuple[str, str, str, str | None]


@pytest.fixture(scope="module")
def expected(demonstration: Publication) -> dict[str, Entry]:
    """Title, start, end and place of every entry by its name, from the records: moments in UTC, or days."""
    told = (appointment(event, demonstration) for event in demonstration.network.events.values())
    return {
        one.uid: (one.title, _written(one.starts), _written(one.ends or one.starts), one.place or None)
        for one in told
        if one
    }


def _written(moment: dt.date) -> str:
    return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%MZ}" if isinstance(moment, dt.datetime) else f"{moment}"


def names(path: Path) -> list[str]:
    """The entries that a calendar has, found without any parser."""
    return re.findall(r"^UID:(.*)\r$", path.read_bytes().decode().replace("\r\n ", ""), flags=re.MULTILINE)


def test_every_status_is_there_to_be_read(calendars: Mapping[str, Path]) -> None:
    text = calendars[CALENDAR].read_text("utf-8")
    assert set(re.findall(r"^STATUS:(.*)$", text, flags=re.MULTILINE)) == {"CONFIRMED", "TENTATIVE", "CANCELLED"}
    assert len(calendars) > 25


def test_icalendar_reads_every_calendar(calendars: Mapping[str, Path], expected: Mapping[str, Entry]) -> None:
    for path in calendars.values():
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        assert isinstance(calendar, icalendar.Calendar)
        read = {
            str(one["uid"]): (str(one["summary"]), _written(one.start), _written(one.end), one.get("location"))
            for one in calendar.events
        }
        assert read == {name: expected[name] for name in names(path)}
        assert [error for one in calendar.walk() for error in one.errors] == []


ICS = (sys.executable, JUDGES / "read_ics.py")  # takes seconds for a calendar
ICAL_JS = ("node", JUDGES / "calendar.mjs")


@pytest.mark.parametrize(
    ("reader", "read_paths"),
    [
        pytest.param(ICS, lambda path: path == CALENDAR, id="ics"),
        pytest.param(ICS, lambda path: path != CALENDAR, id="ics-others", marks=pytest.mark.prove),
        pytest.param(ICAL_JS, lambda _: True, id="ical.js"),
    ],
)
def test_others_read_every_calendar(
    calendars: Mapping[str, Path],
    expected: Mapping[str, Entry],
    reader: tuple[str, Path],
    read_paths: Callable[[str], bool],
) -> None:
    paths = [file for path, file in calendars.items() if read_paths(path)]
    ran = run(*reader, *paths)
    assert ran.returncode == 0, ran.stderr
    for path, told in zip(paths, json.loads(ran.stdout), strict=True):
        read = {
            one["uid"]: (one["summary"], _to_the_minute(one["starts"]), _to_the_minute(one["ends"]), one["location"])
            for one in told
        }
        assert read == {name: expected[name] for name in names(path)}


def _to_the_minute(moment: str) -> str:
    return moment[:16] + "Z" if "T" in moment else moment


def test_vobject_reads_every_calendar_and_finds_it_valid(
    calendars: Mapping[str, Path], expected: Mapping[str, Entry]
) -> None:
    for path in calendars.values():
        calendar = vobject.readOne(path.read_bytes().decode())
        assert calendar.validate(raiseException=True)
        read = {
            one.uid.value: (
                one.summary.value,
                _written(one.dtstart.value),
                _written(one.dtend.value if hasattr(one, "dtend") else one.dtstart.value),
                one.location.value if hasattr(one, "location") else None,
            )
            for one in calendar.vevent_list
        }
        assert read == {name: expected[name] for name in names(path)}


def test_khal_imports_the_calendar_and_lists_every_day_of_every_event(
    calendars: Mapping[str, Path], expected: Mapping[str, Entry], tmp_path: Path
) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "khal.conf").write_text(KHAL.format(folder=tmp_path), encoding="utf-8")
    khal = ("/usr/bin/khal", "-c", tmp_path / "khal.conf")
    imported = run(*khal, "import", "--batch", "-a", "events", calendars[CALENDAR], env={"HOME": str(tmp_path)})
    assert (imported.returncode, imported.stderr) == (0, "")
    form = "{start-long}|{end-long}|{title}|{location}"
    listed = run(*khal, "list", "-f", form, "--day-format", "", "2026-01-01", "2028-01-01", env={"HOME": str(tmp_path)})
    assert listed.returncode == 0, listed.stderr
    assert set(filter(None, listed.stdout.splitlines())) == {_of_khal(one) for one in expected.values()}


def _of_khal(entry: Entry) -> str:
    """An entry as khal shows it: wall times in London, and days up to the last."""
    title, starts, ends, place = entry
    if "T" not in starts:
        last = dt.date.fromisoformat(ends) - dt.timedelta(days=1)
        return f"{starts}|{last}|{title}|{place or ''}"
    moments = (dt.datetime.fromisoformat(one).astimezone(LONDON) for one in (starts, ends))
    return "|".join((*(f"{one:%Y-%m-%d %H:%M}" for one in moments), title, place or ""))


def test_descriptions_and_feeds_have_the_types_that_others_have_published(
    demonstration: Publication, tmp_path: Path
) -> None:
    """schema-dts has every property and value of schema.org; tsc refuses one that is not there."""
    pages = [str(artifact.content) for artifact in map(done, publish_events(demonstration))]
    found = [json for page in pages for json in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)]
    feeds = [artifact.text for artifact in publish_feed(demonstration) if artifact.path.endswith(".json")]
    assert (len(found) > 10, len(feeds)) == (True, 3)
    lines = [
        'import type { BreadcrumbList, Event, WithContext } from "schema-dts";',
        'import type Feed from "@json-feed-types/1_1";',
    ]
    kinds = ["BreadcrumbList" if "BreadcrumbList" in one else "Event" for one in found]
    assert set(kinds) == {"BreadcrumbList", "Event"}
    typed = zip(kinds, found, strict=True)
    lines += [f"export const node{number}: WithContext<{kind}> = {one};" for number, (kind, one) in enumerate(typed)]
    lines += [f"export const feed{number}: Feed = {one};" for number, one in enumerate(feeds)]
    assert _complaints(lines, tmp_path) == []
    wrong = [lines[2].replace("schema.org/Event", "schema.org/Evening"), lines[-1].replace('"items"', '"item"')]
    assert len(_complaints([*lines[:2], *wrong], tmp_path)) == 2


def _complaints(lines: list[str], folder: Path) -> list[str]:
    """What TypeScript says of a module."""
    (folder / "judged.ts").write_text("\n".join(lines) + "\n", encoding="utf-8")
    if not (folder / "node_modules").exists():
        (folder / "node_modules").symlink_to(ROOT / "node_modules")
    ran = run(ROOT / "node_modules" / ".bin" / "tsc", "--noEmit", "--strict", "--skipLibCheck", "judged.ts", cwd=folder)
    return [line for line in ran.stdout.splitlines() if line.startswith("judged.ts")]
