"""Laid-out pages judged: what leaves its column or its page, and letters that the fonts at that place do not have.

Reads WeasyPrint's boxes by their names, so that this module needs no WeasyPrint.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from masthead.halt import MastheadError
from masthead.source import File
from masthead.typefaces import characters, in_words, instead, missing

TOLERANCE_PX = 1.0
PX_PER_MM = 96 / 25.4
FACE = re.compile(r'@font-face \{ font-family: "([^"]+)"; font-weight: (\d+); font-style: (\w+);.*?url\("([^"]+)"\)')
CONTAINERS = ("BlockBox", "InlineBlockBox", "MarginBox", "TableCellBox", "TableCaptionBox", "FootnoteAreaBox")
WORDS_OF_A_TABLE = 6


@dataclass(frozen=True)
class Misprint:
    """What cannot be printed as it is written: `words` as printed, `anchor` the id around them, page from 1; `letter`
    is the one of the words that is meant, where it is only one.
    """

    code: str
    message: str
    hint: str
    words: str
    anchor: str
    page: int
    letter: str = ""


class MisprintedError(MastheadError):
    """A document of which something cannot be printed as it is written."""

    def __init__(self, found: tuple[Misprint, ...]) -> None:
        super().__init__(found)
        self.misprints = found

    def __str__(self) -> str:
        return "\n".join(f"Page {one.page}: {one.message} {one.hint}" for one in self.misprints)


@dataclass(frozen=True)
class Face:
    """One font that the document embeds."""

    weight: int
    style: str
    letters: frozenset[str]


Faces = Mapping[str, tuple[Face, ...]]


@dataclass(frozen=True)
class _Around:
    """What stands around a box: edges in CSS pixels, the id of the nearest element that has one."""

    page: int
    right: float
    bottom: float
    anchor: str = ""
    seen: set[str] = field(default_factory=set)


def faces_of(html: str, files: Mapping[str, File]) -> Faces:
    """The fonts that the stylesheet of a document embeds, by the name of their family in small letters."""
    found: dict[str, tuple[Face, ...]] = {}
    for family, weight, style, path in FACE.findall(html):
        if path in files and (letters := characters(files[path])):
            face = Face(int(weight), style, letters)
            found[family.lower()] = (*found.get(family.lower(), ()), face)
    return found


def misprints(pages: Iterable[Any], faces: Faces) -> Iterator[Misprint]:
    """What is wrong on the pages, in their order; each word, letter and table is told once."""
    seen: set[str] = set()
    for number, page in enumerate(pages, 1):
        box = page._page_box
        bottom = box.content_box_y() + box.height
        yield from _walk(box, _Around(number, box.content_box_x() + box.width, bottom, seen=seen), faces)


def _walk(box: Any, around: _Around, faces: Faces) -> Iterator[Misprint]:
    box = getattr(box, "_box", box)  # what is positioned absolutely comes with a wrapper
    kind = type(box).__name__
    if box.element is not None and (anchor := box.element.get("id")):
        around = replace(around, anchor=anchor)
    if kind == "MarginBox":  # it stands outside the content of the page
        around = replace(around, bottom=box.position_y + box.margin_height())
    for found in _judge(box, kind, around, faces):
        if (told := f"{found.code} {found.anchor} {found.words} {found.letter}") not in around.seen:
            around.seen.add(told)
            yield found
    if kind in CONTAINERS and not box.is_table_wrapper:
        around = replace(around, right=box.content_box_x() + box.width)
    for child in getattr(box, "children", ()):
        yield from _walk(child, around, faces)


def _judge(box: Any, kind: str, around: _Around, faces: Faces) -> Iterator[Misprint]:
    if kind == "TextBox":
        yield from _text(box, around, faces)
    elif kind == "TableBox" and (over := _over(box.border_box_x() + box.border_width(), around.right)):
        message = f"This table is {over} mm wider than the page."
        hint = "Take out a column, or write shorter words in it."
        yield Misprint("table-too-wide", message, hint, _words(box), around.anchor, around.page)
    elif kind.endswith("ReplacedBox"):
        name = box.element.get("src", "") if box.element is not None else ""
        hint = "Make it smaller, or of another shape."
        for over, way in (
            (_over(box.content_box_x() + box.width, around.right), "wider than the column"),
            (_over(box.content_box_y() + box.height, around.bottom), "taller than what is left of the page"),
        ):
            if over:
                message = f"This picture is {over} mm {way}."
                yield Misprint("off-page", message, hint, name.rpartition("/")[2], around.anchor, around.page)


def _text(box: Any, around: _Around, faces: Faces) -> Iterator[Misprint]:
    words = box.text.strip()
    if over := _over(box.position_x + box.width, around.right):
        word = max(words.split(), key=len, default="")
        message = f"“{_short(word)}” is {over} mm longer than the line."
        hint = "Write a shorter word; &shy; marks where a long one may be divided."
        yield Misprint("word-too-long", message, hint, word, around.anchor, around.page)
    elif over := _over(box.position_y + box.height, around.bottom):
        message = f"“{_short(words)}” stands {over} mm below the end of the page."
        yield Misprint("off-page", message, "Make it shorter.", words, around.anchor, around.page)
    known = _letters(box.style, faces)
    for _, letter in missing(box.text, known) if known else ():
        message = f"The font at this place lacks the character {in_words(letter)}."
        hint = instead(letter, known)
        yield Misprint("character-without-font", message, hint, words, around.anchor, around.page, letter)


def _letters(style: Any, faces: Faces) -> frozenset[str]:
    """The letters of the fonts that a text is printed in: of each family the one that is nearest to what is asked."""
    families = (faces[name.lower()] for name in style["font_family"] if name.lower() in faces)
    return frozenset[str]().union(*(_nearest(family, style).letters for family in families))


def _nearest(family: tuple[Face, ...], style: Any) -> Face:
    slant = "normal" if style["font_style"] == "normal" else "italic"
    return min(family, key=lambda face: (face.style != slant, abs(face.weight - style["font_weight"])))


def _over(end: float, limit: float) -> int:
    """By how many millimetres something leaves its room, rounded up; 0 where it does not."""
    return -int(-(end - limit) // PX_PER_MM) if end > limit + TOLERANCE_PX else 0


def _words(box: Any) -> str:
    """The first words of a box."""
    parts = " ".join(one.text for one in box.descendants() if type(one).__name__ == "TextBox").split()
    return " ".join(parts[:WORDS_OF_A_TABLE])


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:39]}…"
