"""Measures how a build grows with the number of events: `python -m tests.growth FOLDER` prints a table.

Each size is built once, in a folder and a process of its own. What a build takes with the events of the demonstration
alone (the PDF, the fonts, the start of the engine) is taken off before the growth is computed.
"""

import argparse
import math
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests import large

SIZES = (0, 625, 1_250, 2_500, 5_000)


@dataclass(frozen=True)
class Built:
    """One build: how many events it had more, processor time in seconds, and the largest process in megabytes."""

    events: int
    seconds: float
    megabytes: float


def builds(folder: Path, sizes: Sequence[int] = SIZES) -> Iterator[Built]:
    """Build a publication of each size below `folder`; the sites stay there, in folders named by their sizes."""
    for events in sizes:
        large.write(folder / f"{events}", events, 0)
        yield _build(folder / f"{events}", events)


def exponent(amounts: Sequence[tuple[int, float]]) -> float:
    """The power of the number of events with which an amount grows beyond the first: 1 is linear, 2 quadratic."""
    (_, fixed), *rest = amounts
    return statistics.linear_regression(
        [math.log(events) for events, _ in rest], [math.log(amount - fixed) for _, amount in rest]
    ).slope


def _build(folder: Path, events: int) -> Built:
    command = [sys.executable, "-m", "masthead", "build"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)  # of the process and of all that it has waited for
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Built(events, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def table(measured: Sequence[Built]) -> Iterator[str]:
    """The builds as rows of a table in Markdown, and how they grow."""
    yield "| Events more than the demonstration | Processor | Memory of the largest process |"
    yield "| --- | --- | --- |"
    yield from (f"| {one.events:,} | {one.seconds:.1f} s | {one.megabytes:.0f} MB |" for one in measured)
    seconds = exponent([(one.events, one.seconds) for one in measured])
    memory = exponent([(one.events, one.megabytes) for one in measured])
    yield f"\nTime grows with the power {seconds:.2f} of the events, memory with the power {memory:.2f}."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder that does not exist yet")
    sys.stdout.write("\n".join((*table(list(builds(parser.parse_args().folder))), "")))


if __name__ == "__main__":
    main()
