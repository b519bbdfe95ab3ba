"""Rules between the fields of one group, as data: judged when a record is read, and stated in its JSON Schema."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

NOTHING: tuple[Any, ...] = ("", None, False, [])


def is_filled(value: Any) -> bool:
    """Whether a field holds something; 0 is something."""
    return value is not None and value is not False and value not in ("", ())


@dataclass(frozen=True)
class Case:
    """One way to fill in a group: fields that hold something, and fields that hold nothing."""

    filled: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()

    def fits(self, fields: Mapping[str, Any]) -> bool:
        """Whether the group is filled in like this."""
        filled = {name for name, value in fields.items() if is_filled(value)}
        return filled.issuperset(self.filled) and filled.isdisjoint(self.empty)

    @property
    def schema(self) -> dict[str, Any]:
        """The same as JSON Schema."""
        nothing = {"enum": list(NOTHING)}
        stated = {name: {"not": nothing} for name in self.filled} | dict.fromkeys(self.empty, nothing)
        return {"properties": stated, **({"required": list(self.filled)} if self.filled else {})}


@dataclass(frozen=True)
class Rule:
    """What must hold between fields: one of the cases, at least. `at` is the field to mark, if not the group."""

    code: str
    message: str
    cases: tuple[Case, ...]
    at: str = ""

    def holds(self, fields: Mapping[str, Any]) -> bool:
        """Whether a group keeps the rule."""
        return any(case.fits(fields) for case in self.cases)

    def how_broken(self, fields: Mapping[str, Any]) -> str:
        """Whether its fields are all empty or not, for a rule that asks for one of two."""
        named = {name for case in self.cases for name in (*case.filled, *case.empty)}
        return "both" if any(is_filled(fields[name]) for name in named) else "neither"

    @property
    def schema(self) -> dict[str, Any]:
        """The same as JSON Schema."""
        return {"description": self.message, "anyOf": [case.schema for case in self.cases]}
