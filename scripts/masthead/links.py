"""Links and images in an author's Markdown, in all the forms that Python-Markdown reads, and how to write them anew."""

import html
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TypeAlias
from urllib.parse import unquote

from masthead.prose import Change, replaced, without_code

# Each letter can be read in one way only, so that no text takes long. (Python before 3.11.5 gets possessive repetition
# of groups wrong.) What comes before is looked at last: a pattern that begins with a sign is found in no time.
BARE = r"(?:[^()\s<>]|\((?:[^()\s<>]|\([^()\s<>]*+\))*\))+"
TITLE = r"(?:\"[^\"\n]*\"|'[^'\n]*')"
ATTRIBUTES = r"(?:\{:?[^{}\n]*\})?"
INLINE = re.compile(
    rf"\]\((?<!\\\]\()\s*+(?:<([^<>\n]*)>|((?:{BARE}(?:[ ]++(?![\"']){BARE})*)?))(?:\s++{TITLE})?\s*+\){ATTRIBUTES}"
)
DEFINITION = re.compile(
    r"^ {0,3}\[(?!\^)([^\[\]\n]+)\]:[ \t]*\n?[ \t]*(?:<([^<>\n]*)>|([^\s<>]\S*))[ \t]*"
    rf"(?:\n?[ \t]*(?:{TITLE}|\([^()\n]*\))[ \t]*)?$",
    re.MULTILINE,
)
HTML = re.compile(
    r"<a\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(\shref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+)))",
    re.IGNORECASE,
)
WORDS = r"\[(?<![\\\]]\[)((?:[^\[\]]|\[[^\[\]]*\](?!\[))*)\]"
USE = re.compile(rf"{WORDS}[ \n]?\[((?!\^)[^\[\]\n]*)\]{ATTRIBUTES}")
SHORT_USE = re.compile(rf"\[(?<![\\\]]\[)((?!\^)[^\[\]\n]+)\](?![\[(:]|[ \n]\[){ATTRIBUTES}")
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#")

REMEMBERED = 4096  # texts, of which several checks and pages ask
Place: TypeAlias = tuple[str, str]  # a file, and an id in it or nothing


class Form(Enum):
    """How a link is written."""

    INLINE = "[words](target)"
    DEFINITION = "[label]: target"
    HTML = '<a href="target">'


@dataclass(frozen=True)
class Link:
    """A link or image: its target as written, and where in the text that starts. `begin` and `end` enclose all that
    makes it a link, besides the words and the bracket before them.
    """

    target: str
    start: int
    form: Form = Form.INLINE
    begin: int = 0
    end: int = 0
    label: str = ""

    @property
    def is_elsewhere(self) -> bool:
        """Whether it leads to another site, or to a place on the same page."""
        return ELSEWHERE.match(html.unescape(self.target)) is not None

    def file(self, path: str) -> str:
        """The file that is meant, relative to the root, when the link stands in the file at `path`."""
        named = unquote(html.unescape(self.target).partition("#")[0])
        return posixpath.normpath(posixpath.join(posixpath.dirname(path), named))

    @property
    def fragment(self) -> str:
        """What follows the file, from the # on."""
        return "".join(self.target.partition("#")[1:])


@dataclass(frozen=True)
class Use:
    """Words that lead to what a label defines."""

    label: str
    start: int
    end: int
    words: str
    is_short: bool = False


def links(text: str) -> Iterator[Link]:
    """Every link and image of a Markdown text outside code, in order; a picture in HTML is refused by another check."""
    return iter(_links(text) if "[" in text or "<" in text else ())


@lru_cache(maxsize=REMEMBERED)
def _links(text: str) -> tuple[Link, ...]:
    prose = without_code(text)
    found = (*_inline(prose), *_definitions(prose), *_html(prose))
    return tuple(sorted(found, key=lambda link: link.start))


def uses(text: str) -> Iterator[Use]:
    """Every `[words][label]` and `[label][]` of a text, and every `[label]`, which may be just words in brackets."""
    if "[" not in text:
        return
    prose = without_code(text)
    for match in USE.finditer(prose):
        yield Use(_same(match[2] or match[1]), match.start(), match.end(), match[1])
    for match in SHORT_USE.finditer(prose):
        yield Use(_same(match[1]), match.start(), match.end(), match[1], is_short=True)


def nameless(text: str) -> list[Link]:
    """The links of a text that are written without words: `[](evidence.md)`."""
    before = ((link, text[: link.start].rstrip(" <")) for link in links(text))
    return [link for link, words in before if words.endswith("[](") and not words.endswith("![](")]


def goal(link: Link, path: str) -> Place:
    """The file and the id that a link in the file at `path` leads to."""
    if link.target.startswith("#"):
        return path, link.target[1:]
    return link.file(path), link.fragment.removeprefix("#")


def relink(text: str, write: Callable[[Link], str | None]) -> str:
    """The text with every link's target replaced by what `write` makes of it; where it is None, its words stay."""
    changes: list[Change] = []
    for link in links(text):
        target = write(link)
        if target is None:
            changes += _dropped(text, link)
        else:
            changes.append((link.start, link.start + len(link.target), target))
    return replaced(text, sorted(changes))


def _inline(prose: str) -> Iterator[Link]:
    for match in _begun_with("](", INLINE, prose):
        group = 1 if match[1] is not None else 2
        yield Link(match[group], match.start(group), Form.INLINE, match.start(), match.end())


def _begun_with(sign: str, form: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What the form finds in a text, one after the other, where each begins with the sign: to look for that is fast."""
    at = text.find(sign)
    while at >= 0:
        match = form.match(text, at)
        if match:
            yield match
        at = text.find(sign, match.end() if match else at + 1)


def _definitions(prose: str) -> Iterator[Link]:
    for match in DEFINITION.finditer(prose) if "]:" in prose else ():
        group = 2 if match[2] is not None else 3
        yield Link(match[group], match.start(group), Form.DEFINITION, match.start(), match.end(), _same(match[1]))


def _html(prose: str) -> Iterator[Link]:
    for match in HTML.finditer(prose) if "<" in prose else ():
        group = next(one for one in (2, 3, 4) if match[one] is not None)
        yield Link(match[group], match.start(group), Form.HTML, match.start(1), match.end(1))


def _same(label: str) -> str:
    """A label as Python-Markdown compares it."""
    return " ".join(label.split()).lower()


def _dropped(text: str, link: Link) -> Iterator[Change]:
    """The changes that leave a link's words and take away all else."""
    yield link.begin, link.end, ""
    if link.form is Form.INLINE:
        bracket = opening(text, link.begin)
        yield bracket, bracket + 1, ""
    for use in uses(text) if link.form is Form.DEFINITION else ():
        if use.label == link.label:
            yield use.start, use.end, use.words


def opening(text: str, close: int) -> int:
    """Where the bracket stands that is closed at `close`."""
    start, depth = close, 1
    while depth and start > 0:
        start -= 1
        depth += {"]": 1, "[": -1}.get(text[start], 0)
    return start
