"""The sets of events that have a page of their own: by series, kind, member, place and year."""

from collections.abc import Mapping
from dataclasses import dataclass

from masthead.addresses import EVENTS, EventFamily
from masthead.landmarks import UNDATED
from masthead.model.event import Event, EventKind
from masthead.model.network import Network
from masthead.publish.appointment import announced
from masthead.publish.calendar_paths import kind_calendar, member_calendar, series_calendar
from masthead.publish.event_views import Choice, Filter
from masthead.publish.labels import KIND_NAMES, KIND_PLURALS, count_in_words
from masthead.publish.memberships import ONLINE
from masthead.publish.publication import Publication

FILTER_LABELS = {
    EventFamily.KIND: "Kind",
    EventFamily.SERIES: "Series",
    EventFamily.MEMBER: "Member",
    EventFamily.PLACE: "Place",
    EventFamily.YEAR: "Year",
}
WHEN = Filter("When", "when", (Choice("Coming", "coming"), Choice("Past", "past")))


@dataclass(frozen=True)
class EventSet:
    """Events that have one thing in common. `name` is short, `title` that of its page, `summary` Markdown of the record
    at `path`; `calendar` is empty where the set has none.
    """

    family: EventFamily
    slug: str
    name: str
    title: str
    path: str
    events: tuple[Event, ...]
    summary: str = ""
    calendar: str = ""

    @property
    def page(self) -> str:
        return set_page(self.family, self.slug)

    @property
    def count(self) -> str:
        """12 events."""
        return count_in_words(len(self.events))

    @property
    def token(self) -> str:
        """Its name as a filter."""
        return token(self.family, self.slug)


EventSets = Mapping[EventFamily, tuple[EventSet, ...]]


def set_page(family: EventFamily, slug: str) -> str:
    return f"events/{family}/{slug}/index.md"


def family_page(family: EventFamily) -> str:
    return f"events/{family}/index.md"


def token(family: EventFamily, slug: str) -> str:
    return f"{family}:{slug}"


def event_sets(publication: Publication) -> EventSets:
    """Every set that has an event, family by family, in the order in which readers look for them."""
    network = publication.network
    found: dict[EventFamily, dict[str, list[Event]]] = {family: {} for family in EventFamily}
    for event in sorted(network.events.values(), key=lambda event: publication.past_order[event.slug]):
        for family, slug in publication.indexes.sets_of[event.slug]:
            found[family].setdefault(slug, []).append(event)
    return {
        family: tuple(event_set(family, slug, tuple(sets[slug]), network) for slug in _in_order(family, sets, network))
        for family, sets in found.items()
    }


def event_set(family: EventFamily, slug: str, events: tuple[Event, ...], network: Network) -> EventSet:
    """One set; `events`, the latest first, are some or all of it."""
    settings, dated = network.settings, any(announced(event) for event in events)
    match family:
        case EventFamily.SERIES:
            term, path = settings.series[slug], series_calendar(slug) if dated else ""
            return EventSet(family, slug, term.title, term.title, settings.path, events, term.summary, path)
        case EventFamily.KIND:
            kind = next(one for one in EventKind if one.value == slug)
            path = kind_calendar(kind) if dated else ""
            title = f"All {KIND_PLURALS[kind].lower()}"
            return EventSet(family, slug, KIND_NAMES[kind], title, EVENTS, events, kind.description, path)
        case EventFamily.MEMBER:
            member, path = network.members[slug], member_calendar(slug) if dated else ""
            title = f"Events with {member.short_title}"
            return EventSet(family, slug, member.short_title, title, member.path, events, calendar=path)
        case EventFamily.PLACE:
            name = next((one.venue.short for one in events if one.venue and one.venue.slug == slug), "Online")
            title = "Events online" if name == "Online" else f"Events at {name}"
            return EventSet(family, slug, name, title, EVENTS, events)
        case EventFamily.YEAR:
            title = "Events without a date" if slug == UNDATED else f"Events in {slug}"
            return EventSet(family, slug, "No date" if slug == UNDATED else slug, title, EVENTS, events)


def _in_order(family: EventFamily, sets: Mapping[str, list[Event]], network: Network) -> list[str]:
    match family:
        case EventFamily.SERIES:
            return [slug for slug in network.settings.series if slug in sets]
        case EventFamily.KIND:
            return [kind.value for kind in EventKind if kind.value in sets]
        case EventFamily.YEAR:
            return sorted(sets, key=lambda slug: -1 if slug == UNDATED else int(slug), reverse=True)
        case _:
            names = {slug: event_set(family, slug, tuple(events), network).name for slug, events in sets.items()}
            return sorted(sets, key=lambda slug: (slug == ONLINE, names[slug].casefold(), slug))


def event_filters(sets: EventSets) -> tuple[Filter, ...]:
    """The fields by which a list of events is narrowed; those in which there is nothing to choose are left out."""
    fields = (
        Filter(label, family, tuple(Choice(one.name, one.slug) for one in sets[family]))
        for family, label in FILTER_LABELS.items()
        if len(sets[family]) > 1
    )
    return (WHEN, *fields) if any(sets.values()) else ()
