"""Frozen views: what templates print, prepared."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Anchor:
    """A link: what it says and where it leads."""

    text: str
    href: str


@dataclass(frozen=True)
class Times:
    """From which moment and until which something is true (UTC; empty where that has no end); see `lasting.py`."""

    since: str = ""
    until: str = ""
    is_hidden: bool = False


@dataclass(frozen=True)
class LinkGroup:
    """Links under a heading with an anchor."""

    title: str
    anchor: str
    links: tuple[Anchor, ...]


@dataclass(frozen=True)
class Label:
    """A short word beside a title. `kind` names its look, `times` says how long it is true where it is not for ever."""

    text: str
    kind: str
    times: Times | None = None


@dataclass(frozen=True)
class Fact:
    """One row of a list of facts: a term, and Markdown; `clock` where a reader elsewhere has another time."""

    term: str
    text: str
    times: Times | None = None
    clock: "Clock | None" = None


@dataclass(frozen=True)
class Card:
    """A record in a list. `meta` is a line above the title, `detail` one below the summary."""

    href: str
    title: str
    summary: str
    meta: str = ""
    detail: str = ""
    labels: tuple[Label, ...] = ()


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
class Offer:
    """A file to download: what the link says, where it leads, and what it is."""

    text: str
    href: str
    detail: str


@dataclass(frozen=True)
class Check:
    """What a validator found in a file by one profile."""

    file: str
    profile: str
    validator: str
    rules: str
    failed: str


@dataclass(frozen=True)
class Head:
    """The top of a page. `number` is set large beside the title, where the kicker says it in words."""

    title: str
    lead: str = ""
    kicker: str = ""
    crumbs: tuple[Anchor, ...] = ()
    labels: tuple[Label, ...] = ()
    number: str = ""


@dataclass(frozen=True)
class Foot:
    """The end of a page: where to change it, and when it last changed."""

    edit_href: str = ""
    updated: str = ""


@dataclass(frozen=True)
class Answer:
    """One answer to a survey: its share as printed, the number of people where it is known, and the answer itself."""

    percent: str
    count: str
    text: str


@dataclass(frozen=True)
class Survey:
    """A survey result: the answers, and what a reader must know to judge them; `withheld` says why there are none."""

    question: str
    answers: tuple[Answer, ...]
    responses: str
    occasion: Anchor
    source: str
    note: str
    withheld: str = ""


@dataclass(frozen=True)
class Session:
    """One item of an agenda. `moment` is its start for programs; `kind_name` is empty where the kind says little."""

    time: str
    until: str
    moment: str
    title: str
    kind: str
    kind_name: str
    who: tuple[str, ...]
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


@dataclass(frozen=True)
class Testimonial:
    """What somebody says: `is_quote` where the words are their own."""

    words: str
    is_quote: bool
    name: str
    role: str
    source: str
    labels: tuple[Label, ...]


@dataclass(frozen=True)
class Figure:
    """A result set large."""

    value: str
    label: str
    source: str


@dataclass(frozen=True)
class Commitment:
    """One promise of the manifesto: `number` as it is cited, `address` as it is typed; not every one has a chapter."""

    number: str
    anchor: str
    title: str
    text: str
    href: str
    address: Anchor
    is_argued: bool
