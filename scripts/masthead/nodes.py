"""YAML as a tree of nodes that know their line and column. The only module that imports yaml.

Scalars are those of the YAML 1.2 core schema (section 10.3): `yes`, `12:30` and `2026-03-01` are text, not a boolean, a
number in base sixty and a timestamp. The tree is built from the parser's events, without recursion and within limits.
"""

import re
from dataclasses import dataclass, field
from typing import Any, NoReturn, TypeAlias

import yaml

from masthead.limits import MAX_ALIASES, MAX_DEPTH, MAX_VALUES
from masthead.syntax import syntax_slip

Scalar: TypeAlias = str | int | float | bool | None
Plain: TypeAlias = Scalar | list["Plain"] | dict[str, "Plain"]

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
CORE_SCALARS = (
    ("null", re.compile(r"(~|null|Null|NULL|)\Z")),
    ("bool", re.compile(r"(true|True|TRUE|false|False|FALSE)\Z")),
    ("int", re.compile(r"([-+]?[0-9]{1,4000}|0o[0-7]{1,1000}|0x[0-9a-fA-F]{1,1000})\Z")),
    ("float", re.compile(r"([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)\Z")),
    ("float", re.compile(r"([-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN)\Z")),
)
NO_TEXT = frozenset("~nNtTfF-+.0123456789")
UNSEEN = ("control-character", "Here stands a character that cannot be seen.", "Remove it.")
REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


class Slip(Exception):  # noqa: N818 (an author's, not a program's)
    """What stops the reading of a text: line and column from 0, number of characters, code, message, hint."""

    def __init__(self, line: int, column: int, length: int, words: tuple[str, str, str]) -> None:
        super().__init__(words[1])
        self.line, self.column, self.length, self.words = line, column, length, words


@dataclass(eq=False, slots=True)
class Node:
    """One value. `kind` is that of the core schema, or `seq` or `map`. Lines and columns count from 0."""

    kind: str
    line: int
    column: int
    end_line: int
    end_column: int
    value: str = ""
    items: list["Node"] = field(default_factory=list, repr=False)
    fields: dict[str, tuple["Node", "Node"]] = field(default_factory=dict, repr=False)
    height: int = 1
    weight: int = 1
    is_open: bool = False

    @property
    def is_scalar(self) -> bool:
        return self.kind not in ("seq", "map")


def compose(text: str) -> Node | None:
    """The tree of a text of one YAML document; None where it is empty. Raises Slip."""
    tree = _Tree()
    try:
        for event in iter(LOADER(text).get_event, None):
            tree.take(event)
    except yaml.MarkedYAMLError as fault:
        begun = fault.context_mark and (fault.context_mark.line, fault.context_mark.column)
        met = (fault.problem_mark.line, fault.problem_mark.column) if fault.problem_mark else begun or (0, 0)
        said = f"{fault.context or ''} {fault.problem or ''}"
        line, column, message, hint = syntax_slip(said, text.split("\n"), met, begun or met)
        raise Slip(line, column, 1, ("yaml-syntax", message, hint)) from fault
    return tree.root


def plain(node: Node) -> Plain:
    """The tree as plain values."""
    if node.kind == "map":
        return {name: plain(value) for name, (_, value) in node.fields.items()}
    if node.kind == "seq":
        return [plain(item) for item in node.items]
    return _scalar(node.kind, node.value)


