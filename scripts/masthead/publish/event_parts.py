"""The parts of an event’s page below its facts: agenda, documents, what came of it, what changed."""

from collections.abc import Iterator
from itertools import groupby

from babel import Locale, UnknownLocaleError

from masthead.dates import day_in_words, time_in_words, weekday_in_words
from masthead.model.agenda import SessionKind, Slot
from masthead.model.announcement import EventStatus
from masthead.model.event import Event
from masthead.model.material import DocumentKind, DocumentTime
from masthead.prose import as_written
from masthead.publish import views
from masthead.publish.cards import survey_view
from masthead.publish.changes import change_in_words, what_was_before
from masthead.publish.event_time import local_clock
from masthead.publish.lasting import until_over
from masthead.publish.naming import speakers
from masthead.publish.publication import OnPage, Publication, prose
from masthead.publish.views import Times
from masthead.render import component

SESSION_NAMES = {
    SessionKind.PANEL: "Panel",
    SessionKind.WORKSHOP: "Workshop",
    SessionKind.DISCUSSION: "Discussion",
    SessionKind.VISIT: "Visit",
}
DOCUMENT_NAMES = {
    DocumentKind.PROGRAMME: "Programme",
    DocumentKind.PAPER: "Paper",
    DocumentKind.SLIDES: "Slides",
    DocumentKind.RECORDING: "Recording",
    DocumentKind.TRANSCRIPT: "Transcript",
    DocumentKind.NOTES: "Notes",
    DocumentKind.REPORT: "Report",
}
LEADS = {
    EventStatus.CANCELLED: "This event is cancelled.",
    EventStatus.POSTPONED: "This event is postponed.",
    EventStatus.TENTATIVE: "The date is not yet certain. Please do not book travel.",
}


def notice(event: Event, publication: Publication, page: OnPage) -> str:
    """What somebody who meant to come must read first: that it does not take place, or has moved, and why."""
    last = event.changes[-1] if event.changes else None
    before = what_was_before(last, publication.language) if last else ""
    times = until_over(event, publication) if event.is_on else Times()
    if times is None or not (before or event.status in LEADS):
        return ""
    lead = LEADS.get(event.status, "This event has moved.")
    kind = event.status.value if event.status in LEADS else "moved"
    soon = "A new date is not known yet." if not event.is_on and event.starts.is_to_be_confirmed else ""
    told = last.reason if last and (before or last.is_of_status) else ""
    words = (f"**{lead}**", as_written(before), soon, prose(page, told, event.path))
    return component("notice", " ".join(filter(None, words)), kind, times)


def agenda(event: Event, publication: Publication, page: OnPage) -> str:
    """The sessions; each day under a heading of its own where there are several."""
    days = [(day, list(slots)) for day, slots in groupby(event.slots, key=lambda slot: slot.day)]
    parts = []
    for day, slots in days:
        if day and len(days) > 1:
            parts.append(f"### {weekday_in_words(day, publication.language)} {{ #agenda-{day} }}")
        parts.append(_sessions(slots, event, publication, page))
    return "\n\n".join(parts)


def documents(event: Event, time: DocumentTime, publication: Publication, page: OnPage) -> str:
    """The documents to be read before the event, or those that came of it."""
    shown = tuple(_papers(event, time, publication, page))
    return component("papers", shown) if shown else ""


def outcomes(event: Event, page: OnPage) -> str:
    """What came of the event, point by point."""
    return _points(event.outcomes, event, page)


def decisions(event: Event, page: OnPage) -> str:
    """What was decided, point by point."""
    return _points(event.decisions, event, page)


def photographs(event: Event, page: OnPage) -> str:
    """Pictures, with words for those who do not see them."""
    folder = event.path.rpartition("/")[0]
    shown = tuple(
        views.Photo(page.href(f"{folder}/{one.file}"), one.alt, one.caption, one.credit) for one in event.photographs
    )
    missing = component("empty", _not_shown(event.withheld_pictures)) if event.withheld_pictures else ""
    return "\n".join(filter(None, (component("photographs", shown) if shown else "", missing)))


def _not_shown(count: int) -> str:
    """What stands where pictures were."""
    if count == 1:
        return "One picture is no longer shown, because the permission to show it has ended."
    return f"{count} pictures are no longer shown, because the permission to show them has ended."


def feedback(event: Event, publication: Publication, page: OnPage) -> str:
    """What those who came answered, as far as it may be shown."""
    results = (component("survey", survey_view(publication, page, event, one)) for one in event.feedback)
    return "\n\n".join(results)


def history(event: Event, publication: Publication, page: OnPage) -> str:
    """What was announced before, the latest change first."""
    language = publication.language
    notes = tuple(
        views.ChangeNote(
            day=day_in_words(change.day, language),
            text=change_in_words(change, language),
            reason=prose(page, change.reason, event.path),
        )
        for change in reversed(event.changes)
    )
    return component("changes", notes) if notes else ""


def _sessions(slots: list[Slot], event: Event, publication: Publication, page: OnPage) -> str:
    language, zone = publication.language, publication.network.zone(event)
    shown = (
        views.Session(
            time=time_in_words(slot.starts, language),
            until=time_in_words(slot.ends, language) if slot.ends else "",
            moment=slot.moment(zone),
            title=slot.session.title,
            kind=slot.session.kind.value,
            kind_name=SESSION_NAMES.get(slot.session.kind, ""),
            who=tuple(one.seen_from(page) for one in speakers(slot.session, event, publication.network)),
            room=slot.session.room,
            body=prose(page, slot.session.body, event.path),
        )
        for slot in slots
    )
    return component("agenda", tuple(shown), local_clock(event, publication) if event.online else None)


def _papers(event: Event, time: DocumentTime, publication: Publication, page: OnPage) -> Iterator[views.Paper]:
    folder = event.path.rpartition("/")[0]
    for one in event.documents:
        if one.read is time:
            language = _language(one.language, publication.language) if one.language else ""
            yield views.Paper(
                title=one.title,
                href=page.href(f"{folder}/{one.file}") if one.file else one.url or "",
                detail=", ".join(filter(None, (DOCUMENT_NAMES.get(one.kind, ""), language))),
                language=one.language or "",
            )


def _language(code: str, language: str) -> str:
    """In Dutch; the code itself where nobody has a name for it."""
    try:
        name = Locale.parse(code, sep="-").get_language_name(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        name = None
    return f"in {name}" if name else code


def _points(points: tuple[str, ...], event: Event, page: OnPage) -> str:
    return component("points", tuple(prose(page, one, event.path) for one in points)) if points else ""
