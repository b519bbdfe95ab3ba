"""The site while somebody writes: read anew after every save, and each page made when a browser asks for it.

So what a save costs does not grow with the pages. They are the same as in a build, but for their drafts, and for what
only a published site needs: names by content, several sizes of pictures, the policy, compressed twins.
"""

import gc
import json
import shutil
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from masthead.artifact import content_bytes
from masthead.bodies import PAGE
from masthead.checks import judged_alone
from masthead.collector import uncollected
from masthead.edge import Edge, read_edge
from masthead.edition import Edition
from masthead.engine import Engine, Setting, config_of
from masthead.examine import examine_again, has_errors
from masthead.filling import Filler, Frames, framed, theme_texts
from masthead.finish import CHANGES
from masthead.finish.built import NOT_FOUND, Built, changed
from masthead.finish.search import INDEX, write_search
from masthead.frames import Shape, shape_of
from masthead.memory import keep, recall
from masthead.model.network import Network
from masthead.outline import outline
from masthead.press import Proof, cache_of, proof, publication_of, theme_context
from masthead.preview import LatePrinter, report_of
from masthead.publish.publication import Publication
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
        self._printed_of = ""  # the outline of what the PDFs were printed of
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
                self._printed_of = ""
            loaded = examine_again(self._root, self._memory)
            if self._edition is None and loaded.network is not None:
                keep(self._memory, self._root)
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
            homes = self._edition.homes if self._edition else {}
            self._edition = Edition(publication, self._proof.prints, setting, homes)
        self._printer.print(partial(self._print, network, sources, publication, edge), self._show_printed)

    def _print(self, network: Network, sources: Sources, publication: Publication, edge: Edge) -> Proof | None:
        """The PDFs of a network, printed in processes of their own where they are not yet; None where they are those
        of before.
        """
        time.sleep(PRINTED_AFTER_S)
        if not self._printed_of:
            self._get_ready()
        outlined = outline(publication, sources)
        if outlined == self._printed_of:
            return None
        found = proof(network, sources, edge)
        if found.late is not None:
            found.late()
            found = proof(network, sources, edge)
        self._printed_of = outlined
        return found

    def _get_ready(self) -> None:
        """Have imported what judges the first file that is saved; and let whoever looks for unused cycles pass over all
        that is there by now.
        """
        with self._lock:  # what converts Markdown does one thing at a time
            tuple(judged_alone(max(self._memory.subjects.values(), key=lambda one: len(one.body))))
        gc.collect()
        gc.freeze()

    def _show_printed(self, printed: Proof | None) -> None:
        """Offer new PDFs, and tell of their sizes."""
        if printed is None:
            return
        with self._lock:
            is_other = self._proof is None or self._proof.publication.pdfs != printed.publication.pdfs
            self._proof = printed
            if self._edition and is_other:
                self._edition = self._edition.with_prints(printed)
        if is_other:
            self._changed()

    def answer(self, address: str) -> Answer:
        """What is at an address, without the slash it begins with. A site may be meant to stand below some folder."""
        address = self._on_site(address)
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
        with self._lock:
            return self._edition is not None and self._edition.offer(f"{self._on_site(address)}/{PAGE}") is not None

    def _on_site(self, address: str) -> str:
        """The address below the folder in which the site is meant to stand."""
        if self._edition is None:
            return address
        return address.removeprefix(urlsplit(self._edition.setting.config["site_url"]).path.strip("/") + "/")

    def _page(self, path: str, edition: Edition) -> bytes | None:
        """The finished page, made once: several browsers, or several tabs, may look at it."""
        key = path, self._report
        if key not in edition.shown and (made := self._made(path, edition)):
            edition.shown[key] = made
        return edition.shown.get(key)

    def _made(self, path: str, edition: Edition) -> bytes | None:
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
                with self._lock:
                    pages = [one for one in edition.offers if one.endswith(PAGE)]
                for one in pages:
                    with self._lock:
                        page = self._made(one, edition)
                    if page is not None:
                        built.write(f"{one.removesuffix(PAGE)}index.html", page.decode())
                write_search(built)
                self._searched = edition
            file = site / path
            return file.read_bytes() if file.is_file() else None
