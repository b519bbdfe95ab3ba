"""What an engine makes of a page's Markdown, made here: the same library, the same extensions, and links to addresses.

Nine tenths of a record's page are HTML of our own components. Markdown reads every letter of them to leave all as they
are: two thirds of its time. So it is given a mark in their place, an empty element, and they are put back into what it
makes. That rests on two rules of Markdown: a block of HTML ends at an empty line, and is not changed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor

from masthead.addresses import relative_address
from masthead.signs import try_by_signs

BUILT_IN = ("toc", "tables", "fenced_code")  # MkDocs takes them with every publication’s own
# Those that are as new after a reset: to make a converter takes a sixth of its work. Notes may be told to count resets.
RESETTABLE = frozenset((*BUILT_IN, "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "smarty"))
PAGE = "index.md"
BETWEEN = "\n\n"
# A component, or a record for search engines. Neither has empty lines inside.
BEGINS = re.compile(r'<(?:([a-z]+) (?:[a-z]+="[^"]*" )*class="mh-|(script) type="application/ld\+json">)')
# What an author opens in this way is read as Markdown to its end, the HTML inside, too.
READ_INSIDE = re.compile(r"<[a-z][^>]*\smarkdown\b")
MARK = '<div data-aside="{}"></div>'
MARKS = re.compile(r'<div data-aside="(\d+)"></div>')


@dataclass(frozen=True)
class Entry:
    """A heading in the list of what is on a page."""

    url: str
    title: str


@dataclass(frozen=True)
class Body:
    """The HTML of a page's text, and its headings of the first level."""

    html: str
    toc: tuple[Entry, ...]


@dataclass(frozen=True)
class Extensions:
    """The extensions of Markdown that a publication's mkdocs.yml names, and their settings."""

    names: tuple[str, ...]
    settings: Mapping[str, Mapping[str, Any]]

    @classmethod
    def of(cls, said: Iterable[str | Mapping[str, Any]]) -> "Extensions":
        """From what stands in mkdocs.yml: names, or a name with settings."""
        entries = [(one, {}) if isinstance(one, str) else next(iter(one.items())) for one in said]
        names = tuple(dict.fromkeys((*BUILT_IN, *(name for name, _ in entries))))
        return cls(names, {name: settings for name, settings in entries if settings})

    def convert(self, text: str, path: str) -> Body:
        """A page's Markdown, which stands at `path`, as HTML."""
        given, blocks = without_blocks(text)
        body = self._convert(given, path)
        if not blocks:
            return body
        if [int(number) for number in MARKS.findall(body.html)] != list(range(len(blocks))):
            return self._convert(text, path)  # an author shows such HTML in a block of code
        pieces = MARKS.split(body.html)
        pieces[1::2] = blocks
        return Body("".join(pieces), body.toc)

    def _convert(self, text: str, path: str) -> Body:
        converter = self._kept.reset() if self._can_be_kept() else self._new()
        converter.treeprocessors.register(_Addresses(path), "addresses", 0)
        html = converter.convert(text)
        tokens: Sequence[Mapping[str, str]] = getattr(converter, "toc_tokens", [])
        return Body(html, tuple(Entry(f"#{token['id']}", token["name"]) for token in tokens))

    def _can_be_kept(self) -> bool:
        return RESETTABLE.issuperset(self.names) and not self.settings.get("footnotes")

    @cached_property
    def _kept(self) -> markdown.Markdown:
        return self._new()

    def _new(self) -> markdown.Markdown:
        converter = markdown.Markdown(extensions=list(self.names), extension_configs=dict(self.settings))
        try_by_signs(converter)
        return converter


class _Addresses(Treeprocessor):
    """Links to the Markdown of pages become links to their addresses, as engines write them."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path

    def run(self, root: Element) -> None:
        for element in root.iter("a"):
            target = urlsplit(element.get("href", ""))
            if target.path.endswith(PAGE) and not (target.scheme or target.netloc or target.path.startswith("/")):
                address = relative_address(self.path, self._page(target.path))
                element.set("href", target._replace(path=address).geturl())

    def _page(self, link: str) -> str:
        folder = self.path.rpartition("/")[0].split("/") if "/" in self.path else []
        for step in link.split("/"):
            folder = folder[:-1] if step == ".." else [*folder, step]
        return "/".join(folder)


def without_blocks(text: str) -> tuple[str, tuple[str, ...]]:
    """A page's text with marks in place of finished HTML, and what stood there: one mark for what stands together."""
    given: list[str] = []
    blocks: list[str] = []
    if READ_INSIDE.search(text):
        return text, ()
    follows = False
    for part in text.split(BETWEEN):
        block = part.rstrip("\n")
        is_finished = _is_finished(block)
        if is_finished and follows:
            blocks[-1] += BETWEEN + block
            given[-1] += part[len(block) :]
        elif is_finished:
            given.append(MARK.format(len(blocks)) + part[len(block) :])
            blocks.append(block)
        else:
            given.append(part)
        follows = is_finished and part == block
    return BETWEEN.join(given), tuple(blocks)


def _is_finished(part: str) -> bool:
    """Whether it is one whole element that Markdown would leave as it is."""
    begins = BEGINS.match(part)
    if begins is None:
        return False
    name = begins[1] or begins[2]
    return part.endswith(f"</{name}>") and len(re.findall(rf"<{name}\b", part)) == part.count(f"</{name}>")
