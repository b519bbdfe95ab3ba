"""The frames around pages: an engine makes one for each shape of page, and every page is filled into its own.

The frames of thousands of pages differ in nothing but what stands before them in the folders of the site, and which
entry of the navigation is theirs. So an engine is given one page of each shape, which marks where a page puts its own:
what it states of itself, its text, and what stands beside it. Those are made here, of the theme's own partials. A page
in the navigation has a shape of its own; so has one at the top of the site, and one below which the frame may lead.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace
from typing import Any

from masthead.addresses import address, relative_address
from masthead.artifact import Artifact
from masthead.bodies import Body, Extensions
from masthead.finish.built import NOT_FOUND
from masthead.publish.page import front_matter
from masthead.render import partial_of_theme

PAGE = "index.md"
BEGIN, END = "---\n", "\n---\n"
HEAD, ARTICLE, BESIDE = '<meta name="mh-frame">', '<div data-frame="article"></div>', '<div data-frame="beside"></div>'
MARKS = re.compile("|".join((HEAD, ARTICLE, BESIDE)))
PARTIALS = ("mh-head", "mh-beside")
SHAPING = ("section", "layout", "asks")  # the fields that the frame itself prints


@dataclass(frozen=True)
class Page:
    """A page as it was published: `path` is that of its Markdown, `front` what stands before it."""

    path: str
    front: Mapping[str, Any]
    text: str

    @classmethod
    def of(cls, artifact: Artifact) -> "Page":
        """Reads what `front_matter` has written: a field a line, each of them JSON."""
        front = artifact.text.removeprefix(BEGIN).partition(END)[0]
        fields = (line.partition(": ") for line in front.split("\n"))
        return cls(artifact.path, {name: json.loads(value) for name, _, value in fields}, artifact.text)

    @property
    def body(self) -> str:
        """What follows the front matter."""
        return self.text.partition(END)[2].lstrip("\n")

    @property
    def file(self) -> str:
        """The file of the site that it becomes."""
        return address(self.path) + "index.html"


class FrameError(Exception):
    """An engine has not given back what the frames were asked for."""


@dataclass(frozen=True)
class Frame:
    """What an engine writes around a page: before, between and behind what is the page's own."""

    before: str
    above: str
    below: str
    after: str

    @classmethod
    def of(cls, html: str) -> "Frame":
        """Raises FrameError where a mark is not there once."""
        parts = MARKS.split(html)
        if tuple(MARKS.findall(html)) != (HEAD, ARTICLE, BESIDE):
            raise FrameError("an engine has written other marks than it was given")
        before, above, below, after = parts
        return cls(before, above, below, after)

    def around(self, page: Page, body: Body, config: Mapping[str, Any]) -> str:
        """The whole page, as the engine would have made it."""
        shown = {"page": _as_engines_show(page, body, config["site_url"]), "config": config}
        address_of = partial(relative_address, page.path)
        head, beside = (partial_of_theme(name, address_of, shown) for name in PARTIALS)
        return "".join((self.before, head, self.above, body.html, self.below, beside, self.after))


@dataclass(frozen=True)
class Frames:
    """The frame of every page, by the page's path, and the page that is shown where none is."""

    by_page: Mapping[str, Frame]
    not_found: str


@dataclass(frozen=True)
class Shapes:
    """The pages that stand for all others, and for which page each of the others has one: by path."""

    samples: tuple[Artifact, ...]
    of_page: Mapping[str, str]

    @classmethod
    def of(cls, pages: Iterable[Page], targets: Iterable[str]) -> "Shapes":
        """`targets` are the paths to which every frame leads."""
        above = {folder for target in targets for folder in _folders(target)}
        samples: dict[tuple[str, str], Artifact] = {}
        of_page: dict[str, str] = {}
        for page in pages:
            folder = page.path.removesuffix(PAGE)
            parent = folder[:-1].rpartition("/")[0]
            front = _sample_front(page.front)
            is_own = not parent or folder in above
            key = (folder if is_own else parent, front)
            path = page.path if is_own else f"{parent}/frame-{len(samples)}/{PAGE}"
            sample = samples.setdefault(key, Artifact(path, f"{front}{ARTICLE}\n"))
            of_page[page.path] = sample.path
        return cls(tuple(samples.values()), of_page)

    def filled(self, html: Mapping[str, str]) -> Frames:
        """The frames of all pages, from what an engine has made of the samples. Raises FrameError."""
        made = {one.path: Frame.of(html[address(one.path) + "index.html"]) for one in self.samples}
        return Frames({page: made[sample] for page, sample in self.of_page.items()}, html[NOT_FOUND])


def pages_in(artifacts: Sequence[Artifact]) -> tuple[Page, ...]:
    """The pages among artifacts."""
    return tuple(Page.of(one) for one in artifacts if one.path.endswith(PAGE))


def whole(page: Page, frame: Frame, extensions: Extensions, config: Mapping[str, Any]) -> str:
    """A page with its frame."""
    return frame.around(page, extensions.convert(page.body, page.path), config)


def _folders(target: str) -> Iterable[str]:
    """Every folder in which a target lies, with its slash."""
    steps = target.split("/")[:-1]
    return ("/".join(steps[: number + 1]) + "/" for number in range(len(steps)))


def _sample_front(front: Mapping[str, Any]) -> str:
    kept = {name: front[name] for name in SHAPING if name in front}
    found = {"search": {"kind": ""}} if front.get("search") else {}
    return front_matter({"title": "Frame", "frame": True, **kept, **found})


def _as_engines_show(page: Page, body: Body, site_url: str) -> SimpleNamespace:
    return SimpleNamespace(
        meta=page.front,
        toc=body.toc,
        is_homepage=page.path == PAGE,
        canonical_url=site_url.rstrip("/") + "/" + address(page.path),
    )
