"""A stretch of time whose ends are known as exactly as somebody wrote them down, or not at all."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from masthead.model.when import When


@dataclass(frozen=True)
class Span:
    """From a date to a date, both included; None where it has no beginning, or no end yet."""

    since: When | None
    until: When | None

    @property
    def first_day(self) -> dt.date:
        """The earliest day that it may hold."""
        return (self.since and self.since.day) or dt.date.min

    @property
    def last_day(self) -> dt.date:
        """The latest day that it may hold."""
        return (self.until and self.until.last_day) or dt.date.max

    @property
    def is_backwards(self) -> bool:
        """Whether it surely ends before it begins."""
        return self.last_day < self.first_day

    @property
    def written(self) -> str:
        """As its authors wrote it: from 2019-04 until 2020."""
        parts = (("from", self.since), ("until", self.until))
        return " ".join(f"{word} {when.root}" for word, when in parts if when)

    def may_meet(self, other: "Span") -> bool:
        """Whether there may be a day that both hold, as far as anybody knows."""
        return self.first_day <= other.last_day and other.first_day <= self.last_day

    def is_over(self, day: dt.date) -> bool:
        """Whether it has ended by `day`. An end that is not recorded is past, one to be confirmed is not."""
        if self.until is None or self.until.is_to_be_confirmed:
            return False
        return self.until.last_day is None or self.until.last_day < day

    def is_ahead(self, day: dt.date) -> bool:
        """Whether it surely begins after `day`."""
        return self.first_day > day

    def stands_otherwise(self, day: dt.date, other: dt.date) -> bool:
        """Whether it is to come, going on or over on one day, and something else on another."""
        return (self.is_ahead(day), self.is_over(day)) != (self.is_ahead(other), self.is_over(other))


def not_before(begin: str, ends: When | None, info: ValidationInfo) -> When | None:
    """The end of a span, for a validator of the field: refused where it is before the field `begin`."""
    fields: dict[str, Any] = info.data
    since: When | None = fields.get(begin)
    if since and ends and Span(since, ends).is_backwards:
        told = {"begin": begin, "since": since.root}
        raise PydanticCustomError("period-order", "The end is before the beginning.", told)
    return ends
