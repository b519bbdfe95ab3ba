"""Gives every picture its size, so that nothing moves, and those of pixels in several widths and modern formats.

A browser takes the smallest that fills its place. What is made is kept between builds.
"""

import hashlib
import html
import posixpath
import re
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from masthead.artifact import Cache, Recipe
from masthead.drawings import drawing_size
from masthead.finish.built import Built
from masthead.limits import PICTURE_FORMATS
from masthead.pictures import PILLOW, Size, scaled, size_of
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
class _Room:
    """The site that is finished, what is kept of earlier builds, and what of it this one has used."""

    built: Built
    cache: Cache
    used: list[str] = field(default_factory=list)


def write_pictures(built: Built) -> None:
    """Write the size of every picture of ours into its pages, and offer other widths and formats of those of pixels."""
    room = _Room(built, Cache(built.edge.workroom / "pictures"))
    for page in built.pages():
        text = page.read_text(encoding="utf-8")
        if "<img" in text:
            page.write_bytes(_with_pictures(text, page, room).encode())
    room.cache.forget_all_but(room.used)


def _with_pictures(text: str, page: Path, room: _Room) -> str:
    start = text.find(ARTICLE)
    first = IMAGE.search(text, max(start, 0))

    def write(found: re.Match[str]) -> str:
        attributes = {name: html.unescape(value) for name, value in ATTRIBUTE.findall(found[1])}
        if first and found.start() > first.start():
            attributes.setdefault("loading", "lazy")  # only the first can be seen at once
        return _written(attributes, page, room) or found[0]

    return IMAGE.sub(write, text)


def _written(attributes: dict[str, str], page: Path, room: _Room) -> str:
    """The element of one picture; empty where it is not a file of ours."""
    address = urlsplit(attributes.get("src", ""))
    file = Path(posixpath.normpath(page.parent / unquote(address.path)))
    if address.scheme or address.netloc or address.path.startswith("/") or not file.is_file():
        return ""
    content = file.read_bytes()
    kind = PICTURE_FORMATS.get(file.suffix.lower())
    size = size_of(content) if kind else _drawn(content, file.suffix)
    if size is None:
        return ""
    if "width" not in attributes and "height" not in attributes:
        attributes |= {"width": str(size.width), "height": str(size.height)}
    if kind is None or not size.is_still:
        return str(render("pages/image.html.jinja", attributes=attributes.items())).strip()
    sizes = WAITING if attributes.get("loading") == "lazy" else AT_ONCE
    sources = {one: _source(file, content, size, one, page, room) for one in (*MODERN, FALLBACK.get(kind, kind))}
    *modern, plain = sources.items()
    attributes |= {"src": plain[1].srcset.split(", ")[-1].split(" ")[0], "srcset": plain[1].srcset, "sizes": sizes}
    values = {"sources": [one for _, one in modern], "sizes": sizes, "attributes": attributes.items()}
    return str(render("pages/picture.html.jinja", **values)).strip()


def _drawn(content: bytes, suffix: str) -> Size | None:
    box = drawing_size(content) if suffix == ".svg" else None
    return Size(*box) if box else None


def _source(file: Path, content: bytes, size: Size, kind: str, page: Path, room: _Room) -> Source:
    """A picture in one format, in every width that is not larger than itself."""
    widths = [width for width in WIDTHS_PX if width < size.width] + (
        [size.width] if size.width <= WIDTHS_PX[-1] else []
    )
    made = (_address(file, content, width, kind, page, room) for width in widths)
    files = (f"{address} {width}w" for address, width in zip(made, widths, strict=True))
    return Source(MODERN.get(kind, ""), ", ".join(files))


def _address(file: Path, content: bytes, width: int, kind: str, page: Path, room: _Room) -> str:
    """Where a picture of that width and format lies, as seen from the page; it is made where it is not there yet."""
    name = file.relative_to(room.built.folder).with_suffix("").as_posix()
    target = room.built.folder / FOLDER / f"{name}-{file.suffix[1:]}-{width}.{ENDINGS[kind]}"
    if not target.exists():
        key = hashlib.sha256(repr((PILLOW, width, kind)).encode() + content).hexdigest()
        room.used.append(key)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(room.cache.make(Recipe(key, partial(scaled, content, width, kind))))
    return quote(posixpath.relpath(target, page.parent))
