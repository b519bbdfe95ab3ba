"""References by slug and links by file name lead to something that exists and may be shown."""

import posixpath
from collections.abc import Iterator

from masthead.addresses import on_site
from masthead.checks.known import known_slugs
from masthead.faults import did_you_mean
from masthead.model.network import Network
from masthead.model.record import Markdown, Record, RefersTo, marked
from masthead.problem import Problem
from masthead.prose import Link, links
from masthead.publish.assets import brand_files
from masthead.source import Loc, Sources

NAMES = {
    "tags": "theme", "series": "series", "cited": "source", "members": "member", "people": "person",
    "events": "event", "case_studies": "case study",
}  # fmt: skip


def references_exist(network: Network, sources: Sources) -> Iterator[Problem]:
    """Every slug names a record, or a word of network.yml."""
    slugs: dict[str, set[str]] = {}
    for record in network.records():
        for loc, marker, slug in marked(record):
            if not isinstance(marker, RefersTo):
                continue
            if marker.family not in slugs:
                slugs[marker.family] = known_slugs(network, sources, marker.family)
            if slug not in (known := slugs[marker.family]):
                place = sources.texts[record.path].place(*loc)
                name = NAMES[marker.family]
                yield Problem(place, f"unknown-{name.replace(' ', '-')}", f"No {name} is called “{slug}”.",
                              did_you_mean(slug, known))  # fmt: skip


def links_lead_somewhere(network: Network, sources: Sources) -> Iterator[Problem]:
    """Every link and image in an author's Markdown names a file that is published."""
    for record in network.records():
        for loc, marker, text in marked(record):
            if not isinstance(marker, Markdown):
                continue
            for link in links(text):
                if not link.is_elsewhere and (found := _link_fault(link, record.path, network, sources)):
                    place = sources.texts[record.path].prose_place(loc, text, link.start, len(link.target))
                    yield Problem(place, *found)
    for record, loc, target in _named_files(network):
        if found := _link_fault(Link(target, 0), record.path, network, sources):
            yield Problem(sources.texts[record.path].place(*loc), *found)


def brand_files_exist(network: Network, sources: Sources) -> Iterator[Problem]:
    """Every logo, font and licence that the brand names is there."""
    source = sources.texts[network.brand.path]
    named = [("logos", index, "file", logo.file) for index, logo in enumerate(network.brand.logos)]
    for index, font in enumerate(network.brand.fonts):
        named += [("fonts", index, "file", font.file), ("fonts", index, "licence", font.licence)]
    for group, index, field, file in named:
        if file and f"brand/{file}" not in sources:
            known = (path.removeprefix("brand/") for path in sources.files if path.startswith("brand/"))
            yield Problem(source.place(group, index, field), "missing-file", f"There is no file “{file}” in brand/.",
                          did_you_mean(file, known))  # fmt: skip


def _named_files(network: Network) -> Iterator[tuple[Record, Loc, str]]:
    """Files that records name outside their Markdown: related records, and documents."""
    for study in network.case_studies.values():
        yield from ((study, ("related", index), target) for index, target in enumerate(study.related))
    for event in network.events.values():
        yield from (
            (event, ("documents", index, "file"), one.file) for index, one in enumerate(event.documents) if one.file
        )
        yield from ((event, ("photographs", index, "file"), one.file) for index, one in enumerate(event.photographs))


def _link_fault(link: Link, path: str, network: Network, sources: Sources) -> tuple[str, str, str] | None:
    """Code, message and hint, where a link leads nowhere."""
    file = link.file(path)
    if file not in sources:
        near = posixpath.dirname(file)
        known = [name for name in (*sources.texts, *sources.files) if posixpath.dirname(name) == near]
        hint = did_you_mean(posixpath.basename(file), map(posixpath.basename, known))
        return "broken-link", f"There is no file “{file}”.", hint or "Write the file's name, relative to this file."
    is_published = file.removeprefix("brand/") in brand_files(network.brand) or not file.startswith("brand/")
    if on_site(file) is None or not is_published:
        return "private-link", f"“{file}” is not published, so a reader could not follow this link.", "Link to a page."
    return None
