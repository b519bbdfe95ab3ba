"""Links to a place on a page name a place that is there, and headings go down one level at a time."""

import re
from collections.abc import Iterator

from masthead.faults import did_you_mean
from masthead.markup import anchors
from masthead.model.case_study import CaseStudy
from masthead.model.event import Event
from masthead.model.network import Network
from masthead.model.record import Filed, Markdown, marked
from masthead.problem import Problem
from masthead.prose import links, pieces, without_code
from masthead.publish.case_studies import ANCHORS as CASE_STUDY_ANCHORS
from masthead.publish.events import ANCHORS as EVENT_ANCHORS
from masthead.source import Sources

GENERATED = {Event: EVENT_ANCHORS, CaseStudy: CASE_STUDY_ANCHORS}
HEADING = re.compile(r"^(#{1,6})(?=[^#\n])[^\n]*|^(?![ #>\-*+|:=\n])[^\n]+\n(=+|--+)[ ]*$", re.MULTILINE)


def anchors_exist(network: Network, sources: Sources) -> Iterator[Problem]:
    """Links whose # leads to no heading. Pages with live pieces are left out: their headings come from records."""
    records = network.by_path()
    known: dict[str, frozenset[str] | None] = {}
    for record in records.values():
        for loc, marker, text in marked(record):
            for link in links(text) if isinstance(marker, Markdown) and "#" in text else ():
                fragment = (link.target if link.target.startswith("#") else link.fragment).removeprefix("#")
                path = record.path if link.target.startswith("#") else link.file(record.path)
                if not fragment or (link.is_elsewhere and path != record.path) or path not in records:
                    continue
                if path not in known:
                    known[path] = _anchors(records[path], network)
                there = known[path]
                if there is not None and fragment not in there:
                    start = link.start + link.target.index("#")
                    place = sources.texts[record.path].prose_place(loc, text, start, len(fragment) + 1)
                    message = f"No heading of “{path}” has the address “#{fragment}”."
                    yield Problem(place, "unknown-anchor", message, did_you_mean(fragment, there))


def headings_go_down_by_one(network: Network, sources: Sources) -> Iterator[Problem]:
    """Headings of the first level, which is the title's, and headings that skip a level."""
    for record in network.records():
        body = getattr(record, "body", "")
        above = 1
        for found in HEADING.finditer(without_code(body)):
            level = len(found[1]) if found[1] else 1 if found[2].startswith("=") else 2
            place = sources.texts[record.path].prose_place(("body",), body, found.start(), len(found[1] or "#"))
            if level == 1:
                message = "The first level of headings is for the title alone."
                yield Problem(place, "heading-level", message, "Begin the heading with ##.")
            elif level > above + 1:
                message = f"This heading is of level {level}, and the one above it of level {above}."
                yield Problem(place, "heading-level", message, f"Begin it with {'#' * (above + 1)}.")
            above = max(level, 1)


def _anchors(record: Filed, network: Network) -> frozenset[str] | None:
    """The anchors of a record's page; None where they cannot be told from the record alone."""
    body = getattr(record, "body", None)
    if body is None or next(pieces(body), None) is not None:
        return None
    own = anchors(body, network.site.markdown_extensions)
    if not record.path.endswith(".md") and type(record) not in GENERATED:
        return None
    return own | GENERATED.get(type(record), frozenset())
