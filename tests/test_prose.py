"""Links and live pieces in an author's Markdown, and what is neither."""

import pytest

from masthead.links import Link, links, relink
from masthead.prose import Piece, fill, pieces


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[a](b.md)", ["b.md"]),
        ("![a](b.svg)", ["b.svg"]),
        ("[![a](b.svg)](c.md)", ["b.svg", "c.md"]),
        ("[a](b.md \"Title\") and [c](d.md 'Title')", ["b.md", "d.md"]),
        ("[a](<b.md>)", ["b.md"]),
        ("[a][1]\n\n[1]: b.md 'Title'\n", ["b.md"]),
        ("[a](#here) [b](https://example.org)", ["#here", "https://example.org"]),
        ("`[a](b.md)`", []),
        ("``a ` [a](b.md)``", []),
        ("```\n[a](b.md)\n```\n[c](d.md)", ["d.md"]),
        ("~~~~ md\n[a](b.md)\n~~~\n[c](d.md)\n~~~~\n[e](f.md)", ["f.md"]),
        ("[^1]: A note, not a link.", []),
        ("*[HTML]: an abbreviation", []),
        ("[a] (b.md)", []),
    ],
)
def test_links_are_found_where_markdown_has_them(text: str, targets: list[str]) -> None:
    found = list(links(text))
    assert [link.target for link in found] == targets
    assert all(text.startswith(link.target, link.start) for link in found)


@pytest.mark.parametrize(
    ("target", "file", "fragment"),
    [
        ("b.yml", "events/b.yml", ""),
        ("../content/b.md#part", "content/b.md", "#part"),
        ("./b.md", "events/b.md", ""),
        ("../../b.md", "../b.md", ""),
    ],
)
def test_a_link_names_a_file_from_where_it_stands(target: str, file: str, fragment: str) -> None:
    link = Link(target, 0)
    assert (link.file("events/a.yml"), link.fragment) == (file, fragment)


@pytest.mark.parametrize("target", ["https://a.example", "mailto:a@b.example", "//a.example", "#part", "tel:1"])
def test_some_links_lead_elsewhere(target: str) -> None:
    assert Link(target, 0).is_elsewhere


def test_a_link_to_a_file_does_not_lead_elsewhere() -> None:
    assert not Link("a/b.md", 0).is_elsewhere


@pytest.mark.parametrize(
    ("line", "name", "options", "rest"),
    [
        ("::next-events", "next-events", {}, ""),
        ("::next-events{count=3}", "next-events", {"count": "3"}, ""),
        ('::survey{ event=launch  question="a b" }  ', "survey", {"event": "launch", "question": "a b"}, ""),
        ("::next-events{count = 3}", "next-events", {}, "count = 3"),
        ("::next-events{}", "next-events", {}, ""),
    ],
)
def test_a_live_piece_has_a_name_and_options(line: str, name: str, options: dict[str, str], rest: str) -> None:
    text = f"Before.\n\n{line}\n\nAfter.\n"
    assert list(pieces(text)) == [Piece(name, options, 9, 9 + len(line), rest)]


@pytest.mark.parametrize("text", ["a ::b", "`::b`", "```\n::b\n```", ":b", "::", "::b c", "  ::b"])
def test_what_only_looks_like_a_live_piece_stays(text: str) -> None:
    assert fill(text, lambda _: "X") == text


def test_every_link_is_written_anew_and_all_else_stays() -> None:
    text = "See [a](a.md), `[b](b.md)` and ![c](c.svg 'C').\n\n[d]: d.md\n"
    assert relink(text, lambda link: f"<{link.target}>") == (
        "See [a](<a.md>), `[b](b.md)` and ![c](<c.svg> 'C').\n\n[d]: <d.md>\n"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("See [the [old] plan](a.md), please.", "See the [old] plan, please."),
        ('See [it](a.md "Title").', "See it."),
    ],
)
def test_of_a_link_without_a_target_the_words_stay(text: str, words: str) -> None:
    assert relink(text, lambda _: None) == words


def test_every_live_piece_is_filled() -> None:
    text = "::a\n\nText\n::b{c=d}\n"
    assert fill(text, lambda piece: f"<{piece.name} {piece.options}>") == "<a {}>\n\nText\n<b {'c': 'd'}>\n"
