"""Reading files: the scalars of YAML 1.2, positions, encodings, and what is said of a file that is no YAML."""

from pathlib import Path

import pytest

from masthead.disk import list_files, read_source
from masthead.problem import Place, Problem
from masthead.source import Source, parse_source


def parsed(text: str, path: str = "a.yml") -> Source:
    source = parse_source(path, text)
    assert isinstance(source, Source)
    return source


def refused(text: str, path: str = "a.yml") -> Problem:
    problem = parse_source(path, text)
    assert isinstance(problem, Problem)
    return problem


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("y", "y"),
        ("True", True),
        ("false", False),
        ("tRUE", "tRUE"),
        ("12:30", "12:30"),
        ("190:20:30", "190:20:30"),
        ("2027-03-11", "2027-03-11"),
        ("2027-03-11T10:00:00Z", "2027-03-11T10:00:00Z"),
        ("2027-03", "2027-03"),
        ("0o17", 15),
        ("017", 17),
        ("010", 10),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("-7", -7),
        ("+7", 7),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("1.", 1.0),
        (".inf", float("inf")),
        ("-.INF", float("-inf")),
        ("~", None),
        ("null", None),
        ("", None),
        ("nil", "nil"),
        ("=", "="),
        ("<<", "<<"),
        ('"1"', "1"),
        ("'true'", "true"),
        ("9" * 5000, float("inf")),
    ],
)
def test_a_scalar_is_read_by_the_core_schema_of_yaml_1_2(written: str, meant: object) -> None:
    value = parsed(f"a: {written}\n").content["a"]
    assert (value, type(value)) == (meant, type(meant))


def test_lists_and_groups_become_plain_values() -> None:
    assert parsed("a: [1, {b: c}]\n2: |\n  d\n  e\n").content == {"a": [1, {"b": "c"}], "2": "d\ne\n"}


@pytest.mark.parametrize("text", ["", "# nothing\n", "- a\n- b\n", "just text\n"])
def test_what_is_no_group_of_fields_has_no_content(text: str) -> None:
    assert parsed(text).content == {}


NESTED = """title: "A day"
venue:
  name: Net Loft
  seats: [10, twenty]
"""


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        (("title",), Place("a.yml", 1, 8, 7)),
        (("venue", "name"), Place("a.yml", 3, 9, 8)),
        (("venue", "seats", 1), Place("a.yml", 4, 15, 6)),
        (("venue", "seats"), Place("a.yml", 4, 3, 5)),
        (("venue",), Place("a.yml", 2, 1, 5)),
        (("venue", "postcode"), Place("a.yml", 2, 1, 5)),
        (("venue", "seats", 7), Place("a.yml", 4, 3, 5)),
        (("summary",), Place("a.yml", 1, 1, 1)),
    ],
)
def test_a_value_has_a_place_and_a_missing_one_that_of_its_group(loc: tuple[str | int, ...], place: Place) -> None:
    assert parsed(NESTED).place(*loc) == place


def test_a_key_has_a_place() -> None:
    assert parsed(NESTED).key_place("venue", "seats") == Place("a.yml", 4, 3, 5)


PAGE = """---
title: A page
summary: See [one](one.md).
---

Then [two](two.md).
"""


def test_front_matter_and_body_keep_the_line_numbers_of_the_file() -> None:
    page = parsed(PAGE, "a.md")
    assert page.content == {"title": "A page", "summary": "See [one](one.md)."}
    assert (page.body, page.body_line) == ("\nThen [two](two.md).\n", 5)
    assert page.place("title") == Place("a.md", 2, 8, 6)
    assert page.prose_place(("body",), page.body, page.body.index("two.md"), 6) == Place("a.md", 6, 12, 6)
    assert page.prose_place(("summary",), "See [one](one.md).", 10, 6) == Place("a.md", 3, 20, 6)


def test_a_page_without_front_matter_is_all_body() -> None:
    page = parsed("# Title\n\n---\n", "a.md")
    assert (page.content, page.body, page.body_line) == ({}, "# Title\n\n---\n", 1)


def test_a_line_of_hyphens_in_the_body_ends_nothing() -> None:
    assert parsed("---\ntitle: a\n---\nb\n---\nc\n", "a.md").body == "b\n---\nc\n"


@pytest.mark.parametrize(
    ("written", "line", "column"),
    [
        ("a: see x.md\n", 1, 8),
        ('a: "see x.md"\n', 1, 9),
        ('a: "\\"see\\" x.md"\n', 1, 13),
        ("a: 'it''s x.md'\n", 1, 11),
        ("a: |\n  see\n   x.md\n", 3, 4),
        ("a: |2\n    see\n  x.md\n", 3, 3),
        ("a: >-\n  see\n  this x.md\n", 3, 8),
        ("a: see\n  x.md\n", 2, 3),
    ],
)
def test_a_word_has_its_place_in_every_style_of_text(written: str, line: int, column: int) -> None:
    source = parsed(written)
    text = str(source.content["a"])
    assert source.prose_place(("a",), text, text.index("x.md"), 4) == Place("a.yml", line, column, 4)


def test_the_second_of_two_equal_words_has_the_second_place() -> None:
    source = parsed("a: >\n  b.md,\n  b.md\n")
    assert source.prose_place(("a",), "b.md, b.md\n", 6, 4) == Place("a.yml", 3, 3, 4)


