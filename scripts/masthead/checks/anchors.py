"""Links to a place on a page name a place that is there, and headings go down one level at a time."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import unquote

from masthead.addresses import on_site
from masthead.checks.subject import Subject, Subjects
from masthead.faults import did_you_mean
from masthead.links import Link
from masthead.model.network import Network
from masthead.problem import Problem, made_out
from masthead.prose import HEADING, heading_level, without_code
from masthead.publish.anchors import page_anchors
from masthead.source import Loc, Source, Sources


def anchors_exist(network: Network, _: Sources, subjects: Subjects) -> Iterator[Problem]:
    """Links whose # leads to no heading, and to nothing else that has an address."""
    known: dict[str, frozenset[str]] = {}
    for here, subject in subjects.items():
        faults = []
        for loc, text, link, file in subject.links if subject.record is not None else ():
            fragment = unquote(link.fragment.removeprefix("#"))
            path = here if link.target.startswith("#") else file
            record = subjects[path].record if path in subjects else None
            if not fragment or record is None or on_site(path) is None:
                continue
            if path not in known:
                known[path] = page_anchors(record, network)
            if fragment not in known[path]:
                faults.append(partial(_unknown, subject.source, loc, text, link, path, known[path]))
        yield from made_out(faults)


def headings_go_down_by_one(subject: Subject) -> Iterator[Problem]:
    """Headings of the first level, which is the title's, and headings that skip a level."""
    body, above = subject.body, 1
    for found in HEADING.finditer(without_code(body)):
        level = heading_level(found)
        place = partial(subject.source.prose_place, ("body",), body, found.start(), len(found[1] or "#"))
        if level == 1:
            message = "The first level of headings is for the title alone."
            yield Problem(place(), "heading-level", message, "Begin the heading with ##.")
        elif level > above + 1:
            message = f"This heading is of level {level}, and the one above it of level {above}."
            yield Problem(place(), "heading-level", message, f"Begin it with {'#' * (above + 1)}.")
        above = max(level, 1)


def _unknown(source: Source, loc: Loc, text: str, link: Link, path: str, known: frozenset[str]) -> Problem:
    place = source.prose_place(loc, text, link.start + link.target.index("#"), len(link.fragment))
    message = f"No heading of “{path}” has the address “{link.fragment}”."
    page = link.target.partition("#")[0]
    hint = did_you_mean(unquote(link.fragment.removeprefix("#")), known) or f"Link to the page: {page or path}."
    return Problem(place, "unknown-anchor", message, hint)
