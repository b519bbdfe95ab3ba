"""Figures and tables in an author's Markdown: their captions, their numbers, and links that take their names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count

from markupsafe import Markup

from masthead.links import Link, links
from masthead.prose import pieces, without_code
from masthead.render import render

# A paragraph of the class `table-caption`, and below it a table.
TABLE = re.compile(
    r"^(?:Table:[ \t]*)?(?P<words>[^|\n]+(?:\n(?!\{:)[^|\n]+)*)\n"
    r"\{:(?P<attributes>[^}\n]*\.table-caption[^}\n]*)\}[ \t]*\n\s*\n"
    r"(?P<rows>(?:[^\n]*\|[^\n]*(?:\n|\Z))+)",
    re.MULTILINE,
)
FIGURE = re.compile(r"<figure\b(?P<attributes>[^>]*)>.*?(?P<caption><figcaption>).*?</figure>", re.DOTALL)
ID_OF_TABLE = re.compile(r"#([\w-]+)")
ID_OF_FIGURE = re.compile(r"\bid=[\"']?([\w-]+)")
Name = tuple[str, str]  # a file, and an id in it or nothing


@dataclass(frozen=True)
class Numbered:
    """Texts by file, figures and tables numbered in order, and the names of places: “Figure 2”, “Commitment C4”."""

    texts: Mapping[str, str]
    names: Mapping[Name, str]


def numbered(chapters: Iterable[tuple[str, str]], commitments: Iterable[str]) -> Numbered:
    """The chapters, given as files and texts in reading order; the ids of the commitments are in theirs."""
    cited = {one: f"Commitment C{number}" for number, one in enumerate(commitments, 1)}
    figures, tables = count(1), count(1)
    texts: dict[str, str] = {}
    names: dict[Name, str] = {}
    for number, (path, text) in enumerate(chapters, 1):
        names[path, ""] = f"Chapter {number}"
        ids = (piece.options.get("id", "") for piece in pieces(text) if piece.name == "commitment")
        names |= {(path, f"commitment-{one}"): cited[one] for one in ids if one in cited}
        parts = _parts(text, figures, tables)
        names |= {(path, one.id): one.name for one in parts if one.id}
        texts[path] = _set(text, parts)
    return Numbered({path: named(text, path, names) for path, text in texts.items()}, names)


def captioned(text: str) -> str:
    """A text whose figures and tables have captions but no numbers."""
    if ".table-caption" not in text and "<figure" not in text:
        return text  # most texts have neither
    return _set(text, _parts(text, None, None))


def named(text: str, path: str, names: Mapping[Name, str]) -> str:
    """The text of the file at `path`, with words for every link that has none and leads to a place that has a name."""
    parts, done = [], 0
    for link in nameless(text):
        gap = text.rindex("](", 0, link.start)
        parts += [text[done:gap], names.get(goal(link, path), "")]
        done = gap
    return "".join((*parts, text[done:]))


def nameless(text: str) -> list[Link]:
    """The links of a text that are written without words: `[](evidence.md)`."""
    before = ((link, text[: link.start].rstrip(" <")) for link in links(text))
    return [link for link, words in before if words.endswith("[](") and not words.endswith("![](")]


def goal(link: Link, path: str) -> Name:
    """The file and the id that a link in the file at `path` leads to."""
    if link.target.startswith("#"):
        return path, link.target[1:]
    return link.file(path), link.fragment.removeprefix("#")


@dataclass(frozen=True)
class _Part:
    """A stretch of a text to be replaced: a caption of a figure, or a table with its caption."""

    start: int
    end: int
    id: str
    name: str
    html: str


def _parts(text: str, figures: "count[int] | None", tables: "count[int] | None") -> list[_Part]:
    prose = without_code(text)
    found = [*TABLE.finditer(prose), *FIGURE.finditer(prose)]
    return [
        _table(text, one, tables) if one.re is TABLE else _figure(one, figures)
        for one in sorted(found, key=lambda one: one.start())
    ]


def _table(text: str, found: re.Match[str], numbers: "count[int] | None") -> _Part:
    name = f"Table {next(numbers)}" if numbers else ""
    id_ = ID_OF_TABLE.search(found["attributes"])
    anchor = id_[1] if id_ else ""
    words = " ".join(text[slice(*found.span("words"))].split())
    rows = text[slice(*found.span("rows"))].strip("\n")
    values = {"anchor": anchor, "number": name, "words": Markup(words), "rows": Markup(rows)}  # noqa: S704 (Markdown)
    return _Part(found.start(), found.end(), anchor, name, render("markdown/table.md.jinja", **values))


def _figure(found: re.Match[str], numbers: "count[int] | None") -> _Part:
    name = f"Figure {next(numbers)}" if numbers else ""
    anchor = ID_OF_FIGURE.search(found["attributes"])
    opening = render("markdown/caption.md.jinja", number=name).rstrip("\n")
    return _Part(*found.span("caption"), anchor[1] if anchor else "", name, opening)


def _set(text: str, parts: Iterable[_Part]) -> str:
    written, done = [], 0
    for part in parts:
        written += [text[done : part.start], part.html]
        done = part.end
    return "".join((*written, text[done:]))
