"""Permissions last as long as what rests on them, and addresses do not outlast them."""

import datetime as dt
from collections.abc import Iterator

from masthead.addresses import address, on_site
from masthead.model.member import Person
from masthead.model.network import Network
from masthead.model.permission import Given, Use
from masthead.problem import Place, Problem, Severity
from masthead.source import Sources
from masthead.unnamed import Unnamed, naming
from masthead.withheld import nameless


def permissions_last(network: Network, sources: Sources, day: dt.date) -> Iterator[Problem]:
    """Permissions that will soon end, those that have ended, and those that are not given yet."""
    for one in network.permissions.values():
        if one.given and one.given.on > day:
            place = sources.texts[one.path].place("given", "on")
            message = f"This permission is given on {one.given.on}. Until then what rests on it is withheld."
            hint = "Write the day on which it was given."
            yield Problem(place, "permission-early", message, hint, Severity.WARNING)
        until = one.given.until if one.given else None
        if until is None:
            continue
        place = sources.texts[one.path].place("given", "until")
        left = (until - day).days
        if left < 0:
            message = f"This permission ended on {until}: what rests on it is no longer shown."
            hint = "Ask again and write the new day here, or remove what rests on it."
            yield Problem(place, "permission-ended", message, hint, Severity.WARNING)
        elif left <= network.settings.permission_notice_days:
            message = f"This permission ends on {until}, in {left} days; then what rests on it is withheld."
            hint = "Ask again in time, and write the new day here."
            yield Problem(place, "permission-ends", message, hint, Severity.WARNING)


def addresses_name_nobody(network: Network, sources: Sources, day: dt.date) -> Iterator[Problem]:
    """Files called after somebody who will soon be, or is, withheld: their addresses must change, and links break."""
    written = Unnamed(nameless(network, day, Use.WEB), network.by_path())
    for person in network.people.values():
        permission = network.permissions.get(person.permission)
        given = permission.given if permission else None
        if given and (_is_over(given, day) or _ends_soon(given, network, day)):
            yield from _files(person, given, written, sources, day)
            yield from _email(person, given, network, sources, day)


def _files(person: Person, given: Given, written: Unnamed, sources: Sources, day: dt.date) -> Iterator[Problem]:
    """What is called after a person, besides the person’s own record."""
    for path in sorted(naming((*sources.texts, *sources.files), [person]) - {person.path}):
        if on_site(path) and not path.startswith("brand/"):
            words, hint = _renamed(path, written) if _is_over(given, day) else _to_be_renamed(given)
            message = f"This file is called after “{person.title}”, who {words}"
            yield Problem(Place(path), "name-in-address", message, hint, Severity.WARNING)


def _email(person: Person, given: Given, network: Network, sources: Sources, day: dt.date) -> Iterator[Problem]:
    """The one address that nothing can stand in for."""
    if naming([network.settings.contact.email], [person]):
        place = sources.texts[network.settings.path].place("contact", "email")
        message = f"Every page shows this address, which holds the name of “{person.title}”, whose permission ends."
        hint = "Write an address of the network that names nobody."
        severity = Severity.ERROR if _is_over(given, day) else Severity.WARNING
        yield Problem(place, "name-in-address", message, hint, severity)


def _is_over(given: Given, day: dt.date) -> bool:
    return not given.covers(day, Use.WEB)


def _ends_soon(given: Given, network: Network, day: dt.date) -> bool:
    return given.until is not None and (given.until - day).days <= network.settings.permission_notice_days


def _renamed(path: str, written: Unnamed) -> tuple[str, str]:
    new = address(on_site(written.address(path)) or "")
    hint = "Give it a name of its own, and no “moved_from”: the old address would name the person."
    return f"may not be named, so its address is “{new}”.", hint


def _to_be_renamed(given: Given) -> tuple[str, str]:
    hint = "Give it another name before then: else its address loses that name on the day after, and links to it break."
    return f"may be named until {given.until}.", hint
