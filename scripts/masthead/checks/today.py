"""What a record says fits the day on which it is checked."""

import datetime as dt
from collections.abc import Iterator

from masthead.model.announcement import EventStatus
from masthead.model.network import Network
from masthead.problem import Problem, Severity
from masthead.source import Sources

REVIEW = dt.timedelta(days=366)
AFTERWARDS = ("attendance", "outcomes", "decisions", "photographs", "feedback")


def past_events_are_settled(network: Network, sources: Sources, day: dt.date) -> Iterator[Problem]:
    """Events that are over, and of which nobody has said whether they took place."""
    for event in network.events.values():
        if event.is_past(day) and event.status is EventStatus.TENTATIVE:
            message = f"The event is over ({(event.ends or event.starts).root}), and still tentative."
            hint = "Write confirmed if it took place, or cancelled."
            place = sources.texts[event.path].place("status")
            yield Problem(place, "past-tentative", message, hint, Severity.WARNING)


def results_come_after_the_event(network: Network, sources: Sources, day: dt.date) -> Iterator[Problem]:
    """Events that are to come, or that did not take place, and of which something has come already."""
    for event in network.events.values():
        start = event.starts.day
        if event.is_on and not event.starts.is_to_be_confirmed and (start is None or start <= day):
            continue
        for field in AFTERWARDS:
            if getattr(event, field) not in (None, ()):
                why = "has not taken place yet" if event.is_on else f"is {event.status.value}"
                message = f"The event {why}, and “{field}” tells what came of it."
                place = sources.texts[event.path].key_place(field)
                yield Problem(place, "not-yet-held", message, "Check the date and the status, or remove the field.")


def statements_are_reviewed(network: Network, sources: Sources, day: dt.date) -> Iterator[Problem]:
    """An accessibility statement that nobody has read through for more than a year."""
    facts = network.settings.accessibility
    if facts and facts.reviewed + REVIEW < day:
        place = sources.texts[network.settings.path].place("accessibility", "reviewed")
        message = "Nobody has reviewed the accessibility statement for more than a year."
        yield Problem(
            place,
            "statement-old",
            message,
            "Test the site again, read it through, and write the day.",
            Severity.WARNING,
        )
