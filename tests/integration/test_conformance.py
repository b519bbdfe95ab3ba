"""Every rule of every profile that a file claims is satisfied: veraPDF judges, and page-validation beside it."""

from collections.abc import Iterator

import pytest

from masthead.pdf.conformance import Conformance
from masthead.pdf.judge import judge as page_validation
from masthead.publish.papers import Paper
from tests.integration.conftest import EVERY_FILE, Print
from tests.judges.verapdf import PROFILES, VeraPdf


@pytest.fixture(scope="module")
def judge() -> Iterator[VeraPdf]:
    with VeraPdf() as running:
        yield running


@EVERY_FILE
def test_no_rule_of_any_profile_is_broken(
    printed: Print, judge: VeraPdf, name: str, conformance: str, paper: Paper
) -> None:
    verdicts = [judge.judge(printed(name, conformance, paper).file, profile) for profile in PROFILES[conformance]]
    assert [str(verdict) for verdict in verdicts if verdict.failed] == []
    assert min(verdict.passed for verdict in verdicts) > 10_000


@EVERY_FILE
def test_the_second_validator_agrees(printed: Print, name: str, conformance: str, paper: Paper) -> None:
    verdicts = page_validation(printed(name, conformance, paper).file.read_bytes(), Conformance(conformance))
    assert verdicts
    assert {verdict.failed for verdict in verdicts} == {0}
