"""Every text field of every record: HTML in it is a problem, and what looks like a template is text; nothing is run."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from masthead.examine import examine
from masthead.load import FOLDERS, SINGLES, Folder
from masthead.model.record import Markdown, RefersTo
from masthead.publish.publishers import publish
from masthead.source import Loc, Source, parse_source
from tests.conftest import Read

ROOMS: dict[str, Folder] = {**FOLDERS, **SINGLES}
FILES = {
    "events": "events/launch.yml", "case_studies": "case-studies/one-crane.md", "news": "content/news/opened.md",
    "members": "content/network/members/old-mole.yml", "people": "content/network/people/ada-brook.yml",
    "settings": "content/network/network.yml", "manifesto": "manifesto/manifesto.yml", "chapters": "manifesto/why.md",
    "pages": "content/contact.md", "brand": "brand/brand.yml",
}  # fmt: skip
SCRIPT = "<script>alert(1)</script>"
IN_PLAIN_TEXT = (SCRIPT, "<b>x</b>")
LOOKS_LIKE_A_TEMPLATE = "{{ 7*7 }} {% raw %} &amp; [x] *y* _z_ # 1. <3"


def texts(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text of a record as plain values, with its place."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        yield from (found for name, inner in value.items() for found in texts(inner, (*loc, name)))
    elif isinstance(value, list):
        yield from (found for index, inner in enumerate(value) for found in texts(inner, (*loc, index)))


def full(family: str, root: Path) -> tuple[Source, dict[str, Any]]:
    """The record of a family with every field that its model has: those it lacks are taken from the examples."""
    path = FILES[family]
    source = parse_source(path, (root / path).read_text(encoding="utf-8"))
    assert isinstance(source, Source)
    fields = ROOMS[family].record.model_fields
    missing = {name: field.examples[0] for name, field in fields.items() if name not in ("body",) and field.examples}
    return source, {**missing, **source.content}


def write(root: Path, source: Source, fields: dict[str, Any]) -> None:
    text = json.dumps(fields, indent=1, ensure_ascii=False)
    shown = f"---\n{text}\n---\n{source.body}" if source.path.endswith(".md") else text
    (root / source.path).write_text(shown, encoding="utf-8")


def changed(fields: Any, loc: Loc, text: str) -> Any:
    """The fields with another text at one place."""
    if not loc:
        return text
    step, *rest = loc
    if isinstance(fields, dict):
        return {name: changed(one, tuple(rest), text) if name == step else one for name, one in fields.items()}
    return [changed(one, tuple(rest), text) if index == step else one for index, one in enumerate(fields)]


class Shown(HTMLParser):
    """The text that a reader sees: not what search engines read in a script of data."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += "" if self.cdata_elem == "script" else data


@pytest.mark.parametrize("family", FILES)
def test_html_in_any_text_of_a_record_is_reported(family: str, small: Path) -> None:
    source, fields = full(family, small)
    unseen = []
    for loc, _ in texts(fields):
        write(small, source, changed(fields, loc, SCRIPT))
        found = {problem.place.path for problem in examine(small).problems}
        unseen += [] if source.path in found else [loc]
    assert unseen == []


def plain_fields(family: str) -> list[str]:
    """Fields of a record itself that hold plain text of any form."""
    fields = ROOMS[family].record.model_fields
    free = (name for name, one in fields.items() if one.annotation is str)
    return [name for name in free if not any(isinstance(mark, Markdown | RefersTo) for mark in fields[name].metadata)]


@pytest.mark.parametrize("html", IN_PLAIN_TEXT)
@pytest.mark.parametrize("family", FILES)
def test_html_in_plain_text_is_told_of_once(family: str, html: str, small: Path) -> None:
    source, fields = full(family, small)
    before = {(one.code, one.message) for one in examine(small).problems}
    for name in set(plain_fields(family)) - {"timezone", "language"}:
        write(small, source, {**source.content, name: html})
        found = [one for one in examine(small).problems if one.code == "html-not-allowed"]
        assert [(one.place.path, one.message) for one in found] == [
            (source.path, "This is plain text, in which HTML would be seen by readers.")
        ], name
    assert before == set()
    assert fields


@pytest.mark.parametrize("family", FILES)
def test_what_looks_like_a_template_in_plain_text_is_shown_as_written(family: str, small: Path, read: Read) -> None:
    source, _ = full(family, small)
    names = set(plain_fields(family)) - {"timezone", "language"}
    marked = {name: f"Field {name} {LOOKS_LIKE_A_TEMPLATE} end" for name in names}
    write(small, source, {**source.content, **marked})
    assert examine(small).problems == ()
    seen = Shown()
    for artifact in publish(read(small)):
        if isinstance(artifact.content, str) and artifact.path.endswith(".md"):
            seen.feed(artifact.content.split("\n---\n", 1)[-1])
    for name, text in marked.items():
        assert seen.text.count(f"Field {name} ") == seen.text.count(text), name
        assert "49" not in seen.text.partition(f"Field {name} ")[2][:40]
