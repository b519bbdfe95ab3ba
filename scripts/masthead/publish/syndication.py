"""Feeds as files: Atom (RFC 4287, by the feedgen library, imported here alone) and JSON Feed 1.1."""

import datetime as dt
from dataclasses import dataclass

from feedgen.feed import FeedGenerator

from masthead.artifact import as_json

VERSION = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True)
class Item:
    """One entry of a feed: `id` never changes, `text` is plain, `published` is None where nobody wrote it down."""

    id: str
    address: str
    title: str
    text: str
    updated: dt.datetime
    published: dt.datetime | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Feed:
    """A feed with its entries in order. `atom` and `json` are the full addresses of its two files."""

    id: str
    title: str
    page: str
    atom: str
    json: str
    author: str
    language: str
    updated: dt.datetime
    items: tuple[Item, ...]


def atom_file(feed: Feed) -> bytes:
    """The feed as Atom."""
    made = FeedGenerator()
    made.id(feed.id)
    made.title(feed.title)
    made.author(name=feed.author)
    made.link(href=feed.atom, rel="self")
    made.link(href=feed.page, rel="alternate")
    made.language(feed.language)
    made.updated(feed.updated)
    for item in feed.items:
        entry = made.add_entry(order="append")
        entry.id(item.id)
        entry.title(item.title)
        entry.link(href=item.address)
        entry.summary(item.text)
        entry.category([{"term": tag} for tag in item.tags])
        if item.published:
            entry.published(item.published)
        entry.updated(item.updated)
    made.generator("Masthead")
    return bytes(made.atom_str(pretty=True))


def json_file(feed: Feed) -> bytes:
    """The feed as JSON Feed."""
    made = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.json,
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "items": [_item(item) for item in feed.items],
    }
    return as_json(made)


def _item(item: Item) -> dict[str, object]:
    made = {
        "id": item.id,
        "url": item.address,
        "title": item.title,
        "content_text": item.text,
        "date_published": item.published.isoformat() if item.published else None,
        "date_modified": item.updated.isoformat(),
        "tags": list(item.tags),
    }
    return {key: value for key, value in made.items() if value}
