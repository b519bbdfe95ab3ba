"""What the search is told of each record beside its text: its kind, a line to show, and what to filter by."""

from collections.abc import Iterator

from masthead.dates import day_in_words, event_in_words
from masthead.model.case_study import CaseStudy
from masthead.model.event import Event
from masthead.model.indicator import Indicator
from masthead.model.member import Member, Person
from masthead.model.network import Network
from masthead.model.page import Chapter, News
from masthead.model.record import Record, Titled
from masthead.model.workstream import Workstream
from masthead.publish.labels import KIND_NAMES, event_place
from masthead.publish.naming import role_in_words

KINDS: dict[type[Titled], str] = {
    Event: "Event",
    CaseStudy: "Case study",
    News: "News",
    Member: "Member",
    Person: "Person",
    Chapter: "Manifesto",
    Workstream: "Workstream",
    Indicator: "Indicator",
}
OTHER = "Page"

Facet = tuple[str, str]


def kind(record: Titled) -> str:
    """What a reader calls this sort of record."""
    return KINDS.get(type(record), OTHER)


def line(record: Titled, network: Network) -> str:
    """When and where it happened, or whose it is: what tells a record from others of the same title."""
    language = network.settings.language
    match record:
        case Event():
            return " · ".join(filter(None, (event_in_words(record, language), event_place(record))))
        case News():
            return day_in_words(record.date, language)
        case Member():
            return record.area
        case Person():
            return "; ".join(role_in_words(role, network) for role in record.roles_in_order[:1])
        case CaseStudy() | Workstream():
            return ", ".join(_members(doers(record), network))
        case _:
            return ""


def facets(record: Record, network: Network) -> Iterator[Facet]:
    """What a record can be filtered by: names and values."""
    yield "Kind", kind(record)
    themes = network.settings.tags
    yield from (("Theme", themes[tag].title) for tag in record.tags if tag in themes)
    match record:
        case Event():
            yield from _event_facets(record, network)
        case News():
            yield "Year", str(record.date.year)
        case CaseStudy() | Workstream():
            yield from (("Member", name) for name in _members(doers(record), network))
        case Member():
            yield "Member", record.short_title


def doers(record: CaseStudy | Workstream) -> tuple[str, ...]:
    """The members that did, or do, a piece of work: who leads it comes first."""
    return (record.lead, *record.members) if isinstance(record, Workstream) else record.members


def _event_facets(event: Event, network: Network) -> Iterator[Facet]:
    yield "Type of event", KIND_NAMES[event.kind]
    yield from (("Year", str(year)) for year in event.years)
    if event.venue and event.venue.locality:
        yield "Place", event.venue.locality
    if event.online:
        yield "Place", "Online"
    if event.series in network.settings.series:
        yield "Series", network.settings.series[event.series].title
    yield from (("Member", name) for name in _members((*event.organisers, *event.members), network))


def _members(slugs: tuple[str, ...], network: Network) -> Iterator[str]:
    return (network.members[slug].short_title for slug in slugs if slug in network.members)
