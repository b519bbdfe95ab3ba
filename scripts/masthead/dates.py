"""Dates in words, in the network's language: as exact as they are known, and no more."""

import datetime as dt

from babel.dates import format_date, format_time

from masthead.model.event import Event
from masthead.model.when import Precision, When

PATTERNS = {Precision.YEAR: "y", Precision.MONTH: "MMMM y", Precision.DAY: "d MMMM y", Precision.MINUTE: "d MMMM y"}
NO_DATE = "Date not recorded"


def day_in_words(day: dt.date, language: str) -> str:
    """11 March 2027."""
    return format_date(day, PATTERNS[Precision.DAY], locale=_locale(language))


def when_in_words(when: When, language: str) -> str:
    """11 March 2027, March 2027 or 2027, without a time of day."""
    if when.day is None:
        return NO_DATE
    return format_date(when.day, PATTERNS[when.precision], locale=_locale(language))


def day_number(when: When) -> str:
    """11; empty where the day is not known."""
    return str(when.day.day) if when.day and when.is_known else ""


def month_in_short(when: When, language: str) -> str:
    """Mar 2027, or 2027 where no month is known; empty where nothing is."""
    if when.day is None:
        return ""
    return format_date(when.day, "y" if when.precision is Precision.YEAR else "MMM y", locale=_locale(language))


def event_in_words(event: Event, language: str) -> str:
    """Thursday 11 March 2027, 10am to 4pm."""
    locale = _locale(language)
    starts, ends = event.starts, event.ends
    if starts.wall is None:
        return NO_DATE
    if not starts.is_known:
        first = when_in_words(starts, language)
        last = when_in_words(ends, language) if ends else first
        return first if first == last else f"{first} to {last}"
    first = format_date(starts.wall, "EEEE d MMMM y", locale=locale)
    if ends is None or ends.wall is None:
        return first + _at(starts, locale)
    if ends.day == starts.day:
        return first + _at(starts, locale) + (f" to {_clock(ends, locale)}" if ends.precision > Precision.DAY else "")
    last = format_date(ends.wall, "EEEE d MMMM y", locale=locale) if ends.is_known else when_in_words(ends, language)
    return f"{first}{_at(starts, locale)} to {last}{_at(ends, locale)}"


def _locale(language: str) -> str:
    return language.replace("-", "_")


def _at(when: When, locale: str) -> str:
    return f", {_clock(when, locale)}" if when.precision is Precision.MINUTE else ""


def _clock(when: When, locale: str) -> str:
    """10am, 10:30am, midday or midnight, as the GOV.UK style has it; the 24-hour clock in other languages."""
    wall = when.wall
    if wall is None or not locale.startswith("en"):
        return format_time(wall, "HH:mm", locale=locale)
    if wall.minute == 0 and wall.hour in (0, 12):
        return "midday" if wall.hour else "midnight"
    hour = wall.hour % 12 or 12
    minutes = f":{wall.minute:02}" if wall.minute else ""
    return f"{hour}{minutes}{'am' if wall.hour < 12 else 'pm'}"
