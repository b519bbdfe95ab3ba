"""What a page offers to those who share it and to those who keep it: a card, icons, a manifest."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.integration.conftest import ENGINES

HOME = "https://association.example/"
META = re.compile(r'<meta (?:property|name)="((?:og:image|twitter:card)[^"]*)" content="([^"]*)"')
LINK = re.compile(r'<link rel="(icon|apple-touch-icon|manifest)" href="([^"]+)"')
MAX_BYTES = 60_000


def pages(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


@pytest.mark.parametrize("engine", ENGINES)
def test_every_page_has_a_card_of_the_stated_size_with_words_for_those_who_do_not_see_it(
    sites: dict[str, Path], engine: str
) -> None:
    without = []
    for name, text in pages(sites[engine]):
        if 'property="og:url"' not in text:
            without.append(name)
            continue
        told = dict(META.findall(text))
        content = (sites[engine] / told["og:image"].removeprefix(HOME)).read_bytes()
        picture = Image.open(io.BytesIO(content))
        assert (picture.format, picture.size) == ("PNG", (1200, 630)), name
        assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
        assert told["twitter:card"] == "summary_large_image"
        assert told["og:image:alt"]
        assert len(content) <= MAX_BYTES
    assert without == [
        one for one in without if "404" in one or 'http-equiv="refresh"' in (sites[engine] / one).read_text()
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_every_page_names_icons_and_a_manifest_that_are_there(sites: dict[str, Path], engine: str) -> None:
    for name, text in pages(sites[engine]):
        if 'http-equiv="refresh"' in text:
            continue
        named = [(rel, urljoin(f"/{name}", href).removeprefix("/")) for rel, href in LINK.findall(text)]
        assert named == [
            ("icon", "favicon.ico"),
            ("icon", "icons/icon.svg"),
            ("apple-touch-icon", "icons/apple-touch-icon.png"),
            ("manifest", "site.webmanifest"),
        ], name
        assert [path for _, path in named if not (sites[engine] / path).is_file()] == []


def test_a_browser_reads_the_manifest_without_a_complaint(browser: Browser, address: str) -> None:
    opened = browser.new_page()
    opened.goto(address)
    session = opened.context.new_cdp_session(opened)
    told = session.send("Page.getAppManifest")
    assert told["errors"] == []
    assert told["url"] == f"{address}site.webmanifest"
    assert json.loads(told["data"])["name"] == "Association of Health and Care Provider Groups"
    icons = [urljoin(told["url"], one["src"]) for one in json.loads(told["data"])["icons"]]
    assert [opened.request.get(one).headers["content-type"] for one in icons] == ["image/png"] * 3
    opened.close()


def test_the_header_has_the_colour_of_the_brand_around_it_in_both_schemes(site: Path) -> None:
    stated = re.findall(
        r'<meta name="theme-color" content="([^"]+)" media="([^"]+)">', (site / "index.html").read_text()
    )
    assert stated == [("#3b1443", "(prefers-color-scheme: light)"), ("#3b1443", "(prefers-color-scheme: dark)")]
