"""Dates in words, in the network's language: as exact as they are known, and no more."""

import datetime as dt
from functools import lru_cache

from babel.dates import format_date, format_time

from masthead.model.event import Event
from masthead.model.span import Span
from masthead.model.when import Precision, When

PATTERNS = {Precision.YEAR: "y", Precision.MONTH: "MMMM y", Precision.DAY: "d MMMM y", Precision.MINUTE: "d MMMM y"}
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
NO_DATE = "Date not recorded"
NO_DATE_YET = "Date to be confirmed"
REMEMBERED = 4096  # days in words


def day_in_words(day: dt.date, language: str) -> str:
    """11 March 2027."""
    return _formatted(day, PATTERNS[Precision.DAY], language)


def when_in_words(when: When, language: str) -> str:
    """11 March 2027, March 2027, spring 2027 or 2027, without a time of day; “about” where the author wrote it."""
    if when.day is None:
        return NO_DATE_YET if when.is_to_be_confirmed else NO_DATE
    words = _season(when, language) if when.season else _formatted(when.day, PATTERNS[when.precision], language)
    return _qualified(when, words)


def held_in_words(span: Span, language: str) -> str:
    """March 2021 to March 2026, since April 2026, until 2019; empty where nothing is known of it."""
    since = when_in_words(span.since, language) if span.since and span.since.day else ""
    until = when_in_words(span.until, language) if span.until and span.until.day else ""
    if since and until:
        return since if since == until else f"{since} to {until}"
    if span.until and not until and not span.until.is_to_be_confirmed:
        return f"from {since}; the end is not recorded" if since else "formerly; dates not recorded"
    return f"since {since}" if since else f"until {until}" if until else ""


def day_of_year_in_words(when: When, language: str) -> str:
    """11 March, March or Spring, for what stands under its year; empty where no more than the year is known."""
    if when.day is None or when.precision is Precision.YEAR:
        return ""
    if when.season:
        return capitalised(_season(when, language))
    words = _formatted(when.day, "MMMM" if when.precision is Precision.MONTH else "d MMMM", language)
    return capitalised(_qualified(when, words))


def machine_date(when: When) -> str:
    """2027-03-11, 2027-03 or 2027, as HTML has it; empty for a season, and where nothing is known."""
    lengths = {Precision.YEAR: len("2027"), Precision.SEASON: 0, Precision.MONTH: len("2027-03")}
    return when.day.isoformat()[: lengths.get(when.precision)] if when.day else ""


def capitalised(words: str) -> str:
    """Since April 2026, at the beginning of a line."""
    return words[:1].upper() + words[1:]


def day_number(when: When) -> str:
    """11; empty where the day is not known."""
    return str(when.day.day) if when.day and when.precision >= Precision.DAY else ""


def month_in_short(when: When, language: str) -> str:
    """Mar 2027, Spring 2027, or 2027 where no month is known; empty where nothing is."""
    if when.day is None:
        return ""
    if when.season:
        return capitalised(_season(when, language))
    return _formatted(when.day, "y" if when.precision is Precision.YEAR else "MMM y", language)


def time_in_words(time: dt.time, language: str) -> str:
    """10am, 10:30am, midday or midnight, as the GOV.UK style has it; the 24-hour clock in other languages."""
    if not language.startswith("en"):
        return format_time(time, "HH:mm", locale=_locale(language))
    if time.minute == 0 and time.hour in (0, 12):
        return "midday" if time.hour else "midnight"
    hour = time.hour % 12 or 12
    minutes = f":{time.minute:02}" if time.minute else ""
    return f"{hour}{minutes}{'am' if time.hour < 12 else 'pm'}"


def weekday_in_words(day: dt.date, language: str) -> str:
    """Thursday 13 May 2027."""
    return _formatted(day, "EEEE d MMMM y", language)


def event_in_words(event: Event, language: str) -> str:
    """Thursday 11 March 2027, 10am to 4pm."""
    return span_in_words(event.starts, event.ends, language)


def span_in_words(starts: When, ends: When | None, language: str) -> str:
    """From a start to an end, each as exact as it is known."""
    first = _exact(starts, language)
    if ends is None or ends.wall is None or starts.wall is None:
        return first
    if starts.precision < Precision.DAY:
        last = when_in_words(ends, language)
        return first if first == last else f"{first} to {last}"
    if ends.day == starts.day and ends.precision >= Precision.DAY:
        return f"{first} to {_clock(ends, language)}" if ends.precision is Precision.MINUTE else first
    return f"{first} to {_exact(ends, language)}"


def _exact(when: When, language: str) -> str:
    """Thursday 11 March 2027, 10am; without weekday and time where the day is not known."""
    if when.wall is None or when.precision < Precision.DAY:
        return when_in_words(when, language)
    words = weekday_in_words(when.wall, language)
    return _qualified(when, f"{words}, {_clock(when, language)}" if when.precision is Precision.MINUTE else words)


def _qualified(when: When, words: str) -> str:
    """With what the author knows of the date’s doubtfulness; only English has words for it here."""
    words = f"about {words}" if when.is_approximate else words
    return f"{words} (not certain)" if when.is_uncertain else words


def _season(when: When, language: str) -> str:
    """Spring 2027, winter 2027/28; the months in languages for whose seasons we have no words."""
    first, last = when.day, when.last_day
    if first is None or last is None:
        return ""
    if not language.startswith("en"):
        return f"{_formatted(first, 'MMMM y', language)} – {_formatted(last, 'MMMM y', language)}"
    year = f"{first.year}/{last.year % 100:02}" if last.year > first.year else str(first.year)
    return f"{SEASONS[when.season]} {year}"


@lru_cache(maxsize=REMEMBERED)
def _formatted(day: dt.date, pattern: str, language: str) -> str:
    """A day in words. A record’s day is told on its page, on its card and in every list, so the latest are kept."""
    return format_date(day, pattern, locale=_locale(language))


def _locale(language: str) -> str:
    return language.replace("-", "_")


def _clock(when: When, language: str) -> str:
    return time_in_words(when.wall.time(), language) if when.wall else ""
