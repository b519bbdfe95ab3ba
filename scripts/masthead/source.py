"""Reads source files: text, front matter, and the YAML node tree, which knows line and column.

The only module that imports yaml. Scalars are those of the YAML 1.2 core schema (section 10.3): `yes`, `12:30` and
`2026-03-01` are text, not a boolean, a number in base sixty and a timestamp.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TypeAlias

import yaml

from masthead.problem import Place, Problem
from masthead.syntax import syntax_words

Scalar: TypeAlias = str | int | float | bool | None
Plain: TypeAlias = Scalar | list["Plain"] | dict[str, "Plain"]
Loc: TypeAlias = tuple[str | int, ...]

CORE_SCALARS = (
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]{1,4000}|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("float", r"[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN", "-+."),
)
FENCE = "---"
UNSEEN = ("control-character", "Here stands a character that cannot be seen.", "Remove it.")
REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class CoreLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Composes nodes whose scalars are tagged by the YAML 1.2 core schema."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 (PyYAML's own name)


for _kind, _pattern, _first in CORE_SCALARS:
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_kind}",
        re.compile(rf"(?:{_pattern})\Z"),
        ["" if letter == "\0" else letter for letter in _first],
    )


@dataclass(frozen=True)
class File:
    """A file that is copied as it is. `path` is relative to the root, `absolute` is where it lies on this machine."""

    path: str
    absolute: Path

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.absolute.read_bytes()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Source:
    """One text file as read. `node` is its YAML or front matter; `body` the Markdown that starts on `body_line`."""

    path: str
    text: str
    node: yaml.Node | None = field(default=None, repr=False)
    body: str = ""
    body_line: int = 1

    @property
    def content(self) -> dict[str, Plain]:
        """The YAML as plain values; an empty dict where there is none, or where it is no mapping."""
        plain = _plain(self.node) if self.node is not None else {}
        return plain if isinstance(plain, dict) else {}

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty past the end."""
        lines = self.text.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def place(self, *loc: str | int) -> Place:
        """Where the value at `loc` stands; where it is missing, the nearest place above it."""
        key, value = self._find(loc)
        node = value if value is not None and (isinstance(value, yaml.ScalarNode) or key is None) else key
        return self._place(node)

    def key_place(self, *loc: str | int) -> Place:
        """Where the key of `loc` stands."""
        key, value = self._find(loc)
        return self._place(key or value)

    def prose_place(self, loc: Loc, text: str, start: int, length: int) -> Place:
        """Where character `start` of the author's text at `loc` stands; ("body",) of a page is its Markdown."""
        _, node = self._find(loc)
        if loc == ("body",) and node is None:
            column = start - text.rfind("\n", 0, start)
            return Place(self.path, self.body_line + text.count("\n", 0, start), column, length)
        if not isinstance(node, yaml.ScalarNode):
            return self.place(*loc)
        return self._nth(node, text[start : start + length], text.count(text[start : start + length], 0, start))

    def _nth(self, node: yaml.ScalarNode, words: str, number: int) -> Place:
        """Where `words` stand in a text for the nth time, counted from 0; else the whole text."""
        lines = self.text.split("\n")[node.start_mark.line : node.end_mark.line + 1]
        lines[0] = " " * node.start_mark.column + lines[0][node.start_mark.column :]
        found = (
            Place(self.path, node.start_mark.line + above + 1, match.start() + 1, len(words))
            for above, line in enumerate(lines)
            for match in re.finditer(re.escape(words), line)
        )
        return next(islice(found, number, None), self._place(node))

    def _place(self, node: yaml.Node | None) -> Place:
        if node is None:
            return Place(self.path)
        start, end = node.start_mark, node.end_mark
        line = self.line(start.line + 1)
        stop = end.column if end.line == start.line else len(line)
        return Place(self.path, start.line + 1, start.column + 1, max(1, stop - start.column))

    def _find(self, loc: Loc) -> tuple[yaml.Node | None, yaml.Node | None]:
        """The key node and the value node at `loc`; the value is None where the path ends early."""
        key, value = None, self.node
        for step in loc:
            if isinstance(value, yaml.MappingNode):
                found = next(((k, v) for k, v in value.value if k.value == step), None)
            elif isinstance(value, yaml.SequenceNode) and isinstance(step, int) and step < len(value.value):
                found = (value.value[step], value.value[step])
            else:
                found = None
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


