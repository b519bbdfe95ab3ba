"""How long what a page says of an event is true, so that a page stays right without being built again.

A piece that depends on the day says from which moment and until which it is true. A build hides it where it is not
true on the day; `now.js` shows and hides it by the clock of whoever looks. What can never become true again is not
printed at all. Moments are worked out here, in the event's zone, and written in UTC: browsers compare numbers only.
"""

import datetime as dt
from collections.abc import Iterator

from masthead.model.announcement import EventStatus
from masthead.model.event import LAST_DAY, Event
from masthead.model.registration import RegistrationState
from masthead.model.when import Precision
from masthead.publish.publication import Publication
from masthead.publish.views import Label, Times

ONE_DAY = dt.timedelta(days=1)
Phase = tuple[RegistrationState, dt.date | None, dt.date | None]


def over(event: Event, publication: Publication) -> str:
    """The moment at which an event is over; empty where it is past already, or where nobody knows its date."""
    if event.is_past(publication.day):
        return ""
    return in_utc(event.over_at(publication.network.zone(event)))


def until_over(event: Event, publication: Publication) -> Times | None:
    """As long as the event is not over; None where it is."""
    return None if event.is_past(publication.day) else Times(until=over(event, publication))


def since_over(event: Event, publication: Publication) -> Times | None:
    """From the end of the event; None where nobody knows when that will be."""
    if event.is_past(publication.day):
        return Times()
    end = over(event, publication)
    return Times(since=end, is_hidden=True) if end else None


def going_on(event: Event, publication: Publication) -> Label | None:
    """A label for the time while the event takes place, which only a browser can tell; None where no day is sure."""
    starts, ends = event.starts, event.ends or event.starts
    if not (event.is_on and starts.is_known and ends.is_known and over(event, publication)):
        return None
    if event.status is EventStatus.TENTATIVE:
        return None
    zone, has_end = publication.network.zone(event), bool(event.ends and event.ends.precision is Precision.MINUTE)
    is_of_hours = starts.precision is Precision.MINUTE and has_end
    words = "Happening now" if is_of_hours or event.lasts_days else "Today"
    begins = starts.wall if is_of_hours or starts.wall is None else dt.datetime.combine(starts.wall, dt.time())
    since = in_utc(begins.replace(tzinfo=zone)) if begins else ""
    return Label(words, "now", Times(since, over(event, publication), is_hidden=True))


def held(event: Event, publication: Publication) -> Label | None:
    """A label for the time after an event that took place."""
    if not event.is_on or event.status is EventStatus.TENTATIVE:
        return None
    times = since_over(event, publication)
    return Label("Held", "held", times) if times else None


def registration(event: Event, publication: Publication) -> Iterator[tuple[RegistrationState, Times]]:
    """Every state that registration is in from the day of the build until the event is over, and how long."""
    wanted, day = event.registration, publication.day
    state = event.registration_state(day)
    if wanted is None or state is None or event.is_past(day):
        return
    opens, closes = wanted.opens, min(wanted.closes, LAST_DAY) + ONE_DAY if wanted.closes else None
    phases: list[Phase] = [(wanted.state_while_open, opens, closes)]
    phases[:0] = [(RegistrationState.NOT_YET, None, opens)] if opens else []
    phases += [(RegistrationState.CLOSED, closes, None)] if closes else []
    for one, first, end in phases:
        if end is None or end > day:
            since = _midnight(first, event, publication) if first and first > day else ""
            ends = (_midnight(end, event, publication) if end else "", over(event, publication))
            yield one, Times(since, min(filter(None, ends), default=""), is_hidden=one is not state)


def in_utc(moment: dt.datetime | None) -> str:
    """A moment as browsers read it (ISO 8601); empty for none, and for one beyond the calendar."""
    try:
        return f"{moment.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec='minutes')}Z" if moment else ""
    except OverflowError:
        return ""


def _midnight(day: dt.date, event: Event, publication: Publication) -> str:
    return in_utc(dt.datetime.combine(day, dt.time(), publication.network.zone(event)))
