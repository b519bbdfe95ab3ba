"""What a folder holds and what is wrong with it: load, and check. Imports nothing that only makes pages."""

from dataclasses import replace
from pathlib import Path

from masthead.checks import check
from masthead.collector import uncollected
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
    with uncollected():  # a third of the time
        loaded = load(root, memory)
        if loaded.network is None:
            return replace(loaded, problems=tuple(listed(loaded.problems)))
        found = check(loaded.network, loaded.sources, read_day(loaded.network.settings.timezone), memory)
        return replace(loaded, problems=tuple(listed((*loaded.problems, *found))))


def has_errors(loaded: Loaded) -> bool:
    """Whether nothing may be built from it."""
    return any(problem.severity is Severity.ERROR for problem in loaded.problems)
