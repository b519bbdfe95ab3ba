"""Pictures that we draw ourselves: social cards and icons, as PNG. Equal words give equal bytes.

A card is 1200 by 630 px: words on the left, kept inside their column whatever they are, and on the right a number, or
the mark, which leaves the card. Words are measured with the metrics and the kerning of the font they are drawn in.
"""

import hashlib
import io
import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

import PIL
from PIL import Image, ImageColor, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

from masthead.raster import RESVG, as_png

EDITION = hashlib.sha256(Path(__file__).read_bytes() + f"{PIL.__version__} {RESVG}".encode()).hexdigest()

CARD_WIDTH_PX, CARD_HEIGHT_PX = 1200, 630
MARGIN_PX = 72
COLUMN_PX, COLUMN_BESIDE_PX = CARD_WIDTH_PX - 2 * MARGIN_PX, 700  # a title alone, and one with something beside it
RULE_PX = 16
KICKER_TOP_PX = 64
TITLE_TOP_PX, TITLE_HEIGHT_PX = 120, 268
TITLE_SIZES_PX = (104, 92, 84, 76, 68, 62, 56, 50)
DETAIL_TOP_PX, DETAIL_LINES = 406, 2
SMALL_PX = 36
NUMBER_PX, NUMBER_WIDTH_PX, NUMBER_WORD_PX, NUMBER_BASE_PX = 320, 300, 68, 390
LOGO_WIDTH_PX, LOGO_HEIGHT_PX = 400, 64
MARK_PX = 760
LEADING = 1.1
SHADES, DRAWN_COLOURS = 24, 40  # of each colour between it and the ground, which smooth edges need; and of the drawings
SHADE_OF_GREY = [[ink * SHADES + round(grey / 255 * (SHADES - 1)) for grey in range(256)] for ink in range(3)]
IS_INKED = [255 * (shade > 0) for shade in SHADE_OF_GREY[0]]
ELLIPSIS = "…"
WHITE_SPACE = re.compile(r"[ \t\r\n]+")  # not the spaces that must not break


class Ink(IntEnum):
    """What words are written in, by its place among the colours of a card."""

    WORDS, QUIET, ACCENT = range(3)


@dataclass(frozen=True)
class Card:
    """The words of a card: the title, a line above it and one below, and a number with a word, which is set large."""

    title: str
    kicker: str = ""
    detail: str = ""
    number: str = ""
    number_word: str = ""


@dataclass(frozen=True)
class Look:
    """What a card takes from the brand: colours as hexadecimal CSS, font files, drawings; the mark may be missing."""

    ground: str
    words: str
    quiet: str
    accent: str
    display: bytes
    text: bytes
    logo: bytes
    mark: bytes = b""


def draw_card(card: Card, look: Look) -> bytes:
    """A card as PNG."""
    picture = _paper(look, with_mark=not card.number).copy()
    width = COLUMN_BESIDE_PX if card.number or look.mark else COLUMN_PX
    small = font(look.text, SMALL_PX)
    _write(picture, (MARGIN_PX, KICKER_TOP_PX), fitted(card.kicker, small, width), Ink.ACCENT, small)
    title, size = set_title(card.title, look.display, width)
    for index, line in enumerate(title):
        at = (MARGIN_PX, TITLE_TOP_PX + index * size * LEADING)
        _write(picture, at, line, Ink.WORDS, font(look.display, size))
    for index, line in enumerate(wrapped(card.detail, small, width, DETAIL_LINES)):
        _write(picture, (MARGIN_PX, DETAIL_TOP_PX + index * SMALL_PX * 1.3), line, Ink.QUIET, small)
    if card.number:
        right = CARD_WIDTH_PX - MARGIN_PX
        number = font(look.display, NUMBER_PX)
        number = font(look.display, int(NUMBER_PX * min(1, NUMBER_WIDTH_PX / number.getlength(card.number))))
        _write(picture, (right, NUMBER_BASE_PX), card.number, Ink.ACCENT, number, "rs")
        word = font(look.display, NUMBER_WORD_PX)
        _write(picture, (right, NUMBER_BASE_PX + 84), card.number_word, Ink.WORDS, word, "rs")
    return _png(picture)


def _write(
    picture: Image.Image, at: tuple[float, float], text: str, ink: Ink, used: FreeTypeFont, anchor: str = "la"
) -> None:
    """Letters in one ink, straight into the colours of a card: each grey of an edge is one of its shades."""
    letters = Image.new("L", picture.size)
    ImageDraw.Draw(letters).text(at, text, 255, used, anchor)
    if box := letters.getbbox():
        inside = letters.crop(box)
        picture.paste(inside.point(SHADE_OF_GREY[ink]), box, inside.point(IS_INKED, "1"))


def set_title(title: str, face: bytes, width: int) -> tuple[list[str], int]:
    """The lines of a title, about equally long, and the largest size at which they fit; at the smallest one its end
    may be left out.
    """
    for size in TITLE_SIZES_PX:
        used = font(face, size)
        at_most = int(TITLE_HEIGHT_PX / (size * LEADING))
        is_whole = not wrapped(title, used, width, at_most)[-1].endswith(ELLIPSIS)
        if is_whole and all(length(used, word) <= width for word in title.split(" ")):
            return _balanced(title, used, width, at_most), size
    return wrapped(title, used, width, at_most), size


def _balanced(title: str, used: FreeTypeFont, width: int, at_most: int) -> list[str]:
    """As few lines as fill the width, in the narrowest column that still holds them."""
    lines = wrapped(title, used, width, at_most)
    narrow, wide = width // 2, width
    while wide - narrow > 24:
        middle = (narrow + wide) // 2
        tried = wrapped(title, used, middle, at_most)
        same = len(tried) == len(lines) and not tried[-1].endswith(ELLIPSIS)
        same = same and all(length(used, word) <= middle for word in title.split(" "))
        narrow, wide, lines = (narrow, middle, tried) if same else (middle, wide, lines)
    return lines


