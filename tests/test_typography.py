"""What a typographer does before words are set."""

from xml.etree.ElementTree import fromstring, tostring

import pytest

from masthead.publish.typography import ended, set_type, tied


@pytest.mark.parametrize(
    ("text", "set_as"),
    [
        ("on 4 March 2026", "on 4~March~2026"),
        ("since October 2018", "since October~2018"),
        ("25 kg of 2 million, 40 per cent", "25~kg of 2~million, 40~per cent"),
        ("6 minutes, 3 kilograms", "6 minutes, 3 kilograms"),
        ("Chapter 3, Figure 12, page 4, Commitment C5", "Chapter~3, Figure~12, page~4, Commitment~C5"),
        ("Sir David and Dr Ada, Stone", "Sir~David and Dr~Ada, Stone"),
        ("it ends – or not – here", "it ends~– or not~– here"),
    ],
)
def test_what_belongs_together_stays_on_one_line(text: str, set_as: str) -> None:
    assert tied(text, "en-GB") == set_as.replace("~", "\N{NO-BREAK SPACE}")


def test_months_are_those_of_the_language() -> None:
    assert tied("am 4 März 2026", "de") == "am 4\N{NO-BREAK SPACE}März\N{NO-BREAK SPACE}2026"


@pytest.mark.parametrize(
    ("text", "set_as"),
    [
        ("We will put it in the diary and do them.", "We will put it in the diary and do~them."),
        ("A sentence whose last word is advertising.", "A sentence whose last word is advertising."),
        ("All the same.", "All the same."),
        ("Unbroken", "Unbroken"),
    ],
)
def test_a_last_line_holds_more_than_one_short_word(text: str, set_as: str) -> None:
    assert ended(text) == set_as.replace("~", "\N{NO-BREAK SPACE}")


def test_a_tree_is_set_and_a_note_and_code_in_it_stay_as_they_are() -> None:
    tree = fromstring(
        "<div><p>They came on 4 March and <em>did</em> not <code>go 4 km</code> away on it."
        '<span class="footnote">A note of some length is that.</span></p></div>'
    )
    set_type(tree, "en-GB")
    assert tostring(tree, encoding="unicode").replace("\N{NO-BREAK SPACE}", "~") == (
        "<div><p>They came on 4~March and <em>did</em> not <code>go 4 km</code> away on~it."
        '<span class="footnote">A note of some length is that.</span></p></div>'
    )
