"""What an author probably meant by a date or a time in another form, and what the clocks of a zone do to it."""

import datetime as dt
import re
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}  # fmt: skip
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
UNSETTLED = ("tba", "tbc", "tbd", "to be announced", "to be decided", "date to be confirmed")
UNRECORDED = ("unknown", "not known", "date not recorded")
HALF = r"(?::\d{2}(?:\.\d+)?)? ?(?P<half>[ap]\.?m\.?)?"
WALL = r"(?:(?:T|,? +at +|,? +)(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?" + HALF + r")?\Z"
YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})" + WALL, re.IGNORECASE)
DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})" + WALL, re.IGNORECASE)
IN_WORDS = re.compile(
    r"(?:[a-z]+day,? +)?(?P<day>\d{1,2})(?:st|nd|rd|th)? +(?P<name>[a-z]+),? +(?P<year>\d{4})" + WALL, re.IGNORECASE
)
PERIOD = re.compile(
    r"(?P<about>(?:circa|c\.|ca\.|about|around) *)?(?:(?P<name>[a-z]+),? +)?(?P<year>\d{4})\Z", re.IGNORECASE
)
CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.h]?(?P<minute>\d{2}))?" + HALF + r"\Z", re.IGNORECASE)
OFFSET = re.compile(
    r"(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)? ?(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})\Z", re.IGNORECASE
)


def meant_date(text: str) -> str:
    """The date in our form; empty where the text is no date, or the day and the month could be either."""
    found = YEAR_FIRST.match(text) or DAY_FIRST.match(text) or IN_WORDS.match(text)
    if found is None:
        return ""
    parts = found.groupdict()
    month = int(parts["month"]) if "month" in parts else MONTHS.get(parts["name"].lower(), 0)
    if found.re is DAY_FIRST and month <= 12 and int(parts["day"]) <= 12 and month != int(parts["day"]):
        return ""
    try:
        day = dt.date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return ""
    clock = _meant_clock(found)
    return f"{day}T{clock}" if parts["hour"] and clock else "" if parts["hour"] else str(day)


def meant_period(text: str) -> str:
    """A month, a season or a year in our form, or our words for having none; empty where it is none of these."""
    said = text.strip().lower()
    if said in UNSETTLED or said in UNRECORDED:
        return "to be confirmed" if said in UNSETTLED else "not recorded"
    found = PERIOD.match(said)
    number = {**MONTHS, **SEASONS, "": 0}.get(found["name"] or "") if found else None
    if found is None or number is None or (number > 12 and found["about"]):
        return ""
    return f"{found['year']}{f'-{number:02}' if number else ''}{'~' if found['about'] else ''}"


def meant_time(text: str) -> str:
    """The time of day on the 24-hour clock; empty where the text is none."""
    found = CLOCK.match(text.strip())
    return _meant_clock(found) if found else ""


def offset_words(text: str, zone: str) -> tuple[str, str] | None:
    """Message and hint for a wall time with an offset; None for a text that is none."""
    found = OFFSET.match(text)
    if found is None:
        return None
    wall = found[1].upper().replace(" ", "T")
    try:
        moment = dt.datetime.fromisoformat(wall + _colon(found[2].upper()))
        there = moment.astimezone(ZoneInfo(zone))
    except (ValueError, OSError, OverflowError, ZoneInfoNotFoundError):
        return f"“{text}” ends in an offset, and no offset is written here.", f"Write {wall}."
    if there.utcoffset() == moment.utcoffset():
        return f"“{text}” ends in an offset, and no offset is written here.", f"Write {wall}: “{zone}” says the rest."
    shown = f"{there:%Y-%m-%dT%H:%M}"
    message = f"“{text}” disagrees with the zone: that moment is {shown} in “{zone}”, and no offset is written here."
    return message, f"Write {shown} for that moment, or {wall} if the clock there shows it."


def shown_once(wall: dt.datetime, zone: ZoneInfo) -> bool:
    """Whether the clocks show a wall time once: neither of the other two."""
    return wall.replace(tzinfo=zone, fold=0).utcoffset() == wall.replace(tzinfo=zone, fold=1).utcoffset()


def never_shown(wall: dt.datetime, zone: ZoneInfo) -> dt.datetime | None:
    """What the clocks show instead, where they go forward over a wall time."""
    shown = wall.replace(tzinfo=zone).astimezone(dt.UTC).astimezone(zone).replace(tzinfo=None, fold=0)
    return shown if shown != wall else None


def shown_twice(wall: dt.datetime, zone: ZoneInfo) -> dt.datetime | None:
    """The second moment (UTC) of a wall time that the clocks show twice."""
    first, second = (wall.replace(tzinfo=zone, fold=fold).astimezone(dt.UTC) for fold in (0, 1))
    return second if first < second else None


def _meant_clock(found: re.Match[str]) -> str:
    if not found["hour"]:
        return ""
    hour, half = int(found["hour"]), (found["half"] or "").lower()[:1]
    if half and not 1 <= hour <= 12:
        return ""
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    minute = int(found["minute"] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 and (half or found["minute"]) else ""


def _colon(offset: str) -> str:
    """An offset as Python reads it: +01:00."""
    digits = offset[1:].replace(":", "")
    return "+00:00" if offset == "Z" else f"{offset[0]}{digits[:2]}:{digits[2:] or '00'}"
