"""The order of events in lists: those to come, the next one first; those that are past, the latest first."""

from collections.abc import Iterable

from masthead.model.event import Event


def soonest_first(events: Iterable[Event]) -> list[Event]:
    """Events to come, the next one first; see When for those without a day."""
    return sorted(events, key=lambda event: event.soonest_first)


def latest_first(events: Iterable[Event]) -> list[Event]:
    """Past events, the latest first; those that were never dated come last, in the order of their numbers."""
    found = list(events)
    dated = sorted((event for event in found if event.last_day), key=lambda event: event.latest_first, reverse=True)
    undated = (event for event in found if not event.last_day)
    return [*dated, *sorted(undated, key=lambda event: (-(event.number_in_series or 0), event.slug))]
