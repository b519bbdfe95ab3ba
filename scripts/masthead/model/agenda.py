"""The agenda of an event: its sessions, and when each of them begins and ends."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import Discriminator, Field, StringConstraints, Tag

from masthead.model.choice import Choice
from masthead.model.record import Day, Part, PersonRef, Prose

ClockTime = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


class SessionKind(Choice):
    """What sort of session it is."""

    TALK = "talk", "Somebody speaks, and the others listen."
    PANEL = "panel", "Several people speak with one another, and the others listen and ask."
    WORKSHOP = "workshop", "Everybody works on something."
    DISCUSSION = "discussion", "Everybody talks."
    VISIT = "visit", "People go to see something."
    SOCIAL = "social", "People meet without a programme: a dinner, a walk."
    BREAK = "break", "Nothing is planned: coffee, lunch."


class Speaker(Part):
    """Somebody who speaks and has no record of their own."""

    name: str = Field(min_length=1, description="The speaker’s name.", examples=["Jo Bloggs"])
    affiliation: str = Field("", description="Where the speaker works.", examples=["Royal Free London"])


def _speaker_form(value: Any) -> str:
    return "[speaker]" if isinstance(value, dict | Speaker) else "[person]"


AnySpeaker = Annotated[
    Annotated[PersonRef, Tag("[person]")] | Annotated[Speaker, Tag("[speaker]")], Discriminator(_speaker_form)
]


class Session(Part):
    """One item of the agenda."""

    day: Day | None = Field(
        None,
        description="The day, where it is another than that of the session above it; the first is on the first day.",
        examples=["2027-05-14"],
    )
    time: ClockTime = Field(description="When it starts, as a 24-hour time in quotes.", examples=["09:30"])
    ends: ClockTime | None = Field(
        None,
        description="When it ends, in quotes; without it, when the next session starts.",
        examples=["10:15"],
    )
    title: str = Field(min_length=1, description="What it is about.", examples=["Welcome"])
    kind: SessionKind = Field(SessionKind.TALK, description="What sort of session it is.", examples=["workshop"])
    speakers: tuple[AnySpeaker, ...] = Field(
        (),
        description="People who speak: the slugs of their records, or their names and where they work.",
        examples=[["amanda-pritchard"], [{"name": "Jo Bloggs", "affiliation": "Royal Free London"}]],
    )
    led_by: str = Field("", description="Who leads it, as a role, where nobody is named.", examples=["A chief nurse"])
    room: str = Field("", description="The room; needed where two sessions take place at once.", examples=["Library"])
    body: Prose = Field("", description="What happens in it.", examples=["Bring one figure from your own group."])


@dataclass(frozen=True)
class Slot:
    """A session with its times: `day` is None where that of the event is not known, `ends` where nothing says it."""

    session: Session
    day: dt.date | None
    starts: dt.time
    ends: dt.time | None

    def moment(self, zone: ZoneInfo) -> str:
        """Its start as programs read it (ISO 8601): with the offset that holds then, where the day is known."""
        if self.day is None:
            return f"{self.starts:%H:%M}"
        return dt.datetime.combine(self.day, self.starts, zone).isoformat(timespec="minutes")

    @property
    def last_day(self) -> dt.date | None:
        """The day on which it ends: the next one where it goes on past midnight."""
        if self.day is None or self.ends is None or self.ends > self.starts or self.day == dt.date.max:
            return self.day
        return self.day + dt.timedelta(days=1)

    @property
    def key(self) -> tuple[dt.date, dt.time]:
        """Where it stands in the agenda."""
        return self.day or dt.date.min, self.starts


def timetable(agenda: Sequence[Session], first_day: dt.date | None, end: dt.datetime | None) -> tuple[Slot, ...]:
    """The sessions as written, each with its day and its end; the last session ends with the event at `end`."""
    days = tuple(_days(agenda, first_day))
    starts = [(day or dt.date.min, _time(session.time)) for session, day in zip(agenda, days, strict=True)]
    last = (end.date() if first_day else dt.date.min, end.time()) if end else None
    return tuple(
        Slot(session, day, start[1], _end(session, start, [*starts, *([last] if last else [])]))
        for session, day, start in zip(agenda, days, starts, strict=True)
    )


def _days(agenda: Sequence[Session], day: dt.date | None) -> Iterator[dt.date | None]:
    for session in agenda:
        day = session.day or day
        yield day


def _end(session: Session, start: tuple[dt.date, dt.time], known: Sequence[tuple[dt.date, dt.time]]) -> dt.time | None:
    """When a session ends: as written, else when the next one on its day begins."""
    if session.ends:
        return _time(session.ends)
    return min((time for day, time in known if day == start[0] and time > start[1]), default=None)


def _time(text: str) -> dt.time:
    return dt.time(int(text[:2]), int(text[3:]))
