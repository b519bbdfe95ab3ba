"""Dates as they are known: to the minute, the day, the month or the year, or not recorded at all."""

import datetime as dt
import re
from enum import IntEnum
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ConfigDict, RootModel, field_validator, model_validator
from pydantic_core import PydanticCustomError

NOT_RECORDED = "not recorded"
DIGITS = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2})?)?)?\Z")
# The same where a calendar has it. The JSON Schema takes the pattern over, so it keeps to what ECMA 262 has, too.
NO_DAY = r"[0-9]{4}-(?:0[2469]|11)-31|[0-9]{4}-02-30"
NO_LEAP_YEAR = r"(?:[0-9]{2}(?:[02468][1235679]|[13579][01345789])|(?:[02468][1235679]|[13579][01345789])00)"
FORM = re.compile(
    rf"(?!0000|{NO_DAY}|{NO_LEAP_YEAR}-02-29)([0-9]{{4}})"
    r"(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01])(?:T([01][0-9]|2[0-3]):([0-5][0-9]))?)?)?\Z"
)


def _earliest(found: re.Match[str]) -> dt.datetime:
    """The earliest wall time of a date in its form."""
    parts = zip(found.groups(), ("0", "1", "1", "0", "0"), strict=True)
    year, month, day, hour, minute = (int(part or least) for part, least in parts)
    return dt.datetime(year, month, day, hour, minute)


class Precision(IntEnum):
    """How exactly a date is known, from not at all to the minute."""

    UNKNOWN = 0
    YEAR = 1
    MONTH = 2
    DAY = 3
    MINUTE = 5


class When(RootModel[str]):
    """A date of known precision: `2027-03-11T10:00` (wall time), `2027-03-11`, `2018-10`, `2018` or `not recorded`.

    The forms are those of EDTF (ISO 8601-2, level 0), without an offset: an event's zone says where the clock hangs.
    """

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _year_is_text(cls, value: Any) -> Any:
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else value

    @field_validator("root")
    @classmethod
    def _exists(cls, text: str) -> str:
        if text == NOT_RECORDED or FORM.match(text):
            return text
        if DIGITS.match(text):
            raise PydanticCustomError("no-such-date", "There is no {text}.", {"text": text})
        raise PydanticCustomError("date-form", "“{text}” is not a date in a form that Masthead knows.", {"text": text})

    @cached_property
    def precision(self) -> Precision:
        found = FORM.match(self.root)
        return Precision(sum(part is not None for part in found.groups())) if found else Precision.UNKNOWN

    @cached_property
    def is_known(self) -> bool:
        """Known to the day at least, so that it can stand in a calendar."""
        return self.precision >= Precision.DAY

    @cached_property
    def wall(self) -> dt.datetime | None:
        """The earliest wall time that this may mean; None where nothing is recorded."""
        found = FORM.match(self.root)
        return _earliest(found) if found else None

    @cached_property
    def day(self) -> dt.date | None:
        """The earliest day that this may mean."""
        return self.wall.date() if self.wall else None

    @cached_property
    def last_day(self) -> dt.date | None:
        """The latest day that this may mean."""
        if self.day is None or self.is_known:
            return self.day
        months = 12 if self.precision is Precision.YEAR else 1
        total = self.day.year * 12 + self.day.month - 1 + months
        return dt.date(total // 12, total % 12 + 1, 1) - dt.timedelta(days=1)

    def moment(self, zone: ZoneInfo) -> dt.datetime | None:
        """The wall time in its zone; None unless it is known to the minute."""
        return self.wall.replace(tzinfo=zone) if self.wall and self.precision is Precision.MINUTE else None
