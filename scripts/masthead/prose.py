"""What stands in an author's Markdown besides words: links, and live pieces such as `::next-events{count=3}`."""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

CODE = re.compile(r"^(```+|~~~+)[^\n]*\n.*?^\1[`~]*[ \t]*$|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(\s*<?([^()<>\s]+)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)")
DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*<?([^\s>]+)", re.MULTILINE)
PIECE = re.compile(r"^::([A-Za-z][\w-]*)[ \t]*(?:\{([^\n]*)\})?[ \t]*$", re.MULTILINE)
OPTION = re.compile(r"([\w-]+)=(?:\"([^\"]*)\"|([^\s\"]+))")
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#")


@dataclass(frozen=True)
class Link:
    """A link or image as written: its target, and where in the text that target starts."""

    target: str
    start: int

    @property
    def is_elsewhere(self) -> bool:
        """Whether it leads to another site, or to a place on the same page."""
        return ELSEWHERE.match(self.target) is not None

    def file(self, path: str) -> str:
        """The file that is meant, relative to the root, when the link stands in the file at `path`."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(path), self.target.partition("#")[0]))

    @property
    def fragment(self) -> str:
        """What follows the file, from the # on."""
        return "".join(self.target.partition("#")[1:])


@dataclass(frozen=True)
class Piece:
    """A live piece as written: its name, its options, where in the text it starts and ends, and what is no option."""

    name: str
    options: dict[str, str]
    start: int
    end: int
    rest: str = ""


def links(text: str) -> Iterator[Link]:
    """Every link and image of a Markdown text outside code, in order."""
    prose = without_code(text)
    found = [*LINK.finditer(prose), *DEFINITION.finditer(prose)]
    yield from (Link(match[1], match.start(1)) for match in sorted(found, key=lambda match: match.start()))


def pieces(text: str) -> Iterator[Piece]:
    """Every live piece of a Markdown text outside code, in order."""
    for match in PIECE.finditer(without_code(text)):
        options = {name: quoted or bare for name, quoted, bare in OPTION.findall(match[2] or "")}
        yield Piece(match[1], options, match.start(), match.end(), OPTION.sub("", match[2] or "").strip())


def relink(text: str, write: Callable[[Link], str | None]) -> str:
    """The text with every link's target replaced by what `write` makes of it; where it is None, its words stay."""
    return _replace(text, (_relinked(text, link, write(link)) for link in links(text)))


def fill(text: str, write: Callable[[Piece], str]) -> str:
    """The text with every live piece replaced by what `write` makes of it."""
    return _replace(text, ((piece.start, piece.end, write(piece)) for piece in pieces(text)))


def _relinked(text: str, link: Link, target: str | None) -> tuple[int, int, str]:
    """Which stretch of the text a link's new form takes the place of, and that form."""
    close = text.rfind("](", 0, link.start)
    if target is not None or close < 0:
        return link.start, link.start + len(link.target), link.target if target is None else target
    start, depth = close, 1
    while depth and start > 0:
        start -= 1
        depth += {"]": 1, "[": -1}.get(text[start], 0)
    return start, text.index(")", link.start + len(link.target)) + 1, text[start + 1 : close]


def _replace(text: str, changes: Iterator[tuple[int, int, str]]) -> str:
    parts, done = [], 0
    for start, end, written in changes:
        parts += [text[done:start], written]
        done = end
    return "".join([*parts, text[done:]])


def without_code(text: str) -> str:
    """The text with code blanked out, every character keeping its place."""
    return CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
