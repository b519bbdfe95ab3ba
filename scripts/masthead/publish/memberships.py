"""To which sets of events an event belongs. Apart from their pages, so that a check of links need not import these."""

from collections.abc import Iterator

from masthead.addresses import EventFamily
from masthead.landmarks import UNDATED
from masthead.model.event import Event
from masthead.model.network import Network

ONLINE = "online"


def memberships(event: Event, network: Network) -> Iterator[tuple[EventFamily, str]]:
    """Every set to which an event belongs: its family and its slug."""
    if event.series in network.settings.series:
        yield EventFamily.SERIES, event.series or ""
    yield EventFamily.KIND, event.kind.value
    members = dict.fromkeys((*event.organisers, *event.members))
    yield from ((EventFamily.MEMBER, slug) for slug in members if slug in network.members)
    places = dict.fromkeys((*([event.venue.slug] if event.venue else []), *([ONLINE] if event.online else [])))
    yield from ((EventFamily.PLACE, slug) for slug in places)
    years = [str(year) for year in event.years] or [UNDATED]
    yield from ((EventFamily.YEAR, year) for year in years)
