"""Icons made from the logo, and the manifest that names them."""

import io
import json
from typing import Any

import pytest
from PIL import Image

from masthead.artifact import Recipe
from masthead.canvas import icon
from masthead.publish.icons import ICONS, MANIFEST, publish_icons
from masthead.publish.publication import Publication
from tests.conftest import Read
from tests.integration.conftest import ROOT

AUBERGINE = (59, 20, 67)


@pytest.fixture(scope="module")
def made(read: Read) -> dict[str, bytes]:
    """Every icon of the demonstration, and its manifest."""
    artifacts = {one.path: one.content for one in publish_icons(read(ROOT))}
    return {
        path: content.make() if isinstance(content, Recipe) else str(content).encode()
        for path, content in artifacts.items()
    }


def picture(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_every_icon_is_published_once(made: dict[str, bytes]) -> None:
    assert sorted(made) == sorted((*(one.path for one in ICONS), MANIFEST))


def test_the_icon_at_the_root_has_three_sizes(made: dict[str, bytes]) -> None:
    assert picture(made["favicon.ico"]).info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def test_pictures_have_the_size_and_the_kind_that_the_manifest_states(made: dict[str, bytes]) -> None:
    stated = json.loads(made[MANIFEST])["icons"]
    assert [(one["src"], one["purpose"]) for one in stated] == [
        ("icons/icon-192.png", "any"),
        ("icons/icon-512.png", "any"),
        ("icons/maskable-512.png", "maskable"),
    ]
    for one in stated:
        found = picture(made[one["src"]])
        assert f"{found.width}x{found.height}" == one["sizes"]
        assert f"image/{str(found.format).lower()}" == one["type"]


@pytest.mark.parametrize("path", ["icons/apple-touch-icon.png", "icons/maskable-512.png"])
def test_what_is_cut_by_a_mask_stands_on_the_colour_of_the_brand_up_to_the_edge(
    made: dict[str, bytes], path: str
) -> None:
    found = picture(made[path])
    assert found.mode == "RGB"
    assert {found.getpixel(at) for at in ((0, 0), (found.width - 1, 0), (0, found.height - 1))} == {AUBERGINE}


def test_a_mask_of_eight_tenths_cuts_nothing_of_the_emblem(made: dict[str, bytes]) -> None:
    found = picture(made["icons/maskable-512.png"])
    middle, radius = found.width / 2, found.width * 0.4
    outside = {
        found.getpixel((x, y))
        for x in range(found.width)
        for y in range(found.height)
        if (x - middle) ** 2 + (y - middle) ** 2 > radius**2
    }
    assert outside == {AUBERGINE}


def test_an_icon_is_not_empty_and_its_corners_are_round(made: dict[str, bytes]) -> None:
    found = picture(made["icons/icon-192.png"])
    corner, middle = found.getpixel((0, 0)), found.getpixel((20, 96))
    assert (corner, middle) == ((0, 0, 0, 0), (*AUBERGINE, 255))


def test_the_drawing_has_other_colours_where_the_browser_is_dark(made: dict[str, bytes]) -> None:
    drawing = made["icons/icon.svg"].decode()
    light, dark = drawing.split("<style>")[1].split("</style>")[0].split("@media (prefers-color-scheme:dark)")
    assert "--mh-color-button:#3b1443" in light
    assert "--mh-color-button:#ddd0e8" in dark


def test_a_drawing_that_is_wider_than_high_fits_into_its_square() -> None:
    wide = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path fill="#fff" d="M0 0h40v10H0z"/></svg>'
    high = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 40"><path fill="#fff" d="M0 0h10v40H0z"/></svg>'
    boxes = [picture(icon(drawing, 80)).getbbox() for drawing in (wide, high)]
    assert boxes == [(0, 30, 80, 50), (30, 0, 50, 80)]


def test_the_manifest_says_what_the_network_is(public: Publication) -> None:
    told: dict[str, Any] = next(json.loads(str(one.content)) for one in publish_icons(public) if one.path == MANIFEST)
    del told["icons"]
    assert told == {
        "name": "Harbour Network",
        "short_name": "The Network",
        "description": "Three small harbours that learn from one another.",
        "lang": "en-GB",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": "#ffffff",
        "theme_color": "#3b1443",
    }
