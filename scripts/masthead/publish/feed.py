"""The Atom feed of news (RFC 4287, by the feedgen library)."""

import datetime as dt
from collections.abc import Iterator

from feedgen.feed import FeedGenerator

from masthead.addresses import address, on_site
from masthead.artifact import Artifact
from masthead.model.page import News
from masthead.publish.publication import Publication
from masthead.render import plain

FEED = "news/feed.atom"


def publish_feed(publication: Publication) -> Iterator[Artifact]:
    """Every note, the latest first."""
    network = publication.network
    home = network.site.absolute("")
    news = sorted(network.news.values(), key=lambda item: (item.date, item.slug))
    feed = FeedGenerator()
    feed.id(home)
    feed.title(f"{network.settings.title}: news")
    feed.author(name=network.settings.title)
    feed.link(href=network.site.absolute(FEED), rel="self")
    feed.link(href=home, rel="alternate")
    feed.language(network.settings.language)
    feed.updated(max(map(_changed, news), default=publication.stamp))
    for item in news:
        page = network.site.absolute(address(on_site(item.path) or ""))
        entry = feed.add_entry()
        entry.id(page)
        entry.title(item.title)
        entry.link(href=page)
        entry.summary(plain(item.summary))
        entry.published(_midnight(item.date))
        entry.updated(_changed(item))
    feed.generator("Masthead")
    yield Artifact(FEED, feed.atom_str(pretty=True), "content/news")


def _changed(item: News) -> dt.datetime:
    return _midnight(item.updated or item.date)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)
