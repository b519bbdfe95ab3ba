"""What stands in an author's Markdown besides words: code, live pieces such as `::next-events{count=3}`, and figures
within a sentence, such as `{figure launch#case-for-association}`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

CODE = re.compile(
    r"^(```+(?!`)|~~~+(?!~))[^\n]*\n.*?^\1[`~]*[ \t]*$|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL
)
INDENTED = re.compile(r"(?:\A|(?<=\n\n))(?: {4}|\t)[^\n]*\S[^\n]*(?:\n+(?: {4}|\t)[^\n]*)*")
IN_A_LIST = re.compile(r"[ ]{0,3}(?:[*+-]|\d+[.)]|\[\^[^\]]+\]:|:)[ \t]")
PIECE = re.compile(r"^::([A-Za-z][\w-]*)[ \t]*(?:\{([^\n]*)\})?[ \t]*$", re.MULTILINE)
FIGURE = re.compile(r"\{[ \t]*figure\b([^{}]*)\}", re.IGNORECASE)
OPEN_FIGURE = re.compile(r"\{[ \t]*figure\b(?![^{}]*\})(?:[ \t]+[^\s{}]+)?", re.IGNORECASE)
FIGURE_FORM = re.compile(r"\s+([^\s#=]+?)(?:#([^\s#=]+))?(?:\s*=\s*([^=]+?))?\s*")
OPTION = re.compile(r"([\w-]+)=(?:\"([^\"]*)\"|([^\s\"]+))")
HEADING = re.compile(r"^(#{1,6})(?=[^#\n])[^\n]*|^(?![ #>\-*+|:=\n])[^\n]+\n(=+|--+)[ ]*$", re.MULTILINE)
SPECIAL = re.compile(r"[\\`*_{}\[\]()#+.!>&<-]")
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}

NOT_PUBLIC = "a figure that is not public yet"  # what stands in place of a figure of a draft

Change: TypeAlias = tuple[int, int, str]


@dataclass(frozen=True)
class Piece:
    """A live piece as written: its name, its options, where in the text it starts and ends, and what is no option."""

    name: str
    options: dict[str, str]
    start: int
    end: int
    rest: str = ""


def pieces(text: str) -> Iterator[Piece]:
    """Every live piece of a Markdown text outside code, in order."""
    for match in PIECE.finditer(without_code(text)) if "::" in text else ():
        options = {name: quoted or bare for name, quoted, bare in OPTION.findall(match[2] or "")}
        yield Piece(match[1], options, match.start(), match.end(), OPTION.sub("", match[2] or "").strip())


@dataclass(frozen=True)
class Mention:
    """A figure asked for within a sentence: of a record, by its slug, the part that has the figure and the answer that
    counts, each empty where it is not named. Where nothing fits the form, `record` is empty, too.
    """

    record: str
    part: str
    answer: str
    start: int
    end: int


def mentions(text: str) -> Iterator[Mention]:
    """Every figure that a Markdown text asks for outside code, in order."""
    for match in FIGURE.finditer(without_code(text)) if "{" in text else ():
        form = FIGURE_FORM.fullmatch(match[1])
        record, part, answer = form.groups("") if form else ("", "", "")
        yield Mention(record, part, " ".join(answer.split()), *match.span())


def without_figures(text: str) -> str:
    """The text with words in place of figures, as long as they are: in brackets they would pass for attributes."""
    return replaced(text, ((one.start, one.end, "x" * (one.end - one.start)) for one in mentions(text)))


def open_figures(text: str) -> Iterator[tuple[int, int]]:
    """Where a figure is begun that has no end."""
    return (match.span() for match in OPEN_FIGURE.finditer(without_code(text)))


def fill(text: str, write: Callable[[Piece], str]) -> str:
    """The text with every live piece replaced by what `write` makes of it."""
    return replaced(text, ((piece.start, piece.end, write(piece)) for piece in pieces(text)))


def replaced(text: str, changes: Iterable[Change]) -> str:
    """The text with stretches of it, in order, replaced; of two that overlap, the first."""
    parts, done = [], 0
    for start, end, written in changes:
        if start < done:
            continue
        parts += [text[done:start], written]
        done = end
    return "".join([*parts, text[done:]])


def heading_level(found: re.Match[str]) -> int:
    """The level of a heading that `HEADING` has found."""
    return len(found[1]) if found[1] else 1 if found[2].startswith("=") else 2


def level_below(text: str) -> int:
    """The level of a heading below the last one of a text without code, where the page’s own title is the first."""
    levels = [heading_level(found) for found in HEADING.finditer(text)]
    return min(6, 1 + (levels or [1])[-1])


def as_written(text: str) -> str:
    """A plain text as Markdown that shows it letter by letter."""
    return SPECIAL.sub(lambda match: ENTITIES.get(match[0], f"\\{match[0]}"), text)


def without_code(text: str) -> str:
    """The text with code blanked out, every character keeping its place."""
    blanked = CODE.sub(_blank, text) if "`" in text or "~~~" in text else text
    if "    " not in blanked and "\t" not in blanked:
        return blanked
    return INDENTED.sub(lambda match: match[0] if _is_listed(blanked, match.start()) else _blank(match), blanked)


def _is_listed(text: str, start: int) -> bool:
    """Whether what is indented at `start` belongs to the item of a list, or to a note, above it."""
    end = start
    while end > 0:
        begin = text.rfind("\n", 0, end - 1) + 1
        line = text[begin:end]
        if IN_A_LIST.match(line):
            return True
        if line[:1].strip():
            return False
        end = begin
    return False


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
