"""Proves that the tests bite: switches each rule off in turn, and names a test of messages that then fails.

`python -m tests.bite` prints the table; `--write` puts it into docs/bite.md, too. Exit 0 where every switch makes a
test fail, 1 where one does not. A rule is a code (its problems are dropped), a check (it finds nothing) or a kind of
fault that pydantic finds in a record (it is not told). Each runs in a process of its own, with this file as a plugin of
pytest, and only on the test that uses the rule; where none of messages does, on the example of the code, or on all.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from masthead import checks, examine, faults, load, misprints, press, wordings
from masthead.checks.subject import basis_of, subjects_of
from masthead.codes import CODES
from masthead.edge import EPOCH
from masthead.model.network import Network
from masthead.source import Sources
from tests.conftest import DAY, NOON, copy_of_small
from tests.test_messages import SLIPS, Slip

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "bite.md"
CHECKS = (
    "CHECKS", "CHECKS_OF_TEXTS", "CHECKS_OF_ONE", "CHECKS_OF_FILES", "CHECKS_OF_SINGLE_FILES", "CHECKS_ON_DAY",
)  # fmt: skip
SWITCH = "MASTHEAD_SWITCHED_OFF"
TESTS = "tests/test_messages.py"
CODES_TESTS = "tests/test_codes.py"
SLIP_TEST = "test_a_slip_is_reported_at_its_place_with_what_to_do"
INTRO = """# The tests bite

Each rule is switched off in turn, and a test fails: `make prove` does so, and `python -m tests.bite --write` writes
this page again. Beside each rule stands a test that fails without it. A code is switched off by dropping its problems,
a check by finding nothing, and a fault, which is a kind that pydantic knows, by silence.

