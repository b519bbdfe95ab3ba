"""A program that runs on judges what has changed, and tells what a check would tell that remembers nothing."""

import itertools
import os
import random
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from masthead.examine import examine_again
from masthead.load import load
from masthead.memory import Memory
from masthead.report import FORMATS
from masthead.source import Source
from tests.conftest import copy_of_small
from tests.test_memory import edit

AGO = itertools.count(1_700_000_000)
Edit = Callable[[Path], None]


class Running:
    """A program that runs on: each renewal knows what the one before it knew."""

    def __init__(self, root: Path) -> None:
        self._root, self._memory = root, Memory()

    def told(self) -> str:
        """What it tells after a save, which was some time ago: of what is younger it remembers nothing."""
        _age(self._root)
        loaded = examine_again(self._root, self._memory)
        self._memory = self._memory.next()
        return FORMATS["json"](loaded.problems, loaded.sources.texts)


def _age(root: Path) -> None:
    for path in root.rglob("*"):
        if path.is_file() and path.stat().st_mtime > time.time() - 60:
            os.utime(path, (next(AGO),) * 2)


def _in(name: str, pattern: str, new: str) -> Edit:
    def change(root: Path) -> None:
        text = (root / name).read_text("utf-8")
        changed = re.sub(pattern, new, text, count=1, flags=re.MULTILINE)
        assert changed != text
        (root / name).write_text(changed, "utf-8")

    return change


def _gone(name: str) -> Edit:
    return lambda root: (root / name).unlink()


def _renamed(name: str, other: str) -> Edit:
    def change(root: Path) -> None:
        (root / name).rename(root / other)

    return change


def _written(name: str, text: str) -> Edit:
    def change(root: Path) -> None:
        (root / name).write_text(text, "utf-8")

    return change


MEMBERS, ADA = "content/network/members/", "content/network/people/ada-brook.yml"
ELSEWHERE: dict[str, tuple[Edit, str]] = {
    "a member is deleted": (_gone(f"{MEMBERS}north-quay.yml"), "unknown-member"),
    "an event is renamed": (_renamed("events/launch.yml", "events/start.yml"), "unknown-event"),
    "a heading to which somebody links is another": (
        _in("manifesto/why.md", "^## .*", "## Something else entirely"),
        "unknown-anchor",
    ),
    "a person can no longer be read": (_in(ADA, r"\Z", "colour: red\n"), "unknown-field"),
    "a picture is deleted": (_gone("events/chart.svg"), "broken-link"),
    "a theme is called otherwise": (_in("content/network/network.yml", "^  moorings:", "  berths:"), "unknown-theme"),
    "a question is asked no more": (_in("events/launch.yml", "id: useful", "id: useless"), "unknown-question"),
    "a file of the same letters in capitals comes": (
        _written("events/Launch.yml", "title: Twin\n"),
        "same-name",
    ),
    "a drawing is no drawing any more": (_written("events/chart.svg", "<svg"), "drawing-broken"),
}  # fmt: skip


def test_without_a_change_nothing_is_told_anew(small: Path) -> None:
    running = Running(small)
    assert running.told() == running.told() == Running(small).told()


@pytest.mark.parametrize("change", ELSEWHERE)
def test_what_one_file_breaks_in_another_is_told(change: str, small: Path) -> None:
    do, code = ELSEWHERE[change]
    _in("content/news.md", r"\Z", "\n[Why](../manifesto/why.md#the-tide)\n")(small)
    _in("manifesto/why.md", r"\Z", "\n## The tide\n\nIt comes.\n")(small)
    running = Running(small)
    before = running.told()
    do(small)
    after = running.told()
    assert after == Running(small).told()
    assert (code in after, code in before) == (True, not code)


@pytest.mark.parametrize("seed", [*range(3), *(pytest.param(seed, marks=pytest.mark.prove) for seed in range(3, 20))])
def test_after_each_edit_the_same_is_told_as_by_one_who_begins(seed: int, tmp_path: Path) -> None:
    choose, root = random.Random(seed), copy_of_small(tmp_path / "small")
    running = Running(root)
    running.told()
    for _ in range(8):
        edit(root, choose)
        assert running.told() == Running(root).told()


def test_a_file_that_is_as_it_was_is_not_read_again(small: Path) -> None:
    _age(small)
    memory, event = Memory(), "events/launch.yml"
    first = load(small, memory).sources
    _in(event, r"\Z", "# noted\n")(small)
    second = load(small, memory).sources
    others = first.texts.keys() - {event}
    assert all(second.texts[path] is first.texts[path] for path in others)
    assert all(second.files[path] is first.files[path] for path in first.files)
    assert "# noted" in second.texts[event].text


def test_a_file_that_was_saved_twice_in_a_moment_is_read_again(small: Path) -> None:
    path, memory = small / "events" / "launch.yml", Memory()
    now, text = time.time_ns(), path.read_text("utf-8")

    def saved(title: str) -> Source:
        path.write_text(text.replace("The launch", title), "utf-8")
        os.utime(path, ns=(now, now))
        return load(small, memory).sources.texts["events/launch.yml"]

    assert [saved(title).content["title"] for title in ("The launch", "The lunch!")] == ["The launch", "The lunch!"]
