"""Calendars, read back by a calendar's parser."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

from masthead.artifact import done
from masthead.publish.calendar import publish_calendar
from masthead.publish.calendar_paths import CALENDAR
from masthead.publish.publication import Publication

LONDON = ZoneInfo("Europe/London")
DOOR = "venue: {name: Net Loft, position: {latitude: 54.4858, longitude: -0.6206}}"
Read = Callable[[Path], Publication]


def contents(publication: Publication) -> dict[str, bytes]:
    """Every calendar by its path."""
    made = {artifact.path: artifact.content for artifact in map(done, publish_calendar(publication))}
    return {path: content for path, content in made.items() if isinstance(content, bytes)}


def content(publication: Publication) -> bytes:
    return contents(publication)[CALENDAR]


def parsed(text: bytes) -> icalendar.Calendar:
    read = icalendar.Calendar.from_ical(text)
    assert isinstance(read, icalendar.Calendar)
    return read


def uids(text: bytes) -> list[str]:
    return [str(event["uid"]).removesuffix("@harbours.example") for event in parsed(text).events]


@pytest.fixture
def calendar(public: Publication) -> icalendar.Calendar:
    return parsed(content(public))


@pytest.fixture
def events(calendar: icalendar.Calendar) -> dict[str, icalendar.Event]:
    return {str(event["uid"]).partition("@")[0]: event for event in calendar.events}


@pytest.fixture
def entry_of(small: Path, read: Read) -> Callable[[str], icalendar.Event | None]:
    """The entry of an event with these fields; None where it has none."""

    def entry(fields: str) -> icalendar.Event | None:
        (small / "events" / "one.yml").write_text(
            f"title: One\nsummary: A day.\nkind: workshop\n{fields}\n", encoding="utf-8"
        )
        found = [event for event in parsed(content(read(small))).events if str(event["uid"]).startswith("one@")]
        return found[0] if found else None

    return entry


EntryOf = Callable[[str], icalendar.Event | None]


def test_events_known_to_the_day_stand_in_order_and_no_others(public: Publication) -> None:
    assert uids(content(public)) == ["launch", "silt-talk", "dredging-day", "regatta"]


def test_series_kinds_members_and_events_have_calendars_where_they_have_dated_events(public: Publication) -> None:
    assert {path: uids(text) for path, text in contents(public).items()} == {
        "events/calendar.ics": ["launch", "silt-talk", "dredging-day", "regatta"],
        "events/series/tide-talks/calendar.ics": ["silt-talk"],
        "events/kind/launch/calendar.ics": ["launch"],
        "events/kind/learning-event/calendar.ics": ["regatta"],
        "events/kind/webinar/calendar.ics": ["silt-talk"],
        "events/kind/workshop/calendar.ics": ["dredging-day"],
        "events/member/old-mole/calendar.ics": ["launch"],
        "events/dredging-day/dredging-day.ics": ["dredging-day"],
        "events/launch/launch.ics": ["launch"],
        "events/regatta/regatta.ics": ["regatta"],
        "events/tide-talk/tide-talk.ics": ["silt-talk"],
    }


def test_an_event_is_the_same_in_every_calendar(public: Publication) -> None:
    def lines_of_the_talk(path: str) -> bytes:
        text = contents(public)[path]
        start = text.index(b"BEGIN:VEVENT\r\nSUMMARY:What the tide brings")
        return text[start : text.index(b"END:VEVENT", start)]

    alone = lines_of_the_talk("events/tide-talk/tide-talk.ics")
    assert lines_of_the_talk(CALENDAR) == alone
    assert lines_of_the_talk("events/series/tide-talks/calendar.ics") == alone


def test_a_calendar_says_what_it_is_where_it_is_and_how_often_to_ask(public: Publication) -> None:
    head = contents(public)["events/series/tide-talks/calendar.ics"].partition(b"BEGIN:VTIMEZONE")[0]
    assert head.decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Masthead//Masthead//EN",
        "DESCRIPTION:Three small harbours that learn from one another.",
        "X-WR-CALDESC:Three small harbours that learn from one another.",
        "NAME:Harbour Network: Tide talks",
        "X-WR-CALNAME:Harbour Network: Tide talks",
        "LAST-MODIFIED:20261120T093000Z",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "SOURCE;VALUE=URI:https://harbours.example/events/series/tide-talks/calenda",
        " r.ics",
        "URL:https://harbours.example/events/",
        "X-PUBLISHED-TTL:PT12H",
        "X-WR-TIMEZONE:Europe/London",
        "",
    ]


def test_a_calendar_without_events_still_holds_something_as_the_rfc_demands(small: Path, read: Read) -> None:
    for path in (small / "events").glob("*.yml"):
        path.unlink()
    (small / "manifesto" / "how.md").write_text("---\ntitle: How\n---\n\nWell.\n", encoding="utf-8")
    made = contents(read(small))
    assert list(made) == [CALENDAR]
    assert [zone.tz_name for zone in parsed(made[CALENDAR]).timezones] == ["Europe/London"]


def test_an_event_is_written_as_every_program_reads_it(public: Publication) -> None:
    text = contents(public)["events/tide-talk/tide-talk.ics"]
    event = text[text.index(b"BEGIN:VEVENT") : text.index(b"END:VEVENT")]
    assert event.decode().replace("\r\n ", "").split("\r\n") == [
        "BEGIN:VEVENT",
        "SUMMARY:What the tide brings",
        "DTSTART;TZID=Europe/London:20270120T183000",
        "DTEND;TZID=Europe/London:20270120T200000",
        "DTSTAMP:20261120T093000Z",
        "UID:silt-talk@harbours.example",
        "SEQUENCE:0",
        "CATEGORIES:Webinar,Tide talks",
        "CONFERENCE;LABEL=Join online;VALUE=URI:https://meet.example/tide",
        "DESCRIPTION:An evening about silt\\, at the tables of tides that the launch promised.\\n\\n"
        "Join online: https://meet.example/tide\\n\\nRegister for a place: https://register.example/tide\\n\\n"
        "All about it: https://harbours.example/events/tide-talk/",
        "LAST-MODIFIED:20261120T093000Z",
        "LOCATION:Online",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
        "URL:https://harbours.example/events/tide-talk/",
        "X-ALT-DESC;FMTTYPE=text/html:<p>An evening about silt\\, at the tables of tides that "
        '<a href="https://harbours.example/events/launch/">the launch</a> promised.</p>\\n'
        '<p><a href="https://meet.example/tide">Join online</a></p>\\n'
        '<p><a href="https://register.example/tide">Register for a place</a></p>\\n'
        '<p><a href="https://harbours.example/events/tide-talk/">All about it</a></p>\\n',
        "",
    ]


def test_the_stamp_is_the_day_of_the_last_change_or_that_of_the_publication(events: dict[str, icalendar.Event]) -> None:
    assert dt.datetime(2026, 4, 1, tzinfo=dt.UTC) == events["launch"].DTSTAMP == events["launch"].LAST_MODIFIED
    assert dt.datetime(2026, 11, 20, 9, 30, tzinfo=dt.UTC) == events["regatta"].DTSTAMP


def test_a_timed_event_has_wall_times_in_its_zone(events: dict[str, icalendar.Event]) -> None:
    assert (events["silt-talk"].start, events["silt-talk"].end) == (
        dt.datetime(2027, 1, 20, 18, 30, tzinfo=LONDON),
        dt.datetime(2027, 1, 20, 20, 0, tzinfo=LONDON),
    )


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ("starts: 2027-05-13", ["DTSTART;VALUE=DATE:20270513", "DTEND;VALUE=DATE:20270514"]),
        ("starts: 2027-05-13\nends: 2027-05-15", ["DTSTART;VALUE=DATE:20270513", "DTEND;VALUE=DATE:20270516"]),
        ("starts: 2026-12-31", ["DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101"]),
        ("starts: 2027-05-13T10:00", ["DTSTART;TZID=Europe/London:20270513T100000"]),
        (
            "starts: 2027-05-13T22:00\nends: 2027-05-14T02:00",
            ["DTSTART;TZID=Europe/London:20270513T220000", "DTEND;TZID=Europe/London:20270514T020000"],
        ),
        (
            "starts: 2027-05-13T10:00\nends: 2027-05-14",
            ["DTSTART;TZID=Europe/London:20270513T100000", "DTEND;TZID=Europe/London:20270515T000000"],
        ),
        (
            "starts: 2027-03-27T22:00\nends: 2027-03-28T07:00\ntimezone: America/Toronto",
            ["DTSTART;TZID=America/Toronto:20270327T220000", "DTEND;TZID=America/Toronto:20270328T070000"],
        ),
        ("starts: 2027-05-13T10:00\ntimezone: Etc/UTC", ["DTSTART:20270513T100000Z"]),
    ],
)
def test_times_are_days_or_moments_with_the_end_behind_the_last(
    entry_of: EntryOf, fields: str, lines: list[str]
) -> None:
    entry = entry_of(fields)
    assert entry is not None
    assert [line for line in entry.to_ical().decode().split("\r\n") if line.startswith(("DTSTART", "DTEND"))] == lines


@pytest.mark.parametrize("starts", ["2027", "2027-21", "2027-05", "2027-05-13?", "2027-05-13~", "to be confirmed"])
def test_what_is_not_known_to_the_day_is_left_out(entry_of: EntryOf, starts: str) -> None:
    assert entry_of(f"starts: {starts}") is None


BEFORE = "previously: [{changed: 2026-11-10, starts: 2027-02-11T10:00, ends: 2027-02-11T16:00, reason: It *rained*.}]"
WAS = "It was to be on Thursday 11 February 2027, 10am to 4pm."


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("starts: 2027-05-13", ("One", "CONFIRMED", "OPAQUE", 0, dt.date(2027, 5, 13), "A day.")),
        (
            "starts: 2027-05-13\nstatus: tentative",
            (
                "Provisional: One",
                "TENTATIVE",
                "OPAQUE",
                0,
                dt.date(2027, 5, 13),
                "The date is not yet certain. Please do not book travel.",
            ),
        ),
        (
            "starts: 2027-02-11\nstatus: cancelled\npreviously: [{changed: 2026-11-10, reason: It *rained*.}]",
            (
                "Cancelled: One",
                "CANCELLED",
                "TRANSPARENT",
                1,
                dt.date(2027, 2, 11),
                "This event is cancelled. It rained.",
            ),
        ),
        (
            f"starts: to be confirmed\nstatus: postponed\n{BEFORE}",
            (
                "Postponed: One",
                "TENTATIVE",
                "TRANSPARENT",
                1,
                dt.datetime(2027, 2, 11, 10, tzinfo=LONDON),
                f"This event is postponed. {WAS} A new date is not known yet. It rained.",
            ),
        ),
        (
            f"starts: 2027-21\nstatus: postponed\n{BEFORE}",
            (
                "Postponed: One",
                "TENTATIVE",
                "TRANSPARENT",
                1,
                dt.datetime(2027, 2, 11, 10, tzinfo=LONDON),
                f"This event is postponed. {WAS} The new date is expected: spring 2027. It rained.",
            ),
        ),
        (
            f"starts: to be confirmed\nstatus: cancelled\n{BEFORE}",
            (
                "Cancelled: One",
                "CANCELLED",
                "TRANSPARENT",
                1,
                dt.datetime(2027, 2, 11, 10, tzinfo=LONDON),
                f"This event is cancelled. {WAS} It rained.",
            ),
        ),
        (
            f"starts: 2027-05-13\nstatus: postponed\n{BEFORE}",
            (
                "One",
                "CONFIRMED",
                "OPAQUE",
                1,
                dt.date(2027, 5, 13),
                "This event has moved. Moved from Thursday 11 February 2027, 10am to 4pm. It rained.",
            ),
        ),
    ],
    ids=["confirmed", "tentative", "cancelled", "postponed", "to-spring", "postponed-then-cancelled", "new-date"],
)
def test_an_event_stays_whatever_happens_and_says_so(entry_of: EntryOf, fields: str, told: tuple[object, ...]) -> None:
    entry = entry_of(fields)
    assert entry is not None
    names = ("summary", "status", "transp")
    assert (
        *(str(entry[name]) for name in names),
        entry["sequence"],
        entry.DTSTART,
        str(entry["description"]).partition("\n\n")[0],
    ) == told


def test_nobody_is_asked_to_join_what_does_not_take_place(entry_of: EntryOf) -> None:
    fields = "starts: 2027-02-11\nstatus: cancelled\nonline: {url: https://meet.example/x}"
    entry = entry_of(f"{fields}\nregistration: {{url: https://register.example/x}}")
    assert entry is not None
    assert "conference" not in entry
    assert str(entry["description"]).split("\n\n")[1:] == [
        "A day.",
        "All about it: https://harbours.example/events/one/",
    ]


def test_an_entry_names_whom_to_ask_and_nobody_as_organiser(entry_of: EntryOf) -> None:
    entry = entry_of("starts: 2027-02-11\norganisers: [old-mole]\ncontact: {name: The desk, email: a@b.example}")
    assert entry is not None
    assert (str(entry["contact"]), "organizer" in entry) == ("The desk, a@b.example", False)


def test_every_zone_that_is_used_is_explained(calendar: icalendar.Calendar) -> None:
    assert [zone.tz_name for zone in calendar.timezones] == ["Europe/London"]
    assert calendar.get_missing_tzids() == set()


def test_zones_stand_first_and_in_order(small: Path, read: Read) -> None:
    for slug, zone in (("launch", "Europe/Paris"), ("regatta", "America/New_York")):
        path = small / "events" / f"{slug}.yml"
        text = path.read_text(encoding="utf-8").replace("starts: 2027-05-13", "starts: 2027-05-13T10:00")
        path.write_text(f"timezone: {zone}\n{text}", encoding="utf-8")
    found = icalendar.Calendar.from_ical(content(read(small))).subcomponents
    zones = [str(one["tzid"]) for one in found if one.name == "VTIMEZONE"]
    assert zones == ["America/New_York", "Europe/London", "Europe/Paris"]
    assert [one.name for one in found] == ["VTIMEZONE"] * 3 + ["VEVENT"] * 4


def test_lines_end_as_in_rfc_5545_and_none_is_longer_than_75_octets(small: Path, read: Read) -> None:
    path = small / "events" / "launch.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("The launch", "Größe " * 40, 1), encoding="utf-8")
    for text in contents(read(small)).values():
        *lines, last = text.split(b"\r\n")
        assert last == b""
        assert max(map(len, lines)) <= 75
        assert not any(b"\n" in line or b"\r" in line for line in lines)


def test_publishing_twice_gives_equal_bytes(public: Publication) -> None:
    assert contents(public) == contents(public)


def test_drafts_are_in_the_calendar_of_a_preview_only(public: Publication, preview: Publication) -> None:
    title = b"SUMMARY:A visit nobody knows of\r\n"
    assert [title in content(public), title in content(preview)] == [False, True]


def test_an_entry_says_where_the_door_is(entry_of: EntryOf) -> None:
    entry = entry_of(f"starts: 2027-05-13\n{DOOR}")
    assert entry is not None
    assert entry["geo"].to_ical() == "54.4858;-0.6206"
    without = entry_of("starts: 2027-05-13\nvenue: {name: Net Loft}")
    assert without is not None
    assert "geo" not in without
