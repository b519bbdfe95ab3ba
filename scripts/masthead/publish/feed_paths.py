"""Where each feed lies. Pages that only name one need not import what writes it."""

from collections.abc import Iterator

FEED = "news/feed.atom"
COMING = "events/feed.atom"
CHANGES = "events/changes.atom"


def feed_links() -> Iterator[tuple[str, str, str]]:
    """What the head of every page names: title, path and media type of every file."""
    for title, path in (("News", FEED), ("Events to come", COMING), ("What has changed about events", CHANGES)):
        yield title, path, "application/atom+xml"
        yield title, json_path(path), "application/feed+json"


def json_path(path: str) -> str:
    """The path of the JSON Feed beside an Atom feed."""
    return path.removesuffix(".atom") + ".json"
