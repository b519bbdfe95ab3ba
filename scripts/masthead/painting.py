"""Drawings in the colours of the brand: `var(--mh-color-text, #1d1424)` in an SVG takes the value of its token.

A page of the site shows a drawing as a picture, which has neither the page's custom properties nor its fonts. So a
drawing for the site brings what it uses: colours for light and for dark ground, and of each font the letters that it
writes. On paper the colours are replaced, and the fonts are there.
"""

import base64
import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from masthead.maker import maker
from masthead.model.brand import Font, FontStyle
from masthead.model.tokens import DARK, LIGHT, custom_property
from masthead.source import File

USED = re.compile(r"var\(\s*(--mh-[\w-]+)\s*(?:,\s*([^()]*))?\)")
ROOT = re.compile(r"<svg\b[^>]*>")
TAG = re.compile(r"<[^>]*>")
WEIGHT = re.compile(r"""font-weight(?:=["']|:\s*)(\d+|bold)""")
REGULAR, BOLD = 400, 700
MAKER = maker([__file__])

Face = tuple[Font, File]


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


def painted_for_screen(file: File, tokens: Mapping[str, str], faces: Sequence[Face] = ()) -> bytes:
    """The drawing for the site. `faces` are the fonts of the brand, with their files."""
    drawing = file.content().decode("utf-8", "replace")
    style = "".join(_faces(drawing, _values(tokens, DARK), faces))
    painted = on_screen(drawing, tokens)
    return (_with_style(painted, style) if style else painted).encode()


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
    return _with_style(drawing, f"{light}@media (prefers-color-scheme:dark){{{dark}}}")


def _with_style(drawing: str, style: str) -> str:
    return ROOT.sub(lambda root: f"{root[0]}<style>{style}</style>", drawing, count=1)


def _faces(drawing: str, values: Mapping[str, str], faces: Sequence[Face]) -> Iterator[str]:
    """@font-face rules for the fonts in which the words of a drawing are set, with the letters of these words."""
    if "<text" not in drawing:
        return
    from masthead.typefaces import cut  # a check asks which colours a drawing takes, and cuts no font

    named = " ".join(values.get(found[1], "") for found in USED.finditer(drawing))
    weights = {REGULAR, *(BOLD if found == "bold" else int(found) for found in WEIGHT.findall(drawing))}
    letters = "".join(sorted(set(html.unescape(TAG.sub("", drawing)))))
    for font, file in faces:
        if font.family in named and font.weight in weights and font.style is FontStyle.NORMAL:
            content = base64.b64encode(cut(file.content(), letters)).decode()
            source = f'url(data:font/woff2;base64,{content}) format("woff2")'
            yield f'@font-face{{font-family:"{font.family}";font-weight:{font.weight};src:{source}}}'


def _values(tokens: Mapping[str, str], left_out: str) -> dict[str, str]:
    return {custom_property(name): value for name, value in tokens.items() if not name.startswith(left_out)}


def _rule(values: Mapping[str, str], used: list[str]) -> str:
    return f":root{{{';'.join(f'{name}:{values[name]}' for name in used if name in values)}}}"
