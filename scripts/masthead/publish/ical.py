"""Calendars as files (RFC 5545 and 7986). The only module that imports icalendar."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import icalendar

from masthead.model.announcement import EventStatus
from masthead.publish.appointment import Appointment
from masthead.publish.zones import Observance, observances

STATUSES = {
    EventStatus.CONFIRMED: "CONFIRMED",
    EventStatus.TENTATIVE: "TENTATIVE",
    EventStatus.POSTPONED: "TENTATIVE",
    EventStatus.CANCELLED: "CANCELLED",
}
REFRESH = dt.timedelta(hours=12)
END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True)
class Head:
    """What a calendar says of itself: its name, its page, where it is found, its clock, and when it was made."""

    name: str
    description: str
    page: str
    source: str
    zone: str
    stamp: dt.datetime


@dataclass(frozen=True)
class Entry:
    """One event as it stands in every calendar that has it; `zone` is empty where it needs none."""

    component: bytes
    zone: str
    first_year: int
    last_year: int
    stamp: dt.datetime


def entry(told: Appointment) -> Entry:
    """An event as the lines of a calendar."""
    needs_zone = isinstance(told.starts, dt.datetime) and icalendar.vDDDTypes(told.starts).params.get("TZID")
    zone = told.zone if needs_zone else ""
    return Entry(_component(told).to_ical(), zone, told.starts.year, told.last_year, told.stamp)


def calendar_file(head: Head, entries: Iterable[Entry]) -> bytes:
    """A calendar of entries in their order, with every zone that they need. Entries are written once, and copied."""
    shown = tuple(entries)
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Masthead//Masthead//EN")
    calendar.add("version", "2.0")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, head.name)
    for name in ("description", "x-wr-caldesc"):
        calendar.add(name, head.description)
    calendar.add("x-wr-timezone", head.zone)
    calendar.add("url", head.page)
    calendar.add("source", head.source, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", icalendar.vDuration(REFRESH))
    calendar.add("last-modified", max((one.stamp for one in shown), default=head.stamp))
    head_lines = calendar.to_ical().removesuffix(END)
    zones = _zones(shown) if shown else (_zone(head.zone, head.stamp.year, head.stamp.year),)  # not empty: 3.6
    return b"".join((head_lines, *zones, *(one.component for one in shown), END))


def _zones(entries: tuple[Entry, ...]) -> Iterable[bytes]:
    """Every zone that is used, for all the years in which it is."""
    for key in sorted({one.zone for one in entries if one.zone}):
        used = [one for one in entries if one.zone == key]
        yield _zone(key, min(one.first_year for one in used), max(one.last_year for one in used))


@lru_cache(maxsize=256)
def _zone(key: str, first_year: int, last_year: int) -> bytes:
    """A zone with its changes in some years: every event of a year has the same in its own calendar."""
    zone = icalendar.Timezone()
    zone.add("tzid", key)
    for observance in observances(key, first_year, last_year):
        zone.add_component(_observance(observance))
    return bytes(zone.to_ical())


def _observance(observed: Observance) -> icalendar.TimezoneStandard | icalendar.TimezoneDaylight:
    """One change of the clocks. icalendar’s own zones tell the onset of summer by the clock of summer, an hour late
    (RFC 5545 section 3.6.5); and ical.js takes no notice of DTSTART beside RDATE, so each change stands by itself.
    """
    component = icalendar.TimezoneDaylight() if observed.is_daylight else icalendar.TimezoneStandard()
    component.add("dtstart", observed.onset)
    component.add("tzoffsetfrom", observed.before)
    component.add("tzoffsetto", observed.after)
    component.add("tzname", observed.name)
    return component


def _component(told: Appointment) -> icalendar.Event:
    component = icalendar.Event()
    component.add("uid", told.uid)
    component.add("sequence", told.sequence)
    component.add("dtstamp", told.stamp)
    component.add("last-modified", told.stamp)
    component.add("summary", told.title)
    component.add("status", STATUSES[told.status])
    component.add("transp", "OPAQUE" if told.is_on else "TRANSPARENT")
    component.add("dtstart", told.starts)
    if told.ends:
        component.add("dtend", told.ends)
    component.add("url", told.address)
    component.add("categories", told.categories)
    _add_words(component, told)
    if told.joining:
        component.add("conference", told.joining, parameters={"VALUE": "URI", "LABEL": "Join online"})
    return component


def _add_words(component: icalendar.Event, told: Appointment) -> None:
    """The description twice over, as text and as HTML for Outlook; the place, and whom to ask."""
    component.add("description", told.text)
    component.add("x-alt-desc", icalendar.vText(told.html), parameters={"FMTTYPE": "text/html"})
    if told.place:
        component.add("location", told.place)
    if told.position:
        component.add("geo", (told.position.latitude, told.position.longitude))
    if told.contact:
        component.add("contact", told.contact)
