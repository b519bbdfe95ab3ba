"""The agenda of an event goes forward, inside the time of the event, and no room is used twice at once."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from masthead.checks.subject import Subject
from masthead.model.agenda import Slot
from masthead.model.event import Event
from masthead.model.when import Precision
from masthead.problem import Place, Problem

Fault = tuple[str, str, str]
MIDNIGHT = dt.timedelta(days=1)


def agendas_go_forward(subject: Subject) -> Iterator[Problem]:
    """Sessions that begin before the one above them."""
    for event in _events(subject):
        for index, (above, slot) in enumerate(pairwise(event.slots), 1):
            if slot.key < above.key:
                message = f"“{slot.session.time}” is before the item above it, which begins at {above.session.time}."
                yield Problem(_place(subject, index), "agenda-order", message, _order_hint(event, above, slot))


def agendas_are_within_their_events(subject: Subject) -> Iterator[Problem]:
    """Sessions before the event begins, after it ends, or that end before they begin."""
    for event in _events(subject):
        for index, (above, slot) in enumerate(pairwise((None, *event.slots))):
            if slot is None or (above and slot.key < above.key):
                continue
            if fault := _outside(event, slot):
                field = "day" if slot.session.day else "time"
                yield Problem(_place(subject, index, field), "agenda-outside", *fault)
            elif slot.session.ends and _ends(event, slot) is None:
                message = f"The session ends at {slot.session.ends}, and begins at {slot.session.time}."
                place = _place(subject, index, "ends")
                yield Problem(place, "session-ends", message, "Write a later time, or leave it out.")


def rooms_are_used_once_at_a_time(subject: Subject) -> Iterator[Problem]:
    """Two sessions in one room, or in none that is named, at the same time."""
    for event in _events(subject):
        last: dict[str, Slot] = {}
        for index, slot in enumerate(event.slots):
            above = last.get(slot.session.room)
            if above and _overlap(event, above, slot):
                yield _crowded(_place(subject, index), above, slot)
            last[slot.session.room] = slot


def _events(subject: Subject) -> tuple[Event, ...]:
    """The event that stands in a file, where there is one."""
    return (subject.record,) if isinstance(subject.record, Event) else ()


def _place(subject: Subject, index: int, field: str = "time") -> Place:
    return subject.source.place("agenda", index, field)


def _order_hint(event: Event, above: Slot, slot: Slot) -> str:
    text = slot.session.time
    later = f"{int(text[:2]) + 12}{text[2:]}"
    if slot.day == above.day and above.session.time <= later < "24" and not event.lasts_days:
        return f"Did you mean “{later}”?"
    if event.lasts_days and slot.day and event.last_day and slot.day < event.last_day:
        return f"Write “day: {slot.day + MIDNIGHT}” where the next day begins, or put the items in order."
    return "Put the items in order."


def _outside(event: Event, slot: Slot) -> tuple[str, str] | None:
    """Message and hint for a session that begins before or after its event."""
    start, end = event.starts.wall, event.ends.last_wall if event.ends else None
    if event.starts.precision < Precision.DAY or start is None or slot.day is None or (end and end < start):
        return None
    begins = dt.datetime.combine(slot.day, slot.starts)
    if begins < start:
        return f"The session begins before the event does ({event.starts.root}).", "Change one of them."
    if slot.day > (event.last_day or slot.day) or (end and begins > end):
        until = event.ends.root if event.ends else event.starts.root
        return f"The session begins when the event is over ({until}).", "Change one of them."
    return None


def _ends(event: Event, slot: Slot) -> dt.datetime | None:
    """When a session surely ends; None where that is before it begins, midnight taken into account."""
    day = slot.day or dt.date.min
    begins, ends = (dt.datetime.combine(day, time) for time in (slot.starts, slot.ends or slot.starts))
    is_over_night = ends < begins and event.lasts_days and day < (event.last_day or day)
    ends = ends + MIDNIGHT if is_over_night else ends
    return ends if ends > begins or slot.session.ends is None else None


def _overlap(event: Event, above: Slot, slot: Slot) -> bool:
    """Whether a session begins together with the one above it, or before the end that was written for that."""
    if slot.key == above.key:
        return True
    ends = _ends(event, above) if above.session.ends else None
    return ends is not None and above.key < slot.key and dt.datetime.combine(slot.key[0], slot.starts) < ends


def _crowded(place: Place, above: Slot, slot: Slot) -> Problem:
    where = f"in “{slot.session.room}”" if slot.session.room else "in no room that is named"
    message = f"“{above.session.title}” and this session take place at the same time {where}."
    return Problem(place, "room-overlap", message, "Write “room: …” for each of them, or change a time.")
