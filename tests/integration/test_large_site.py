"""With 1,000 events and 500 case studies no page grows too heavy: `make prove` builds them all and opens some."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests import large
from tests.integration.conftest import masthead
from tests.integration.servers import served
from tests.integration.test_browser import PAGES
from tests.integration.test_delivery import first_view

MOST = 70_000
OF_LARGE = {"a large event": "events/large-event-0001/", "a large case study": "our-work/large-study-0001/"}


@pytest.mark.prove
def test_the_first_view_of_every_kind_of_page_weighs_little_with_a_thousand_events(
    browser: Browser, tmp_path: Path
) -> None:
    root, site = tmp_path / "large", tmp_path / "site"
    large.write(root)
    built = masthead("build", "--site", site, cwd=root)
    assert built.returncode == 0, built.stdout + built.stderr
    with served("nginx", site, tmp_path, root) as address:
        views = {kind: first_view(browser, address, page) for kind, page in (PAGES | OF_LARGE).items()}
    (style,) = (site / "assets").glob("masthead.*.css.gz")
    for page in site.rglob("*.html.gz"):  # for visitors and servers without Brotli; scripts are less than 3 kB
        assert page.stat().st_size + style.stat().st_size + 3_000 <= MOST, page
    texts = {kind: sum(sent[one] for one in ("document", "stylesheet", "script")) for kind, sent in views.items()}
    assert {kind: sent for kind, sent in texts.items() if sent > MOST} == {}
    assert {kind: sent["font"] for kind, sent in views.items() if sent["font"] > 60_000} == {}
