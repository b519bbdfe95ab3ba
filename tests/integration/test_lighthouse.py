"""Lighthouse on a simulated phone, behind nginx: full marks, and no shift. `make bench` measures speed."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from tests.integration.conftest import ROOT
from tests.integration.servers import served
from tests.integration.test_browser import PAGES
from tests.judges.lighthouse import judge

# These are judged by `make test`, every kind of page by `make prove`. What is not found is no page for search engines.
AT_ONCE = ("home",)
KINDS = [
    pytest.param(kind, marks=() if kind in AT_ONCE else pytest.mark.prove) for kind in PAGES if kind != "not found"
]
SHIFT = """new Promise(done => new PerformanceObserver(list => {
    window.shift = (window.shift ?? 0) + list.getEntries().reduce((sum, entry) => sum + entry.value, 0);
}).observe({type: "layout-shift", buffered: true}) ?? setTimeout(() => done(window.shift ?? 0), 2500))"""


@pytest.fixture(scope="module")
def server(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration behind nginx."""
    with served("nginx", site, tmp_path_factory.mktemp("nginx"), ROOT) as address:
        yield address


@pytest.mark.parametrize("kind", KINDS)
def test_lighthouse_gives_full_marks_and_sees_no_layout_shift(server: str, kind: str) -> None:
    verdict = judge(server + PAGES[kind])
    marks = (verdict.accessibility, verdict.best_practices, verdict.seo)
    assert marks == (100, 100, 100), verdict.faults
    assert verdict.shift <= 0.01
    assert verdict.text_bytes <= 70_000


def late(route: Route) -> None:
    """Answer after a while, as a slow network does."""
    time.sleep(0.7)
    route.continue_()


@pytest.mark.parametrize("kind", ["home", "event", "chapter", "case study"])
def test_no_text_jumps_when_fonts_come_late(browser: Browser, server: str, kind: str) -> None:
    page = browser.new_page(viewport={"width": 412, "height": 823})
    page.route("**/*.woff2", late)
    page.goto(server + PAGES[kind], wait_until="load")
    assert page.evaluate(SHIFT) <= 0.01
    page.close()


def test_the_fonts_of_the_first_view_are_those_that_are_fetched_at_once(browser: Browser, server: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(server, wait_until="networkidle")
    fonts = page.evaluate("[...document.fonts].filter(one => one.status === 'loaded').map(one => one.family)")
    assert {name.strip('"') for name in fonts} == {"Newsreader", "Atkinson Hyperlegible Next"}
    page.wait_for_timeout(4000)  # then Chromium tells of fonts that were fetched and not used
    assert said == []
    page.close()
