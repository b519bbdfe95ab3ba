"""Events: what happens, when, where, for whom, and what came of it."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from masthead.model.choice import Choice
from masthead.model.record import Day, MemberRef, Part, PersonRef, Prose, Record, RefersTo, Slug, SourceRef
from masthead.model.when import When

SeriesRef = Annotated[str, RefersTo("series")]
ClockTime = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
NotRecorded = Annotated[Literal["not recorded"], Field(description="Nobody wrote the number down.")]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https://[^\s]+$")]


class EventKind(Choice):
    """What sort of event it is."""

    LEARNING_EVENT = "learning-event", "Members learn from one another for a day or longer."
    CHIEF_EXECUTIVES_MEETING = "chief-executives-meeting", "The chief executives of the members meet."
    LAUNCH = "launch", "Something new is presented to the public."
    WORKSHOP = "workshop", "A small group works on one thing."
    WEBINAR = "webinar", "A talk that people follow online."


class EventStatus(Choice):
    """Whether the event takes place. That it was held, or is full, is derived."""

    TENTATIVE = "tentative", "The date is not yet certain."
    CONFIRMED = "confirmed", "It takes place as written."
    POSTPONED = "postponed", "It does not take place on the date that was announced; a new one is not known."
    CANCELLED = "cancelled", "It does not take place at all."


class SessionKind(Choice):
    """What sort of session it is."""

    TALK = "talk", "Somebody speaks, and the others listen."
    WORKSHOP = "workshop", "Everybody works on something."
    DISCUSSION = "discussion", "Everybody talks."
    BREAK = "break", "Nothing is planned: coffee, lunch, a walk."


class Venue(Part):
    """A place that people can go to."""

    name: str = Field(min_length=1, description="The name of the building or room.", examples=["Guildhall"])
    address: str = Field("", description="Street and number.", examples=["Gresham Street"])
    locality: str = Field("", description="Town or city.", examples=["London"])
    postcode: str = Field("", description="Postcode.", examples=["EC2V 7HH"])
    access: Prose = Field(
        "",
        description="How to get there and get in, for disabled people too.",
        examples=["Step-free from the street; a hearing loop in the main room."],
    )

    @property
    def line(self) -> str:
        """The whole place on one line."""
        return ", ".join(part for part in (self.name, self.address, self.locality, self.postcode) if part)


class Online(Part):
    """How to take part from elsewhere."""

    url: WebAddress | None = Field(None, description="Where to join.", examples=["https://example.org/join"])
    note: Prose = Field(
        "", description="How to join, and what is needed.", examples=["The line opens ten minutes before."]
    )


class Registration(Part):
    """How to get a place."""

    url: WebAddress | None = Field(None, description="Where to register.", examples=["https://example.org/register"])
    opens: Day | None = Field(None, description="The first day on which to register.", examples=["2027-01-11"])
    closes: Day | None = Field(None, description="The last day on which to register.", examples=["2027-03-04"])
    note: Prose = Field(
        "", description="Anything to know before registering.", examples=["Two places for each member."]
    )


class Session(Part):
    """One item of the agenda."""

    time: ClockTime = Field(description="When it starts, as a 24-hour time in quotes.", examples=["09:30"])
    title: str = Field(min_length=1, description="What it is about.", examples=["Welcome"])
    kind: SessionKind = Field(SessionKind.TALK, description="What sort of session it is.", examples=["workshop"])
    speakers: tuple[PersonRef, ...] = Field(
        (), description="People who speak, by their slugs.", examples=[["amanda-pritchard"]]
    )
    led_by: str = Field("", description="Who leads it, as a role, where nobody is named.", examples=["A chief nurse"])
    body: Prose = Field("", description="What happens in it.", examples=["Bring one figure from your own group."])


class Share(Part):
    """The share of those who answered that gave one answer."""

    answer: str = Field(
        min_length=1,
        description="The answer, in the words of the survey.",
        examples=["Convincing or highly convincing"],
    )
    percent: float = Field(strict=True, ge=0, le=100, description="Per cent of those who answered.", examples=[93])


class Feedback(Part):
    """One question put to those who attended, and what they answered."""

    id: Slug = Field(description="A name for the question, unique in the event.", examples=["case-for-association"])
    question: str = Field(
        min_length=1, description="The question as it was asked.", examples=["How convincing was the case?"]
    )
    shares: tuple[Share, ...] = Field(
        min_length=1, description="Answers and their shares.", examples=[[{"answer": "Convincing", "percent": 93}]]
    )
    responses: Annotated[int, Field(strict=True, ge=0)] | NotRecorded = Field(
        "not recorded", description="How many people answered, or `not recorded`.", examples=[41, "not recorded"]
    )
    source: SourceRef | None = Field(None, description="Where the result was published.", examples=["survey"])
    note: Prose = Field(
        "", description="What a reader should know about the result.", examples=["The line opens ten minutes before."]
    )


class Document(Part):
    """A file to read before or after the event."""

    title: str = Field(min_length=1, description="What the file is.", examples=["Programme"])
    file: str = Field(min_length=1, description="The file, relative to the record.", examples=["programme.pdf"])


class Event(Record):
    """One event."""

    summary: Prose = Field(
        min_length=1,
        description="One or two sentences that say why to come.",
        examples=["One day on how groups cover nights across sites."],
    )
    kind: EventKind = Field(description="What sort of event it is.", examples=["learning-event"])
    series: SeriesRef | None = Field(None, description="The series to which it belongs.", examples=["learning-events"])
    number: Annotated[int, Field(strict=True, ge=1)] | None = Field(
        None, description="Its place in the series.", examples=[7]
    )
    status: EventStatus = Field(EventStatus.CONFIRMED, description="Whether it takes place.", examples=["confirmed"])
    starts: When = Field(
        description="Wall time, day, month or year of the start, or `not recorded`.",
        examples=["2027-03-11T10:00", "2027-03-11", "2018-10", "not recorded"],
    )
    ends: When | None = Field(None, description="Wall time or last day.", examples=["2027-03-11T16:30"])
    timezone: str | None = Field(
        None, description="IANA zone; that of the network where none is given.", examples=["Europe/London"]
    )
    venue: Venue | None = Field(
        None, description="Where it takes place.", examples=[{"name": "Guildhall", "locality": "London"}]
    )
    online: Online | None = Field(
        None, description="How to take part from elsewhere.", examples=[{"url": "https://example.org/join"}]
    )
    body: Prose = Field(
        "", description="What it is for, or what happened.", examples=["Bring one figure from your own group."]
    )
    audience: str = Field("", description="Who it is for.", examples=["Medical directors and chief nurses"])
    capacity: Annotated[int, Field(strict=True, ge=1)] | None = Field(
        None, description="How many people have a place.", examples=[60]
    )
    registration: Registration | None = Field(
        None,
        description="How to get a place.",
        examples=[{"url": "https://example.org/register", "closes": "2027-03-04"}],
    )
    agenda: tuple[Session, ...] = Field(
        (), description="Sessions, in order.", examples=[[{"time": "09:30", "title": "Welcome"}]]
    )
    organisers: tuple[MemberRef, ...] = Field(
        (), description="Members who organise it, by their slugs.", examples=[["royal-free-london"]]
    )
    documents: tuple[Document, ...] = Field(
        (), description="Files to read before or after.", examples=[[{"title": "Programme", "file": "programme.pdf"}]]
    )
    feedback: tuple[Feedback, ...] = Field(
        (),
        description="What those who attended answered.",
        examples=[[{"id": "useful", "question": "Was it useful?", "shares": [{"answer": "Yes", "percent": 93}]}]],
    )

    @property
    def last_day(self) -> dt.date | None:
        """The latest day on which it may still be going on; None where nothing is recorded."""
        return (self.ends and self.ends.last_day) or self.starts.last_day

    def is_past(self, day: dt.date) -> bool:
        """Whether it is over on `day`; what is not recorded is long past."""
        return self.last_day is None or self.last_day < day
