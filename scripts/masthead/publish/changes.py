"""What changed about an event, in words."""

from collections.abc import Iterator

from masthead.dates import span_in_words
from masthead.model.announcement import Announcement, Change, EventStatus
from masthead.model.place import AttendanceMode
from masthead.model.when import Precision, When

STATUS_CHANGES = {
    EventStatus.CANCELLED: "The event was cancelled.",
    EventStatus.POSTPONED: "The event was postponed.",
    EventStatus.CONFIRMED: "The event was confirmed.",
    EventStatus.TENTATIVE: "The event became uncertain.",
}


def change_in_words(change: Change, language: str) -> str:
    """Everything that one change changed, in sentences of plain text."""
    return " ".join(filter(None, _sentences(change, language)))


def what_was_before(change: Change, language: str) -> str:
    """When and where an event was to be before a change, for those who know when and where it is now."""
    date = _date_before(change, language) if change.is_of_date else ""
    place = _place_before(change) if change.is_of_place else ""
    return " ".join(filter(None, (date, place)))


def _sentences(change: Change, language: str) -> Iterator[str]:
    if change.is_of_status:
        yield STATUS_CHANGES[change.after.status]
    if change.is_of_date:
        yield _date_before(change, language)
        yield _date_after(change, language)
    if change.is_of_place:
        yield _place_before(change) or "The place was set."
    if change.is_of_title:
        yield f"It was called “{change.before.title}”."


def _date_before(change: Change, language: str) -> str:
    """Moved from spring 2027; empty where the date was only made more exact."""
    before, after = change.before.starts, change.after.starts
    if before.wall is None or _is_within(after, before):
        return ""
    words = span_in_words(before, change.before.ends, language)
    if after.is_known:
        return f"Moved from {words}."
    return f"It was to be {'on' if before.precision >= Precision.DAY else 'in'} {words}."


def _date_after(change: Change, language: str) -> str:
    after = change.after
    if after.starts.wall is None:
        return "A new date is not known yet."
    words = span_in_words(after.starts, after.ends, language)
    return f"The new date: {words}." if after.starts.is_known else f"The new date is expected: {words}."


def _is_within(exact: When, vague: When) -> bool:
    """Whether a date lies within one that was less exact, so that nobody was told another."""
    if exact.day is None or exact.last_day is None or vague.day is None or vague.last_day is None:
        return False
    return vague.precision < exact.precision and vague.day <= exact.day and exact.last_day <= vague.last_day


def _place_before(change: Change) -> str:
    where = _place(change.before)
    return f"It was to be {where}." if where else ""


def _place(told: Announcement) -> str:
    """At Net Loft, Whitby, and online; empty where no place was announced."""
    venue = told.venue
    at = f"at {', '.join(filter(None, (venue.name, venue.locality)))}" if venue else ""
    words = {AttendanceMode.ON_SITE: at, AttendanceMode.ONLINE: "online", AttendanceMode.HYBRID: f"{at}, and online"}
    return words[told.mode] if told.mode else ""
