"""What has something in common with a record: shared work, series, members and themes, found by an index.

Of each group only the first few records of a kind are looked at, so that the time grows with the records and not with
their square. Which these are depends on the record that asks, so that each is somebody’s neighbour.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from itertools import chain, islice
from typing import TypeVar

from masthead.model.case_study import CaseStudy
from masthead.model.event import Event
from masthead.model.material import DocumentTime
from masthead.model.member import Member, Person
from masthead.model.network import Network
from masthead.model.order import latest_first
from masthead.model.record import Record
from masthead.model.workstream import Workstream

AnyRecord = TypeVar("AnyRecord", bound=Record)
AT_MOST = 4
OF_A_KIND = 2  # as long as there are others
NEAR = 6  # of each kind in a group


class Shared(IntEnum):
    """What two records may have in common, and how much it weighs."""

    THEME = 1
    MEMBER = 3
    SERIES = 4
    WORKSTREAM = 8


class Kind(StrEnum):
    """What is offered, the kinds that come first in a tie first. Events come behind all else."""

    CASE_STUDY = "case study"
    WORKSTREAM = "workstream"
    NEWS = "news"
    MEMBER = "member"
    EVENT = "event"


Group = tuple[Shared, str]
Shelf = tuple[Group, Kind]


@dataclass(frozen=True)
class Relation:
    """A related record, what kind it is, and the strongest thing that it shares."""

    record: Record
    kind: Kind
    shared: Group


@dataclass(frozen=True)
class Shelves:
    """Every record by the groups to which it belongs, and by its kind. Events stand by date, the rest by slug; `slugs`
    are those of each shelf, and `members` the groups of a record in no order.
    """

    groups: Mapping[str, tuple[Group, ...]]
    members: Mapping[str, frozenset[Group]]
    shelves: Mapping[Shelf, tuple[Record, ...]]
    slugs: Mapping[Shelf, tuple[str, ...]]


def shelved(network: Network) -> Shelves:
    """The index of a network: the same on every day, so that no page grows old by it."""
    offered = tuple(_offered(network))
    works: dict[str, list[str]] = {}
    for work in network.workstreams.values():
        for member in dict.fromkeys((work.lead, *work.members)):
            works.setdefault(member, []).append(work.slug)
    groups = {one.path: tuple(_groups(one, network, works)) for one in _asking(network)}
    shelves: dict[Shelf, list[Record]] = {}
    for kind, record in offered:
        for group in groups[record.path]:
            shelves.setdefault((group, kind), []).append(record)
    return Shelves(
        groups,
        {path: frozenset(found) for path, found in groups.items()},
        {key: tuple(found) for key, found in shelves.items()},
        {key: tuple(one.slug for one in found) for key, found in shelves.items()},
    )


def related(record: Record, shelves: Shelves, besides: Iterable[Record] = ()) -> tuple[Relation, ...]:
    """What is related to a record, the closest first, without itself and without `besides`; events come last."""
    told = _told_anyway(record)
    own = tuple(group for group in shelves.groups[record.path] if group != told)
    known = {record.path, *(one.path for one in besides)}
    found = {one.path: (one, kind) for one, kind in _near(record, own, shelves) if one.path not in known}
    relations = [
        _relation(one, kind, own, shelves) for one, kind in found.values() if told not in shelves.members[one.path]
    ]
    ranked = sorted(relations, key=lambda pair: (pair[1].kind is Kind.EVENT, -pair[0]))
    return tuple(_mixed([relation for _, relation in ranked]))


def _asking(network: Network) -> Iterator[Record]:
    yield from chain(network.events.values(), network.case_studies.values(), network.workstreams.values())
    yield from chain(network.news.values(), network.members.values(), network.people.values())


def _offered(network: Network) -> Iterator[tuple[Kind, Record]]:
    """Everything that may be offered, in the order of its shelf."""
    told = latest_first(one for one in _by_slug(network.events) if one.is_on and _is_told(one))
    news = sorted(network.news.values(), key=lambda one: (one.date, one.slug), reverse=True)
    yield from ((Kind.CASE_STUDY, one) for one in _by_slug(network.case_studies))
    yield from ((Kind.WORKSTREAM, one) for one in _by_slug(network.workstreams))
    yield from ((Kind.NEWS, one) for one in news)
    yield from ((Kind.MEMBER, one) for one in _by_slug(network.members))
    yield from ((Kind.EVENT, one) for one in told)


def _by_slug(records: Mapping[str, AnyRecord]) -> list[AnyRecord]:
    return sorted(records.values(), key=lambda one: one.slug)


def _is_told(event: Event) -> bool:
    """Whether there is something to read of what came of an event."""
    return bool(event.outcomes or event.decisions) or any(one.read is DocumentTime.AFTER for one in event.documents)


def _groups(record: Record, network: Network, works_of: Mapping[str, Sequence[str]]) -> Iterator[Group]:
    """What a record may share, the strongest first."""
    works, members = _works(record, works_of), _members(record)
    yield from ((Shared.WORKSTREAM, slug) for slug in dict.fromkeys(works) if slug in network.workstreams)
    if isinstance(record, Event) and record.series in network.settings.series:
        yield Shared.SERIES, record.series or ""
    yield from ((Shared.MEMBER, slug) for slug in dict.fromkeys(members) if slug in network.members)
    yield from ((Shared.THEME, slug) for slug in dict.fromkeys(record.tags))


def _works(record: Record, works_of: Mapping[str, Sequence[str]]) -> Iterable[str]:
    match record:
        case Workstream():
            return (record.slug,)
        case Event() | CaseStudy():
            return (record.workstream,) if record.workstream else ()
        case Member():
            return works_of.get(record.slug, ())
        case _:
            return ()


def _members(record: Record) -> Iterable[str]:
    match record:
        case Event():
            return (*record.organisers, *record.members)
        case CaseStudy():
            return record.members
        case Workstream():
            return (record.lead, *record.members)
        case Member():
            return (record.slug,)
        case Person():
            return (role.member for role in record.roles if role.member)
        case _:
            return ()


def _told_anyway(record: Record) -> Group | None:
    """The group of which the page of a record tells everything by itself."""
    match record:
        case Workstream():
            return Shared.WORKSTREAM, record.slug
        case Member():
            return Shared.MEMBER, record.slug
        case _:
            return None


def _near(record: Record, groups: Iterable[Group], shelves: Shelves) -> Iterator[tuple[Record, Kind]]:
    for group in groups:
        for kind in Kind:
            if kind is Kind.MEMBER and not (isinstance(record, Member) and group[0] is Shared.WORKSTREAM):
                continue  # other pages name their members by themselves
            yield from ((one, kind) for one in islice(_from(record, (group, kind), shelves), NEAR + 1))


def _from(record: Record, name: Shelf, shelves: Shelves) -> Iterator[Record]:
    """A shelf from its beginning where it is in the order of dates; else from where the record would stand."""
    shelf = shelves.shelves.get(name, ())
    if not shelf or name[1] in (Kind.EVENT, Kind.NEWS):
        return iter(shelf)
    place = bisect_right(shelves.slugs[name], record.slug)
    return chain(islice(shelf, place, None), islice(shelf, place))


def _relation(record: Record, kind: Kind, groups: tuple[Group, ...], shelves: Shelves) -> tuple[int, Relation]:
    theirs = shelves.members[record.path]
    shared = [group for group in groups if group in theirs]
    return sum(group[0] for group in shared), Relation(record, kind, shared[0])


def _mixed(ranked: list[Relation]) -> Iterator[Relation]:
    """The first few, of no kind more than two as long as there is another; events stay last."""
    seen: Counter[Kind] = Counter()
    first: list[Relation] = []
    rest: list[Relation] = []
    for one in ranked:
        seen[one.kind] += 1
        (first if seen[one.kind] <= OF_A_KIND else rest).append(one)
    chosen = islice(chain(first, rest), AT_MOST)
    return iter(sorted(chosen, key=lambda one: one.kind is Kind.EVENT))
