"""Values of which a field takes one, each with what it means."""

from enum import StrEnum
from typing import Self


class Choice(StrEnum):
    """A value that authors write, and its `description`, which reaches the JSON Schema and the reference."""

    description: str

    def __new__(cls, value: str, description: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member