| What is switched off | The test that fails |
| --- | --- |
"""


def pytest_configure(config: pytest.Config) -> None:
    """Switch one rule off before any test is read."""
    del config
    kind, _, name = os.environ.get(SWITCH, "").partition(" ")
    if kind:
        SWITCHES[kind](name)


def _drop_code(code: str) -> None:
    whole = examine.examine

    def without(root: Path) -> Any:
        loaded = whole(root)
        return replace(loaded, problems=tuple(one for one in loaded.problems if one.code != code))

    class Without(misprints.UnprintableError):
        """What the printed pages show, without the code."""

        def __init__(self, problems: Iterable[Any], sources: Any) -> None:
            super().__init__(tuple(one for one in problems if one.code != code), sources)

    examine.examine = without
    setattr(press, "UnprintableError", Without)  # noqa: B010 (to mypy it is a class, and no variable)


def _drop_check(name: str) -> None:
    for registry in CHECKS:
        known = getattr(checks, registry)
        kept = [one for one in known if one.__name__ != name]
        setattr(checks, registry, {one: known[one] for one in kept} if isinstance(known, dict) else tuple(kept))


def _drop_fault(kind: str) -> None:
    told = faults.schema_problems

    def without(source: Any, model: Any, errors: Iterable[Any], zone: str = "") -> Any:
        return told(source, model, [error for error in errors if error["type"] != kind], zone)

    _tell_by(without)


def _tell_by(tell: Callable[..., Any]) -> None:
    """Let the loader, which imports it by name, put faults into words by `tell`."""
    setattr(load, "schema_problems", tell)  # noqa: B010 (mypy knows that the name is another module’s)


SWITCHES: dict[str, Callable[[str], None]] = {"code": _drop_code, "check": _drop_check, "fault": _drop_fault}
DIALECT = ("missing", "extra_forbidden", "enum", "literal_error", "string_pattern_mismatch")  # worded by functions


def rules() -> Iterator[str]:
    """Every rule that can be switched off: kind and name."""
    own = (ROOT / "scripts/masthead/model").glob("*.py")
    raised = (
        re.findall(r'(?:PydanticCustomError|Rule)\(\s*"([^"]+)"', path.read_text(encoding="utf-8")) for path in own
    )
    kinds = {*wordings.WORDS, *DIALECT, *(kind for found in raised for kind in found)}
    yield from (f"code {code}" for code in CODES)
    yield from (f"check {one.__name__}" for registry in CHECKS for one in getattr(checks, registry))
    yield from (f"fault {kind}" for kind in sorted(kinds))


def users() -> dict[str, list[str]]:
    """For each rule, the facts of the messages that use it."""
    found: dict[str, list[str]] = {rule: [] for rule in rules()}
    for slip in SLIPS:
        with tempfile.TemporaryDirectory() as folder:
            for rule in {*_used(slip, Path(folder) / "small")} & found.keys():
                found[rule].append(slip.fact)
    return found


def _used(slip: Slip, root: Path) -> Iterator[str]:
    """The rules that find something in a slip."""
    slip.make(copy_of_small(root))
    kinds: list[str] = []
    told = faults.schema_problems

    def record(source: Any, model: Any, errors: list[Any], zone: str = "") -> Any:
        kinds.extend(error["type"] for error in errors)
        return told(source, model, errors, zone)

    _tell_by(record)
    loaded = examine.examine(root)
    _tell_by(told)
    yield from (f"fault {kind}" for kind in kinds)
    yield from (f"code {problem.code}" for problem in loaded.problems)
    if loaded.network:
        yield from (f"check {one.__name__}" for one in _finding(loaded.network, loaded.sources))


def _finding(network: Network, sources: Sources) -> Iterator[Callable[..., Any]]:
    """The checks that find something."""
    subjects, basis = subjects_of(network, sources), basis_of(network, sources)
    given: dict[str, list[tuple[Any, ...]]] = {
        "CHECKS": [(network, sources)],
        "CHECKS_OF_TEXTS": [(network, sources, subjects)],
        "CHECKS_OF_ONE": [(subject,) for subject in subjects.values()],
        "CHECKS_OF_FILES": [(file, basis) for file in sources.files.values()],
        "CHECKS_OF_SINGLE_FILES": [(network, sources)],
        "CHECKS_ON_DAY": [(network, sources, DAY)],
    }
    for registry, each in given.items():
        yield from (
            one for one in getattr(checks, registry) if any(problem for values in each for problem in one(*values))
        )


def first_failure(rule: str, facts: list[str]) -> str:
    """The name of the first test that fails while a rule is switched off; empty where none does."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "-p", "tests.bite", "-p", "no:cacheprovider"]
    kind, _, name = rule.partition(" ")
    own = ["-k", f"gives_its_code and {name}", CODES_TESTS] if kind == "code" else [TESTS, CODES_TESTS]
    tests = [f"{TESTS}::{SLIP_TEST}[{fact}]" for fact in facts] or own
    done = subprocess.run(
        [*command, *tests], cwd=ROOT, env={**os.environ, SWITCH: rule}, capture_output=True, text=True, check=False
    )
    failed = re.search(r"^FAILED tests/\w+\.py::(.+?)(?: - .*)?$", done.stdout, re.MULTILINE)
    return failed[1] if failed and done.returncode == 1 else ""


def table(rows: Iterable[tuple[str, str]]) -> str:
    """The rules and their tests as Markdown."""
    return INTRO + "".join(f"| {rule} | {_fact(test) or '**none**'} |\n" for rule, test in rows)


def _fact(test: str) -> str:
    """The fact that a test states: its parameter, or its name in words."""
    return re.sub(r"^.*\[(.*)\]$|^test_", r"\1", test).replace("_", " ")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the table into docs/bite.md")
    options = parser.parse_args()
    os.environ[EPOCH] = NOON
    used = users()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        rows = list(zip(used, pool.map(first_failure, used, used.values()), strict=True))
    text = table(rows)
    print(text.removeprefix(INTRO), end="")
    if options.write:
        PAGE.write_text(text, encoding="utf-8")
    toothless = [rule for rule, test in rows if not test]
    print(f"{len(rows) - len(toothless)} of {len(rows)} rules are held by a test.")
    return 1 if toothless else 0


if __name__ == "__main__":
    sys.exit(main())
