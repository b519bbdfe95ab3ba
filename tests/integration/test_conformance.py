"""Every rule of every profile that a file claims is satisfied: veraPDF judges, and page-validation beside it."""

from collections.abc import Iterator

import pytest

from masthead.pdf.conformance import Conformance
from masthead.pdf.judge import judge as page_validation
from tests.integration.conftest import Print
from tests.judges.verapdf import PROFILES, VeraPdf

ALL = [(conformance, profile) for conformance, profiles in PROFILES.items() for profile in profiles]


@pytest.fixture(scope="module")
def judge() -> Iterator[VeraPdf]:
    with VeraPdf() as running:
        yield running


@pytest.mark.parametrize("name", ["demonstration", "awkward"])
@pytest.mark.parametrize(("conformance", "profile"), ALL)
def test_no_rule_is_broken(printed: Print, judge: VeraPdf, name: str, conformance: str, profile: str) -> None:
    verdict = judge.judge(printed(name, conformance).file, profile)
    assert [str(rule) for rule in verdict.failed] == []
    assert verdict.passed > 10_000


@pytest.mark.parametrize("name", ["demonstration", "awkward"])
@pytest.mark.parametrize("conformance", list(Conformance))
def test_the_second_validator_agrees(printed: Print, name: str, conformance: Conformance) -> None:
    verdicts = page_validation(printed(name, conformance).file.read_bytes(), conformance)
    assert verdicts
    assert {verdict.failed for verdict in verdicts} == {0}
