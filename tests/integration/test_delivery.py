"""The site as nginx and Caddy send it with our own configurations: compression, caching, policy and redirects."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree, html
from playwright.sync_api import Browser, Page, Request

from masthead.addresses import on_site
from masthead.finish.compress import SMALLEST, TEXTS
from masthead.load import load
from masthead.model.record import Record
from masthead.policy import FOR_A_YEAR, KEPT_FOR_A_YEAR, LOOK_AGAIN, headers
from tests.integration.conftest import ROOT, masthead, sampled
from tests.integration.servers import SERVERS, get, served
from tests.integration.test_browser import PAGES, WIDER_SAMPLE
from tests.integration.test_search import ask

# Both servers know most types; each writes two of them in its own way.
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".xml": "text/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
}
SCRIPT_TYPES = ("application/javascript; charset=utf-8", "application/javascript", "text/javascript; charset=utf-8")
DATA_TYPES = ("application/json; charset=utf-8", "application/json")


def address(path: Path, site: Path) -> str:
    """What a browser asks for to get a file; Caddy leads from `index.html` to its folder."""
    return path.relative_to(site).as_posix().removesuffix("index.html")


@pytest.fixture(scope="module", params=SERVERS)
def server(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration behind each server."""
    with served(request.param, site, tmp_path_factory.mktemp(request.param), ROOT) as address:
        yield address


