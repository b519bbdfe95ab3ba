"""Words in lines no wider than a column, measured with the metrics and the kerning of the font they are drawn in."""

import io
import re
from bisect import bisect_right
from functools import lru_cache

from PIL import ImageFont
from PIL.ImageFont import FreeTypeFont

TITLE_HEIGHT_PX = 268
TITLE_SIZES_PX = (104, 92, 84, 76, 68, 62, 56, 50)
LEADING = 1.1
ELLIPSIS = "…"
WHITE_SPACE = re.compile(r"[ \t\r\n]+")  # not the spaces that must not break


def set_title(title: str, face: bytes, width: int) -> tuple[list[str], int]:
    """The lines of a title, about equally long, and the largest size at which they fit; at the smallest one its end
    may be left out.
    """
    for size in TITLE_SIZES_PX:
        used = font(face, size)
        at_most = int(TITLE_HEIGHT_PX / (size * LEADING))
        if lines := _whole(title, used, width, at_most):
            return _balanced(lines, title, used, width), size
    return wrapped(title, used, width, at_most), size


def _balanced(lines: list[str], title: str, used: FreeTypeFont, width: int) -> list[str]:
    """As many lines, in the narrowest column that still holds them."""
    narrow, wide = width // 2, width
    while wide - narrow > 24:
        middle = (narrow + wide) // 2
        tried = _whole(title, used, middle, len(lines))
        narrow, wide, lines = (narrow, middle, tried) if tried else (middle, wide, lines)
    return lines


def _whole(text: str, used: FreeTypeFont, width: int, at_most: int) -> list[str]:
    """Lines of whole words; none where it takes more than so many of them."""
    *lines, rest = _lines(text, used, width, at_most)
    whole = [*lines, rest] if length(used, rest) <= width else []
    return whole if " ".join(whole) == _tidy(text) else []


def wrapped(text: str, used: FreeTypeFont, width: int, at_most: int) -> list[str]:
    """Lines no wider than `width`; what does not fit into so many of them ends in an ellipsis behind a whole word."""
    *lines, rest = _lines(text, used, width, at_most)
    return [*lines, fitted(rest, used, width)] if rest else lines


def _lines(text: str, used: FreeTypeFont, width: int, at_most: int) -> list[str]:
    """One line less than so many, or fewer where that is enough; and the rest, which may be too wide."""
    lines: list[str] = []
    rest = _tidy(text)
    while rest and len(lines) < at_most - 1 and length(used, rest) > width:
        line, rest = _line(rest, used, width)
        lines.append(line)
    return [*lines, rest]


def _tidy(text: str) -> str:
    return WHITE_SPACE.sub(" ", text).strip(" ")


def fitted(text: str, used: FreeTypeFont, width: int) -> str:
    """A text on one line, cut off behind a word where it is too wide."""
    if length(used, text) <= width:
        return text
    line, _ = _line(text, used, width - int(length(used, ELLIPSIS)) - 1)
    return line.rstrip(" ,;:–-·") + ELLIPSIS


def _line(text: str, used: FreeTypeFont, width: int) -> tuple[str, str]:
    """What fits on one line, and the rest: whole words, or as much of one that is wider than the line."""
    ends = [at for at, letter in enumerate(text) if letter == " "] + [len(text)]
    fitting = bisect_right(ends, float(width), key=lambda end: length(used, text[:end]))
    if fitting:
        end = ends[fitting - 1]
        return text[:end], text[end:].lstrip()
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
