"""Where people and members are named, at what time, and as what: what checks judge, and what their pages list."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from masthead.model.case_study import CaseStudy
from masthead.model.event import Event
from masthead.model.identity import by_identity
from masthead.model.network import Network
from masthead.model.span import Span
from masthead.model.workstream import Workstream

Doing = Event | CaseStudy | Workstream


class Part(StrEnum):
    """What somebody does in a record."""

    SPEAKS = "speaks"
    ANSWERS = "answers"
    SAYS = "says"
    LEADS = "leads"
    ORGANISES = "organises"
    TAKES_PART = "takes part"
    DOES = "does"


@dataclass(frozen=True)
class Appearance:
    """One naming: of whom (a slug), in which record, at which place in it, when, and as what."""

    who: str
    record: Doing
    loc: tuple[str | int, ...]
    time: Span
    part: Part


def event_time(event: Event) -> Span:
    """From when until when an event takes place."""
    return Span(event.starts, event.ends or event.starts)


def people_named(network: Network) -> Iterator[Appearance]:
    """Everywhere that a person is named by slug, record by record."""
    for event in network.events.values():
        yield from _speakers(event)
    for study in network.case_studies.values():
        for index, said in enumerate(study.testimonials):
            if said.person:
                loc = ("testimonials", index, "person")
                yield Appearance(said.person, study, loc, study.said_in(said), Part.SAYS)
    for work in network.workstreams.values():
        for index, who in enumerate(work.leaders):
            yield Appearance(who, work, ("leaders", index), work.time, Part.LEADS)


def members_named(network: Network) -> Iterator[Appearance]:
    """Everywhere that a member is said to have taken part, record by record."""
    doing: Iterator[Doing] = chain(network.events.values(), network.workstreams.values(), network.case_studies.values())
    return (named for one in doing for named in _members(one))


@by_identity
def _members(record: Doing) -> tuple[Appearance, ...]:
    """The members that a record says to have taken part."""
    match record:
        case Event():
            time = event_time(record)
            named = [("organisers", Part.ORGANISES, record.organisers), ("members", Part.TAKES_PART, record.members)]
        case CaseStudy():
            time, named = record.time, [("members", Part.DOES, record.members)]
        case Workstream():
            time, named = record.time, [("members", Part.TAKES_PART, record.members)]
    found = (
        Appearance(who, record, (field, index), time, part)
        for field, part, members in named
        for index, who in enumerate(members)
    )
    leads = [Appearance(record.lead, record, ("lead",), time, Part.LEADS)] if isinstance(record, Workstream) else []
    return (*leads, *found)


def _speakers(event: Event) -> Iterator[Appearance]:
    """Those who speak at an event, and whom to ask about it."""
    time = event_time(event)
    for number, session in enumerate(event.agenda):
        for index, who in enumerate(session.speakers):
            if isinstance(who, str):
                yield Appearance(who, event, ("agenda", number, "speakers", index), time, Part.SPEAKS)
    if event.contact and event.contact.person:
        yield Appearance(event.contact.person, event, ("contact", "person"), time, Part.ANSWERS)
