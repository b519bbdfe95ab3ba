"""The places of a page that a link can lead to: those of its text, of its live pieces, and of what is printed below."""

from collections.abc import Callable, Iterator
from typing import Any

from masthead.addresses import CHAPTERS, MANIFESTO
from masthead.markup import anchors
from masthead.model.appearance import people_named
from masthead.model.case_study import CaseStudy
from masthead.model.event import Event
from masthead.model.indicator import Indicator
from masthead.model.member import Member, Person
from masthead.model.network import Network
from masthead.model.record import Filed
from masthead.model.workstream import Workstream
from masthead.prose import fill, pieces
from masthead.publish.accounts import GROUPS, step_anchor
from masthead.publish.case_studies import TESTIMONIALS
from masthead.publish.event_lists import COMING, PAST
from masthead.publish.events import ACCESS, AGENDA, DOCUMENTS, MORE
from masthead.publish.evidence import FEEDBACK, OBSERVATIONS, finding_anchor
from masthead.publish.indexes import memberships
from masthead.publish.members import MEMBER_EVENTS, MEMBER_PEOPLE, MEMBER_WORK
from masthead.publish.people import PARTS, ROLES
from masthead.publish.pieces import ALL
from masthead.publish.related import RELATED
from masthead.publish.statement import ANCHORS as STATEMENT
from masthead.publish.study_list import MEMBER_STUDIES
from masthead.publish.timeline import year_anchor, years_told
from masthead.publish.workstreams import LEVELS, MILESTONES, RESULTS, TOLD


def page_anchors(record: Filed, network: Network) -> frozenset[str]:
    """The anchors of the page that a record becomes, on whatever day it is published."""
    if record.path == MANIFESTO:
        record = network.pages.get(CHAPTERS.removeprefix("content/"), record)
    body = getattr(record, "body", "")
    text = anchors(fill(body, lambda _: ""), network.site.markdown_extensions) if body else frozenset()
    return text | frozenset(_of_pieces(body, network)) | frozenset(_printed(record, network))


def _of_pieces(body: str, network: Network) -> Iterator[str]:
    for piece in pieces(body):
        if piece.name in PIECE_ANCHORS:
            yield from PIECE_ANCHORS[piece.name](network, piece.options)


def _printed(record: Filed, network: Network) -> Iterator[str]:
    """What stands below the text of a record's page, where there is something to stand."""
    match record:
        case Event():
            yield MORE
            access = record.venue and record.venue.access
            yield from [AGENDA] * bool(record.agenda) + [ACCESS] * bool(access)
            yield from [DOCUMENTS] * bool(record.documents) + [FEEDBACK] * bool(record.feedback)
        case CaseStudy():
            others = (one for one in network.case_studies.values() if one is not record)
            is_like = any({*one.tags, *one.members} & {*record.tags, *record.members} for one in others)
            yield from [TESTIMONIALS] * bool(record.testimonials) + [RELATED] * (is_like or bool(record.related))
        case Member():
            yield from _of_member(record.slug, network)
        case Person():
            parts = {one.part for one in people_named(network) if one.who == record.slug}
            yield from (ROLES, *(anchor for part, anchor in PARTS.items() if part in parts))
        case Workstream():
            told: tuple[Event | CaseStudy, ...] = (*network.events.values(), *network.case_studies.values())
            yield from [RESULTS] * bool(record.results) + [MILESTONES] * bool(record.milestones)
            yield from [TOLD] * any(one.workstream == record.slug for one in told)
        case Indicator():
            yield from (OBSERVATIONS, *[LEVELS] * bool(record.levels))


def _of_member(slug: str, network: Network) -> Iterator[str]:
    if any(slug in one.members for one in network.case_studies.values()):
        yield MEMBER_STUDIES
    if any(slug in (*one.organisers, *one.members) for one in network.events.values()):
        yield MEMBER_EVENTS
    if any(role.member == slug for one in network.people.values() for role in one.roles):
        yield MEMBER_PEOPLE
    if any(slug in (one.lead, *one.members) for one in network.workstreams.values()):
        yield MEMBER_WORK


def _event_list(network: Network, _: Any) -> Iterator[str]:
    yield from (COMING, PAST)
    families = {family for event in network.events.values() for family, _ in memberships(event, network)}
    yield from (ALL, *(f"by-{family}" for family in sorted(families))) if families else ()


def _case_study_list(network: Network, _: Any) -> Iterator[str]:
    yield from ("case-studies", "by-theme", "by-member")
    for study in network.case_studies.values():
        yield from (f"theme-{slug}" for slug in study.tags)
        yield from (f"member-{slug}" for slug in study.members)


def _commitment(_: Network, options: dict[str, str]) -> Iterator[str]:
    yield f"commitment-{options.get('id')}"


def _commitments(network: Network, _: Any) -> Iterator[str]:
    yield from (f"commitment-{one.id}" for one in network.manifesto.commitments)


def _theory(network: Network, _: Any) -> Iterator[str]:
    kinds = {step.kind for step in network.steps.values()}
    yield from (GROUPS[kind][1] for kind in kinds)
    yield from map(step_anchor, network.steps)


def _workstreams(network: Network, _: Any) -> Iterator[str]:
    yield from {one.status for one in network.workstreams.values()}


def _timeline(network: Network, _: Any) -> Iterator[str]:
    yield from map(year_anchor, years_told(network))


def _statement(*_: Any) -> Iterator[str]:
    yield from STATEMENT


def _findings(network: Network, _: Any) -> Iterator[str]:
    yield from network.interviews
    for one in network.interviews.values():
        yield from (finding_anchor(one.slug, theme.id) for theme in one.themes)


PIECE_ANCHORS: dict[str, Callable[[Network, dict[str, str]], Iterator[str]]] = {
    "event-list": _event_list,
    "case-study-list": _case_study_list,
    "commitment": _commitment,
    "commitments": _commitments,
    "promises": _commitments,
    "theory-of-change": _theory,
    "interview-findings": _findings,
    "workstream-list": _workstreams,
    "accessibility-statement": _statement,
    "timeline": _timeline,
}
