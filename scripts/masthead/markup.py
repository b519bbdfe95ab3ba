"""What an author's Markdown becomes with the extensions of the site: its anchors, and the HTML that is not allowed."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from masthead.prose import without_figures

if TYPE_CHECKING:
    from markdown import Markdown

# MkDocs adds these to what mkdocs.yml names.
BUILT_IN = ("toc", "tables", "fenced_code")
ELEMENTS = frozenset(
    """a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3
    h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span strong sub summary sup table tbody td tfoot
    th thead time tr u ul var wbr""".split()  # noqa: SIM905 (a list to be read)
)
ATTRIBUTES = frozenset(
    """alt cite class colspan datetime dir headers height href id lang loading markdown open reversed role rowspan scope
    span src start title translate value width""".split()  # noqa: SIM905
)
ADDRESSES = ("href", "src", "cite")
SCHEMES = ("https", "http", "mailto", "tel")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
IGNORED_IN_ADDRESSES = re.compile(r"[\x00-\x20]")
ALIGNED = re.compile(r"text-align: (left|right|center);")  # what the extension for tables writes
# A text with no sign of <{& and nothing of this becomes no other elements and attributes than those of plain Markdown.
NESTED = re.compile(r"^(?:[ \t]*(?:[>*+-][ \t]*){40}|(?: {4}|\t){20})", re.MULTILINE)
PLAIN_ADDRESS = re.compile(r"\bhttps?://|\bmailto:|\]:|^::", re.MULTILINE)
TOO_DEEP = (r"^[ \t]*(?:[>*+-][ \t]*){40}", "This is nested deeper than Markdown can be read.", "Nest less.")

REMEMBERED = 256  # texts to whose places somebody links

Finding = tuple[str, str, str]


def faults(text: str, extensions: Sequence[Any]) -> Iterator[Finding]:
    """What is not allowed: a pattern that finds it in the text, the message, the hint."""
    has_addresses = ":" in text and ("](" in text or "]:" in text) and ":" in PLAIN_ADDRESS.sub("", text)
    if not has_addresses and not any(sign in text for sign in "<{&") and not NESTED.search(text):
        return
    audit = _Audit()
    try:
        audit.feed(_html(text, extensions))
    except RecursionError:
        yield TOO_DEEP
        return
    audit.close()
    yield from audit.found


def anchors(text: str, extensions: Sequence[Any]) -> frozenset[str]:
    """The ids of everything in a text that a link can lead to."""
    return _anchors(text, repr(extensions), _Beside(extensions))


@lru_cache(maxsize=REMEMBERED)
def _anchors(text: str, _: str, extensions: "_Beside") -> frozenset[str]:
    audit = _Audit()
    try:
        audit.feed(_html(text, extensions.value))
    except RecursionError:
        return frozenset()
    return frozenset(audit.ids)


def extension_fault(extension: Any) -> bool:
    """Whether an entry of `markdown_extensions` cannot be used."""
    try:
        _converter(repr([extension]), ((_name(extension), _options(extension)),))
    except (ImportError, AttributeError, KeyError, TypeError, ValueError):
        return True
    return False


def _html(text: str, extensions: Sequence[Any]) -> str:
    usable = [one for one in extensions if not extension_fault(one)]
    converter = _converter(repr(usable), tuple((_name(one), _options(one)) for one in usable))
    return str(converter.reset().convert(without_figures(text)))


@lru_cache(maxsize=64)
def _converter(_: str, named: "_Named") -> "Markdown":
    from markdown import Markdown  # where every text is remembered, nothing is converted

    from masthead.signs import try_by_signs

    names = dict.fromkeys((*BUILT_IN, *(name for name, _ in named)))
    converter = Markdown(extensions=list(names), extension_configs={name: options.value for name, options in named})
    try_by_signs(converter)
    return converter


class _Beside:
    """A value beside the text that is its key; equal to all others."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Beside)

    def __hash__(self) -> int:
        return 0


_Named = tuple[tuple[str, _Beside], ...]


def _name(extension: Any) -> str:
    return next(iter(extension), "") if isinstance(extension, dict) else str(extension)


def _options(extension: Any) -> _Beside:
    options = next(iter(extension.values()), None) if isinstance(extension, dict) else None
    return _Beside(options or {})


class _Audit(HTMLParser):
    """Reads finished HTML: ids, and what is not on the lists."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Finding] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            hint = "Use Markdown, or one of the elements that the guide lists; write &lt; for the sign itself."
            self.found.append((rf"<{re.escape(tag)}\b", f"The HTML element <{tag}> is not allowed.", hint))
            return
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            self._judge(name, value or "")

    def _judge(self, name: str, value: str) -> None:
        if name in ADDRESSES:
            scheme = SCHEME.match(IGNORED_IN_ADDRESSES.sub("", value))
            if scheme and scheme[1].lower() not in SCHEMES:
                hint = f"Link to a file of this publication, or write one of: {', '.join(SCHEMES)}."
                message = f"An address that begins with {scheme[1].lower()}: is not allowed."
                self.found.append((re.escape(scheme[0]), message, hint))
        elif name not in ATTRIBUTES and not name.startswith("aria-") and not (name == "style" and ALIGNED.match(value)):
            hint = "Remove it; the guide lists what is allowed."
            self.found.append((rf"\b{re.escape(name)}\b", f"The HTML attribute “{name}” is not allowed.", hint))

    def handle_comment(self, _: str) -> None:
        message = "A comment in HTML is published with the page."
        self.found.append((r"<!--|<!|<\?|</", message, "Remove it; # begins a comment in front matter."))

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)
