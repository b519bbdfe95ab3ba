"""Runs an engine over finished pages: MkDocs, ProperDocs or Zensical, each in a process of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from enum import StrEnum
from functools import partial
from pathlib import Path
from subprocess import PIPE
from typing import Any

from masthead.artifact import Artifact, Cache, Recipe, make_shared, write_tree
from masthead.aside import put_back, set_aside
from masthead.disk import read_source
from masthead.edge import Edge
from masthead.halt import MastheadError
from masthead.publish.social import CARDS
from masthead.render import THEME
from masthead.rooms import CONFIG
from masthead.source import Source


class Engine(StrEnum):
    """The program that turns finished pages into HTML."""

    MKDOCS = "mkdocs"
    PROPERDOCS = "properdocs"
    ZENSICAL = "zensical"


STRICT = {
    Engine.MKDOCS: ("--strict", "--quiet"),
    Engine.PROPERDOCS: ("--strict", "--quiet"),
    Engine.ZENSICAL: ("--clean",),
}
BESIDE = "beside"
MANY = 40  # cards: fewer take less time than another process needs to start
Write = Callable[[Iterable[Artifact]], None]
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def build_pages(
    engine: Engine, artifacts: Iterable[Artifact], folder: Path, write: Write, edge: Edge, cache: Cache
) -> Path:
    """Build the pages that `write` writes below `folder`, and return where the site is. Finished HTML goes past the
    engine where that is possible, and cards always do. Raises MastheadError with what the engine said.
    """
    whole = tuple(artifacts)
    cards = tuple(one for one in whole if one.path.startswith(CARDS))  # no page links to them: what shares it does
    given, taken = set_aside(one for one in whole if not one.path.startswith(CARDS))
    write(given)
    with suppress(MastheadError):
        site = run_engine(engine, folder, edge, partial(_write_beside, cards, folder / BESIDE, cache))
        shutil.copytree(folder / BESIDE, site, dirs_exist_ok=True, copy_function=os.replace)
        if put_back(site, taken):
            return site
    for left in folder.iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    write(whole)
    return run_engine(engine, folder, edge)


def _write_beside(artifacts: Iterable[Artifact], folder: Path, cache: Cache) -> None:
    """Write artifacts to a folder of their own."""
    folder.mkdir()
    make_shared((one.content for one in artifacts if isinstance(one.content, Recipe)), cache, MANY)
    write_tree(artifacts, folder, cache)


def write_pages(
    artifacts: Iterable[Artifact], *, folder: Path, root: Path, extra: Mapping[str, Any], cache: Cache
) -> None:
    """Write finished pages, the theme, and a configuration that is the publication's own but for a few settings.

    It inherits nothing: of two lists one engine takes the second, and another both, so that a navigation would be
    shown twice.
    """
    write_tree(artifacts, folder / "docs", cache)
    shutil.copytree(THEME, folder / "theme", ignore=shutil.ignore_patterns("__pycache__"))
    own = _settings(root)
    config = {
        **own,
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {**own["theme"], "custom_dir": "theme"},
        "plugins": {},
        "extra": {**own["extra"], "network": dict(extra)},
        "site_name": extra["site_name"],
        **({"nav": extra["nav"]} if extra["nav"] else {}),
    }
    (folder / CONFIG).write_text(json.dumps(config, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _settings(root: Path) -> dict[str, Any]:
    """What the publication's mkdocs.yml says, its theme and its `extra` as groups of settings."""
    source = read_source(root, CONFIG)
    said: dict[str, Any] = dict(source.content) if isinstance(source, Source) else {}
    theme = said.get("theme") or {}
    return {**said, "theme": theme if isinstance(theme, dict) else {"name": theme}, "extra": said.get("extra") or {}}


def run_engine(engine: Engine, folder: Path, edge: Edge, meanwhile: Callable[[], None] = lambda: None) -> Path:
    """Build the pages in `folder` and return where the site is; what can be done `meanwhile` is done here.

    Raises MastheadError with what the engine said.
    """
    command = [sys.executable, "-m", engine.value, "build", "--config-file", CONFIG, *STRICT[engine]]
    environment = {**surroundings(), "SOURCE_DATE_EPOCH": str(int(edge.stamp.timestamp()))}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=PIPE, stderr=PIPE, text=True) as run:
        try:
            meanwhile()
            said = "".join(run.communicate())
        finally:
            run.kill()  # where it still runs, somebody has stopped this build
    if run.returncode != 0 or not (folder / "site" / "index.html").is_file():
        raise MastheadError(f"{engine.value} could not build the pages:\n{_plainly(said)}")
    return folder / "site"


def surroundings() -> dict[str, str]:
    """The environment of an engine: ours, without the advertisements that engines print."""
    return {**os.environ, **QUIET}


def _plainly(said: str) -> str:
    """What an engine said, without the inner history of a fault."""
    before, trace, after = said.partition("Traceback (most recent call last):")
    return f"{before}{after.strip().rpartition(chr(10))[2]}" if trace else said
