"""Hyphens that only the end of a line has brought: a reader is told that they are soft, and reads the word as one.

ISO 32000-2, 14.8.2.6.2: such a hyphen is U+00AD, whatever its glyph.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from masthead.pdf.draft import Draft
from masthead.pdf.marks import Mark

HYPHENS = ("-", "\u2010")
SOFT = "\u00ad"
SPACE = re.compile(r"\s+")
PIECE = rb"<</MCID %d>>\nBDC\n.*?\nEMC"
LAST_GLYPH = re.compile(rb"(<[0-9a-f]{4}>)([-\d.]*)\] TJ(?!.*\] TJ)", re.DOTALL)
AS_SOFT = rb"] TJ\n/Span <</ActualText <FEFF00AD>>> BDC\n[\1\2] TJ\nEMC"


def soften_hyphens(draft: Draft) -> None:
    """Mark the last glyph of each line that ends within a word."""
    pages: dict[int, list[int]] = defaultdict(list)
    for mark in _broken(draft.tree.root.marks()):
        pages[mark.page].append(mark.mcid)
    for page, numbers in pages.items():
        content = draft.pdf.pages[page].obj.Contents
        stream = content.read_bytes()
        for number in numbers:
            stream = re.sub(PIECE % number, lambda found: LAST_GLYPH.sub(AS_SOFT, found[0]), stream, flags=re.DOTALL)
        content.write(stream)


def _broken(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Pieces that end with a hyphen which their element does not have."""
    lines: dict[Element, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.element is not None and not mark.part:
            lines[mark.element].append(mark)
    for element, own in lines.items():
        if any(mark.text.endswith(HYPHENS) for mark in own):
            yield from _broken_in(_solid("".join(_own_text(element))), own)


def _broken_in(text: str, lines: Iterable[Mark]) -> Iterator[Mark]:
    at = 0
    for line in lines:
        words = _solid(line.text)
        if words.endswith(HYPHENS) and not text.startswith(words, at) and text.startswith(words[:-1], at):
            words = words[:-1]
            yield line
        if text.startswith(words, at):
            at += len(words)


def _own_text(element: Element) -> Iterator[str]:
    yield element.text or ""
    yield from (child.tail or "" for child in element)


def _solid(text: str) -> str:
    """Text without what a line's end may add or take away."""
    return SPACE.sub("", text.replace(SOFT, "")).casefold()
