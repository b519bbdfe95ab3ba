"""One calendar of all dated events (RFC 5545, by the icalendar library)."""

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import icalendar

from masthead.addresses import address, on_site
from masthead.artifact import Artifact
from masthead.model.announcement import EventStatus
from masthead.model.event import Event
from masthead.publish.publication import Publication
from masthead.render import plain

CALENDAR = "events/calendar.ics"
STATUSES = {
    EventStatus.CONFIRMED: "CONFIRMED",
    EventStatus.TENTATIVE: "TENTATIVE",
    EventStatus.POSTPONED: "TENTATIVE",
    EventStatus.CANCELLED: "CANCELLED",
}


def publish_calendar(publication: Publication) -> Iterator[Artifact]:
    """The calendar, with every event that is known to the day."""
    settings = publication.network.settings
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Masthead//Masthead//EN")
    calendar.add("version", "2.0")
    calendar.add("name", settings.title)
    calendar.add("x-wr-calname", settings.title)
    events = (event for event in publication.network.events.values() if event.starts.is_known)
    for event in sorted(events, key=lambda event: event.soonest_first):
        calendar.add_component(_component(event, publication))
    calendar.add_missing_timezones()
    calendar.subcomponents.sort(key=_zones_first)
    yield Artifact(CALENDAR, calendar.to_ical(), "events")


def _component(event: Event, publication: Publication) -> icalendar.Event:
    site = publication.network.site
    page = site.absolute(address(on_site(event.path) or ""))
    stamp = dt.datetime.combine(event.updated, dt.time(), dt.UTC) if event.updated else publication.stamp
    component = icalendar.Event()
    component.add(
        "uid", f"{event.moved_from[0] if event.moved_from else event.slug}@{urlsplit(site.site_url).hostname}"
    )
    component.add("dtstamp", stamp)
    component.add("last-modified", stamp)
    component.add("summary", event.title)
    component.add("description", f"{plain(event.summary)}\n\n{page}")
    component.add("url", page)
    component.add("status", STATUSES[event.status])
    if event.venue:
        component.add("location", event.venue.line)
    elif event.online:
        component.add("location", "Online")
    for name, moment in _moments(event, publication.network.zone(event)):
        component.add(name, moment)
    return component


def _zones_first(component: icalendar.Component) -> tuple[bool, str]:
    """Zones by their names, for the library adds them in no order; events stay as they are."""
    return component.name != "VTIMEZONE", str(component.get("tzid", ""))


def _moments(event: Event, zone: ZoneInfo) -> Iterator[tuple[str, dt.date]]:
    """DTSTART and DTEND; the end of an all-day event is the day after its last (RFC 5545 section 3.6.1)."""
    starts = event.starts.moment(zone)
    if starts is None and event.starts.day and event.last_day:
        yield from (("dtstart", event.starts.day), ("dtend", event.last_day + dt.timedelta(days=1)))
    if starts is None:
        return
    yield "dtstart", starts
    if event.ends and (ends := event.ends.moment(zone)):
        yield "dtend", ends
