"""`python -m tests.bench`: prints tables, and writes results.json and memory.svg to a folder."""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from masthead.pdf.document import page_count
from tests import large
from tests.bench.contender import CONTENDERS
from tests.bench.manifestos import ROOT, write
from tests.bench.plot import plot
from tests.bench.visitors import JUDGED, as_data, visit
from tests.bench.visitors import table as visitors_table

CHAPTERS = {30: 8, 100: 30, 300: 98}  # how many of the demonstration’s chapters make about so many pages
MB = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Run:
    """One print: seconds on the clock and of the processor, the memory of the largest process, pages, bytes."""

    contender: str
    seconds: float
    processor: float
    memory: int
    pages: int
    size: int


def measured(contender: str, folder: Path) -> Run:
    """One print in a process of its own."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as pdf:
        command = (sys.executable, "-m", "tests.bench.contender", contender, folder, pdf.name)
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:
            assert process.stdout is not None
            said = process.stdout.read()
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0
        content = Path(pdf.name).read_bytes()
    took = json.loads(said)
    memory = used.ru_maxrss * 1024
    return Run(contender=contender, memory=memory, pages=page_count(content), size=len(content), **took)


def compared(folder: Path, runs: int) -> tuple[Run, ...]:
    """Every contender in turn, again and again, so that other work on the machine hits all alike."""
    return tuple(measured(name, folder) for _ in range(runs) for name in CONTENDERS)


def medians(runs: Sequence[Run]) -> Iterator[Run]:
    """One line for each contender, of its median values."""
    for name in CONTENDERS:
        own = [run for run in runs if run.contender == name]
        yield Run(
            contender=name,
            seconds=statistics.median(run.seconds for run in own),
            processor=statistics.median(run.processor for run in own),
            memory=int(statistics.median(run.memory for run in own)),
            pages=own[0].pages,
            size=own[0].size,
        )


def table(rows: Sequence[Run]) -> str:
    """The medians as a table in Markdown. Chromium works in other processes, whose time and memory are not seen."""
    bare = next(row for row in rows if row.contender == "WeasyPrint")
    lines = ["| | Pages | Clock | Processor | Beside WeasyPrint | Memory | Size |", "| --- " * 7 + "|"]
    for row in rows:
        is_seen = row.contender != "Chromium"
        processor = f"{row.processor:.2f} s | {row.processor / bare.processor:.2f}" if is_seen else "| "
        memory = f"{row.memory / MB:.0f} MB" if is_seen else ""
        size = f"{row.size / 1000:.0f} kB"
        lines.append(f"| {row.contender} | {row.pages} | {row.seconds:.2f} s | {processor} | {memory} | {size} |")
    return "\n".join(lines)


def machine() -> Mapping[str, str]:
    """What was measured, on what."""
    return {
        "processors": str(os.cpu_count()),
        "machine": platform.machine(),
        "Python": platform.python_version(),
        **{name: version(name) for name in ("weasyprint", "pikepdf", "playwright")},
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "folder", type=Path, nargs="?", default=Path(".masthead/bench"), help="where to put the results"
    )
    parser.add_argument("--pages", type=int, nargs="+", choices=CHAPTERS, default=list(CHAPTERS))
    parser.add_argument("--chapters", type=int, help="print as many chapters and nothing else: for a quick look")
    parser.add_argument("--runs", type=int, default=5, help="of how many runs the median is taken (default: 5)")
    parser.add_argument("--no-site", action="store_true", help="leave out check against build on 1,500 records")
    parser.add_argument("--no-visitors", action="store_true", help="leave out Lighthouse on every kind of page")
    options = parser.parse_args()
    sizes = [options.chapters] if options.chapters else [CHAPTERS[pages] for pages in options.pages]
    results: list[Run] = []
    print(", ".join(f"{name} {value}" for name, value in machine().items()))
    with tempfile.TemporaryDirectory() as room:
        for chapters in sizes:
            folder = Path(room) / str(chapters)
            write(folder, chapters)
            rows = tuple(medians(compared(folder, options.runs)))
            results += rows
            print(f"\n{table(rows)}", flush=True)
        if not options.no_site and not options.chapters:
            large.write(Path(room) / "large")
            large.measure(Path(room) / "large")
    visits = {} if options.no_visitors or options.chapters else visit(JUDGED, options.runs)
    if visits:
        print(f"\n{visitors_table(visits)}", flush=True)
    options.folder.mkdir(parents=True, exist_ok=True)
    medians_ = [asdict(row) for row in results]
    written = {"machine": machine(), "medians": medians_, "visitors": as_data(visits)}
    (options.folder / "results.json").write_text(json.dumps(written, indent=2), encoding="utf-8")
    (options.folder / "memory.svg").write_text(plot(results), encoding="utf-8")
    print(f"\n{options.folder / 'results.json'}, {options.folder / 'memory.svg'}")


if __name__ == "__main__":
    main()
