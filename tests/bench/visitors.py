"""How fast each kind of page is for a visitor with a phone, by Lighthouse: `python -m tests.bench.visitors`.

The demonstration is built and served by nginx with what `masthead hosting nginx` prints. `make bench` does this, too.
"""

import argparse
import json
import statistics
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from tests.integration.conftest import ROOT, masthead
from tests.integration.servers import served
from tests.integration.test_browser import PAGES
from tests.judges.lighthouse import KINDS, Verdict, judge

JUDGED = tuple(kind for kind in PAGES if kind != "not found")
HEADS = ("Page", "Performance", "Accessibility", "Best practices", "SEO", "Largest paint", "Blocking", "Shift")
SENT = {"document": "HTML", "stylesheet": "CSS", "script": "Scripts", "font": "Fonts", "image": "Images"}


def visit(pages: Iterable[str], runs: int) -> Mapping[str, Verdict]:
    """Each kind of page with the median of its runs, by the score for performance."""
    with tempfile.TemporaryDirectory() as room:
        site, folder = Path(room) / "site", Path(room) / "nginx"
        folder.mkdir()
        built = masthead("build", "--site", site)
        assert built.returncode == 0, built.stdout + built.stderr
        with served("nginx", site, folder, ROOT) as address:
            return {page: _median([judge(address + PAGES[page]) for _ in range(runs)]) for page in pages}


def table(verdicts: Mapping[str, Verdict]) -> str:
    """The verdicts as a table in Markdown: times in seconds, bytes as sent in kB."""
    heads = (*HEADS, *SENT.values())
    lines = [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}"]
    for page, one in verdicts.items():
        marks = (one.performance, one.accessibility, one.best_practices, one.seo)
        times = (f"{one.largest_paint / 1000:.1f} s", f"{one.blocking} ms", f"{one.shift:.3f}")
        sent = (f"{one.sent[kind] / 1000:.1f}" for kind in KINDS)
        lines.append(f"| {' | '.join((page, *map(str, marks), *times, *sent))} |")
    return "\n".join(lines)


def as_data(verdicts: Mapping[str, Verdict]) -> Mapping[str, object]:
    """The verdicts for programs, by the kind of page."""
    return {page: asdict(one) for page, one in verdicts.items()}


def _median(found: list[Verdict]) -> Verdict:
    middle = statistics.median_low(one.performance for one in found)
    return next(one for one in found if one.performance == middle)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.visitors", description=__doc__)
    parser.add_argument("--pages", nargs="+", choices=JUDGED, default=list(JUDGED), help="(default: every kind)")
    parser.add_argument("--runs", type=int, default=3, help="of how many runs the median is taken (default: 3)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args()
    verdicts = visit(options.pages, options.runs)
    print(json.dumps(as_data(verdicts), indent=2) if options.json else table(verdicts))


if __name__ == "__main__":
    main()
