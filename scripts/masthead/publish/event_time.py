"""When an event takes place, in the words of its page and its card."""

from babel.dates import get_timezone_location

from masthead.dates import event_in_words
from masthead.model.event import Event
from masthead.model.when import Precision, When
from masthead.publish.lasting import in_utc, over
from masthead.publish.publication import Publication
from masthead.publish.views import Clock


def time_of_event(event: Event, publication: Publication) -> str:
    """Thursday 11 March 2027, 10am to 4pm; with what is still to be confirmed, and the city whose clock it goes by."""
    missing = "" if event.is_past(publication.day) else missing_in_words(event.starts)
    return ", ".join(filter(None, (known_time(event, publication), missing)))


def known_time(event: Event, publication: Publication) -> str:
    """The same without what is still to be confirmed."""
    said = ", ".join(filter(None, (event_in_words(event, publication.language), _clock_of(event, publication))))
    return said[:1].upper() + said[1:]


def local_clock(event: Event, publication: Publication) -> Clock | None:
    """What a browser needs to say when that is where its reader is; None for what has no time of day."""
    zone = publication.network.zone(event)
    starts, ends = event.starts.moment(zone), event.ends.moment(zone) if event.ends else None
    if starts is None or not event.starts.is_known or not event.is_on or event.is_past(publication.day):
        return None
    words = "" if _clock_of(event, publication) else f"{_city(zone.key, publication)} time."
    return Clock(in_utc(starts), in_utc(ends), over(event, publication), zone.key, publication.language, words)


def missing_in_words(when: When) -> str:
    """What is still to be confirmed of a date to come: the day of a month, else the date; empty where nothing is."""
    if when.is_known or when.wall is None:
        return ""
    return "day to be confirmed" if when.precision is Precision.MONTH else "date to be confirmed"


def _clock_of(event: Event, publication: Publication) -> str:
    """Amsterdam time; empty where the event goes by the network’s own clock, or has no time of day."""
    own = event.timezone
    if own in (None, publication.network.settings.timezone) or event.starts.precision is not Precision.MINUTE:
        return ""
    return f"{_city(own or '', publication)} time"


def _city(zone: str, publication: Publication) -> str:
    return get_timezone_location(zone, locale=publication.language.replace("-", "_"), return_city=True)
