"""What is derived of an event: its sessions, what was announced, whether it is past, and whether there are places."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from masthead.model.announcement import Change
from masthead.model.event import Event
from masthead.model.place import AttendanceMode
from masthead.model.registration import RegistrationState
from masthead.model.series import series_numbers
from masthead.model.settings import Series

LONDON = ZoneInfo("Europe/London")
HALL, LOFT = {"name": "Hall", "locality": "Leeds"}, {"name": "Loft", "locality": "Whitby"}


Fields = Mapping[str, Any]


def event(slug: str = "day", **fields: Any) -> Event:
    least = {"title": "A", "summary": "B", "kind": "launch", "starts": "2027-03-11T10:00"}
    return Event.filed(f"events/{slug}.yml", {**least, **fields})


@pytest.mark.parametrize(
    ("fields", "mode"),
    [
        ({}, None),
        ({"venue": HALL}, AttendanceMode.ON_SITE),
        ({"online": {}}, AttendanceMode.ONLINE),
        ({"venue": HALL, "online": {}}, AttendanceMode.HYBRID),
    ],
)
def test_how_people_take_part_follows_from_the_places(fields: Fields, mode: AttendanceMode | None) -> None:
    assert event(**fields).mode is mode


def times(one: Event) -> list[tuple[str, str, str]]:
    return [
        (str(slot.day or ""), f"{slot.starts:%H:%M}", f"{slot.ends:%H:%M}" if slot.ends else "") for slot in one.slots
    ]


def sessions(*rows: Fields) -> list[Fields]:
    return [{"title": "A", **row} for row in rows]


def test_a_session_ends_when_the_next_begins_and_the_last_with_the_event() -> None:
    one = event(
        ends="2027-03-11T16:00",
        agenda=sessions({"time": "10:00"}, {"time": "11:00", "ends": "11:45"}, {"time": "12:00"}),
    )
    assert times(one) == [
        ("2027-03-11", "10:00", "11:00"),
        ("2027-03-11", "11:00", "11:45"),
        ("2027-03-11", "12:00", "16:00"),
    ]


def test_a_session_has_the_day_of_the_one_above_it() -> None:
    rows = ({"time": "22:00"}, {"time": "23:30"}, {"day": "2027-03-12", "time": "01:00"}, {"time": "01:30"})
    assert times(event(starts="2027-03-11T22:00", ends="2027-03-12T02:00", agenda=sessions(*rows))) == [
        ("2027-03-11", "22:00", "23:30"),
        ("2027-03-11", "23:30", ""),
        ("2027-03-12", "01:00", "01:30"),
        ("2027-03-12", "01:30", "02:00"),
    ]


def test_sessions_at_the_same_time_end_when_the_next_one_begins() -> None:
    rows = ({"time": "09:00", "room": "Hall"}, {"time": "09:00", "room": "Loft"}, {"time": "10:30"})
    assert [ends for _, _, ends in times(event(starts="2027-03-11", agenda=sessions(*rows)))] == ["10:30", "10:30", ""]


def test_the_sessions_of_an_event_without_a_day_have_none() -> None:
    one = event(starts="2027-03", agenda=sessions({"time": "09:00"}, {"time": "10:30"}))
    assert times(one) == [("", "09:00", "10:30"), ("", "10:30", "")]


def told(change: Change) -> str:
    parts = {
        "date": change.is_of_date,
        "place": change.is_of_place,
        "title": change.is_of_title,
        "status": change.is_of_status,
    }
    return " ".join(part for part, is_changed in parts.items() if is_changed)


def test_what_was_announced_is_told_from_the_first_to_the_last() -> None:
    one = event(
        venue=LOFT,
        status="cancelled",
        previously=[
            {"announced": "2026-08-01", "changed": "2026-09-01", "title": "Z", "starts": "2027-02-11"},
            {"changed": "2026-10-01", "venue": HALL, "reason": "A flood."},
            {"changed": "2026-11-01", "reason": "Nobody can come."},
        ],
    )
    said = [
        (str(told.announced), told.title, told.status.value, told.starts.root, told.venue.name if told.venue else "")
        for told in one.announcements
    ]
    assert said == [
        ("2026-08-01", "Z", "confirmed", "2027-02-11", "Hall"),
        ("2026-09-01", "A", "confirmed", "2027-03-11T10:00", "Hall"),
        ("2026-10-01", "A", "confirmed", "2027-03-11T10:00", "Loft"),
        ("2026-11-01", "A", "cancelled", "2027-03-11T10:00", "Loft"),
    ]
    assert [(str(change.day), told(change), change.reason) for change in one.changes] == [
        ("2026-09-01", "date title", ""),
        ("2026-10-01", "place", "A flood."),
        ("2026-11-01", "status", "Nobody can come."),
    ]
    assert (one.sequence, one.reason) == (3, "Nobody can come.")


def test_an_event_that_went_from_online_into_a_building_was_not_in_both() -> None:
    one = event(venue=HALL, previously=[{"changed": "2026-09-01", "online": {}}])
    assert [told.mode for told in one.announcements] == [AttendanceMode.ONLINE, AttendanceMode.ON_SITE]


def test_an_end_that_was_announced_goes_with_its_start() -> None:
    one = event(ends="2027-03-11T16:00", previously=[{"changed": "2026-09-01", "starts": "2027-02-11T10:00"}])
    assert [told.ends.root if told.ends else None for told in one.announcements] == [None, "2027-03-11T16:00"]


def test_a_tentative_event_that_was_moved_was_tentative_before() -> None:
    one = event(status="tentative", previously=[{"changed": "2026-09-01", "starts": "2027-02-11T10:00"}])
    assert [told.status.value for told in one.announcements] == ["tentative", "tentative"]


MOVED = {"previously": [{"changed": "2026-09-01", "starts": "2027-02-11T10:00"}]}
NEITHER = {"previously": [{"changed": "2026-09-01", "title": "Z"}]}


@pytest.mark.parametrize(
    ("fields", "is_on", "is_moved"),
    [
        ({}, True, False),
        (NEITHER, True, False),
        (MOVED, True, True),
        ({**MOVED, "status": "postponed"}, True, True),
        ({**MOVED, "status": "postponed", "starts": "to be confirmed"}, False, False),
        ({**MOVED, "status": "postponed", "starts": "2027-21"}, False, False),
        ({**MOVED, "status": "cancelled"}, False, False),
        ({"status": "tentative", "starts": "2027-03"}, True, False),
    ],
)
def test_an_event_is_on_or_moved_by_what_is_known(fields: Fields, *, is_on: bool, is_moved: bool) -> None:
    one = event(**fields)
    assert (one.is_on, one.is_moved) == (is_on, is_moved)


@pytest.mark.parametrize(
    ("fields", "is_past", "is_held"),
    [
        ({}, True, True),
        ({"status": "tentative"}, True, False),
        ({"status": "cancelled"}, True, False),
        ({"starts": "not recorded"}, True, True),
        ({"starts": "to be confirmed"}, False, False),
        ({"starts": "2027"}, False, False),
        ({"starts": "2027-03-11", "ends": "2027-03-13"}, False, False),
    ],
)
def test_an_event_is_held_when_it_is_past_and_took_place(fields: Fields, *, is_past: bool, is_held: bool) -> None:
    day = dt.date(2027, 3, 12)
    assert (event(**fields).is_past(day), event(**fields).is_held(day)) == (is_past, is_held)


@pytest.mark.parametrize(
    ("starts", "ends", "over"),
    [
        ("2027-03-11T10:00", "2027-03-11T16:00", "2027-03-11T16:00:00+00:00"),
        ("2027-03-11T10:00", None, "2027-03-12T00:00:00+00:00"),
        ("2027-03-27T22:00", "2027-03-28T02:00", "2027-03-28T02:00:00+01:00"),
        ("2027-05-13", "2027-05-14", "2027-05-15T00:00:00+01:00"),
        ("2027-21", None, "2027-06-01T00:00:00+01:00"),
        ("9999", None, "9999-12-31T00:00:00+00:00"),
        ("to be confirmed", None, None),
        ("not recorded", None, None),
    ],
)
def test_an_event_is_over_at_a_moment(starts: str, ends: str | None, over: str | None) -> None:
    moment = event(starts=starts, ends=ends).over_at(LONDON)
    assert (moment and moment.isoformat()) == over


OPEN = {"opens": "2027-01-11", "closes": "2027-03-04"}


@pytest.mark.parametrize(
    ("fields", "day", "state"),
    [
        ({}, "2027-02-01", None),
        ({"registration": OPEN}, "2027-01-10", RegistrationState.NOT_YET),
        ({"registration": OPEN}, "2027-01-11", RegistrationState.OPEN),
        ({"registration": OPEN}, "2027-03-04", RegistrationState.OPEN),
        ({"registration": OPEN}, "2027-03-05", RegistrationState.CLOSED),
        ({"registration": {**OPEN, "full": True}}, "2027-02-01", RegistrationState.FULL),
        ({"registration": {**OPEN, "full": True, "waiting_list": True}}, "2027-02-01", RegistrationState.WAITING_LIST),
        ({"registration": {**OPEN, "full": True}}, "2027-03-05", RegistrationState.CLOSED),
        ({"registration": {}}, "2027-03-11", RegistrationState.OPEN),
        ({"registration": {}}, "2027-03-12", RegistrationState.CLOSED),
        ({"registration": OPEN, "status": "cancelled"}, "2027-02-01", None),
        ({"registration": OPEN, "status": "postponed", "starts": "2027-21"}, "2027-02-01", None),
    ],
)
def test_registration_has_a_state_on_a_day(fields: Fields, day: str, state: RegistrationState | None) -> None:
    assert event(**fields).registration_state(dt.date.fromisoformat(day)) is state


SERIES = {"talks": Series(title="Talks", numbered=True), "walks": Series(title="Walks")}


def numbers(*events: Event) -> dict[str, int]:
    return series_numbers(events, SERIES)


def test_events_of_a_series_are_counted_in_the_order_of_their_dates() -> None:
    found = numbers(
        event("last", series="talks", starts="2027"),
        event("third", series="talks", starts="2027-05-13"),
        event("first", series="talks", starts="not recorded", number_in_series=1),
        event("gap", series="talks", starts="not recorded"),
        event("second", series="talks", starts="2018-10"),
        event("someday", series="talks", starts="to be confirmed"),
    )
    assert found == {"first": 1, "second": 2, "third": 3, "last": 4}


def test_a_record_that_says_its_number_keeps_it_and_the_next_follows() -> None:
    found = numbers(
        event("a", series="talks", starts="2018-10", number_in_series=6),
        event("b", series="talks", starts="2027-05-13"),
        event("c", series="walks", starts="2027-05-13", number_in_series=2),
        event("d", series="walks", starts="2027-05-14"),
        event("e", starts="2027-05-14"),
    )
    assert found == {"a": 6, "b": 7, "c": 2}


def test_what_is_cancelled_takes_no_number_unless_it_says_one() -> None:
    found = numbers(
        event("a", series="talks", starts="2027-01-13"),
        event("b", series="talks", starts="2027-02-13", status="cancelled"),
        event("c", series="talks", starts="2027-03-13", status="cancelled", number_in_series=2),
        event("d", series="talks", starts="2027-04-13"),
    )
    assert found == {"a": 1, "c": 2, "d": 3}
