"""Gives every picture its size, so that nothing moves, and those of pixels in several widths and modern formats.

A browser takes the smallest that fills its place. What is made is kept between builds.
"""

import hashlib
import html
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from masthead.artifact import Cache, Recipe
from masthead.drawings import drawing_size
from masthead.edge import Edge
from masthead.limits import PICTURE_FORMATS
from masthead.pictures import MAKER, Size, scaled, size_of
from masthead.render import render

IMAGE = re.compile(r"<img\b([^>]*?)\s*/?>")
ATTRIBUTE = re.compile(r'([\w:-]+)(?:="([^"]*)")?')
ARTICLE = "<article"
FOLDER = "assets/pictures"
WIDTHS_PX = (320, 480, 720, 960, 1280, 1600)
# A picture that waits is as wide as its place (HTML's `auto`); the rest is for browsers that do not know that yet.
WAITING, AT_ONCE = "auto, (min-width: 48em) 44rem, 100vw", "(min-width: 48em) 44rem, 100vw"
MODERN = {"AVIF": "image/avif", "WEBP": "image/webp"}  # the better first
ENDINGS = {"AVIF": "avif", "WEBP": "webp", "PNG": "png", "JPEG": "jpg"}
FALLBACK = {"GIF": "PNG", "AVIF": "JPEG", "WEBP": "PNG"}  # what is shown where a browser knows neither modern format


@dataclass(frozen=True)
class Source:
    """One format of a picture: its type, and its files with their widths."""

    type: str
    srcset: str


@dataclass(frozen=True)
class Shown:
    """The pictures of one page: a hash of each file of ours, and the key in the cache of each that was made of one; by
    their paths on the site. A file that is not there has an empty hash.
    """

    shown: dict[str, str] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Page:
    """The page whose pictures are written, by its file in a folder, and what is kept of earlier builds."""

    folder: Path
    file: Path
    cache: Cache
    found: Shown = field(default_factory=Shown)


def cache_of_pictures(edge: Edge) -> Cache:
    """What was made of pictures in earlier builds."""
    return Cache(edge.workroom / "pictures")


def with_pictures(text: str, file: str, folder: Path, cache: Cache) -> tuple[str, Shown]:
    """The page that will be `file` with the size of every picture of ours, and other widths and formats of those of
    pixels, which are written into the folder; and which pictures these are.
    """
    page = _Page(folder, folder / file, cache)
    return (_with_pictures(text, page) if "<img" in text else text), page.found


def are_as_shown(shown: Mapping[str, str], folder: Path) -> bool:
    """Whether the files of pictures are what they were."""
    return all(_hash_of(folder / path) == known for path, known in shown.items())


def restore(made: Mapping[str, str], folder: Path, cache: Cache) -> bool:
    """Write what was made of pictures in an earlier build. False where it is not there any more."""
    for path, key in made.items():
        target = folder / path
        if not target.exists():
            if (content := cache.get(key)) is None:
                return False
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return True


def _with_pictures(text: str, page: _Page) -> str:
    start = text.find(ARTICLE)
    first = IMAGE.search(text, max(start, 0))

    def write(found: re.Match[str]) -> str:
        attributes = {name: html.unescape(value) for name, value in ATTRIBUTE.findall(found[1])}
        if first and found.start() > first.start():
            attributes.setdefault("loading", "lazy")  # only the first can be seen at once
        return _written(attributes, page) or found[0]

    return IMAGE.sub(write, text)


def _written(attributes: dict[str, str], page: _Page) -> str:
    """The element of one picture; empty where it is not a file of ours."""
    address = urlsplit(attributes.get("src", ""))
    file = Path(posixpath.normpath(page.file.parent / unquote(address.path)))
    if address.scheme or address.netloc or address.path.startswith("/") or not file.is_relative_to(page.folder):
        return ""
    page.found.shown[file.relative_to(page.folder).as_posix()] = _hash_of(file)
    if not file.is_file():
        return ""
    kind, size = PICTURE_FORMATS.get(file.suffix.lower()), _size_of(file)
    if size is None:
        return ""
    if "width" not in attributes and "height" not in attributes:
        attributes |= {"width": str(size.width), "height": str(size.height)}
    if kind is None or not size.is_still:
        return str(render("pages/image.html.jinja", attributes=attributes.items())).strip()
    content = file.read_bytes()
    sizes = WAITING if attributes.get("loading") == "lazy" else AT_ONCE
    sources = {one: _source(file, content, size, one, page) for one in (*MODERN, FALLBACK.get(kind, kind))}
    *modern, plain = sources.items()
    attributes |= {"src": plain[1].srcset.split(", ")[-1].split(" ")[0], "srcset": plain[1].srcset, "sizes": sizes}
    values = {"sources": [one for _, one in modern], "sizes": sizes, "attributes": attributes.items()}
    return str(render("pages/picture.html.jinja", **values)).strip()


def _source(file: Path, content: bytes, size: Size, kind: str, page: _Page) -> Source:
    """A picture in one format, in every width that is not larger than itself."""
    widths = [width for width in WIDTHS_PX if width < size.width] + (
        [size.width] if size.width <= WIDTHS_PX[-1] else []
    )
    made = (_address(file, content, width, kind, page) for width in widths)
    files = (f"{address} {width}w" for address, width in zip(made, widths, strict=True))
    return Source(MODERN.get(kind, ""), ", ".join(files))


def _address(file: Path, content: bytes, width: int, kind: str, page: _Page) -> str:
    """Where a picture of that width and format lies, as seen from the page; it is made where it is not there yet."""
    name = file.relative_to(page.folder).with_suffix("").as_posix()
    target = page.folder / FOLDER / f"{name}-{file.suffix[1:]}-{width}.{ENDINGS[kind]}"
    key = hashlib.sha256(repr((MAKER, width, kind)).encode() + content).hexdigest()
    page.found.made[target.relative_to(page.folder).as_posix()] = key
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(page.cache.make(Recipe(key, partial(scaled, content, width, kind))))
    return quote(posixpath.relpath(target, page.file.parent))


@cache
def _size_of(file: Path) -> Size | None:
    """How large a picture is, looked at once: the logo stands on every page."""
    if file.suffix.lower() in PICTURE_FORMATS:
        return size_of(file.read_bytes())
    box = drawing_size(file.read_bytes()) if file.suffix == ".svg" else None
    return Size(*box) if box else None


@cache
def _hash_of(file: Path) -> str:
    """A hash of a file's content; empty where there is none. The folder of a build has a name of its own."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""
