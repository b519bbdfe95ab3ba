"""The calendar, read back by a calendar's parser."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

from masthead.publish.calendar import CALENDAR, publish_calendar
from masthead.publish.publication import Publication

LONDON = ZoneInfo("Europe/London")


def content(publication: Publication) -> bytes:
    (artifact,) = publish_calendar(publication)
    assert artifact.path == CALENDAR
    assert isinstance(artifact.content, bytes)
    return artifact.content


@pytest.fixture
def calendar(public: Publication) -> icalendar.Calendar:
    read = icalendar.Calendar.from_ical(content(public))
    assert isinstance(read, icalendar.Calendar)
    return read


@pytest.fixture
def events(calendar: icalendar.Calendar) -> dict[str, icalendar.Event]:
    return {str(event["summary"]): event for event in calendar.events}


def test_events_known_to_the_day_stand_in_order_and_no_others(calendar: icalendar.Calendar) -> None:
    assert [str(event["uid"]) for event in calendar.events] == [
        "launch@harbours.example",
        "silt-talk@harbours.example",
        "dredging-day@harbours.example",
        "regatta@harbours.example",
    ]


def test_a_calendar_has_the_name_of_the_network(calendar: icalendar.Calendar) -> None:
    assert (calendar["version"], calendar["name"], calendar["x-wr-calname"]) == (
        "2.0",
        "Harbour Network",
        "Harbour Network",
    )


def test_an_event_keeps_its_identity_when_its_file_is_renamed(events: dict[str, icalendar.Event]) -> None:
    assert events["What the tide brings"]["uid"] == "silt-talk@harbours.example"
    assert events["What the tide brings"]["url"] == "https://harbours.example/events/tide-talk/"


def test_a_timed_event_has_wall_times_in_its_zone(public: Publication, events: dict[str, icalendar.Event]) -> None:
    assert b"DTSTART;TZID=Europe/London:20270120T183000\r\n" in content(public)
    talk = events["What the tide brings"]
    assert (talk.start, talk.end) == (
        dt.datetime(2027, 1, 20, 18, 30, tzinfo=LONDON),
        dt.datetime(2027, 1, 20, 20, 0, tzinfo=LONDON),
    )


def test_an_all_day_event_ends_on_the_day_after_its_last(events: dict[str, icalendar.Event]) -> None:
    regatta, dredging = events["Regatta"], events["Dredging day"]
    assert (dt.date(2027, 5, 13), dt.date(2027, 5, 15)) == (regatta.DTSTART, regatta.DTEND)
    assert (dt.date(2027, 2, 3), dt.date(2027, 2, 4)) == (dredging.DTSTART, dredging.DTEND)


def test_the_status_says_whether_an_event_takes_place(events: dict[str, icalendar.Event]) -> None:
    assert {title: str(event["status"]) for title, event in events.items()} == {
        "The launch": "CONFIRMED",
        "What the tide brings": "CONFIRMED",
        "Dredging day": "CANCELLED",
        "Regatta": "TENTATIVE",
    }


def test_the_place_is_the_venue_or_online_or_nowhere(events: dict[str, icalendar.Event]) -> None:
    assert {title: event.get("location") for title, event in events.items()} == {
        "The launch": "Net Loft, 1 Fish Street, Whitby",
        "What the tide brings": "Online",
        "Dredging day": None,
        "Regatta": None,
    }


def test_the_description_is_plain_text_with_the_address_of_the_page(events: dict[str, icalendar.Event]) -> None:
    assert events["What the tide brings"]["description"] == (
        "An evening about silt, at the tables of tides that the launch promised.\n\n"
        "https://harbours.example/events/tide-talk/"
    )


def test_the_stamp_is_the_day_of_the_last_change_or_that_of_the_publication(events: dict[str, icalendar.Event]) -> None:
    assert dt.datetime(2026, 4, 1, tzinfo=dt.UTC) == events["The launch"].DTSTAMP
    assert dt.datetime(2026, 11, 20, 9, 30, tzinfo=dt.UTC) == events["Regatta"].DTSTAMP


def test_every_zone_that_is_used_is_explained(calendar: icalendar.Calendar) -> None:
    assert [zone.tz_name for zone in calendar.timezones] == ["Europe/London"]
    assert calendar.get_missing_tzids() == set()


def test_zones_stand_first_and_in_order(small: Path, read: Callable[[Path], Publication]) -> None:
    for slug, zone in (("launch", "Europe/Paris"), ("regatta", "America/New_York")):
        path = small / "events" / f"{slug}.yml"
        text = path.read_text(encoding="utf-8").replace("starts: 2027-05-13", "starts: 2027-05-13T10:00")
        path.write_text(f"timezone: {zone}\n{text}", encoding="utf-8")
    found = icalendar.Calendar.from_ical(content(read(small))).subcomponents
    zones = [str(one["tzid"]) for one in found if one.name == "VTIMEZONE"]
    assert zones == ["America/New_York", "Europe/London", "Europe/Paris"]
    assert [one.name for one in found] == ["VTIMEZONE"] * 3 + ["VEVENT"] * 4


def test_lines_end_as_in_rfc_5545_and_none_is_longer_than_75_octets(
    small: Path, read: Callable[[Path], Publication]
) -> None:
    path = small / "events" / "launch.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("The launch", "Größe " * 40, 1), encoding="utf-8")
    *lines, last = content(read(small)).split(b"\r\n")
    assert last == b""
    assert max(map(len, lines)) == 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)


def test_publishing_twice_gives_equal_bytes(public: Publication) -> None:
    assert content(public) == content(public)


def test_drafts_are_in_the_calendar_of_a_preview_only(public: Publication, preview: Publication) -> None:
    title = b"SUMMARY:A visit nobody knows of\r\n"
    assert [title in content(public), title in content(preview)] == [False, True]
