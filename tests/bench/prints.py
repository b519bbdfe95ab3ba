"""How long a manifesto takes to print, beside plain WeasyPrint and Chromium."""

import json
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from masthead.pdf.document import page_count
from tests.bench.clock import ROOT, clocked
from tests.bench.manifestos import write
from tests.bench.printer import PRINTERS

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


def compared(folder: Path, chapters: int, runs: int) -> tuple[Run, ...]:
    """Every printer in turn, again and again, so that other work on the machine hits all alike; the medians."""
    write(folder, chapters)
    return tuple(_medians([_measured(name, folder) for _ in range(runs) for name in PRINTERS]))


def _measured(name: str, folder: Path) -> Run:
    """One print in a process of its own, which tells how long the print alone took."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as pdf:
        command = (sys.executable, "-m", "tests.bench.printer", name, str(folder), pdf.name)
        cost, said = clocked(command, ROOT)
        content = Path(pdf.name).read_bytes()
    return Run(contender=name, memory=cost.memory, pages=page_count(content), size=len(content), **json.loads(said))


def _medians(runs: Sequence[Run]) -> Iterator[Run]:
    """One line for each printer, of its median values."""
    for name in PRINTERS:
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
