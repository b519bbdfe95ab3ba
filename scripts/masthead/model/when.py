"""Dates as they are known: to the minute, the day, the month, the season or the year; to be confirmed; not recorded."""

import datetime as dt
import re
from enum import IntEnum
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ConfigDict, RootModel, field_validator, model_validator
from pydantic_core import PydanticCustomError

NOT_RECORDED = "not recorded"
TO_BE_CONFIRMED = "to be confirmed"
WORDS = (NOT_RECORDED, TO_BE_CONFIRMED)
DIGITS = re.compile(
    r"(?![0-9]{4}-2[1-4][~?%])[0-9]{4}(?:[~?%]|-[0-9]{2}(?:[~?%]|-[0-9]{2}(?:[~?%]|T[0-9]{2}:[0-9]{2})?)?)?\Z"
)
# The same where a calendar has it. The JSON Schema takes the pattern over, so it keeps to what ECMA 262 has, too.
NO_DAY = r"[0-9]{4}-(?:0[2469]|11)-31|[0-9]{4}-02-30"
NO_LEAP_YEAR = r"(?:[0-9]{2}(?:[02468][1235679]|[13579][01345789])|(?:[02468][1235679]|[13579][01345789])00)"
NOT_WITH_A_SEASON = r"[0-9]{4}-2[1-4][-~?%]"
FORM = re.compile(
    rf"(?!0000|{NO_DAY}|{NO_LEAP_YEAR}-02-29|{NOT_WITH_A_SEASON}|.*T.*[~?%])([0-9]{{4}})"
    r"(?:-(0[1-9]|1[0-2]|2[1-4])(?:-(0[1-9]|[12][0-9]|3[01])(?:T([01][0-9]|2[0-3]):([0-5][0-9]))?)?)?([~?%])?\Z"
)
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # the number of a season (EDTF level 1), and its first month
MONTHS_IN_A_SEASON = 3

Key = tuple[int, dt.datetime, int, str]


class Precision(IntEnum):
    """How exactly a date is known, from not at all to the minute."""

    UNKNOWN = 0
    YEAR = 1
    SEASON = 2
    MONTH = 3
    DAY = 4
    MINUTE = 5


class When(RootModel[str]):
    """A date of known precision: `2027-03-11T10:00` (wall time), `2027-03-11`, `2027-03`, `2027-21` (spring), `2027`.

    The forms are those of EDTF (ISO 8601-2), without an offset: an event's zone says where the clock hangs. A year, a
    month or a day may end in `~` (about), `?` (uncertain) or `%` (both). The seasons are 21 to 24, and winter begins in
    the December of its year. `to be confirmed` is a date to come, `not recorded` one that is past.
    """

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _year_is_text(cls, value: Any) -> Any:
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else value

    @field_validator("root")
    @classmethod
    def _exists(cls, text: str) -> str:
        if text in WORDS or FORM.match(text):
            return text
        if DIGITS.match(text):
            raise PydanticCustomError("no-such-date", "There is no {text}.", {"text": text})
        raise PydanticCustomError("date-form", "“{text}” is not a date in a form that Masthead knows.", {"text": text})

    @cached_property
    def _parts(self) -> re.Match[str] | None:
        return FORM.match(self.root)

    @cached_property
    def precision(self) -> Precision:
        if self._parts is None:
            return Precision.UNKNOWN
        if self.season:
            return Precision.SEASON
        count = sum(part is not None for part in self._parts.groups()[:5])
        return (Precision.YEAR, Precision.MONTH, Precision.DAY, Precision.DAY, Precision.MINUTE)[count - 1]

    @cached_property
    def season(self) -> int:
        """21 for spring to 24 for winter; 0 where it is none."""
        return _season(self._parts) if self._parts else 0

    @property
    def is_approximate(self) -> bool:
        """Whether the author wrote “about”."""
        return self.root.endswith(("~", "%"))

    @property
    def is_uncertain(self) -> bool:
        """Whether the author doubts it."""
        return self.root.endswith(("?", "%"))

    @property
    def is_to_be_confirmed(self) -> bool:
        """Whether nothing more is known than that the date is to come."""
        return self.root == TO_BE_CONFIRMED

    @cached_property
    def is_known(self) -> bool:
        """Known to the day at least, and beyond doubt, so that it can stand in a calendar."""
        return self.precision >= Precision.DAY and not (self.is_approximate or self.is_uncertain)

    @cached_property
    def wall(self) -> dt.datetime | None:
        """The earliest wall time that this may mean; None where there is no date."""
        return _earliest(self._parts) if self._parts else None

    @cached_property
    def day(self) -> dt.date | None:
        """The earliest day that this may mean."""
        return self.wall.date() if self.wall else None

    @cached_property
    def last_day(self) -> dt.date | None:
        """The latest day that this may mean."""
        if self.day is None or self.precision >= Precision.DAY:
            return self.day
        months = {Precision.YEAR: 12, Precision.SEASON: MONTHS_IN_A_SEASON}.get(self.precision, 1)
        total = self.day.year * 12 + self.day.month - 1 + months
        if total // 12 > dt.MAXYEAR:
            return dt.date.max
        return dt.date(total // 12, total % 12 + 1, 1) - dt.timedelta(days=1)

    @property
    def soonest_first(self) -> Key:
        """Where it stands among dates to come, the next one first.

        A date that is less exact stands behind all that it may mean: spring 2027 behind 31 May 2027, so that nobody
        takes it for 1 March. What is to be confirmed stands behind all dates, and what is not recorded before them, for
        it is past.
        """
        return self._key(self.last_wall, -self.precision)

    @property
    def latest_first(self) -> Key:
        """Where it stands among dates that are past, to be sorted in reverse: again behind all that it may mean."""
        return self._key(self.wall, self.precision)

    @property
    def last_wall(self) -> dt.datetime | None:
        """The latest wall time that this may mean; the day’s last minute where no time is known."""
        if self.precision is Precision.MINUTE or self.last_day is None:
            return self.wall
        return dt.datetime.combine(self.last_day, dt.time.max)

    def _key(self, wall: dt.datetime | None, exactness: int) -> Key:
        era = 1 if wall else 2 if self.is_to_be_confirmed else 0
        return era, wall or dt.datetime.min, exactness, self.root

    def moment(self, zone: ZoneInfo) -> dt.datetime | None:
        """The wall time in its zone; None unless it is known to the minute."""
        return self.wall.replace(tzinfo=zone) if self.wall and self.precision is Precision.MINUTE else None


def _earliest(found: re.Match[str]) -> dt.datetime:
    """The earliest wall time of a date in its form."""
    parts = zip(found.groups()[:5], ("0", "1", "1", "0", "0"), strict=True)
    year, month, day, hour, minute = (int(part or least) for part, least in parts)
    return dt.datetime(year, SEASONS.get(_season(found), month), day, hour, minute)


def _season(found: re.Match[str]) -> int:
    number = int(found[2] or 0) if found[3] is None else 0
    return number if number in SEASONS else 0
