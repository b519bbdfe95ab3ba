"""What to read or to come to next, each with the reason in words."""

from collections.abc import Iterable, Iterator
from itertools import chain

from masthead.landmarks import RELATED
from masthead.links import Link
from masthead.model.case_study import CaseStudy
from masthead.model.event import Event
from masthead.model.member import Person
from masthead.model.record import Record
from masthead.model.relations import AT_MOST, Group, Relation, Shared, related
from masthead.publish import views
from masthead.publish.findable import kind, line
from masthead.publish.labels import event_labels, record_labels
from masthead.publish.lasting import held
from masthead.publish.page import section
from masthead.publish.publication import OnPage, Publication, prose
from masthead.render import component


def related_section(record: Record, publication: Publication, page: OnPage) -> str:
    """The end of a record’s page; empty where nothing is related to it."""
    shown = [
        *named_by_author(record, publication),
        *((one.record, reason(one.shared, publication)) for one in relations(record, publication)),
    ]
    cards = tuple(_card(one, why, publication, page) for one, why in shown[:AT_MOST])
    return section("Related", RELATED, component("card-list", cards) if cards else "")


def relations(record: Record, publication: Publication) -> tuple[Relation, ...]:
    """What is related to a record, besides what its author names, and what a person’s page lists."""
    named = (one for one, _ in named_by_author(record, publication))
    listed = (
        (one.record for one in publication.indexes.appearances.get(record.slug, ()))
        if isinstance(record, Person)
        else ()
    )
    return related(record, publication.shelves, chain(named, listed))


def reason(shared: Group, publication: Publication) -> str:
    """Why something is related, in a few words."""
    network = publication.network
    match shared[0]:
        case Shared.WORKSTREAM:
            return "Same workstream"
        case Shared.SERIES:
            return "Same series"
        case Shared.MEMBER:
            return f"Also from {network.members[shared[1]].short_title}"
        case Shared.THEME:
            return f"Also on {network.settings.tags[shared[1]].title.lower()}"


def named_by_author(record: Record, publication: Publication) -> Iterator[tuple[Record, str]]:
    """The records that the author of a case study names, each with the reason."""
    if isinstance(record, CaseStudy):
        named = (publication.by_path.get(Link(target, 0).file(record.path)) for target in record.related)
        yield from ((one, _why_named(one, record)) for one in named if isinstance(one, Record))


def _why_named(record: Record, study: CaseStudy) -> str:
    """Why the author of a case study sends its readers to a record."""
    match record:
        case Event():
            return "An event in this story"
        case CaseStudy():
            return "Told by the same members" if set(record.members) & set(study.members) else "Recommended with this"
        case _:
            return "To read with this"


def _card(record: Record, why: str, publication: Publication, page: OnPage) -> views.Card:
    return views.Card(
        href=page.href(record.path),
        title=record.title,
        summary=prose(page, record.summary, record.path),
        meta=why,
        detail=" · ".join(filter(None, (kind(record), line(record, publication.network)))),
        labels=_labels(record, publication),
    )


def _labels(record: Record, publication: Publication) -> tuple[views.Label, ...]:
    """Of an event its status, too, and that it was held."""
    if not isinstance(record, Event):
        return record_labels(record, publication)
    found: Iterable[views.Label | None] = (*event_labels(record, publication), held(record, publication))
    return tuple(one for one in found if one)
