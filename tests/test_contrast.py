"""Contrast as WCAG 2.2 counts it, the nearest colour that has enough, and the pairings that need it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from masthead.contrast import contrast, nearest
from masthead.pairings import PAIRINGS, Need, measured

HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("colour", "ground", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#000000", 21),
        ("#767676", "#ffffff", 4.5422),  # the grey that just passes, and the one that just fails
        ("#777777", "#ffffff", 4.4781),
        ("#0000ff", "#ffffff", 8.5925),
        ("rgb(0 0 0 / 0.5)", "#ffffff", 3.9770),
    ],
)
def test_a_ratio_is_that_of_wcag(colour: str, ground: str, ratio: float) -> None:
    assert contrast(colour, ground) == pytest.approx(ratio, abs=0.02)


@given(HEX, HEX, st.sampled_from([3.0, 4.5]))
def test_the_nearest_colour_passes(colour: str, ground: str, least: float) -> None:
    assert contrast(nearest(colour, ground, least), ground) >= least


@given(HEX, st.sampled_from([3.0, 4.5]))
def test_a_colour_just_short_of_the_ratio_hardly_moves(ground: str, least: float) -> None:
    passing = nearest("#808080", ground, least)
    again = nearest(passing, ground, least)
    assert abs(int(again[1:3], 16) - int(passing[1:3], 16)) <= 1


def test_the_nearest_colour_keeps_its_hue() -> None:
    assert nearest("#e58fc3", "#ffffff", 4.5) == "#ac5b8e"


def test_no_pairing_is_listed_twice() -> None:
    pairs = [(one.colour, one.ground, one.need) for one in PAIRINGS]
    assert sorted(pairs, key=str) == sorted(set(pairs), key=str)


def test_a_pairing_is_measured_in_both_schemes_and_once_in_print() -> None:
    tokens = {"color.light.link": "#000000", "color.light.surface": "#ffffff", "color.dark.link": "#ffffff"}
    tokens |= {"color.dark.surface": "#777777", "print.color.text": "#000000", "print.color.background": "#ffffff"}
    found = [(one.scheme, one.pairing.colour, round(one.ratio, 2), one.passes) for one in measured(tokens)]
    assert found == [
        ("color.light.", "link", 21, True),
        ("color.dark.", "link", 4.48, False),
        ("", "print.color.text", 21, True),
    ]
    assert Need.TEXT.least == 4.5
