"""PDFs that a preview makes beside it."""

import threading

import pytest

from masthead.halt import MastheadError
from masthead.preview import LatePrinter

SOON_S = 5


@pytest.mark.parametrize("fault", [MastheadError("It is misprinted."), FileNotFoundError("content/boat.jpg")])
def test_a_printer_that_has_failed_prints_the_next_time(fault: Exception) -> None:
    begun, goes_on, printed = threading.Event(), threading.Event(), threading.Event()

    def fail() -> None:
        begun.set()
        goes_on.wait(SOON_S)
        raise fault

    printer = LatePrinter()
    printer.print(fail, lambda _: None)
    assert begun.wait(SOON_S)
    printer.print(lambda: None, lambda _: printed.set())
    goes_on.set()
    assert printed.wait(SOON_S)


def test_of_several_that_fall_due_meanwhile_the_last_is_printed() -> None:
    begun, goes_on, done, printed = threading.Event(), threading.Event(), threading.Event(), list[str]()

    def first() -> str:
        begun.set()
        goes_on.wait(SOON_S)
        return "first"

    def last(made: str) -> None:
        printed.append(made)
        done.set()

    printer = LatePrinter()
    printer.print(first, printed.append)
    assert begun.wait(SOON_S)
    printer.print(lambda: "second", printed.append)
    printer.print(lambda: "third", last)
    goes_on.set()
    assert done.wait(SOON_S)
    assert printed == ["first", "third"]
