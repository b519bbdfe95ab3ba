"""A check that remembers says what a check that remembers nothing says."""

import json
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from masthead.checks.subject import Subject
from masthead.examine import examine
from masthead.report import FORMATS
from tests.conftest import copy_of_small

TEXTS = (".yml", ".md", ".json")
MARKS = (
    "<b onclick=x>", "::pieces", "[here](nowhere.md)", "→", "SHOUTING LOUDLY", "# Heading", "{figure x}", "12%",
    "a: 07",
)  # fmt: skip


def kept(root: Path) -> Path:
    return root / ".masthead" / "checked.json"


def told(root: Path) -> str:
    """What `masthead check --format json` prints, with whatever is remembered."""
    loaded = examine(root)
    return FORMATS["json"](loaded.problems, loaded.sources.texts)


def told_anew(root: Path) -> str:
    """The same of a folder of which nothing is remembered."""
    memory = kept(root).read_bytes()
    kept(root).unlink()
    found = told(root)
    kept(root).write_bytes(memory)
    return found


def edit(root: Path, choose: random.Random) -> None:
    """Change a line, a word or a mark of one file, or add, rename or remove a file."""
    paths = sorted(one for one in root.rglob("*.*") if one.suffix in TEXTS and ".masthead" not in one.parts)
    path = choose.choice(paths)
    lines = path.read_text(encoding="utf-8").split("\n")
    at = choose.randrange(len(lines))
    match choose.randrange(7):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, choose.choice(lines))
        case 2:
            lines[at] += f" {choose.choice(MARKS)}"
        case 3:
            words = lines[at].split(" ")
            lines[at] = " ".join(choose.sample(words, len(words)))
        case 4:
            shutil.copyfile(path, path.with_name(f"{path.stem}-{choose.randrange(9)}{path.suffix}"))
        case 5 if path.name != "mkdocs.yml":
            path.rename(path.with_name(f"{path.stem}-{choose.randrange(9)}{path.suffix}"))
            return
        case _:
            lines[at] = choose.choice(MARKS)
    path.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize("seed", [*range(2), *(pytest.param(seed, marks=pytest.mark.prove) for seed in range(2, 20))])
def test_after_each_edit_the_same_is_told_as_if_nothing_were_remembered(seed: int, tmp_path: Path) -> None:
    choose, root = random.Random(seed), copy_of_small(tmp_path / "small")
    told(root)
    found = []
    for number in range(6):
        if number == 3:  # what is remembered of the other edits may be of use, and must do no harm
            memory = kept(root).read_bytes()
            shutil.rmtree(root)
            kept(copy_of_small(root)).parent.mkdir()
            kept(root).write_bytes(memory)
        edit(root, choose)
        found.append(told(root))
        assert [told(root), told_anew(root)] == [found[-1]] * 2
    assert any(one != "[]" for one in found)


def test_what_is_remembered_is_not_worked_out_again(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = small / "content" / "index.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n[here](index.md)\n", encoding="utf-8")
    first, written = told(small), kept(small).read_bytes()
    judged: list[str] = []

    def judge(subject: Subject) -> tuple[()]:
        judged.append(subject.source.path)
        return ()

    monkeypatch.setattr("masthead.checks.CHECKS_OF_ONE", (judge,))
    assert json.loads(first)[0]["code"] == "vague-link"
    assert (told(small), kept(small).read_bytes(), judged) == (first, written, [])
    path = small / "events" / "launch.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert (told(small), judged) == (first, ["events/launch.yml"])


def test_only_what_was_asked_for_last_is_remembered(small: Path) -> None:
    told(small)
    assert "The dredger is in dock." in kept(small).read_text(encoding="utf-8")
    (small / "events" / "dredging-day.yml").unlink()
    told(small)
    assert "The dredger is in dock." not in kept(small).read_text(encoding="utf-8")


def test_what_all_texts_rest_on_decides_what_is_remembered(small: Path) -> None:
    settings, page = small / "content" / "network" / "network.yml", small / "content" / "index.md"
    hard = "Interorganisational accountability notwithstanding, representatives prioritise sustainability. " * 20
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{hard}\n", encoding="utf-8")
    assert "hard-to-read" in told(small)
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}language: cy\n", encoding="utf-8")
    assert "hard-to-read" not in told(small)
    settings.write_text(text, encoding="utf-8")
    assert "hard-to-read" in told(small)


BROKEN: dict[str, Callable[[str], str]] = {
    "empty": lambda _: "",
    "half written": lambda text: text[: len(text) // 2],
    "of another version": lambda text: text.replace('"state": "', '"state": "0'),
    "no group": lambda _: "[1]",
    "without findings": lambda _: "{}",
    "a finding that is none": lambda text: text.replace(": []", ': [["x", 1]]'),
    "fields that are none": lambda text: text.replace('{"title": ', '["title"], "x": {"title": '),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_memory_that_is_broken_is_made_anew(fault: str, small: Path) -> None:
    first, written = told(small), kept(small).read_text(encoding="utf-8")
    broken = BROKEN[fault](written)
    assert broken != written
    kept(small).write_text(broken, encoding="utf-8")
    assert told(small) == first
    assert json.loads(kept(small).read_bytes()) == json.loads(written)


def test_where_nothing_may_be_written_everything_is_worked_out_each_time(small: Path) -> None:
    first = told(small)
    shutil.rmtree(small / ".masthead")
    (small / ".masthead").write_text("no folder", encoding="utf-8")  # root, too, can make no folder here
    assert [told(small), told(small)] == [first, first]
    assert (small / ".masthead").read_text(encoding="utf-8") == "no folder"


def test_git_leaves_alone_what_is_remembered(small: Path) -> None:
    subprocess.run(["git", "init", "--quiet", small], check=True)
    told(small)
    assert kept(small).is_file()
    command = ["git", "-C", str(small), "status", "--porcelain", "--untracked-files=all"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "mkdocs.yml" in shown
    assert ".masthead" not in shown
