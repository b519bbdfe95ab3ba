"""Which colours stand on which, where, and how much contrast WCAG 2.2 asks of each pair (pairings.toml)."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from masthead.contrast import contrast
from masthead.model.tokens import DARK, LIGHT


class Need(Enum):
    """What a pair is for, and the least ratio that it needs."""

    TEXT = "text", 4.5  # 1.4.3
    LARGE = "large text", 3.0  # 1.4.3: from 24 px, or bold from 18.66 px
    SHAPE = "a shape", 3.0  # 1.4.11

    def __init__(self, words: str, least: float) -> None:
        self.words, self.least = words, least


@dataclass(frozen=True)
class Pairing:
    """Two roles, one on the other: names of tokens, without their scheme where there are two."""

    colour: str
    ground: str
    where: str
    need: Need

    @property
    def schemes(self) -> tuple[str, ...]:
        """What stands before the names: once for light and once for dark, or nothing in print."""
        return ("",) if self.colour.startswith("print.") else (LIGHT, DARK)


@dataclass(frozen=True)
class Measured:
    """A pairing in one scheme, as the tokens have it."""

    pairing: Pairing
    scheme: str
    colour: str
    ground: str
    ratio: float

    @property
    def passes(self) -> bool:
        return self.ratio >= self.pairing.need.least


def _read() -> Iterator[Pairing]:
    needs = {need.name.lower(): need for need in Need}
    with (Path(__file__).parent / "pairings.toml").open("rb") as stream:
        for group in tomllib.load(stream)["pairing"]:
            for colour in group["colours"]:
                yield from (
                    Pairing(colour, ground, group["where"], needs[group["needs"]]) for ground in group["grounds"]
                )


PAIRINGS = tuple(_read())


def measured(tokens: Mapping[str, str]) -> Iterator[Measured]:
    """Every pairing in every scheme whose two tokens there are."""
    for pairing in PAIRINGS:
        for scheme in pairing.schemes:
            colour, ground = tokens.get(scheme + pairing.colour), tokens.get(scheme + pairing.ground)
            if colour and ground:
                yield Measured(pairing, scheme, colour, ground, contrast(colour, ground))
