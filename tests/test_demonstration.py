"""The demonstration shows everything that may be known of an event, and everything that may become of one."""

from pathlib import Path

import pytest

from masthead.artifact import done
from masthead.model.announcement import EventStatus
from masthead.model.event import Event
from masthead.model.place import AttendanceMode
from masthead.model.registration import RegistrationState
from masthead.model.when import Precision
from masthead.publish.events import publish_events
from masthead.publish.publication import Publication
from tests.conftest import DAY, Read

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def demonstration(read: Read) -> Publication:
    return read(ROOT)


@pytest.fixture(scope="module")
def events(demonstration: Publication) -> list[Event]:
    return list(demonstration.network.events.values())


@pytest.fixture(scope="module")
def pages(demonstration: Publication) -> dict[str, str]:
    return {Path(one.path).parent.name: str(one.content) for one in map(done, publish_events(demonstration))}


def test_every_precision_of_a_date_is_shown(events: list[Event]) -> None:
    assert {event.starts.precision for event in events} == set(Precision)
    assert {event.starts.root[-1] for event in events} >= {"~", "?"}
    assert {"to be confirmed", "not recorded"} <= {event.starts.root for event in events}


def test_every_status_is_shown_and_all_that_follows_from_one(events: list[Event]) -> None:
    assert {event.status for event in events} == set(EventStatus)
    put_off = [event for event in events if event.status is EventStatus.POSTPONED]
    assert {event.is_on for event in put_off} == {True, False}
    assert {(event.is_moved, event.is_held(DAY)) for event in events} == {(True, False), (False, True), (False, False)}
    assert any(event.is_moved and event.status is EventStatus.CONFIRMED for event in events)


def test_events_take_place_in_every_way(events: list[Event]) -> None:
    assert {event.mode for event in events} == {*AttendanceMode, None}
    known = [event for event in events if event.starts.is_known]
    assert {event.starts.precision for event in known} == {Precision.DAY, Precision.MINUTE}
    assert {event.lasts_days for event in known} == {True, False}
    assert len({event.timezone for event in known}) > 1


def test_one_event_goes_on_through_a_night_in_which_the_clocks_change(
    demonstration: Publication, events: list[Event]
) -> None:
    def offsets(event: Event) -> set[object]:
        zone = demonstration.network.zone(event)
        moments = (event.starts.moment(zone), event.ends.moment(zone) if event.ends else None)
        return {moment.utcoffset() for moment in moments if moment}

    assert [event.slug for event in events if len(offsets(event)) > 1] == ["missing-hour-march-2027"]


def test_places_are_free_to_come_and_taken(events: list[Event]) -> None:
    assert {event.registration_state(DAY) for event in events} >= {
        RegistrationState.NOT_YET,
        RegistrationState.OPEN,
        RegistrationState.WAITING_LIST,
    }


def test_what_came_of_events_is_known_more_or_less(events: list[Event]) -> None:
    feedback = [asked for event in events for asked in event.feedback]
    assert {(bool(one.shares), bool(one.counts), one.is_suppressed) for one in feedback} == {
        (True, False, False),
        (False, True, False),
        (False, False, True),
    }
    assert {type(one.responses) for one in feedback} == {int, str}
    assert {type(event.attendance) for event in events if event.is_held(DAY)} >= {int, str}
    assert any(event.outcomes for event in events)
    assert any(event.decisions for event in events)
    assert any(event.photographs for event in events)


@pytest.mark.parametrize(
    ("slug", "told"),
    [
        ("learning-event-6", ["Date not recorded", "the sixth"]),
        ("chief-executives-october-2018", ["October 2018"]),
        ("manifesto-second-edition", ["Date to be confirmed"]),
        ("ten-years-2028", ["2028, date to be confirmed"]),
        ("study-visit-october-2027", ["About October 2027"]),
        ("hip-fracture-webinar-march-2027", ["This event is postponed.", "Spring 2027"]),
        ("shared-bank-webinar-february-2027", ["This event is postponed.", "24 February 2027"]),
        ("chief-executives-april-2027", ["This event is cancelled."]),
        ("chief-executives-june-2027", ["The date is not yet certain."]),
        ("strategy-leads-workshop-march-2027", ["This event has moved."]),
        ("missing-hour-march-2027", ["Every place is taken. You can join the waiting list."]),
        ("chief-executives-june-2026", ["The answers are not shown, because fewer than 5 people gave one of them."]),
    ],
)
def test_the_page_says_it_plainly(pages: dict[str, str], slug: str, told: list[str]) -> None:
    assert [words for words in told if words not in pages[slug]] == []


def test_what_is_invented_is_a_story_of_the_network_itself(demonstration: Publication, events: list[Event]) -> None:
    """Every invented event says so, and has members and series that are there."""

    members = demonstration.network.members.keys()
    invented = [event for event in events if event.illustrative]
    assert len(invented) > 20
    assert [one.slug for one in invented if not {*one.organisers, *one.members} <= members or not one.summary] == []
