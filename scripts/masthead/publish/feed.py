"""Feeds of news, of events to come, and of what has changed about events; each as Atom and as JSON Feed."""

import datetime as dt
from collections.abc import Iterable, Iterator

from masthead.addresses import EVENTS, NEWS
from masthead.artifact import Artifact
from masthead.model.event import Event
from masthead.model.page import News
from masthead.model.record import Record
from masthead.publish.appointment import page_address, stamp_of
from masthead.publish.cards import coming
from masthead.publish.changes import change_in_words
from masthead.publish.event_time import time_of_event
from masthead.publish.feed_paths import CHANGES, COMING, FEED, json_path
from masthead.publish.labels import STATUS_NAMES, event_place
from masthead.publish.publication import Publication
from masthead.publish.syndication import Feed, Item, atom_file, json_file
from masthead.render import plain


def publish_feed(publication: Publication) -> Iterator[Artifact]:
    """Every feed, in both forms."""
    for path, feed in feeds(publication):
        source = "content/news" if path == FEED else "events"
        yield Artifact(path, atom_file(feed), source)
        yield Artifact(json_path(path), json_file(feed), source)


def feeds(publication: Publication) -> Iterator[tuple[str, Feed]]:
    """Every feed, and the path of its Atom file."""
    events = publication.network.events.values()
    news = sorted(publication.network.news.values(), key=lambda item: (item.date, item.slug), reverse=True)
    yield _feed(FEED, "news", NEWS, (_news(item, publication) for item in news), publication)
    held = (_event(event, publication) for event in coming(publication))
    yield _feed(COMING, "events to come", EVENTS, held, publication)
    changes = (item for event in events for item in _changes(event, publication))
    latest = sorted(changes, key=lambda item: (item.updated, item.id), reverse=True)
    yield _feed(CHANGES, "what has changed about events", EVENTS, latest, publication)


def _feed(path: str, name: str, page: str, items: Iterable[Item], publication: Publication) -> tuple[str, Feed]:
    site, settings, found = publication.network.site, publication.network.settings, tuple(items)
    return path, Feed(
        id=site.absolute("" if path == FEED else path),
        title=f"{settings.title}: {name}",
        page=page_address(page, publication),
        atom=site.absolute(path),
        json=site.absolute(json_path(path)),
        author=settings.title,
        language=settings.language,
        updated=max((item.updated for item in found), default=publication.stamp),
        items=found,
    )


def _news(item: News, publication: Publication) -> Item:
    return Item(
        id=_first_address(item, publication),
        address=page_address(item.path, publication),
        title=item.title,
        text=plain(item.summary),
        updated=_midnight(item.updated or item.date),
        published=_midnight(item.date),
        tags=_tags(item, publication),
    )


def _event(event: Event, publication: Publication) -> Item:
    """An event to come, whose text says when and where before anything else."""
    first = event.announcements[0].announced
    when = time_of_event(event, publication)
    status = STATUS_NAMES.get(event.status, "")
    said = (": ".join(filter(None, (status, event.title))), " · ".join(filter(None, (when, event_place(event)))))
    return Item(
        id=_first_address(event, publication),
        address=page_address(event.path, publication),
        title=said[0],
        text=f"{said[1]}\n\n{plain(event.summary)}",
        updated=stamp_of(event, publication),
        published=_midnight(first) if first else None,
        tags=_tags(event, publication),
    )


def _changes(event: Event, publication: Publication) -> Iterator[Item]:
    """One entry for each change that people were told of, named by its number, which never changes."""
    for number, change in enumerate(event.changes, 1):
        words = change_in_words(change, publication.language)
        status = STATUS_NAMES.get(change.after.status) if change.is_of_status else None
        yield Item(
            id=f"{_first_address(event, publication)}#change-{number}",
            address=page_address(event.path, publication),
            title=f"{status or 'Changed'}: {change.after.title}",
            text="\n\n".join(filter(None, (words, plain(change.reason)))),
            updated=_midnight(change.day),
            published=_midnight(change.day),
            tags=_tags(event, publication),
        )


def _first_address(record: Record, publication: Publication) -> str:
    """The address that a record had first: it stays its name when the file is renamed."""
    room, _, name = record.path.rpartition("/")
    slug = record.moved_from[0] if record.moved_from else record.slug
    return page_address(f"{room}/{slug}.{name.rpartition('.')[2]}", publication)


def _tags(record: Record, publication: Publication) -> tuple[str, ...]:
    named = publication.network.settings.tags
    return tuple(named[tag].title for tag in record.tags if tag in named)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)
