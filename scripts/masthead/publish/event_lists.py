"""Events in lists: each as a card, those to come and those that are past, and the few that come next."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from markupsafe import Markup

from masthead.dates import day_number, month_in_short
from masthead.landmarks import COMING, PAST
from masthead.model.event import Event
from masthead.model.order import latest_first, soonest_first
from masthead.publish import event_views, lasting
from masthead.publish.event_sets import token
from masthead.publish.event_time import known_time, missing_in_words
from masthead.publish.labels import count_in_words, event_labels, event_place, kind_name
from masthead.publish.publication import Publication, Spot, prose
from masthead.render import component

COMING_LIST, PAST_LIST = "events-coming", "events-past"  # `coming` and `past` are the headings
NOTHING_PLANNED, NOTHING_PAST = "Nothing is planned at the moment.", "Nothing has taken place yet."
LATEST = 20  # past events on the index; the others are on the pages of their years
SPARE = 9  # cards that wait behind the next events: more than most networks hold from one build to the next


def event_card(event: Event, publication: Publication, spot: Spot) -> event_views.EventCard:
    """An event in a list."""
    is_past = event.is_past(publication.day)
    pending = "" if is_past else missing_in_words(event.starts)
    return event_views.EventCard(
        href=spot.href(event.path),
        title=event.title,
        summary="" if is_past else prose(spot, event.summary, event.path),
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
        is_past=is_past,
        sorted_by=" ".join(token(*one) for one in publication.indexes.sets_of[event.slug]),
    )


def next_events(publication: Publication, spot: Spot, events: Iterable[Event], count: int, every: str) -> Markup:
    """The first `count` of events to come that are not cancelled, and some to take the places of those that are over.

    Where even these do not last, `every` is the address of the page that has all of them.
    """
    ahead = [one for one in soonest_first(events) if not one.is_past(publication.day) and one.status != "cancelled"]
    shown = (event_card(event, publication, spot) for event in islice(ahead, count + SPARE))
    cards = tuple(replace(card, is_spare=number >= count) for number, card in enumerate(shown))
    rest = every if len(ahead) > len(cards) else ""
    listed = event_views.EventList(
        name="next", cards=cards, empty=NOTHING_PLANNED, most=count, rest=rest, level=spot.level
    )
    return component("event-list", listed)


def coming_list(publication: Publication, spot: Spot, events: Iterable[Event], empty: str) -> event_views.EventList:
    """The events that are to come on the day of the build, the next one first."""
    ahead = soonest_first(one for one in events if not one.is_past(publication.day))
    return event_views.EventList(
        name=COMING,
        id=COMING_LIST,
        heading=COMING,
        cards=tuple(event_card(event, publication, spot) for event in ahead),
        empty=empty,
        then=PAST_LIST,
        count=count_in_words(len(ahead)),
    )


def past_list(publication: Publication, spot: Spot, events: Iterable[Event], most: int = 0) -> event_views.EventList:
    """The events that are past on the day of the build, the latest first; with `most`, only so many of them."""
    behind = latest_first(one for one in events if one.is_past(publication.day))
    shown = behind[:most] if most else behind
    return event_views.EventList(
        name=PAST,
        id=PAST_LIST,
        heading=PAST,
        cards=tuple(event_card(event, publication, spot) for event in shown),
        empty=NOTHING_PAST,
        most=most,
        more=len(behind) - len(shown),
        count=count_in_words(len(behind)),
    )
