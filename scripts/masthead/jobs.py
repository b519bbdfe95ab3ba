"""Jobs done by all processors. A process that is forked knows everything that this one has read, so nothing is read,
checked or handed over twice; what it makes comes back pickled.

Only Linux forks without harm, and only a process of one thread: elsewhere everything is made here, which is also what
happens to a share that does not come back. Who does what is decided while it is done, and changes no result.
"""

import gc
import multiprocessing
import os
import pickle
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import Synchronized
from operator import itemgetter

from masthead.artifact import Artifact, Job, done

FEW = 200  # jobs that are done before another process is at work
SHARE = 16  # jobs between two looks at what is left

Jobs = Sequence[Artifact | Job]
Lot = Sequence[int]  # jobs by their places
Made = dict[int, Artifact]


def processes() -> int:
    """How many processes may work at the same time."""
    can_fork = sys.platform == "linux" and threading.active_count() == 1
    return len(os.sched_getaffinity(0)) if can_fork else 1


def do(jobs: Jobs, number: int) -> list[Artifact]:
    """What all jobs make, in their order, by so many processes where there are many. Artifacts are done already."""
    made = _shared(jobs, number) if number > 1 and len(jobs) >= FEW else {}
    return [made[place] if place in made else done(job) for place, job in enumerate(jobs)]


def _shared(jobs: Jobs, number: int) -> Made:
    context, lots = multiprocessing.get_context("fork"), _lots(jobs)
    taken: Synchronized[int] = context.Value("i", 0)
    made: Made = {}
    with _records_at_rest():
        helpers = []
        for _ in range(number - 1):
            answer, told = context.Pipe(duplex=False)
            helper = context.Process(target=_help, args=(jobs, lots, taken, told), daemon=True)
            helper.start()
            told.close()  # so that the answer ends when the helper does
            helpers.append((helper, answer))
        made |= _work(jobs, lots, taken)
        for helper, answer in helpers:
            made |= _answer(answer)
            helper.join()
    return made


def _help(jobs: Jobs, lots: Sequence[Lot], taken: "Synchronized[int]", told: Connection) -> None:
    told.send_bytes(pickle.dumps(_work(jobs, lots, taken), pickle.HIGHEST_PROTOCOL))


def _answer(answer: Connection) -> Made:
    """What a helper has made; nothing where it failed, and then whatever it failed for is met here."""
    try:
        made: Made = pickle.loads(answer.recv_bytes())  # noqa: S301 (written by a process of ours)
    except EOFError:
        return {}
    return made


def _work(jobs: Jobs, lots: Sequence[Lot], taken: "Synchronized[int]") -> Made:
    """What the lots make that this process takes, one after the other, as long as there are any."""
    return {place: done(jobs[place]) for lot in _left(lots, taken) for place in lot}


def _left(lots: Sequence[Lot], taken: "Synchronized[int]") -> Iterator[Lot]:
    while True:
        with taken.get_lock():
            number = taken.value
            taken.value += 1
        if number >= len(lots):
            return
        yield lots[number]


def _lots(jobs: Jobs) -> list[Lot]:
    """The jobs in pieces, the largest first, so that no process is left alone with one at the end."""
    lots: list[Lot] = []
    left = ((place, one.lot) for place, one in enumerate(jobs) if isinstance(one, Job))
    for name, group in groupby(left, key=itemgetter(1)):
        places = [place for place, _ in group]
        size = len(places) if name else SHARE
        lots += [places[start : start + size] for start in range(0, len(places), size)]
    return sorted(lots, key=len, reverse=True)


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
