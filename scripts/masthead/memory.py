"""What was read from files that are well formed, and what was found in those that are judged alone, remembered from one
run to the next: `.masthead/checked.json`.

The key of a finding is a hash of all that it was worked out from, and the memory is that of one state of Masthead’s
code and of the libraries. Where it is missing, broken or of another state, everything is worked out; where it cannot be
written, it is so the next time, too. It changes nothing but the time that a check takes.
"""

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from masthead.edge import WORKROOM, make_workroom
from masthead.model.record import Filed
from masthead.nodes import Plain
from masthead.problem import Place, Problem, Severity
from masthead.source import File, Source
from masthead.unchanged import FRESH_NS, State, state_of, state_of_masthead

if TYPE_CHECKING:
    from masthead.checks.subject import Subject

NAME = "checked.json"
Written = list[Any]  # a problem as JSON holds it


@dataclass
class Memory:
    """Fields and problems by key: those of the last run, and those for which this one has asked. A program that runs on
    remembers the very files, records and subjects besides, so that all that was worked out for one stays with it.
    """

    state: str = ""
    known: dict[str, Any] = field(default_factory=dict, repr=False)
    asked: dict[str, Any] = field(default_factory=dict, repr=False)
    read: dict[str, tuple[State, Source | File]] = field(default_factory=dict, repr=False)
    records: dict[str, tuple[str, str, Filed]] = field(default_factory=dict, repr=False)
    subjects: Mapping[str, "Subject"] = field(default_factory=dict, repr=False)

    def next(self) -> "Memory":
        """What the next run remembers."""
        return Memory(self.state, self.asked or self.known, {}, self.read, self.records, self.subjects)

    def unchanged(self, path: str, status: os.stat_result) -> Source | File | None:
        """What was read at this path, if the file is in the state that it was in before it was read."""
        state, known = self.read.get(path, (None, None))
        return known if state == state_of(status) else None

    def keep_read(self, path: str, status: os.stat_result, read: Source | File) -> None:
        """Remember what was read at a path, unless the file is so young that it can change within the same moment."""
        if status.st_mtime_ns < time.time_ns() - FRESH_NS:
            self.read[path] = state_of(status), read

    def fields(self, path: str, text: str) -> dict[str, Plain] | None:
        """What was read from a file with this text before, if nothing was wrong with its form."""
        known = self.known.get(_of_fields(path, text))
        return known if isinstance(known, dict) else None

    def keep_fields(self, source: Source) -> None:
        """Remember the fields of a file of which nothing is wrong with the form."""
        self.asked[_of_fields(source.path, source.text)] = source.content

    def record(self, source: Source, zone: str) -> Filed | None:
        """The very record that was made of a file with this text before."""
        text, where, record = self.records.get(source.path, ("", "", None))
        return record if (text, where) == (source.text, zone) else None

    def keep_record(self, source: Source, zone: str, record: Filed) -> None:
        """Remember a record of which nothing is wrong."""
        self.records[source.path] = source.text, zone, record

    def problems(self, name: str, find: Callable[[], Iterable[Problem]]) -> tuple[Problem, ...]:
        """What was found under this name before, which is a hash of all that decides, or is found now."""
        try:
            found = tuple(map(_read, self.known[name])) if name in self.known else tuple(find())
        except (KeyError, TypeError, ValueError):  # somebody has written into it
            found = tuple(find())
        self.asked[name] = [_written(one) for one in found]
        return found


def recall(root: Path) -> Memory:
    """What is remembered of the publication at `root`."""
    state = state_of_masthead()
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads((root / WORKROOM / NAME).read_bytes())
        if kept["state"] == state:
            return Memory(state, dict(kept["found"]))
    return Memory(state)


def keep(memory: Memory, root: Path) -> None:
    """Remember what was asked for, and nothing else; leave the file alone where it holds just that."""
    if memory.asked == memory.known:
        return
    with suppress(OSError):
        room = make_workroom(root)
        partial = room / f"{NAME}.partial"
        partial.write_text(json.dumps({"state": memory.state, "found": memory.asked}), encoding="utf-8")
        partial.replace(room / NAME)


def _of_fields(path: str, text: str) -> str:
    return hash_of(("fields", path, text))


def hash_of(key: Iterable[str]) -> str:
    """One hash of several texts."""
    made = hashlib.sha256()
    for part in key:
        text = part.encode("utf-8", "surrogatepass")
        made.update(b"%d " % len(text))
        made.update(text)
    return made.hexdigest()


def _written(one: Problem) -> Written:
    place = one.place
    return [place.path, place.line, place.column, place.length, one.code, one.message, one.hint, one.severity.name]


def _read(written: Written) -> Problem:
    *place, code, message, hint, severity = written
    return Problem(Place(*place), code, message, hint, Severity[severity])
