"""Pictures made of pixels: whether all browsers and print show them, and smaller ones. Alone in importing Pillow."""

import io
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import PIL
from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from masthead.limits import MAX_PICTURE_PIXELS, PICTURE_FORMATS
from masthead.maker import maker
from masthead.problem import Place, Problem, Severity

NAMES = {"WEBP": "WebP", "MPO": "JPEG", "JPEG2000": "JPEG 2000"}
MODES = frozenset(("1", "L", "LA", "P", "PA", "RGB", "RGBA"))
MAKER = maker([__file__], PIL.__version__)
# One thread, so that each run gives the same bytes.
SAVED_AS: Mapping[str, Mapping[str, Any]] = {
    "AVIF": {"quality": 60, "speed": 5, "max_threads": 1},
    "WEBP": {"quality": 80, "method": 5},
    "JPEG": {"quality": 82, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
}
RGB = "Save it again in RGB colours with 8 bits for each."


def picture_faults(path: str, absolute: Path) -> tuple[Problem, ...]:
    """All that is wrong with the picture at `path`; looked at again only when the file has changed."""
    status = absolute.stat()
    return _faults(path, absolute, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=4096)
def _faults(path: str, absolute: Path, _: int, size: int) -> tuple[Problem, ...]:
    # WeasyPrint, once imported, asks Pillow to show the half of a picture that is there. We want to know.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    if size == 0:
        return (Problem(Place(path), "picture-broken", "This file is empty.", "Save the picture again."),)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of large pictures and odd metadata; what matters is judged here
        try:
            with Image.open(absolute) as picture:
                return tuple(_judge(picture, path, PICTURE_FORMATS[absolute.suffix.lower()]))
        except UnidentifiedImageError:
            message = f"This is no picture that can be read, though its name ends in {absolute.suffix}."
        except Image.DecompressionBombError:
            return (_too_large(path, "more than 170 million"),)
        except (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, MemoryError):
            message = "This picture is damaged: a part of it is missing or cannot be read."
    hint = "Export it again, or copy it again from where it came from."
    return (Problem(Place(path), "picture-broken", message, hint),)


def _judge(picture: Image.Image, path: str, expected: str) -> Iterator[Problem]:
    width, height = picture.size
    if width * height > MAX_PICTURE_PIXELS:
        yield _too_large(path, f"{width:,} × {height:,}")
        return
    found = NAMES.get(picture.format or "", picture.format or "")
    if found != NAMES.get(expected, expected):
        hint = f"Give it the ending of its kind, or save it again as {NAMES.get(expected, expected)}."
        yield Problem(Place(path), "picture-kind", f"This is a {found} picture under another name.", hint)
        return
    if picture.mode not in MODES:
        colours = "CMYK colours, which are for a printing press" if picture.mode == "CMYK" else "more than 8 bits"
        message = f"This picture has {colours}: it looks different from screen to screen."
        yield Problem(Place(path), "picture-colours", message, "Save it again in RGB colours, with 8 bits for each.")
    if getattr(picture, "n_frames", 1) > 1 and found != "JPEG":
        hint = "Use a picture that stands still, or describe in words what happens."
        message = "This picture moves; print shows its first moment."
        yield Problem(Place(path), "picture-moves", message, hint, Severity.WARNING)
    picture.draft(None, (1, 1))  # a JPEG is then read to its end, and not unpacked to its full size
    picture.load()


def _too_large(path: str, pixels: str) -> Problem:
    message = f"This picture has {pixels} pixels; {MAX_PICTURE_PIXELS:,} are the most."
    hint = "Make it smaller: 2,000 pixels are enough for the width of a page."
    return Problem(Place(path), "picture-too-large", message, hint)


@dataclass(frozen=True)
class Size:
    """Width and height in pixels, as a picture is shown; and whether it stands still."""

    width: int
    height: int
    is_still: bool = True


def size_of(content: bytes) -> Size:
    """How large a picture is, turned as its camera was held."""
    with Image.open(io.BytesIO(content)) as picture:
        width, height = ImageOps.exif_transpose(picture).size
        return Size(width, height, getattr(picture, "n_frames", 1) == 1)


def scaled(content: bytes, width: int, kind: str) -> bytes:
    """A picture of that width as `AVIF`, `WEBP`, `PNG` or `JPEG`, without what a camera noted. Equal ones are equal."""
    with Image.open(io.BytesIO(content)) as opened:
        picture = ImageOps.exif_transpose(opened)
        has_alpha = "A" in picture.mode or "transparency" in picture.info
        picture = picture.convert("RGBA" if has_alpha and kind != "JPEG" else "RGB")
        height = max(1, round(picture.height * width / picture.width))
        made = io.BytesIO()
        picture.resize((width, height), Image.Resampling.LANCZOS).save(made, kind, **SAVED_AS[kind])
        return made.getvalue()
