"""Events: what happens, when, where, for whom, and what came of it."""

import datetime as dt
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import Field, PrivateAttr, field_validator
from pydantic_core import PydanticCustomError

from masthead.model.agenda import Session, Slot, timetable
from masthead.model.announcement import Announcement, Change, EventStatus, Previous, announcements, changes
from masthead.model.choice import Choice
from masthead.model.feedback import Feedback, NotRecorded
from masthead.model.identity import by_identity
from masthead.model.material import Document, Photograph
from masthead.model.place import AttendanceMode, Online, Venue, attendance_mode
from masthead.model.record import MemberRef, Once, Prose, Record, RefersTo, WorkstreamRef
from masthead.model.registration import EventContact, Price, Registration, RegistrationState
from masthead.model.when import Precision, When

SeriesRef = Annotated[str, RefersTo("series")]
Key = tuple[object, ...]


class EventKind(Choice):
    """What sort of event it is."""

    LEARNING_EVENT = "learning-event", "Members learn from one another for a day or longer."
    CHIEF_EXECUTIVES_MEETING = "chief-executives-meeting", "The chief executives of the members meet."
    LAUNCH = "launch", "Something new is presented to the public."
    WORKSHOP = "workshop", "A small group works on one thing."
    WEBINAR = "webinar", "A talk that people follow online."


