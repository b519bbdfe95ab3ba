"""The site's icons, made from the logo, and the web app manifest (W3C), which names them and the network."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from masthead.artifact import Artifact, Recipe
from masthead.canvas import MAKER, ico, icon
from masthead.model.brand import Brand
from masthead.painting import on_screen
from masthead.publish.look import painted
from masthead.publish.publication import Publication

MANIFEST = "site.webmanifest"
ICO_SIZES_PX = (16, 32, 48)
TOUCH_PX, SMALL_PX, LARGE_PX = 180, 192, 512
TOUCH_SHARE, MASKABLE_SHARE = 0.68, 0.56  # a mask may leave no more than a circle of 80% (Web App Manifest, 2.8.3)


@dataclass(frozen=True)
class Icon:
    """One icon. `rel` is what a page calls it and `purpose` what the manifest does; empty where it does not name it."""

    path: str
    type: str
    sizes: str
    rel: str = ""
    purpose: str = ""


# These stay where browsers look for them, under names that do not change.
ICO = Icon("favicon.ico", "image/x-icon", "32x32", "icon")
SVG = Icon("icons/icon.svg", "image/svg+xml", "any", "icon")
TOUCH = Icon("icons/apple-touch-icon.png", "", f"{TOUCH_PX}x{TOUCH_PX}", "apple-touch-icon")
SMALL = Icon("icons/icon-192.png", "image/png", f"{SMALL_PX}x{SMALL_PX}", purpose="any")
LARGE = Icon("icons/icon-512.png", "image/png", f"{LARGE_PX}x{LARGE_PX}", purpose="any")
MASKABLE = Icon("icons/maskable-512.png", "image/png", f"{LARGE_PX}x{LARGE_PX}", purpose="maskable")
ICONS = (ICO, SVG, TOUCH, SMALL, LARGE, MASKABLE)


def publish_icons(publication: Publication) -> Iterator[Artifact]:
    """Every icon, and the manifest."""
    network = publication.network
    tile, emblem = (painted(publication.files, network.tokens, one) for one in _drawings(network.brand))
    ground = network.tokens["color.light.surface-brand"]
    made: dict[Icon, Callable[[], bytes]] = {
        ICO: partial(ico, tile, ICO_SIZES_PX),
        TOUCH: partial(icon, emblem, TOUCH_PX, ground, TOUCH_SHARE),
        SMALL: partial(icon, tile, SMALL_PX),
        LARGE: partial(icon, tile, LARGE_PX),
        MASKABLE: partial(icon, emblem, LARGE_PX, ground, MASKABLE_SHARE),
    }
    for one, make in made.items():
        key = hashlib.sha256(repr((MAKER, one, tile, emblem, ground)).encode()).hexdigest()
        yield Artifact(one.path, Recipe(key, make), network.brand.path)
    drawing = publication.files[f"brand/{_drawings(network.brand)[0]}"].content().decode("utf-8", "replace")
    yield Artifact(SVG.path, on_screen(drawing, network.tokens), network.brand.path)
    yield Artifact(MANIFEST, manifest(publication), network.settings.path)


def manifest(publication: Publication) -> str:
    """The manifest, with addresses as seen from itself, so that a site may stand in a folder of its host."""
    settings, tokens = publication.network.settings, publication.network.tokens
    icons = [
        {"src": one.path, "sizes": one.sizes, "type": one.type, "purpose": one.purpose} for one in ICONS if one.purpose
    ]
    told = {
        "name": settings.title,
        "short_name": settings.short_title[:1].upper() + settings.short_title[1:],
        "description": settings.summary,
        "lang": settings.language,
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": tokens["color.light.background"],
        "theme_color": tokens["color.light.surface-brand"],
        "icons": icons,
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _drawings(brand: Brand) -> tuple[str, str]:
    """The drawing that stands on a tile of its own, and the one for brand ground; the first where there is none."""
    tile = brand.logo("favicon") or brand.logos[0]
    emblem = brand.logo("mark-on-brand") or brand.logo("logo-on-brand") or brand.logos[0]
    return tile.file, emblem.file
