"""Drawings in the colours of the brand."""

import base64
import io
import re
from pathlib import Path

from fontTools.ttLib import TTFont

from masthead.load import load
from masthead.painting import Painted, on_paper, on_screen, painted_for_screen
from masthead.source import File
from tests.conftest import TESTS

TOKENS = {"color.light.link": "#800080", "color.dark.link": "#ffc0cb", "color.light.text": "#000001"}
DRAWING = (
    '<svg viewBox="0 0 8 6"><path fill="var(--mh-color-link, #123456)" stroke="var(--mh-color-gone, #654321)"/></svg>'
)


def test_on_paper_every_colour_is_that_of_its_token_on_light_ground_or_its_own() -> None:
    assert on_paper(DRAWING, {"--mh-color-link": "#800080"}) == (
        '<svg viewBox="0 0 8 6"><path fill="#800080" stroke="#654321"/></svg>'
    )


def test_on_screen_a_drawing_brings_the_colours_that_it_uses_for_light_and_for_dark_ground() -> None:
    assert on_screen(DRAWING, TOKENS) == DRAWING.replace("--mh-color-link, #123456", "--mh-color-link").replace(
        '6">',
        '6"><style>:root{--mh-color-link:#800080}'
        "@media (prefers-color-scheme:dark){:root{--mh-color-link:#ffc0cb}}</style>",
        1,
    )


def test_a_drawing_without_such_colours_is_published_as_it_is() -> None:
    assert on_screen("<svg><path/></svg>", TOKENS) == "<svg><path/></svg>"


def test_a_file_is_painted_when_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "quay.svg"
    path.write_text(DRAWING, encoding="utf-8")
    file = File("manifesto/quay.svg", path)
    assert Painted.on_paper(file, TOKENS).content() == on_paper(DRAWING, {"--mh-color-link": "#800080"}).encode()
    assert painted_for_screen(file, TOKENS) == on_screen(DRAWING, TOKENS).encode()


def test_the_words_of_a_drawing_are_set_in_the_fonts_of_the_brand_cut_down_to_their_letters(tmp_path: Path) -> None:
    network = load(TESTS.parent).network
    assert network
    words = '<text font-family="var(--mh-font-family-text, serif)">Quay</text><text font-weight="700">D&amp;R</text>'
    (tmp_path / "quay.svg").write_text(f"<svg>{words}</svg>", encoding="utf-8")
    faces = [(font, File(font.file, TESTS.parent / "brand" / font.file)) for font in network.brand.fonts]
    painted = painted_for_screen(File("quay.svg", tmp_path / "quay.svg"), network.tokens, faces).decode()
    rule = (
        r'@font-face\{font-family:"(.*?)";font-weight:(\d+);src:url\(data:font/woff2;base64,(.*?)\) format\("woff2"\)\}'
    )
    found = {(family, weight): base64.b64decode(font) for family, weight, font in re.findall(rule, painted)}
    assert found.keys() == {("Atkinson Hyperlegible Next", "400"), ("Atkinson Hyperlegible Next", "700")}
    for font in found.values():
        assert {*map(chr, TTFont(io.BytesIO(font)).getBestCmap())} == {*"QuayD&R"}
    assert painted.endswith(f"</style>{words.replace(', serif', '')}</svg>")
