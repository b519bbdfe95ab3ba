"""What takes too long for every run: each page of the demonstration, in each scheme, under axe-core."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.integration.conftest import ROOT
from tests.integration.test_browser import RULES, RUN_AXE


@pytest.mark.prove
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_violation_on_any_page(
    browser: Browser, address: str, site: Path, scheme: Literal["light", "dark"], width: int
) -> None:
    opened = browser.new_page(
        bypass_csp=True, color_scheme=scheme, reduced_motion="reduce", viewport={"width": width, "height": 900}
    )
    found = {}
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    for page in pages:
        opened.goto(address + page)
        opened.add_script_tag(path=ROOT / "node_modules" / "axe-core" / "axe.min.js")
        found[page] = opened.evaluate(RUN_AXE, RULES)
    opened.close()
    assert len(found) > 50
    assert {page: violations for page, violations in found.items() if violations} == {}
