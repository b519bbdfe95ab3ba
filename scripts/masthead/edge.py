"""What the outside tells us, once: the day, the moment of the last change, the root, and where the cache lies."""

import datetime as dt
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from masthead.problem import MastheadError

WORKROOM = ".masthead"


@dataclass(frozen=True)
class Edge:
    """`day` decides what is coming and what is past; `stamp` (UTC) stands in where a record has no `updated`."""

    root: Path
    day: dt.date
    stamp: dt.datetime

    @property
    def workroom(self) -> Path:
        """Where what is kept between builds lies; never watched, never committed."""
        return self.root / WORKROOM


def read_edge(root: Path, zone: str = "Europe/London") -> Edge:
    """The day in the network's zone and the stamp, from SOURCE_DATE_EPOCH, else from the clock and the last commit."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch and not epoch.isdecimal():
        raise MastheadError(f"SOURCE_DATE_EPOCH must be a number of seconds, and is “{epoch}”.")
    now = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else dt.datetime.now(dt.UTC)
    day = now.astimezone(ZoneInfo(zone)).date()
    midnight = dt.datetime.combine(day, dt.time(), dt.UTC)
    stamp = now if epoch else _last_commit(root) or midnight
    return Edge(root=root, day=day, stamp=stamp.replace(microsecond=0))


def _last_commit(root: Path) -> dt.datetime | None:
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return dt.datetime.fromtimestamp(int(run.stdout), dt.UTC) if run.stdout.strip() else None
