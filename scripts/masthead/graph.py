"""The network as a graph: all that can be referred to, and every reference with the place where its author wrote it."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import BaseModel, ValidationError

from masthead.faults import did_you_mean
from masthead.links import Link, links
from masthead.model.network import FAMILIES, Network
from masthead.model.pieces import PIECES
from masthead.model.record import Filed, RefersTo, marked
from masthead.problem import Place
from masthead.prose import Mention, Piece, mentions, pieces
from masthead.source import Loc, Sources

# What one thing of a family is called, to those who write it.
NAMES = {
    "tags": "theme", "series": "series", "cited": "source", "members": "member", "people": "person",
    "events": "event", "case_studies": "case study", "permissions": "permission",
    "workstreams": "workstream", "steps": "step", "interviews": "round of interviews", "commitments": "commitment",
    "indicators": "indicator", "questions": "question", "themes": "finding", "news": "piece of news",
    "chapters": "chapter", "pages": "page", "audits": "audit", "manifesto": "manifesto", "settings": "network",
    "brand": "brand",
}  # fmt: skip
SINGLES = {"settings": "network", "manifesto": "manifesto", "brand": "brand"}
# Parts that have names of their own -> the group of fields in which they stand, by the family of its record.
LISTED = {
    ("manifesto", "commitments"): "commitments",
    ("events", "feedback"): "questions",
    ("interviews", "themes"): "themes",
}
WORDS = {"tags": "tags", "series": "series", "sources": "cited"}  # groups of network.yml, and their families
NARROWER = {"events": ("question", "questions"), "interviews": ("theme", "themes")}  # what is named beside a slug


@dataclass(frozen=True, order=True)
class Node:
    """Something that can be referred to: a family, and a name in it. A question is named `event/question`."""

    family: str
    id: str

    @property
    def name(self) -> str:
        """The name alone: of a question without its event."""
        return self.id.rpartition("/")[2] if self.family in LISTED.values() else self.id.removesuffix(".md")


@dataclass(frozen=True)
class Entry:
    """What stands for a node: its title, the record or the part of one that says it, and where that stands."""

    node: Node
    title: str
    path: str
    loc: Loc = ()
    said: BaseModel = field(kw_only=True, repr=False, compare=False)

    @property
    def words(self) -> str:
        """What it is, and its title."""
        return f"the {NAMES[self.node.family]} “{self.title}”"

    @property
    def heading(self) -> str:
        """The same at the head of what is said of it."""
        return as_heading(self.words)

    def place(self, sources: Sources) -> Place:
        """Where its title stands, or its first field."""
        return sources.texts[self.path].place(*self.loc, next(iter(_title_field(self.said)), ""))


@dataclass(frozen=True)
class Edge:
    """A reference: `by` names `to` at `loc` of a record; in a text there, from `start` on. `form` says how."""

    by: Node
    to: Node
    path: str
    loc: Loc
    form: str
    text: str = field(default="", repr=False)
    start: int = 0
    length: int = 0

    def place(self, sources: Sources) -> Place:
        """Where it is written."""
        source = sources.texts[self.path]
        if self.text:
            return source.prose_place(self.loc, self.text, self.start, self.length)
        return source.place(*self.loc)


@dataclass(frozen=True)
class Graph:
    """Everything that can be referred to, and every reference, in the order of the records."""

    entries: Mapping[Node, Entry]
    edges: tuple[Edge, ...]

    @cached_property
    def into(self) -> Mapping[Node, tuple[Edge, ...]]:
        """The references to each node."""
        return _grouped((edge.to, edge) for edge in self.edges)

    @property
    def dangling(self) -> Iterator[Edge]:
        """References to what is not there."""
        return (edge for edge in self.edges if edge.to not in self.entries)

    def find(self, name: str) -> tuple[Entry, ...]:
        """Everything that has this name, or stands in the file of this path."""
        return tuple(
            entry
            for node, entry in self.entries.items()
            if name in (node.id, node.name) or (name == entry.path and not entry.loc)
        )

    def unknown(self, name: str) -> str:
        """What is said where nothing has a name: with the one that was probably meant."""
        hint = did_you_mean(name, {node.name for node in self.entries})
        ways = "Write the name of a file without its ending, or the id of a commitment or a question."
        return f"Nothing is called “{name}”. {hint if hint.startswith('Did') else ways}"


def graph_of(network: Network) -> Graph:
    """The graph of a network."""
    entries = {entry.node: entry for entry in _entries(network)}
    owners = {(entry.path, entry.loc): entry.node for entry in entries.values()}
    paths = {entry.path: entry.node for entry in entries.values() if not entry.loc}
    found = (edge for record in network.records() for edge in _edges(record, owners, paths, entries))
    chapters = (
        Edge(
            Node("manifesto", "manifesto"), Node("chapters", slug), network.manifesto.path, ("chapters", at), "chapters"
        )
        for at, slug in enumerate(network.manifesto.chapters)
    )
    return Graph(entries, (*found, *chapters))


def as_heading(words: str) -> str:
    """What something is, at the head of what is said of it: “Person …” for “the person …”."""
    return words[4:5].upper() + words[5:]


def part_at(record: BaseModel, loc: Loc) -> Any:
    """What stands at a place of a record."""
    found: Any = record
    for step in loc:
        found = getattr(found, step) if isinstance(found, BaseModel) else found[step]  # type: ignore[arg-type]
    return found


def _entries(network: Network) -> Iterator[Entry]:
    for family in (*FAMILIES, "permissions", "audits"):
        for key, record in getattr(network, family).items():
            yield from _in_record(family, key, record)
    for family, key in SINGLES.items():
        yield from _in_record(family, key, getattr(network, family))
    for group, family in WORDS.items():
        for key, term in getattr(network.settings, group).items():
            yield Entry(Node(family, key), term.title, network.settings.path, (group, key), said=term)


def _in_record(family: str, key: str, record: Any) -> Iterator[Entry]:
    """A record, and the parts of it that have names of their own."""
    yield Entry(Node(family, key), record.title, record.path, said=record)
    for (above, group), inner in LISTED.items():
        for index, part in enumerate(getattr(record, group) if above == family else ()):
            name = part.id if above in SINGLES else f"{key}/{part.id}"
            yield Entry(Node(inner, name), getattr(part, *_title_field(part)), record.path, (group, index), said=part)


def _title_field(part: BaseModel) -> tuple[str, ...]:
    """The field that says what something is called."""
    return next(((name,) for name in ("title", "question") if name in type(part).model_fields), ())


def _edges(
    record: Filed, owners: Mapping[tuple[str, Loc], Node], paths: Mapping[str, Node], known: Container[Node]
) -> Iterator[Edge]:
    for loc, marker, text in marked(record):
        by = owners.get((record.path, loc[:2])) or owners[record.path, ()]
        if isinstance(marker, RefersTo):
            found = _named_at(record, loc, marker.family, text)
            yield from (Edge(by, node, record.path, where, form) for where, form, node in found)
        else:
            yield from _in_prose(record, loc, text, by, paths)
            for to, start, length in _figures(text, known):
                yield Edge(by, to, record.path, loc, "a figure", text, start, length)
    for index, target in enumerate(getattr(record, "related", ())):
        if node := paths.get(Link(target, 0).file(record.path)):
            yield Edge(owners[record.path, ()], node, record.path, ("related", index), "related")


def _named_at(part: BaseModel, loc: Loc, family: str, slug: str) -> Iterator[tuple[Loc, str, Node]]:
    """What a slug names; and the question or the finding that is named beside it: place, field, node."""
    field_name = next(step for step in reversed(loc) if isinstance(step, str))
    yield loc, field_name, Node(family, slug)
    name, narrower = NARROWER.get(family, ("", ""))
    if beside := getattr(part_at(part, loc[:-1]), name, None):
        yield (*loc[:-1], name), name, Node(narrower, f"{slug}/{beside}")


def _in_prose(record: Filed, loc: Loc, text: str, by: Node, paths: Mapping[str, Node]) -> Iterator[Edge]:
    """Links to files of records, and what live pieces name."""
    for link in links(text):
        node = None if link.is_elsewhere else paths.get(link.file(record.path))
        if node:
            yield Edge(by, node, record.path, loc, "a link", text, link.start, max(1, len(link.target)))
    for piece in pieces(text):
        for node in piece_references(piece):
            yield Edge(by, node, record.path, loc, f"::{piece.name}", text, piece.start, piece.end - piece.start)


def _figures(text: str, known: Container[Node]) -> Iterator[tuple[Node, int, int]]:
    """What figures within sentences are taken from: the node, where the figure stands, and its length."""
    for one in mentions(text):
        nodes = figure_references(one)
        for node in nodes if len(nodes) == 1 else (node for node in nodes if node in known):
            yield node, one.start, one.end - one.start


def figure_references(one: Mention) -> tuple[Node, ...]:
    """What a figure may be taken from: an indicator; or a case study, or else an event and the question put there."""
    if not one.part:
        return (Node("indicators", one.record),) if one.record else ()
    question = Node("questions", f"{one.record}/{one.part}")
    return Node("events", one.record), question, Node("case_studies", one.record)


def piece_references(piece: Piece) -> Iterator[Node]:
    """What a live piece names; nothing where it is not well formed, of which a check tells."""
    try:
        options = PIECES[piece.name].model_validate(piece.options)
    except (KeyError, ValidationError):
        return
    for loc, marker, slug in marked(options):
        if isinstance(marker, RefersTo):
            yield from (node for _, _, node in _named_at(options, loc, marker.family, slug))


def _grouped(pairs: Iterable[tuple[Node, Edge]]) -> Mapping[Node, tuple[Edge, ...]]:
    found: dict[Node, list[Edge]] = {}
    for node, edge in pairs:
        found.setdefault(node, []).append(edge)
    return {node: tuple(edges) for node, edges in found.items()}
