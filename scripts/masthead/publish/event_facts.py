"""The facts of an event: what a reader must know at a glance to decide, to come, and to ask."""

from collections.abc import Iterator
from urllib.parse import urlencode

from babel.numbers import format_currency

from masthead.addresses import EventFamily, address
from masthead.dates import day_in_words
from masthead.model.announcement import EventStatus
from masthead.model.event import Event
from masthead.model.place import Venue
from masthead.model.registration import Registration, RegistrationState
from masthead.prose import as_written
from masthead.publish import lasting, naming, views
from masthead.publish.event_sets import set_page
from masthead.publish.event_time import known_time, local_clock, time_of_event
from masthead.publish.labels import place_in_series
from masthead.publish.publication import OnPage, Publication, prose
from masthead.publish.themes import theme_facts

NO_BREAK = "\N{NO-BREAK SPACE}"
MAP = "https://www.openstreetmap.org/"
MAP_SCALE = 17  # a few streets
REGISTRATION_WORDS = {
    RegistrationState.FULL: "Every place is taken.",
    RegistrationState.WAITING_LIST: "Every place is taken. You can join the waiting list.",
}
BUTTONS = {RegistrationState.OPEN: "Register for a place", RegistrationState.WAITING_LIST: "Join the waiting list"}


def event_facts(event: Event, publication: Publication, page: OnPage) -> tuple[views.Fact, ...]:
    """Terms and what is known of each, in Markdown; what is not known is left out."""
    found = (*_time_and_place(event, publication, page), *_places(event, publication, page))
    return tuple(fact for fact in (*found, *_people(event, publication, page)) if fact.text)


def registration_button(event: Event, publication: Publication) -> tuple[views.Anchor, views.Times] | None:
    """Where to register, and when that is of use; None where it never will be again."""
    address = event.registration.url if event.registration else None
    for state, times in lasting.registration(event, publication):
        if address and state in BUTTONS:
            return views.Anchor(BUTTONS[state], address), times
    return None


def _time_and_place(event: Event, publication: Publication, page: OnPage) -> Iterator[views.Fact]:
    yield from _time(event, publication)
    yield views.Fact("Where", _where(event) if event.venue else "")
    if event.online:
        note, before = prose(page, event.online.note, event.path), lasting.until_over(event, publication)
        is_open = event.online.url and event.is_on and before
        if is_open:
            yield views.Fact("Online", " ".join(filter(None, (f"[Join online]({event.online.url}).", note))), before)
        after = lasting.since_over(event, publication) if is_open else views.Times()
        if after:
            yield views.Fact("Online", " ".join(filter(None, ("Yes.", note))), after)


def _time(event: Event, publication: Publication) -> Iterator[views.Fact]:
    """When it is; until it is over with what is still to be confirmed, and then without."""
    term = "When it was to be" if event.status is EventStatus.CANCELLED else "When"
    words, known = time_of_event(event, publication), known_time(event, publication)
    if words == known:
        yield views.Fact(term, known, clock=local_clock(event, publication))
        return
    yield views.Fact(term, words, lasting.until_over(event, publication))
    if after := lasting.since_over(event, publication):
        yield views.Fact(term, known, after)


def _where(event: Event) -> str:
    """The place on one line, its postcode never broken, and a map where somebody may want to go there."""
    code = event.venue.postcode if event.venue else ""
    line = as_written(event.venue.line.replace(code, code.replace(" ", NO_BREAK))) if event.venue else ""
    address = map_address(event.venue) if event.venue and event.is_on else ""
    return f"{line} ([map]({address}))" if address else line


def map_address(venue: Venue) -> str:
    """A map of the place: the author’s, else OpenStreetMap’s of its position or of its address."""
    if venue.map:
        return venue.map
    if venue.position:
        latitude, longitude = venue.position.latitude, venue.position.longitude
        return f"{MAP}?mlat={latitude}&mlon={longitude}#map={MAP_SCALE}/{latitude}/{longitude}"
    is_found = any((venue.address, venue.locality, venue.postcode))
    return f"{MAP}search?{urlencode({'query': venue.line})}" if is_found else ""


def _places(event: Event, publication: Publication, page: OnPage) -> Iterator[views.Fact]:
    yield views.Fact("Who it is for", as_written(event.audience))
    if event.attendance is not None:
        yield views.Fact("People who came", str(event.attendance).capitalize())
    if before := lasting.until_over(event, publication):
        yield views.Fact("Places", str(event.capacity or ""), before)
        yield views.Fact("Price", _price(event, publication, page), before)
        yield from _registration(event, publication, page)


def _people(event: Event, publication: Publication, page: OnPage) -> Iterator[views.Fact]:
    yield views.Fact("Organised by", _members(event.organisers, publication, page))
    yield views.Fact("Taking part", _members(event.members, publication, page))
    yield views.Fact("Contact", _contact(event, publication, page))
    yield views.Fact("Series", _series(event, publication, page))
    yield from theme_facts(event, publication, page)


def _series(event: Event, publication: Publication, page: OnPage) -> str:
    words = as_written(place_in_series(event, publication))
    return f"[{words}]({page.asset(address(set_page(EventFamily.SERIES, event.series)))})" if event.series else words


def _price(event: Event, publication: Publication, page: OnPage) -> str:
    price = event.price
    if price is None:
        return ""
    locale = publication.language.replace("-", "_")
    amount = format_currency(price.amount, price.currency, locale=locale).removesuffix(".00")
    words = "Free." if price.is_free else f"{amount}."
    return " ".join(filter(None, (words, prose(page, price.note, event.path))))


def _registration(event: Event, publication: Publication, page: OnPage) -> Iterator[views.Fact]:
    """What can be done, once for each state that registration will still be in."""
    wanted = event.registration
    if wanted is None:
        return
    for state, times in lasting.registration(event, publication):
        words = (REGISTRATION_WORDS.get(state, ""), *_deadlines(wanted, state, publication.language))
        note = prose(page, wanted.note, event.path)
        yield views.Fact("Registration", " ".join(filter(None, (*words, note))), times)


def _deadlines(wanted: Registration, state: RegistrationState, language: str) -> Iterator[str]:
    if wanted.opens and state is RegistrationState.NOT_YET:
        yield f"Opens on {day_in_words(wanted.opens, language)}."
    if wanted.closes:
        verb = "Closed" if state is RegistrationState.CLOSED else "Closes"
        yield f"{verb} on {day_in_words(wanted.closes, language)}."


def _members(slugs: tuple[str, ...], publication: Publication, page: OnPage) -> str:
    members = publication.network.members
    shown = [members[slug] for slug in slugs if slug in members]
    return ", ".join(f"[{as_written(one.short_title)}]({page.href(one.path)})" for one in shown)


def _contact(event: Event, publication: Publication, page: OnPage) -> str:
    contact = event.contact
    if contact is None:
        return ""
    email = f"[{as_written(contact.email)}](mailto:{contact.email})" if contact.email else ""
    phone = f"[{as_written(contact.phone)}](tel:{''.join(contact.phone.split())})" if contact.phone else ""
    return ", ".join(filter(None, (naming.contact(event, publication.network).linked(page), email, phone)))
