"""Events end after they start, in a zone that exists."""

from collections.abc import Iterator
from zoneinfo import available_timezones

from masthead.faults import did_you_mean
from masthead.model.network import Network
from masthead.model.when import Precision, When
from masthead.problem import Problem
from masthead.source import Sources


def times_make_sense(network: Network, sources: Sources) -> Iterator[Problem]:
    """Zones that do not exist, and ends before their starts."""
    zones = available_timezones()
    named = [(network.settings.path, network.settings.timezone)]
    named += [(event.path, event.timezone) for event in network.events.values() if event.timezone]
    for path, zone in named:
        if zone not in zones:
            place = sources.texts[path].place("timezone")
            yield Problem(place, "unknown-zone", f"There is no time zone “{zone}”.", did_you_mean(zone, zones))
    for event in network.events.values():
        if event.ends and _is_before(event.ends, event.starts):
            place = sources.texts[event.path].place("ends")
            hint = "Check the date and the time of both."
            yield Problem(place, "ends-before-start", f"The event ends before it starts ({event.starts.root}).", hint)


def _is_before(ends: When, starts: When) -> bool:
    """Whether the end is surely before the start: on the same day only where both have a time."""
    if ends.wall is None or starts.wall is None or ends.last_day is None or starts.day is None:
        return False
    if ends.precision is starts.precision is Precision.MINUTE:
        return ends.wall < starts.wall
    return ends.last_day < starts.day
