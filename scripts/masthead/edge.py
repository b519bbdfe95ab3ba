"""What the outside tells us, once: the day, the moment of the last change, the root, and where the cache lies."""

import datetime as dt
import os
import subprocess
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from masthead.halt import MastheadError

WORKROOM = ".masthead"
EPOCH = "SOURCE_DATE_EPOCH"
LONDON = "Europe/London"


class Edge(NamedTuple):
    """`day`, in `zone`, decides what is coming and what is past; `stamp` (UTC) stands in where a record has no
    `updated`.
    """

    root: Path
    day: dt.date
    stamp: dt.datetime
    zone: str = LONDON

    @property
    def workroom(self) -> Path:
        """Where what is kept between builds lies; never watched, never committed."""
        return self.root / WORKROOM


def make_workroom(root: Path) -> Path:
    """The folder for what is kept between builds; where it is new, git is told to leave it alone."""
    room = root / WORKROOM
    if not room.is_dir():
        room.mkdir(exist_ok=True)
        (room / ".gitignore").write_text("*\n", encoding="utf-8")
    return room


def read_day(zone: str) -> dt.date:
    """The day in `zone`, from SOURCE_DATE_EPOCH, else from the clock; that in London where there is no such zone."""
    return _now().astimezone(ZoneInfo(zone if zone in _zones() else LONDON)).date()


def read_edge(root: Path, zone: str = LONDON) -> Edge:
    """The day in the network's zone and the stamp, from SOURCE_DATE_EPOCH, else from the clock and the last commit."""
    now = _now()
    day = now.astimezone(ZoneInfo(zone)).date()
    midnight = dt.datetime.combine(day, dt.time(), dt.UTC)
    stamp = now if os.environ.get(EPOCH) else _last_commit(root) or midnight
    return Edge(root=root, day=day, stamp=stamp.replace(microsecond=0), zone=zone)


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _now() -> dt.datetime:
    """The moment, from SOURCE_DATE_EPOCH, else from the clock."""
    epoch = os.environ.get(EPOCH)
    if epoch and not epoch.isdecimal():
        raise MastheadError(f"{EPOCH} must be a number of seconds, and is “{epoch}”.")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else dt.datetime.now(dt.UTC)


def _last_commit(root: Path) -> dt.datetime | None:
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return dt.datetime.fromtimestamp(int(run.stdout), dt.UTC) if run.stdout.strip() else None
