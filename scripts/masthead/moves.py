"""Addresses that a page had before, from what its record says in `moved_from`."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from masthead.addresses import address, on_site
from masthead.model.network import Network
from masthead.model.record import Record


def moved_pages(network: Network) -> Mapping[str, str]:
    """The address of each page by those that it had before, relative to the site's root. A page that is there stays."""
    records = [record for record in network.records() if isinstance(record, Record)]
    there = {on_site(record.path) for record in records}
    moves = (
        (old, on_site(record.path))
        for record in records
        for old in (on_site(former_path(record, slug)) for slug in record.moved_from)
    )
    return {address(old): address(new) for old, new in sorted(moves) if old and new and old not in there}


def moved_paths(network: Network) -> Mapping[str, str]:
    """The same as paths on the site's host: a site may lie in a folder there."""
    site, moves = network.site, moved_pages(network)
    return {urlsplit(site.absolute(old)).path: urlsplit(site.absolute(new)).path for old, new in moves.items()}


def former_path(record: Record, slug: str) -> str:
    """The path that the record's file would have under another slug."""
    folder, _, name = record.path.rpartition("/")
    return f"{folder}/{slug}.{name.rpartition('.')[2]}"
