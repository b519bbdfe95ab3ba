"""Colours that stand on one another can be told apart (WCAG 2.2, 1.4.3 and 1.4.11)."""

from collections.abc import Iterator

from masthead.contrast import nearest
from masthead.load import TOKENS
from masthead.model.network import Network
from masthead.model.tokens import DARK, LIGHT
from masthead.pairings import Measured, measured
from masthead.problem import Place, Problem
from masthead.source import Sources

IN_SCHEME = {LIGHT: " in the light scheme", DARK: " in the dark scheme", "": ""}


def colours_have_contrast(network: Network, sources: Sources) -> Iterator[Problem]:
    """Pairings of colours with less contrast than they need, each at the token of the colour that stands above.

    Print, whose roles are mostly those of the light scheme, is told of where its colours are others.
    """
    source = sources.texts[TOKENS]
    failing = [one for one in measured(network.tokens) if not one.passes]
    on_site = {(one.colour, one.ground) for one in failing if one.scheme}
    for one in failing:
        if one.scheme or (one.colour, one.ground) not in on_site:
            loc = (*(one.scheme + one.pairing.colour).split("."), "$value")
            place = source.place(*loc) if source.node else Place(TOKENS)
            yield Problem(place, "contrast", _message(one), _hint(one, source.written(*loc) or ""))


def _message(one: Measured) -> str:
    pair = one.pairing
    ratio = f"{int(one.ratio * 100) / 100:g}:1"  # cut off, not rounded: 4.496 is not enough
    return (
        f"{pair.where}: “{pair.colour}” on “{pair.ground}” has a contrast of {ratio}{IN_SCHEME[one.scheme]}, "
        f"and {pair.need.words} needs {pair.need.least:g}:1."
    )


def _hint(one: Measured, alias: str) -> str:
    passing = nearest(one.colour, one.ground, one.pairing.need.least)
    named = f" ({alias[1:-1]})" if alias.startswith("{") else ""
    return f"The nearest colour that passes on {one.ground} is {passing}, in place of {one.colour}{named}."
