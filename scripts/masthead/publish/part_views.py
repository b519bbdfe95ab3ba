"""Frozen views of the parts of an event’s page, and of how long something is true; `views.py` has the others."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Times:
    """From which moment and until which something is true (UTC; empty where that has no end); see `lasting.py`."""

    since: str = ""
    until: str = ""
    is_hidden: bool = False


@dataclass(frozen=True)
class Clock:
    """When something begins, ends and is over (UTC), for readers whose clock shows another time than that of `zone`;
    `words` say whose time the page has, and `language` is that of all words.
    """

    starts: str
    ends: str
    over: str
    zone: str
    language: str
    words: str


@dataclass(frozen=True)
class Named:
    """Somebody: the name, the address of their page, which not everybody has, and the role in which they are named."""

    name: str
    href: str = ""
    role: str = ""


@dataclass(frozen=True)
class Session:
    """One item of an agenda. `moment` is its start for programs; `kind_name` is empty where the kind says little."""

    time: str
    until: str
    moment: str
    title: str
    kind: str
    kind_name: str
    who: tuple[Named, ...]
    room: str
    body: str


@dataclass(frozen=True)
class ChangeNote:
    """One change of an event: the day on which it was told, what changed, and why."""

    day: str
    text: str
    reason: str


@dataclass(frozen=True)
class Paper:
    """A document: what it is, where, its kind and language in words, and the language’s code where it is another."""

    title: str
    href: str
    detail: str
    language: str


@dataclass(frozen=True)
class Photo:
    """A photograph with the words that stand in for it."""

    href: str
    alt: str
    caption: str
    credit: str
