"""Events end after they start, at times that the clocks of their zone show."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from masthead.checks.subject import Subject
from masthead.clock import never_shown, shown_once, shown_twice
from masthead.faults import did_you_mean
from masthead.model.event import Event
from masthead.model.record import Filed
from masthead.model.settings import Settings
from masthead.model.when import Precision, When
from masthead.problem import Problem, Severity
from masthead.source import Loc, Source

WallTime = tuple[Loc, dt.datetime, str | None]  # the place in the record, the time, the zone where one is named
HALF_A_DAY = dt.timedelta(hours=12)


def times_make_sense(subject: Subject) -> Iterator[Problem]:
    """Zones that do not exist, and ends before their starts."""
    for loc, zone in _zones_named(subject.record):
        if zone and zone not in (zones := _zones()):
            place = subject.source.place(*loc)
            yield Problem(place, "unknown-zone", f"There is no time zone “{zone}”.", did_you_mean(zone, zones))
    event = subject.record
    if isinstance(event, Event) and event.ends and _is_before(event.ends, event.starts):
        place = subject.source.place("ends")
        hint = _half_a_day_later(event.ends, event.starts) or "Check the date and the time of both."
        yield Problem(place, "ends-before-start", f"The event ends before it starts ({event.starts.root}).", hint)


def clocks_show_all_times(subject: Subject) -> Iterator[Problem]:
    """Times that the clocks skip, or show twice, because summer time begins or ends."""
    event = subject.record
    if isinstance(event, Event):
        for loc, wall, named in (*_times(event), *_times_before(event), *_times_of_sessions(event)):
            zone = named or subject.basis.zone
            if zone in _zones():
                yield from _clock_problems(subject.source, wall, ZoneInfo(zone), loc)


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _zones_named(record: Filed | None) -> Iterator[tuple[Loc, str | None]]:
    if isinstance(record, Settings | Event):
        yield ("timezone",), record.timezone
    if isinstance(record, Event):
        yield from ((("previously", index, "timezone"), one.timezone) for index, one in enumerate(record.previously))


def _times(event: Event) -> Iterator[WallTime]:
    for field, when in (("starts", event.starts), ("ends", event.ends)):
        if when and when.wall and when.precision is Precision.MINUTE:
            yield (field,), when.wall, event.timezone


def _times_before(event: Event) -> Iterator[WallTime]:
    """What was announced before, each in the zone that was announced with it."""
    for index, (written, told) in enumerate(zip(event.previously, event.announcements, strict=False)):
        for field, when in (("starts", written.starts), ("ends", written.ends)):
            if when and when.wall and when.precision is Precision.MINUTE:
                yield ("previously", index, field), when.wall, told.timezone


def _times_of_sessions(event: Event) -> Iterator[WallTime]:
    for index, slot in enumerate(event.slots):
        if slot.day:
            yield ("agenda", index, "time"), dt.datetime.combine(slot.day, slot.starts), event.timezone
        if slot.session.ends and slot.ends and slot.last_day:
            yield ("agenda", index, "ends"), dt.datetime.combine(slot.last_day, slot.ends), event.timezone


def _is_before(ends: When, starts: When) -> bool:
    """Whether the end is surely before the start: on the same day only where both have a time."""
    if ends.wall is None or starts.wall is None or ends.last_day is None or starts.day is None:
        return False
    if ends.precision is starts.precision is Precision.MINUTE:
        return ends.wall < starts.wall
    return ends.last_day < starts.day


def _half_a_day_later(ends: When, starts: When) -> str:
    """A hint where twelve hours more put an end behind its start on the same day."""
    if ends.wall is None or starts.wall is None or ends.day != starts.day:
        return ""
    later = ends.wall + HALF_A_DAY
    return f"Did you mean {later:%H:%M} rather than {ends.wall:%H:%M}?" if starts.wall < later else ""


def _clock_problems(source: Source, wall: dt.datetime, zone: ZoneInfo, loc: Loc) -> Iterator[Problem]:
    if wall.year in (dt.MINYEAR, dt.MAXYEAR) or shown_once(wall, zone):
        return  # at the ends of the calendar there is no time before or after
    place = source.place(*loc)
    is_session = loc[0] == "agenda"
    if shown := never_shown(wall, zone):
        message = f"In “{zone.key}” the clocks go forward on {wall:%Y-%m-%d} and never show {wall:%H:%M}."
        meant = f"“{shown:%H:%M}”" if is_session else f"{shown:%Y-%m-%dT%H:%M}"
        yield Problem(place, "skipped-time", message, f"Did you mean {meant}?")
    elif second := shown_twice(wall, zone):
        message = f"In “{zone.key}” the clocks go back on {wall:%Y-%m-%d} and show {wall:%H:%M} twice."
        other = f"For the second write {second:%Y-%m-%dT%H:%M} and “timezone: Etc/UTC”."
        hint = "Say in its text if the second is meant." if is_session else other
        yield Problem(place, "repeated-time", message, f"The first is taken. {hint}", Severity.WARNING)
