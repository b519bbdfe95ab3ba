"""What belongs to what in a network, gone through once for all pages that ask: a page costs what it shows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from masthead.addresses import EventFamily
from masthead.model.appearance import Appearance, members_named, people_named
from masthead.model.case_study import CaseStudy
from masthead.model.event import Event
from masthead.model.indicator import Indicator
from masthead.model.member import Person, Role
from masthead.model.network import Network
from masthead.model.theory import Step, StepKind
from masthead.prose import pieces
from masthead.publish.memberships import memberships

Found = TypeVar("Found")


@dataclass(frozen=True)
class Indexes:
    """Records by the slug of what they name, in the order in which the network has them."""

    network: Network

    @cached_property
    def appearances(self) -> Mapping[str, Sequence[Appearance]]:
        """Where each person is named, by slug."""
        return grouped((one.who, one) for one in people_named(self.network))

    @cached_property
    def participations(self) -> Mapping[str, Sequence[Appearance]]:
        """Where each member takes part, by slug."""
        return grouped((one.who, one) for one in members_named(self.network))

    @cached_property
    def named_people(self) -> Sequence[Person]:
        """Everybody who may be named, in the order of their names."""
        return sorted((one for one in self.network.people.values() if one.is_named), key=lambda one: one.name_in_order)

    @cached_property
    def people_at(self) -> Mapping[str, Sequence[tuple[Person, Role]]]:
        """Those who hold or held a role at each member, each with the role that they held there last."""
        held = ((one, role) for one in self.named_people for role in reversed(one.roles_in_order) if role.member)
        last = {(role.member or "", one.slug): (one, role) for one, role in held}
        return grouped((member, found) for (member, _), found in last.items())

    @cached_property
    def events_with(self) -> Mapping[str, Sequence[Event]]:
        """The events that each member organises, or in which it takes part."""
        events = self.network.events.values()
        return grouped((slug, one) for one in events for slug in dict.fromkeys((*one.organisers, *one.members)))

    @cached_property
    def sets_of(self) -> Mapping[str, Sequence[tuple[EventFamily, str]]]:
        """The sets to which each event belongs: the family and the slug of each set, by the slug of the event."""
        return {slug: tuple(memberships(event, self.network)) for slug, event in self.network.events.items()}

    @cached_property
    def told_of(self) -> Mapping[str, Sequence[CaseStudy | Event]]:
        """The case studies and the events of each workstream."""
        told: tuple[CaseStudy | Event, ...] = (*self.network.case_studies.values(), *self.network.events.values())
        return grouped((one.workstream, one) for one in told if one.workstream)

    @cached_property
    def signs_of(self) -> Mapping[str, Sequence[Indicator]]:
        """The indicators of each step of the theory of change."""
        return grouped((slug, one) for one in self.network.indicators.values() for slug in one.steps)

    @cached_property
    def assumed_by(self) -> Mapping[str, Sequence[Step]]:
        """The assumptions on which each step rests."""
        assumptions = (one for one in self.network.steps.values() if one.kind is StepKind.ASSUMPTION)
        return grouped((slug, one) for one in assumptions for slug in one.leads_to)

    @cached_property
    def argued_in(self) -> Mapping[str, str]:
        """The file of the chapter that makes each commitment."""
        made = ((one.path, piece) for one in self.network.chapters.values() for piece in pieces(one.body))
        return {piece.options["id"]: path for path, piece in made if piece.name == "commitment"}


def grouped(pairs: Iterable[tuple[str, Found]]) -> dict[str, list[Found]]:
    """Values by name, each in its order."""
    found: dict[str, list[Found]] = {}
    for name, one in pairs:
        found.setdefault(name, []).append(one)
    return found
