"""Problems as an author reads them, and as programs do."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Annotated

from pydantic import Field

from masthead.codes import page_of
from masthead.problem import Problem, Severity
from masthead.rooms import CONFIG
from masthead.sarif import as_sarif as sarif_log
from masthead.source import Source
from masthead.terminal import CUT, WIDEST, excerpt, in_one_line

ESCAPED = {"%": "%25", "\r": "%0D", "\n": "%0A"}
ESCAPED_IN_PROPERTIES = {**ESCAPED, ":": "%3A", ",": "%2C"}
LONG_WORDS = re.compile(rf"“([^”]{{{WIDEST}}})[^”]+”")
RED, YELLOW, BOLD, RESET = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[0m"


@dataclass(frozen=True)
class ToldProblem(Problem):
    """A problem as programs are told of it."""

    help: Annotated[
        str,
        Field(
            description="The address of the code's entry in the documents; empty where no repository is named.",
            examples=["https://git.example/harbours/blob/main/docs/problems.md#unknown-theme"],
        ),
    ] = ""


def as_text(problems: Iterable[Problem], texts: Mapping[str, Source], *, colour: bool = False) -> str:
    """The report of all problems, sorted by place: the source line, a mark under the text that is meant, what to do."""
    where = repository(texts)
    return "\n".join(_entry(problem, texts, where, colour=colour) for problem in sorted(problems))


def as_json(problems: Iterable[Problem], texts: Mapping[str, Source]) -> str:
    """All problems as a JSON list, one object each (schemas/report.schema.json)."""
    where = repository(texts)
    told = (ToldProblem(**vars(problem), help=page_of(problem.code, where)) for problem in sorted(problems))
    return json.dumps([asdict(one) for one in told], indent=2, ensure_ascii=False)


def as_github(problems: Iterable[Problem], texts: Mapping[str, Source]) -> str:
    """Workflow commands that make GitHub Actions show each problem beside its line."""
    where = repository(texts)
    return "\n".join(_annotation(problem, page_of(problem.code, where)) for problem in sorted(problems))


def as_sarif(problems: Iterable[Problem], texts: Mapping[str, Source]) -> str:
    """All problems as a log of the Static Analysis Results Interchange Format 2.1.0."""
    return json.dumps(sarif_log(sorted(problems), texts, repository(texts)), indent=2, ensure_ascii=False)


FORMATS: dict[str, Callable[[Sequence[Problem], Mapping[str, Source]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}


def repository(texts: Mapping[str, Source]) -> str:
    """The address of the publication’s repository, whose documents explain each code; empty where none is named."""
    named = texts[CONFIG].content.get("repo_url") if CONFIG in texts else None
    return named if isinstance(named, str) else ""


def summary(problems: Iterable[Problem]) -> str:
    """How many errors and warnings there are, in one line."""
    severities = [problem.severity for problem in problems]
    errors, warnings = (severities.count(severity) for severity in Severity)
    counts = [_count(errors, "error")] * (errors > 0) + [_count(warnings, "warning")] * (warnings > 0)
    return " and ".join(counts) + "." if counts else "No problems."


def _entry(problem: Problem, texts: Mapping[str, Source], where: str, *, colour: bool) -> str:
    place = problem.place
    tint = (RED if problem.severity is Severity.ERROR else YELLOW) if colour else ""
    bold, reset = (BOLD, RESET) if colour else ("", "")
    message = _shortened(in_one_line(problem.message))
    lines = [f"{bold}{in_one_line(str(place))}{reset}: {tint}{problem.severity}{reset}: {message} [{problem.code}]"]
    source = texts.get(place.path)
    if source is not None and (line := source.line(place.line)).strip():
        shown, mark = excerpt(line, place.column, place.length)
        margin = f"{place.line:>5} | "
        lines += [margin + shown, tint + " " * len(margin) + mark + reset]
    lines += [" " * 8 + in_one_line(more) for more in (problem.hint, page_of(problem.code, where)) if more]
    return "\n".join(lines) + "\n"


def _shortened(message: str) -> str:
    """A message in which words of an author that nobody would read to the end are cut."""
    return LONG_WORDS.sub(rf"“\1{CUT}”", message)


def _annotation(problem: Problem, page: str) -> str:
    """One command, its values escaped as GitHub’s own toolkit does it (actions/toolkit, core/src/command.ts)."""
    place = problem.place
    properties = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.length),
        "title": problem.code,
    }
    written = ",".join(f"{name}={_escaped(value, ESCAPED_IN_PROPERTIES)}" for name, value in properties.items())
    message = "\n".join(filter(None, (problem.message, problem.hint, page)))
    return f"::{problem.severity} {written}::{_escaped(message, ESCAPED)}"


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    return "".join(escapes.get(letter, letter) for letter in text)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
