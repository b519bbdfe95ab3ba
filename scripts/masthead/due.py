"""The next moment at which a build would make another site, though nobody has written anything."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from zoneinfo import ZoneInfo

from masthead.dates import weekday_in_words
from masthead.finish.security import SECURITY, next_quarter
from masthead.model.case_study import CaseStudy
from masthead.model.event import Event
from masthead.model.member import Member, Person
from masthead.model.network import Network
from masthead.model.permission import Permission, Use
from masthead.model.record import Record
from masthead.model.registration import RegistrationState
from masthead.model.span import Span
from masthead.terminal import visible

ONE_DAY = dt.timedelta(days=1)
REGISTRATION = {
    RegistrationState.OPEN: "Registration opens.",
    RegistrationState.WAITING_LIST: "Registration for the waiting list opens.",
    RegistrationState.FULL: "Registration would open, and every place is taken.",
    RegistrationState.CLOSED: "Registration is closed.",
}

SPANS: dict[type[Record], str] = {
    Member: "It joins the network, or has left it.",
    Person: "Another role is held, or one has ended.",
    CaseStudy: "It belongs to the story of what has been.",
}


@dataclass(frozen=True)
class Cause:
    """What is different from then on, and the record that says so."""

    path: str
    title: str
    text: str


@dataclass(frozen=True)
class Due:
    """A moment, in the zone of the network, and every cause that has come by then."""

    moment: dt.datetime
    causes: tuple[Cause, ...]


def due(network: Network, day: dt.date) -> Due:
    """When a site that was built on `day` must be built again.

    A build knows days, not hours: what ends on one day is over on the next, from midnight by the network’s clock.
    """
    public = (one for one in network.records() if isinstance(one, Record) and not one.draft)
    records: list[Record | Permission] = [*network.permissions.values(), *public]
    renewal = next_quarter(day)
    following = sorted({found for one in records for found in _days(one) if day < found < renewal})
    causes = ((found, tuple(cause for one in records for cause in _causes(one, found))) for found in following)
    first = next(((found, told) for found, told in causes if told), None)
    found, told = first or (renewal, (*_renewed(network), *(one for each in records for one in _causes(each, renewal))))
    return Due(dt.datetime.combine(found, dt.time(), ZoneInfo(network.settings.timezone)), told)


def in_words(found: Due, language: str) -> str:
    """The moment and its causes, for a person to read."""
    day = weekday_in_words(found.moment.date(), language)
    head = f"Build again on {day}, or later ({found.moment.isoformat()}):"
    return "\n".join((head, *(visible(f"  {one.path}: “{one.title}”. {one.text}") for one in found.causes)))


def as_json(found: Due) -> str:
    """The same for programs."""
    told = {"due": found.moment.isoformat(), "causes": [asdict(one) for one in found.causes]}
    return json.dumps(told, ensure_ascii=False)


def _renewed(network: Network) -> Iterator[Cause]:
    """What every site needs from time to time."""
    yield Cause(network.settings.path, network.settings.title, f"{SECURITY} is renewed before it expires.")


def _days(record: Record | Permission) -> Iterator[dt.date]:
    """Every day from which a record may look different."""
    if isinstance(record, Permission):
        if record.given:
            yield record.given.on
        if record.given and record.given.until and record.given.until < dt.date.max:
            yield record.given.until + ONE_DAY
        return
    if record.publish_from:
        yield record.publish_from
    for span in _spans(record):
        yield from (span.first_day, *([span.last_day + ONE_DAY] if span.last_day < dt.date.max else []))
    if isinstance(record, Event):
        yield from _days_of_event(record)


def _days_of_event(event: Event) -> Iterator[dt.date]:
    if event.last_day and event.last_day < dt.date.max:
        yield event.last_day + ONE_DAY
    if event.registration and event.registration.opens:
        yield event.registration.opens
    if event.registration and event.registration.closes and event.registration.closes < dt.date.max:
        yield event.registration.closes + ONE_DAY


def _spans(record: Record) -> tuple[Span, ...]:
    """The stretches of time of which a record says whether they are over: memberships, roles, and work."""
    match record:
        case Member():
            return (record.membership,)
        case Person():
            return tuple(role.held for role in record.roles)
        case CaseStudy():
            return (record.told_from,)
        case _:
            return ()


def _causes(record: Record | Permission, day: dt.date) -> Iterator[Cause]:
    """What is different about a record on `day` from the day before."""
    before = day - ONE_DAY
    if isinstance(record, Permission):
        covers = any(record.covers(day, use) for use in Use)
        if covers != any(record.covers(before, use) for use in Use):
            words = "The permission begins." if covers else "The permission has ended: what rests on it is withheld."
            yield Cause(record.path, record.title, words)
    elif record.is_published(day) and not record.is_published(before):
        yield Cause(record.path, record.title, "It is published.")
    elif record.is_published(day) and any(one.stands_otherwise(day, before) for one in _spans(record)):
        yield Cause(record.path, record.title, SPANS[type(record)])
    elif isinstance(record, Event) and record.is_published(day):
        if record.is_past(day) and not record.is_past(before):
            yield Cause(record.path, record.title, "It is over.")
        elif (state := record.registration_state(day)) and state is not record.registration_state(before):
            yield Cause(record.path, record.title, REGISTRATION[state])
