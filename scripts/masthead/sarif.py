"""Problems in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0), which code hosts and editors read."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from masthead.codes import CODES, Code, page_of
from masthead.problem import Problem
from masthead.source import Source

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
PLACES = {code: number for number, code in enumerate(CODES)}


def as_sarif(problems: Iterable[Problem], texts: Mapping[str, Source], repository: str) -> dict[str, Any]:
    """One run with every code as a rule and every problem as a result."""
    rules = [_rule(code, known, page_of(code, repository)) for code, known in CODES.items()]
    run = {
        "tool": {"driver": {"name": "Masthead", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": list(_results(problems, texts)),
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str, known: Code, page: str) -> dict[str, Any]:
    meaning = {"text": known.meaning}
    mistake, repair = known.told or known.mistake, known.remedy or known.repair
    advice = {"text": f"{known.meaning}\n\nA mistake:\n\n{mistake}\n\nIts repair:\n\n{repair}\n"}
    rule = {"id": code, "shortDescription": meaning, "fullDescription": meaning, "help": advice}
    return {**rule, "helpUri": page} if page else rule


def _results(problems: Iterable[Problem], texts: Mapping[str, Source]) -> Iterator[dict[str, Any]]:
    """Each problem with a fingerprint by which a code host knows it again when its line has moved."""
    seen: Counter[str] = Counter()
    for problem in problems:
        hashed = _fingerprint(problem, texts.get(problem.place.path))
        seen[hashed] += 1
        yield {**_result(problem), "partialFingerprints": {"primaryLocationLineHash": f"{hashed}:{seen[hashed]}"}}


def _fingerprint(problem: Problem, source: Source | None) -> str:
    """A hash of the code, the path and the text of the line, which stays when lines are put above it."""
    line = source.line(problem.place.line).strip() if source else ""
    told = "\n".join((problem.code, problem.place.path, line))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:16]


def _result(problem: Problem) -> dict[str, Any]:
    place = problem.place
    region = {"startLine": place.line, "startColumn": place.column, "endColumn": place.column + place.length}
    location = {"artifactLocation": {"uri": quote(place.path)}, "region": region}
    return {
        "ruleId": problem.code,
        "ruleIndex": PLACES[problem.code],
        "level": str(problem.severity),
        "message": {"text": " ".join(filter(None, (problem.message, problem.hint)))},
        "locations": [{"physicalLocation": location}],
    }
