"""Links that put an event into the reader’s own calendar, without a script."""

import datetime as dt
from urllib.parse import urlencode

from masthead.model.event import Event
from masthead.publish import views
from masthead.publish.appointment import Appointment, Moment, appointment
from masthead.publish.calendar_paths import CALENDAR, event_calendar, series_calendar
from masthead.publish.lasting import until_over
from masthead.publish.publication import OnPage, Publication
from masthead.render import component

GOOGLE = "https://calendar.google.com/calendar/render"
OUTLOOK = {
    "Outlook.com": "https://outlook.live.com/calendar/0/deeplink/compose",
    "Microsoft 365": "https://outlook.office.com/calendar/0/deeplink/compose",
}


def add_to_calendar(event: Event, publication: Publication, page: OnPage) -> str:
    """Where to get the event, and the calendars it is in; nothing for what is over or does not take place."""
    times = until_over(event, publication)
    told = appointment(event, publication) if times and event.is_on else None
    if times is None or told is None:
        return ""
    links = (
        views.Anchor("Calendar file", page.asset(event_calendar(event))),
        views.Anchor("Google Calendar", google(told)),
        *(views.Anchor(name, outlook(told, address)) for name, address in OUTLOOK.items()),
    )
    return component("add-to-calendar", links, subscriptions(event, publication), times)


def subscriptions(event: Event, publication: Publication) -> tuple[views.Anchor, ...]:
    """The calendars that go on to tell of events like this one."""
    settings = publication.network.settings
    series = settings.series.get(event.series or "")
    every = views.Anchor("All events", webcal(CALENDAR, publication))
    if series is None or event.series is None:
        return (every,)
    return views.Anchor(series.title, webcal(series_calendar(event.series), publication)), every


def webcal(path: str, publication: Publication) -> str:
    """The address of a calendar, in the form with which programs subscribe to it."""
    return "webcal://" + publication.network.site.absolute(path).partition("://")[2]


def google(told: Appointment) -> str:
    """Google’s form, filled in. It takes wall times and a zone."""
    fields = {
        "action": "TEMPLATE",
        "text": told.title,
        "dates": f"{_compact(told.starts)}/{_compact(told.ends or told.starts)}",
        "ctz": told.zone,
        "details": told.text,
        "location": told.place,
    }
    return f"{GOOGLE}?{urlencode(fields)}"


def outlook(told: Appointment, address: str) -> str:
    """Outlook’s form, filled in. It takes moments in UTC, or days."""
    is_all_day = not isinstance(told.starts, dt.datetime)
    fields = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": told.title,
        "startdt": _in_utc(told.starts),
        "enddt": _in_utc(told.ends or told.starts),
        "allday": "true" if is_all_day else "false",
        "body": told.text,
        "location": told.place,
    }
    return f"{address}?{urlencode(fields)}"


def _compact(moment: Moment) -> str:
    return f"{moment:%Y%m%dT%H%M%S}" if isinstance(moment, dt.datetime) else f"{moment:%Y%m%d}"


def _in_utc(moment: Moment) -> str:
    if not isinstance(moment, dt.datetime):
        return moment.isoformat()
    return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
