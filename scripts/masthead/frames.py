"""The frames around pages: an engine makes one for each shape of page, and every page is filled into its own.

The frames of thousands of pages differ in nothing but what stands before them in the folders of the site, and which
entry of the navigation is theirs. So an engine is given one page of each shape, which marks where a page puts its own:
what it states of itself, its text, and what stands beside it. Those are made here, of the theme's own partials. A page
in the navigation has a shape of its own; so has one at the top of the site, and one below which the frame may lead.
"""

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace
from typing import Any

from masthead.addresses import address, relative_address
from masthead.artifact import Artifact
from masthead.bodies import PAGE, Body
from masthead.kept import Note
from masthead.publish.page import front_matter
from masthead.render import partial_of_theme

BEGIN, END = "---\n", "\n---\n"
HEAD, REPORT, ARTICLE, BESIDE = (
    *('<meta name="mh-frame">', '<div data-frame="report"></div>'),
    *('<div data-frame="article"></div>', '<div data-frame="beside"></div>'),
)
MARKS = re.compile("|".join((HEAD, REPORT, ARTICLE, BESIDE)))
PARTIALS = ("mh-head", "mh-report", "mh-beside")
FOUND = "search"  # whether it is to be found, and how
SHAPING = ("section", "layout", "asks", FOUND)  # the fields that decide what the frame itself prints


@dataclass(frozen=True)
class Page:
    """A page as it was published: `path` is that of its Markdown, `front` what stands before it."""

    path: str
    front: Mapping[str, Any]
    text: str

    @classmethod
    def of(cls, artifact: Artifact) -> "Page":
        """Reads what `front_matter` has written: a field a line, each of them JSON."""
        text = artifact.text
        front = text.removeprefix(BEGIN).partition(END)[0]
        fields = (line.partition(": ") for line in front.split("\n"))
        return cls(artifact.path, {name: json.loads(value) for name, _, value in fields}, text)

    @property
    def body(self) -> str:
        """What follows the front matter."""
        return self.text.partition(END)[2].lstrip("\n")

    @property
    def note(self) -> Note:
        """What is to be known of it without making it."""
        shaping = {
            name: bool(self.front[name]) if name == FOUND else self.front[name]
            for name in SHAPING
            if name in self.front
        }
        digest = hashlib.sha256(self.text.encode()).hexdigest()
        return Note("", digest, shaping, self.front.get("card", {}).get("path", ""))


class FrameError(Exception):
    """An engine has not given back what the frames were asked for."""


@dataclass(frozen=True)
class Frame:
    """What an engine writes around a page: before, between and behind what is the page's own."""

    before: str
    head: str
    top: str
    bottom: str
    after: str

    @classmethod
    def of(cls, html: str) -> "Frame":
        """Raises FrameError where a mark is not there once."""
        parts = MARKS.split(html)
        if tuple(MARKS.findall(html)) != (HEAD, REPORT, ARTICLE, BESIDE):
            raise FrameError("an engine has written other marks than it was given")
        before, head, top, bottom, after = parts
        return cls(before, head, top, bottom, after)

    def around(self, page: Page, body: Body, config: Mapping[str, Any]) -> str:
        """The whole page, as the engine would have made it."""
        shown = {"page": _as_engines_show(page, body, config["site_url"]), "config": config}
        address_of = partial(relative_address, page.path)
        head, report, beside = (partial_of_theme(name, address_of, shown) for name in PARTIALS)
        ours = (head, report, body.html, beside, "")
        return "".join(part for pair in zip(vars(self).values(), ours, strict=True) for part in pair)


@dataclass(frozen=True)
class Shape:
    """What pages have in common that have equal frames: the page that stands for all of them."""

    sample: Artifact

    @property
    def file(self) -> str:
        """The file that an engine makes of the sample."""
        return file_of(self.sample.path)


def file_of(path: str) -> str:
    """The file of the site that a page at `path` becomes."""
    return address(path) + "index.html"


def shape_of(path: str, front: Mapping[str, Any], leads_to: Collection[str]) -> Shape:
    """The shape of a page with these fields, where every frame leads to these folders."""
    folder = path.removesuffix(PAGE)
    parent = folder[:-1].rpartition("/")[0]
    said = _sample_front(front)
    if not parent or folder in leads_to:
        return Shape(Artifact(path, f"{said}{ARTICLE}\n"))
    number = hashlib.sha256(said.encode()).hexdigest()[:8]
    return Shape(Artifact(f"{parent}/frame-{number}/{PAGE}", f"{said}{ARTICLE}\n"))


def folders_in(value: Any) -> Iterator[str]:
    """Every folder, with its slash, in which something lies that is named anywhere in a value."""
    match value:
        case str():
            steps = value.split("/")[:-1]
            yield from ("/".join(steps[: number + 1]) + "/" for number in range(len(steps)))
        case Mapping():
            yield from (folder for one in value.values() for folder in folders_in(one))
        case list() | tuple():
            yield from (folder for one in value for folder in folders_in(one))


def _sample_front(front: Mapping[str, Any]) -> str:
    kept = {name: front[name] for name in SHAPING if name in front}
    found = {FOUND: {"kind": ""}} if kept.pop(FOUND, None) else {}
    return front_matter({"title": "Frame", "frame": True, **kept, **found})


def _as_engines_show(page: Page, body: Body, site_url: str) -> SimpleNamespace:
    return SimpleNamespace(
        meta=page.front,
        toc=body.toc,
        is_homepage=page.path == PAGE,
        canonical_url=site_url.rstrip("/") + "/" + address(page.path),
    )
