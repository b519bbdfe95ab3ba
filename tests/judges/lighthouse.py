"""Lighthouse's verdict on a page: its scores, its times, its layout shift, and what was sent, as a phone sees it."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "node_modules" / "lighthouse" / "cli" / "index.js"
ATTEMPTS = 3
CHROMIUM_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
KINDS = ("document", "stylesheet", "script", "font", "image")


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """Scores are out of 100, times in milliseconds, bytes as sent. `faults` names each audit that took points."""

    performance: int
    accessibility: int
    best_practices: int
    seo: int
    largest_paint: int
    blocking: int
    shift: float
    sent: Mapping[str, int]
    faults: tuple[str, ...]

    @property
    def text_bytes(self) -> int:
        """HTML, CSS and JavaScript together."""
        return sum(self.sent[kind] for kind in ("document", "stylesheet", "script"))


def judge(url: str) -> Verdict:
    """Open a page for the first time on a simulated phone (Lighthouse's own default) and judge it.

    Where Chromium was too busy to record how the page came (a runtime error of Lighthouse), it is opened again.
    """
    for _ in range(ATTEMPTS - 1):
        if not (report := _report(url)).get("runtimeError"):
            return _verdict(report)
    return _verdict(_report(url))


def _report(url: str) -> dict[str, Any]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "Chromium is missing: run `make test`, which installs it or says how."
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.json"
        command = ("node", PROGRAM, url, "--quiet", "--output=json", f"--output-path={path}")
        surroundings = {**os.environ, "CHROME_PATH": chromium, "TMPDIR": folder}
        run = subprocess.run(
            [*map(str, command), f"--chrome-flags={CHROMIUM_FLAGS}"],
            env=surroundings, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert path.is_file(), run.stdout + run.stderr
        report: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return report


def _verdict(report: Mapping[str, Any]) -> Verdict:
    audits = report["audits"]
    scores = {name: round(one["score"] * 100) for name, one in report["categories"].items()}
    weighed = (ref["id"] for one in report["categories"].values() for ref in one["auditRefs"] if ref["weight"])
    sent = dict.fromkeys(KINDS, 0)
    for request in audits["network-requests"]["details"]["items"]:
        kind = request["resourceType"].lower()
        sent[kind] = sent.get(kind, 0) + request["transferSize"]
    return Verdict(
        performance=scores["performance"],
        accessibility=scores["accessibility"],
        best_practices=scores["best-practices"],
        seo=scores["seo"],
        largest_paint=round(audits["largest-contentful-paint"]["numericValue"]),
        blocking=round(audits["total-blocking-time"]["numericValue"]),
        shift=round(audits["cumulative-layout-shift"]["numericValue"], 4),
        sent=sent,
        faults=tuple(sorted({one for one in weighed if audits[one]["score"] not in (None, 1)})),
    )
