"""The edits with which builds are tried: each is what its name says, and builds can be told apart."""

from pathlib import Path

import pytest

from masthead.examine import examine, has_errors
from tests.edits import EDITS, MISTAKE
from tests.edits.desk import Desk, differences
from tests.edits.surroundings import MISTAKES
from tests.integration.test_random_edits import copy_of_varied

# They need a site that was built, and are tried together with builds.
OF_BUILDS = {"spoil the site", "lose what is kept", "be stopped", "build in another way"}
NO_NEW_TEXT = {"touch a file", "wait", "take edits back"}
TIMES = 3


@pytest.mark.parametrize("kind", sorted(EDITS.keys() - OF_BUILDS - {MISTAKE}))
def test_an_edit_changes_something_and_leaves_a_publication_that_can_be_built(kind: str, tmp_path: Path) -> None:
    desk = Desk.with_(copy_of_varied, tmp_path)
    for seed in range(TIMES):
        desk.do(kind, EDITS[kind], seed)
    loaded = examine(desk.root)
    assert not has_errors(loaded), (desk.done, loaded.problems)
    assert (desk.look()[:2] == desk.history[0][:2]) == (kind in NO_NEW_TEXT), desk.done


def test_every_mistake_is_one(tmp_path: Path) -> None:
    desk = Desk.with_(copy_of_varied, tmp_path)
    for name, spoil in MISTAKES:
        path = desk.root / name
        text = path.read_text("utf-8")
        path.write_text(spoil(text), "utf-8")
        assert has_errors(examine(desk.root)), name
        path.write_text(text, "utf-8")


def test_what_is_taken_back_is_as_it_was(tmp_path: Path) -> None:
    desk = Desk.with_(copy_of_varied, tmp_path)
    for seed, kind in enumerate(("rename a member", "give a member a logo", "change Masthead", "wait")):
        desk.do(kind, EDITS[kind], seed)
    assert desk.look() != desk.history[0]
    desk.take_back(len(desk.history))
    assert desk.look() == desk.history[0]


def test_two_sites_are_told_apart_file_by_file_and_byte_by_byte() -> None:
    quick = {"a/": b"", "a/one": b"same", "a/two": b"x" * 200 + b"old", "more": b"", "short": b"12"}
    clean = {"a/": b"", "a/one": b"same", "a/two": b"x" * 200 + b"new", "less/": b"", "short": b"123"}
    assert list(differences(quick, quick)) == []
    assert list(differences(quick, clean)) == [
        f"a/two at byte 200:\n  quick {b'x' * 80 + b'old'!r}\n  clean {b'x' * 80 + b'new'!r}",
        "less/ is in the clean build only",
        "more is in the quick build only",
        "short at byte 2:\n  quick b'12'\n  clean b'123'",
    ]
