"""Work that is shared by all processors.

A process that is forked knows everything that this one has read, so nothing is read, checked or handed over twice; what
it makes comes back pickled, and what it needed besides ends with it: this process waits, or does what cannot be shared.
Only Linux forks without harm, and only a process of one thread: elsewhere everything is made here. So is what does not
come back, and whatever it failed for is then met here. Who does what is decided while it is done, and changes no
result.
"""

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from multiprocessing.sharedctypes import Synchronized
from typing import TypeVar

from masthead.halt import MastheadError

Item = TypeVar("Item")
Key = TypeVar("Key")
Made = TypeVar("Made")
Work = Callable[[Item], Mapping[Key, Made]]


def processes() -> int:
    """How many processes may work at the same time."""
    can_fork = sys.platform == "linux" and threading.active_count() == 1
    return len(os.sched_getaffinity(0)) if can_fork else 1


def shared(work: Work[Item, Key, Made], lots: Sequence[Item], number: int) -> dict[Key, Made]:
    """What `work` makes of all lots, by so many processes, each of which takes one lot after the other."""
    with sharing(work, lots, number) as made:
        return made()


@contextmanager
def sharing(work: Work[Item, Key, Made], lots: Sequence[Item], number: int) -> Iterator[Callable[[], dict[Key, Made]]]:
    """The same, while this process does something else; what is given waits for it."""
    context = multiprocessing.get_context("fork")
    taken: Synchronized[int] = context.Value("i", 0)
    helpers: list[tuple[ForkProcess, Connection]] = []
    with _records_at_rest():
        try:
            for _ in range(min(number, len(lots))) if number > 1 else ():
                answer, told = context.Pipe(duplex=False)
                helper = context.Process(target=_help, args=(work, lots, taken, told), daemon=True)
                helper.start()
                told.close()  # so that the answer ends when the helper does
                helpers.append((helper, answer))
            yield partial(_gathered, work, lots, (answer for _, answer in helpers))
        finally:  # where it did not come to its end, whoever clears up meets nobody who still writes
            for helper, _ in helpers:
                helper.kill()
                helper.join()


def _gathered(work: Work[Item, Key, Made], lots: Sequence[Item], answers: Iterable[Connection]) -> dict[Key, Made]:
    """What all helpers have made, and what none has."""
    made: dict[Key, Made] = {}
    done: set[int] = set()
    for answer in answers:
        with suppress(EOFError):  # it was stopped
            theirs, places = pickle.loads(answer.recv_bytes())  # noqa: S301 (written by a process of ours)
            made |= theirs
            done |= places
    for place in range(len(lots)):
        if place not in done:
            made |= work(lots[place])
    return made


def _help(work: Work[Item, Key, Made], lots: Sequence[Item], taken: "Synchronized[int]", told: Connection) -> None:
    for request in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(request, signal.SIG_DFL)  # a terminal asks all processes to stop; one of them says so
    made: dict[Key, Made] = {}
    done: set[int] = set()
    with suppress(MastheadError, OSError):
        for place in _left(lots, taken):
            made |= work(lots[place])
            done.add(place)
    told.send_bytes(pickle.dumps((made, done), pickle.HIGHEST_PROTOCOL))


def _left(lots: Sequence[Item], taken: "Synchronized[int]") -> Iterator[int]:
    """The places of the lots that this process takes, as long as there are any."""
    while True:
        with taken.get_lock():
            number = taken.value
            taken.value += 1
        if number >= len(lots):
            return
        yield number


@contextmanager
def _records_at_rest() -> Iterator[None]:
    """Whoever looks for unused cycles passes over all that is there already: thousands of records, which then need not
    be copied for the other processes either.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
