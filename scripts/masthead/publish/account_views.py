"""Frozen views of what a network promised, planned and saw."""

from dataclasses import dataclass

from masthead.publish import views


@dataclass(frozen=True)
class Evidence:
    """One thing that a statement rests on: `href` is empty where there is nothing to look up on the site; `stop` ends
    the text, where it has no end of its own.
    """

    text: str
    href: str
    detail: str
    stop: str = "."


@dataclass(frozen=True)
class Reading:
    """What an indicator showed at one time: `value` as it is printed, empty for a story."""

    when: str
    value: str
    story: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Indicator:
    """An indicator in a list, with its latest reading; `aim` says where it is to stand."""

    title: str
    href: str
    summary: str
    measure: str
    aim: str
    latest: Reading | None
    labels: tuple[views.Label, ...]


@dataclass(frozen=True)
class Step:
    """A step of the theory of change: what follows from it, what it takes for granted, and the signs of it."""

    anchor: str
    title: str
    text: str
    leads_to: tuple[views.Anchor, ...]
    rests_on: tuple[views.Anchor, ...]
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True)
class StepGroup:
    """The steps of one kind, under a heading that says what they are."""

    title: str
    anchor: str
    note: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Outcome:
    """What came of a piece of work, in Markdown, and what that rests on."""

    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Work:
    """A workstream that serves a promise: `state` in a word, and what has come of it."""

    title: str
    href: str
    state: str
    labels: tuple[views.Label, ...]
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class Promise:
    """A commitment with what has been done about it. `state` says in words how far it has come."""

    commitment: views.Commitment
    state: views.Label
    workstreams: tuple[Work, ...]
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True)
class Milestone:
    """Something to be done by a day; `done` is empty while it is not."""

    title: str
    due: str
    done: str


@dataclass(frozen=True)
class Dated:
    """Something with its date in words, and for programs in `moment`: `href` is empty where it has no page, and `kind`
    and `detail`, Markdown, may be.
    """

    when: str
    title: str
    href: str = ""
    kind: str = ""
    detail: str = ""
    labels: tuple[views.Label, ...] = ()
    moment: str = ""


@dataclass(frozen=True)
class Finding:
    """A theme of interviews, with an anchor, and what was found."""

    anchor: str
    title: str
    text: str
