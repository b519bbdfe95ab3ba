"""After set-up no request leaves the machine, during a build or a page view."""

import functools
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.conftest import copy_of_small
from tests.integration.conftest import ENGINES, copy_of_demonstration, run

PAGES = ("", "events/", "events/learning-event-february-2027/", "our-work/designing-the-association/", "manifesto/",
         "manifesto/what-worked/", "members/", "news/", "contact/", "privacy/", "cookies/",
         "404.html")  # fmt: skip
afresh = functools.partial(copy_of_demonstration, afresh=True)


@pytest.mark.parametrize(
    ("engine", "copy"),
    [("mkdocs", copy_of_small), *(pytest.param(one, afresh, marks=pytest.mark.prove) for one in ENGINES)],
)
def test_a_build_works_in_a_network_namespace_without_a_route(
    tmp_path: Path, engine: str, copy: Callable[[Path], Path]
) -> None:
    unshare = shutil.which("unshare")
    if unshare is None or run(unshare, "--user", "--map-root-user", "--net", "true").returncode != 0:
        pytest.skip("This machine lets nobody make a network namespace.")
    root = copy(tmp_path / "root")
    cut_off = (unshare, "--user", "--map-root-user", "--net")
    reach = "import socket; socket.create_connection(('192.0.2.1', 80), 1)"
    refused = run(*cut_off, sys.executable, "-c", reach)
    assert "Network is unreachable" in refused.stderr
    built = run(*cut_off, sys.executable, "-m", "masthead", "build", "--engine", engine, cwd=root)
    assert built.returncode == 0, built.stderr
    assert (root / "site" / "manifesto.pdf").is_file()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_view_asks_only_our_own_host_and_logs_no_error(browser: Browser, address: str, page: str) -> None:
    asked: list[str] = []
    faults: list[str] = []
    opened = browser.new_page()
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("requestfailed", lambda request: faults.append(f"failed: {request.url}"))
    opened.on("response", lambda reply: faults.append(f"{reply.status}: {reply.url}") if reply.status >= 400 else None)
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.goto(address + page, wait_until="networkidle")
    assert {urlsplit(url).hostname for url in asked} == {"127.0.0.1"}
    assert faults == []
    assert opened.context.cookies() == []
    assert opened.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    opened.close()
