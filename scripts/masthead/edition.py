"""The site as it is after one save: what it offers, each page and file of it made when somebody asks for it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Self

from masthead.artifact import Artifact, Job, done
from masthead.bodies import PAGE
from masthead.engine import Setting
from masthead.frames import Page, Shape, folders_in, shape_of
from masthead.press import Proof
from masthead.publish.publication import Publication
from masthead.publish.publishers import PUBLISHERS
from masthead.publish.social import CARDS

PRINTS = "prints"
Offer = Artifact | Job
Publisher = Callable[[], Iterator[Offer]]


@dataclass(frozen=True)
class Edition:
    """What one save has left. `homes` are the publishers that offered each path in an earlier edition: they are asked
    first, so that nobody waits for lists of what is not looked at.
    """

    publication: Publication
    prints: tuple[Artifact, ...]
    setting: Setting
    homes: dict[str, str] = field(default_factory=dict)
    made: dict[str, Artifact] = field(default_factory=dict)
    shown: dict[tuple[str, str], bytes] = field(default_factory=dict)  # finished pages, by path and report
    _known: dict[str, Offer] = field(default_factory=dict)
    _asked: set[str] = field(default_factory=set)

    def with_prints(self, proof: Proof) -> Self:
        """The same with other PDFs."""
        publication = replace(self.publication, pdfs=proof.publication.pdfs)
        return type(self)(publication, proof.prints, self.setting, self.homes)

    @property
    def offers(self) -> Mapping[str, Offer]:
        """All that can be shown, by its path."""
        for name in self._publishers:
            self._ask(name)
        return self._known

    def offer(self, path: str) -> Offer | None:
        """What can be shown at a path: publishers are asked until one of them has it."""
        for name in (self.homes.get(path, PRINTS), *self._publishers):
            if path in self._known:
                break
            self._ask(name)
        return self._known.get(path)

    @cached_property
    def leads_to(self) -> frozenset[str]:
        """The folders to which every frame leads."""
        return frozenset(folders_in(self.setting.config))

    def artifact(self, path: str) -> Artifact | None:
        """What stands at a path, made now, with what lies beside it."""
        if path not in self.made and (offer := self.offer(path)):
            one = done(offer)
            self.made.update({beside.path: beside for beside in (one, *one.beside)})
        return self.made.get(path)

    def beside(self, path: str) -> Artifact | None:
        """What lies beside a page: its card, or a file in its folder."""
        page = path.removeprefix(CARDS).rpartition(".")[0] if path.startswith(CARDS) else path.rpartition("/")[0]
        return self.artifact(path) if self.artifact(f"{page}/{PAGE}") or self.artifact(PAGE) else None

    def page(self, path: str) -> Page | None:
        """The page at a path of Markdown."""
        one = self.artifact(path)
        return Page.of(one) if one else None

    def samples(self) -> set[Shape]:
        """Shapes that nearly all pages have: of those at the top of the site, and of one in every folder."""
        pages = [path for path in self.offers if path.endswith(PAGE)]
        one_each = {path.rpartition("/")[0].rpartition("/")[0]: path for path in pages}
        own = (path for path in pages if path.count("/") <= 1 or path.removesuffix(PAGE) in self.leads_to)
        wanted = {*one_each.values(), *own}
        return {shape_of(path, page.front, self.leads_to) for path in wanted if (page := self.page(path))}

    @cached_property
    def _publishers(self) -> Mapping[str, Publisher]:
        ours = {name: partial(one, self.publication) for name, one in PUBLISHERS.items()}
        return {PRINTS: lambda: iter(self.prints), **ours}

    def _ask(self, name: str) -> None:
        if name not in self._asked:
            self._asked.add(name)
            for one in self._publishers[name]():
                self._known[one.path] = one
                self.homes[one.path] = name
