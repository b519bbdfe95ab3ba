"""What publishers are given, and the spots for which they print."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol, Self

from masthead.addresses import on_site, relative_address, relative_path
from masthead.canvas import Look
from masthead.captions import Numbered, captioned, numbered
from masthead.links import Form, Link, relink
from masthead.model.case_study import CaseStudy
from masthead.model.network import Network
from masthead.model.order import latest_first
from masthead.model.permission import Use
from masthead.model.record import Filed
from masthead.model.relations import Shelves, shelved
from masthead.model.series import series_numbers
from masthead.model.tokens import custom_property
from masthead.pdf.conformance import Conformance
from masthead.publish.indexes import Indexes
from masthead.publish.look import look_of
from masthead.publish.papers import Download
from masthead.source import File

BELOW_A_PART = 3  # the parts of a page have headings of the second level


@dataclass(frozen=True, kw_only=True)
class Publication:
    """A network as it is published on one day. `preview` shows drafts too; `pdfs` is empty where none could be made;
    `hidden` are the files of records that are not public, to which nothing may link; `renamed` are those of
    records that are published under another name than their file has, and to those `off_paper` no printed page leads;
    `conformance` is what the PDFs
    satisfy. `networks` holds the network as it may be shown in each place; `network` is that of the site.
    """

    network: Network
    networks: Mapping[Use, Network] = field(default_factory=dict)
    files: Mapping[str, File]
    day: dt.date
    stamp: dt.datetime
    hidden: frozenset[str] = frozenset()
    renamed: frozenset[str] = frozenset()
    off_paper: frozenset[str] = frozenset()
    pdfs: tuple[Download, ...] = ()
    preview: bool = False
    conformance: Conformance = Conformance.UA_1

    def used_for(self, use: Use) -> Self:
        """The same with what may be shown in another place than on the site; itself where that is the same."""
        network = self.networks.get(use, self.network)
        hidden = self.hidden | self.off_paper if use is Use.PRINT else self.hidden
        is_same = network is self.network and hidden == self.hidden
        return self if is_same else replace(self, network=network, hidden=hidden)

    @cached_property
    def on_social(self) -> Self:
        """What may be shown on the cards of pages."""
        return self.used_for(Use.SOCIAL)

    @cached_property
    def series_numbers(self) -> dict[str, int]:
        """The number of each event in its series, by slug."""
        return series_numbers(self.network.events.values(), self.network.settings.series)

    @cached_property
    def by_path(self) -> Mapping[str, Filed]:
        """Every record by the file it stands in."""
        return self.network.by_path()

    @cached_property
    def studies_of(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """The slugs of case studies by theme and by member."""
        found: dict[tuple[str, str], list[str]] = {}
        for study in self.network.case_studies.values():
            for group in groups_of(study):
                found.setdefault(group, []).append(study.slug)
        return found

    @cached_property
    def past_order(self) -> dict[str, int]:
        """Where each event stands among all others when all of them are past, the latest first, by slug."""
        return {event.slug: number for number, event in enumerate(latest_first(self.network.events.values()))}

    @cached_property
    def indexes(self) -> Indexes:
        """What belongs to what."""
        return Indexes(self.network)

    @cached_property
    def shelves(self) -> Shelves:
        """Every record by what it shares with others."""
        return shelved(self.network)

    @cached_property
    def look(self) -> Look:
        """What the brand gives to every card."""
        return look_of(self.network.brand, self.network.tokens, self.files)

    def work_out(self) -> None:
        """Work out now what many pages ask for, before several processes would do so."""
        for one in {id(one): one for one in (self, self.on_social)}.values():
            for name in (name for name, held in vars(type(one)).items() if isinstance(held, cached_property)):
                getattr(one, name)

    @property
    def language(self) -> str:
        return self.network.settings.language

    @cached_property
    def numbered(self) -> Numbered:
        """The chapters with their figures, tables and references numbered."""
        return numbered_chapters(self.network)

    def page(self, path: str) -> "OnPage":
        """The page that the source file `path` becomes."""
        return OnPage(on_site(path) or "index.md", self.hidden)


def groups_of(study: CaseStudy) -> frozenset[tuple[str, str]]:
    """What a case study may share with another: its themes and its members."""
    return frozenset((*(("tag", tag) for tag in study.tags), *(("member", member) for member in study.members)))


def numbered_chapters(network: Network) -> Numbered:
    """The chapters of a network with their figures, tables and references numbered."""
    chapters = ((one.path, one.body) for one in network.chapters.values())
    return numbered(chapters, (one.id for one in network.manifesto.commitments))


class Spot(Protocol):
    """A place where links are printed: a page of the site, or the printed manifesto."""

    @property
    def hidden(self) -> frozenset[str]:
        """Files of records that are not public."""

    def href(self, path: str, fragment: str = "") -> str:
        """The address of what the source file `path` becomes, as HTML at this spot links to it."""

    def asset(self, path: str) -> str:
        """The address of a file of ours, from its path on the site."""

    def body(self, text: str, path: str) -> str:
        """Markdown from the file at `path`, with its links as Markdown at this spot writes them."""

    def token(self, name: str) -> str:
        """A token of the brand as a drawing at this spot names it."""

    @property
    def draws_words(self) -> bool:
        """Whether a drawing may hold words: in a tagged PDF they would be read by nobody."""

    @property
    def level(self) -> int:
        """The level of headings here: one below the heading under which they stand."""

    @property
    def taken(self) -> frozenset[str]:
        """The ids that stand above on the same page."""

    def below(self, level: int, taken: frozenset[str]) -> Self:
        """The spot in the same place below a heading and below what has these ids."""

    @property
    def has_notes(self) -> bool:
        """Whether what a figure rests on stands in a note: on paper nobody can follow a link."""


@dataclass(frozen=True)
class OnPage:
    """A page of the site, named by its Markdown path."""

    page: str
    hidden: frozenset[str] = frozenset()
    level: int = BELOW_A_PART
    taken: frozenset[str] = frozenset()

    def href(self, path: str, fragment: str = "") -> str:
        return relative_address(self.page, on_site(path) or "index.md") + fragment

    def asset(self, path: str) -> str:
        return relative_address(self.page, path)

    def body(self, text: str, path: str) -> str:
        return relink(captioned(text), lambda link: self._target(link, path))

    def token(self, name: str) -> str:
        return f"var({custom_property(name)})"

    @property
    def draws_words(self) -> bool:
        return True

    def below(self, level: int, taken: frozenset[str]) -> Self:
        return replace(self, level=level, taken=taken)

    @property
    def has_notes(self) -> bool:
        return False

    def _target(self, link: Link, path: str) -> str | None:
        if link.is_elsewhere:
            return link.target
        file = link.file(path)
        if file in self.hidden:
            return None
        if link.form is Form.HTML:
            return self.href(file, link.fragment)  # engines leave HTML as it is
        return relative_path(self.page, on_site(file) or file) + link.fragment


def _address(spot: Spot, link: Link, path: str) -> str | None:
    """What a link from the file at `path` leads to, as HTML at this spot writes it; None where it is not public."""
    if link.target.startswith("#"):
        return spot.href(path, link.target)  # the text may be shown on another page than its own
    if link.is_elsewhere:
        return link.target
    file = link.file(path)
    return None if file in spot.hidden else spot.href(file, link.fragment)


def prose(spot: Spot, text: str, path: str) -> str:
    """An author's Markdown for a component, whose HTML no engine touches: links are addresses."""
    return relink(text, lambda link: _address(spot, link, path))
