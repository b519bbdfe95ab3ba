"""Whether a build would make what lies there already: answered before anything heavy is imported, in about 0.1 s.

A build notes, last of all, what it rested on: every file that it read, of the publication and of Masthead itself; the
installed libraries; its arguments; the zone, the day and the stamp of the last change; the day until which no clock
changes anything; and the site that it left. Where all of that is as it was, the next build says so and makes nothing.

A file is as it was where its state is: mode, size, time of the last change, inode. Where the state differs and the size
does not, its content decides, so that a touch builds nothing again. Not seen is a library that somebody edits where it
is installed; remove `.masthead/built` then. Nothing is noted of a build without a PDF, because Pango may be there
the next time, nor where mkdocs.yml leads to files that only the engine reads.

The note has three parts, each read only where it is needed: a line of JSON that says what the build rested on, a line
of JSON that says what is known of the site for the next one to take over, and the states of the site’s files. As long
as nothing has changed, `dataclasses` is not imported, nor `hashlib` where no content decides: each would take a tenth
of the time.
"""

import datetime as dt
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import TZPATH

from masthead.edge import WORKROOM, Edge, read_edge
from masthead.made import Made
from masthead.rooms import CONFIG, ROOMS

if TYPE_CHECKING:
    from masthead.kept import Before, Known

NOTE = "built"
PACKAGE = Path(__file__).parent
COMPILED = "__pycache__"
SEARCHED = tuple(sys.path)  # before libraries are imported: some of them add to it
READ_BY_THE_ENGINE_ALONE = ("hooks", "snippets")
FRESH_NS = 2_000_000_000  # a file that is younger can change again without another time: its content decides

State = tuple[int, int, int, int]  # mode, size, time of the last change in ns, inode
AGE = 2


class Asked(NamedTuple):
    """What somebody asks to have built."""

    root: Path
    engine: str
    site: Path
    conformance: str


class Told(NamedTuple):
    """What a build said: what it made, and its report of warnings, for a terminal without and with colours."""

    made: Made
    report: str = ""
    coloured: str = ""


Inputs = Mapping[str, tuple[State, str]]  # of each file the state and a hash of its content, by its full path


def read_inputs(root: Path) -> Inputs:
    """Every file on which a build rests, read before the build reads it: what changes meanwhile is seen later."""
    fresh = time.time_ns() - FRESH_NS
    found = dict(_inputs(root))
    hashes = {path: _hash(path) for path in found}
    return {path: (_aged(state) if state[AGE] > fresh else state, hashes[path]) for path, state in found.items()}


def remember(asked: Asked, inputs: Inputs, edge: Edge, until: dt.date, told: Told, known: "Known") -> None:
    """Note what a build rested on. One that cannot be noted is a build all the same; the next one makes all anew."""
    config = (asked.root / CONFIG).read_text(encoding="utf-8")
    if told.made.pdf is None or any(word in config for word in READ_BY_THE_ENGINE_ALONE):
        return
    from masthead.kept import json_pieces

    note = {
        "key": _key(asked),
        "zone": edge.zone,
        "since": edge.day.isoformat(),
        "until": until.isoformat(),
        "stamp": edge.stamp.isoformat(),
        "inputs": inputs,
        "told": told._asdict() | {"made": told.made._asdict()},
    }
    with suppress(OSError):
        partial = edge.workroom / f"{NOTE}.partial"
        with partial.open("wb") as file:
            file.write(json.dumps(note, default=str).encode() + b"\n")
            file.writelines(piece.encode() for piece in json_pieces(known))
            file.write(b"\n" + _states(asked.site))
        partial.replace(edge.workroom / NOTE)


def remembered(asked: Asked) -> Told | None:
    """What the last build said, where another one would say and make the same; else None."""
    try:
        line, _, states = _parts(asked.root)
        note = json.loads(line)
        known = note["key"] == _key(asked) and _is_that_day(asked.root, note)
        if not known or not _are_those(note["inputs"], dict(_inputs(asked.root))) or states != _states(asked.site):
            return None
        made = note["told"].pop("made")
        made |= {name: Path(made[name]) for name in ("site", "pdf", "calendar")}
        return Told(Made(**made), **note["told"])
    except (OSError, ValueError, KeyError, TypeError):  # never written, half written, or by another version
        return None


