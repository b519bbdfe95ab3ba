"""What a calendar is told of an event: under which name, when, where, and in which words."""

import datetime as dt
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from masthead.addresses import address, on_site
from masthead.dates import event_in_words
from masthead.model.announcement import Announcement, EventStatus
from masthead.model.event import Event
from masthead.model.place import Position
from masthead.model.when import When
from masthead.publish import naming
from masthead.publish.changes import what_was_before
from masthead.publish.event_parts import LEADS
from masthead.publish.in_print import InPrint
from masthead.publish.labels import KIND_NAMES, STATUS_NAMES
from masthead.publish.publication import Publication, prose
from masthead.publish.views import Anchor
from masthead.render import plain, render

Moment = dt.date | dt.datetime
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Appointment:
    """An event as an entry in a calendar. Days without a time are dates, and `ends` is the day after the last.

    `status` is the event's own, but for one that takes place on a new date, which is confirmed. `joining` is where to
    take part from elsewhere; `is_on` whether people should keep the time free.
    """

    uid: str
    address: str
    title: str
    status: EventStatus
    is_on: bool
    starts: Moment
    ends: Moment | None
    zone: str
    place: str
    position: Position | None
    joining: str
    text: str
    html: str
    categories: tuple[str, ...]
    contact: str
    sequence: int
    stamp: dt.datetime

    @property
    def last_year(self) -> int:
        return (self.ends or self.starts).year


def appointment(event: Event, publication: Publication) -> Appointment | None:
    """An event as it stands in calendars; None where it was never announced for a day."""
    said = announced(event)
    if said is None:
        return None
    network, page = publication.network, page_address(event.path, publication)
    zone = said.timezone or network.settings.timezone
    starts, ends = period(said, publication)
    status = EventStatus.CONFIRMED if event.is_on and event.status is EventStatus.POSTPONED else event.status
    lead, told = _lead(event, publication)
    anchors = tuple(_anchors(event, page))
    paragraphs = (" ".join(filter(None, (lead, plain(told)))), plain(full_prose(event.summary, event, publication)))
    return Appointment(
        uid=uid(event, publication),
        address=page,
        title=": ".join(filter(None, (STATUS_NAMES.get(status, ""), event.title))),
        status=status,
        is_on=event.is_on,
        starts=starts,
        ends=ends,
        zone=zone,
        place=said.venue.line if said.venue else "Online" if said.online else "",
        position=said.venue.position if said.venue else None,
        joining=event.online.url or "" if event.online and event.is_on else "",
        text="\n\n".join(filter(None, (*paragraphs, *(f"{one.text}: {one.href}" for one in anchors)))),
        html=_html(lead, told, event, anchors, publication),
        categories=tuple(_categories(event, publication)),
        contact=contact_line(event, publication),
        sequence=event.sequence,
        stamp=stamp_of(event, publication),
    )


def announced(event: Event) -> Announcement | None:
    """What a calendar holds to: the last announcement, or for what does not take place the last one with a day."""
    told = event.announcements if not event.is_on else event.announcements[-1:]
    return next((one for one in reversed(told) if one.starts.is_known), None)


def period(said: Announcement, publication: Publication) -> tuple[Moment, Moment | None]:
    """From when to when, as RFC 5545 section 3.6.1 has it: both are days, or both are moments."""
    zone = publication.network.zone(said)
    starts, ends = said.starts, said.ends if said.ends and said.ends.is_known else None
    if moment := starts.moment(zone):
        return moment, _end(starts, ends, ends.moment(zone) if ends else None, zone)
    first, last = starts.day or dt.date.min, (ends.day if ends else None) or starts.day or dt.date.min
    return first, last + ONE_DAY


def _end(starts: When, ends: When | None, moment: dt.datetime | None, zone: dt.tzinfo) -> dt.datetime | None:
    """The end of what starts at a moment: midnight after its last day where only that is known."""
    if moment or ends is None or ends.day is None or ends.day == starts.day:
        return moment
    return dt.datetime.combine(ends.day + ONE_DAY, dt.time(), zone)


def uid(event: Event, publication: Publication) -> str:
    """The name that an event keeps for ever: its first address."""
    slug = event.moved_from[0] if event.moved_from else event.slug
    return f"{slug}@{urlsplit(publication.network.site.site_url).hostname}"


def page_address(path: str, publication: Publication) -> str:
    """The full address of the page that a source file becomes."""
    return publication.network.site.absolute(address(on_site(path) or ""))


def file_address(file: str, event: Event, publication: Publication) -> str:
    """The full address of a file that stands beside a record."""
    path = posixpath.normpath(posixpath.join(posixpath.dirname(event.path), file))
    return publication.network.site.absolute(on_site(path) or "")


def stamp_of(event: Event, publication: Publication) -> dt.datetime:
    """When the record last changed, in UTC."""
    return dt.datetime.combine(event.updated, dt.time(), dt.UTC) if event.updated else publication.stamp


def _lead(event: Event, publication: Publication) -> tuple[str, str]:
    """What somebody who meant to come must read first, in plain text, and why it is so, in Markdown."""
    last = event.changes[-1] if event.changes else None
    before = what_was_before(last, publication.language) if last else ""
    is_moved = bool(before) and (event.is_on or event.status not in LEADS)
    lead = "This event has moved." if is_moved else LEADS.get(event.status, "")
    soon = "" if event.is_on or event.status is EventStatus.CANCELLED else _new_date(event, publication)
    told = last.reason if last and (before or last.is_of_status) else ""
    return " ".join(filter(None, (lead, before, soon))), full_prose(told, event, publication)


def _new_date(event: Event, publication: Publication) -> str:
    """What is known of the date to which it was put off."""
    if event.starts.wall is None:
        return "A new date is not known yet."
    return f"The new date is expected: {event_in_words(event, publication.language)}."


def _anchors(event: Event, page: str) -> Iterator[Anchor]:
    if event.is_on and event.online and event.online.url:
        yield Anchor("Join online", event.online.url)
    if event.is_on and event.registration and event.registration.url:
        yield Anchor("Register for a place", event.registration.url)
    yield Anchor("All about it", page)


def _html(lead: str, told: str, event: Event, anchors: tuple[Anchor, ...], publication: Publication) -> str:
    summary = full_prose(event.summary, event, publication)
    return str(render("calendar/description.html.jinja", lead=lead, told=told, summary=summary, anchors=anchors))


def full_prose(text: str, event: Event, publication: Publication) -> str:
    """An author's Markdown with full addresses."""
    return prose(InPrint(publication.network, {}, publication.hidden), text, event.path)


def _categories(event: Event, publication: Publication) -> Iterator[str]:
    settings = publication.network.settings
    yield KIND_NAMES[event.kind]
    if event.series in settings.series:
        yield settings.series[event.series].title
    yield from (settings.tags[tag].title for tag in event.tags if tag in settings.tags)


def contact_line(event: Event, publication: Publication) -> str:
    """Whom to ask, on one line; empty where nobody is named."""
    contact = event.contact
    if contact is None:
        return ""
    name = naming.contact(event, publication.network).line
    return ", ".join(filter(None, (name, contact.email, contact.phone)))
