"""`python -m masthead` is the command `masthead`."""

import os
import signal
import sys
from pathlib import Path

STOPPED = 2


def run() -> int:
    """Run the command. Whatever asks it to stop, at whatever moment, it clears up and ends with one line."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)
    if sys.stdout is None:  # somebody closed it
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (until Python ends)
    try:
        from masthead.cli import main

        return main()
    except KeyboardInterrupt:
        sys.stderr.write("masthead: Stopped.\n")
        return STOPPED


if __name__ == "__main__":
    sys.exit(run())
