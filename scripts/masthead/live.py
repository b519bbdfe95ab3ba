"""The site while somebody writes: read anew after every save, and each page made when a browser asks for it.

So what a save costs does not grow with the pages. They are the same as in a build, but for their drafts, and for what
only a published site needs: names by content, several sizes of pictures, the policy, compressed twins.
"""

import json
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from urllib.parse import urlsplit

from masthead.artifact import Artifact, Job, content_bytes, done
from masthead.bodies import PAGE
from masthead.collector import uncollected
from masthead.edge import Edge, read_edge
from masthead.engine import Engine, Setting, config_of
from masthead.examine import examine_again, has_errors
from masthead.filling import Filler, Frames, framed, theme_texts
from masthead.finish import CHANGES
from masthead.finish.built import NOT_FOUND, Built, changed
from masthead.finish.search import INDEX, write_search
from masthead.frames import Page, Shape, folders_in, shape_of
from masthead.memory import recall
from masthead.model.network import Network
from masthead.press import Proof, cache_of, proof, publication_of, theme_context
from masthead.preview import LatePrinter, report_of
from masthead.publish.publication import Publication
from masthead.publish.publishers import offered
from masthead.publish.social import CARDS
from masthead.render import THEME, forget_templates, render
from masthead.source import Sources

PRINTED_AFTER_S = 2  # so long nobody has saved anything: until then, the processor is for what one looks at
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Answer:
    """What a browser gets: the path tells of what kind the content is."""

    path: str
    content: bytes
    is_found: bool = True


@dataclass(frozen=True)
class Edition:
    """The site as it is after one save. Nothing is made yet but what is quick."""

    publication: Publication
    prints: tuple[Artifact, ...]
    setting: Setting
    made: dict[str, Artifact] = field(default_factory=dict)

    @cached_property
    def offers(self) -> Mapping[str, Artifact | Job]:
        """What can be shown, by its path."""
        return {one.path: one for one in (*offered(self.publication), *self.prints)}

    @cached_property
    def leads_to(self) -> frozenset[str]:
        """The folders to which every frame leads."""
        return frozenset(folders_in(self.setting.config))

    def artifact(self, path: str) -> Artifact | None:
        """What stands at a path, made now, with what lies beside it."""
        if path not in self.made and (offer := self.offers.get(path)):
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


