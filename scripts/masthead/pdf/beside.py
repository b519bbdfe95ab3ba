"""PDFs made side by side, each in a process of its own: as many at a time as there are processors, and quietly.

`python -m masthead.pdf.beside ANSWER` is such a process. It reads a pickled function from its standard input, says on
its standard output how far it is, and writes the pickled answer to the file ANSWER.
"""

import logging
import os
import pickle
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from masthead.halt import MastheadError

Make = Callable[[], bytes]
Fault = MastheadError | OSError  # why something could not be made: a place, too, where nobody may write
Tell = Callable[[str], None]
EVERY = 20  # pages between two signs of life
COMMAND = (sys.executable, "-P", "-m", "masthead.pdf.beside")  # -P: no module is taken from the folder of an author


def make_beside(makes: Mapping[str, Make], tell: Tell) -> dict[str, bytes | Fault]:
    """What each function makes, or why it could not, by its name; a single one is called in this process."""
    if len(makes) == 1:
        ((name, make),) = makes.items()
        return {name: _made(make, lambda step: tell(f"{name}: {step}"))}
    with TemporaryDirectory(prefix="masthead-") as folder, ThreadPoolExecutor(os.cpu_count()) as threads:
        running: list[subprocess.Popen[bytes]] = []
        asked = {name: threads.submit(_ask, name, make, Path(folder), tell, running) for name, make in makes.items()}
        try:
            return {name: answer.result() for name, answer in asked.items()}
        finally:  # after an interruption, too, nothing that was started here goes on
            threads.shutdown(wait=False, cancel_futures=True)
            for process in running:
                process.kill()


def _ask(name: str, make: Make, folder: Path, tell: Tell, running: list["subprocess.Popen[bytes]"]) -> bytes | Fault:
    """What a process of its own makes."""
    question, answer, log = (folder / f"{name}.{part}" for part in ("question", "answer", "log"))
    question.parent.mkdir(parents=True, exist_ok=True)
    question.write_bytes(pickle.dumps(make))
    room = {**os.environ, "TMPDIR": str(folder)}
    with (
        question.open("rb") as asked,
        log.open("wb") as said,
        subprocess.Popen((*COMMAND, answer), stdin=asked, stdout=subprocess.PIPE, stderr=said, env=room) as process,
    ):
        running.append(process)
        for step in process.stdout or ():
            tell(f"{name}: {step.decode().rstrip()}")
    if process.returncode or not answer.is_file():
        return MastheadError(f"{name} could not be printed: {_last_words(process.returncode, log)}")
    made: bytes | Fault = pickle.loads(answer.read_bytes())  # noqa: S301 (written by a process of ours)
    return made


def _made(make: Make, tell: Tell) -> bytes | Fault:
    try:
        with progress(tell):
            return make()
    except (MastheadError, OSError) as fault:
        return fault


def _last_words(status: int, log: Path) -> str:
    """Why a process ended without an answer."""
    if status == -signal.SIGKILL:
        return "the system stopped it, most likely because there was no memory left."
    if status < 0:
        return f"it was stopped by the signal {signal.Signals(-status).name}."
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return f"{lines[-1] if lines else f'it ended with status {status}'}."


@contextmanager
def progress(tell: Tell) -> Iterator[None]:
    """Tells of the pages that WeasyPrint lays out, now and then; on its second round it knows how many there are."""
    listener, log = _Listener(tell), logging.getLogger("weasyprint.progress")
    level = log.level
    log.addHandler(listener)
    log.setLevel(logging.INFO)
    try:
        yield
    finally:
        log.removeHandler(listener)
        log.setLevel(level)


class _Listener(logging.Handler):
    """Hears WeasyPrint’s own log of its steps."""

    def __init__(self, tell: Tell) -> None:
        super().__init__()
        self.tell, self.pages, self.known = tell, 0, 0

    def emit(self, record: logging.LogRecord) -> None:
        step = record.getMessage()
        if "Repagination" in step:
            self.known = self.pages
        elif "Creating PDF" in step:
            self.tell(f"writing {self.pages} pages")
        elif found := re.search(r"Page (\d+)", step):
            self.pages = int(found[1])
            if self.pages % EVERY == 0:
                self.tell(f"laying out, page {self.pages}" + (f" of about {self.known}" if self.known else ""))


def _answer() -> None:
    """Make what is asked for on the standard input, and write it to the file that the command line names."""
    make = pickle.load(sys.stdin.buffer)  # noqa: S301 (written by the process that started this one)
    made = _made(make, lambda step: print(step, flush=True))  # noqa: T201 (the parent reads it)
    Path(sys.argv[1]).write_bytes(pickle.dumps(made))
    os._exit(0)  # thousands of boxes need not be put away one by one


if __name__ == "__main__":
    _answer()
