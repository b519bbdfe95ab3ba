"""What was announced before differs from what holds now, is in order, and comes with a reason."""

from collections.abc import Iterator
from itertools import pairwise

from masthead.model.announcement import EventStatus
from masthead.model.event import Event
from masthead.model.network import Network
from masthead.problem import Problem, Severity
from masthead.source import Source, Sources

OFF = {EventStatus.POSTPONED: "postponed", EventStatus.CANCELLED: "cancelled"}


def announcements_follow_one_another(network: Network, sources: Sources) -> Iterator[Problem]:
    """Entries of `previously` that stand in the wrong order, or say nothing else than what followed."""
    for event in network.events.values():
        if not event.previously:
            continue
        source = sources.texts[event.path]
        for index, (above, entry) in enumerate(pairwise(event.previously), 1):
            if entry.changed < above.changed:
                message = f"This changed before the entry above it did ({above.changed})."
                hint = "Put what was announced first first."
                yield Problem(source.place("previously", index, "changed"), "previously-order", message, hint)
        for index, change in enumerate(event.changes):
            if change.is_empty:
                hint = "Write what was announced: starts, ends, venue, online, title or status."
                message = "This entry says nothing that differs from what was announced after it."
                yield Problem(source.place("previously", index), "previously-same", message, hint)


def postponed_events_have_another_date(network: Network, sources: Sources) -> Iterator[Problem]:
    """Events that are postponed, and whose date is the one that was announced."""
    for event in network.events.values():
        if event.status is not EventStatus.POSTPONED or any(change.is_of_date for change in event.changes):
            continue
        yield Problem(sources.texts[event.path].place("starts"), "postponed-same-date", *_same_date(event))


def what_does_not_take_place_has_a_reason(network: Network, sources: Sources) -> Iterator[Problem]:
    """Events that are cancelled or postponed without a word why."""
    for event in network.events.values():
        is_told_elsewhere = event.status is EventStatus.POSTPONED and not event.previously
        if event.status in OFF and not event.reason and not is_told_elsewhere:
            yield _without_reason(event, sources.texts[event.path])


def _same_date(event: Event) -> tuple[str, str]:
    if event.starts.is_to_be_confirmed:
        hint = "Write the date that was announced below “previously”, as “starts” beside “changed” and “reason”."
        return "The event is postponed, and nothing says from which date.", hint
    hint = (
        "Move the old date below “previously”, as “starts” beside “changed” and “reason”, and write the new date here, "
        "or “to be confirmed”."
    )
    return f"The event is postponed, and {event.starts.root} is the date that was announced.", hint


def _without_reason(event: Event, source: Source) -> Problem:
    hint = "Write “reason: …” in the last entry of “previously”."
    if not event.previously:
        hint = "Write “previously:”, and below it “- changed: 2027-03-11”, the day of the news, and “reason: …”."
    message = f"The event is {OFF[event.status]}, and nothing says why."
    return Problem(source.place("status"), "no-reason", message, hint, Severity.WARNING)
