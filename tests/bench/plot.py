"""Measurements as drawings: lines over a size, and bars."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import cycle

WIDTH, HEIGHT, LEFT, FOOT = 720, 400, 80, 50
OURS, INK, PAPER = "#8b1f6e", "#1d1424", "#ffffff"
OTHERS = ("#5b6472", "#b3541e", "#1f6f8b", "#5a7d2a", "#8a6d00")
STEPS = 5
BAR, GAP, NAMES, FIGURES = 18, 14, 300, 70
US = "Masthead"

Line = Sequence[tuple[float, float]]


def lines(title: str, across: str, up: str, points: Mapping[str, Line]) -> str:
    """A line for each name, over a size named `across`, of amounts named `up`; both axes begin at nought."""
    most_across = max(x for line in points.values() for x, _ in line) * 1.05 or 1
    most_up = max(y for line in points.values() for _, y in line) * 1.1 or 1
    scaled = {
        name: [
            (LEFT + x / most_across * (WIDTH - LEFT - 20), (HEIGHT - FOOT) * (1 - y / most_up) + 10)
            for x, y in sorted(line)
        ]
        for name, line in points.items()
    }
    return _drawing(title, HEIGHT + 20, (*_axes(most_across, most_up, across, up), *_lines(scaled)))


def bars(title: str, unit: str, lengths: Mapping[str, Mapping[str, float]]) -> str:
    """For each name a group of bars, each with a name of its own and its length in figures."""
    most = max(length for group in lengths.values() for length in group.values()) or 1
    parts: list[str] = []
    y = GAP
    for name, group in lengths.items():
        colour = OURS if name == US else OTHERS[0]
        parts.append(f'<text x="10" y="{y + 14}" font-weight="bold">{name}</text>')
        for bar, length in group.items():
            wide = length / most * (WIDTH - NAMES - FIGURES)
            parts.append(f'<text x="{NAMES - 10}" y="{y + 14}" text-anchor="end">{bar}</text>')
            parts.append(f'<rect x="{NAMES}" y="{y}" width="{wide:.1f}" height="{BAR}" fill="{colour}"/>')
            parts.append(f'<text x="{NAMES + wide + 6:.1f}" y="{y + 14}">{length:.2f} {unit}</text>')
            y += BAR + 2
        y += GAP
    return _drawing(title, y, parts)


def _drawing(title: str, height: int, parts: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'font-family="sans-serif" font-size="14"><title>{title}</title>'
        f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>{"".join(parts)}</svg>\n'
    )


def _colours(names: Iterable[str]) -> Iterator[str]:
    """One for each name, in their order: the one that all is about keeps its own."""
    others = cycle(OTHERS)
    yield from (OURS if name == US else next(others) for name in names)


def _axes(most_across: float, most_up: float, across: str, up: str) -> Iterator[str]:
    floor = HEIGHT - FOOT + 10
    yield f'<path d="M{LEFT} 10V{floor}H{WIDTH - 20}" fill="none" stroke="{INK}"/>'
    for step in range(STEPS + 1):
        x, y = LEFT + step / STEPS * (WIDTH - LEFT - 20), floor - step / STEPS * (floor - 10)
        yield f'<text x="{x:.0f}" y="{floor + 22}" text-anchor="middle">{most_across * step / STEPS:,.0f}</text>'
        yield f'<text x="{LEFT - 8}" y="{y + 5:.0f}" text-anchor="end">{most_up * step / STEPS:,.0f}</text>'
    yield f'<text x="{WIDTH - 20}" y="{floor + 44}" text-anchor="end">{across}</text>'
    yield f'<text x="{LEFT + 8}" y="20">{up}</text>'


def _lines(scaled: Mapping[str, Line]) -> Iterator[str]:
    for order, ((name, points), colour) in enumerate(zip(scaled.items(), _colours(scaled), strict=True)):
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in points)
        yield f'<text x="{LEFT + 8}" y="{44 + order * 20}" fill="{colour}">{name}</text>'
