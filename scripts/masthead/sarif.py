"""Problems in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0), which code hosts and editors read."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from masthead.codes import CODES, page_of
from masthead.problem import Problem

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(problems: Iterable[Problem], repository: str) -> dict[str, Any]:
    """One run with every code as a rule and every problem as a result."""
    rules = [_rule(code, known.meaning, page_of(code, repository)) for code, known in CODES.items()]
    driver = {"name": "Masthead", "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in problems],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str, meaning: str, page: str) -> dict[str, Any]:
    rule = {"id": code, "shortDescription": {"text": meaning}}
    return {**rule, "helpUri": page} if page else rule


def _result(problem: Problem) -> dict[str, Any]:
    place = problem.place
    region = {"startLine": place.line, "startColumn": place.column, "endColumn": place.column + place.length}
    location = {"artifactLocation": {"uri": quote(place.path)}, "region": region}
    return {
        "ruleId": problem.code,
        "level": str(problem.severity),
        "message": {"text": " ".join(filter(None, (problem.message, problem.hint)))},
        "locations": [{"physicalLocation": location}],
    }
