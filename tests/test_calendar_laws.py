"""Laws that hold for every event in a calendar: its words, its times and its zone survive."""

import datetime as dt
import io
from zoneinfo import ZoneInfo, available_timezones

import icalendar
import pytest
from dateutil.tz import tzical
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from masthead.artifact import done
from masthead.model.event import Event
from masthead.model.place import Venue
from masthead.publish.calendar import publish_calendar
from masthead.publish.calendar_paths import CALENDAR
from masthead.publish.publication import Publication
from masthead.publish.zones import observances

WORDS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1)
ZONES = st.sampled_from(sorted(available_timezones() - {"Factory", "localtime"}))
MINUTES = st.datetimes(dt.datetime(1975, 1, 1), dt.datetime(2060, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
AROUND = st.integers(-26 * 60, 26 * 60).map(lambda minutes: dt.timedelta(minutes=minutes))


def content(public: Publication, *events: Event) -> bytes:
    """The calendar of a network that has only these events."""
    network = public.network.model_copy(update={"events": {event.slug: event for event in events}})
    made = map(done, publish_calendar(Publication(network=network, files={}, day=public.day, stamp=public.stamp)))
    (text,) = (artifact.content for artifact in made if artifact.path == CALENDAR)
    assert isinstance(text, bytes)
    return text


def event(slug: str = "one", **fields: object) -> Event:
    return Event.filed(
        f"events/{slug}.yml", {"title": "One", "summary": "A day.", "kind": "workshop", "starts": "2027-05-13"} | fields
    )


def parsed(text: bytes) -> icalendar.Calendar:
    read = icalendar.Calendar.from_ical(text)
    assert isinstance(read, icalendar.Calendar)
    return read


@settings(max_examples=100)
@given(title=WORDS, summary=WORDS, name=WORDS)
def test_a_title_a_description_and_a_place_survive(public: Publication, title: str, summary: str, name: str) -> None:
    told = event(title=title).model_copy(update={"summary": f"`` {summary} ``", "venue": Venue(name=name)})
    text = content(public, told)
    (read,) = parsed(text).events
    assert (str(read["summary"]), str(read["location"])) == (title, name)
    assert summary.strip() in str(read["description"])
    assert max(map(len, text.split(b"\r\n"))) <= 75
    text.decode()


@settings(max_examples=150)
@given(key=ZONES, wall=MINUTES, length=st.integers(1, 10_000))
def test_any_moment_in_any_zone_survives(public: Publication, key: str, wall: dt.datetime, length: int) -> None:
    end = wall + dt.timedelta(minutes=length)
    (read,) = parsed(
        content(public, event(starts=f"{wall:%Y-%m-%dT%H:%M}", ends=f"{end:%Y-%m-%dT%H:%M}", timezone=key))
    ).events
    zone = ZoneInfo(key)
    assert isinstance(read.start, dt.datetime)
    assert isinstance(read.end, dt.datetime)
    assert read.start.astimezone(dt.UTC) == wall.replace(tzinfo=zone).astimezone(dt.UTC)
    assert read.end.astimezone(dt.UTC) == end.replace(tzinfo=zone).astimezone(dt.UTC)


def changes(key: str, year: int) -> list[dt.datetime]:
    """The wall times at which a zone changes in a year."""
    return [one.onset for one in observances(key, year, year)[1:] if one.onset.year == year]


@settings(max_examples=150)
@given(key=ZONES, year=st.integers(1975, 2037), choice=st.integers(0, 3), away=AROUND)
def test_what_a_zone_is_told_to_be_is_what_it_is(
    public: Publication, key: str, year: int, choice: int, away: dt.timedelta
) -> None:
    """An outside reader of VTIMEZONE alone, dateutil, agrees with the tz database at and around every change."""
    onsets = changes(key, year)
    wall = (onsets[choice % len(onsets)] if onsets else dt.datetime(year, 6, 15)) + away
    zone = ZoneInfo(key)
    assume(wall.year == year and _exists_once(wall, zone))
    text = content(public, event(starts=f"{wall:%Y-%m-%dT%H:%M}", timezone=key))
    if b"TZID" not in text:
        return  # UTC needs no zone
    told = tzical(_file(text)).get(key)
    assert wall.replace(tzinfo=told).utcoffset() == wall.replace(tzinfo=zone).utcoffset()


@pytest.mark.parametrize("key", ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"])
def test_a_zone_of_many_years_holds_on_every_day_of_them(public: Publication, key: str) -> None:
    text = content(
        public, event("a", starts="2020-01-01T12:00", timezone=key), event(starts="2031-12-31T12:00", timezone=key)
    )
    told, zone = tzical(_file(text)).get(key), ZoneInfo(key)
    days = (dt.datetime(2020, 1, 1, 12) + dt.timedelta(days=number) for number in range(12 * 365))
    assert [day for day in days if day.replace(tzinfo=told).utcoffset() != day.replace(tzinfo=zone).utcoffset()] == []


def test_the_onset_of_summer_is_told_by_the_clock_of_winter() -> None:
    winter, summer, _ = observances("Europe/London", 2027, 2027)
    assert winter.before == winter.after == dt.timedelta()
    assert (winter.name, winter.is_daylight) == ("GMT", False)
    assert (summer.name, summer.is_daylight, summer.before, summer.after, summer.onset) == (
        "BST",
        True,
        dt.timedelta(),
        dt.timedelta(hours=1),
        dt.datetime(2027, 3, 28, 1),
    )


@settings(max_examples=25)
@given(st.lists(st.tuples(st.dates(dt.date(2026, 1, 1), dt.date(2026, 1, 9)), WORDS), max_size=8))
def test_the_order_does_not_depend_on_that_of_the_records(public: Publication, said: list[tuple[dt.date, str]]) -> None:
    events = [event(f"e{number}", starts=day.isoformat(), title=title) for number, (day, title) in enumerate(said)]
    read = [str(one["uid"]) for one in parsed(content(public, *events)).events]
    assert content(public, *events) == content(public, *reversed(events))
    assert read == [
        f"{one.slug}@harbours.example" for one in sorted(events, key=lambda one: (one.starts.root, one.slug))
    ]


def _exists_once(wall: dt.datetime, zone: ZoneInfo) -> bool:
    """Whether a clock in the zone shows this time, and only once."""
    return len({wall.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1)}) == 1


def _file(text: bytes) -> io.StringIO:
    return io.StringIO(text.decode().replace("\r\n ", "").replace("\r\n", "\n"))
