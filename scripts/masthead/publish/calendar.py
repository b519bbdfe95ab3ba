"""Calendars to subscribe to: one of all dated events, one for each series, kind and member, one for each event."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from masthead.addresses import EVENTS
from masthead.artifact import Artifact, Job
from masthead.model.event import Event, EventKind
from masthead.publish.appointment import announced, appointment, page_address
from masthead.publish.calendar_paths import CALENDAR, event_calendar, kind_calendar, member_calendar, series_calendar
from masthead.publish.ical import Entry, Head, calendar_file, entry
from masthead.publish.labels import KIND_NAMES
from masthead.publish.publication import Publication
from masthead.render import plain

LOT = "calendars"  # each event is written once, and stands in several
Entries = Callable[[str], Entry | None]  # by slug; None where the event was never announced for a day


@dataclass(frozen=True)
class Group:
    """Events that have a calendar of their own. `source` is the file that an editor would change."""

    path: str
    name: str
    description: str
    page: str
    events: tuple[Event, ...]
    source: str


def publish_calendar(publication: Publication) -> Iterator[Job]:
    """Every calendar, with each event that was ever announced for a day."""
    entries = cache(partial(_entry, publication))
    for group in groups(publication):
        yield Job(group.path, partial(_file, group, entries, publication), LOT, own="")
    for event in publication.network.events.values():
        if announced(event):
            yield Job(event_calendar(event), partial(_own_file, event, entries, publication), LOT, own="")


def _own_file(event: Event, entries: Entries, publication: Publication) -> Artifact:
    group = Group(event_calendar(event), event.title, plain(event.summary), event.path, (event,), event.path)
    return _file(group, entries, publication)


def groups(publication: Publication) -> Iterator[Group]:
    """The calendar of all events, then those of the series, kinds and members that have any."""
    network = publication.network
    events = tuple(sorted(network.events.values(), key=lambda event: event.soonest_first))
    yield _group(CALENDAR, "", "", events, publication)
    by_member = _by_member(events)
    found = (
        *(_of_series(slug, events, publication) for slug in network.settings.series),
        *(_of_kind(kind, events, publication) for kind in EventKind),
        *(_of_member(slug, by_member.get(slug, ()), publication) for slug in network.members),
    )
    yield from (group for group in found if any(announced(event) for event in group.events))


def _of_series(slug: str, events: Iterable[Event], publication: Publication) -> Group:
    series = publication.network.settings.series[slug]
    held = (event for event in events if event.series == slug)
    return _group(series_calendar(slug), series.title, plain(series.summary), held, publication)


def _of_kind(kind: EventKind, events: Iterable[Event], publication: Publication) -> Group:
    held = (event for event in events if event.kind is kind)
    return _group(kind_calendar(kind), KIND_NAMES[kind], kind.description, held, publication)


def _of_member(slug: str, events: Iterable[Event], publication: Publication) -> Group:
    member = publication.network.members[slug]
    return _group(member_calendar(slug), member.title, plain(member.summary), events, publication)


def _group(path: str, name: str, description: str, events: Iterable[Event], publication: Publication) -> Group:
    settings = publication.network.settings
    full = f"{settings.title}: {name}" if name else settings.title
    return Group(path, full, description or plain(settings.summary), EVENTS, tuple(events), "events")


def _by_member(events: Iterable[Event]) -> Mapping[str, list[Event]]:
    """The events that a member organises or takes part in, by the member’s slug."""
    found: dict[str, list[Event]] = {}
    for event in events:
        for slug in dict.fromkeys((*event.organisers, *event.members)):
            found.setdefault(slug, []).append(event)
    return found


def _entry(publication: Publication, slug: str) -> Entry | None:
    told = appointment(publication.network.events[slug], publication)
    return entry(told) if told else None


def _file(group: Group, entries: Entries, publication: Publication) -> Artifact:
    head = Head(
        name=group.name,
        description=group.description,
        page=page_address(group.page, publication),
        source=publication.network.site.absolute(group.path),
        zone=publication.network.settings.timezone,
        stamp=publication.stamp,
    )
    held = filter(None, (entries(event.slug) for event in group.events))
    return Artifact(group.path, calendar_file(head, held), group.source)
