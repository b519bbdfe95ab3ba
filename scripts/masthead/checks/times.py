"""Events end after they start, at times that the clocks of their zone show."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo, available_timezones

from masthead.clock import never_shown, shown_twice
from masthead.faults import did_you_mean
from masthead.model.network import Network
from masthead.model.when import Precision, When
from masthead.problem import Place, Problem, Severity
from masthead.source import Loc, Sources

HALF_A_DAY = dt.timedelta(hours=12)


def times_make_sense(network: Network, sources: Sources) -> Iterator[Problem]:
    """Zones that do not exist, and ends before their starts."""
    zones = available_timezones()
    named: list[tuple[str, Loc, str | None]] = [(network.settings.path, ("timezone",), network.settings.timezone)]
    for event in network.events.values():
        named.append((event.path, ("timezone",), event.timezone))
        said = enumerate(event.previously)
        named += [(event.path, ("previously", index, "timezone"), one.timezone) for index, one in said]
    for path, loc, zone in named:
        if zone and zone not in zones:
            place = sources.texts[path].place(*loc)
            yield Problem(place, "unknown-zone", f"There is no time zone “{zone}”.", did_you_mean(zone, zones))
    for event in network.events.values():
        if event.ends and _is_before(event.ends, event.starts):
            place = sources.texts[event.path].place("ends")
            hint = _half_a_day_later(event.ends, event.starts) or "Check the date and the time of both."
            yield Problem(place, "ends-before-start", f"The event ends before it starts ({event.starts.root}).", hint)


def clocks_show_all_times(network: Network, sources: Sources) -> Iterator[Problem]:
    """Starts and ends that the clocks skip, or show twice, because summer time begins or ends."""
    zones = available_timezones()
    for event in network.events.values():
        name = event.timezone or network.settings.timezone
        if name not in zones:
            continue
        for field, when in (("starts", event.starts), ("ends", event.ends)):
            if when and when.wall and when.precision is Precision.MINUTE:
                yield from _clock_problems(sources.texts[event.path].place(field), when.wall, ZoneInfo(name))


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


def _clock_problems(place: Place, wall: dt.datetime, zone: ZoneInfo) -> Iterator[Problem]:
    if wall.year in (dt.MINYEAR, dt.MAXYEAR):
        return  # at the ends of the calendar there is no time before or after
    if shown := never_shown(wall, zone):
        message = f"In “{zone.key}” the clocks go forward on {wall:%Y-%m-%d} and never show {wall:%H:%M}."
        yield Problem(place, "skipped-time", message, f"Did you mean {shown:%Y-%m-%dT%H:%M}?")
    elif second := shown_twice(wall, zone):
        message = f"In “{zone.key}” the clocks go back on {wall:%Y-%m-%d} and show {wall:%H:%M} twice."
        hint = f"The first is taken. For the second write {second:%Y-%m-%dT%H:%M} and “timezone: Etc/UTC”."
        yield Problem(place, "repeated-time", message, hint, Severity.WARNING)
