"""What is withheld while no permission covers it. It happens to the records, so that no publisher can forget it.

A person loses the name, wherever it stands in a text; a testimonial its words; an event its pictures. What stands
instead says so, and leads back to nobody.
"""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from masthead.links import Link
from masthead.model.case_study import CaseStudy, Testimonial
from masthead.model.event import Event
from masthead.model.member import Person
from masthead.model.network import Network
from masthead.model.permission import Use

NAME = "(name withheld)"
SPEAKER = "Somebody who is no longer named"
WORDS = "What was said here is no longer shown, because the permission to show it has ended."


def withheld(network: Network, day: dt.date, use: Use) -> Network:
    """The network as it may be shown on a day, for a use. The same object where all is covered."""
    gone = {slug for slug, one in network.permissions.items() if not one.covers(day, use)}
    if not gone:
        return network
    unnamed = {slug: one for slug, one in network.people.items() if one.permission in gone}
    studies = {slug: _unquoted(one, gone, unnamed) for slug, one in network.case_studies.items()}
    events = {slug: _unpictured(one, gone) for slug, one in network.events.items()}
    people = {slug: _unnamed(one) if slug in unnamed else one for slug, one in network.people.items()}
    without = network.model_copy(update={"case_studies": studies, "events": events, "people": people})
    texts = [text for one in unnamed.values() for text in (one.title, *one.also_called)]
    return _without(without, _any_of(texts)) if texts else without


def pictures(network: Network) -> frozenset[str]:
    """The files of all photographs."""
    return frozenset(
        Link(photograph.file, 0).file(event.path)
        for event in network.events.values()
        for photograph in event.photographs
    )


def _unnamed(person: Person) -> Person:
    """Somebody without a name, an office or a member: any two of them would lead to the third."""
    nothing = {"title": SPEAKER, "also_called": (), "role": "", "summary": "", "member": None}
    return person.model_copy(update=nothing)


def _unquoted(study: CaseStudy, gone: set[str], unnamed: Mapping[str, Person]) -> CaseStudy:
    kept = (_silenced(one) if one.permission in gone or one.person in unnamed else one for one in study.testimonials)
    return study.model_copy(update={"testimonials": tuple(kept)})


def _silenced(one: Testimonial) -> Testimonial:
    nothing = {"person": None, "role": SPEAKER, "quote": "", "report": WORDS, "source": None}
    return one.model_copy(update=nothing)


def _unpictured(event: Event, gone: set[str]) -> Event:
    """An event without the pictures that may not be shown; it knows how many there were."""
    kept = tuple(one for one in event.photographs if one.permission not in gone)
    without = event.model_copy(update={"photographs": kept})
    without._withheld_pictures = len(event.photographs) - len(kept)
    return without


def _any_of(texts: list[str]) -> re.Pattern[str]:
    """Finds any of the texts, however its lines are broken; the longest first, since one may begin another."""
    longest_first = sorted(texts, key=len, reverse=True)
    return re.compile("|".join(r"\s+".join(map(re.escape, text.split())) for text in longest_first))


def _without(value: Any, names: re.Pattern[str]) -> Any:
    """A value of any sort without the names: the same object where none stands in it."""
    match value:
        case str() if type(value) is str:
            return names.sub(NAME, value)
        case BaseModel():
            fields = {name: getattr(value, name) for name in type(value).model_fields}
            changed = {name: new for name, old in fields.items() if (new := _without(old, names)) is not old}
            return value.model_copy(update=changed) if changed else value
        case tuple():
            items = tuple(_without(one, names) for one in value)
            return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
        case Mapping():
            entries = {key: _without(one, names) for key, one in value.items()}
            return entries if any(entries[key] is not one for key, one in value.items()) else value
        case _:
            return value
