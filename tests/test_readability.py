"""Texts are as easy to read as textstat says, which is not asked when a publication is checked."""

import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from masthead.checks.reading import _stretches
from masthead.checks.subject import subjects_of
from masthead.load import load
from masthead.readability import ease_in

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from textstat.textstat import langs, textstatistics

ROOT = Path(__file__).parent.parent
LANGUAGES = ("en-GB", "de", "fr", "es")
SIGNS = st.text(st.sampled_from("aeÄb0 _.!?'’-,\n\t…·\x1c\u00a0Σ"), max_size=60)


def as_textstat_says(text: str, language: str) -> float:
    counting = textstatistics()
    counting.set_lang(language.replace("-", "_"))
    ease: float = counting.flesch_reading_ease(text)
    return ease


def test_every_text_of_the_demonstration_has_the_figure_of_textstat() -> None:
    loaded = load(ROOT)
    assert loaded.network is not None
    texts = [text for one in subjects_of(loaded.network, loaded.sources).values() for _, text in one.texts]
    sections = [words for text in texts for _, words in _stretches(text)]
    ease = ease_in("en-GB")
    assert ease is not None
    assert len(sections) > 50
    assert [ease(one) for one in [*sections, *texts]] == [as_textstat_says(one, "en-GB") for one in [*sections, *texts]]


@given(SIGNS | st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_any_text_has_the_figure_of_textstat(text: str, language: str) -> None:
    ease = ease_in(language)
    assert ease is not None
    assert ease(text) == as_textstat_says(text, language)


@pytest.mark.parametrize("language", ["cy", "pl", "hu"])
def test_a_language_is_measured_where_its_measure_is_known(language: str) -> None:
    assert (ease_in(language) is not None) == ("fre_base" in langs.get(language, {}))