def read_source(root: Path, path: str) -> Source | Problem:
    """Read one YAML, JSON or Markdown file below `root`."""
    try:
        text = (root / path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        before = fault.object[: fault.start].decode()
        place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return Problem(place, "not-utf-8", "This file is not saved as UTF-8.", "Save it again with the encoding UTF-8.")
    except OSError as fault:
        return Problem(Place(path), "unreadable", f"This file cannot be read: {fault.strerror}.")
    return parse_source(path, text.replace("\r\n", "\n").replace("\r", "\n"))


def parse_source(path: str, text: str) -> Source | Problem:
    """Compose the YAML of `text`, or the front matter where `path` is a Markdown file."""
    front, body, body_line = _split(text) if path.endswith(".md") else (text, "", 1)
    if path.endswith(".md") and body_line > text.count("\n") + 2:
        hint = "Write --- on a line of its own below the fields."
        return Problem(Place(path, length=len(FENCE)), "open-front-matter", "The front matter has no end.", hint)
    if refused := REFUSED.search(text):
        line = text.count("\n", 0, refused.start()) + 1
        place = Place(path, line, refused.start() - text.rfind("\n", 0, refused.start()))
        return Problem(place, *UNSEEN)
    try:
        node = yaml.compose(front, Loader=CoreLoader)
    except yaml.MarkedYAMLError as fault:
        return _syntax_problem(path, fault)
    if node is not None and (problem := _key_problem(path, node, ())):
        return problem
    return Source(path=path, text=text, node=node, body=body, body_line=body_line)


def list_files(root: Path, folder: str) -> Iterator[str]:
    """Paths of all files below a folder, relative to `root`, sorted; hidden ones are left out."""
    paths = (path for path in (root / folder).rglob("*") if path.is_file())
    relative = (path.relative_to(root) for path in paths)
    yield from sorted(path.as_posix() for path in relative if not any(part.startswith(".") for part in path.parts))


def _split(text: str) -> tuple[str, str, int]:
    """Front matter (with an empty line in place of its fence, so that lines keep their numbers), body, body's line."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return "", text, 1
    ends = (number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE)
    end = next(ends, len(lines))
    return "\n".join(["", *lines[1:end]]), "\n".join(lines[end + 1 :]), end + 2


def _plain(node: yaml.Node) -> Plain:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return _scalar(node.tag.rpartition(":")[2], node.value)


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


def _key_problem(path: str, node: yaml.Node, around: tuple[yaml.Node, ...]) -> Problem | None:
    """The first key that is written twice or is no text, and the first group that holds itself."""
    place = Place(path, node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.ScalarNode) and REFUSED.search(node.value):
        return Problem(place, *UNSEEN)
    if node in around:
        return Problem(place, "yaml-syntax", "This group holds itself.", "Write it out instead of naming it with *.")
    around = (*around, node)
    if isinstance(node, yaml.MappingNode):
        values = (_key_problem(path, value, around) for _, value in node.value)
        return _own_key_problem(path, node) or next(filter(None, values), None)
    items = node.value if isinstance(node, yaml.SequenceNode) else ()
    return next(filter(None, (_key_problem(path, item, around) for item in items)), None)


def _own_key_problem(path: str, node: yaml.MappingNode) -> Problem | None:
    seen: dict[str, int] = {}
    for key, _ in node.value:
        place = Place(path, key.start_mark.line + 1, key.start_mark.column + 1, len(key.value))
        if not isinstance(key, yaml.ScalarNode):
            return Problem(place, "yaml-syntax", "A field’s name must be text.", "Put a text with brackets in quotes.")
        if key.value in seen:
            message = f"“{key.value}” is written twice; the first one is on line {seen[key.value]}."
            return Problem(place, "duplicate-key", message, "Keep one of the two.")
        seen[key.value] = place.line
    return None


def _syntax_problem(path: str, fault: yaml.MarkedYAMLError) -> Problem:
    message, hint = syntax_words(f"{fault.context or ''} {fault.problem or ''}")
    mark = fault.problem_mark or fault.context_mark
    place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
    return Problem(place, "yaml-syntax", message, hint)
