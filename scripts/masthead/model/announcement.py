"""What was announced of an event before, and how it changed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pydantic import Field

from masthead.model.choice import Choice
from masthead.model.place import AttendanceMode, Online, Venue, attendance_mode
from masthead.model.record import Day, Part, Prose
from masthead.model.when import When


class EventStatus(Choice):
    """Whether the event takes place. That it was held, moved, or is full, is derived."""

    TENTATIVE = "tentative", "The date is not yet certain."
    CONFIRMED = "confirmed", "It takes place as written."
    POSTPONED = "postponed", "It was put off: `starts` is the new date, or `to be confirmed`."
    CANCELLED = "cancelled", "It does not take place at all."


class Previous(Part):
    """What was announced before, and why it changed. What is left out was as in the announcement that followed."""

    changed: Day = Field(description="The day on which the change was announced.", examples=["2026-11-10"])
    reason: Prose = Field("", description="Why it changed, for readers.", examples=["The hall was flooded."])
    announced: Day | None = Field(
        None, description="The day on which this had been announced.", examples=["2026-09-01"]
    )
    title: str | None = Field(None, min_length=1, description="The title until then.", examples=["Night cover"])
    status: EventStatus | None = Field(
        None,
        description="The status until then; before an event was postponed or cancelled, `confirmed` if none is given.",
        examples=["tentative"],
    )
    starts: When | None = Field(None, description="When it was to start.", examples=["2027-03-11T10:00"])
    ends: When | None = Field(
        None, description="When it was to end; goes with `starts`.", examples=["2027-03-11T16:30"]
    )
    timezone: str | None = Field(
        None, description="The zone of these times, where it was another.", examples=["Etc/UTC"]
    )
    venue: Venue | None = Field(
        None, description="Where it was to take place.", examples=[{"name": "Guildhall", "locality": "London"}]
    )
    online: Online | None = Field(
        None,
        description="How it was to be joined from elsewhere; goes with `venue`.",
        examples=[{"url": "https://example.org/join"}],
    )


@dataclass(frozen=True)
class Announcement:
    """What people were told: everything that may change. `announced` is None where nobody wrote the day down."""

    announced: dt.date | None
    title: str
    status: EventStatus
    starts: When
    ends: When | None
    timezone: str | None
    venue: Venue | None
    online: Online | None

    @property
    def mode(self) -> AttendanceMode | None:
        return attendance_mode(self.venue, self.online)

    @property
    def time(self) -> tuple[When, When | None, str | None]:
        """All that says when."""
        return self.starts, self.ends, self.timezone

    @property
    def place(self) -> tuple[str, bool]:
        """All that says where: notes on travel may change without the event being moved."""
        return self.venue.line if self.venue else "", self.online is not None


@dataclass(frozen=True)
class Change:
    """One change: what was announced before it and after it, the day, and why. Several things may change at once."""

    before: Announcement
    after: Announcement
    day: dt.date
    reason: str

    @property
    def is_of_date(self) -> bool:
        return self.before.time != self.after.time

    @property
    def is_of_place(self) -> bool:
        return self.before.place != self.after.place

    @property
    def is_of_title(self) -> bool:
        return self.before.title != self.after.title

    @property
    def is_of_status(self) -> bool:
        return self.before.status != self.after.status

    @property
    def is_empty(self) -> bool:
        """Whether the author named nothing that differs."""
        return not (self.is_of_date or self.is_of_place or self.is_of_title or self.is_of_status)


OFF = (EventStatus.POSTPONED, EventStatus.CANCELLED)


def announcements(previously: Sequence[Previous], now: Announcement) -> tuple[Announcement, ...]:
    """Everything that was announced, the first first; the last is what holds `now`."""
    found = [now]
    for index in range(len(previously) - 1, -1, -1):
        found.insert(0, _before(previously[index], found[0]))
        found[1] = replace(found[1], announced=found[1].announced or previously[index].changed)
    return tuple(found)


def changes(previously: Sequence[Previous], now: Announcement) -> tuple[Change, ...]:
    """Every change, the first first."""
    all_of_them = announcements(previously, now)
    return tuple(
        Change(before, after, one.changed, one.reason)
        for one, before, after in zip(previously, all_of_them, all_of_them[1:], strict=False)
    )


def _before(said: Previous, after: Announcement) -> Announcement:
    """What a record says of the time before, with the rest as it was afterwards."""
    is_placed = said.venue is not None or said.online is not None
    return Announcement(
        announced=said.announced,
        title=said.title or after.title,
        status=said.status or (EventStatus.CONFIRMED if after.status in OFF else after.status),
        starts=said.starts or after.starts,
        ends=said.ends if said.starts else after.ends,
        timezone=said.timezone or after.timezone,
        venue=said.venue if is_placed else after.venue,
        online=said.online if is_placed else after.online,
    )
