"""What a folder holds and what is wrong with it: load, and check. Imports nothing that only makes pages."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from masthead.checks import check
from masthead.edge import read_day
from masthead.load import Loaded, load
from masthead.memory import Memory, keep, recall
from masthead.problem import Severity, listed


def examine(root: Path) -> Loaded:
    """Everything below `root` with the problems of loading and of all checks."""
    memory = recall(root)
    loaded = examine_again(root, memory)
    if loaded.network is not None:
        keep(memory, root)
    return loaded


def examine_again(root: Path, memory: Memory) -> Loaded:
    """The same with what is remembered of an earlier time, which knows afterwards what was found now."""
    with uncollected():
        loaded = load(root, memory)
        if loaded.network is None:
            return replace(loaded, problems=tuple(listed(loaded.problems)))
        found = check(loaded.network, loaded.sources, read_day(loaded.network.settings.timezone), memory)
        return replace(loaded, problems=tuple(listed((*loaded.problems, *found))))


def has_errors(loaded: Loaded) -> bool:
    """Whether nothing may be built from it."""
    return any(problem.severity is Severity.ERROR for problem in loaded.problems)


@contextmanager
def uncollected() -> Iterator[None]:
    """Without a search for circles among values: records and trees hold none, and they are so many that to search all
    of them again and again would take a third of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