def wrapped(text: str, used: FreeTypeFont, width: int, at_most: int) -> list[str]:
    """Lines no wider than `width`; what does not fit into so many of them ends in an ellipsis behind a whole word."""
    lines: list[str] = []
    rest = WHITE_SPACE.sub(" ", text).strip(" ")
    while rest and len(lines) < at_most - 1:
        line, rest = _line(rest, used, width)
        lines.append(line)
    return [*lines, fitted(rest, used, width)] if rest else lines


def fitted(text: str, used: FreeTypeFont, width: int) -> str:
    """A text on one line, cut off behind a word where it is too wide."""
    if length(used, text) <= width:
        return text
    line, _ = _line(text, used, width - int(length(used, ELLIPSIS)) - 1)
    return line.rstrip(" ,;:–-·") + ELLIPSIS


def _line(text: str, used: FreeTypeFont, width: int) -> tuple[str, str]:
    """What fits on one line, and the rest: whole words, or as much of one that is wider than the line."""
    ends = [at for at, letter in enumerate(text) if letter == " "] + [len(text)]
    fitting = list(takewhile(lambda end: length(used, text[:end]) <= width, ends))
    if fitting:
        return text[: fitting[-1]], text[fitting[-1] :].lstrip()
    letters = next((at for at in range(ends[0], 1, -1) if length(used, text[:at]) <= width), 1)
    return text[:letters], text[letters:]


@lru_cache(maxsize=4096)
def length(used: FreeTypeFont, text: str) -> float:
    """How wide a text is. Lines are tried in many widths, and begin with the same words each time."""
    return used.getlength(text)


@lru_cache(maxsize=64)
def font(file: bytes, size: int) -> FreeTypeFont:
    """A font file at a size in px."""
    return ImageFont.truetype(io.BytesIO(file), size)


@lru_cache(maxsize=4)
def _paper(look: Look, *, with_mark: bool) -> Image.Image:
    """The ground of a card in its few colours."""
    return _ground(look, with_mark=with_mark).quantize(palette=_palette(look), dither=Image.Dither.NONE)


def _ground(look: Look, *, with_mark: bool) -> Image.Image:
    """What all cards of a brand share: the ground, the rule, the logo, and the mark where nothing else stands there."""
    picture = Image.new("RGB", (CARD_WIDTH_PX, CARD_HEIGHT_PX), look.ground)
    if with_mark and look.mark:
        mark = _drawn(look.mark, MARK_PX)
        picture.paste(mark, (CARD_WIDTH_PX - int(MARK_PX * 0.52), (CARD_HEIGHT_PX - mark.height) // 2), mark)
    ImageDraw.Draw(picture).rectangle((0, 0, CARD_WIDTH_PX, RULE_PX - 1), look.accent)
    logo = _drawn(look.logo, LOGO_WIDTH_PX)
    logo = logo if logo.height <= LOGO_HEIGHT_PX else _drawn(look.logo, LOGO_WIDTH_PX * LOGO_HEIGHT_PX // logo.height)
    picture.paste(logo, (MARGIN_PX, CARD_HEIGHT_PX - 48 - logo.height), logo)
    return picture


@lru_cache(maxsize=2)
def _palette(look: Look) -> Image.Image:
    """The colours of a card: the shades of each ink, in their order, from the ground to itself; and its drawings’."""
    ground = ImageColor.getrgb(look.ground)
    colours: list[int] = []
    for ink in (look.words, look.quiet, look.accent):
        for shade in range(SHADES):
            part = shade / (SHADES - 1)
            mixed = (round(a + (b - a) * part) for a, b in zip(ground, ImageColor.getrgb(ink), strict=True))
            colours += mixed
    drawn = _ground(look, with_mark=True).quantize(DRAWN_COLOURS, dither=Image.Dither.NONE)
    palette = Image.new("P", (1, 1))
    palette.putpalette([*colours, *(drawn.getpalette() or ())])
    return palette


def icon(drawing: bytes, size: int, ground: str = "", share: float = 1) -> bytes:
    """A square PNG with a drawing in its middle, which takes this share of it; on no ground where none is named."""
    picture = Image.new("RGBA", (size, size), ground or (0, 0, 0, 0))
    drawn = _inside(drawing, round(size * share))
    picture.alpha_composite(drawn, ((size - drawn.width) // 2, (size - drawn.height) // 2))
    return _png(picture.convert("RGB") if ground else picture)


def ico(drawing: bytes, sizes: tuple[int, ...]) -> bytes:
    """A drawing in several sizes as an icon file, each drawn for itself."""
    pictures = [Image.open(io.BytesIO(icon(drawing, size))) for size in sizes]
    made = io.BytesIO()
    pictures[-1].save(made, "ICO", sizes=[(size, size) for size in sizes], append_images=pictures[:-1])
    return made.getvalue()


def _inside(drawing: bytes, size: int) -> Image.Image:
    """A drawing as large as fits into a square."""
    drawn = _drawn(drawing, size)
    return drawn if drawn.height <= size else _drawn(drawing, max(1, size * size // drawn.height))


def _drawn(drawing: bytes, width: int) -> Image.Image:
    return Image.open(io.BytesIO(as_png(drawing, width))).convert("RGBA")


def _png(picture: Image.Image) -> bytes:
    made = io.BytesIO()
    picture.save(made, "PNG", compress_level=4)  # a tenth larger than the best, in half of its time
    return made.getvalue()
