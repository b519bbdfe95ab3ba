"""Built again without a change, a site is left as it is; built after one, it is what a build of nothing makes."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import copy_of_small
from tests.integration.conftest import masthead
from tests.integration.test_stopped import tree
from tests.test_imports import JUDGES, MAKES_PAGES, imported

SAID = "Nothing has changed since it was built.\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small publication."""
    return copy_of_small(tmp_path_factory.mktemp("unchanged") / "small")


def times(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_a_second_build_says_that_nothing_has_changed_and_touches_nothing(root: Path) -> None:
    with (root / "events/first-talk.yml").open("a", encoding="utf-8") as event:
        event.write("\nstatus: tentative\n")
    first = masthead("build", cwd=root)
    assert first.returncode == 0, first.stdout
    assert "[past-tentative]" in first.stdout
    *report, done = first.stdout.splitlines(keepends=True)
    assert done.startswith("Done in ")
    before = times(root)
    second = masthead("build", cwd=root)
    assert (second.returncode, second.stdout, second.stderr) == (0, "".join(report) + SAID, "")
    made = json.loads(masthead("build", "--json", cwd=root).stdout)
    assert made["unchanged"] is True
    assert times(root) == before


def test_it_says_so_before_anything_heavy_is_imported(root: Path) -> None:
    found = imported("build", cwd=root)
    assert "masthead.unchanged" in found
    assert found & (MAKES_PAGES | JUDGES | {"dataclasses", "masthead.kept"}) == set()


def test_the_answer_holds_until_the_day_on_which_a_build_is_due(root: Path) -> None:
    due = json.loads(masthead("due", "--json", cwd=root).stdout)["due"]
    note = json.loads((root / ".masthead/built").read_bytes().splitlines()[0])
    assert note["since"] < note["until"] <= due[: len(note["until"])]


def test_after_a_change_the_site_is_what_a_clean_build_makes(root: Path, tmp_path: Path) -> None:
    event = root / "events/launch.yml"
    event.write_text(event.read_text("utf-8").replace("title: The launch", "title: The second launch"), "utf-8")
    again = masthead("build", cwd=root)
    assert again.returncode == 0
    assert SAID not in again.stdout
    clean = Path(shutil.copytree(root, tmp_path / "clean", ignore=shutil.ignore_patterns("site", ".masthead")))
    assert masthead("build", cwd=clean).returncode == 0
    assert tree(root / "site") == tree(clean / "site")
