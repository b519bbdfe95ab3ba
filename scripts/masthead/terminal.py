"""How a text stands on a terminal: nothing in it commands the terminal, and a mark stands under what is meant."""

import os
import re
from typing import TextIO

WIDEST = 120
LEAD = 40  # characters shown before the place in a line that is cut
CUT = "…"
# What moves, colours or rewrites a terminal (ECMA-48), or shows a text in another order than it stands (UAX 9).
COMMANDS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def visible(text: str) -> str:
    """The text with a picture in place of each character that would command the terminal; its line ends stay."""
    return COMMANDS.sub(_picture, text)


def in_one_line(text: str) -> str:
    """The same, with spaces in place of line ends."""
    return visible(text.replace("\n", " "))


def excerpt(line: str, column: int, length: int) -> tuple[str, str]:
    """A source line as it is shown, a long one cut around the place; and the line below, which marks the place.

    The widths of letters are imported late: where all is well, nobody asks.
    """
    from wcwidth import width

    start = min(column - 1, len(line))
    left = max(0, min(start - LEAD, len(line) - WIDEST)) if len(line) > WIDEST else 0
    right = min(len(line), left + WIDEST)
    stop = min(start + length, right)
    before = CUT * (left > 0) + visible(line[left:start])
    meant = visible(line[start:stop])
    after = visible(line[stop:right]) + CUT * (right < len(line))
    indent = width(before)
    return before + meant + after, " " * indent + "^" * max(1, width(before + meant) - indent)


def wants_colour(stream: TextIO) -> bool:
    """Whether a stream is a terminal that may be coloured (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _picture(found: re.Match[str]) -> str:
    number = ord(found[0])
    if number == 9:
        return " "
    if number < 32:
        return chr(0x2400 + number)
    return "␡" if number == 127 else "\ufffd"
