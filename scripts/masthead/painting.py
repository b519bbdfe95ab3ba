"""Drawings in the colours of the brand: `var(--mh-color-text, #1d1424)` in an SVG takes the value of its token.

A page of the site shows a drawing as a picture, which does not inherit the page's custom properties. So a drawing for
the site brings those that it uses, for light and for dark ground; on paper they are replaced.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from masthead.model.tokens import DARK, LIGHT, custom_property
from masthead.source import File

USED = re.compile(r"var\(\s*(--mh-[\w-]+)\s*(?:,\s*([^()]*))?\)")
ROOT = re.compile(r"<svg\b[^>]*>")


@dataclass(frozen=True)
class Painted(File):
    """A drawing that is read with its colours: `values` by custom property."""

    values: Mapping[str, str]

    @classmethod
    def on_paper(cls, file: File, tokens: Mapping[str, str]) -> Self:
        """The drawing for paper, in the colours of light ground."""
        values = {name: value.replace('"', "'") for name, value in _values(tokens, DARK).items()}  # inside attributes
        return cls(file.path, file.absolute, values)

    def content(self) -> bytes:
        return on_paper(super().content().decode("utf-8", "replace"), self.values).encode()


def painted_for_screen(file: File, tokens: Mapping[str, str]) -> bytes:
    """The drawing for the site."""
    return on_screen(file.content().decode("utf-8", "replace"), tokens).encode()


def on_paper(drawing: str, values: Mapping[str, str]) -> str:
    """The drawing, or stylesheet, with the value of every custom property; one without a token takes its fallback."""
    return USED.sub(lambda used: values.get(used[1], used[2] or ""), drawing)


def on_screen(drawing: str, tokens: Mapping[str, str]) -> str:
    """The drawing with a stylesheet that defines the custom properties it uses, for light and for dark ground."""
    used = sorted({found[1] for found in USED.finditer(drawing)})
    if not used:
        return drawing
    known = {custom_property(name) for name in tokens}
    drawing = USED.sub(lambda one: f"var({one[1]})" if one[1] in known else one[0], drawing)
    light, dark = (_rule(_values(tokens, other), used) for other in (DARK, LIGHT))
    style = f"<style>{light}@media (prefers-color-scheme:dark){{{dark}}}</style>"
    return ROOT.sub(lambda root: root[0] + style, drawing, count=1)


def _values(tokens: Mapping[str, str], left_out: str) -> dict[str, str]:
    return {custom_property(name): value for name, value in tokens.items() if not name.startswith(left_out)}


def _rule(values: Mapping[str, str], used: list[str]) -> str:
    return f":root{{{';'.join(f'{name}:{values[name]}' for name in used if name in values)}}}"
