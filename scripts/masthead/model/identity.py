"""What was worked out for a value that never changes, remembered as long as it is that very value.

Records are compared field by field, which takes as long as to work most things out anew.
"""

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")
Result = TypeVar("Result")
MANY = 20_000  # values, after which all are forgotten: nobody asks for those of long ago again


def by_identity(work: Callable[[Value], Result]) -> Callable[[Value], Result]:
    """The same function, which does its work once for each value."""
    known: dict[int, tuple[Value, Result]] = {}

    def ask(value: Value) -> Result:
        found = known.get(id(value))
        if found is None or found[0] is not value:
            if len(known) >= MANY:
                known.clear()
            found = known[id(value)] = value, work(value)
        return found[1]

    return ask
