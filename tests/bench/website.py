"""How long each contender takes for the same website: costs beside those of Material, and how they grow."""

import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path

from tests.bench.clock import ROOT, clocked
from tests.bench.contenders import CONTENDERS, LEAN, OURS, python
from tests.bench.tasks import COLD, Measured, UnshownError, measured
from tests.growth import exponent

Tell = Callable[[str], None]
MB = 1_000_000
HEADS = ("Contender", "Task", "Clock", "× lean", "Processor", "× lean", "Memory", "Written", "Pages")
GROWTH_HEADS = (
    *("Contender", "Task", "Fixed: processor", "Fixed: memory", "Fixed: written"),
    *("Power of processor", "Power of memory", "Power of written"),
)


def compared(folder: Path, events: int, names: Sequence[str], runs: int, tell: Tell) -> tuple[Measured, ...]:
    """Write a publication of a size in everybody's form below `folder`, and measure all of them in turn, again and
    again, so that other work on the machine hits all alike. A peer that fails is told of, and goes on to the next run.
    """
    tell(f"{events:,} events: writing them")
    write(folder, events, names)
    found: list[Measured] = []
    for number, name in product(range(runs), names):
        try:
            for one in measured(name, folder, events, f"anew{number}"):
                tell(f"{events:,} events, run {number + 1} of {runs}: {name}, {one.task}, {one.seconds:.1f} s")
                found.append(one)
        except (subprocess.CalledProcessError, UnshownError) as fault:
            if name == OURS:
                raise
            print(f"{name} fails with {events:,} events: {fault}", file=sys.stderr)
    return tuple(medians(found))


def write(folder: Path, events: int, names: Iterable[str]) -> None:
    """The publication in the form of each contender, and for Masthead always."""
    forms = [form for name in names if (form := CONTENDERS[name].form) != CONTENDERS[OURS].form]
    sizes = ("--events", str(events), "--case-studies", str(events // 2))
    clocked(python("tests.bench.peers", str(folder.absolute()), *sizes, "--peers", *forms), ROOT)


def medians(found: Iterable[Measured]) -> Iterator[Measured]:
    """One for each contender, task and size, in the order in which they were measured first."""
    kinds: dict[tuple[str, str, int], list[Measured]] = {}
    for one in found:
        kinds.setdefault((one.contender, one.task, one.events), []).append(one)
    for (contender, task, events), own in kinds.items():
        yield Measured(
            contender=contender,
            task=task,
            events=events,
            seconds=statistics.median(one.seconds for one in own),
            processor=statistics.median(one.processor for one in own),
            memory=int(statistics.median(one.memory for one in own)),
            written=int(statistics.median(one.written for one in own)),
            pages=own[0].pages,
        )


def table(rows: Sequence[Measured]) -> str:
    """The medians of one size in Markdown, beside Material's full build where it was measured."""
    lean = next((row for row in rows if (row.contender, row.task) == (LEAN, COLD)), None)
    return "\n".join(_lines(HEADS, (_row(row, lean) for row in rows)))


def _row(row: Measured, lean: Measured | None) -> tuple[str, ...]:
    return (
        row.contender,
        row.task,
        f"{row.seconds:.2f} s",
        f"{row.seconds / lean.seconds:.3f}" if lean else "",
        f"{row.processor:.2f} s",
        f"{row.processor / lean.processor:.3f}" if lean else "",
        _megabytes(row.memory),
        _megabytes(row.written),
        f"{row.pages:,}",
    )


def growth_table(rows: Sequence[Measured]) -> str:
    """What each task takes at the smallest size, and the power of the events with which it grows beyond that."""
    kinds: dict[tuple[str, str], list[Measured]] = {}
    for row in rows:
        kinds.setdefault((row.contender, row.task), []).append(row)
    return "\n".join(_lines(GROWTH_HEADS, (_growth(*kind, own) for kind, own in kinds.items())))


def _growth(contender: str, task: str, own: Sequence[Measured]) -> tuple[str, ...]:
    fixed, *_ = rising = sorted(own, key=lambda one: one.events)
    amounts = ("processor", "memory", "written")
    powers = (exponent([(one.events - fixed.events, getattr(one, name)) for one in rising]) for name in amounts)
    told = (f"{fixed.processor:.2f} s", _megabytes(fixed.memory), _megabytes(fixed.written))
    return (contender, task, *told, *(f"{power:.2f}" for power in powers))


def _lines(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _megabytes(size: int) -> str:
    return f"{size / MB:.0f} MB" if size >= 10 * MB else f"{size / MB:.1f} MB"
