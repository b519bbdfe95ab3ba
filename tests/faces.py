"""The face of the project: every kind of page, at three widths, light and dark, in both brands, on one sheet each.

`python -m tests.faces FOLDER` builds the demonstration in its own brand and in that of tests/bold/, takes the pictures
and writes a sheet for each brand, width and scheme. `docs/faces/` holds those that were looked at last, and says what
was found.
"""

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser

from tests.conftest import TESTS
from tests.integration.conftest import copy_of_demonstration, masthead, serve, start_browser
from tests.integration.test_browser import PAGES

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (390, 820, 1440)
BRANDS = ("association", "bold")
THUMB_WIDTH_PX, THUMB_HEIGHT_PX, GAP_PX, COLUMNS = 240, 360, 12, 11
QUALITY = 45  # of WebP: words of headings can be read


def build(brand: str, folder: Path) -> Path:
    """The site of the demonstration in a brand."""
    root = copy_of_demonstration(folder / brand)
    if brand == "bold":
        shutil.rmtree(root / "brand")
        shutil.copytree(TESTS / "bold", root / "brand")
    done = masthead("--root", root, "build")
    if done.returncode:
        raise SystemExit(done.stderr)
    return root / "site"


def pictures(browser: Browser, address: str, width: int, scheme: Scheme) -> Iterator[Image.Image]:
    """The beginning of each kind of page, as much of it as a thumb shows."""
    height = round(width * THUMB_HEIGHT_PX / THUMB_WIDTH_PX)
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce")
    for path in PAGES.values():
        page.goto(address + path, wait_until="networkidle")
        yield Image.open(BytesIO(page.screenshot())).convert("RGB").resize((THUMB_WIDTH_PX, THUMB_HEIGHT_PX))
    page.close()


def paper_size(count: int) -> tuple[int, int]:
    """How large a sheet is that holds so many pictures."""
    rows = -(-count // COLUMNS)
    return COLUMNS * (THUMB_WIDTH_PX + GAP_PX) + GAP_PX, rows * (THUMB_HEIGHT_PX + GAP_PX) + GAP_PX


def sheet(shown: list[Image.Image]) -> Image.Image:
    """Pictures side by side, in rows."""
    paper = Image.new("RGB", paper_size(len(shown)), "#888888")
    for number, picture in enumerate(shown):
        row, column = divmod(number, COLUMNS)
        paper.paste(picture, (GAP_PX + column * (THUMB_WIDTH_PX + GAP_PX), GAP_PX + row * (THUMB_HEIGHT_PX + GAP_PX)))
    return paper


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as room, start_browser() as browser:
        for brand in BRANDS:
            with serve(build(brand, Path(room))) as address:
                for width, scheme in product(WIDTHS, SCHEMES):
                    paper = sheet(list(pictures(browser, address, width, scheme)))
                    paper.save(folder / f"{brand}-{width}-{scheme}.webp", quality=QUALITY, method=6)


if __name__ == "__main__":
    main()
