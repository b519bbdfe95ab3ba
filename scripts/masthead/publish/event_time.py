"""When an event takes place, in the words of its page and its card."""

from babel.dates import get_timezone_location

from masthead.dates import event_in_words
from masthead.model.event import Event
from masthead.model.when import Precision, When
from masthead.publish.publication import Publication


def time_of_event(event: Event, publication: Publication) -> str:
    """Thursday 11 March 2027, 10am to 4pm; with what is still to be confirmed, and the city whose clock it goes by."""
    words = event_in_words(event, publication.language)
    missing = "" if event.is_past(publication.day) else _missing(event.starts)
    said = ", ".join(filter(None, (words, _clock_of(event, publication), missing)))
    return said[:1].upper() + said[1:]


def _missing(when: When) -> str:
    """What is still to be confirmed of a date to come: the day of a month, else the date; empty where nothing is."""
    if when.is_known or when.wall is None:
        return ""
    return "day to be confirmed" if when.precision is Precision.MONTH else "date to be confirmed"


def _clock_of(event: Event, publication: Publication) -> str:
    """Amsterdam time; empty where the event goes by the network’s own clock, or has no time of day."""
    own = event.timezone
    if own in (None, publication.network.settings.timezone) or event.starts.precision is not Precision.MINUTE:
        return ""
    locale = publication.language.replace("-", "_")
    return f"{get_timezone_location(own, locale=locale, return_city=True)} time"
