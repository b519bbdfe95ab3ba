"""The site as a server sends it: nginx with our own configuration, its compression, caching, policy and redirects."""

import json
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, Request

from masthead.finish.compress import SMALLEST, TEXTS
from masthead.policy import FOR_A_YEAR, KEPT_FOR_A_YEAR, LOOK_AGAIN, headers
from tests.integration.conftest import ROOT, masthead
from tests.integration.test_browser import PAGES
from tests.integration.test_search import ask

CONFIGURATION = """\
include /etc/nginx/modules-enabled/*.conf;
{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {site};
    include {folder}/masthead.conf;
  }}
}}
"""
PATIENCE_S = 20.0


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    headers: dict[str, str]
    body: bytes


def get(url: str, encoding: str = "") -> Answer:
    """Ask once, and follow no redirect."""
    asking = urllib.request.build_opener(_Stay)
    request = urllib.request.Request(url, headers={"Accept-Encoding": encoding} if encoding else {})
    try:
        with asking.open(request, timeout=PATIENCE_S) as reply:
            return Answer(reply.status, dict(reply.headers), reply.read())
    except HTTPError as other:
        return Answer(other.code, dict(other.headers), other.read())


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object, **__: object) -> None:
        """None: a redirect is an answer like any other."""


def served(site: Path, folder: Path, root: Path) -> Iterator[str]:
    """Where nginx serves `site`, with what `masthead hosting nginx` prints for the publication below `root`."""
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert nginx, "nginx is missing: run `make test`, which installs it or says how."
    said = masthead("--root", root, "hosting", "nginx")
    assert said.returncode == 0, said.stderr
    (folder / "masthead.conf").write_text(said.stdout, encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    user = "user root;" if os.geteuid() == 0 else ""
    configuration = folder / "nginx.conf"
    configuration.write_text(CONFIGURATION.format(folder=folder, port=port, site=site, user=user), encoding="utf-8")
    process = subprocess.Popen([nginx, "-e", folder / "error.log", "-c", configuration], stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/", folder / "error.log")
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(PATIENCE_S)


def _wait_for(url: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            get(url)
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(log.read_text("utf-8") if log.is_file() else "nginx never answered")


@pytest.fixture(scope="module")
def server(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration behind nginx."""
    yield from served(site, tmp_path_factory.mktemp("nginx"), ROOT)


def test_every_file_of_the_site_is_served_and_every_answer_has_the_headers(server: str, site: Path) -> None:
    files = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.is_file()]
    answers = {file: get(server + file) for file in files}
    assert {file: answer.status for file, answer in answers.items() if answer.status != 200} == {}
    lacking = {
        file: name
        for file, answer in answers.items()
        for name, value in headers().items()
        if answer.headers.get(name) != value
    }
    assert lacking == {}


def test_types_are_right(server: str, site: Path) -> None:
    kinds = {path.suffix: path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.is_file()}
    expected = {
        ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".js": "application/javascript; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".svg": "image/svg+xml",
        ".xml": "text/xml; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".ics": "text/calendar; charset=utf-8",
        ".atom": "application/atom+xml; charset=utf-8",
        ".woff2": "font/woff2",
        ".pdf": "application/pdf",
    }
    assert {suffix: get(server + kinds[suffix]).headers["Content-Type"] for suffix in expected} == expected


def test_files_named_by_their_content_are_kept_for_a_year_and_others_looked_at_again(server: str, site: Path) -> None:
    for path in sorted(site.rglob("*")):
        address = "/" + path.relative_to(site).as_posix()
        if path.is_file():
            kept = FOR_A_YEAR if address.startswith(KEPT_FOR_A_YEAR) else LOOK_AGAIN
            assert get(server + address[1:]).headers["Cache-Control"] == kept, address
    assert get(f"{server}assets/gone.css").headers.get("Cache-Control") is None


def test_every_name_below_assets_changes_with_its_content(site: Path) -> None:
    files = [path for path in (site / "assets").rglob("*") if path.is_file()]
    names = [path.name for path in files if ".txt" not in path.suffixes]  # a licence, whose address paper names
    assert [name for name in names if not re.fullmatch(r"[\w-]+\.[0-9a-f]{10}\.\w+(\.gz|\.br)?", name)] == []


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_every_text_is_sent_compressed(server: str, site: Path, encoding: str) -> None:
    ending = {"br": "br", "gzip": "gz"}[encoding]
    texts = [path for path in sorted(site.rglob("*")) if path.suffix in TEXTS and path.stat().st_size >= SMALLEST]
    assert len(texts) > 70
    for path in texts:
        answer = get(server + path.relative_to(site).as_posix(), encoding)
        assert answer.headers.get("Content-Encoding") == encoding, path
        assert answer.body == path.with_name(f"{path.name}.{ending}").read_bytes()


def test_what_is_not_there_is_answered_by_our_own_page(server: str) -> None:
    answer = get(f"{server}events/no-such-event/")
    assert answer.status == 404
    assert "This page is not here" in answer.body.decode()


def test_a_page_that_has_moved_leads_on_with_and_without_a_server(small: Path, tmp_path: Path) -> None:
    built = masthead("build", cwd=small)
    assert built.returncode == 0, built.stderr
    site = small / "site"
    page = html.fromstring((site / "events/silt-talk/index.html").read_text("utf-8"))
    target = "https://harbours.example/events/tide-talk/"
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={target}"]
    assert page.xpath("//a/@href") == [target]
    assert (site / "_redirects").read_text("utf-8") == "/events/silt-talk/ /events/tide-talk/ 301\n"
    assert "silt-talk" not in (site / "sitemap.xml").read_text("utf-8")
    for server in served(site, tmp_path, small):
        answer = get(f"{server}events/silt-talk/")
        assert (answer.status, answer.headers["Location"]) == (301, f"{server}events/tide-talk/")


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and all that the browser complains of."""
    opened = browser.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened, said
    opened.close()


@pytest.mark.parametrize("kind", PAGES)
def test_no_page_breaks_the_policy(watched: tuple[Page, list[str]], server: str, kind: str) -> None:
    page, said = watched
    page.goto(server + PAGES[kind], wait_until="networkidle")
    assert said == []


def test_the_search_works_under_the_policy(watched: tuple[Page, list[str]], server: str) -> None:
    page, said = watched
    page.goto(f"{server}purpose/")
    ask(page, "york")
    assert page.locator(".mh-found__link").first.text_content() == "Two days in York: what we got wrong"
    assert said == []


def test_the_policy_is_enforced(watched: tuple[Page, list[str]], server: str) -> None:
    page, said = watched
    page.goto(server)
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'alert(1)'}))")
    assert any("script-src" in one for one in said)


def test_every_page_states_the_policy_itself_and_has_nothing_inline(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        tree = html.fromstring(path.read_text("utf-8"))
        (stated,) = tree.xpath("//head/meta[@http-equiv='Content-Security-Policy']/@content")
        assert f"{stated}; frame-ancestors 'none'" == headers()["Content-Security-Policy"]
        scripts = tree.xpath("//script[not(@src)][not(@type='application/ld+json')]")
        inline = [*scripts, *tree.xpath("//style | //@style | //@*[starts-with(name(), 'on')]")]
        assert inline == [], path
        assert [link for link in tree.xpath("//@href") if link.lower().startswith("javascript:")] == []


def test_nothing_of_material_or_of_pagefind_is_sent_that_no_page_uses(site: Path) -> None:
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert [
        file for file in files if re.search(r"\.map$|lunr|bundle|stylesheets|search_index|-ui\.|worker", file)
    ] == []
    text = "".join(path.read_text("utf-8") for path in site.rglob("*.html"))
    assert [word for word in ("md-toggle", "__md_", "md-skip", "md-dialog") if word in text] == []


@pytest.mark.parametrize("kind", PAGES)
def test_the_first_view_of_a_page_weighs_little(browser: Browser, server: str, kind: str) -> None:
    weights = first_view(browser, server, PAGES[kind])
    assert sum(weights[part] for part in ("document", "stylesheet", "script")) <= 30_000
    assert weights["font"] <= 60_000


def first_view(browser: Browser, server: str, page: str) -> dict[str, int]:
    """Bytes of each kind of resource, as sent, when a page is opened for the first time."""
    context = browser.new_context()
    opened = context.new_page()
    weights = dict.fromkeys(("document", "stylesheet", "script", "font", "image"), 0)
    sent: set[Request] = set()
    opened.on("requestfinished", lambda request: sent.update((request,)))
    opened.goto(server + page, wait_until="networkidle")
    for request in sent:
        kind = request.resource_type
        weights[kind] = weights.get(kind, 0) + request.sizes()["responseBodySize"]
    context.close()
    return weights


def test_security_txt_names_a_contact_and_a_day_to_come(server: str) -> None:
    text = get(f"{server}.well-known/security.txt").body.decode()
    fields = dict(line.split(": ", 1) for line in text.splitlines())
    assert fields.keys() == {"Contact", "Expires", "Preferred-Languages", "Canonical"}
    assert fields["Contact"] == "mailto:hello@association.example"
    assert fields["Canonical"] == "https://association.example/.well-known/security.txt"


def test_robots_txt_names_the_sitemap(server: str) -> None:
    text = get(f"{server}robots.txt").body.decode()
    assert text == "User-agent: *\nAllow: /\n\nSitemap: https://association.example/sitemap.xml\n"


def test_every_page_says_where_it_lives_and_what_a_shared_link_shows(site: Path) -> None:
    for path in sorted(site.rglob("index.html")):
        tree = html.fromstring(path.read_text("utf-8"))
        folder = path.parent.relative_to(site).as_posix()
        address = f"https://association.example/{folder}/".replace("/./", "/")
        assert tree.xpath("//link[@rel='canonical']/@href") == [address]
        shared = {one.get("property"): one.get("content") for one in tree.xpath("//meta[@property]")}
        assert shared["og:url"] == address
        assert shared.keys() >= {"og:site_name", "og:type", "og:title"}


def test_no_address_for_mail_is_published_that_no_author_wrote(site: Path) -> None:
    texts = (path for room in ("content", "events", "case-studies", "manifesto") for path in (ROOT / room).rglob("*.*"))
    written = "".join(path.read_text("utf-8") for path in texts if path.suffix in (".md", ".yml"))
    texts = (path for path in sorted(site.rglob("*")) if path.suffix in TEXTS and path.suffix != ".ics")
    uid = re.compile(r'"uid": "[^"]*"')  # an event is known to calendars by something like an address
    sent = {path: uid.sub("", path.read_text("utf-8")) for path in texts}
    mail = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
    found = {(path.name, one) for path, text in sent.items() for one in mail.findall(text)}
    assert {one for one in found if one[1] not in written} == set()


def test_headers_for_hosts_are_those_of_nginx(server: str, site: Path) -> None:
    lines = (site / "_headers").read_text("utf-8").splitlines()
    every = dict(line.strip().split(": ", 1) for line in lines[1:] if line.startswith("  ") and "Cache" not in line)
    answer = get(server)
    assert {name: answer.headers[name] for name in every} == every
    assert json.dumps(every)
