"""Figures and tables in an author's Markdown: their captions, their numbers, and links that take their names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from markupsafe import Markup

from masthead.links import Place, goal, nameless
from masthead.prose import pieces, without_code

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


@dataclass(frozen=True)
class Numbered:
    """Texts by file, figures and tables numbered in order, and the names of places: “Figure 2”, “Commitment C4”."""

    texts: Mapping[str, str]
    names: Mapping[Place, str]


def numbered(chapters: Iterable[tuple[str, str]], commitments: Iterable[str]) -> Numbered:
    """The chapters, given as files and texts in reading order; the ids of the commitments are in theirs."""
    texts = dict(chapters)
    names, parts = _counted(texts, commitments)
    return Numbered({path: named(_set(text, parts[path]), path, names) for path, text in texts.items()}, names)


@lru_cache(maxsize=1)  # a preview asks after every save, and few of them are of chapters
def names_of(chapters: tuple[tuple[str, str], ...], commitments: tuple[str, ...]) -> Mapping[Place, str]:
    """The names alone, for which nothing need be printed."""
    return _counted(dict(chapters), commitments)[0]


def _counted(texts: Mapping[str, str], commitments: Iterable[str]) -> tuple[dict[Place, str], dict[str, list["_Part"]]]:
    """The names of places, and the figures and tables of each file."""
    cited = {one: f"Commitment C{number}" for number, one in enumerate(commitments, 1)}
    figures, tables = count(1), count(1)
    names: dict[Place, str] = {}
    found: dict[str, list[_Part]] = {}
    for number, (path, text) in enumerate(texts.items(), 1):
        names[path, ""] = f"Chapter {number}"
        ids = (piece.options.get("id", "") for piece in pieces(text) if piece.name == "commitment")
        names |= {(path, f"commitment-{one}"): cited[one] for one in ids if one in cited}
        found[path] = _parts(text, figures, tables)
        names |= {(path, one.id): one.name for one in found[path] if one.id}
    return names, found


def captioned(text: str) -> str:
    """A text whose figures and tables have captions but no numbers."""
    if ".table-caption" not in text and "<figure" not in text:
        return text  # most texts have neither
    return _set(text, _parts(text, None, None))


def named(text: str, path: str, names: Mapping[Place, str]) -> str:
    """The text of the file at `path`, with words for every link that has none and leads to a place that has a name."""
    parts, done = [], 0
    for link in nameless(text):
        gap = text.rindex("](", 0, link.start)
        parts += [text[done:gap], names.get(goal(link, path), "")]
        done = gap
    return "".join((*parts, text[done:]))


@dataclass(frozen=True)
class _Part:
    """A stretch of a text to be replaced: a caption of a figure, or a table with its caption."""

    start: int
    end: int
    id: str
    name: str
    template: str
    values: Mapping[str, str]

    @property
    def html(self) -> str:
        """As it is printed. A check asks for names alone, so what fills templates is imported here."""
        from masthead.render import render

        return render(f"markdown/{self.template}.md.jinja", **self.values).rstrip(
            "\n" if self.template == "caption" else ""
        )


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
    return _Part(found.start(), found.end(), anchor, name, "table", values)


def _figure(found: re.Match[str], numbers: "count[int] | None") -> _Part:
    name = f"Figure {next(numbers)}" if numbers else ""
    anchor = ID_OF_FIGURE.search(found["attributes"])
    return _Part(*found.span("caption"), anchor[1] if anchor else "", name, "caption", {"number": name})


def _set(text: str, parts: Iterable[_Part]) -> str:
    written, done = [], 0
    for part in parts:
        written += [text[done : part.start], part.html]
        done = part.end
    return "".join((*written, text[done:]))
