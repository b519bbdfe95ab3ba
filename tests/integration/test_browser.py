"""The demonstration in a real browser: axe-core finds nothing, it fits the screen, and it works by keyboard."""

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.integration.conftest import ROOT

PAGES = {
    "home": "",
    "text": "purpose/",
    "events": "events/",
    "event": "events/learning-event-february-2027/",
    "event without a date": "events/launch/",
    "case studies": "our-work/",
    "case study": "our-work/designing-the-association/",
    "manifesto": "manifesto/",
    "chapter": "manifesto/what-a-group-is-for/",
    "members": "members/",
    "member": "members/royal-free-london/",
    "news": "news/",
    "search": "search/",
    "privacy": "privacy/",
    "cookies": "cookies/",
    "brand": "brand/",
    "not found": "404.html",
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = (
    "async rules => (await axe.run(document, {runOnly: rules})).violations.map(v => [v.id, v.nodes.map(n => n.html)])"
)
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
Scheme = Literal["light", "dark"]


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A fresh page in a light and in a dark scheme."""
    scheme: Scheme = request.param
    opened = browser.new_page(bypass_csp=True, color_scheme=scheme, reduced_motion="reduce")
    yield opened
    opened.close()


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_no_violation(page: Page, address: str, kind: str) -> None:
    page.goto(address + PAGES[kind])
    page.add_script_tag(path=ROOT / "node_modules" / "axe-core" / "axe.min.js")
    assert page.evaluate(RUN_AXE, RULES) == []


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_no_page_is_wider_than_the_screen(browser: Browser, address: str, kind: str, width: int) -> None:
    opened = browser.new_page(viewport={"width": width, "height": 800})
    opened.goto(address + PAGES[kind])
    assert opened.evaluate(WIDER) <= 0
    opened.close()


def test_the_first_tab_reaches_the_skip_link_and_it_leads_to_the_text(browser: Browser, address: str) -> None:
    opened = browser.new_page()
    opened.goto(address)
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.textContent") == "Skip to main content"
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.id") == "main"
    opened.close()


def test_every_page_can_be_reached_from_a_phone_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    opened = context.new_page()
    opened.goto(address)
    opened.locator(".mh-menu__button").click()
    opened.locator(".mh-menu").get_by_role("link", name="Events").click()
    assert opened.url == f"{address}events/"
    context.close()