@pytest.fixture(scope="module")
def nginx(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration behind nginx, where one server says enough."""
    with served("nginx", site, tmp_path_factory.mktemp("nginx"), ROOT) as address:
        yield address


def test_every_file_of_the_site_is_served_and_every_answer_has_the_headers(server: str, site: Path) -> None:
    files = [address(path, site) for path in sorted(site.rglob("*")) if path.is_file()]
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
    kinds = {path.suffix: address(path, site) for path in sorted(site.rglob("*")) if path.is_file()}
    sent = {suffix: get(server + kinds[suffix]).headers["Content-Type"] for suffix in (*TYPES, ".js", ".json")}
    assert sent.pop(".js") in SCRIPT_TYPES
    assert sent.pop(".json") in DATA_TYPES
    assert sent == TYPES


def test_files_named_by_their_content_are_kept_for_a_year_and_others_looked_at_again(server: str, site: Path) -> None:
    for path in sorted(site.rglob("*")):
        asked = f"/{address(path, site)}"
        if path.is_file():
            kept = FOR_A_YEAR if asked.startswith(KEPT_FOR_A_YEAR) else LOOK_AGAIN
            assert get(server + asked[1:]).headers["Cache-Control"] == kept, asked
    assert get(f"{server}assets/gone.css").headers.get("Cache-Control") in (None, LOOK_AGAIN)


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
        answer = get(server + address(path, site), encoding)
        assert answer.headers.get("Content-Encoding") == encoding, path
        assert answer.body == path.with_name(f"{path.name}.{ending}").read_bytes()


def test_what_is_not_there_is_answered_by_our_own_page(server: str) -> None:
    answer = get(f"{server}events/no-such-event/")
    assert answer.status == 404
    assert "This page is not here" in answer.body.decode()


# One record of each family, the slug that it gets as its former one, and the two addresses.
MOVES = {
    "content/contact.md": ("write-to-us", "write-to-us/", "contact/"),
    "content/news/opened.md": ("pier", "news/pier/", "news/opened/"),
    "content/network/members/old-mole.yml": ("mole", "members/mole/", "members/old-mole/"),
    "case-studies/one-crane.md": ("crane", "our-work/crane/", "our-work/one-crane/"),
    "manifesto/why.md": ("reasons", "manifesto/reasons/", "manifesto/why/"),
}


def test_a_page_that_has_moved_leads_on_with_and_without_a_server(small: Path, tmp_path: Path) -> None:
    for path, (slug, _, _) in MOVES.items():
        text = (small / path).read_text("utf-8")
        (small / path).write_text(text.replace("title:", f"moved_from: [{slug}]\ntitle:", 1), encoding="utf-8")
    built = masthead("build", cwd=small)
    assert built.returncode == 0, built.stdout + built.stderr
    site, base = small / "site", "https://harbours.example/"
    moves = {old: new for _, old, new in MOVES.values()} | {"events/silt-talk/": "events/tide-talk/"}
    for old, new in moves.items():
        page = html.fromstring((site / old / "index.html").read_text("utf-8"))
        assert page.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={base}{new}"]
        assert page.xpath("//link[@rel='canonical']/@href") == page.xpath("//a/@href") == [base + new]
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    lines = (site / "_redirects").read_text("utf-8").splitlines()
    assert lines == sorted(f"/{old} /{new} 301" for old, new in moves.items())
    entries = etree.fromstring((site / "sitemap.xml").read_bytes())
    days = {str(one[0].text).removeprefix(base): str(one[1].text) for one in entries}
    assert [old for old in moves if old in days] == []
    assert days["contact/"] == "2026-10-02"  # its `updated`
    assert days["events/"] == "2026-11-22"  # the day of the build, for what is made of many records
    for name in SERVERS:
        (tmp_path / name).mkdir()
        with served(name, site, tmp_path / name, small) as server:
            answers = {old: get(f"{server}{old}") for old in moves}
            led = {old: (answer.status, urlsplit(answer.headers["Location"]).path) for old, answer in answers.items()}
            assert led == {old: (301, f"/{new}") for old, new in moves.items()}


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
def test_no_page_breaks_the_policy(watched: tuple[Page, list[str]], nginx: str, kind: str) -> None:
    page, said = watched
    page.goto(nginx + PAGES[kind], wait_until="networkidle")
    assert said == []


def test_the_search_works_under_the_policy(watched: tuple[Page, list[str]], nginx: str) -> None:
    page, said = watched
    page.goto(f"{nginx}purpose/")
    ask(page, "york")
    assert page.locator(".mh-found__link").first.text_content() == "Two days in York: what we got wrong"
    assert said == []


def test_the_policy_is_enforced(watched: tuple[Page, list[str]], nginx: str) -> None:
    page, said = watched
    page.goto(nginx)
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


@pytest.mark.parametrize("kind", sampled(PAGES, WIDER_SAMPLE))
def test_the_first_view_of_a_page_weighs_little(browser: Browser, nginx: str, kind: str) -> None:
    weights = first_view(browser, nginx, PAGES[kind])
    assert sum(weights[part] for part in ("document", "stylesheet", "script")) <= 40_000
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


def test_security_txt_names_a_contact_and_a_day_to_come(nginx: str) -> None:
    text = get(f"{nginx}.well-known/security.txt").body.decode()
    fields = dict(line.split(": ", 1) for line in text.splitlines())
    assert fields.keys() == {"Contact", "Expires", "Preferred-Languages", "Canonical"}
    assert fields["Contact"] == "mailto:hello@association.example"
    assert fields["Canonical"] == "https://association.example/.well-known/security.txt"


def test_robots_txt_names_the_sitemap(nginx: str) -> None:
    text = get(f"{nginx}robots.txt").body.decode()
    assert text == "User-agent: *\nAllow: /\n\nSitemap: https://association.example/sitemap.xml\n"


def test_every_page_says_where_it_lives_and_what_a_shared_link_shows(site: Path) -> None:
    told = 0
    for path in sorted(site.rglob("index.html")):
        tree = html.fromstring(path.read_text("utf-8"))
        folder = path.parent.relative_to(site).as_posix()
        here = f"https://association.example/{folder}/".replace("/./", "/")
        assert tree.xpath("//link[@rel='canonical']/@href") == [here]
        shared = {one.get("property"): one.get("content") for one in tree.xpath("//meta[@property]")}
        assert shared["og:url"] == here
        assert shared["og:title"] == tree.xpath("//title")[0].text.rpartition(" – ")[0] or folder == "."
        assert shared["og:site_name"] == "Association of Health and Care Provider Groups"
        assert shared["og:locale"] == "en_GB"
        assert [shared["og:description"]] == tree.xpath("//meta[@name='description']/@content")
        times = {name for name in shared if name.startswith("article:")}
        assert shared["og:type"] == ("article" if times else shared["og:type"])
        told += shared["og:type"] == "article"
    assert told > 15


# Of each kind of page, what Open Graph calls it, and its days.
SHARED = {
    "": ("website", None, None),
    "purpose/": ("website", None, None),
    "events/": ("website", None, None),
    "events/launch/": ("website", None, None),
    "members/royal-free-london/": ("website", None, None),
    "manifesto/what-a-group-is-for/": ("article", None, "updated"),
    "our-work/designing-the-association/": ("article", None, "updated"),
    "news/hip-fracture-webinar-postponed/": ("article", "date", "updated"),
}


@pytest.mark.parametrize("where", SHARED)
def test_a_shared_link_says_of_what_kind_a_page_is_and_from_when(site: Path, where: str) -> None:
    kind, published, modified = SHARED[where]
    tree = html.fromstring((site / where / "index.html").read_text("utf-8"))
    shared = {one.get("property"): one.get("content") for one in tree.xpath("//meta[@property]")}
    network = load(ROOT).network
    assert network is not None
    records = {on_site(record.path): record for record in network.records() if isinstance(record, Record)}
    record = records.get(f"{where}index.md")
    days = {"article:published_time": published, "article:modified_time": modified}
    expected = {name: str(day) for name, field in days.items() if field and (day := getattr(record, field))}
    assert (shared["og:type"], {name: shared[name] for name in days if name in shared}) == (kind, expected)


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
