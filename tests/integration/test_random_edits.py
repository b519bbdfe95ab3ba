"""Whatever is edited: a build where builds were before gives what a build of nothing gives, byte for byte."""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests import large
from tests.conftest import TESTS, copy_of_small
from tests.edits import EDITS, MISTAKE
from tests.edits.desk import Desk, differences

Copy = Callable[[Path], Path]
Edited = tuple[str, int]  # what is done, and a seed for how

# No edit is left out in search of a shorter way to a failure: each takes a build of everything.
ONCE = settings(deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate], max_examples=1)
OFTEN = settings(ONCE, derandomize=False, print_blob=True)
TEN = (
    *("change a text", "add an event", "change a member", "rename a record", "change a colour", "change Masthead"),
    *("delete a record", "change the navigation", MISTAKE, "wait"),
)
QUARTER = 25  # of a hundred
SEEDS = st.integers(0, 9_999)
MEMBERS = ("north-quay", "old-mole")
TOLD = 5  # differences: one often brings about the others


def copy_of_varied(folder: Path) -> Path:
    """The small publication with somebody who may not be named, pictures, a table, notes, and files to take away."""
    return Path(shutil.copytree(TESTS / "varied", copy_of_small(folder), dirs_exist_ok=True))


def copy_of_many(folder: Path) -> Path:
    """The same with so many records that work is shared between processes."""
    large.add(copy_of_varied(folder), large.records(MEMBERS, events=60, case_studies=20))
    return folder


def one_of_each(kinds: Iterable[str]) -> st.SearchStrategy[Sequence[Edited]]:
    """Edits of these kinds."""
    return st.tuples(*(st.tuples(st.just(kind), SEEDS) for kind in kinds))


def no_two_alike(number: int) -> st.SearchStrategy[Sequence[Edited]]:
    """So many edits of any kind, no two of the same."""
    edits = st.tuples(st.sampled_from(sorted(EDITS)), SEEDS)
    return st.lists(edits, min_size=number, max_size=number, unique_by=lambda edit: edit[0])


def every_build_is_a_clean_one(edits: Sequence[Edited], copy: Copy, *, keeping: bool) -> None:
    """Build after each edit; what is refused is taken back, and leaves the site as it was."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.with_(copy, Path(folder))
        site = desk.build().site
        for what, seed in edits:
            desk.do(what, EDITS[what], seed)
            quick, clean = desk.build(), desk.build_afresh(keeping=keeping)
            done = "\n".join(desk.done)
            assert quick.status == clean.status == (what == MISTAKE), f"{done}\n\n{quick.report}\n{clean.report}"
            assert quick.report == clean.report, done
            unlike = list(islice(differences(quick.site, site if quick.status else clean.site), TOLD))
            assert not unlike, "\n".join(("After these edits:", done, "", *unlike))
            site = quick.site
            if quick.status:
                desk.take_back()


def test_after_each_of_ten_edits_the_site_is_that_of_a_clean_build() -> None:
    ONCE(given(one_of_each(TEN))(lambda edits: every_build_is_a_clean_one(edits, copy_of_varied, keeping=True)))()


@pytest.mark.prove
@pytest.mark.parametrize(("copy", "quarters"), [(copy_of_varied, 4), (copy_of_many, 1)])
def test_after_each_of_a_hundred_edits_the_site_is_that_of_a_clean_build(copy: Copy, quarters: int) -> None:
    law = given(no_two_alike(QUARTER))(lambda edits: every_build_is_a_clean_one(edits, copy, keeping=False))
    settings(OFTEN, max_examples=quarters)(law)()
