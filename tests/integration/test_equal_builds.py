"""Two builds of the same content on the same day are equal, byte for byte, wherever they stand."""

import functools
from collections.abc import Callable
from pathlib import Path

import pytest

from masthead.pdf.conformance import Conformance
from tests.conftest import copy_of_small
from tests.integration.conftest import copy_of_demonstration, masthead
from tests.integration.test_engines import contents

DAY = "1795305600"
afresh = functools.partial(copy_of_demonstration, afresh=True)


@pytest.mark.parametrize(
    ("copy", "conformance"),
    [
        (copy_of_small, Conformance.UA_1),
        *(pytest.param(afresh, one, marks=pytest.mark.prove) for one in Conformance),
    ],
)
def test_two_builds_in_two_folders_are_equal_to_the_byte(
    tmp_path: Path, copy: Callable[[Path], Path], conformance: Conformance
) -> None:
    made = []
    for folder, seed in (("one", "1"), ("another/deeper", "2")):
        root = copy(tmp_path / folder)
        built = masthead(
            "build", "--conformance", conformance, cwd=root, env={"SOURCE_DATE_EPOCH": DAY, "PYTHONHASHSEED": seed}
        )
        assert built.returncode == 0, built.stderr
        made.append(contents(root / "site"))
    one, another = made
    assert one.keys() == another.keys()
    assert {
        "manifesto.pdf",
        "manifesto-a5.pdf",
        "sitemap.xml.gz",
        "data/v1/events.json",
        "search/index/pagefind-entry.json",
        "events/calendar.ics",
        "events/changes.json",
        "news/feed.atom",
    } <= one.keys()
    assert [path for path in one if one[path] != another[path]] == []


def test_no_path_of_the_machine_is_in_the_site(site: Path) -> None:
    folder = str(Path(__file__).parents[2]).encode()
    assert [path for path in site.rglob("*") if path.is_file() and folder in path.read_bytes()] == []
