"""What is withheld while no permission covers it. It happens to the records, so that no publisher can forget it.

A person loses the name, wherever it stands in a text; a testimonial its words; an event its pictures; a member its
logo. What stands instead says so, and leads back to nobody.
"""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from masthead.links import Link
from masthead.model.case_study import CaseStudy, Testimonial
from masthead.model.event import Event
from masthead.model.member import NAMELESS, Member, Person, Role
from masthead.model.network import Network
from masthead.model.permission import Use
from masthead.model.record import Filed
from masthead.public import referring
from masthead.rewriting import named, rewritten
from masthead.unnamed import WITHHELD

AnyFiled = TypeVar("AnyFiled", bound=Filed)
NAME = "(name withheld)"
NO_ROLE = Role(title="Not told")
WORDS = "What was said here is no longer shown, because the permission to show it has ended."


def withheld(network: Network, day: dt.date, *uses: Use) -> Network:
    """The network as it may be shown on a day, for all of these uses. The same object where all is covered."""
    return without_permissions(network, uncovered(network, day, *uses))


def uncovered(network: Network, day: dt.date, *uses: Use) -> frozenset[str]:
    """The slugs of the permissions that do not cover all of these uses on a day."""
    return frozenset(slug for slug, one in network.permissions.items() if not all(one.covers(day, use) for use in uses))


def without_permissions(network: Network, gone: frozenset[str]) -> Network:
    """The network without what rests on one of these permissions. The same object where that is nothing."""
    if not gone:
        return network
    nameless = {slug: one for slug, one in network.people.items() if one.permission in gone}
    studies = {slug: _unquoted(one, gone, nameless) for slug, one in network.case_studies.items()}
    events = {slug: _unpictured(one, gone) for slug, one in network.events.items()}
    members = {slug: _without_logo(one, gone) for slug, one in network.members.items()}
    people = {slug: _unnamed(one) if slug in nameless else one for slug, one in network.people.items()}
    changed = {"case_studies": studies, "events": events, "people": people, "members": members}
    without = network.model_copy(update=changed)
    shown = _without_files(without, pictures(network) - pictures(without))
    names = named(nameless.values())
    return _unlisted(_without(shown, names) if names else shown, nameless, gone)


def nameless(network: Network, day: dt.date, use: Use) -> tuple[Person, ...]:
    """Those who may not be named on a day, for a use."""
    gone = {slug for slug, one in network.permissions.items() if not one.covers(day, use)}
    return tuple(one for one in network.people.values() if one.permission in gone)


def is_withheld(record: Filed) -> bool:
    """Whether nothing may be told of a record but that it is there."""
    return record.slug.startswith(f"{WITHHELD}-")


def pictures(network: Network) -> frozenset[str]:
    """The files of all photographs and logos."""
    shown = [(event.path, one.file) for event in network.events.values() for one in event.photographs]
    shown += [(member.path, member.logo.file) for member in network.members.values() if member.logo]
    return frozenset(Link(file, 0).file(path) for path, file in shown)


def _unnamed(person: Person) -> Person:
    """Somebody without a name, an office or a member: any two of them would lead to the third."""
    nothing = {"title": NAMELESS, "sorted_as": "", "also_called": (), "summary": "", "body": ""}
    return person.model_copy(update={**nothing, "roles": (NO_ROLE,), "moved_from": (), "tags": ()})


def _unquoted(study: CaseStudy, gone: Collection[str], nameless: Mapping[str, Person]) -> CaseStudy:
    if not any(one.permission in gone or one.person in nameless for one in study.testimonials):
        return study
    kept = (_silenced(one) if one.permission in gone or one.person in nameless else one for one in study.testimonials)
    return study.model_copy(update={"testimonials": tuple(kept)})


def _silenced(one: Testimonial) -> Testimonial:
    nothing = {"person": None, "role": NAMELESS, "quote": "", "report": WORDS, "source": None}
    return one.model_copy(update=nothing)


def _without_logo(member: Member, gone: Collection[str]) -> Member:
    """A member without a logo that may not be shown: its name stands there, in type, as with those that have none."""
    may_stand = member.logo is None or member.logo.permission not in gone
    return member if may_stand else member.model_copy(update={"logo": None})


def _unpictured(event: Event, gone: Collection[str]) -> Event:
    """An event without the pictures that may not be shown; it knows how many there were."""
    kept = tuple(one for one in event.photographs if one.permission not in gone)
    if len(kept) == len(event.photographs):
        return event
    without = event.model_copy(update={"photographs": kept})
    without._withheld_pictures = len(event.photographs) - len(kept)
    return without


def _without(network: Network, names: re.Pattern[str]) -> Network:
    """The network without the names in any of its texts."""
    without: Network = rewritten(network, lambda value: names.sub(NAME, value) if type(value) is str else value)
    return without


def _without_files(network: Network, files: frozenset[str]) -> Network:
    """The network in which nothing offers or shows the files of pictures that are withheld."""
    if not files:
        return network
    events = {slug: _offering(one, files) for slug, one in network.events.items()}
    shown = network.model_copy(update={"events": events})
    return referring(shown, lambda _, slug: slug, files)


def _offering(event: Event, files: frozenset[str]) -> Event:
    kept = tuple(one for one in event.documents if not one.file or Link(one.file, 0).file(event.path) not in files)
    return event if len(kept) == len(event.documents) else event.model_copy(update={"documents": kept})


def _unlisted(network: Network, people: Collection[str], permissions: Iterable[str]) -> Network:
    """The network in which no file’s name tells who is not named: slugs are often made of names."""
    still_told = [slug for slug in people if not is_withheld(network.people[slug])]
    gone = {"people": sorted(still_told), "permissions": sorted(permissions)}
    slugs = {
        (family, slug): _free(f"{WITHHELD}-{number}", getattr(network, family))
        for family, withheld in gone.items()
        for number, slug in enumerate(withheld, 1)
    }
    hidden = {getattr(network, family)[slug].path for family, slug in slugs}
    hidden |= {network.people[slug].path for slug in people}
    shown = referring(network, lambda family, slug: slugs.get((family, slug), slug), hidden)
    return shown.model_copy(update={family: _renamed(getattr(shown, family), family, slugs) for family in gone})


def _free(slug: str, known: Collection[str]) -> str:
    return slug if slug not in known else _free(f"{slug}x", known)


def _renamed(records: Mapping[str, AnyFiled], family: str, slugs: Mapping[tuple[str, str], str]) -> dict[str, AnyFiled]:
    found = {slugs.get((family, key), key): one for key, one in records.items()}
    for slug, one in found.items():
        if slug != one.slug:
            found[slug] = one.model_copy()
            found[slug]._path = one.path.replace(f"/{one.slug}.", f"/{slug}.")
    return dict(sorted(found.items()))
