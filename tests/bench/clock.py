"""What a command costs. Nothing large is imported here: Linux counts what this process holds as its children's, too."""

import datetime as dt
import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DAY = dt.date(2026, 11, 22)
STAMP = dt.datetime.combine(DAY, dt.time(12), dt.UTC)

# Compiled modules are kept, as wherever Masthead is installed, and every build is one of the same day.
SURROUNDINGS = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "SOURCE_DATE_EPOCH": str(int(STAMP.timestamp())),
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
}


@dataclass(frozen=True, kw_only=True)
class Cost:
    """Seconds on the clock; seconds of all processors, of the process and all that it has waited for; and the most
    memory that one of these held, in bytes.
    """

    seconds: float
    processor: float
    memory: int


def clocked(command: Sequence[str | Path], folder: Path) -> tuple[Cost, str]:
    """Run a command in a folder and return what it cost and what it printed; raises CalledProcessError."""
    with tempfile.TemporaryFile("w+") as said, tempfile.TemporaryFile("w+") as complained:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=SURROUNDINGS, stdout=said, stderr=complained)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        complained.seek(0)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command, said.read(), complained.read())
        memory = used.ru_maxrss * 1024
        return Cost(seconds=seconds, processor=used.ru_utime + used.ru_stime, memory=memory), said.read()
