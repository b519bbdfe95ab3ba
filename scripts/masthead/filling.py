"""All pages of a site: the engine makes their frames, and each page is filled into its own; else it makes whole pages.

Whole pages are what a plain run of an engine makes, and the same to the byte. They are made here, too, where mkdocs.yml
names what only an engine does, or where an engine does not give back the frames as they were asked for.
"""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from masthead.artifact import Artifact, Cache, Recipe, make_shared, write_tree
from masthead.bodies import Extensions
from masthead.engine import Engine, Setting, run_engine, write_pages
from masthead.finish.built import NOT_FOUND, Raw, raws_in
from masthead.frames import PAGE, FrameError, Frames, Page, Shapes, pages_in, whole
from masthead.halt import MastheadError
from masthead.render import THEME

MANY = 40  # cards: fewer take less time than another process needs to start
DONE_BY_THE_ENGINE_ALONE = ("hooks", "snippets", "use_directory_urls")
PACKAGES = {
    Engine.MKDOCS: ("mkdocs", "mkdocs-material"),
    Engine.PROPERDOCS: ("properdocs", "mkdocs-material"),
    Engine.ZENSICAL: ("zensical",),
}


def build_pages(setting: Setting, artifacts: Sequence[Artifact], folder: Path) -> tuple[Path, tuple[Raw, ...]]:
    """Where the site is, with every file but its pages, and how each page is made before it is finished.

    Raises MastheadError with what the engine said.
    """
    if not any(word in json.dumps(setting.config) for word in DONE_BY_THE_ENGINE_ALONE):
        try:
            return _filled(setting, artifacts, folder)
        except (FrameError, MastheadError):
            for left in folder.iterdir():
                shutil.rmtree(left)
    write_pages(artifacts, folder, setting.config, setting.cache)
    site = run_engine(setting.engine, folder, setting.edge)
    return site, raws_in(site)


def _filled(setting: Setting, artifacts: Sequence[Artifact], folder: Path) -> tuple[Path, tuple[Raw, ...]]:
    pages = pages_in(artifacts)
    site = folder / "site"
    others = tuple(one for one in artifacts if not one.path.endswith(PAGE))
    shapes = Shapes.of(pages, _targets(setting.config))
    html = _framed(setting, shapes, folder / "frames", partial(_write_others, others, site, setting))
    return site, tuple(_raws(pages, shapes.filled(html), setting.config))


def _write_others(artifacts: Iterable[Artifact], site: Path, setting: Setting) -> None:
    """Write all that is no page straight into the site: no engine would change it."""
    recipes = (one.content for one in artifacts if isinstance(one.content, Recipe))
    make_shared(recipes, setting.cache, MANY)
    write_tree(artifacts, site, setting.cache)
    shutil.copytree(THEME / "assets", site / "assets", dirs_exist_ok=True)


def _framed(setting: Setting, shapes: Shapes, folder: Path, meanwhile: Callable[[], None]) -> Mapping[str, str]:
    """What the engine makes of the samples, by the file of each; from the cache where it was given the same before."""
    given = (
        setting.engine,
        _versions(setting.engine),
        setting.config,
        [(one.path, one.text) for one in shapes.samples],
    )
    theme = sorted(path for path in THEME.rglob("*.html"))
    key = _hash("frames", json.dumps(given), *(path.read_text("utf-8") for path in theme))
    cache = Cache(setting.edge.workroom / "frames")
    if (known := cache.get(key)) is None:
        write_pages(shapes.samples, folder, setting.config, setting.cache)
        site = run_engine(setting.engine, folder, setting.edge, meanwhile)
        made = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
        known = json.dumps(made).encode()
        cache.keep(key, known)
        cache.forget_all_but([key])
    else:
        meanwhile()
    html: Mapping[str, str] = json.loads(known)
    return html


def _raws(pages: Iterable[Page], frames: Frames, config: Mapping[str, Any]) -> Iterator[Raw]:
    extensions = Extensions.of(config.get("markdown_extensions") or ())
    shown = {**config, "site_url": config["site_url"].rstrip("/") + "/"}
    said = json.dumps((shown["site_url"], shown["site_name"], shown["extra"], shown.get("markdown_extensions")))
    keys = {frame: _hash(*vars(frame).values(), said) for frame in set(frames.by_page.values())}
    for page in pages:
        frame = frames.by_page[page.path]
        make = partial(whole, page, frame, extensions, shown)
        yield Raw(page.file, _hash(keys[frame], page.text), make, page.front.get("card", {}).get("path", ""))
    yield Raw(NOT_FOUND, _hash(frames.not_found), lambda: frames.not_found)


def _targets(config: Mapping[str, Any]) -> Iterator[str]:
    """The paths to which every frame leads."""
    yield from _strings(config.get("nav") or ())
    yield from _strings(config["extra"]["network"])


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            yield from (found for one in value.values() for found in _strings(one))
        case list() | tuple():
            yield from (found for one in value for found in _strings(one))


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
