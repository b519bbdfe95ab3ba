"""`python -m masthead` is the command `masthead`."""

import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

STOPPED = 2


class Stopped(KeyboardInterrupt):
    """Somebody wants the command to end. (Where a plain one meets an `exec`, Python ends itself by a signal.)"""


def run() -> int:
    """Run the command. Whatever asks it to stop, at whatever moment, it clears up and ends with one line."""
    try:
        _listen()
        from masthead.cli import main

        return main()
    except KeyboardInterrupt:
        sys.stderr.write("masthead: Stopped.\n")
        return STOPPED


def _listen() -> None:
    """Take every request to end for the same one, and a closed output for one that nobody reads."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _stop)
    if sys.stdout is None:  # somebody closed it
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (until Python ends)


def _stop(number: int, _: object) -> NoReturn:
    raise Stopped(number)


if __name__ == "__main__":
    sys.exit(run())
