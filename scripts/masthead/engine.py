"""Runs an engine over a folder of pages: MkDocs, ProperDocs or Zensical, each in a process of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from subprocess import PIPE
from typing import Any

from masthead.artifact import Artifact, Cache, write_tree
from masthead.disk import read_source
from masthead.edge import Edge
from masthead.halt import MastheadError
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
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@dataclass(frozen=True)
class Setting:
    """What pages are built with: `config` is all that an engine is told, `extra` what the theme prints besides."""

    engine: Engine
    config: Mapping[str, Any]
    edge: Edge
    cache: Cache


def config_of(root: Path, extra: Mapping[str, Any]) -> dict[str, Any]:
    """The configuration of an engine, which is the publication's own but for a few settings.

    It inherits nothing: of two lists one engine takes the second, and another both, so that a navigation would be
    shown twice.
    """
    source = read_source(root, CONFIG)
    said: dict[str, Any] = dict(source.content) if isinstance(source, Source) else {}
    theme = said.get("theme") or {}
    return {
        **said,
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {**(theme if isinstance(theme, dict) else {"name": theme}), "custom_dir": "theme"},
        "plugins": {},
        "extra": {**(said.get("extra") or {}), "network": dict(extra)},
        "site_name": extra["site_name"],
        **({"nav": extra["nav"]} if extra["nav"] else {}),
        **({"hooks": [str(root / hook) for hook in said["hooks"]]} if said.get("hooks") else {}),
    }


def write_pages(artifacts: Iterable[Artifact], folder: Path, config: Mapping[str, Any], cache: Cache) -> None:
    """Write finished pages, the theme, and the configuration."""
    write_tree(artifacts, folder / "docs", cache)
    shutil.copytree(THEME, folder / "theme", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / CONFIG).write_text(json.dumps(config, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


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
    if run.returncode != 0 or not (folder / "site" / "404.html").is_file():
        raise MastheadError(f"{engine.value} could not build the pages:\n{_plainly(said)}")
    return folder / "site"


def surroundings() -> dict[str, str]:
    """The environment of an engine: ours, without the advertisements that engines print."""
    return {**os.environ, **QUIET}


def _plainly(said: str) -> str:
    """What an engine said, without the inner history of a fault."""
    before, trace, after = said.partition("Traceback (most recent call last):")
    return f"{before}{after.strip().rpartition(chr(10))[2]}" if trace else said
