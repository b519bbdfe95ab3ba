"""Markdown's patterns are tried only where their signs are, and what they make is what they always made."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.inlinepatterns import LINK_RE, LinkInlineProcessor

from masthead.bodies import Extensions
from masthead.signs import SIGNS, try_by_signs

NAMES = ("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "smarty", "tables", "toc")
ALL = Extensions.of(NAMES)
QUIET_TEXT = "Words and more words, as in any sentence."
PIECES = (
    *("`", "``", "\\", "\\*", "[", "]", "(", ")", "![", "<", ">", "://", "@", "  \n", "&", ";", "*", "**", "_", "'"),
    *('"', "-", "--", "---", "...", "....", "…", "#", "## ", "\n", "\n\n", ": ", "> ", "- ", "1. ", "    ", "|", "==="),
    *("[^1]", "[^1]: note", "*[A]: All", "A", "b", " ", "'90s", "http://a.example", "<b>", "</b>", "<!-- ", " -->"),
    *("a@b.example", "[a]: b", "!!! note\n", "&amp;", "``` \n", "{ #a }", "{", "\u00a0", "\x02", "\x03"),
    *("\n---\n", "klzzwxh:0000"),
)
NASTY = (
    "`a` ``b ` c`` \\`d` \\\\`e`",
    "[one](a 'b') [two][t] [t] ![three](c) ![four][t] ![t]\n\n[t]: d \"e\"",
    "<http://a.example> <a@b.example> <b title='x'>y</b> <!-- z --> &copy; &#38; &x",
    "One  \nline *a **b** _c_* __d__ ***e*** *f** a_b_c 2*3*4",
    "'One' \"two\" '\"three\"' \"'four'\" the '90s it's James' \"five\"-\"six\" --- '--' 'a' ... .... -- ---- b",
    "# One\n## Two ##\nWords\n\nThree\n===\n\nFour\n---\nmore\n\n# 'Five' `six`",
    "> One\n>\n> > two\n\nTerm\n:   One\n\n:   Two\n\n    more\n\n* * *\n\n1. a\n\n    b\n2. c",
    "A note[^1] and one[^two words].\n\n[^1]: One\n\n    'two'\n[^two words]: Three `4`",
    "The HTML of A.\n\n*[HTML]: Markup\n*[A]: All",
    "<div markdown=\"1\">\n\n*a* 'b'\n\n</div>\n\n<p>\"c\" -- d</p>\n\n<pre>\n\n'e'\n\n</pre>",
    "| a | 'b' |\n| - | --: |\n| `c|d` | *e* |\n\n!!! note \"f\"\n    g -- 'h'\n\n    i",
    "    'code'\n\n```\n# --- 'a'\n```\n\n~~~ { .b }\n<c>\n~~~",
    "## A { #a .b }\n\n## A\n\n## A\n\n[TOC]\n\nWords\n{: .c title='d' }",
    "",
    " \n",
)


def by_the_library(text: str) -> tuple[str, list[str]]:
    """What a converter that is as the library makes it makes of a text, and the headings."""
    converter = Markdown(extensions=list(ALL.names))
    return converter.convert(text), [f"{token['id']} {token['name']}" for token in converter.toc_tokens]  # type: ignore[attr-defined]


def by_us(text: str) -> tuple[str, list[str]]:
    """The same by one converter for all."""
    body = ALL.convert(text, "index.md")
    return body.html, [f"{entry.url.removeprefix('#')} {entry.title}" for entry in body.toc]


@pytest.mark.parametrize(
    "text", [QUIET_TEXT, *NASTY, "\n\n".join(NASTY), *(f"A [^1]{one}\n\n[^1]: b" for one in NASTY)]
)
def test_what_is_made_is_what_the_library_makes(text: str) -> None:
    assert by_us(text) == by_the_library(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_whatever_signs_stand_together_all_is_the_same(text: str) -> None:
    assert by_us(text) == by_the_library(text)


def test_a_sign_is_known_for_each_pattern_but_that_of_emphasis() -> None:
    converter = Markdown(extensions=list(ALL.names))
    smart = converter.treeprocessors["smarty"].inlinePatterns  # type: ignore[attr-defined]
    unknown = {one.pattern for one in (*converter.inlinePatterns, *smart) if one.pattern not in SIGNS}
    assert unknown == {r"\*|_"}


class Refusing(LinkInlineProcessor):
    """The pattern of links, which refuses to be tried."""

    def getCompiledRegExp(self) -> re.Pattern[str]:  # noqa: N802 (the library’s)
        raise LookupError


def test_a_pattern_is_tried_only_where_its_sign_is() -> None:
    converter = Markdown()
    converter.inlinePatterns.register(Refusing(LINK_RE, converter), "link", 160)
    with pytest.raises(LookupError):
        converter.convert(QUIET_TEXT)
    try_by_signs(converter)
    assert converter.convert(QUIET_TEXT) == f"<p>{QUIET_TEXT}</p>"
    with pytest.raises(LookupError):
        converter.convert("[Words](a)")


@pytest.mark.parametrize("settings", [{"UNIQUE_IDS": True}, {"BACKLINK_TEXT": "back"}])
def test_notes_are_numbered_on_each_page_as_if_it_were_the_first(settings: dict[str, object]) -> None:
    extensions = Extensions.of([{"footnotes": settings}])
    first, second = (extensions.convert("A[^1]\n\n[^1]: b", "index.md") for _ in range(2))
    assert first == second
