"""One page per event."""

from collections.abc import Iterator

from masthead.addresses import EVENTS
from masthead.artifact import Artifact, Job
from masthead.landmarks import (
    ACCESS,
    AGENDA,
    DECISIONS,
    DOCUMENTS,
    FEEDBACK,
    HISTORY,
    MATERIAL,
    MORE,
    OUTCOMES,
    PICTURES,
    TRAVEL,
)  # fmt: skip
from masthead.model.event import Event
from masthead.model.material import DocumentTime
from masthead.publish import event_parts as parts
from masthead.publish import views
from masthead.publish.add_to_calendar import add_to_calendar
from masthead.publish.event_facts import event_facts, registration_button
from masthead.publish.event_indexes import set_links
from masthead.publish.labels import event_labels, kind_name
from masthead.publish.lasting import held
from masthead.publish.page import crumb, page_artifact, pages_of, section
from masthead.publish.pieces import with_pieces
from masthead.publish.publication import OnPage, Publication, prose
from masthead.publish.related import related_section
from masthead.publish.structured import structured_event
from masthead.render import component


def publish_events(publication: Publication) -> Iterator[Job]:
    """A page for each event: when, where, for whom, agenda, what changed, and what came of it."""
    return pages_of(publication.network.events.values(), publication, _page)


def _page(event: Event, publication: Publication) -> Artifact:
    page = publication.page(event.path)
    head = views.Head(
        title=event.title,
        lead=prose(page, event.summary, event.path),
        kicker=kind_name(event, publication),
        crumbs=crumb(publication, page, EVENTS),
        labels=(*event_labels(event, publication), *filter(None, (held(event, publication),))),
    )
    shown = list(filter(None, _blocks(event, publication, page)))
    return page_artifact(publication, page.page, event, head, shown, section="events/", layout="record")


def _blocks(event: Event, publication: Publication, page: OnPage) -> Iterator[str]:
    """The page from top to bottom. What came of an event stands above what was planned for it."""
    button = registration_button(event, publication)
    yield parts.notice(event, publication, page)
    yield component("facts", event_facts(event, publication, page))
    yield component("action", *button) if button else ""
    yield add_to_calendar(event, publication, page)
    yield with_pieces(page.body(event.body, event.path), publication, page)
    yield section("What came of it", OUTCOMES, parts.outcomes(event, page))
    yield section("What was decided", DECISIONS, parts.decisions(event, page))
    yield section("Pictures", PICTURES, parts.photographs(event, page))
    yield section("What was shown and written", MATERIAL, parts.documents(event, DocumentTime.AFTER, publication, page))
    yield section("What those who came said", FEEDBACK, parts.feedback(event, publication, page))
    yield section("Agenda", AGENDA, parts.agenda(event, publication, page))
    venue = event.venue
    yield section("Getting there", TRAVEL, page.body(venue.travel, event.path) if venue else "")
    yield section("Access", ACCESS, page.body(venue.access, event.path) if venue else "")
    yield section("Documents", DOCUMENTS, parts.documents(event, DocumentTime.BEFORE, publication, page))
    yield section("What has changed", HISTORY, parts.history(event, publication, page))
    yield related_section(event, publication, page)
    yield section("More events", MORE, component("link-list", set_links(event, publication, page)))
    described = structured_event(event, publication)
    yield component("structured-data", described) if described else ""
