"""Measures how a build grows with what is published: `python -m tests.growth FOLDER` prints a table of events, and
`python -m tests.growth FOLDER --network` one of members with all that is told of them (see tests/large_network.py).

Each size is built once, in a folder and a process of its own. What a build takes for the demonstration alone (the PDF,
the fonts, the start of the engine) is taken off before the growth of time is computed.
"""

import argparse
import math
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests import large, large_network
from tests.bench.clock import clocked

VISIBLE = 1.25  # times the fixed part


@dataclass(frozen=True)
class Growth:
    """What grows, in the plural; the numbers of it that are built; how a publication of such a size is written."""

    of: str
    sizes: tuple[int, ...]
    write: Callable[[Path, int], None]


@dataclass(frozen=True)
class Built:
    """One build: how much it had more, processor time in seconds, and the largest process in megabytes."""

    size: int
    seconds: float
    megabytes: float


EVENTS = Growth("events", (0, 625, 1_250, 2_500, 5_000), lambda folder, size: large.write(folder, size, 0))
MEMBERS = Growth("members", (0, 25, 50, 100, 200), large_network.write)


def builds(folder: Path, growth: Growth) -> Iterator[Built]:
    """Build a publication of each size below `folder`; the sites stay there, in folders named by their sizes."""
    for size in growth.sizes:
        growth.write(folder / f"{size}", size)
        yield _build(folder / f"{size}", size)


def exponent(amounts: Sequence[tuple[int, float]]) -> float:
    """The power of the size with which an amount grows beyond the first: 1 is linear, 2 quadratic.

    Sizes at which the fixed part hides all else are left out: the PDF may need more memory than a hundred pages. Where
    fewer than two are left, nothing grows.
    """
    (_, fixed), *rest = amounts
    grown = [(math.log(size), math.log(amount - fixed)) for size, amount in rest if amount > fixed * VISIBLE]
    sizes, more = zip(*grown, strict=True) if len(grown) > 1 else ((0, 1), (0, 0))
    return statistics.linear_regression(sizes, more).slope


def last_exponent(amounts: Sequence[tuple[int, float]]) -> float:
    """The power with which the whole amount grows between the two largest sizes. That of memory is told so: the largest
    process is another at another size, so no fixed part is that of all.
    """
    (size, amount), (largest, most) = amounts[-2:]
    return math.log(most / amount) / math.log(largest / size)


def _build(folder: Path, size: int) -> Built:
    cost, _ = clocked((sys.executable, "-m", "masthead", "build"), folder)
    return Built(size, cost.processor, cost.memory / 1_000_000)


def table(growth: Growth, measured: Sequence[Built]) -> Iterator[str]:
    """The builds as rows of a table in Markdown, and how they grow."""
    yield f"| {growth.of.capitalize()} more than the demonstration | Processor | Memory of the largest process |"
    yield "| --- | --- | --- |"
    yield from (f"| {one.size:,} | {one.seconds:.1f} s | {one.megabytes:.0f} MB |" for one in measured)
    seconds = exponent([(one.size, one.seconds) for one in measured])
    memory = last_exponent([(one.size, one.megabytes) for one in measured])
    yield f"\nTime grows with the power {seconds:.2f} of the {growth.of}, memory in its last step with {memory:.2f}."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder that does not exist yet")
    parser.add_argument("--network", action="store_true", help="let members grow, and not events")
    options = parser.parse_args()
    growth = MEMBERS if options.network else EVENTS
    sys.stdout.write("\n".join((*table(growth, list(builds(options.folder, growth))), "")))


if __name__ == "__main__":
    main()
