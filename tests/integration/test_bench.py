"""The benchmark works at its smallest size. What it measures is judged by people: `make bench`, docs/benchmarks.md."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from masthead.drawings import read_drawing
from tests.bench import website
from tests.bench.clock import clocked
from tests.bench.contenders import LEAN
from tests.bench.tasks import COLD, EDIT, NOTHING, measured
from tests.integration.conftest import ROOT, run


def test_every_task_of_a_contender_is_measured_and_shown_on_its_site(tmp_path: Path) -> None:
    website.write(tmp_path, 5, (LEAN,))
    found = list(measured(LEAN, tmp_path, 5, "anew0"))
    assert {(one.contender, one.events) for one in found} == {(LEAN, 5)}
    assert [one.task for one in found] == [COLD, NOTHING, EDIT]
    pages = sum(1 for _ in (tmp_path / "material" / "docs").rglob("*.md"))
    assert {one.pages for one in found} == {pages + 1}  # and that of what is not found
    site = sum(path.stat().st_size for path in (tmp_path / "material" / "site").rglob("*") if path.is_file())
    assert found[-1].written == site  # Material writes all of it, for one word


def test_no_link_of_what_peers_are_given_leads_nowhere(tmp_path: Path) -> None:
    website.write(tmp_path, 5, (LEAN,))
    clocked((sys.executable, "-m", "mkdocs", "build", "--strict"), tmp_path / "material")


def test_what_measures_imports_nothing_large_because_its_memory_counts_as_that_of_every_command() -> None:
    _, said = clocked((sys.executable, "-c", "import sys, tests.bench.__main__; print(*sys.modules)"), ROOT)
    assert {name.partition(".")[0] for name in said.split()} & {"masthead", "playwright", "yaml", "pikepdf"} == set()


def test_a_command_that_fails_says_what_it_said() -> None:
    with pytest.raises(subprocess.CalledProcessError) as caught:
        clocked((sys.executable, "-c", "import sys; print('one'); sys.exit('two')"), ROOT)
    assert (caught.value.output, caught.value.stderr) == ("one\n", "two\n")


@pytest.mark.prove
def test_the_benchmark_prints_a_table_and_writes_its_results(tmp_path: Path) -> None:
    done = run(
        *(sys.executable, "-m", "tests.bench", tmp_path, "--only", "prints", "--chapters", "1", "--runs", "1"), cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    rows = [line.split("|")[1].strip() for line in done.stdout.splitlines() if line.startswith("| ")]
    assert rows == ["", "---", "Masthead", "WeasyPrint", "Chromium"]
    prints = json.loads((tmp_path / "results.json").read_text("utf-8"))["prints"]
    assert [row["contender"] for row in prints] == ["Masthead", "WeasyPrint", "Chromium"]
    assert all(row["pages"] > 3 and row["seconds"] > 0 and row["size"] > 10_000 for row in prints)
    assert read_drawing("memory.svg", tmp_path / "memory.svg").flaws == ()


@pytest.mark.prove
def test_the_benchmark_of_a_website_is_printed_for_programs(tmp_path: Path) -> None:
    sizes = ("--events", "5", "--sizes", "10,20", "--runs", "1", "--contenders", LEAN)
    done = run(
        *(sys.executable, "-m", "tests.bench", tmp_path, "--only", "website", "growth", "--json", *sizes), cwd=ROOT
    )
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert found == json.loads((tmp_path / "results.json").read_text("utf-8"))
    assert [row["task"] for row in found["website"]] == [COLD, NOTHING, EDIT]
    assert [row["events"] for row in found["growth"]] == [size for size in (3, 10, 20) for _ in range(3)]
    assert [0 < one["served"] <= one["visible"] for one in found["preview"]] == [True]
    drawings = sorted(path.name for path in tmp_path.glob("*.svg"))
    assert drawings == ["growth-memory.svg", "growth-processor.svg", "growth-written.svg", "website.svg"]


@pytest.mark.prove
def test_what_visitors_wait_for_is_printed_as_a_table() -> None:
    done = run(sys.executable, "-m", "tests.bench.visitors", "--pages", "home", "--runs", "1", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    heads, _, row = ([cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines())
    told = dict(zip(heads, row, strict=True))
    assert [told[name] for name in ("Page", "Accessibility", "Best practices", "SEO")] == ["home", "100", "100", "100"]
    assert float(told["HTML"]) + float(told["CSS"]) + float(told["Scripts"]) < 70
