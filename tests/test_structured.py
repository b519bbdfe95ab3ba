"""What search engines read of an event."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from masthead.artifact import done
from masthead.publish.events import publish_events
from masthead.publish.publication import Publication
from masthead.publish.structured import structured_event
from tests.judges.event_rules import faults

Read = Callable[[Path], Publication]
Described = Callable[[str], dict[str, object] | None]
ROOT = Path(__file__).parent.parent
SCHEMA = "https://schema.org/"
WHERE = "venue: {name: Net Loft, address: 1 Fish Street, locality: Whitby, postcode: YO22 4PU}"
BEFORE = "previously: [{changed: 2026-11-10, starts: 2027-02-11T10:00, ends: 2027-02-11T16:00}]"


@pytest.fixture
def described(small: Path, read: Read) -> Described:
    """The description of an event with these fields; None where it has none."""

    def describe(fields: str) -> dict[str, object] | None:
        (small / "events" / "one.yml").write_text(
            f"title: One\nsummary: A day.\nkind: workshop\n{fields}\n", encoding="utf-8"
        )
        publication = read(small)
        return structured_event(publication.network.events["one"], publication)

    return describe


ADA = {
    "@type": "Person",
    "name": "Ada Brook",
    "url": "https://harbours.example/people/ada-brook/",
    "jobTitle": "Harbour master",
    "affiliation": {"@type": "Organization", "name": "Old Mole Harbour Trust"},
}


def test_an_event_is_described_whole(public: Publication) -> None:
    assert structured_event(public.network.events["launch"], public) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": "https://harbours.example/events/launch/",
        "name": "The launch",
        "description": "The day on which three harbours became one network.",
        "url": "https://harbours.example/events/launch/",
        "startDate": "2026-03-11T10:00+00:00",
        "endDate": "2026-03-11T16:30+00:00",
        "eventAttendanceMode": f"{SCHEMA}OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "Net Loft",
            "address": {"@type": "PostalAddress", "streetAddress": "1 Fish Street", "addressLocality": "Whitby"},
        },
        "inLanguage": "en-GB",
        "audience": {"@type": "Audience", "audienceType": "Everybody who ties up a boat."},
        "eventStatus": f"{SCHEMA}EventScheduled",
        "organizer": [
            {
                "@type": "Organization",
                "name": public.network.members["old-mole"].title,
                "url": "https://harbours.example/members/old-mole/",
            }
        ],
        "performer": [ADA],
        "subEvent": [
            {
                "@type": "Event",
                "name": "Welcome",
                "startDate": "2026-03-11T10:00+00:00",
                "endDate": "2026-03-11T12:30+00:00",
                "location": {
                    "@type": "Place",
                    "name": "Net Loft",
                    "address": {
                        "@type": "PostalAddress",
                        "streetAddress": "1 Fish Street",
                        "addressLocality": "Whitby",
                    },
                },
                "performer": [ADA],
            }
        ],
    }


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (f"starts: 2027-05-13\n{WHERE}", ("EventScheduled", "2027-05-13", "2027-05-13", None)),
        (f"starts: 2027-05-13\nends: 2027-05-14\n{WHERE}", ("EventScheduled", "2027-05-13", "2027-05-14", None)),
        (
            f"starts: 2027-05-13T10:00\nstatus: tentative\n{WHERE}",
            ("EventScheduled", "2027-05-13T10:00+01:00", None, None),
        ),
        (f"starts: 2027-05-13\nstatus: cancelled\n{WHERE}", ("EventCancelled", "2027-05-13", "2027-05-13", None)),
        (
            f"starts: to be confirmed\nstatus: postponed\n{WHERE}\n{BEFORE}",
            ("EventPostponed", "2027-02-11T10:00+00:00", "2027-02-11T16:00+00:00", None),
        ),
        (
            f"starts: 2027-22\nstatus: postponed\n{WHERE}\n{BEFORE}",
            ("EventPostponed", "2027-02-11T10:00+00:00", "2027-02-11T16:00+00:00", None),
        ),
        (
            f"starts: 2027-05-13T10:00\nstatus: postponed\n{WHERE}\n{BEFORE}",
            ("EventRescheduled", "2027-05-13T10:00+01:00", None, "2027-02-11T10:00+00:00"),
        ),
        (
            f"starts: 2027-05-13T10:00\n{WHERE}\n{BEFORE}",
            ("EventRescheduled", "2027-05-13T10:00+01:00", None, "2027-02-11T10:00+00:00"),
        ),
        (
            f"starts: 2027-05-13T10:00\n{WHERE}\npreviously: [{{changed: 2026-11-10, starts: 2027-05}}]",
            ("EventScheduled", "2027-05-13T10:00+01:00", None, None),
        ),
    ],
)
def test_each_status_is_told_as_search_engines_want_it(
    described: Described, fields: str, told: tuple[str | None, ...]
) -> None:
    node = described(fields)
    assert node is not None
    status = str(node["eventStatus"]).removeprefix(SCHEMA)
    assert (status, node["startDate"], node.get("endDate"), node.get("previousStartDate")) == told
    assert faults(node) == []


def test_an_event_that_went_online_says_so(described: Described) -> None:
    node = described(
        "starts: 2027-05-13\nonline: {url: https://meet.example/x}\n"
        "previously: [{changed: 2026-11-10, starts: 2027-05-12, venue: {name: Net Loft}}]"
    )
    assert node is not None
    assert (node["eventStatus"], node["eventAttendanceMode"], node["location"]) == (
        [f"{SCHEMA}EventRescheduled", f"{SCHEMA}EventMovedOnline"],
        f"{SCHEMA}OnlineEventAttendanceMode",
        {"@type": "VirtualLocation", "url": "https://meet.example/x"},
    )
    assert faults(node) == []


def test_a_hybrid_event_is_in_both_places(described: Described) -> None:
    node = described("starts: 2027-05-13\nvenue: {name: Net Loft}\nonline: {note: We will write.}")
    assert node is not None
    assert (node["eventAttendanceMode"], node["location"]) == (
        f"{SCHEMA}MixedEventAttendanceMode",
        [
            {"@type": "Place", "name": "Net Loft", "address": "Net Loft"},
            {"@type": "VirtualLocation", "url": "https://harbours.example/events/one/"},
        ],
    )


def test_a_place_is_found_on_a_map(described: Described) -> None:
    node = described(
        "starts: 2027-05-13\n"
        "venue: {name: Loft, map: 'https://maps.example/loft', position: {latitude: 54.4858, longitude: -0.6206}}"
    )
    assert node is not None
    assert node["location"] == {
        "@type": "Place",
        "name": "Loft",
        "address": "Loft",
        "hasMap": "https://maps.example/loft",
        "geo": {"@type": "GeoCoordinates", "latitude": 54.4858, "longitude": -0.6206},
    }


def test_a_session_past_midnight_ends_on_the_next_day(described: Described) -> None:
    node = described(
        f"starts: 2027-05-13T20:00\nends: 2027-05-14T02:00\n{WHERE}\n"
        "agenda: [{time: '22:30', ends: '00:30', title: Stars}, {time: '23:00', title: Moon, room: Roof}]"
    )
    assert node is not None
    sessions = node["subEvent"]
    assert isinstance(sessions, list)
    assert [(one["startDate"], one.get("endDate")) for one in sessions] == [
        ("2027-05-13T22:30+01:00", "2027-05-14T00:30+01:00"),
        ("2027-05-13T23:00+01:00", None),
    ]


@pytest.mark.parametrize(
    "fields", [f"starts: 2027-05\n{WHERE}", f"starts: to be confirmed\n{WHERE}", "starts: 2027-05-13"]
)
def test_without_a_day_or_a_place_nothing_is_told(described: Described, fields: str) -> None:
    assert described(fields) is None


@pytest.mark.parametrize(
    ("registration", "availability"),
    [
        ("opens: 2026-12-01", "PreOrder"),
        ("opens: 2026-11-01", "InStock"),
        ("full: true", "SoldOut"),
        ("full: true, waiting_list: true", "SoldOut"),
        ("closes: 2026-11-01", None),
    ],
)
def test_an_offer_says_whether_there_are_places(
    described: Described, registration: str, availability: str | None
) -> None:
    node = described(
        f"starts: 2027-05-13\n{WHERE}\nprice: {{amount: 12.5}}\ncapacity: 30\n"
        f"registration: {{url: 'https://register.example/x', {registration}}}"
    )
    assert node is not None
    offer = node["offers"]
    assert isinstance(offer, dict)
    assert {key: offer.get(key) for key in ("@type", "url", "price", "priceCurrency", "availability")} == {
        "@type": "Offer",
        "url": "https://register.example/x",
        "price": 12.5,
        "priceCurrency": "GBP",
        "availability": SCHEMA + availability if availability else None,
    }
    assert faults(node) == []
    assert (node["maximumAttendeeCapacity"], node["isAccessibleForFree"]) == (30, False)


def test_every_event_of_the_demonstration_is_as_search_engines_want_it(read: Read) -> None:
    demonstration = read(ROOT)
    found = {
        slug: node
        for slug, event in demonstration.network.events.items()
        if (node := structured_event(event, demonstration))
    }
    assert {slug: faults(node) for slug, node in found.items()} == {slug: [] for slug in found}
    statuses = {str(node["eventStatus"]).removeprefix(SCHEMA) for node in found.values()}
    assert statuses == {"EventScheduled", "EventRescheduled", "EventPostponed", "EventCancelled"}


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        ({"name": ""}, "name is missing"),
        ({"startDate": "2027-05-13T10:00", "endDate": "2027-05-14"}, "2027-05-13T10:00 is no date with its offset"),
        ({"endDate": "2027-05-12"}, "it ends before it starts"),
        ({"location": {"@type": "Place", "name": "Loft"}}, "a Place has no address"),
        ({"eventStatus": f"{SCHEMA}EventHeld"}, "{'EventHeld'} is no status"),
        (
            {"eventStatus": f"{SCHEMA}EventRescheduled"},
            "a previous start belongs to what is rescheduled, and to nothing else",
        ),
        (
            {"eventStatus": f"{SCHEMA}EventCancelled", "offers": {"@type": "Offer", "url": "https://r.example/x"}},
            "what does not take place has no other status and no offer",
        ),
        (
            {"eventAttendanceMode": f"{SCHEMA}OnlineEventAttendanceMode"},
            "OnlineEventAttendanceMode does not fit the location",
        ),
        (
            {"offers": {"@type": "Offer", "url": "https://r.example/x", "price": 3}},
            "a price and its currency go together",
        ),
        ({"organizer": []}, "nobody organises it"),
        ({"url": "/events/one/"}, "/events/one/ is no full address"),
        ({"subEvent": [{"name": "Talk", "startDate": "2027-05-13"}]}, "Talk: location is missing"),
        ({"@type": "Evening"}, "it is no Event of schema.org"),
    ],
)
def test_the_judge_finds_each_fault(described: Described, wrong: dict[str, object], found: str) -> None:
    node = described(f"starts: 2027-05-13\n{WHERE}")
    assert node is not None
    assert faults(node) == []
    assert faults({**node, **wrong}) == [found]


def test_nothing_is_offered_of_what_does_not_take_place(described: Described) -> None:
    node = described(f"starts: 2027-05-13\nstatus: cancelled\n{WHERE}\nregistration: {{url: 'https://r.example/x'}}")
    assert node is not None
    assert "offers" not in node


def test_without_organisers_it_is_the_network_that_organises(described: Described) -> None:
    node = described(f"starts: 2027-05-13\n{WHERE}")
    assert node is not None
    assert node["organizer"] == {
        "@type": "Organization",
        "name": "Harbour Network",
        "url": "https://harbours.example/",
    }


def test_the_description_stands_on_the_page_and_cannot_leave_its_element(small: Path, read: Read) -> None:
    title = "</script><b>&"
    path = small / "events" / "launch.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("The launch", f"'{title}'", 1), encoding="utf-8")
    publication = read(small)
    pages = {artifact.path: str(artifact.content) for artifact in map(done, publish_events(publication))}
    nodes = re.findall(r'<script type="application/ld\+json">(.*?)</script>', pages["events/launch/index.md"])
    (found,) = (node for node in nodes if json.loads(node)["@type"] == "Event")
    assert json.loads(found) == structured_event(publication.network.events["launch"], publication)
    assert json.loads(found)["name"] == title
