"""Links that put an event into a calendar, read back as the forms that they fill in."""

from urllib.parse import parse_qs, urlsplit

from masthead.model.event import Event
from masthead.publish.add_to_calendar import add_to_calendar, google, outlook, subscriptions
from masthead.publish.appointment import Appointment, appointment
from masthead.publish.publication import Publication

OUTLOOK = "https://outlook.live.com/calendar/0/deeplink/compose"


def told(publication: Publication, slug: str) -> Appointment:
    found = appointment(publication.network.events[slug], publication)
    assert found is not None
    return found


def fields(address: str) -> dict[str, str]:
    return {key: value for key, (value,) in parse_qs(urlsplit(address).query, strict_parsing=True).items()}


def test_google_is_told_wall_times_and_the_zone(public: Publication) -> None:
    one = told(public, "tide-talk")
    assert fields(google(one)) == {
        "action": "TEMPLATE",
        "text": "What the tide brings",
        "dates": "20270120T183000/20270120T200000",
        "ctz": "Europe/London",
        "details": one.text,
        "location": "Online",
    }


def test_outlook_is_told_moments_in_utc(public: Publication) -> None:
    event = Event.filed(
        "events/one.yml",
        {
            "title": "A & B",
            "summary": "x",
            "kind": "workshop",
            "starts": "2027-06-01T23:30",
            "ends": "2027-06-02T01:00",
        },
    )
    one = appointment(event, public)
    assert one is not None
    assert fields(outlook(one, OUTLOOK)) == {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": "A & B",
        "startdt": "2027-06-01T22:30:00Z",
        "enddt": "2027-06-02T00:00:00Z",
        "allday": "false",
        "body": one.text,
    }


def test_days_end_on_the_day_after_the_last(public: Publication) -> None:
    one = told(public, "regatta")
    assert fields(google(one))["dates"] == "20270513/20270515"
    said = fields(outlook(one, OUTLOOK))
    assert (said["startdt"], said["enddt"], said["allday"]) == ("2027-05-13", "2027-05-15", "true")


def test_one_subscribes_to_the_series_and_to_all(public: Publication) -> None:
    talk, regatta = (public.network.events[slug] for slug in ("tide-talk", "regatta"))
    assert [(one.text, one.href) for one in subscriptions(talk, public)] == [
        ("Tide talks", "webcal://harbours.example/events/series/tide-talks/calendar.ics"),
        ("All events", "webcal://harbours.example/events/calendar.ics"),
    ]
    assert [one.text for one in subscriptions(regatta, public)] == ["All events"]


def test_what_is_over_or_off_or_has_no_day_is_not_offered(public: Publication) -> None:
    offered = {
        slug: bool(add_to_calendar(event, public, public.page(event.path)))
        for slug, event in public.network.events.items()
    }
    assert offered == {
        "autumn-meeting": False,
        "dredging-day": False,
        "first-talk": False,
        "launch": False,
        "regatta": True,
        "tide-talk": True,
    }
