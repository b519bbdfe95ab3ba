"""PDFs are made side by side, quietly, and what goes wrong in one is told in a sentence."""

import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from masthead.halt import MastheadError
from masthead.pdf.beside import make_beside
from masthead.pdf.layout import Misprint, MisprintedError
from masthead.pdf.typeset import typeset

MISPRINT = Misprint("word-too-long", "It is.", "Shorter.", "words", "tides", 1)


def fails(*misprints: Misprint) -> bytes:
    raise MisprintedError(misprints)


def crashes(status: int) -> bytes:
    os._exit(status)


def is_killed() -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def breaks() -> bytes:
    raise ZeroDivisionError("division by zero")


def waits_for(own: Path, other: Path) -> bytes:
    own.touch()
    end = time.monotonic() + 60
    while not other.exists() and time.monotonic() < end:
        time.sleep(0.01)
    return str(other.exists()).encode()


def quiet(_: str) -> None:
    """Nobody is told."""


@pytest.fixture(autouse=True)
def _tests_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    root = str(Path(__file__).parents[1])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((root, os.environ.get("PYTHONPATH", ""))))


def test_two_are_made_at_the_same_time(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    assert make_beside({"a.pdf": partial(waits_for, one, two), "b.pdf": partial(waits_for, two, one)}, quiet) == {
        "a.pdf": b"True",
        "b.pdf": b"True",
    }


def test_a_single_one_is_made_without_another_process() -> None:
    assert make_beside({"a.pdf": lambda: str(os.getpid()).encode()}, quiet) == {"a.pdf": str(os.getpid()).encode()}


def test_what_cannot_be_printed_comes_back_and_the_others_are_made() -> None:
    made = make_beside({"a.pdf": partial(fails, MISPRINT), "b.pdf": partial(bytes, 3)}, quiet)
    fault = made["a.pdf"]
    assert isinstance(fault, MisprintedError)
    assert (fault.misprints, made["b.pdf"]) == ((MISPRINT,), bytes(3))


def test_a_crash_is_told_in_one_sentence() -> None:
    made = make_beside(
        {"a.pdf": partial(crashes, 3), "b.pdf": is_killed, "c.pdf": breaks, "d.pdf": partial(bytes, 1)}, quiet
    )
    assert {name: str(fault) for name, fault in made.items() if isinstance(fault, MastheadError)} == {
        "a.pdf": "a.pdf could not be printed: it ended with status 3.",
        "b.pdf": "b.pdf could not be printed: the system stopped it, most likely because there was no memory left.",
        "c.pdf": "c.pdf could not be printed: ZeroDivisionError: division by zero.",
    }


def test_progress_tells_pages_and_on_the_second_round_how_many_there_are() -> None:
    from masthead.pdf.conformance import Conformance

    def make() -> bytes:
        pages = "".join(f'<p id="p{n}" style="break-before: page">Page {n}</p>' for n in range(45))
        style = "<style>a::after { content: target-counter(attr(href), page) }</style>"
        html = f'<html lang="en"><title>A</title>{style}<a href="#p44">end</a>{pages}</html>'
        return typeset(html, {}, Conformance.UA_1)[0]

    steps: list[str] = []
    make_beside({"a.pdf": make}, steps.append)
    first = ["a.pdf: laying out, page 20", "a.pdf: laying out, page 40"]
    again = [f"{step} of about 46" for step in first]
    assert steps == [*first, *again, *again, "a.pdf: writing 46 pages"]