class EventFields(Record):
    """What an author may write about an event."""

    summary: Prose = Field(
        min_length=1,
        description="One or two sentences that say why to come.",
        examples=["One day on how groups cover nights across sites."],
    )
    kind: EventKind = Field(description="What sort of event it is.", examples=["learning-event"])
    series: SeriesRef | None = Field(None, description="The series to which it belongs.", examples=["learning-events"])
    number_in_series: Annotated[int, Field(strict=True, ge=1)] | None = Field(
        None,
        description="Its place in the series, where it is not simply the next after the events that have a record.",
        examples=[7],
    )
    workstream: WorkstreamRef | None = Field(
        None, description="The workstream to which it belongs, by slug.", examples=["one-dredger"]
    )
    status: EventStatus = Field(EventStatus.CONFIRMED, description="Whether it takes place.", examples=["confirmed"])
    starts: When = Field(
        description="Wall time, day, month, season or year of the start, `to be confirmed` or `not recorded`.",
        examples=["2027-03-11T10:00", "2027-03-11", "2027-21", "2018-10", "to be confirmed", "not recorded"],
    )
    ends: When | None = Field(None, description="Wall time or last day.", examples=["2027-03-11T16:30"])
    timezone: str | None = Field(
        None, description="IANA zone; that of the network where none is given.", examples=["Europe/London"]
    )
    previously: tuple[Previous, ...] = Field(
        (),
        description="What was announced before, the first first: one entry for each change that people were told of.",
        examples=[[{"changed": "2026-11-10", "starts": "2027-02-11T10:00", "reason": "The hall was flooded."}]],
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
    price: Price | None = Field(None, description="What it costs.", examples=[{"amount": 0}])
    registration: Registration | None = Field(
        None,
        description="How to get a place.",
        examples=[{"url": "https://example.org/register", "closes": "2027-03-04"}],
    )
    agenda: tuple[Session, ...] = Field(
        (), description="Sessions, in order.", examples=[[{"time": "09:30", "title": "Welcome"}]]
    )
    organisers: Annotated[tuple[MemberRef, ...], Once()] = Field(
        (), description="Members who organise it, by their slugs.", examples=[["royal-free-london"]]
    )
    members: Annotated[tuple[MemberRef, ...], Once()] = Field(
        (), description="Members who take part, by their slugs.", examples=[["royal-free-london"]]
    )
    contact: EventContact | None = Field(
        None, description="Whom to ask about it.", examples=[{"email": "events@example.org"}]
    )
    documents: tuple[Document, ...] = Field(
        (),
        description="What to read before it, and what came of it.",
        examples=[[{"title": "Programme", "file": "programme.pdf"}]],
    )
    attendance: Annotated[int, Field(strict=True, ge=0)] | NotRecorded | None = Field(
        None, description="How many people came, or `not recorded`.", examples=[42, "not recorded"]
    )
    outcomes: tuple[Prose, ...] = Field(
        (), description="What came of it.", examples=[["Four groups share one list of duties."]]
    )
    decisions: tuple[Prose, ...] = Field(
        (), description="What was decided.", examples=[["The work on night cover is closed."]]
    )
    photographs: tuple[Photograph, ...] = Field(
        (),
        description="Pictures of it.",
        examples=[
            [{"file": "walk.jpg", "alt": "Two people under a tree.", "credit": "Jo Bloggs", "permission": "walk"}]
        ],
    )
    feedback: tuple[Feedback, ...] = Field(
        (),
        description="What those who attended answered.",
        examples=[[{"id": "useful", "question": "Was it useful?", "shares": [{"answer": "Yes", "percent": 93}]}]],
    )

    @field_validator("feedback")
    @classmethod
    def _questions_are_told_apart(cls, feedback: tuple[Feedback, ...]) -> tuple[Feedback, ...]:
        ids = [one.id for one in feedback]
        if twice := next((name for index, name in enumerate(ids) if name in ids[:index]), None):
            raise PydanticCustomError("question-twice", "Two questions have one name.", {"id": twice})
        return feedback


class Event(EventFields):
    """One event."""

    _withheld_pictures: int = PrivateAttr(default=0)

    @property
    def withheld_pictures(self) -> int:
        """How many pictures are not shown, because no permission covers them."""
        return self._withheld_pictures

    @property
    def mode(self) -> AttendanceMode | None:
        """How people take part; None where no place is known."""
        return attendance_mode(self.venue, self.online)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The sessions of the agenda with their days and ends."""
        return _slots(self)

    @property
    def lasts_days(self) -> bool:
        """Whether it goes on for more than one day."""
        return self.starts.precision >= Precision.DAY and self.last_day != self.starts.day

    @property
    def announcements(self) -> tuple[Announcement, ...]:
        """Everything that was announced, the first first; the last is what holds now."""
        return announcements(self.previously, self._now)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every change that people were told of, the first first."""
        return changes(self.previously, self._now)

    @property
    def sequence(self) -> int:
        """How often it was announced anew (SEQUENCE in RFC 5545)."""
        return len(self.previously)

    @property
    def reason(self) -> str:
        """Why it is as it is: what its last change says."""
        return self.previously[-1].reason if self.previously else ""

    @property
    def is_moved(self) -> bool:
        """Whether it takes place at another time or in another place than was announced at first."""
        first = self.announcements[0]
        return self.is_on and (first.time, first.place) != (self._now.time, self._now.place)

    @property
    def is_on(self) -> bool:
        """Whether people should plan for it: it is not cancelled, and not put off to a day that nobody knows."""
        if self.status is EventStatus.POSTPONED:
            return self.starts.is_known
        return self.status is not EventStatus.CANCELLED

    @property
    def last_day(self) -> dt.date | None:
        """The latest day on which it may still be going on; None where nothing is recorded or confirmed."""
        return (self.ends and self.ends.last_day) or self.starts.last_day

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which it may begin and end, the first first; none where it has no date."""
        days = (self.starts.day, self.starts.last_day, self.ends and self.ends.day, self.ends and self.ends.last_day)
        return tuple(sorted({day.year for day in days if day}))

    def is_past(self, day: dt.date) -> bool:
        """Whether it is over on `day`; what is not recorded is long past, what is to be confirmed never."""
        if self.last_day is None:
            return not self.starts.is_to_be_confirmed
        return self.last_day < day

    def is_held(self, day: dt.date) -> bool:
        """Whether it has taken place by `day`, as far as the record says."""
        return self.is_past(day) and self.is_on and self.status is not EventStatus.TENTATIVE

    def over_at(self, zone: ZoneInfo) -> dt.datetime | None:
        """The first moment at which it is surely over: its end, else the midnight after its last day."""
        if self.ends and (ends := self.ends.moment(zone)):
            return ends
        if self.last_day is None:
            return None
        return dt.datetime.combine(min(self.last_day, LAST_DAY) + dt.timedelta(days=1), dt.time(), zone)

    def registration_state(self, day: dt.date) -> RegistrationState | None:
        """What somebody who wants a place finds on `day`; None where there is nothing to register for."""
        if self.registration is None or not self.is_on:
            return None
        return RegistrationState.CLOSED if self.is_past(day) else self.registration.state(day)

    @property
    def soonest_first(self) -> Key:
        """Where it stands among events to come; see When."""
        return (*self.starts.soonest_first, self.slug)

    @property
    def latest_first(self) -> Key:
        """Where it stands among past events, to be sorted in reverse; see When."""
        return (*self.starts.latest_first, self.slug)

    def shown(self, threshold: int) -> Self:
        """As it may be published: without answers that too few people gave."""
        attendance = self.attendance if isinstance(self.attendance, int) else None
        feedback = tuple(one.shown(threshold, attendance) for one in self.feedback)
        return self if feedback == self.feedback else self.model_copy(update={"feedback": feedback})

    @property
    def _now(self) -> Announcement:
        return Announcement(
            None, self.title, self.status, self.starts, self.ends, self.timezone, self.venue, self.online
        )


@by_identity
def _slots(event: Event) -> tuple[Slot, ...]:
    end = event.ends.wall if event.ends and event.ends.precision is Precision.MINUTE else None
    return timetable(event.agenda, event.starts.day if event.starts.precision >= Precision.DAY else None, end)


LAST_DAY = dt.date(9999, 12, 30)  # the last with a day after it
