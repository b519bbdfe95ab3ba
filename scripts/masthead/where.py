"""Where something is used: in which files, at which place, and what is published that shows it."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from masthead.addresses import address
from masthead.artifact import Artifact
from masthead.edge import Edge as Outside
from masthead.graph import NAMES, Edge, Entry, Graph, graph_of
from masthead.model.network import Network
from masthead.model.permission import Use
from masthead.model.record import Filed, Markdown
from masthead.press import publication_of
from masthead.problem import Place
from masthead.publish.manifesto import print_html
from masthead.publish.papers import PAPERS
from masthead.publish.publication import Publication
from masthead.publish.publishers import publish
from masthead.rewriting import named, rewritten
from masthead.source import Sources
from masthead.terminal import in_one_line

MARK = "\ue000"  # no text has it: Unicode’s private use
MARKS = (MARK, "\\ue000")  # as text, and as JSON may write it
SHOWN = ("title", "short_title", "question", "label", "alt", "caption", "credit", "role", "office")
BY_NAME = "by name"


@dataclass(frozen=True, order=True)
class Mention:
    """One place in a file: where, in what, and in which form."""

    place: Place
    by: str
    form: str


@dataclass(frozen=True)
class Found:
    """Something of the name that was asked for, where it is used, and the addresses that show it."""

    entry: Entry
    place: Place
    mentions: tuple[Mention, ...]
    pages: tuple[str, ...]
    files: tuple[str, ...]


def where(name: str, network: Network, sources: Sources, outside: Outside) -> tuple[Found, ...]:
    """Everything of that name; empty where there is nothing. What is published is that of the day."""
    graph = graph_of(network)
    publication = publication_of(network, sources, outside, preview=False)
    return tuple(_found(entry, graph, sources, publication) for entry in graph.find(name))


def in_words(found: Iterable[Found]) -> str:
    """The same for a person to read."""
    return "\n\n".join("\n".join(map(in_one_line, _told(one))) for one in found)


def as_json(found: Iterable[Found]) -> str:
    """The same for programs."""
    told = [
        {
            "kind": NAMES[one.entry.node.family],
            "id": one.entry.node.id,
            "title": one.entry.title,
            "place": vars(one.place),
            "uses": [{"place": vars(use.place), "by": use.by, "form": use.form} for use in one.mentions],
            "pages": one.pages,
            "files": one.files,
        }
        for one in found
    ]
    return json.dumps(told, ensure_ascii=False, indent=2)


def _told(one: Found) -> Iterator[str]:
    yield f"{one.entry.heading}, {one.place}"
    yield f"  Used at {_count(len(one.mentions), 'place')}:" if one.mentions else "  Used nowhere."
    for path in dict.fromkeys(use.place.path for use in one.mentions):
        uses = [use for use in one.mentions if use.place.path == path]
        yield f"    {uses[0].by}"
        yield from (f"      {use.place}  {use.form}" for use in uses)
    yield f"  Shown on {_count(len(one.pages), 'page')}:" if one.pages else "  Shown on no page."
    yield from (f"    {page}" for page in one.pages)
    if one.files:
        yield f"  In {_count(len(one.files), 'file')} besides:"
        yield from (f"    {file}" for file in one.files)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _found(entry: Entry, graph: Graph, sources: Sources, publication: Publication) -> Found:
    edges = graph.into.get(entry.node, ())
    mentions = sorted({*_mentions(edges, graph, sources), *_by_name(entry, graph, sources)})
    shown = sorted(_shown(entry, edges, publication))
    pages = tuple(path for path in shown if path.endswith("index.md"))
    absolute = publication.network.site.absolute
    return Found(
        entry,
        entry.place(sources),
        tuple(mentions),
        tuple(absolute(address(path)) for path in pages),
        tuple(absolute(path) for path in shown if path not in pages),
    )


def _mentions(edges: Iterable[Edge], graph: Graph, sources: Sources) -> Iterator[Mention]:
    return (Mention(edge.place(sources), graph.entries[edge.by].words, edge.form) for edge in edges)


def _by_name(entry: Entry, graph: Graph, sources: Sources) -> Iterator[Mention]:
    """Where the name of a person stands in a file, besides the person’s own."""
    names = named([entry.said]) if entry.node.family == "people" else None
    owners = {one.path: one.words for one in graph.entries.values() if not one.loc}
    for path, source in sources.texts.items():
        for match in names.finditer(source.text) if names and path != entry.path else ():
            line = source.text.count("\n", 0, match.start()) + 1
            column = match.start() - source.text.rfind("\n", 0, match.start())
            yield Mention(Place(path, line, column, len(match[0])), owners.get(path, path), BY_NAME)


def _shown(entry: Entry, edges: Iterable[Edge], publication: Publication) -> Iterator[str]:
    """Paths of what is published and shows it: it is marked in the records, and then looked for in what is made."""
    paths = {edge.path for edge in edges} if entry.node.family == "permissions" else {entry.path}
    marked = replace(
        publication,
        network=_marked(publication.network, entry, paths),
        networks={use: _marked(network, entry, paths) for use, network in publication.networks.items()},
    )
    paper = marked.used_for(Use.PRINT)
    printed = (Artifact(one.path, print_html(paper, one)) for one in PAPERS)
    for artifacts, network in (
        (publish(marked), publication.network),
        (printed, publication.used_for(Use.PRINT).network),
    ):
        names = named(one for one in network.people.values() if one.path in paths and _is_meant(one, entry))
        yield from (one.path for one in artifacts if _shows(one.text, names))


def _marked(network: Network, entry: Entry, paths: Iterable[str]) -> Network:
    """The network with a mark in the texts that readers see of something."""
    changed: dict[str, Any] = {}
    for family in type(network).model_fields:
        held = getattr(network, family)
        records = held if isinstance(held, Mapping) else {family: held}
        new = {
            key: rewritten(one, lambda value: _mark(value, entry))
            for key, one in records.items()
            if _path(one) in paths
        }
        if new:
            changed[family] = {**held, **new} if isinstance(held, Mapping) else new[family]
    return network.model_copy(update=changed)


def _path(record: object) -> str:
    return record.path if isinstance(record, Filed) else ""


def _mark(value: Any, entry: Entry) -> Any:
    if not isinstance(value, BaseModel) or not _is_meant(value, entry):
        return value
    fields = type(value).model_fields
    shown = (
        name for name, one in fields.items() if name in SHOWN or any(isinstance(m, Markdown) for m in one.metadata)
    )
    texts = {name: text for name in shown if isinstance(text := getattr(value, name), str) and text}
    return value.model_copy(update={name: text + MARK for name, text in texts.items()})


def _is_meant(part: BaseModel, entry: Entry) -> bool:
    """Whether this is what an entry stands for, or what rests on it where it is a permission."""
    if entry.node.family == "permissions":
        return getattr(part, "permission", None) == entry.node.id
    if isinstance(part, Filed) or not entry.loc:
        return not entry.loc and _path(part) == entry.path
    return part == entry.said


def _shows(text: str, names: re.Pattern[str] | None) -> bool:
    return any(mark in text for mark in MARKS) or bool(names and names.search(text))
