"""Frozen views: what templates print, prepared."""

from dataclasses import dataclass

from masthead.dates import day_number, event_in_words, month_in_short
from masthead.model.announcement import EventStatus
from masthead.model.event import Event, EventKind
from masthead.model.record import Record
from masthead.publish.publication import Publication, Spot, prose

KIND_NAMES = {
    EventKind.LEARNING_EVENT: "Learning event",
    EventKind.CHIEF_EXECUTIVES_MEETING: "Chief executives’ meeting",
    EventKind.LAUNCH: "Launch",
    EventKind.WORKSHOP: "Workshop",
    EventKind.WEBINAR: "Webinar",
}
STATUS_NAMES = {
    EventStatus.TENTATIVE: "Date to be confirmed",
    EventStatus.POSTPONED: "Postponed",
    EventStatus.CANCELLED: "Cancelled",
}


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
    """A short word beside a title. `kind` names its look."""

    text: str
    kind: str


@dataclass(frozen=True)
class Fact:
    """One row of a list of facts: a term, and Markdown."""

    term: str
    text: str


@dataclass(frozen=True)
class Card:
    """A record in a list. `meta` is a line above the title, `detail` one below the summary."""

    href: str
    title: str
    summary: str
    meta: str = ""
    detail: str = ""
    labels: tuple[Label, ...] = ()
    day: str = ""
    month: str = ""


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
class Survey:
    """A survey result: the shares, and what a reader must know to judge them."""

    question: str
    shares: tuple[tuple[str, str], ...]
    responses: str
    occasion: Anchor
    source: str
    note: str
    withheld: str = ""


@dataclass(frozen=True)
class Session:
    """One item of an agenda."""

    time: str
    title: str
    kind: str
    who: str
    body: str


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
    """One promise of the manifesto: `number` as it is cited, `address` as it is typed."""

    number: str
    anchor: str
    title: str
    text: str
    href: str
    address: Anchor


def record_labels(record: Record, publication: Publication) -> tuple[Label, ...]:
    """What a reader must know of a record at once: that it is a draft, or invented."""
    labels = []
    if record.draft:
        labels.append(Label("Draft", "draft"))
    if record.publish_from and record.publish_from > publication.day:
        labels.append(Label(f"Not public before {record.publish_from:%d.%m.%Y}", "draft"))
    if record.illustrative:
        labels.append(Label("Illustrative", "illustrative"))
    return tuple(labels)


def event_labels(event: Event, publication: Publication) -> tuple[Label, ...]:
    """Labels of an event: its status first."""
    status = STATUS_NAMES.get(event.status)
    first = (Label(status, event.status.value),) if status else ()
    return first + record_labels(event, publication)


def event_place(event: Event) -> str:
    """Where an event takes place, in a few words."""
    if event.venue and event.online:
        return f"{event.venue.locality or event.venue.name} and online"
    if event.venue:
        return ", ".join(part for part in (event.venue.name, event.venue.locality) if part)
    return "Online" if event.online else ""


def kind_name(event: Event, publication: Publication) -> str:
    """The kind of an event in words, with its number in the series where it has one."""
    number = publication.series_numbers.get(event.slug)
    return f"{KIND_NAMES[event.kind]} {number}" if number else KIND_NAMES[event.kind]


def event_card(event: Event, publication: Publication, spot: Spot) -> Card:
    """An event in a list."""
    language = publication.language
    return Card(
        href=spot.href(event.path),
        title=event.title,
        summary=prose(spot, event.summary, event.path),
        meta=kind_name(event, publication),
        detail=" · ".join(filter(None, (event_in_words(event, language), event_place(event)))),
        labels=event_labels(event, publication),
        day=day_number(event.starts),
        month=month_in_short(event.starts, language),
    )