@pytest.mark.parametrize("ending", [b"\r\n", b"\r", b"\n"])
def test_lines_may_end_as_on_windows_and_begin_with_a_byte_order_mark(tmp_path: Path, ending: bytes) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbf" + ending.join([b"---", b"title: A", b"---", b"", b"Body", b""]))
    source = read_source(tmp_path, "a.md")
    assert isinstance(source, Source)
    assert (source.content, source.body, source.place("title")) == ({"title": "A"}, "\nBody\n", Place("a.md", 2, 8, 1))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_that_is_not_utf_8_is_refused_where_that_shows(tmp_path: Path, mark: bytes) -> None:
    (tmp_path / "a.yml").write_bytes(mark + "ä: b\r\nü: caf".encode() + b"\xe9\n")
    assert read_source(tmp_path, "a.yml") == Problem(
        Place("a.yml", 2, 7), "not-utf-8", "This file is not saved as UTF-8.", "Save it again with the encoding UTF-8."
    )


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    assert read_source(tmp_path, "a.yml") == Problem(
        Place("a.yml"), "unreadable", "This cannot be read: No such file or directory."
    )


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("title: A day: in May\n", 1, 13, "A text with a colon and a space must be in quotes."),
        ("a: b\n c: d\n", 2, 2, "“c” is indented below “a”, which has a value already."),
        ("title:A\nsummary: b\n", 1, 6, "A space is missing after the colon."),
        ("a:\n\tb: c\n", 2, 1, "A line may not be indented with tabs."),
        ("a:\n  b: c\n\td: e\n", 3, 1, "A line may not be indented with tabs."),
        ("title: @home\n", 1, 8, "A text may not begin with @."),
        ('title: say "home"\nb: `c "d"`\n', 2, 4, "A text may not begin with `."),
        ('title: "A day\n', 1, 8, "A quotation mark is opened and never closed."),
        ('title: "The" day\n', 1, 14, 'After the closing " nothing more may stand on this line.'),
        ("title: [Draft] A day\n", 1, 16, "After the closing ] nothing more may stand on this line."),
        ('a: "C:\\path"\n', 1, 7, "After a backslash in double quotes this character means nothing."),
        ('a: "\\u12"\n', 1, 7, "After a backslash in double quotes this means nothing."),
        ("title: *A* day\n", 1, 8, "A text that begins with * must be in quotes."),
        ("title: *A\n", 1, 8, "A text that begins with * must be in quotes."),
        ("title: &\n", 1, 8, "A text that begins with & must be in quotes."),
        ("title: !<\n", 1, 8, "A text that begins with ! must be in quotes."),
        ("%a: b\n", 1, 1, "A line may not begin with %."),
        ("title: | A\n", 1, 8, "After | or > the text begins on the next line."),
        ("title: A\nsummary\n", 2, 1, "A field needs a colon and a space after its name."),
        ("title: A\n---\nsummary: b\n", 2, 1, "A line of three hyphens ends the file here."),
        ("title: A\n...\nsummary: b\n", 2, 1, "A line of three hyphens or dots ends the file here."),
        ("title: {{ name }}\n", 1, 9, "A field’s name must be text."),
        ("'': b\n", 1, 1, "Here the name of a field is missing."),
        ("tags: &all [*all]\n", 1, 13, "This group holds itself."),
        ("tags: [a\n", 1, 7, "A square bracket is opened here, and no list follows."),
        ("tags: {a: b\n", 1, 7, "A curly bracket is opened here, and no group of fields follows."),
        ("tags: - a\n", 1, 7, "A list cannot start here."),
        ("- a\nb: c\n", 2, 1, "This line is not indented as the list around it."),
        ("a:\n  - b\n c: d\n", 3, 2, "This line is not indented as the fields around it."),
    ],
)
def test_a_slip_of_syntax_is_told_in_words(text: str, line: int, column: int, message: str) -> None:
    problem = refused(text)
    assert (problem.place.line, problem.place.column) == (line, column)
    assert (problem.code, problem.message) == ("yaml-syntax", message)
    assert problem.hint


def test_a_key_that_is_written_twice_is_refused() -> None:
    assert refused("a: 1\nb:\n  - c: 2\n    c: 3\n") == Problem(
        Place("a.yml", 4, 5),
        "duplicate-key",
        "“c” is written twice; the first one is on line 3.",
        "Keep one of the two.",
    )


def test_a_character_that_cannot_be_seen_is_refused_where_it_stands() -> None:
    assert refused("---\na: b\n---\n\nc\x07\n", "a.md") == Problem(
        Place("a.md", 5, 2), "control-character", "Here stands a character that cannot be seen.", "Remove it."
    )


def test_a_character_that_cannot_be_seen_is_refused_though_it_is_written_as_an_escape() -> None:
    problem = refused('a: "b\\x07"\n')
    assert (problem.place, problem.code) == (Place("a.yml", 1, 4, 7), "control-character")


def test_front_matter_without_an_end_is_refused() -> None:
    assert refused("---\ntitle: A\n\nBody\n", "a.md") == Problem(
        Place("a.md", 1, 1, 3),
        "open-front-matter",
        "The front matter has no end.",
        "Write --- on a line of its own below the fields.",
    )


def test_files_are_listed_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b/c.yml", "b-a.yml", "a.yml", ".git/config", "b/.DS_Store"):
        path = tmp_path / "room" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert list(list_files(tmp_path, "room")) == ["room/a.yml", "room/b-a.yml", "room/b/c.yml"]