class Live:
    """The publication below `root` as it stands, or as it last stood well; `changed` is called where it is another,
    though nobody has saved anything.
    """

    def __init__(self, root: Path, engine: Engine, tell: Tell, changed: Callable[[], None]) -> None:
        self._root, self._engine, self._tell, self._changed = root, engine, tell, changed
        self._memory, self._report = recall(root), ""
        self._edition: Edition | None = None
        self._searched: Edition | None = None
        self._proof: Proof | None = None
        self._frames, self._framed_with = Frames({}, ""), ""
        self._printer = LatePrinter()
        self._room = tempfile.TemporaryDirectory(prefix="masthead-")
        self._lock, self._searching = threading.RLock(), threading.Lock()

    def renew(self, *, forgets: bool = False) -> None:
        """Read what there is now, templates too where it `forgets` them. What is wrong is told, and the last good site
        stays. PDFs are those of before, until others are printed.
        """
        with self._lock, uncollected():
            if forgets:
                forget_templates()
            loaded = examine_again(self._root, self._memory)
            self._memory = self._memory.next()
            network, sources = loaded.network, loaded.sources
            self._report = report_of(loaded) if has_errors(loaded) or network is None else ""
            if self._report or network is None:
                self._tell(self._report)
                return
            edge = read_edge(self._root, network.settings.timezone)
            self._proof = self._proof or proof(network, sources, edge)
            publication = publication_of(network, sources, edge, preview=True)
            publication = replace(publication, pdfs=self._proof.publication.pdfs)
            config = config_of(self._root, theme_context(publication.network, sources))
            setting = Setting(self._engine, config, edge, cache_of(edge))
            self._edition = Edition(publication, self._proof.prints, setting)
        self._printer.print(partial(_printed, network, sources, edge), self._show_printed)

    def _show_printed(self, printed: Proof) -> None:
        """Offer new PDFs, and tell of their sizes."""
        with self._lock:
            pdfs = printed.publication.pdfs
            is_other = self._proof is None or self._proof.publication.pdfs != pdfs
            self._proof = printed
            if self._edition and is_other:
                publication = replace(self._edition.publication, pdfs=pdfs)
                self._edition = Edition(publication, printed.prints, self._edition.setting)
        if is_other:
            self._changed()

    def answer(self, address: str) -> Answer:
        """What is at an address, without the slash it begins with. A site may be meant to stand below some folder."""
        if self._edition:
            address = address.removeprefix(urlsplit(self._edition.setting.config["site_url"]).path.strip("/") + "/")
        if address.startswith(f"{INDEX}/") and self._edition:
            content = self._search(address, self._edition)
            return Answer(address, content or b"", is_found=content is not None)
        with self._lock:
            if self._edition is None:
                waiting = render("pages/waiting.html.jinja", report=self._report)
                return Answer(NOT_FOUND, str(waiting).encode(), is_found=not address)
            if address.endswith("/") or not address:
                content = self._page(f"{address}{PAGE}", self._edition)
            else:
                content = self._file(address, self._edition)
            if content is not None:
                return Answer(address, content)
            return Answer(
                NOT_FOUND, changed(self._framing(self._edition, set()).not_found, CHANGES).encode(), is_found=False
            )

    def has_page(self, address: str) -> bool:
        """Whether there is a page at an address that lacks its slash."""
        return self._edition is not None and f"{address}/{PAGE}" in self._edition.offers

    def _page(self, path: str, edition: Edition) -> bytes | None:
        page = edition.page(path)
        if page is None:
            return None
        shape = shape_of(path, page.front, edition.leads_to)
        config = edition.setting.config
        filler = Filler.of({**config, "extra": {**config["extra"], "report": self._report}})
        return changed(filler.whole(page, self._framing(edition, {shape}).by_shape[shape]), CHANGES).encode()

    def _framing(self, edition: Edition, shapes: set[Shape]) -> Frames:
        """The frames, with those of these shapes: the engine runs again where it has not made one of them yet."""
        given = json.dumps((edition.setting.config, theme_texts()))
        known = self._frames.by_shape.keys() if given == self._framed_with else edition.samples()
        if given != self._framed_with or not shapes <= known:
            with tempfile.TemporaryDirectory(dir=self._room.name) as folder:
                self._frames = framed(edition.setting, {*known, *shapes}, Path(folder), lambda: None)
            self._framed_with = given
        return self._frames

    def _file(self, path: str, edition: Edition) -> bytes | None:
        if (ours := THEME / path).is_file() and path.startswith("assets/"):
            return ours.read_bytes()
        one = edition.artifact(path) or edition.beside(path)
        try:
            return content_bytes(one, edition.setting.cache) if one else None
        except FileNotFoundError:  # deleted since
            return None

    def _search(self, path: str, edition: Edition) -> bytes | None:
        """A file of the search, which is made for all pages when somebody searches; meanwhile other pages are shown."""
        site = Path(self._room.name, "site")
        with self._searching:
            if self._searched is not edition:
                self._tell("Indexing the pages for the search")
                shutil.rmtree(site, ignore_errors=True)
                built = Built(site, edition.publication.network, edition.setting.edge)
                for one in edition.offers:
                    with self._lock:
                        page = self._page(one, edition) if one.endswith(PAGE) else None
                    if page is not None:
                        built.write(f"{one.removesuffix(PAGE)}index.html", page.decode())
                write_search(built)
                self._searched = edition
            file = site / path
            return file.read_bytes() if file.is_file() else None


def _printed(network: Network, sources: Sources, edge: Edge) -> Proof:
    """The PDFs of a network, printed in processes of their own where they are not yet."""
    time.sleep(PRINTED_AFTER_S)
    found = proof(network, sources, edge)
    if found.late is None:
        return found
    found.late()
    return proof(network, sources, edge)