class _Tree:
    """What has been built of a tree, and which groups and lists are still open."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.open: list[Node] = []
        self.keys: list[Node | None] = []
        self.anchors: dict[str, Node] = {}
        self.aliases = 0
        self.has_begun = False

    def take(self, event: Any) -> None:
        kind = type(event)  # a thousand records are 90,000 events, most of them scalars
        if kind is yaml.ScalarEvent:
            self._place(self._node(event, _kind(event), event.value))
        elif kind is yaml.MappingStartEvent:
            self._open(self._node(event, "map"))
        elif kind is yaml.SequenceStartEvent:
            self._open(self._node(event, "seq"))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close(event)
        elif kind is yaml.AliasEvent:
            self._place(self._named(event), event)
        elif kind is yaml.DocumentStartEvent:
            if self.has_begun:
                _refuse(_spot(event), "yaml-syntax", "A line of three hyphens ends the file here.", "Remove it.")
            self.has_begun = True

    def _node(self, event: Any, kind: str, value: str = "") -> Node:
        start, end = event.start_mark, event.end_mark
        node = Node(kind, start.line, start.column, end.line, end.column, value)
        if event.tag is not None:
            _refuse(node, "yaml-tag", *_tag_words(event.tag))
        if REFUSED.search(value):
            _refuse(node, *UNSEEN)
        if len(self.open) >= MAX_DEPTH:
            _refuse(node, "too-deep", f"This stands deeper than {MAX_DEPTH} levels.", "Use fewer levels.")
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return node

    def _named(self, event: Any) -> Node:
        """The node that an alias names."""
        self.aliases += 1
        here = _spot(event)
        node = self.anchors.get(event.anchor)
        if node is None:
            _refuse(
                here, "yaml-syntax", "A text that begins with * must be in quotes.", "Put the whole text in quotes."
            )
        if node.is_open:
            _refuse(here, "yaml-syntax", "This group holds itself.", "Write it out instead of naming it with *.")
        if self.aliases > MAX_ALIASES:
            hint = "Write the values out."
            _refuse(
                here, "too-many-aliases", f"Here * stands for a value for more than the {MAX_ALIASES}th time.", hint
            )
        if len(self.open) + node.height > MAX_DEPTH:
            message = f"What * stands for here goes deeper than {MAX_DEPTH} levels."
            _refuse(here, "too-deep", message, "Use fewer levels.")
        return node

    def _place(self, node: Node, alias: Any = None) -> None:
        """Put a node where it belongs: at the root, as an item, as a key or as the value of the key before it."""
        if not self.open:
            self.root = node
            return
        parent, key = self.open[-1], self.keys[-1]
        if parent.kind == "seq":
            parent.items.append(node)
        elif key is None:
            _refuse_key(node, _spot(alias) if alias else node, parent)
            self.keys[-1] = node
        else:
            parent.fields[key.value] = (key, node)
            self.keys[-1] = None

    def _open(self, node: Node) -> None:
        self._place(node)
        node.is_open = True
        self.open.append(node)
        self.keys.append(None)

    def _close(self, event: Any) -> None:
        self.keys.pop()
        node = self.open.pop()
        node.is_open = False
        node.end_line, node.end_column = event.end_mark.line, event.end_mark.column
        inside = node.items or [value for _, value in node.fields.values()]
        node.height = 1 + max([one.height for one in inside], default=0)
        node.weight = 1 + sum([one.weight for one in inside])
        if node.weight > MAX_VALUES:
            hint = "Make several files of it, and write out what is named with *."
            _refuse(node, "too-many-values", f"This comes to more than {MAX_VALUES:,} values.", hint)


def _spot(event: Any) -> Node:
    """Where an event stands, when something must be said of that place."""
    start, end = event.start_mark, event.end_mark
    return Node("null", start.line, start.column, end.line, end.column)


def _tag_words(tag: str) -> tuple[str, str]:
    """What a tag would do, and what to write instead."""
    if tag == "!ENV":
        return (
            "!ENV would ask the machine, and the site would differ from one to another.",
            "Write the value itself.",
        )
    if tag == "!relative":
        return "!relative would be worked out by a program.", "Write the path itself."
    hint = "Remove it, or put a text that begins with ! in quotes."
    return "A word that begins with ! would be an order to a program.", hint


def _refuse_key(key: Node, here: Node, parent: Node) -> None:
    if not key.is_scalar:
        _refuse(here, "yaml-syntax", "A field’s name must be text.", "Put a text with brackets in quotes.")
    if not key.value:
        _refuse(here, "yaml-syntax", "Here the name of a field is missing.", "Write it before the colon.")
    if key.value == "<<":
        _refuse(here, "merge-key", "The sign << does not bring in other fields here.", "Write the fields out.")
    if key.value in parent.fields:
        first = parent.fields[key.value][0].line + 1
        message = f"“{key.value}” is written twice; the first one is on line {first}."
        raise Slip(here.line, here.column, len(key.value), ("duplicate-key", message, "Keep one of the two."))


def _refuse(node: Node, code: str, message: str, hint: str) -> NoReturn:
    length = node.end_column - node.column if node.is_scalar and node.end_line == node.line else 1
    raise Slip(node.line, node.column, max(1, length), (code, message, hint))


def _kind(event: Any) -> str:
    """The kind of a scalar in the core schema; a quoted one is text."""
    value = event.value
    if not event.implicit[0] or (value and value[0] not in NO_TEXT):
        return "str"
    return next((kind for kind, pattern in CORE_SCALARS if pattern.match(value)), "str")


def _scalar(kind: str, text: str) -> Scalar:
    match kind:
        case "null":
            return None
        case "bool":
            return text.lower() == "true"
        case "int":
            return int(text, 0) if text.startswith(("0o", "0x")) else int(text)
        case "float":
            return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
        case _:
            return text
