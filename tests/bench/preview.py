"""How long a writer waits in a preview: `python -m tests.bench.preview FOLDER CONTENDER RUNS` prints JSON.

A browser shows the page of an event, and the event is saved with a word more. Served: the page that holds the word is
had over HTTP. Visible: the server has told the browser of it, and the browser shows the word.
"""

import argparse
import json
import os
import re
import signal
import socket
import statistics
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

from tests.bench.clock import ROOT, SURROUNDINGS, clocked
from tests.bench.contenders import CONTENDERS, EVENT, Contender, python
from tests.bench.tasks import edited

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATIENCE, PAUSE, REST = 900, 0.01, 2.0  # seconds
SHOWN = "word => document.body?.innerText.includes(word)"
HEADS = ("Contender", "Served", "Visible", "Memory of the server")


@dataclass(frozen=True, kw_only=True)
class Wait:
    """Seconds from a save to what is named, the median; and the most memory of the server itself, in bytes."""

    contender: str
    events: int
    served: float
    visible: float
    memory: int


def compared(folder: Path, events: int, names: Sequence[str], runs: int) -> Iterator[Wait]:
    """Those of the contenders that show a preview, one after the other, each in a process of its own."""
    for name in names:
        if CONTENDERS[name].serve:
            arguments = (str(folder.absolute()), name, str(runs))
            _, said = clocked((*python("tests.bench.preview"), *arguments), ROOT)
            yield Wait(contender=name, events=events, **json.loads(said))


def table(waits: Sequence[Wait]) -> str:
    """The waits of one size as a table in Markdown."""
    lines = [f"| {' | '.join(HEADS)} |", f"|{' --- |' * len(HEADS)}"]
    for one in waits:
        lines.append(f"| {one.contender} | {one.served:.2f} s | {one.visible:.2f} s | {one.memory / 1e6:.0f} MB |")
    return "\n".join(lines)


def wait(contender: Contender, project: Path, runs: int) -> dict[str, float]:
    """The medians of so many saves in the folder of a project, by the names of a Wait."""
    with _preview(contender, project) as (address, server), _browser() as page:
        url = f"http://{address}/events/{EVENT}/"
        _until_served(url, "<h1", there=True)
        page.goto(url)
        saves = [_save(page, url, contender, project, f"anew{number}") for number in range(runs)]
        memory = _peak(server)
    served, visible = (statistics.median(one) for one in zip(*saves, strict=True))
    return {"served": served, "visible": visible, "memory": memory}


def _save(page: "Page", url: str, contender: Contender, project: Path, word: str) -> tuple[float, float]:
    time.sleep(REST)  # so that the server is at rest, and the browser listens
    with edited(contender.event)(project, word):
        saved = time.perf_counter()
        _until_served(url, word, there=True)
        served = time.perf_counter() - saved
        page.wait_for_function(SHOWN, arg=word, timeout=PATIENCE * 1000)
        visible = time.perf_counter() - saved
    _until_served(url, word, there=False)
    return served, visible


def _until_served(url: str, word: str, *, there: bool) -> None:
    """Wait until the page is had with the word, or without it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(url, timeout=PATIENCE) as answer:
                if (word in answer.read().decode()) == there:
                    return
        except (OSError, HTTPException):  # it does not answer yet, or not while it builds
            pass
        time.sleep(PAUSE)
    raise TimeoutError(f"{url}: “{word}” is not as it should be")


@contextmanager
def _preview(contender: Contender, project: Path) -> Iterator[tuple[str, int]]:
    """A preview at some address, in a group of processes of its own; the address, and the number of the process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [word.replace("{address}", address) for word in contender.serve]
    null = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=project, env=SURROUNDINGS, stdout=null, stderr=null, start_new_session=True)
    try:
        yield address, process.pid
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextmanager
def _browser() -> Iterator["Page"]:
    from playwright.sync_api import sync_playwright

    from tests.bench.browser import launched

    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser.new_page()
        browser.close()


def _peak(process: int) -> int:
    """The most memory that a process has held so far, in bytes."""
    found = re.search(r"^VmHWM:\s+(\d+) kB$", Path(f"/proc/{process}/status").read_text("ascii"), re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.preview", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder that holds the projects")
    parser.add_argument("contender", choices=[name for name, one in CONTENDERS.items() if one.serve])
    parser.add_argument("runs", type=int)
    options = parser.parse_args()
    contender = CONTENDERS[options.contender]
    print(json.dumps(wait(contender, options.folder / contender.form, options.runs)))


if __name__ == "__main__":
    main()
