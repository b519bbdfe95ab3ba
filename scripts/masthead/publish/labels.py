"""Records in a few words: their labels, their places, and the names of their kinds."""

from collections.abc import Iterator

from masthead.dates import held_in_words, when_in_words
from masthead.model.announcement import EventStatus
from masthead.model.event import Event, EventKind
from masthead.model.member import Member
from masthead.model.record import Record
from masthead.model.registration import RegistrationState
from masthead.publish import lasting, views
from masthead.publish.publication import Publication

KIND_NAMES = {
    EventKind.LEARNING_EVENT: "Learning event",
    EventKind.CHIEF_EXECUTIVES_MEETING: "Chief executives’ meeting",
    EventKind.LAUNCH: "Launch",
    EventKind.WORKSHOP: "Workshop",
    EventKind.WEBINAR: "Webinar",
}
KIND_PLURALS = {
    EventKind.LEARNING_EVENT: "Learning events",
    EventKind.CHIEF_EXECUTIVES_MEETING: "Chief executives’ meetings",
    EventKind.LAUNCH: "Launches",
    EventKind.WORKSHOP: "Workshops",
    EventKind.WEBINAR: "Webinars",
}
ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
PLACES_NAMES: dict[RegistrationState | None, str] = {
    RegistrationState.FULL: "Full",
    RegistrationState.WAITING_LIST: "Waiting list",
}
STATUS_NAMES = {
    EventStatus.TENTATIVE: "Provisional",
    EventStatus.POSTPONED: "Postponed",
    EventStatus.CANCELLED: "Cancelled",
}


def record_labels(
    record: Record, publication: Publication, *, is_illustrative: bool = False
) -> tuple[views.Label, ...]:
    """What a reader must know of a record at once: that it is a draft, or invented, as what it belongs to may be."""
    labels = []
    if record.draft:
        labels.append(views.Label("Draft", "draft"))
    if record.publish_from and record.publish_from > publication.day:
        labels.append(views.Label(f"Not public before {record.publish_from:%d.%m.%Y}", "draft"))
    if record.illustrative or is_illustrative:
        labels.append(views.Label("Illustrative", "illustrative"))
    return tuple(labels)


def is_former(member: Member, publication: Publication) -> bool:
    """Whether a member has left."""
    return member.membership.is_over(publication.day)


def membership_words(member: Member, publication: Publication) -> str:
    """Founding member; member since January 2026; former member, March 2020 to June 2025."""
    times = held_in_words(member.membership, publication.language)
    if is_former(member, publication):
        known = times if member.left and member.left.day else ""
        return ", ".join(filter(None, ("Former founding member" if member.founding else "Former member", known)))
    if member.membership.is_ahead(publication.day):
        return f"Joins in {when_in_words(member.joined, publication.language)}" if member.joined else ""
    if member.founding:
        return "Founding member"
    return f"Member {times}".rstrip() if member.left is None else f"Member, {times}"


def event_labels(event: Event, publication: Publication) -> tuple[views.Label, ...]:
    """Labels of an event: its status first, that it is going on, and whether there are places."""
    status = STATUS_NAMES.get(event.status)
    times = lasting.until_over(event, publication)
    first = (views.Label(status, event.status.value),) if status else ()
    if event.is_on and event.status is EventStatus.POSTPONED:  # put off, and then held
        first = (views.Label(STATUS_NAMES[event.status], event.status.value, times),) if times else ()
    if event.is_moved and times:
        is_of_date = any(one.is_of_date for one in event.changes)
        first = (views.Label("New date" if is_of_date else "Moved", "moved", times),)
    now = lasting.going_on(event, publication)
    own = (*first, *((now,) if now else ()), *_places(event, publication))
    return own + record_labels(event, publication)


def _places(event: Event, publication: Publication) -> Iterator[views.Label]:
    for state, times in lasting.registration(event, publication):
        if state in PLACES_NAMES:
            yield views.Label(PLACES_NAMES[state], "full", times)


def count_in_words(number: int) -> str:
    """12 events."""
    return f"{number:,} {'event' if number == 1 else 'events'}"


def event_place(event: Event) -> str:
    """Where an event takes place, in a few words."""
    if event.venue and event.online:
        return f"{event.venue.locality or event.venue.name} and online"
    if event.venue:
        return event.venue.short
    return "Online" if event.online else ""


def place_in_series(event: Event, publication: Publication) -> str:
    """Learning events (the sixth): the series of an event, and its number where events are counted; may be empty."""
    series = publication.network.settings.series.get(event.series or "")
    number = publication.series_numbers.get(event.slug)
    return f"{series.title} (the {ordinal(number)})" if series and number else series.title if series else ""


def ordinal(number: int) -> str:
    """First, twelfth, 13th, 21st."""
    if number <= len(ORDINALS):
        return ORDINALS[number - 1]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def kind_name(event: Event, publication: Publication) -> str:
    """The kind of an event in words, with its number in the series where it has one."""
    number = publication.series_numbers.get(event.slug)
    return f"{KIND_NAMES[event.kind]} {number}" if number else KIND_NAMES[event.kind]
