"""Pictures that we draw ourselves: social cards and icons, as PNG. Equal words give equal bytes.

A card is 1200 by 630 px: words on the left, kept inside their column whatever they are, and on the right a number, or
the mark, which leaves the card.
"""

import io
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

import PIL
from PIL import Image, ImageColor, ImageDraw
from PIL.ImageFont import FreeTypeFont

from masthead import lettering, png, raster
from masthead.lettering import LEADING, fitted, font, length, set_title, wrapped
from masthead.maker import maker
from masthead.png import indexed_png
from masthead.raster import as_png

MAKER = maker((__file__, lettering.__file__, png.__file__), PIL.__version__, raster.MAKER, png.ZLIB)

CARD_WIDTH_PX, CARD_HEIGHT_PX = 1200, 630
MARGIN_PX = 72
COLUMN_PX, COLUMN_BESIDE_PX = CARD_WIDTH_PX - 2 * MARGIN_PX, 700  # a title alone, and one with something beside it
RULE_PX = 16
KICKER_TOP_PX = 64
TITLE_TOP_PX = 120
DETAIL_TOP_PX, DETAIL_LINES = 406, 2
SMALL_PX = 36
NUMBER_PX, NUMBER_WIDTH_PX, NUMBER_WORD_PX, NUMBER_BASE_PX = 320, 300, 68, 390
LOGO_WIDTH_PX, LOGO_HEIGHT_PX = 400, 64
MARK_PX = 760
SHADES, DRAWN_COLOURS = 24, 40  # of each colour between it and the ground, which smooth edges need; and of the drawings
SHADE_OF_GREY = [bytes(ink * SHADES + round(grey / 255 * (SHADES - 1)) for grey in range(256)) for ink in range(3)]
IS_INKED = bytes(255 * (shade > 0) for shade in SHADE_OF_GREY[0])


Letters = tuple[Image.Image, Image.Image, int, int]


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
        _place(picture, at, _letters(line, Ink.WORDS, font(look.display, size), (at[0], at[1] % 1), "la"))
    for index, line in enumerate(wrapped(card.detail, small, width, DETAIL_LINES)):
        _write(picture, (MARGIN_PX, DETAIL_TOP_PX + index * SMALL_PX * 1.3), line, Ink.QUIET, small)
    if card.number:
        right = CARD_WIDTH_PX - MARGIN_PX
        number = font(look.display, NUMBER_PX)
        number = font(look.display, int(NUMBER_PX * min(1, NUMBER_WIDTH_PX / length(number, card.number))))
        _write(picture, (right, NUMBER_BASE_PX), card.number, Ink.ACCENT, number, "rs")
        word = font(look.display, NUMBER_WORD_PX)
        _write(picture, (right, NUMBER_BASE_PX + 84), card.number_word, Ink.WORDS, word, "rs")
    return indexed_png((CARD_WIDTH_PX, CARD_HEIGHT_PX), picture.tobytes(), bytes(_palette(look).getpalette() or ()))


def _write(
    picture: Image.Image, at: tuple[float, float], text: str, ink: Ink, used: FreeTypeFont, anchor: str = "la"
) -> None:
    """Words that come again on other cards, in one ink."""
    _place(picture, at, _known_letters(text, ink, used, (at[0], at[1] % 1), anchor))


def _place(picture: Image.Image, at: tuple[float, float], letters: Letters | None) -> None:
    """Letters, straight into the colours of a card: each grey of an edge is one of its shades."""
    if letters:
        shades, is_inked, x, y = letters
        picture.paste(shades, (x + 1, y + int(at[1])), is_inked)


def _letters(text: str, ink: Ink, used: FreeTypeFont, at: tuple[float, float], anchor: str) -> Letters | None:
    """The shades of letters, where there is ink among them, and how far to the right and below they stand; None where
    nothing is seen.
    """
    left, top = at
    above = round(used.size * 1.5)
    strip = Image.new("L", (CARD_WIDTH_PX, 2 * above))
    ImageDraw.Draw(strip).text((left, above + top), text, 255, used, anchor)
    box = strip.getbbox()
    if not box:
        return None
    inside = strip.crop(box)
    greys = inside.tobytes()
    shades, is_inked = (
        Image.frombytes("L", inside.size, greys.translate(table)) for table in (SHADE_OF_GREY[ink], IS_INKED)
    )
    return shades, is_inked, box[0], box[1] - above


_known_letters = lru_cache(maxsize=250)(_letters)  # all but titles: the kinds of events, days, months with their years


@lru_cache(maxsize=4)
def _paper(look: Look, *, with_mark: bool) -> Image.Image:
    """The ground of a card: the place of each pixel’s colour, and a nought on the left of each row, as PNG has it."""
    ground = _ground(look, with_mark=with_mark).quantize(palette=_palette(look), dither=Image.Dither.NONE)
    places = Image.frombytes("L", ground.size, ground.tobytes())
    return places.crop((-1, 0, *places.size))


def _ground(look: Look, *, with_mark: bool) -> Image.Image:
    """What all cards of a brand share: the ground, the rule, the logo, and the mark where nothing else stands there.
    Not kept: 3 MB, from which 1 MB of paper is made once.
    """
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
