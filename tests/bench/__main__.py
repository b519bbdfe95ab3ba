"""`python -m tests.bench`: what Masthead costs beside other programs, as tables, drawings and JSON.

Three parts: the website (see tests/bench/website.py), the printed manifesto (prints.py), and what visitors wait for
(visitors.py). Progress is shown on a terminal; results.json and the drawings go to a folder.
"""

import argparse
import compileall
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.bench import plot, preview, website
from tests.bench.clock import ROOT
from tests.bench.contenders import CONTENDERS, usual
from tests.bench.machine import machine
from tests.bench.tasks import COLD, EDIT, NOTHING, Measured
from tests.large import SPARED

GROWTH = {"processor": ("seconds of the processor", 1), "memory": ("MB", 1e6), "written": ("MB", 1e6)}


@dataclass
class Results:
    """What is found, in the order in which it is found: tables for people, data and drawings for files."""

    options: argparse.Namespace
    data: dict[str, Any] = field(default_factory=dict)
    drawings: dict[str, str] = field(default_factory=dict)

    def show(self, heading: str, table: str) -> None:
        """Print a table, unless a program is to read what is printed."""
        self.tell("")
        if not self.options.json:
            print(f"\n{heading}\n\n{table}", flush=True)

    def keep(self) -> Iterator[Path]:
        """Write what was found so far, and return the files."""
        folder: Path = self.options.folder
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in {"results.json": json.dumps(self.data, indent=2), **self.drawings}.items():
            (folder / name).write_text(text, encoding="utf-8")
            yield folder / name

    def tell(self, step: str) -> None:
        """Progress, on a terminal: one line that is written over."""
        if sys.stderr.isatty():
            print(f"\r\x1b[K{step}", end="", file=sys.stderr, flush=True)


def measure_website(results: Results, room: Path) -> None:
    """One size, every task, and previews."""
    events, runs = results.options.events, results.options.runs
    names = results.options.contenders or usual(events)
    rows = website.compared(room / "website", events, names, runs, results.tell)
    results.data["website"] = [asdict(row) for row in rows]
    results.drawings["website.svg"] = _bars(rows)
    results.show(f"Website, {events:,} events and {events // 2:,} case studies, medians of {runs}", website.table(rows))
    results.tell("previews")
    waits = tuple(preview.compared(room / "website", events, names, runs))
    results.data["preview"] = [asdict(one) for one in waits]
    results.show(f"Preview, {events:,} events, from a save, medians of {runs}", preview.table(waits))


def measure_growth(results: Results, room: Path) -> None:
    """Every size that was asked for, and next to nothing, which is the fixed part."""
    sizes = sorted({SPARED, *results.options.sizes})
    names = results.options.contenders or usual(max(sizes))
    rows: list[Measured] = []
    for size in sizes:
        rows += website.compared(room / f"{size}", size, names, results.options.runs, results.tell)
    results.data["growth"] = [asdict(row) for row in rows]
    for amount, (unit, scale) in GROWTH.items():
        cold = [row for row in rows if row.task == COLD]
        points = {n: [(o.events, getattr(o, amount) / scale) for o in cold if o.contender == n] for n in names}
        drawing = plot.lines(f"A full build over the number of events: {amount}", "events", unit, points)
        results.drawings[f"growth-{amount}.svg"] = drawing
    told = ", ".join(f"{size:,}" for size in sizes[1:])
    heading = f"Growth to {told} events; the fixed part is the demonstration with {SPARED} events more"
    results.show(heading, website.growth_table(rows))


def measure_prints(results: Results, room: Path) -> None:
    """Manifestos of several lengths."""
    from tests.bench import prints

    found: list[prints.Run] = []
    chapters = results.options.chapters
    for number in [chapters] if chapters else [prints.CHAPTERS[pages] for pages in results.options.pages]:
        results.tell(f"printing {number} chapters")
        rows = prints.compared(room / f"chapters-{number}", number, results.options.runs)
        found += rows
        results.show(f"Manifesto of {number} chapters", prints.table(rows))
    results.data["prints"] = [asdict(row) for row in found]
    known = ("Masthead", "WeasyPrint")  # Chromium works in other processes
    points = {name: [(one.pages, one.memory / 1e6) for one in found if one.contender == name] for name in known}
    results.drawings["memory.svg"] = plot.lines("Memory in MB over pages", "pages", "MB, the largest process", points)


def measure_visits(results: Results, _room: Path) -> None:
    """Every kind of page, by Lighthouse."""
    from tests.bench import visitors

    results.tell("visiting the demonstration")
    visits = visitors.visit(visitors.JUDGED, results.options.runs)
    results.data["visitors"] = visitors.as_data(visits)
    results.show("What visitors wait for", visitors.table(visits))


def _bars(rows: Sequence[Measured]) -> str:
    lengths: dict[str, dict[str, float]] = {}
    for row in rows:
        if row.task in (COLD, NOTHING, EDIT):
            lengths.setdefault(row.contender, {})[row.task] = row.seconds
    return plot.bars("Seconds for each task", "s", lengths)


PARTS: Mapping[str, Callable[[Results, Path], None]] = {
    "website": measure_website,
    "growth": measure_growth,
    "prints": measure_prints,
    "visitors": measure_visits,
}


def _sizes(text: str) -> Sequence[int]:
    return [int(size) for size in text.split(",")]


def options() -> argparse.Namespace:
    """What is to be measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(".masthead/bench"), help="where the results go")
    parser.add_argument("--only", nargs="+", choices=PARTS, help="(default: all, and growth where sizes are named)")
    parser.add_argument("--runs", type=int, default=5, help="of how many runs the median is taken (default: 5)")
    parser.add_argument("--events", type=int, default=1_000, help="and half as many case studies (default: 1000)")
    parser.add_argument("--sizes", type=_sizes, default=(), help="numbers of events for the growth: 100,400,1000,4000")
    parser.add_argument("--contenders", nargs="+", choices=CONTENDERS, help="(default: all that are fit for the size)")
    parser.add_argument("--pages", type=int, nargs="+", choices=(30, 100, 300), default=[30, 100, 300])
    parser.add_argument("--chapters", type=int, help="print as many chapters and not so many pages: for a quick look")
    parser.add_argument("--json", action="store_true", help="print JSON and no tables")
    wanted = parser.parse_args()
    if "growth" in (wanted.only or ()) and not wanted.sizes:
        parser.error("growth needs --sizes")
    return wanted


def parts(wanted: argparse.Namespace) -> Iterator[str]:
    """The parts to be measured, in their order."""
    for name in PARTS:
        if name in wanted.only if wanted.only else name != "growth" or wanted.sizes:
            yield name


def main() -> None:
    results = Results(options())
    compileall.compile_dir(ROOT / "scripts", quiet=2)
    results.data["machine"] = machine()
    if not results.options.json:
        print(", ".join(f"{name} {value}" for name, value in results.data["machine"].items() if value), flush=True)
    files: tuple[Path, ...] = ()
    with tempfile.TemporaryDirectory(prefix="masthead-bench-") as room:
        for name in parts(results.options):
            PARTS[name](results, Path(room))
            files = tuple(results.keep())
    print(json.dumps(results.data, indent=2) if results.options.json else f"\n{', '.join(map(str, files))}")


if __name__ == "__main__":
    main()
