"""Events end after they start, in a zone that exists."""

from collections.abc import Iterator
from zoneinfo import available_timezones

from masthead.faults import did_you_mean
from masthead.model.network import Network
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
        if event.ends and event.ends.wall and event.starts.wall and event.ends.wall < event.starts.wall:
            place = sources.texts[event.path].place("ends")
            hint = "Check the date and the time of both."
            yield Problem(place, "ends-before-start", f"The event ends before it starts ({event.starts.root}).", hint)
