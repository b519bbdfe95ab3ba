"""References by slug and links by file name lead to something that exists and may be shown."""

from collections.abc import Iterator
from functools import partial

from masthead.checks.known import known_slugs
from masthead.checks.subject import Subjects
from masthead.checks.targets import Targets
from masthead.faults import did_you_mean
from masthead.graph import NAMES
from masthead.links import Link
from masthead.model.network import Network
from masthead.model.record import Record, RefersTo
from masthead.problem import Problem, made_out
from masthead.source import Loc, Source, Sources


def references_exist(network: Network, sources: Sources, subjects: Subjects) -> Iterator[Problem]:
    """Every slug names a record, or a word of network.yml."""
    named = frozenset(family for subject in subjects.values() for family, _ in subject.names)
    slugs = {family: known_slugs(network, sources, family) for family in named}
    known = {(family, slug) for family in named for slug in slugs[family]}
    for subject in subjects.values():
        if subject.names <= known:
            continue
        yield from made_out(
            partial(_unknown, subject.source, loc, slug, NAMES[marker.family], slugs[marker.family])
            for loc, marker, slug in subject.marked
            if isinstance(marker, RefersTo) and (marker.family, slug) not in known
        )


def links_lead_somewhere(network: Network, sources: Sources, subjects: Subjects) -> Iterator[Problem]:
    """Every link and image in an author's Markdown names a file that is published."""
    targets = Targets(network, sources)
    for subject in subjects.values():
        yield from made_out(
            partial(_link_problem, subject.source, loc, text, link, targets)
            for loc, text, link, file in subject.links
            if file and not targets.has(file, link.target)
        )
    for record, loc, target in _named_files(network):
        link = Link(target, 0)
        if not targets.has(link.file(record.path), target):
            yield Problem(sources.texts[record.path].place(*loc), *targets.fault(link, record.path))


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
    """Files that records name outside their Markdown: related records, documents, photographs and logos."""
    for member in network.members.values():
        yield from ((member, ("logo", "file"), one.file) for one in [member.logo] if one)
    for study in network.case_studies.values():
        yield from ((study, ("related", index), target) for index, target in enumerate(study.related))
    for event in network.events.values():
        yield from (
            (event, ("documents", index, "file"), one.file) for index, one in enumerate(event.documents) if one.file
        )
        yield from ((event, ("photographs", index, "file"), one.file) for index, one in enumerate(event.photographs))


def _unknown(source: Source, loc: Loc, slug: str, name: str, known: set[str]) -> Problem:
    several = " " in slug and known.issuperset(slug.split())
    hint = "Put a comma between them." if several else did_you_mean(slug, known)
    return Problem(source.place(*loc), f"unknown-{name.replace(' ', '-')}", f"No {name} is called “{slug}”.", hint)


def _link_problem(source: Source, loc: Loc, text: str, link: Link, targets: Targets) -> Problem:
    place = source.prose_place(loc, text, link.start, max(1, len(link.target)))
    return Problem(place, *targets.fault(link, source.path))
