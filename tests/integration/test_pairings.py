"""The list of pairings is complete: whatever stands on whatever in a browser, in any state, is on it."""

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, CDPSession, Page

from masthead.load import load
from masthead.model.tokens import DARK, LIGHT
from masthead.pairings import Need, measured
from tests.integration.conftest import ROOT, sampled
from tests.integration.test_browser import PAGES, SAMPLE

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PAIRS = """async () => {
    const found = await axe.run(document, {runOnly: ["color-contrast"]});
    const nodes = [...found.passes, ...found.violations].flatMap(rule => rule.nodes);
    return nodes.flatMap(node => [...node.any, ...node.all]
        .filter(check => check.data && check.data.fgColor)
        .map(check => [check.data.fgColor, check.data.bgColor, node.html.slice(0, 90)]));
}"""
LIVE = ("A", "BUTTON", "SUMMARY", "INPUT", "SELECT", "TEXTAREA", "LABEL")
STATES: tuple[tuple[str, ...], ...] = ((), ("hover",), ("focus", "focus-visible"), ("active",))
Scheme = Literal["light", "dark"]
SCHEMES: tuple[tuple[Scheme, str], ...] = (("light", LIGHT), ("dark", DARK))


@pytest.fixture(params=SCHEMES, ids=[name for name, _ in SCHEMES])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[Page, str]]:
    """A fresh page in a scheme, and the tokens of that scheme."""
    scheme, tokens = request.param
    opened = browser.new_page(bypass_csp=True, color_scheme=scheme, reduced_motion="reduce")
    yield opened, tokens
    opened.close()


def listed(scheme: str) -> set[tuple[str, str]]:
    """The pairs of colours that may be text and its ground in a scheme."""
    network = load(ROOT).network
    assert network
    return {
        (one.colour, one.ground)
        for one in measured(network.tokens)
        if one.scheme == scheme and one.pairing.need is Need.TEXT
    }


def force(session: CDPSession, states: tuple[str, ...]) -> None:
    """Put every link, button and field of the page into these states (Chrome DevTools Protocol, CSS)."""
    root = session.send("DOM.getDocument", {"depth": -1})["root"]
    waiting = [root]
    while waiting:
        node = waiting.pop()
        waiting += node.get("children", [])
        if node["nodeName"] in LIVE:
            session.send("CSS.forcePseudoState", {"nodeId": node["nodeId"], "forcedPseudoClasses": list(states)})


def shown(page: Page) -> Iterator[tuple[str, str, str]]:
    """Colour and ground of every text, in every state, with the element that has them."""
    page.add_script_tag(path=AXE)
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    for states in STATES:
        force(session, states)
        yield from map(tuple, page.evaluate(PAIRS))


@pytest.mark.parametrize("kind", sampled(PAGES, SAMPLE))
def test_every_pairing_of_a_page_is_listed(page: tuple[Page, str], address: str, kind: str) -> None:
    opened, scheme = page
    opened.goto(address + PAGES[kind])
    known = listed(scheme)
    assert sorted({one for one in shown(opened) if one[:2] not in known}) == []


def test_every_pairing_of_the_open_search_is_listed(page: tuple[Page, str], address: str) -> None:
    opened, scheme = page
    opened.goto(address)
    opened.locator("#mh-search").press_sequentially("theatre")
    opened.locator(".mh-found__link").first.wait_for()
    known = listed(scheme)
    assert sorted({one for one in shown(opened) if one[:2] not in known}) == []