def before_of(asked: Asked) -> "Before | None":
    """The site, where it is, file by file, what this very Masthead with these libraries and arguments has left there.
    Then what would be the same can be taken from it.
    """
    from masthead.kept import Before, Known

    try:
        line, known, states = _parts(asked.root)
        note = json.loads(line)
        ours = {path: state for path, state in note["inputs"].items() if Path(path).is_relative_to(PACKAGE)}
        is_ours = note["key"] == _key(asked) and _are_those(ours, dict(_below(PACKAGE)))
        return Before(asked.site, Known.read(json.loads(known))) if is_ours and states == _states(asked.site) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _parts(root: Path) -> list[bytes]:
    """The three parts of the note. Raises ValueError, where they are unpacked, if they are fewer."""
    return (root / WORKROOM / NOTE).read_bytes().split(b"\n", 2)


def _key(asked: Asked) -> str:
    """All that decides what is made, files and time aside."""
    libraries = [(path, *found) for path in SEARCHED if (found := tuple(_libraries(path)))]
    arguments = (str(asked.root), asked.engine, str(asked.site), str(asked.conformance))
    return repr((sys.version, libraries, arguments))


@cache
def state_of_masthead() -> str:
    """A hash of the states of Masthead’s own files, of the libraries, of the time zones and of Python, when the process
    first asked: it goes on with what it has imported.
    """
    from hashlib import sha256

    zones = [(one, Path(one).stat().st_mtime_ns) for one in TZPATH if Path(one).is_dir()]
    libraries = [one for path in SEARCHED for one in _libraries(path)]
    return sha256(repr((sys.version, libraries, zones, sorted(_below(PACKAGE)))).encode()).hexdigest()


def _libraries(folder: str) -> Iterator[tuple[str, int]]:
    """What is installed in a folder: the names of the notes of its installer, which hold versions, and their times."""
    with suppress(OSError), os.scandir(folder) as entries:
        infos = [one for one in entries if one.name.endswith((".dist-info", ".egg-info"))]
        yield from sorted((one.name, one.stat().st_mtime_ns) for one in infos)


def _is_that_day(root: Path, note: Mapping[str, str]) -> bool:
    """Whether it is a day for which the answer holds, and the last change is the one it was."""
    edge = read_edge(root, note["zone"])
    return note["since"] <= edge.day.isoformat() < note["until"] and edge.stamp.isoformat() == note["stamp"]


def _are_those(inputs: Mapping[str, tuple[list[int], str]], found: Mapping[str, State]) -> bool:
    """Whether files are as they were noted, and none is there or gone besides."""
    if found.keys() != inputs.keys():
        return False
    others = (path for path, state in found.items() if state != tuple(inputs[path][0]))
    return all(found[path][:AGE] == tuple(inputs[path][0][:AGE]) and _hash(path) == inputs[path][1] for path in others)


def _inputs(root: Path) -> Iterator[tuple[str, State]]:
    """Every file of the publication and of Masthead. Hidden files of the publication are nobody's records."""
    with suppress(FileNotFoundError):
        yield str(root / CONFIG), state_of((root / CONFIG).stat())
    for room in ROOMS:
        yield from _below(root / room)
    yield from _below(PACKAGE)


def _below(folder: Path) -> Iterator[tuple[str, State]]:
    """Files and folders below a folder, without hidden ones. Of a folder only the mode tells something: its time
    changes with its files.
    """
    left = [str(folder)]
    while left:
        with suppress(OSError), os.scandir(left.pop()) as entries:  # git keeps no empty rooms
            for entry in entries:
                if entry.name == COMPILED or entry.name.startswith("."):
                    continue
                status = entry.stat(follow_symlinks=False)
                if entry.is_dir(follow_symlinks=False):
                    left.append(entry.path)
                    yield entry.path, (status.st_mode, 0, 0, 0)
                else:
                    yield entry.path, state_of(status)


def state_of(status: os.stat_result) -> State:
    """What is other where a file is another one, or was written again."""
    return status.st_mode, status.st_size, status.st_mtime_ns, status.st_ino


def _aged(state: State) -> State:
    """A state that no file has, so that its content decides."""
    mode, size, _, inode = state
    return mode, size, 0, inode


def _hash(path: str) -> str:
    """A hash of a file's content; empty for a folder, and where nobody may read it."""
    from hashlib import sha256

    with suppress(OSError):
        return sha256(Path(path).read_bytes()).hexdigest()
    return ""


def _states(site: Path) -> bytes:
    """The states of all files of a site: they are many thousands, and none of them may have changed."""
    left, states = [str(site)], []
    while left:
        with suppress(OSError), os.scandir(left.pop()) as entries:
            for entry in entries:
                status = entry.stat(follow_symlinks=False)
                if entry.is_dir(follow_symlinks=False):
                    left.append(entry.path)
                    states.append(f"{entry.path} {status.st_mode}")
                else:
                    changed = status.st_mtime_ns
                    states.append(f"{entry.path} {status.st_mode} {status.st_size} {changed} {status.st_ino}")
    return "\n".join(sorted(states)).encode(errors="surrogateescape")
