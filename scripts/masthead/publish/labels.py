"""Records in a few words: their labels, the names of their kinds, and events as cards."""

from masthead.dates import day_number, month_in_short
from masthead.model.announcement import EventStatus
from masthead.model.event import Event, EventKind
from masthead.model.record import Record
from masthead.model.registration import RegistrationState
from masthead.publish import views
from masthead.publish.event_time import time_of_event
from masthead.publish.publication import Publication, Spot, prose

KIND_NAMES = {
    EventKind.LEARNING_EVENT: "Learning event",
    EventKind.CHIEF_EXECUTIVES_MEETING: "Chief executives’ meeting",
    EventKind.LAUNCH: "Launch",
    EventKind.WORKSHOP: "Workshop",
    EventKind.WEBINAR: "Webinar",
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


def event_labels(event: Event, publication: Publication) -> tuple[views.Label, ...]:
    """Labels of an event: its status first, and whether there are places."""
    status = STATUS_NAMES.get(event.status)
    first = (views.Label(status, event.status.value),) if status else ()
    if event.is_moved and not event.is_past(publication.day):
        first = (views.Label("New date" if any(one.is_of_date for one in event.changes) else "Moved", "moved"),)
    places = PLACES_NAMES.get(event.registration_state(publication.day))
    return first + ((views.Label(places, "full"),) if places else ()) + record_labels(event, publication)


def event_place(event: Event) -> str:
    """Where an event takes place, in a few words."""
    if event.venue and event.online:
        return f"{event.venue.locality or event.venue.name} and online"
    if event.venue:
        return ", ".join(part for part in (event.venue.name, event.venue.locality) if part)
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


def event_card(event: Event, publication: Publication, spot: Spot) -> views.Card:
    """An event in a list."""
    language = publication.language
    return views.Card(
        href=spot.href(event.path),
        title=event.title,
        summary=prose(spot, event.summary, event.path),
        meta=kind_name(event, publication),
        detail=" · ".join(filter(None, (time_of_event(event, publication), event_place(event)))),
        labels=event_labels(event, publication),
        day=day_number(event.starts),
        month=month_in_short(event.starts, language),
    )
