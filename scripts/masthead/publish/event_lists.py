"""Events in lists: each as a card, those to come and those that are past, and the few that come next."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from markupsafe import Markup

from masthead.dates import day_number, month_in_short
from masthead.model.event import Event
from masthead.model.order import latest_first, soonest_first
from masthead.publish import event_views, lasting
from masthead.publish.event_sets import memberships, token
from masthead.publish.event_time import known_time, missing_in_words
from masthead.publish.labels import count_in_words, event_labels, event_place, kind_name
from masthead.publish.publication import Publication, Spot, prose
from masthead.render import component

COMING, PAST = "coming", "past"
COMING_LIST, PAST_LIST = "events-coming", "events-past"  # `coming` and `past` are the headings
NOTHING_PLANNED, NOTHING_PAST = "Nothing is planned at the moment.", "Nothing has taken place yet."
LATEST = 20  # past events on the index; the others are on the pages of their years
SPARE = 9  # cards that wait behind the next events: more than most networks hold from one build to the next
REMEMBERED = 20_000


def event_card(event: Event, publication: Publication, spot: Spot) -> event_views.EventCard:
    """An event in a list."""
    pending = "" if event.is_past(publication.day) else missing_in_words(event.starts)
    return event_views.EventCard(
        href=spot.href(event.path),
        title=event.title,
        summary=prose(spot, event.summary, event.path),
        kind=kind_name(event, publication),
        when=known_time(event, publication),
        pending=pending,
        pending_times=lasting.until_over(event, publication) if pending else None,
        place=event_place(event),
        labels=event_labels(event, publication),
        day=day_number(event.starts),
        month=month_in_short(event.starts, publication.language),
        over=lasting.over(event, publication),
        order=publication.past_order[event.slug],
        is_past=event.is_past(publication.day),
        sorted_by=" ".join(token(*one) for one in memberships(event, publication.network)),
    )


@lru_cache(REMEMBERED)
def printed(card: event_views.EventCard) -> Markup:
    """A card as HTML. An event stands in many lists at the same depth, and looks the same in all of them."""
    return component("event-card", card)


def next_events(publication: Publication, spot: Spot, events: Iterable[Event], count: int, every: str) -> Markup:
    """The first `count` of events to come that are not cancelled, and some to take the places of those that are over.

    Where even these do not last, `every` is the address of the page that has all of them.
    """
    ahead = [one for one in soonest_first(events) if not one.is_past(publication.day) and one.status != "cancelled"]
    cards = [event_card(event, publication, spot) for event in islice(ahead, count + SPARE)]
    shown = tuple(printed(replace(card, is_spare=number >= count)) for number, card in enumerate(cards))
    rest = every if len(ahead) > len(cards) else ""
    return component("event-list", event_views.EventList("next", "", shown, NOTHING_PLANNED, most=count, rest=rest))


def coming_list(publication: Publication, spot: Spot, events: Iterable[Event], empty: str) -> event_views.EventList:
    """The events that are to come on the day of the build, the next one first."""
    cards = _printed(soonest_first(one for one in events if not one.is_past(publication.day)), publication, spot)
    count = count_in_words(len(cards))
    return event_views.EventList(COMING, COMING_LIST, cards, empty, heading=COMING, then=PAST_LIST, count=count)


def past_list(publication: Publication, spot: Spot, events: Iterable[Event], most: int = 0) -> event_views.EventList:
    """The events that are past on the day of the build, the latest first; with `most`, only so many of them."""
    behind = latest_first(one for one in events if one.is_past(publication.day))
    shown = behind[:most] if most else behind
    cards, more, count = _printed(shown, publication, spot), len(behind) - len(shown), count_in_words(len(behind))
    return event_views.EventList(PAST, PAST_LIST, cards, NOTHING_PAST, heading=PAST, most=most, more=more, count=count)


def _printed(events: Sequence[Event], publication: Publication, spot: Spot) -> tuple[str, ...]:
    return tuple(printed(event_card(event, publication, spot)) for event in events)
