"""Work that is shared among as many processes as there are processors.

Each begins as a copy of this one (fork), so that nothing has to be sent to it. Elsewhere than on Linux, where a copy
may not do everything, this process does all of it.
"""

import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar

from masthead.halt import MastheadError

Item = TypeVar("Item")
Result = TypeVar("Result")
CAN_FORK = sys.platform == "linux"


def shared(work: Callable[[Sequence[Item]], Result], items: Sequence[Item], least: int) -> list[Result]:
    """What `work` makes of each share of the items, where there are at least so many of them, else of all at once.

    Raises what `work` raises, MastheadError or OSError, and MastheadError where a share was never done.
    """
    number = os.cpu_count() or 1
    if not CAN_FORK or number == 1 or len(items) < least:
        return [work(items)]
    running = [_started(work, items[share::number]) for share in range(1, number)]
    first = work(items[::number])
    return [first, *(_answer(answer) for answer in running)]


def _started(work: Callable[[Sequence[Item]], Result], share: Sequence[Item]) -> Connection:
    """Where the answer of a process comes from that does a share. It ends with this one, if that is stopped."""
    answer, mine = multiprocessing.Pipe(duplex=False)
    multiprocessing.get_context("fork").Process(target=_do, args=(work, share, mine), daemon=True).start()
    mine.close()
    return answer


def _do(work: Callable[[Sequence[Item]], Result], share: Sequence[Item], answer: Connection) -> None:
    made: Result | MastheadError | OSError
    try:
        made = work(share)
    except (MastheadError, OSError) as fault:
        made = fault
    answer.send(made)


def _answer(sender: "Connection[None, Result | MastheadError | OSError]") -> Result:
    try:
        made = sender.recv()
    except EOFError:
        raise MastheadError("A part of the work was stopped by the system. Is there enough memory?") from None
    if isinstance(made, MastheadError | OSError):
        raise made
    return made
