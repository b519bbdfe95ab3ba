"""Events: what happens, when, where, for whom, and what came of it."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from masthead.model.record import Day, MemberRef, Part, PersonRef, Prose, Record, RefersTo, Slug, SourceRef
from masthead.model.when import When

SeriesRef = Annotated[str, RefersTo("series")]
ClockTime = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https://[^\s]+$")]


class EventKind(StrEnum):
    """What sort of event it is."""

    LEARNING_EVENT = "learning-event"
    CHIEF_EXECUTIVES_MEETING = "chief-executives-meeting"
    LAUNCH = "launch"
    WORKSHOP = "workshop"
    WEBINAR = "webinar"


class EventStatus(StrEnum):
    """Whether the event takes place. That it was held, or is full, is derived."""

    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class SessionKind(StrEnum):
    """What sort of session it is."""

    TALK = "talk"
    WORKSHOP = "workshop"
    DISCUSSION = "discussion"
    BREAK = "break"


class Venue(Part):
    """A place that people can go to."""

    name: str = Field(min_length=1, description="The name of the building or room.")
    address: str = Field("", description="Street and number.")
    locality: str = Field("", description="Town or city.")
    postcode: str = Field("", description="Postcode.")
    access: Prose = Field("", description="How to get there and get in, for disabled people too.")

    @property
    def line(self) -> str:
        """The whole place on one line."""
        return ", ".join(part for part in (self.name, self.address, self.locality, self.postcode) if part)


class Online(Part):
    """How to take part from elsewhere."""

    url: WebAddress | None = Field(None, description="Where to join.")
    note: Prose = Field("", description="How to join, and what is needed.")


class Registration(Part):
    """How to get a place."""

    url: WebAddress | None = Field(None, description="Where to register.")
    opens: Day | None = Field(None, description="The first day on which to register.")
    closes: Day | None = Field(None, description="The last day on which to register.")
    note: Prose = Field("", description="Anything to know before registering.")


class Session(Part):
    """One item of the agenda."""

    time: ClockTime = Field(description="When it starts, as a 24-hour time in quotes.")
    title: str = Field(min_length=1, description="What it is about.")
    kind: SessionKind = Field(SessionKind.TALK, description="What sort of session it is.")
    speakers: tuple[PersonRef, ...] = Field((), description="People who speak, by their slugs.")
    led_by: str = Field("", description="Who leads it, as a role, where nobody is named.")
    body: Prose = Field("", description="What happens in it.")


class Share(Part):
    """The share of those who answered that gave one answer."""

    answer: str = Field(min_length=1, description="The answer, in the words of the survey.")
    percent: float = Field(ge=0, le=100, description="Per cent of those who answered.")


class Feedback(Part):
    """One question put to those who attended, and what they answered."""

    id: Slug = Field(description="A name for the question, unique in the event.")
    question: str = Field(min_length=1, description="The question as it was asked.")
    shares: tuple[Share, ...] = Field(min_length=1, description="Answers and their shares.")
    responses: Annotated[int, Field(ge=0)] | Literal["not recorded"] = Field(
        "not recorded", description="How many people answered, or `not recorded`."
    )
    source: SourceRef | None = Field(None, description="Where the result was published.")
    note: Prose = Field("", description="What a reader should know about the result.")


class Document(Part):
    """A file to read before or after the event."""

    title: str = Field(min_length=1, description="What the file is.")
    file: str = Field(min_length=1, description="The file, relative to the record.")


class Event(Record):
    """One event."""

    summary: Prose = Field(min_length=1, description="One or two sentences that say why to come.")
    kind: EventKind = Field(description="What sort of event it is.")
    series: SeriesRef | None = Field(None, description="The series to which it belongs.")
    number: Annotated[int, Field(ge=1)] | None = Field(None, description="Its place in the series.")
    status: EventStatus = Field(EventStatus.CONFIRMED, description="Whether it takes place.")
    starts: When = Field(description="Wall time, day, month or year of the start, or `not recorded`.")
    ends: When | None = Field(None, description="Wall time or last day.")
    timezone: str | None = Field(None, description="IANA zone; that of the network where none is given.")
    venue: Venue | None = Field(None, description="Where it takes place.")
    online: Online | None = Field(None, description="How to take part from elsewhere.")
    body: Prose = Field("", description="What it is for, or what happened.")
    audience: str = Field("", description="Who it is for.")
    capacity: Annotated[int, Field(ge=1)] | None = Field(None, description="How many people have a place.")
    registration: Registration | None = Field(None, description="How to get a place.")
    agenda: tuple[Session, ...] = Field((), description="Sessions, in order.")
    organisers: tuple[MemberRef, ...] = Field((), description="Members who organise it, by their slugs.")
    documents: tuple[Document, ...] = Field((), description="Files to read before or after.")
    feedback: tuple[Feedback, ...] = Field((), description="What those who attended answered.")

    @property
    def last_day(self) -> dt.date | None:
        """The latest day on which it may still be going on; None where nothing is recorded."""
        return (self.ends and self.ends.last_day) or self.starts.last_day

    def is_past(self, day: dt.date) -> bool:
        """Whether it is over on `day`; what is not recorded is long past."""
        return self.last_day is None or self.last_day < day
