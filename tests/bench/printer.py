"""One print of one manifesto by one program, measured: `python -m tests.bench.printer NAME FOLDER PDF`."""

import json
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from masthead.pdf.typeset import BASE
from masthead.source import File
from tests.bench.manifestos import recipe


def masthead(folder: Path) -> Callable[[], bytes]:
    """Ours, with tags and every repair."""
    import weasyprint  # noqa: F401 (its import is not what is measured)

    return recipe(folder).make


def weasyprint(folder: Path) -> Callable[[], bytes]:
    """WeasyPrint as it comes: the same HTML, the same fonts and pictures, no tags, no repair."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    html, files = _document(folder)

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:  # noqa: ARG002
            return URLFetcherResponse(url, files[url.removeprefix(BASE)].content())

    return lambda: bytes(HTML(string=html, base_url=BASE, url_fetcher=Fetcher()).write_pdf())


def chromium(folder: Path) -> Callable[[], bytes]:
    """Chromium’s own print to PDF, tagged as it does it, of the same HTML."""
    from playwright.sync_api import Route, sync_playwright

    from tests.bench.browser import launched

    html, files = _document(folder)
    browser = launched(sync_playwright().start())

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(BASE)
        content = files[path].content() if path else html.encode()
        route.fulfill(body=content, content_type="image/svg+xml" if path.endswith(".svg") else None)

    def make() -> bytes:
        page = browser.new_page()
        page.route("**/*", answer)
        page.goto(BASE)
        made = page.pdf(prefer_css_page_size=True, tagged=True)
        browser.close()
        return made

    return make


def _document(folder: Path) -> tuple[str, Mapping[str, File]]:
    """The HTML that Masthead typesets, and its files."""
    make = recipe(folder).make
    assert isinstance(make, partial)
    (order,) = make.args
    return order.html, order.files


PRINTERS: Mapping[str, Callable[[Path], Callable[[], bytes]]] = {
    "Masthead": masthead,
    "WeasyPrint": weasyprint,
    "Chromium": chromium,
}


def main() -> None:
    name, folder, target = sys.argv[1:]
    make = PRINTERS[name](Path(folder))
    wall, processor = time.perf_counter(), time.process_time()
    made = make()
    took = {"seconds": time.perf_counter() - wall, "processor": time.process_time() - processor}
    Path(target).write_bytes(made)
    print(json.dumps(took), flush=True)


if __name__ == "__main__":
    main()
