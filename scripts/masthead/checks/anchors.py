"""Links to a place on a page name a place that is there, and headings go down one level at a time."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import unquote

from masthead.addresses import on_site
from masthead.faults import did_you_mean
from masthead.links import Link, links
from masthead.model.network import Network
from masthead.model.record import Markdown, marked
from masthead.problem import Problem, made_out
from masthead.prose import HEADING, heading_level, without_code
from masthead.publish.anchors import page_anchors
from masthead.source import Loc, Source, Sources


def anchors_exist(network: Network, sources: Sources) -> Iterator[Problem]:
    """Links whose # leads to no heading, and to nothing else that has an address."""
    records = network.by_path()
    known: dict[str, frozenset[str]] = {}
    for record in records.values():
        source, faults = sources.texts[record.path], []
        for loc, marker, text in marked(record):
            for link in links(text) if isinstance(marker, Markdown) and "#" in text else ():
                fragment = unquote(link.fragment.removeprefix("#"))
                path = record.path if link.target.startswith("#") else link.file(record.path)
                is_here = link.target.startswith("#") or not link.is_elsewhere
                if not fragment or not is_here or path not in records or on_site(path) is None:
                    continue
                if path not in known:
                    known[path] = page_anchors(records[path], network)
                if fragment not in known[path]:
                    faults.append(partial(_unknown, source, loc, text, link, path, known[path]))
        yield from made_out(faults)


def headings_go_down_by_one(network: Network, sources: Sources) -> Iterator[Problem]:
    """Headings of the first level, which is the title's, and headings that skip a level."""
    for record in network.records():
        body = getattr(record, "body", "")
        above = 1
        for found in HEADING.finditer(without_code(body)):
            level = heading_level(found)
            place = sources.texts[record.path].prose_place(("body",), body, found.start(), len(found[1] or "#"))
            if level == 1:
                message = "The first level of headings is for the title alone."
                yield Problem(place, "heading-level", message, "Begin the heading with ##.")
            elif level > above + 1:
                message = f"This heading is of level {level}, and the one above it of level {above}."
                yield Problem(place, "heading-level", message, f"Begin it with {'#' * (above + 1)}.")
            above = max(level, 1)


def _unknown(source: Source, loc: Loc, text: str, link: Link, path: str, known: frozenset[str]) -> Problem:
    place = source.prose_place(loc, text, link.start + link.target.index("#"), len(link.fragment))
    message = f"No heading of “{path}” has the address “{link.fragment}”."
    page = link.target.partition("#")[0]
    hint = did_you_mean(unquote(link.fragment.removeprefix("#")), known) or f"Link to the page: {page or path}."
    return Problem(place, "unknown-anchor", message, hint)
