"""Events as they are published for programs: version 1 of the export, which stays as it is when records change."""

import datetime as dt

from pydantic import BaseModel, ConfigDict, Field

from masthead.model.agenda import ClockTime, SessionKind
from masthead.model.announcement import EventStatus
from masthead.model.event import EventKind
from masthead.model.feedback import NotRecorded
from masthead.model.material import DocumentKind, DocumentTime
from masthead.model.place import AttendanceMode

DATE = "in EDTF (ISO 8601-2), as exactly as it is known, `to be confirmed` or `not recorded`"


class Exported(BaseModel):
    """Something published. Every field is always there; texts are Markdown with full addresses."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ExportedPlace(Exported):
    """Where an event takes place."""

    name: str = Field(description="The building or room.")
    line: str = Field(description="The whole address on one line.")
    locality: str = Field(description="Town or city.")
    postcode: str = Field(description="Postcode.")
    country: str = Field(description="The country, where it was written down.")
    map: str | None = Field(description="A map that shows the way.")
    latitude: float | None = Field(description="Degrees north of the equator (WGS 84), where they are known.")
    longitude: float | None = Field(description="Degrees east of Greenwich (WGS 84), where they are known.")
    travel: str = Field(description="How to get there.")
    access: str = Field(description="How disabled people get in and take part.")


class ExportedAnnouncement(Exported):
    """What was announced at one time."""

    announced: dt.date | None = Field(description="The day on which it was announced.")
    reason: str = Field(description="Why the one before it changed.")
    title: str = Field(description="The title then.")
    status: EventStatus = Field(description="Whether it was to take place.")
    starts: str = Field(description=f"The start, {DATE}.")
    ends: str | None = Field(description=f"The end, {DATE}.")
    timezone: str = Field(description="The IANA zone of these times.")
    place: str = Field(description="Where it was to take place, on one line.")
    is_online: bool = Field(description="Whether it could be joined from elsewhere.")


class ExportedSession(Exported):
    """One item of an agenda."""

    day: dt.date | None = Field(description="The day, where it is known.")
    starts: ClockTime = Field(description="Wall time of the start: 09:30.")
    ends: ClockTime | None = Field(description="Wall time of the end, where it is known.")
    title: str = Field(description="What it is about.")
    kind: SessionKind = Field(description="What sort of session it is.")
    speakers: tuple[str, ...] = Field(description="People who speak, and roles that lead.")
    room: str = Field(description="The room.")
    body: str = Field(description="What happens in it.")


class ExportedRegistration(Exported):
    """How to get a place."""

    url: str | None = Field(description="Where to register.")
    opens: dt.date | None = Field(description="The first day on which to register.")
    closes: dt.date | None = Field(description="The last day on which to register.")
    full: bool = Field(description="Whether every place is taken.")
    waiting_list: bool = Field(description="Whether one may still get a place when it is full.")
    note: str = Field(description="Anything to know before registering.")


class ExportedPrice(Exported):
    """What it costs."""

    amount: float = Field(description="How much; 0 is free.")
    currency: str = Field(description="The currency (ISO 4217).")
    note: str = Field(description="Who pays what.")


class ExportedDocument(Exported):
    """Something to read, see or hear."""

    title: str = Field(description="What it is.")
    url: str = Field(description="Its full address.")
    kind: DocumentKind = Field(description="What sort of document it is.")
    read: DocumentTime = Field(description="When it is of use.")
    language: str | None = Field(description="Its language (BCP 47), where it is another than the network’s.")


class ExportedPhotograph(Exported):
    """A picture of the event."""

    url: str = Field(description="Its full address.")
    alt: str = Field(description="What it shows.")
    credit: str = Field(description="Who made it, and under what licence.")
    caption: str = Field(description="What stands below it.")


class ExportedAnswer(Exported):
    """How many gave one answer."""

    answer: str = Field(description="The answer.")
    percent: float = Field(description="Per cent of those who answered.")
    count: int | None = Field(description="How many people gave it, where that is known.")


class ExportedFeedback(Exported):
    """One question put to those who came, and their answers."""

    id: str = Field(description="A name for the question, unique in the event.")
    question: str = Field(description="The question as it was asked.")
    scale: tuple[str, ...] = Field(description="Every answer that could be given.")
    responses: int | NotRecorded = Field(description="How many people answered.")
    answers: tuple[ExportedAnswer, ...] = Field(description="The answers; none where they are withheld.")
    withheld: bool = Field(description="Whether the answers are withheld, because too few people gave one of them.")
    note: str = Field(description="What to know about the result.")


class ExportedTime(Exported):
    """When it takes place."""

    starts: str = Field(description=f"The start, {DATE}: wall time without an offset.")
    ends: str | None = Field(description=f"The end, {DATE}.")
    timezone: str = Field(description="The IANA zone of these times.")
    starts_at: dt.datetime | None = Field(description="The start with the offset that holds then, where it is known.")
    ends_at: dt.datetime | None = Field(description="The end with the offset that holds then, where it is known.")
    agenda: tuple[ExportedSession, ...] = Field(description="Sessions, in order.")


class ExportedWhere(Exported):
    """Where it takes place: in a building, online, or both."""

    mode: AttendanceMode | None = Field(description="How people take part, where a place is known.")
    place: ExportedPlace | None = Field(description="The building.")
    online_url: str | None = Field(description="Where to join from elsewhere.")
    online_note: str = Field(description="How to join from elsewhere.")


class ExportedAttending(Exported):
    """Who may come, and how."""

    audience: str = Field(description="Who it is for.")
    capacity: int | None = Field(description="How many people have a place.")
    price: ExportedPrice | None = Field(description="What it costs.")
    registration: ExportedRegistration | None = Field(description="How to get a place.")
    organisers: tuple[str, ...] = Field(description="Members who organise it, by their slugs.")
    members: tuple[str, ...] = Field(description="Members who take part, by their slugs.")
    contact: str = Field(description="Whom to ask about it.")


class ExportedOutcome(Exported):
    """What came of it."""

    attendance: int | NotRecorded | None = Field(description="How many people came.")
    outcomes: tuple[str, ...] = Field(description="What came of it, point by point.")
    decisions: tuple[str, ...] = Field(description="What was decided.")
    photographs: tuple[ExportedPhotograph, ...] = Field(description="Pictures of it.")
    feedback: tuple[ExportedFeedback, ...] = Field(description="What those who came answered.")


class ExportedEvent(Exported):
    """One event."""

    uid: str = Field(description="Its name in calendars, which never changes.")
    slug: str = Field(description="Its name in addresses.")
    url: str = Field(description="Its page.")
    calendar: str | None = Field(description="Its entry for calendars (ICS), where its day is known.")
    title: str = Field(description="Its title.")
    summary: str = Field(description="Why to come, in a sentence or two.")
    body: str = Field(description="What it is for, or what happened.")
    kind: EventKind = Field(description="What sort of event it is.")
    series: str | None = Field(description="The series to which it belongs, by its slug.")
    number_in_series: int | None = Field(description="Its place in the series, where events are counted.")
    status: EventStatus = Field(description="Whether it takes place.")
    when: ExportedTime = Field(description="When it takes place.")
    where: ExportedWhere = Field(description="Where it takes place.")
    attending: ExportedAttending = Field(description="Who may come, and how.")
    announcements: tuple[ExportedAnnouncement, ...] = Field(
        description="Everything that was announced, the first first; the last is what holds."
    )
    documents: tuple[ExportedDocument, ...] = Field(description="What to read before it, and what came of it.")
    outcome: ExportedOutcome = Field(description="What came of it.")
    tags: tuple[str, ...] = Field(description="Themes, by their slugs.")
    illustrative: bool = Field(description="Whether it was invented for a demonstration.")
    updated: dt.date | None = Field(description="The day of the last change that readers should know of.")


class ExportedEvents(Exported):
    """Every event of a network, for programs. Fields may be added to this version; none is taken out or changes."""

    version: int = Field(description="The version of this form: 1.")
    network: str = Field(description="Whose events these are.")
    url: str = Field(description="The network’s site.")
    language: str = Field(description="The language of all texts (BCP 47).")
    small_numbers_threshold: int = Field(description="Answers are published only where each was given by so many.")
    series: dict[str, str] = Field(description="The titles of series, by their slugs.")
    tags: dict[str, str] = Field(description="The titles of themes, by their slugs.")
    members: dict[str, str] = Field(description="The names of members, by their slugs.")
    events: tuple[ExportedEvent, ...] = Field(description="The events, in the order of their slugs.")
