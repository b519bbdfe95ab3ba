"""Problems as an author reads them."""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TextIO

from masthead.problem import Problem, Severity
from masthead.source import Source

RED, YELLOW, BOLD, RESET = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[0m"


def as_text(problems: Iterable[Problem], texts: Mapping[str, Source], *, colour: bool = False) -> str:
    """The report of all problems, sorted by place, with the source line and a mark under the text that is meant."""
    return "\n".join(_entry(problem, texts, colour=colour) for problem in sorted(problems))


def as_json(problems: Iterable[Problem]) -> str:
    """All problems as a JSON list, one object each."""
    return json.dumps([asdict(problem) for problem in sorted(problems)], indent=2, ensure_ascii=False)


def summary(problems: Iterable[Problem]) -> str:
    """How many errors and warnings there are, in one line."""
    severities = [problem.severity for problem in problems]
    errors, warnings = (severities.count(severity) for severity in Severity)
    counts = [_count(errors, "error")] * (errors > 0) + [_count(warnings, "warning")] * (warnings > 0)
    return " and ".join(counts) + "." if counts else "No problems."


def wants_colour(stream: TextIO) -> bool:
    """Whether a stream is a terminal that may be coloured (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def _entry(problem: Problem, texts: Mapping[str, Source], *, colour: bool) -> str:
    place = problem.place
    tint = (RED if problem.severity is Severity.ERROR else YELLOW) if colour else ""
    bold, reset = (BOLD, RESET) if colour else ("", "")
    lines = [f"{bold}{place}{reset}: {tint}{problem.severity}{reset}: {problem.message} [{problem.code}]"]
    source = texts.get(place.path)
    if source is not None and (shown := source.line(place.line)).strip():
        margin = f"{place.line:>5} | "
        mark = " " * (len(margin) + place.column - 1) + "^" * max(1, min(place.length, len(shown) - place.column + 1))
        lines += [margin + shown.replace("\t", " "), tint + mark + reset]
    if problem.hint:
        lines.append(" " * 8 + problem.hint)
    return "\n".join(lines) + "\n"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
