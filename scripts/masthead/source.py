"""Source files as read: text, front matter, and the tree of nodes, which knows line and column."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from masthead.nodes import REFUSED, UNSEEN, Node, Plain, Slip, compose, plain
from masthead.problem import Place, Problem

Loc: TypeAlias = tuple[str | int, ...]

FENCE = "---"


@dataclass(frozen=True)
class File:
    """A file that is copied as it is. `path` is relative to the root, `absolute` is where it lies on this machine."""

    path: str
    absolute: Path

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.absolute.read_bytes()).hexdigest()

    def content(self) -> bytes:
        """The bytes, as they are published."""
        return self.absolute.read_bytes()


@dataclass(frozen=True, kw_only=True)
class Source:
    """One text file as read. `front` is its YAML or front matter, None where it could not be read; `body` the Markdown
    that starts on `body_line`; `remembered` are the fields that were read from the same text before.
    """

    path: str
    text: str
    front: str | None = field(default=None, repr=False)
    body: str = ""
    body_line: int = 1
    remembered: dict[str, Plain] | None = field(default=None, repr=False)

    @cached_property
    def node(self) -> Node | None:
        """The tree of its YAML, which knows line and column. Raises Slip where the text has never been read before."""
        return compose(self.front) if self.front is not None else None

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def content(self) -> dict[str, Plain]:
        """The YAML as plain values; nothing where there is none, or where it is no mapping."""
        if self.remembered is not None:
            return self.remembered
        found = plain(self.node) if self.node is not None else {}
        return found if isinstance(found, dict) else {}

    def rest(self) -> None:
        """Forget the tree of a file with which all is well: it is made again when somebody asks for a place."""
        if self.content:
            self.__dict__.pop("node", None)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty past the end."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def written(self, *loc: str | int) -> str | None:
        """The value at `loc` as the author wrote it, without quotes; None where it is no single value."""
        _, node = self._find(loc)
        return node.value if node is not None and node.is_scalar else None

    def place(self, *loc: str | int) -> Place:
        """Where the value at `loc` stands; where it is missing, the nearest place above it."""
        key, value = self._find(loc)
        node = value if value is not None and (value.is_scalar or key is None) else key
        return self.node_place(node)

    def key_place(self, *loc: str | int) -> Place:
        """Where the key of `loc` stands."""
        key, value = self._find(loc)
        return self.node_place(key or value)

    def prose_place(self, loc: Loc, text: str, start: int, length: int) -> Place:
        """Where character `start` of the author's text at `loc` stands; ("body",) of a page is its Markdown."""
        _, node = self._find(loc)
        if loc == ("body",) and node is None:
            column = start - text.rfind("\n", 0, start)
            return Place(self.path, self.body_line + text.count("\n", 0, start), column, length)
        if node is None or not node.is_scalar:
            return self.place(*loc)
        return self._nth(node, text[start : start + length], text.count(text[start : start + length], 0, start))

    def _nth(self, node: Node, words: str, number: int) -> Place:
        """Where `words` stand in a text for the nth time, counted from 0; else the whole text."""
        lines = self._lines[node.line : node.end_line + 1]
        lines[0] = " " * node.column + lines[0][node.column :]
        stretch = "\n".join(lines)
        found = next(islice(re.finditer(re.escape(words), stretch), number, None), None)
        if found is None:
            return self.node_place(node)
        line, column = stretch.count("\n", 0, found.start()), found.start() - stretch.rfind("\n", 0, found.start())
        return Place(self.path, node.line + line + 1, column, len(words))

    def node_place(self, node: Node | None) -> Place:
        """Where a node of the tree stands."""
        if node is None:
            return Place(self.path)
        stop = node.end_column if node.end_line == node.line else len(self.line(node.line + 1))
        return Place(self.path, node.line + 1, node.column + 1, max(1, stop - node.column))

    def _find(self, loc: Loc) -> tuple[Node | None, Node | None]:
        """The key node and the value node at `loc`; the value is None where the path ends early."""
        key, value = None, self.node
        for step in loc:
            found: tuple[Node, Node] | None = None
            if value is not None and isinstance(step, str):
                found = value.fields.get(step)
            elif value is not None and isinstance(step, int) and step < len(value.items):
                found = (value.items[step], value.items[step])
            if found is None:
                return key, None
            key, value = found
        return key, value


@dataclass(frozen=True, kw_only=True)
class Sources:
    """Everything that was read: `texts` by path, and the `files` beside them that are only copied."""

    root: Path
    texts: Mapping[str, Source]
    files: Mapping[str, File]

    def __contains__(self, path: str) -> bool:
        return path in self.texts or path in self.files


def parse_source(path: str, text: str, remembered: dict[str, Plain] | None = None) -> Source | Problem:
    """Compose the YAML of `text`, or the front matter where `path` is a Markdown file. Where its fields are remembered,
    all is well with it, and its tree is made when somebody asks for a place.
    """
    front, body, body_line = _split(text) if path.endswith(".md") else (text, "", 1)
    if remembered is not None:
        return Source(path=path, text=text, front=front, body=body, body_line=body_line, remembered=remembered)
    if path.endswith(".md") and body_line > text.count("\n") + 2:
        hint = "Write --- on a line of its own below the fields."
        return Problem(Place(path, length=len(FENCE)), "open-front-matter", "The front matter has no end.", hint)
    if refused := REFUSED.search(text):
        line = text.count("\n", 0, refused.start()) + 1
        place = Place(path, line, refused.start() - text.rfind("\n", 0, refused.start()))
        return Problem(place, *UNSEEN)
    source = Source(path=path, text=text, front=front, body=body, body_line=body_line)
    try:
        _ = source.node
    except Slip as slip:
        return Problem(Place(path, slip.line + 1, slip.column + 1, slip.length), *slip.words)
    return source


def _split(text: str) -> tuple[str, str, int]:
    """Front matter (with an empty line in place of its fence, so that lines keep their numbers), body, body's line."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return "", text, 1
    ends = (number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE)
    end = next(ends, len(lines))
    return "\n".join(["", *lines[1:end]]), "\n".join(lines[end + 1 :]), end + 2
