"""Memory over pages, as a drawing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

WIDTH, HEIGHT, LEFT, FOOT = 720, 400, 80, 50
COLOURS = {"Masthead": "#8b1f6e", "WeasyPrint": "#5b6472"}
STEPS = 5


class Point(Protocol):
    """What is drawn of a run."""

    @property
    def contender(self) -> str: ...
    @property
    def pages(self) -> int: ...
    @property
    def memory(self) -> int: ...


def plot(runs: Sequence[Point]) -> str:
    """A line for each contender whose memory is known, over the number of pages; both axes begin at nought."""
    most_pages = max(run.pages for run in runs) * 1.05
    most_memory = max(run.memory for run in runs) * 1.1
    lines = {name: sorted((run.pages, run.memory) for run in runs if run.contender == name) for name in COLOURS}
    scaled = {
        name: [
            (LEFT + pages / most_pages * (WIDTH - LEFT - 20), (HEIGHT - FOOT) * (1 - memory / most_memory) + 10)
            for pages, memory in points
        ]
        for name, points in lines.items()
    }
    parts = (*_axes(most_pages, most_memory), *_lines(scaled))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT + 20}" role="img" '
        'font-family="sans-serif" font-size="14"><title>Memory in MB over pages</title>'
        f'<rect width="{WIDTH}" height="{HEIGHT + 20}" fill="#ffffff"/>{"".join(parts)}</svg>\n'
    )


def _axes(most_pages: float, most_memory: float) -> Iterator[str]:
    floor = HEIGHT - FOOT + 10
    yield f'<path d="M{LEFT} 10V{floor}H{WIDTH - 20}" fill="none" stroke="#1d1424"/>'
    for step in range(STEPS + 1):
        x, y = LEFT + step / STEPS * (WIDTH - LEFT - 20), floor - step / STEPS * (floor - 10)
        yield f'<text x="{x:.0f}" y="{floor + 22}" text-anchor="middle">{most_pages * step / STEPS:.0f}</text>'
        memory = most_memory * step / STEPS / 1_000_000
        yield f'<text x="{LEFT - 8}" y="{y + 5:.0f}" text-anchor="end">{memory:.0f}</text>'
    yield f'<text x="{WIDTH - 20}" y="{floor + 44}" text-anchor="end">pages</text>'
    yield f'<text x="{LEFT + 8}" y="20">MB, the largest process</text>'


def _lines(scaled: Mapping[str, Sequence[tuple[float, float]]]) -> Iterator[str]:
    for order, (name, points) in enumerate(scaled.items()):
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        yield f'<polyline points="{path}" fill="none" stroke="{COLOURS[name]}" stroke-width="2"/>'
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{COLOURS[name]}"/>' for x, y in points)
        yield f'<text x="{LEFT + 8}" y="{44 + order * 20}" fill="{COLOURS[name]}">{name}</text>'
