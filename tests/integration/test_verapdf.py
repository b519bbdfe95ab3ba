"""The judge itself is judged: it holds all the rules there are, and says which of them a file breaks."""

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from pikepdf import Dictionary, Name, Pdf
from weasyprint import HTML

from tests.judges.verapdf import PROFILES, CannotJudgeError, VeraPdf, jar

ALL = sorted({"PDFA-2A", *(profile for profiles in PROFILES.values() for profile in profiles)})
PAGE = '<html lang="en"><title>A page</title><h1>A page</h1><p>With <a href="https://one.example/">a link</a>.</p>'


@pytest.fixture(scope="module")
def judge() -> Iterator[VeraPdf]:
    with VeraPdf() as running:
        yield running


@pytest.fixture
def tagged(tmp_path: Path) -> Path:
    """A page that conforms to PDF/UA-1, as WeasyPrint makes it."""
    file = tmp_path / "tagged.pdf"
    HTML(string=PAGE).write_pdf(file, pdf_variant="pdf/ua-1")
    return file


def broken(judge: VeraPdf, file: Path, profile: str) -> list[tuple[str, int]]:
    return [(rule.clause, rule.test) for rule in judge.judge(file, profile).failed]


@pytest.mark.parametrize("profile", ALL)
def test_no_rule_of_a_profile_is_left_out_or_weakened(judge: VeraPdf, tagged: Path, profile: str) -> None:
    with zipfile.ZipFile(jar()) as archive:
        tree = etree.fromstring(archive.read(f"org/verapdf/pdfa/validation/{profile}.xml"))
    written = len(tree.findall(".//{*}rule"))
    assert written > 100
    assert judge.judge(tagged, profile).rules == written


def test_a_good_page_passes_many_checks_and_fails_none(judge: VeraPdf, tagged: Path) -> None:
    verdict = judge.judge(tagged, "PDFUA-1")
    assert verdict.failed == ()
    assert verdict.passed > 100


def test_a_page_without_tags_fails(judge: VeraPdf, tmp_path: Path) -> None:
    file = tmp_path / "plain.pdf"
    HTML(string=PAGE).write_pdf(file)
    assert broken(judge, file, "PDFUA-1") == [
        ("6.2", 1),  # not marked as tagged
        ("7.1", 10),  # the title is not shown
        ("7.1", 11),  # no structure
        ("7.1", 3),  # content neither tagged nor an artifact
        ("7.1", 8),  # no metadata
        ("7.18.1", 2),  # a link without a description
        ("7.18.3", 1),  # no order of tabs
        ("7.18.5", 1),  # a link without a tag
        ("7.18.5", 2),  # a link without an alternative
    ]


def remove_title(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def remove_alternative(pdf: Pdf) -> None:
    for page in pdf.pages:
        for link in page.Annots:
            del link.Contents


def skip_a_heading(pdf: Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/S") == Name.H1:
            one.S = Name.H3


def name_a_tag_that_does_not_exist(pdf: Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/S") == Name.P:
            one.S = Name.Paragraph


def start_a_program(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.Launch, F="program")


@pytest.mark.parametrize(
    ("profile", "breaking", "rule"),
    [
        ("PDFUA-1", remove_title, ("7.1", 10)),
        ("PDFUA-1", remove_alternative, ("7.18.5", 2)),
        ("PDFUA-1", skip_a_heading, ("7.4.2", 1)),
        ("PDFUA-1", name_a_tag_that_does_not_exist, ("7.1", 5)),
        ("PDFA-3A", start_a_program, ("6.5.1", 1)),
        ("PDFA-2A", start_a_program, ("6.5.1", 1)),
        ("PDFA-4", start_a_program, ("6.6.1", 1)),
        ("PDFUA-2-ISO32005", name_a_tag_that_does_not_exist, ("8.2.4", 1)),
    ],
)
def test_what_is_broken_is_named_by_its_clause(
    judge: VeraPdf, tagged: Path, tmp_path: Path, profile: str, breaking: Callable[[Pdf], None], rule: tuple[str, int]
) -> None:
    before = broken(judge, tagged, profile)
    worse = tmp_path / "worse.pdf"
    with pikepdf.open(tagged) as pdf:
        breaking(pdf)
        pdf.save(worse)
    assert rule not in before
    assert rule in broken(judge, worse, profile)


def test_what_is_no_pdf_has_no_verdict(judge: VeraPdf, tmp_path: Path) -> None:
    file = tmp_path / "text.pdf"
    file.write_text("No PDF at all.", "utf-8")
    with pytest.raises(CannotJudgeError, match=r"text\.pdf, PDFUA-1: "):
        judge.judge(file, "PDFUA-1")


def test_a_profile_that_does_not_exist_has_no_verdict(judge: VeraPdf, tagged: Path) -> None:
    with pytest.raises(CannotJudgeError, match="veraPDF has no profile of the name PDFA-9"):
        judge.judge(tagged, "PDFA-9")
