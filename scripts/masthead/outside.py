"""What a system refuses to do, in words."""

import contextlib
import errno
import os
import sys

from masthead.halt import may_not


def write_no_more() -> None:
    """What is still to be written would fail again, when Python ends."""
    with contextlib.suppress(OSError):  # not a file of the system
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def refused(fault: OSError) -> str:
    """What the system refused to do, in words."""
    match fault.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "There is no room left on the disk. Make room, and try again."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return may_not(fault.filename2 or fault.filename or "A file")
        case _:
            return f"{fault.filename or 'The system'}: {fault.strerror or fault}."
