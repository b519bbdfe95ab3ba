"""Contrast of two colours, and the nearest colour that has enough of it. The only module that imports coloraide.

Ratios are those of WCAG 2.2 (1.4.3); lightness is that of OKLCH, in which equal steps look equal (CSS Color 4, 9.2).
It is imported when a colour is measured: that takes 0.1 s, and most checks of a publication find its colours unchanged.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coloraide import Color

STEPS = 12  # halvings: finer than one step of eight bits


@cache
def contrast(colour: str, ground: str) -> float:
    """The ratio between a colour, which may be translucent, and the ground it stands on."""
    from coloraide import Color

    below = Color(ground)
    return below.contrast(Color.layer([Color(colour), below], space="srgb"), method="wcag21")


def nearest(colour: str, ground: str, least: float) -> str:
    """The colour of the same hue and, as far as screens show it, chroma whose lightness must change least."""
    from coloraide import Color

    start = Color(colour).convert("oklch")
    there = (_towards(end, start, ground, least) for end in (0.0, 1.0))
    return min((one for one in there if one), key=lambda one: abs(Color(one).convert("oklch")["l"] - start["l"]))


def _towards(end: float, start: "Color", ground: str, least: float) -> str:
    """The first colour on the way to black or white that has the contrast; empty where even the end has not."""
    if contrast(_hex(start, end), ground) < least:
        return ""
    low, high = start["l"], end
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if contrast(_hex(start, middle), ground) >= least else (middle, high)
    return _hex(start, high)


def _hex(start: "Color", lightness: float) -> str:
    return str(start.clone().set("l", lightness).convert("srgb").fit(method="oklch-chroma").to_string(hex=True))
