"""Frozen views: what templates print, prepared."""

from dataclasses import dataclass

from masthead.publish.part_views import ChangeNote, Clock, Named, Paper, Photo, Session, Times

__all__ = ["ChangeNote", "Clock", "Named", "Paper", "Photo", "Session", "Times"]


@dataclass(frozen=True)
class Anchor:
    """A link: what it says and where it leads."""

    text: str
    href: str


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
    clock: Clock | None = None


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
    """The end of a page: where to change it, and when it last changed; `address` and `as_of` are for paper."""

    edit_href: str = ""
    updated: str = ""
    address: str = ""
    as_of: str = ""


@dataclass(frozen=True)
class Mark:
    """A member by its logo, which not every one has, or its name; `href` is empty on its own page."""

    name: str
    href: str
    src: str = ""
    alt: str = ""


@dataclass(frozen=True)
class Voice:
    """Somebody in a list of people, and the pages on which they are heard."""

    who: Named
    heard: tuple[Anchor, ...]
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True)
class Testimonial:
    """What somebody says: `is_quote` where the words are their own, `heard` the page on which they are said."""

    words: str
    is_quote: bool
    who: Named
    source: str
    labels: tuple[Label, ...]
    heard: Anchor | None = None


@dataclass(frozen=True)
class Figure:
    """A result set large. `source` is Markdown; a share is drawn, too: `bar` is its length, `paint` its colour."""

    value: str
    label: str
    source: str
    bar: str = ""
    paint: str = ""


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


@dataclass(frozen=True)
class StoredItem:
    """Something that a site can store on a visitor’s device: its name, what kind of thing, what for, how long."""

    name: str
    kind: str
    purpose: str
    life: str


@dataclass(frozen=True)
class Counting:
    """How visits are counted, where visitors accept it: by what, on which server, for how long it is kept."""

    kind: str
    server: str
    kept: str


@dataclass(frozen=True)
class ServerLog:
    """What is known of the server: who runs it, where, and for how long its log is kept; empty where it keeps none."""

    company: str
    country: str
    kept: str


@dataclass(frozen=True)
class PrivacyTerms:
    """What the privacy page tells. Texts are Markdown; what is not known is empty. `more` is what an author wrote."""

    email: str
    cookies: str
    more: str
    controller: str = ""
    protection_officer: str = ""
    register_number: str = ""
    basis: str = ""
    letters_kept: str = ""
    log: ServerLog | None = None
    counting: Counting | None = None
