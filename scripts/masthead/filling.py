"""All pages of a site: the engine makes their frames, and each page is filled into its own; else it makes whole pages.

Whole pages are what a plain run of an engine makes, and the same to the byte. They are made here, too, where mkdocs.yml
names what only an engine does, or where an engine does not give back the frames as they were asked for.
"""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from operator import attrgetter
from pathlib import Path
from typing import Any, Self

from masthead.artifact import Artifact, Cache, Pieces, Recipe, Spared, made, make_shared, write_tree
from masthead.bodies import PAGE, Extensions
from masthead.engine import Engine, Setting, run_engine, write_pages
from masthead.finish.built import NOT_FOUND, Raw, raws_in
from masthead.frames import Frame, FrameError, Page, Shape, file_of, folders_in, shape_of
from masthead.halt import MastheadError
from masthead.kept import Before, Note
from masthead.render import THEME
from masthead.shares import processes, shared
from masthead.spares import note_of

MANY = 40  # cards: fewer take less time than another process needs to start
FEW = 2  # drawings: to cut a font for one takes longer
DONE_BY_THE_ENGINE_ALONE = ("hooks", "snippets", "use_directory_urls")
PACKAGES = {
    Engine.MKDOCS: ("mkdocs", "mkdocs-material"),
    Engine.PROPERDOCS: ("properdocs", "mkdocs-material"),
    Engine.ZENSICAL: ("zensical",),
}


def build_pages(
    setting: Setting, artifacts: Sequence[Artifact], folder: Path, before: Before | None = None
) -> tuple[Path, tuple[Raw, ...]]:
    """Where the site is, with every file but its pages, and how each page is made before it is finished. What need not
    be made is taken from the site before.

    Raises MastheadError with what the engine said.
    """
    if can_fill(json.dumps(setting.config)):
        try:
            return _filled(setting, artifacts, folder, before)
        except (FrameError, MastheadError):
            for left in folder.iterdir():
                shutil.rmtree(left)
    write_pages(artifacts, folder, setting.config, setting.cache)
    site = run_engine(setting.engine, folder, setting.edge)
    return site, raws_in(site)


def can_fill(config: str) -> bool:
    """Whether mkdocs.yml names nothing that only an engine does with whole pages."""
    return not any(word in config for word in DONE_BY_THE_ENGINE_ALONE)


def _filled(
    setting: Setting, artifacts: Sequence[Artifact], folder: Path, before: Before | None
) -> tuple[Path, tuple[Raw, ...]]:
    """The engine makes the frames while all else is written."""
    notes = {one.path: note_of(one) for one in artifacts if one.path.endswith(PAGE)}
    site = folder / "site"
    others = tuple(one for one in artifacts if not one.path.endswith(PAGE))
    leads_to = frozenset(folders_in(setting.config))
    shapes = {path: shape_of(path, note.front, leads_to) for path, note in notes.items()}
    known = dict(_in_site_before(artifacts, before)) if before else {}
    frames = framed(setting, shapes.values(), folder / "frames", partial(_write_others, others, site, setting, known))
    filler = Filler.of(setting.config)
    pages = (one for one in artifacts if one.path in notes)
    raws = (filler.raw(one, notes[one.path], frames.by_shape[shapes[one.path]]) for one in pages)
    return site, (*raws, Raw(NOT_FOUND, _hash(frames.not_found), lambda: frames.not_found))


def _in_site_before(artifacts: Iterable[Artifact], before: Before) -> Iterator[tuple[str, Path]]:
    """Where files lie that would be the same again, by their paths: those of jobs that were spared, and their cards."""
    for one in artifacts:
        if isinstance(one.content, Spared) and not one.path.endswith(PAGE):
            yield one.path, before.folder / one.path
        elif isinstance(one.content, Spared) and (card := one.content.note.card) in one.content.note.beside:
            yield card, before.folder / before.known.pages[file_of(one.path)].card


def _write_others(artifacts: Sequence[Artifact], site: Path, setting: Setting, known: Mapping[str, Path]) -> None:
    """Write all that is no page straight into the site: no engine would change it."""
    drawings: list[Recipe] = []
    others: list[Recipe] = []
    for one in artifacts:
        if isinstance(one.content, Recipe):
            (drawings if one.path.endswith(".svg") else others).append(one.content)
    make_shared(drawings, setting.cache, FEW)  # apart, so that no process holds the fonts and what draws cards
    make_shared(others, setting.cache, MANY)

    def write(one: Artifact) -> Mapping[str, Any]:
        write_tree((one,), site, setting.cache)
        return {}

    shared(write, [one for one in artifacts if isinstance(one.content, Pieces)], processes())
    write_tree((one for one in artifacts if not isinstance(one.content, Pieces)), site, setting.cache, known)
    shutil.copytree(THEME / "assets", site / "assets", dirs_exist_ok=True)


@dataclass(frozen=True)
class Frames:
    """The frames of pages by their shapes, and the page that is shown where none is."""

    by_shape: Mapping[Shape, Frame]
    not_found: str


def framed(setting: Setting, shapes: Iterable[Shape], folder: Path, meanwhile: Callable[[], None]) -> Frames:
    """What the engine makes of shapes in a folder; from the cache where it was given the same before. What can be done
    `meanwhile` is done. Raises FrameError, and MastheadError with what the engine said.
    """
    given = sorted(set(shapes), key=attrgetter("file"))
    samples = [shape.sample for shape in given]
    pages = [(one.path, one.text) for one in samples]
    key = _hash(json.dumps((setting.engine, _versions(setting.engine), setting.config, pages, theme_texts())))
    cache = Cache(setting.edge.workroom / "frames")
    if (known := cache.get(key)) is None:
        write_pages(samples, folder, setting.config, setting.cache)
        site = run_engine(setting.engine, folder, setting.edge, meanwhile)
        known = json.dumps(
            [(site / file).read_text("utf-8") for file in (*map(attrgetter("file"), given), NOT_FOUND)]
        ).encode()
        cache.keep(key, known)
        cache.forget_all_but([key])
    else:
        meanwhile()
    *html, not_found = json.loads(known)
    return Frames({shape: Frame.of(one) for shape, one in zip(given, html, strict=True)}, not_found)


def theme_texts() -> list[str]:
    """The templates of the theme: where one changes, so do the frames."""
    return [path.read_text("utf-8") for path in sorted(THEME.rglob("*.html"))]


@dataclass(frozen=True)
class Filler:
    """Fills pages into frames: with the extensions of Markdown and the configuration that an engine would have."""

    extensions: Extensions
    config: Mapping[str, Any]
    key: str

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Self:
        shown = {**config, "site_url": config["site_url"].rstrip("/") + "/"}
        said = (shown["site_url"], shown["site_name"], shown["extra"], shown.get("markdown_extensions"))
        return cls(Extensions.of(config.get("markdown_extensions") or ()), shown, json.dumps(said))

    def raw(self, artifact: Artifact, note: Note, frame: Frame) -> Raw:
        """A page in its frame, made when it is asked for."""
        key = _hash(self.key, *vars(frame).values(), note.digest)
        return Raw(file_of(artifact.path), key, lambda: self.whole(Page.of(made(artifact)), frame), note.card)

    def whole(self, page: Page, frame: Frame) -> str:
        """A page in its frame."""
        return frame.around(page, self.extensions.convert(page.body, page.path), self.config)


def _versions(engine: Engine) -> list[str]:
    found = []
    for package in PACKAGES[engine]:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:  # a part of another one
            continue
    return found


def _hash(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()
