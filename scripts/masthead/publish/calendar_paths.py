"""Where each calendar lies. Pages that only name one need not import what writes it."""

from masthead.addresses import address, on_site
from masthead.model.event import Event, EventKind

CALENDAR = "events/calendar.ics"


def series_calendar(slug: str) -> str:
    return f"events/series/{slug}/calendar.ics"


def kind_calendar(kind: EventKind) -> str:
    return f"events/kind/{kind}/calendar.ics"


def member_calendar(slug: str) -> str:
    return f"events/member/{slug}/calendar.ics"


def event_calendar(event: Event) -> str:
    """Beside its page, under its own name, for that is what people find among their downloads."""
    return f"{address(on_site(event.path) or '')}{event.slug}.ics"
