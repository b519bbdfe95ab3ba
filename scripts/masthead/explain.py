"""What a record rests on, and what rests on it, in plain words and each with its place."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from masthead.dates import day_in_words, when_in_words
from masthead.graph import Edge, Entry, Graph, Node, as_heading, graph_of
from masthead.model.case_study import CaseStudy
from masthead.model.event import Event
from masthead.model.feedback import Feedback
from masthead.model.interview import Interviews
from masthead.model.network import Network
from masthead.model.permission import Permission
from masthead.model.settings import Work
from masthead.model.theory import Step, StepKind
from masthead.problem import Place
from masthead.source import Sources
from masthead.terminal import in_one_line

BASES = ("permissions", "cited", "questions", "themes", "people")  # what is named because something rests on it
EVIDENCE = ("event", "case_study")  # fields that name what something rests on
SERVES = ("commitments", "steps")  # fields that name what rests on the record in which they stand

Ways = dict[Node, list[tuple[Node, Edge]]]


@dataclass(frozen=True)
class Reason:
    """One thing on which another rests, or that rests on it: what it is, where that is written, and what follows."""

    text: str
    place: Place
    further: tuple["Reason", ...] = ()


@dataclass(frozen=True)
class Explanation:
    """All that is known of why something stands there."""

    text: str
    place: Place
    rests_on: tuple[Reason, ...]
    bears: tuple[Reason, ...]
    besides: tuple[Reason, ...]


def explain(name: str, network: Network, sources: Sources) -> tuple[Explanation, ...]:
    """Everything of that name; empty where there is nothing."""
    graph = graph_of(network)
    return tuple(_Explainer(graph, network.settings.language, sources).explanation(one) for one in graph.find(name))


def in_words(found: Sequence[Explanation]) -> str:
    """The same for a person to read."""
    return "\n\n".join("\n".join(map(in_one_line, _lines(one))) for one in found)


def as_json(found: Sequence[Explanation]) -> str:
    """The same for programs."""
    return json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2)


def _lines(one: Explanation) -> Iterator[str]:
    yield f"{as_heading(one.text)}, {one.place}"
    yield "  It rests on:" if one.rests_on else "  It rests on nothing else."
    yield from _reasons(one.rests_on, 4)
    yield "  On it rests:" if one.bears else "  Nothing rests on it."
    yield from _reasons(one.bears, 4)
    if one.besides:
        yield "  It also names, or is named by:"
        yield from _reasons(one.besides, 4)


def _reasons(reasons: Sequence[Reason], indent: int) -> Iterator[str]:
    for one in reasons:
        yield f"{' ' * indent}{one.text}"
        yield f"{' ' * indent}  {one.place}"
        yield from _reasons(one.further, indent + 4)


class _Explainer:
    """Follows the edges of one graph."""

    def __init__(self, graph: Graph, language: str, sources: Sources) -> None:
        self.graph, self.language, self.sources = graph, language, sources
        edges = [edge for edge in graph.edges if edge.to in graph.entries]
        asked = {(edge.path, edge.loc[:-1], edge.start) for edge in edges if edge.to.family in ("questions", "themes")}
        # Where evidence names a question, it rests on that, and not on the event as a whole.
        self.edges = [edge for edge in edges if edge.form not in EVIDENCE or (edge.path, edge.loc[:-1], 0) not in asked]
        self.below: Ways = {}
        self.above: Ways = {}
        for upper, lower, edge in ((*pair, one) for one in self.edges for pair in self._basis(one)):
            self.below.setdefault(upper, []).append((lower, edge))
            self.above.setdefault(lower, []).append((upper, edge))

    def explanation(self, entry: Entry) -> Explanation:
        node = entry.node
        neutral = [edge for edge in self.edges if node in (edge.by, edge.to) and not self._basis(edge)]
        besides = (Reason(self._words(edge.to if edge.by == node else edge.by), self._place(edge)) for edge in neutral)
        return Explanation(
            self._words(node),
            entry.place(self.sources),
            self._follow(node, {node}, self.below),
            self._follow(node, {node}, self.above),
            tuple(dict.fromkeys(besides)),
        )

    def _basis(self, edge: Edge) -> tuple[tuple[Node, Node], ...]:
        """What rests on what, where a reference says so: the upper on the lower."""
        by = self.graph.entries[edge.by].said
        if edge.form in SERVES or (isinstance(by, Step) and by.kind is StepKind.ASSUMPTION and edge.form == "leads_to"):
            return ((edge.to, edge.by),)
        is_base = edge.to.family in BASES or (edge.form in EVIDENCE and edge.to.family in ("events", "case_studies"))
        return ((edge.by, edge.to),) if is_base else ()

    def _follow(self, node: Node, told: set[Node], ways: Ways) -> tuple[Reason, ...]:
        """The reasons next to a node, each with its own reasons where it is first told of."""
        return tuple(
            Reason(self._words(far), self._place(edge), self._further(far, told, ways))
            for far, edge in ways.get(node, ())
        )

    def _further(self, node: Node, told: set[Node], ways: Ways) -> tuple[Reason, ...]:
        if node in told:
            return ()
        told.add(node)
        return self._follow(node, told, ways)

    def _place(self, edge: Edge) -> Place:
        return edge.place(self.sources)

    def _words(self, node: Node) -> str:
        entry = self.graph.entries[node]
        return ", ".join(filter(None, (entry.words, *self._details(entry))))

    def _details(self, entry: Entry) -> Iterator[str]:
        """What somebody must know to judge it."""
        match entry.said:
            case Permission() as permission:
                yield from self._basis_in_words(permission)
            case Feedback() as asked:
                event, _, _ = entry.node.id.rpartition("/")
                yield f"asked at “{self.graph.entries[Node('events', event)].title}”"
                yield f"number of responses: {asked.responses}"
                yield "answers withheld" if asked.is_suppressed else ""
            case Event() as event:
                yield when_in_words(event.starts, self.language)
            case Interviews() as held:
                yield f"{when_in_words(held.held, self.language)}, people asked: {held.people}"
            case Work() as work:
                yield work.publisher
            case CaseStudy() as study:
                yield "illustrative" if study.illustrative else ""

    def _basis_in_words(self, permission: Permission) -> Iterator[str]:
        if permission.given:
            given = permission.given
            yield f"given by {given.by} ({given.role}) on {day_in_words(given.on, self.language)}"
            yield f"until {day_in_words(given.until, self.language)}" if given.until else "without an end"
            yield f"for {' and '.join(given.uses)}"
            yield f"on condition: {given.conditions}" if given.conditions else ""
        elif permission.public_role:
            yield f"a public office: {permission.public_role.office}"
        else:
            yield "already published"
