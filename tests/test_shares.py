"""Work that is shared gives what it gives when one process does it; what does not come back is made here."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from masthead.halt import MastheadError
from masthead.shares import shared, sharing

LOTS = tuple(range(60))
HERE = os.getpid()
COUNTED = """
import threading
from masthead.shares import processes
print(processes())
end = threading.Event()
threading.Thread(target=end.wait).start()
print(processes())
end.set()
"""
ASKED_TO_STOP = """
import os, signal, sys, time
from masthead.shares import shared

def work(lot):
    if lot == 3:
        os.killpg(0, signal.SIGINT)  # as a terminal does
    time.sleep(0.1)
    return {lot: lot}

try:
    shared(work, range(100), 3)
except KeyboardInterrupt:
    time.sleep(0.5)  # so that the others could say something, too
    sys.exit("Stopped.")
"""


def squared(lot: int) -> dict[int, tuple[int, int]]:
    """Takes its time, so that others get some."""
    time.sleep(0.002)
    return {lot: (lot * lot, os.getpid())}


def test_every_lot_is_done_once_by_one_of_several_processes(tmp_path: Path) -> None:
    def work(lot: int) -> dict[int, tuple[int, int]]:
        (tmp_path / str(os.getpid())).touch()
        end = time.monotonic() + 60
        while len(list(tmp_path.iterdir())) < 3 and time.monotonic() < end:  # until all have begun
            time.sleep(0.01)
        return squared(lot)

    done = shared(work, LOTS, 3)
    assert {lot: square for lot, (square, _) in done.items()} == {lot: lot * lot for lot in LOTS}
    assert len({process for _, process in done.values()}) == 3


def test_one_process_does_all() -> None:
    assert {process for _, process in shared(squared, LOTS, 1).values()} == {HERE}


@pytest.mark.parametrize("fault", [MastheadError("No."), FileNotFoundError(2, "No such file")])
def test_what_another_process_fails_at_is_met_here(fault: Exception) -> None:
    def work(lot: int) -> dict[int, tuple[int, int]]:
        if lot == 30:
            raise fault
        return squared(lot)

    with pytest.raises(type(fault), match="No"):
        shared(work, LOTS, 3)


def test_what_a_process_had_done_before_the_system_stopped_it_is_done_here() -> None:
    def work(lot: int) -> dict[int, tuple[int, int]]:
        if os.getpid() != HERE and lot > 10:
            os._exit(9)
        return squared(lot)

    done = shared(work, LOTS, 3)
    assert {lot: square for lot, (square, _) in done.items()} == {lot: lot * lot for lot in LOTS}


def test_something_else_is_done_meanwhile() -> None:
    with sharing(squared, LOTS, 2) as made:
        own = squared(1)
        others = made()
    assert (own[1][1], HERE in {process for _, process in others.values()}) == (HERE, False)


def test_when_something_else_fails_nobody_goes_on(tmp_path: Path) -> None:
    def work(lot: int) -> dict[int, int]:
        (tmp_path / str(lot)).touch()
        time.sleep(0.02)
        return {}

    with pytest.raises(ZeroDivisionError), sharing(work, range(1000), 2):
        raise ZeroDivisionError
    done = len(list(tmp_path.iterdir()))
    time.sleep(0.2)
    assert len(list(tmp_path.iterdir())) == done < 1000


def test_a_process_of_several_threads_is_not_copied() -> None:
    """Seen in a new process, in which no other test has left a thread."""
    run = subprocess.run([sys.executable, "-c", COUNTED], capture_output=True, text=True, check=True)
    assert run.stdout.split() == [str(len(os.sched_getaffinity(0))), "1"]


def test_when_all_processes_are_asked_to_stop_one_says_so() -> None:
    command = [sys.executable, "-c", ASKED_TO_STOP]
    run = subprocess.run(command, capture_output=True, text=True, check=False, start_new_session=True)
    assert (run.returncode, run.stderr) == (1, "Stopped.\n")
