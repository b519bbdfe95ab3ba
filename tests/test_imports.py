"""What a command imports before it answers: help and a version nothing heavy, a check nothing that only makes pages."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from masthead import arguments
from masthead.engine import Engine
from masthead.hosting import SERVERS
from masthead.pdf.conformance import Conformance
from masthead.report import FORMATS

MAKES_PAGES = frozenset(
    ("feedgen", "fontTools.subset", "icalendar", "jinja2", "lxml", "mkdocs", "page", "pagefind", "pikepdf", "segno",
     "weasyprint"),
)  # fmt: skip
READS = frozenset(("babel", "pydantic", "yaml"))
JUDGES = frozenset(("PIL", "coloraide", "fontTools", "markdown", "pyphen"))
IMPORTED = re.compile(r"^import time:.*\|\s*(\S+)$", re.MULTILINE)


def imported(*arguments: str | Path, cwd: Path) -> set[str]:
    """The full names of all modules that a command imports (python -X importtime writes each into a line)."""
    command = [sys.executable, "-X", "importtime", "-m", "masthead", *arguments]
    run = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=True)
    return set(IMPORTED.findall(run.stderr))


@pytest.mark.parametrize("asked", [["--help"], ["--version"], ["build", "--help"], ["check", "--help"]])
def test_help_and_version_are_given_before_anything_heavy_is_imported(asked: list[str], tmp_path: Path) -> None:
    found = imported(*asked, cwd=tmp_path)
    assert "argparse" in found
    assert found & (MAKES_PAGES | READS | JUDGES) == set()
    ours = {name for name in found if name.startswith("masthead.")}
    assert ours == {"masthead.cli", "masthead.arguments", "masthead.halt", "masthead.outside", "masthead.terminal"}


def test_a_check_imports_nothing_that_only_makes_pages(small: Path) -> None:
    found = imported("check", cwd=small)
    assert found > {*READS, *JUDGES} - {
        "pyphen",
        "PIL",
    }  # no text is long enough to be measured, and no picture there
    assert found & MAKES_PAGES == set()


def test_what_judges_a_text_is_imported_where_one_is_new(small: Path) -> None:
    path, text = small / "content" / "index.md", "Boats come and go with the tide all year round. " * 20
    imported("check", cwd=small)
    assert imported("check", cwd=small) & JUDGES == {"markdown"}  # for the ids on a page to which a link leads
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")
    assert imported("check", cwd=small) >= {"pyphen"}
    assert "pyphen" not in imported("check", cwd=small)


def test_the_choices_of_arguments_are_the_names_of_the_registries() -> None:
    assert tuple(Engine) == arguments.ENGINES
    assert tuple(Conformance) == arguments.CONFORMANCES
    assert tuple(FORMATS) == arguments.FORMATS
    assert tuple(SERVERS) == arguments.SERVERS


def test_the_version_is_the_one_that_is_installed() -> None:
    told = subprocess.run([sys.executable, "-m", "masthead", "--version"], capture_output=True, text=True, check=True)
    assert re.fullmatch(r"masthead \d+\.\d+\.\d+\n", told.stdout)
