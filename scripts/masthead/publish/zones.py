"""When the clocks of a zone change, as a calendar has to tell it (VTIMEZONE, RFC 5545 section 3.6.5)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

STEP = dt.timedelta(days=7)  # no zone goes to another offset and back within a week; for Ramadan, it takes a month
SECOND = dt.timedelta(seconds=1)


@dataclass(frozen=True)
class Observance:
    """One change of the clocks: from an offset to another, with its name. `onset` is a time by the clock before it."""

    onset: dt.datetime
    before: dt.timedelta
    after: dt.timedelta
    name: str
    is_daylight: bool


@cache
def observances(key: str, first_year: int, last_year: int) -> tuple[Observance, ...]:
    """All that the zone `key` observes from one year to another, both of them whole; the first holds at the begin."""
    zone = ZoneInfo(key)
    begin = dt.datetime(first_year, 1, 1, tzinfo=dt.UTC) - dt.timedelta(days=1)  # it is January earlier in the east
    end = dt.datetime(last_year, 12, 31, 23, 59, 59, tzinfo=dt.UTC) + dt.timedelta(days=1)
    moments = ((begin, begin), *((moment - SECOND, moment) for moment in _changes(zone, begin, end)))
    return tuple(_observance(before.astimezone(zone), after.astimezone(zone)) for before, after in moments)


def _changes(zone: ZoneInfo, begin: dt.datetime, end: dt.datetime) -> Iterator[dt.datetime]:
    """Every moment (UTC) from which other rules hold, found by halving."""
    while begin < end:
        following = min(begin + STEP, end)
        if _rules(begin, zone) != _rules(following, zone):
            low, high = begin, following
            while high - low > SECOND:
                middle = low + (high - low) // 2 // SECOND * SECOND
                low, high = (middle, high) if _rules(middle, zone) == _rules(begin, zone) else (low, middle)
            yield high
        begin = following


def _rules(moment: dt.datetime, zone: ZoneInfo) -> tuple[dt.timedelta, bool, str]:
    local = moment.astimezone(zone)
    return _offset(local), bool(local.dst()), local.tzname() or zone.key


def _observance(before: dt.datetime, after: dt.datetime) -> Observance:
    offset = _offset(before)
    onset = (after.astimezone(dt.UTC) + offset).replace(tzinfo=None)
    return Observance(onset, offset, _offset(after), after.tzname() or "", bool(after.dst()))


def _offset(local: dt.datetime) -> dt.timedelta:
    return local.utcoffset() or dt.timedelta()
