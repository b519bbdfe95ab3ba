"""Two builds of the same content on the same day are equal, byte for byte, wherever they stand."""

from pathlib import Path

import pytest

from masthead.pdf.conformance import Conformance
from tests.integration.conftest import copy_of_demonstration, masthead, sampled
from tests.integration.test_engines import contents

DAY = "1795305600"


@pytest.mark.parametrize("conformance", sampled(Conformance, (Conformance.UA_1,)))
def test_two_builds_in_two_folders_are_equal_to_the_byte(tmp_path: Path, conformance: Conformance) -> None:
    made = []
    for folder, seed in (("one", "1"), ("another/deeper", "2")):
        root = copy_of_demonstration(tmp_path / folder, afresh=True)
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
