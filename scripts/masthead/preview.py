"""What a plain engine run shows: the public site in a build, the last good one with a report in a preview."""

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from masthead.artifact import Artifact
from masthead.edge import Edge, read_edge
from masthead.examine import examine, has_errors
from masthead.halt import MastheadError
from masthead.load import Loaded
from masthead.misprints import UnprintableError
from masthead.model.network import Network
from masthead.press import network_of_site, press, proof, theme_context
from masthead.publish.publishers import publish
from masthead.render import THEME, environment
from masthead.report import as_text, summary
from masthead.rooms import ROOMS
from masthead.shares import processes
from masthead.source import File
from masthead.styles import TEMPLATES

Made = TypeVar("Made")

log = logging.getLogger("mkdocs.plugins.masthead")

EMPTY_PAGE = """---
title: Waiting for the first good record
---

The report above says what to mend. This page reloads when it is mended.
"""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What an engine is to show. `network` is None where nothing good was ever read; `late` makes PDFs that are due."""

    artifacts: tuple[Artifact, ...]
    edge: Edge
    network: Network | None
    context: Mapping[str, Any] = field(default_factory=dict)
    report: str = ""
    late: Callable[[], Mapping[str, bytes]] | None = None

    @property
    def extra(self) -> dict[str, Any]:
        """What the theme prints beside the pages."""
        return {"network": self.context, "report": self.report}


class Preview:
    """Remembers what was last good between the builds of one preview."""

    def __init__(self) -> None:
        self._good: Shown | None = None
        self.printer = LatePrinter()

    def show(self, root: Path) -> Shown:
        """What to show now. Never raises for what an author wrote."""
        environment.cache_clear()
        loaded = examine(root)
        network = loaded.network
        if network is None or has_errors(loaded):
            return self._still_good(root, report_of(loaded))
        edge = read_edge(root, network.settings.timezone)
        found = proof(network, loaded.sources, edge)
        artifacts, late = (*publish(found.publication, processes()), *found.prints), found.late
        shown = network_of_site(network, edge, preview=True)
        context = theme_context(shown, loaded.sources)
        self._good = Shown(artifacts=artifacts, edge=edge, network=shown, context=context, late=late)
        return self._good

    def _still_good(self, root: Path, report: str) -> Shown:
        """What was last good, under a report; without the files that were deleted since."""
        if self._good is None:
            return Shown(artifacts=(_empty(),), edge=read_edge(root), network=None, report=report)
        artifacts = tuple(one for one in self._good.artifacts if _is_there(one))
        return replace(self._good, artifacts=artifacts, report=report, late=None)


def show_public(root: Path, tell: Callable[[str], None]) -> Shown:
    """What a build shows. Raises MastheadError with the report where the content has errors."""
    loaded = examine(root)
    if has_errors(loaded) or loaded.network is None:
        raise MastheadError(report_of(loaded))
    edge = read_edge(root, loaded.network.settings.timezone)
    try:
        artifacts = press(loaded.network, loaded.sources, edge, tell)
    except UnprintableError as fault:
        raise MastheadError(report_of(replace(loaded, problems=fault.problems))) from fault
    shown = network_of_site(loaded.network, edge)
    context = theme_context(shown, loaded.sources)
    return Shown(artifacts=artifacts, edge=edge, network=shown, context=context)


def watched(root: Path) -> tuple[str, ...]:
    """Folders whose change is a change of the site, the engine's own docs_dir aside."""
    rooms = (root / room for room in ROOMS if room != "content")
    return tuple(str(path) for path in (*rooms, TEMPLATES, THEME) if path.is_dir())


class LatePrinter:
    """Makes PDFs beside a preview; of several rounds that fall due while one is made, only the last is made."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._due: Callable[[], None] | None = None
        self._is_busy = False

    def print_into(self, site: Path, make: Callable[[], Mapping[str, bytes]]) -> None:
        """Put what `make` makes into the site when it is done; returns at once."""
        self.print(make, partial(_write_into, site))

    def print(self, make: Callable[[], Made], put: Callable[[Made], None]) -> None:
        """Give what `make` makes to `put` when it is done; returns at once."""
        with self._lock:
            self._due = lambda: put(make())
            if self._is_busy:
                return
            self._is_busy = True
        threading.Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        while due := self._next():
            try:
                due()
            except (MastheadError, OSError) as fault:  # a picture may be deleted meanwhile
                log.error("\n%s", fault)

    def _next(self) -> Callable[[], None] | None:
        with self._lock:
            due, self._due = self._due, None
            self._is_busy = due is not None
            return due


def _write_into(site: Path, made: Mapping[str, bytes]) -> None:
    for path, content in made.items() if site.is_dir() else ():
        (site / path).write_bytes(content)


def _is_there(artifact: Artifact) -> bool:
    """Whether it can still be made: it is no copy of a file, or that file exists."""
    return not isinstance(artifact.content, File) or artifact.content.absolute.is_file()


def report_of(loaded: Loaded) -> str:
    """What is wrong with the content, as a terminal shows it."""
    return f"{as_text(loaded.problems, loaded.sources.texts)}\n{summary(loaded.problems)}"


def _empty() -> Artifact:
    return Artifact("index.md", EMPTY_PAGE)
