"""The benchmark works at its smallest size. What it measures is judged by people: `make bench`, docs/benchmarks.md."""

import json
import sys
from pathlib import Path

import pytest

from masthead.drawings import read_drawing
from tests.integration.conftest import ROOT, run


@pytest.mark.prove
def test_the_benchmark_prints_a_table_and_writes_its_results(tmp_path: Path) -> None:
    done = run(sys.executable, "-m", "tests.bench", tmp_path, "--chapters", "1", "--runs", "1", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    rows = [line.split("|")[1].strip() for line in done.stdout.splitlines() if line.startswith("| ")]
    assert rows == ["", "---", "Masthead", "WeasyPrint", "Chromium"]
    medians = json.loads((tmp_path / "results.json").read_text("utf-8"))["medians"]
    assert [row["contender"] for row in medians] == ["Masthead", "WeasyPrint", "Chromium"]
    assert all(row["pages"] > 3 and row["seconds"] > 0 and row["size"] > 10_000 for row in medians)
    assert read_drawing("memory.svg", tmp_path / "memory.svg").flaws == ()


@pytest.mark.prove
def test_what_visitors_wait_for_is_printed_as_a_table() -> None:
    done = run(sys.executable, "-m", "tests.bench.visitors", "--pages", "home", "--runs", "1", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    heads, _, row = ([cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines())
    told = dict(zip(heads, row, strict=True))
    assert [told[name] for name in ("Page", "Accessibility", "Best practices", "SEO")] == ["home", "100", "100", "100"]
    assert float(told["HTML"]) + float(told["CSS"]) + float(told["Scripts"]) < 70
