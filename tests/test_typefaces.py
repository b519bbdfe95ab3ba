"""Fonts cut down to some characters are what fontTools makes of them, names of features among them."""

import io
from pathlib import Path

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.subset import NameRecordVisitor
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.otTables import LookupList

from masthead.typefaces import cut

FONTS = sorted(Path(__file__).parents[1].glob("brand/fonts/*.woff2"))
KEPT = "Words, and “signs”."
NAMED = """
feature ss01 { featureNames { name "Another a"; }; sub a by o; } ss01;
feature cv01 { cvParameters { FeatUILabelNameID { name "Another d"; }; }; sub d by o; } cv01;
"""


def with_named_features() -> bytes:
    """A font of the brand whose features have names, and pairs of letters are closer."""
    font = TTFont(FONTS[0])
    addOpenTypeFeaturesFromString(font, f"feature kern {{ pos d s -40; pos W o -20; }} kern; {NAMED}")
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


@pytest.mark.parametrize("content", [with_named_features(), *(font.read_bytes() for font in FONTS[:4])])
def test_a_font_is_cut_as_fonttools_cuts_it(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    made = cut(content, KEPT)
    monkeypatch.delitem(NameRecordVisitor._visitors, LookupList)  # what we have added
    assert cut(content, KEPT) == made


def test_names_of_features_stay() -> None:
    names = {str(name) for name in TTFont(io.BytesIO(cut(with_named_features(), KEPT)))["name"].names}
    assert {"Another a", "Another d"} <= names
