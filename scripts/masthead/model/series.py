"""The numbers of events in their series."""

from collections.abc import Iterable, Mapping

from masthead.model.announcement import EventStatus
from masthead.model.event import Event
from masthead.model.settings import Series


def series_numbers(events: Iterable[Event], series: Mapping[str, Series]) -> dict[str, int]:
    """The number of each event that has one, by slug: its own, else the next in a series that is counted.

    Events without any date take no number unless they say one. What is cancelled takes none either, for it is not the
    sixth learning event but none: the next one is. A record that was printed with a number keeps it by saying it.
    """
    found: dict[str, int] = {}
    latest: dict[str, int] = {}
    for event in in_order_of_numbers(events):
        if event.series is None:
            continue
        number = event.number_in_series or _next(event, latest, series)
        if number:
            found[event.slug] = latest[event.series] = number
    return found


def _next(event: Event, latest: Mapping[str, int], series: Mapping[str, Series]) -> int:
    one = series.get(event.series or "")
    counts = event.status is not EventStatus.CANCELLED and event.starts.wall is not None
    return latest.get(event.series or "", 0) + 1 if one and one.numbered and counts else 0


def in_order_of_numbers(events: Iterable[Event]) -> list[Event]:
    """Events in the order in which they are counted: what is not recorded first, by the numbers that it says."""
    return sorted(events, key=_in_order)


def _in_order(event: Event) -> tuple[object, ...]:
    era, *rest = event.starts.soonest_first
    return era, (event.number_in_series or 0) if event.starts.wall is None else 0, *rest, event.slug
