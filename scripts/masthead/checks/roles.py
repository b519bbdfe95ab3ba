"""People and members are named at times at which they held a role, or belonged to the network."""

from collections.abc import Iterator

from masthead.model.appearance import members_named, people_named
from masthead.model.member import Person, Role
from masthead.model.network import Network
from masthead.model.span import Span
from masthead.problem import Problem
from masthead.source import Sources


def roles_were_held_then(network: Network, sources: Sources) -> Iterator[Problem]:
    """Somebody who speaks, says or leads something at a time at which they held no role."""
    for one in people_named(network):
        person = network.people.get(one.who)
        if person and person.role_in(one.time) is None:
            role = _nearest(person, one.time)
            message = f"“{person.title}” held no role then: “{role.title}” is held {role.held.written}."
            hint = f"Add the role that was held then to {person.path}, or check the dates."
            yield Problem(sources.texts[one.record.path].place(*one.loc), "role-not-held", message, hint)


def members_belonged_then(network: Network, sources: Sources) -> Iterator[Problem]:
    """A member that is said to have taken part before it joined, or after it left."""
    for one in members_named(network):
        member = network.members.get(one.who)
        if member and not member.membership.may_meet(one.time):
            message = (
                f"“{member.short_title}” was no member then: it belongs to the network {member.membership.written}."
            )
            hint = "Take it out, and name a guest in the text; or check the dates."
            yield Problem(sources.texts[one.record.path].place(*one.loc), "not-a-member-then", message, hint)


def _nearest(person: Person, time: Span) -> Role:
    """The role that was taken up next after a time; the last one where there is none."""
    later = [role for role in person.roles_in_order if role.held.first_day > time.last_day]
    return later[-1] if later else person.roles_in_order[0]
