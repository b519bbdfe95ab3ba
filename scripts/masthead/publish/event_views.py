"""Frozen views of lists of events: cards, lists, the ways to them, and their filters."""

from dataclasses import dataclass

from masthead.publish.views import Anchor, Label, Times


@dataclass(frozen=True, kw_only=True)
class EventCard:
    """An event in a list. `summary` is empty for what is past. `pending` says what is still to be confirmed of its
    date, `over` when it is past (UTC), `order` where it then stands among all past events, and `sorted_by` what it can
    be filtered by.
    """

    href: str
    title: str
    kind: str
    when: str
    order: int
    sorted_by: str
    summary: str = ""
    pending: str = ""
    pending_times: Times | None = None
    place: str = ""
    labels: tuple[Label, ...] = ()
    day: str = ""
    month: str = ""
    over: str = ""
    is_past: bool = False
    is_spare: bool = False


@dataclass(frozen=True, kw_only=True)
class EventList:
    """Events that are to come, or past, under a heading. `most` are shown at once, 0 for all; `more` is how many belong
    to it that are not in it; `then` names the list in which they stand when they are over, and `rest` the page that
    has those for which there was no room.
    """

    name: str
    cards: tuple[EventCard, ...]
    empty: str
    id: str = ""
    heading: str = ""
    then: str = ""
    most: int = 0
    more: int = 0
    rest: str = ""
    count: str = ""
    level: int = 3


@dataclass(frozen=True)
class EventGroup:
    """A list of events with its heading; `times` where there is nothing to say at other times."""

    title: str
    list: EventList
    times: Times | None = None


@dataclass(frozen=True)
class SetLink:
    """A page that lists events: its name, where it is, how many it lists, and its name as a filter."""

    title: str
    href: str
    count: str
    token: str


@dataclass(frozen=True)
class SetGroup:
    """Pages of one family: by series, by kind. `all` leads to all of them where only some or none are named."""

    title: str
    id: str
    links: tuple[SetLink, ...]
    all: Anchor | None = None


@dataclass(frozen=True)
class Choice:
    """One value of a filter: what it is called, and its name in addresses."""

    text: str
    value: str


@dataclass(frozen=True)
class Filter:
    """One field of the filters."""

    label: str
    name: str
    choices: tuple[Choice, ...]
