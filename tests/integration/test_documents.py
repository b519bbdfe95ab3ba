"""The documents tell the truth: every command in them runs, every file they name exists, every report is real."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.integration.conftest import ROOT, copy_of_demonstration, masthead, run, sampled

DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^( *)```sh\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"^( *)(`{3,}).*?^\1\2|`[^`\n]+`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https:)([^)#]+)\)")
ENDLESS = ("make serve",)
SELF = ("make test", "make prove")
# `make prove` tries these; other tests show what they do.
SLOW = ("masthead build --conformance ua-2", "masthead build --engine zensical", "mkdocs build --strict")


def commands() -> list[str]:
    """Every command of every document, once."""
    found = (block[1] for path in DOCUMENTS for block in FENCE.findall(path.read_text("utf-8")))
    return sorted({line.strip() for block in found for line in block.split("\n") if line.strip()})


TRIED = [one for one in commands() if one not in (*ENDLESS, *SELF)]


@pytest.mark.parametrize("command", sampled(TRIED, [one for one in TRIED if one not in SLOW]))
def test_every_command_in_the_documents_works(command: str, tmp_path: Path) -> None:
    root = ROOT if command.startswith("make ") else copy_of_demonstration(tmp_path)
    tools = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "NO_MKDOCS_2_WARNING": "1"}
    done = run(*command.split(), cwd=root, env=tools)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("command", SELF)
def test_make_knows_the_commands_that_run_these_very_tests(command: str) -> None:
    assert run("make", "--dry-run", command.removeprefix("make ")).returncode == 0


def test_make_serve_serves(tmp_path: Path) -> None:
    make = shutil.which("make")
    assert make
    log = tmp_path / "log.txt"
    with log.open("w") as stream:
        serving = subprocess.Popen([make, "serve"], cwd=ROOT, stdout=stream, stderr=stream, start_new_session=True)
        end = time.monotonic() + 60
        while "The site is shown at http://127.0.0.1:8000/" not in log.read_text("utf-8") and time.monotonic() < end:
            time.sleep(0.2)
        os.killpg(serving.pid, signal.SIGTERM)
        serving.wait(30)
    assert "The site is shown at http://127.0.0.1:8000/" in log.read_text("utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_that_a_document_links_to_exists(document: Path) -> None:
    targets = LINK.findall(CODE.sub("", document.read_text("utf-8")))
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_the_readme_shows_a_report_as_it_is(tmp_path: Path) -> None:
    root = copy_of_demonstration(tmp_path)
    event = root / "events" / "learning-event-february-2027.yml"
    event.write_text(event.read_text("utf-8").replace("kind: learning-event", "kind: learning-evnt"), encoding="utf-8")
    checked = masthead("check", cwd=root)
    shown = re.findall(r"   ```text\n(   events/.*?)   ```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    lines = [line.removeprefix("   ") for line in shown[0].split("\n") if line.strip()]
    assert checked.stdout.split("\n")[: len(lines)] == lines


def test_the_guide_names_every_live_piece_and_no_other() -> None:
    from masthead.model.pieces import PIECES

    named = re.findall(r"^\| `::([a-z-]+)", (ROOT / "docs" / "guide.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(PIECES)
