"""One page per event."""

from collections.abc import Iterator

from masthead.addresses import EVENTS
from masthead.artifact import Artifact
from masthead.dates import day_in_words, event_in_words
from masthead.model.agenda import Session, Speaker
from masthead.model.announcement import EventStatus
from masthead.model.event import Event
from masthead.model.registration import Registration
from masthead.publish import views
from masthead.publish.cards import survey_view
from masthead.publish.page import crumb, page_artifact, section
from masthead.publish.pieces import with_pieces
from masthead.publish.publication import OnPage, Publication, prose
from masthead.render import component

AGENDA, ACCESS, DOCUMENTS, FEEDBACK = "agenda", "access", "documents", "feedback"
ANCHORS = frozenset((AGENDA, ACCESS, DOCUMENTS, FEEDBACK))
NOTICES = {
    EventStatus.CANCELLED: "**This event is cancelled.** It will not take place.",
    EventStatus.POSTPONED: "**This event is postponed.**",
    EventStatus.TENTATIVE: "**The date is not yet certain.** Please do not book travel.",
}
NOT_TAKING_PLACE = (EventStatus.CANCELLED, EventStatus.POSTPONED)


def publish_events(publication: Publication) -> Iterator[Artifact]:
    """A page for each event: when, where, for whom, agenda, and what those who came said."""
    for event in publication.network.events.values():
        page = publication.page(event.path)
        head = views.Head(
            title=event.title,
            lead=prose(page, event.summary, event.path),
            kicker=views.kind_name(event, publication),
            crumbs=crumb(publication, page, EVENTS),
            labels=views.event_labels(event, publication),
        )
        blocks = [
            component("notice", NOTICES[event.status], event.status.value) if event.status in NOTICES else "",
            component("facts", tuple(_facts(event, publication, page))),
            _register(event, publication),
            with_pieces(page.body(event.body, event.path), publication, page),
            section("Agenda", AGENDA, _agenda(event, publication, page)),
            section("Getting there", ACCESS, page.body(_access(event), event.path)),
            section("Documents", DOCUMENTS, _documents(event, page)),
            section("What those who came said", FEEDBACK, _feedback(event, publication, page)),
        ]
        shown = list(filter(None, blocks))
        yield page_artifact(publication, page.page, event, head, shown, section="events/", layout="record")


def _facts(event: Event, publication: Publication, page: OnPage) -> Iterator[views.Fact]:
    network = publication.network
    yield views.Fact("When", event_in_words(event, publication.language))
    if event.venue:
        yield views.Fact("Where", event.venue.line)
    if event.online:
        is_open = event.online.url and event.status not in NOT_TAKING_PLACE and not event.is_past(publication.day)
        joining = f"[Join online]({event.online.url})" if is_open else "Yes"
        yield views.Fact("Online", " ".join(filter(None, (joining + ".", prose(page, event.online.note, event.path)))))
    if event.audience:
        yield views.Fact("Who it is for", event.audience)
    if event.capacity:
        yield views.Fact("Places", str(event.capacity))
    if event.series:
        yield views.Fact("Series", network.settings.series[event.series].title)
    organisers = [network.members[slug] for slug in event.organisers if slug in network.members]
    if organisers:
        linked = ", ".join(f"[{one.short_title}]({page.href(one.path)})" for one in organisers)
        yield views.Fact("Organised by", linked)
    if event.registration and not event.is_past(publication.day) and event.status not in NOT_TAKING_PLACE:
        yield views.Fact("Registration", _registration(event.registration, event, publication, page))
    if event.tags:
        yield views.Fact("Themes", ", ".join(network.settings.tags[tag].title for tag in event.tags))


def _register(event: Event, publication: Publication) -> str:
    """A button, while places can be booked."""
    wanted = event.registration
    if wanted is None or not wanted.url or event.is_past(publication.day) or event.status in NOT_TAKING_PLACE:
        return ""
    too_early = wanted.opens is not None and publication.day < wanted.opens
    too_late = wanted.closes is not None and publication.day > wanted.closes
    return "" if too_early or too_late else component("action", views.Anchor("Register for a place", wanted.url))


def _registration(registration: Registration, event: Event, publication: Publication, page: OnPage) -> str:
    words = []
    if registration.opens and registration.opens > publication.day:
        words.append(f"Opens on {day_in_words(registration.opens, publication.language)}.")
    if registration.closes:
        verb = "Closes" if registration.closes >= publication.day else "Closed"
        words.append(f"{verb} on {day_in_words(registration.closes, publication.language)}.")
    return " ".join(filter(None, (*words, prose(page, registration.note, event.path))))


def _agenda(event: Event, publication: Publication, page: OnPage) -> str:
    sessions = tuple(
        views.Session(
            time=session.time,
            title=session.title,
            kind=session.kind.value,
            who=", ".join(_speakers(session, publication)),
            body=prose(page, session.body, event.path),
        )
        for session in event.agenda
    )
    return component("agenda", sessions) if sessions else ""


def _speakers(session: Session, publication: Publication) -> Iterator[str]:
    people = publication.network.people
    for one in session.speakers:
        if isinstance(one, Speaker):
            yield ", ".join(filter(None, (one.name, one.affiliation)))
        elif one in people:
            yield people[one].title
    if session.led_by:
        yield session.led_by


def _access(event: Event) -> str:
    return event.venue.access if event.venue else ""


def _documents(event: Event, page: OnPage) -> str:
    folder = event.path.rpartition("/")[0]
    anchors = tuple(
        views.Anchor(one.title, page.href(f"{folder}/{one.file}") if one.file else one.url or "")
        for one in event.documents
    )
    return component("link-list", anchors) if anchors else ""


def _feedback(event: Event, publication: Publication, page: OnPage) -> str:
    results = (component("survey", survey_view(publication, page, event, one)) for one in event.feedback)
    return "\n\n".join(results)
