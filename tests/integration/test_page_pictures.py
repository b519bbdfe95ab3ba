"""Every page of the printed demonstration looks as it did: small pictures of the pages, compared with a tolerance.

`pytest tests/integration/test_page_pictures.py --rewrite-golden` makes them anew. Look at them before you commit them.
"""

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from masthead.publish.papers import A4, A5, Paper
from tests.conftest import TESTS
from tests.integration.conftest import Print

FOLDERS = {"A4": TESTS / "golden" / "pages", "A5": TESTS / "golden" / "pages-a5"}
COLOURS = 32
PIXELS_PER_POINT = 0.3
VISIBLE = 24  # of 255, in one of red, green and blue
TOLERATED = 0.001  # of the pixels: some letters
LIMIT = 400_000


def pictures(file: Path) -> list[Image.Image]:
    """A small picture of each page, of few colours: a third of the room."""
    with pypdfium2.PdfDocument(file) as document:
        return [few_colours(page.render(scale=PIXELS_PER_POINT).to_pil()) for page in document]


def few_colours(picture: Image.Image) -> Image.Image:
    """A picture with a palette."""
    return picture.convert("RGB").quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def difference(one: Image.Image, other: Image.Image) -> Image.Image:
    """Black where two pictures are alike, white where they differ visibly."""
    if one.size != other.size:
        return Image.new("L", one.size, 255)
    red, green, blue = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue).point(lambda value: 255 * (value > VISIBLE))


def share(picture: Image.Image) -> float:
    """How much of a picture is white."""
    return picture.histogram()[255] / (picture.width * picture.height)


def compare(got: Sequence[Image.Image], kept: Sequence[Image.Image], folder: Path) -> list[str]:
    """A sentence for each page that looks different; a picture of the difference goes to the folder."""
    found = []
    if len(got) != len(kept):
        found.append(f"{len(got)} pages, where there were {len(kept)}")
    for number, (new, old) in enumerate(zip(got, kept, strict=False), 1):
        white = difference(new, old)
        if share(white) > TOLERATED:
            path = folder / f"page-{number:02}.png"
            beside = Image.new("RGB", (3 * new.width, new.height))
            for place, part in enumerate((old, new, white)):
                beside.paste(part.convert("RGB"), (place * new.width, 0))
            beside.save(path)
            found.append(f"page {number}: {share(white):.1%} is different; before, now and the difference: {path}")
    return found


@pytest.fixture(scope="module")
def pages(printed: Print) -> list[Image.Image]:
    """The pages of the demonstration as they look now."""
    return pictures(printed("demonstration", "ua-1", A4).file)


@pytest.mark.parametrize(("conformance", "paper"), [("ua-1", A4), ("ua-2", A5)], ids=["A4", "A5"])
def test_every_page_looks_as_it_did(
    request: pytest.FixtureRequest, printed: Print, tmp_path: Path, conformance: str, paper: Paper
) -> None:
    folder, got = FOLDERS[paper.size], pictures(printed("demonstration", conformance, paper).file)
    if request.config.getoption("--rewrite-golden"):
        folder.mkdir(exist_ok=True)
        for path in folder.glob("*.png"):
            path.unlink()
        for number, page in enumerate(got, 1):
            page.save(folder / f"{number:02}.png", optimize=True)
    kept = [Image.open(path) for path in sorted(folder.glob("*.png"))]
    assert compare(got, kept, tmp_path) == []


def test_the_pictures_are_small() -> None:
    assert sum(path.stat().st_size for folder in FOLDERS.values() for path in folder.glob("*.png")) < LIMIT


def test_lines_that_are_covered_are_noticed(pages: list[Image.Image], tmp_path: Path) -> None:
    changed = list(pages)
    covered = pages[4].convert("RGB")
    left, top, *_ = covered.convert("L").point(lambda value: 255 * (value < 160)).getbbox() or (0, 0, 0, 0)
    covered.paste((255, 255, 255), (left, top, left + 90, top + 60))
    changed[4] = few_colours(covered)
    (sentence,) = compare(changed, pages, tmp_path)
    assert sentence.startswith("page 5: ")
    assert sentence.endswith(str(tmp_path / "page-05.png"))
    assert (tmp_path / "page-05.png").is_file()


def test_a_page_less_is_noticed(pages: list[Image.Image], tmp_path: Path) -> None:
    assert f"{len(pages) - 1} pages, where there were {len(pages)}" in compare(pages[:-1], pages, tmp_path)


def test_another_colour_is_noticed(pages: list[Image.Image], tmp_path: Path) -> None:
    red, green, blue = pages[0].convert("RGB").split()
    changed = [few_colours(Image.merge("RGB", (green, red, blue))), *pages[1:]]
    assert [sentence.split(":")[0] for sentence in compare(changed, pages, tmp_path)] == ["page 1"]
