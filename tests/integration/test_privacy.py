"""What a browser stores and asks for on a site that counts visits: before, after Accept, after Reject, and later.

The site and the server that counts stand on names of their own, and no other name leads anywhere. Every request and
every stored item is written down.
"""

import functools
import json
import re
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from masthead.load import load
from masthead.policy import headers
from tests.counted import PRIVACY, analytics, copy_of_counted
from tests.integration.conftest import CHROMIUM_ARGUMENTS, ROOT, QuietHandler, QuietServer, masthead, run, sampled
from tests.integration.fake_stats import Site, Stats, certificate, serving
from tests.judges.screen import WIDER, Verdict, judge_by_axe

HOME = "https://harbours.example/"
COOKIES = f"{HOME}cookies/"
STATS = "stats.harbours.example"
KINDS = ("Matomo", "Plausible")
OF_MATOMO = {"_pk_id.7.1fff", "_pk_ses.7.1fff"}
YEAR_S = 31_536_000
DAY_US = 86_400_000_000  # Chromium's cookies are dated in microseconds
EVERYTHING = """async () => ({
  local: {...localStorage}, session: {...sessionStorage}, databases: await indexedDB.databases(),
  caches: await caches.keys(), workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING: dict[str, object] = {"local": {}, "session": {}, "databases": [], "caches": [], "workers": 0}


@dataclass(frozen=True)
class Built:
    """A site that counts, and the headers with which it is served."""

    folder: Path
    told: dict[str, str]
    version: str


Build = Callable[..., Built]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Builds the small publication with one kind of analytics, each once."""

    @functools.cache
    def build_one(kind: str, edition: int = 1) -> Built:
        root = copy_of_counted(tmp_path_factory.mktemp(kind) / "small", PRIVACY + analytics(kind, edition))
        built = masthead("build", cwd=root)
        assert built.returncode == 0, built.stdout + built.stderr
        network = load(root).network
        assert network
        settings = network.settings.analytics
        assert settings
        return Built(root / "site", headers(settings), settings.version)

    return build_one


@pytest.mark.parametrize("kind", sampled(KINDS, ("Matomo",)))
def test_every_host_and_every_page_is_told_the_policy_with_what_counts(build: Build, kind: str) -> None:
    built = build(kind)
    policy = built.told["Content-Security-Policy"]
    assert policy.count(f"https://{STATS}") == 3
    first = (built.folder / "_headers").read_text(encoding="utf-8").partition("\n/assets/")[0].splitlines()
    assert dict(line.strip().split(": ", 1) for line in first[1:]) == built.told
    for server in ("nginx", "caddy"):
        assert policy in masthead("--root", built.folder.parent, "hosting", server).stdout
    for page in built.folder.rglob("*.html"):
        assert policy.removesuffix("; frame-ancestors 'none'") in page.read_text(encoding="utf-8"), page


@dataclass(frozen=True)
class World:
    """A browser that knows two names, what it is shown at one, and what was asked of the other."""

    arguments: tuple[str, ...]
    browser: Browser
    site: type[Site]
    asked: list[tuple[str, str, str]]

    def show(self, built: Built) -> None:
        """Put another site in the place of what was there."""
        self.site.site, self.site.told = built.folder, built.told


@pytest.fixture(scope="module")
def servers(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The site’s server and the one that counts, and a browser for them."""
    secured = certificate(tmp_path_factory.mktemp("certificate"))
    asked: list[tuple[str, str, str]] = []
    site, stats = type("Shown", (Site,), {}), type("Asked", (Stats,), {"asked": asked})
    with serving(site, secured) as ours, serving(stats, secured) as theirs:
        rules = f"MAP harbours.example:443 127.0.0.1:{ours}, MAP {STATS}:443 127.0.0.1:{theirs}, MAP * ~NOTFOUND"
        arguments = (*CHROMIUM_ARGUMENTS, "--ignore-certificate-errors", f"--host-resolver-rules={rules}")
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        opened = browser.browser_type.launch(executable_path=path, args=list(arguments))
        yield World(arguments, opened, site, asked)
        opened.close()


@pytest.fixture
def world(servers: World) -> World:
    """The same with nothing asked yet."""
    servers.asked.clear()
    return servers


@dataclass(frozen=True)
class Visit:
    """A visitor: a page, every request of it, and all that the browser complained of."""

    context: BrowserContext
    page: Page
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def open(self, address: str = HOME) -> None:
        self.page.goto(address, wait_until="networkidle")

    def answer(self, words: Literal["Accept", "Reject"]) -> None:
        self.page.get_by_role("button", name=f"{words} analytics").click()
        self.page.wait_for_load_state("networkidle")
        self.page.wait_for_timeout(150)  # what is sent without waiting for an answer

    def choose(self, words: Literal["accept", "reject"]) -> None:
        """Change one's mind on the page about cookies."""
        self.open(COOKIES)
        self.page.locator(f".mh-consent-form [value={words}]").check()
        self.page.get_by_role("button", name="Save").click()
        self.page.wait_for_load_state("networkidle")
        self.page.wait_for_timeout(150)

    def is_asked(self) -> bool:
        return self.page.get_by_role("region", name="May we count your visit?").is_visible()

    def cookies(self) -> dict[str, Any]:
        return {str(cookie.get("name")): cookie for cookie in self.context.cookies()}

    def hosts(self) -> set[str | None]:
        return {urlsplit(url).hostname for url in self.requests}

    def rest(self) -> object:
        """What is stored beside cookies."""
        return self.page.evaluate(EVERYTHING)


def visiting(context: BrowserContext) -> Visit:
    visit = Visit(context, context.new_page())
    context.on("request", lambda request: visit.requests.append(request.url))
    visit.page.on("pageerror", lambda error: visit.faults.append(str(error)))
    visit.page.on("console", lambda said: visit.faults.append(f"{said.text} {said.location}"))
    return visit


@pytest.fixture
def visit(world: World) -> Iterator[Visit]:
    """Somebody who was never here."""
    context = world.browser.new_context()
    made = visiting(context)
    yield made
    context.close()
    assert made.faults == []  # a broken policy among them


def counted(world: World) -> list[str]:
    """The addresses of the pages that were counted, and that nothing was asked for but to count them."""
    pages, loaded = [], 0
    for method, path, body in world.asked:
        if method == "GET":
            assert path in ("/matomo/matomo.js", "/js/script.js")
            loaded += 1
        elif path == "/api/event":
            told = json.loads(body)
            assert (told["n"], told["d"]) == ("pageview", "harbours.example")
            pages.append(told["u"])
        else:
            told = parse_qs(urlsplit(path).query)
            assert (urlsplit(path).path, told["idsite"]) == ("/matomo/matomo.php", ["7"])
            pages += told["url"]
    assert loaded == len(pages)
    return pages


def answer_of(visit: Visit) -> str:
    return str(visit.cookies()["mh-consent"]["value"]).partition(".")[0]


@pytest.mark.parametrize("kind", sampled(KINDS, ("Matomo",)))
def test_before_an_answer_nothing_is_stored_and_nobody_else_is_asked(
    world: World, visit: Visit, build: Build, kind: str
) -> None:
    world.show(build(kind))
    for page in ("", "events/", "events/launch/", "manifesto/", "privacy/", "search/", "404.html"):
        visit.open(HOME + page)
        assert visit.is_asked(), page
        assert visit.rest() == NOTHING
    visit.open(COOKIES)
    assert visit.rest() == NOTHING
    assert visit.cookies() == {}
    assert visit.hosts() == {"harbours.example"}
    assert world.asked == []


@pytest.mark.parametrize("kind", sampled(KINDS, ("Matomo",)))
def test_reject_stores_one_cookie_and_does_nothing_else(world: World, visit: Visit, build: Build, kind: str) -> None:
    built = build(kind)
    world.show(built)
    visit.open()
    before = visit.page.evaluate("Date.now() / 1000")
    visit.answer("Reject")
    ((name, cookie),) = visit.cookies().items()
    life = cookie.pop("expires") - before
    assert YEAR_S - 60 < life <= YEAR_S + 60
    assert (name, cookie) == (
        "mh-consent",
        {
            "name": "mh-consent", "value": f"reject.{built.version}", "domain": "harbours.example", "path": "/",
            "httpOnly": False, "secure": True, "sameSite": "Lax",
        },
    )  # fmt: skip
    for page in ("", "events/"):
        visit.open(HOME + page)
        assert not visit.is_asked()
        assert visit.rest() == NOTHING
    assert visit.cookies().keys() == {"mh-consent"}
    assert visit.hosts() == {"harbours.example"}
    assert world.asked == []


@pytest.mark.parametrize("kind", sampled(KINDS, ("Matomo",)))
def test_accept_loads_what_counts_and_nothing_before(world: World, visit: Visit, build: Build, kind: str) -> None:
    world.show(build(kind))
    visit.open()
    assert world.asked == []
    visit.answer("Accept")
    assert counted(world) == [HOME]
    own = OF_MATOMO if kind == "Matomo" else set()
    assert visit.cookies().keys() == {"mh-consent", *own}
    visit.open(f"{HOME}events/")
    assert not visit.is_asked()
    assert counted(world) == [HOME, f"{HOME}events/"]
    assert visit.cookies().keys() == {"mh-consent", *own}
    assert answer_of(visit) == "accept"
    assert visit.rest() == NOTHING
    assert visit.hosts() == {"harbours.example", STATS}


def test_the_cookies_of_matomo_are_as_the_page_about_them_says(world: World, visit: Visit, build: Build) -> None:
    world.show(build("Matomo"))
    visit.open()
    now = visit.page.evaluate("Date.now() / 1000")
    visit.answer("Accept")
    visit.open(COOKIES)
    rows = visit.page.locator(".mh-stored tbody tr").all()
    told = {row.locator("code").inner_text(): row.locator("td").last.inner_text() for row in rows}
    lives = {"1 year": YEAR_S, "30 minutes": 1_800}
    for name, cookie in visit.cookies().items():
        said = next(life for pattern, life in told.items() if re.fullmatch(pattern.replace("*", ".*"), name))
        assert abs(cookie["expires"] - now - lives[said]) < 120, name
        assert (cookie["secure"], cookie["sameSite"], cookie["path"]) == (True, "Lax", "/")


@pytest.mark.parametrize("kind", sampled(KINDS, ("Matomo",)))
def test_who_withdraws_is_forgotten_at_once(world: World, visit: Visit, build: Build, kind: str) -> None:
    world.show(build(kind))
    visit.open()
    visit.answer("Accept")
    visit.choose("reject")
    assert visit.page.evaluate("document.activeElement.innerText.trim()").startswith("Saved. Your visits are not")
    assert visit.cookies().keys() == {"mh-consent"}
    assert answer_of(visit) == "reject"
    assert counted(world) == [HOME, COOKIES]
    visit.open()
    visit.open(COOKIES)
    expect(visit.page.get_by_label("No, do not count my visits")).to_be_checked()
    assert counted(world) == [HOME, COOKIES]
    assert visit.cookies().keys() == {"mh-consent"}


def test_after_a_withdrawal_the_browser_lets_nothing_out_to_what_counts(world: World, build: Build) -> None:
    world.show(build("Plausible"))
    context = world.browser.new_context()
    visit = visiting(context)
    visit.open()
    visit.answer("Accept")
    visit.choose("reject")
    assert visit.faults == []
    world.asked.clear()
    send = f"fetch('https://{STATS}/api/event', {{method: 'POST', body: '{{}}'}}).then(() => 'sent', () => 'held')"
    assert visit.page.evaluate(send) == "held"
    assert world.asked == []
    context.close()


@pytest.mark.parametrize("kind", sampled(KINDS, ("Matomo",)))
def test_who_comes_round_is_counted_at_once(world: World, visit: Visit, build: Build, kind: str) -> None:
    world.show(build(kind))
    visit.open()
    visit.answer("Reject")
    visit.choose("accept")
    assert counted(world) == [COOKIES]
    assert answer_of(visit) == "accept"
    assert visit.page.evaluate("document.activeElement.innerText.trim()").startswith("Saved. Your visits are counted")


def test_a_page_that_one_goes_back_to_knows_the_latest_answer(world: World, visit: Visit, build: Build) -> None:
    world.show(build("Matomo"))
    visit.open()
    visit.answer("Accept")
    visit.choose("reject")
    world.asked.clear()
    visit.page.go_back(wait_until="networkidle")
    assert visit.page.url == HOME
    assert not visit.is_asked()
    assert visit.page.evaluate("[document.documentElement.dataset.consent, typeof window._paq]") == [
        "reject", "undefined",
    ]  # fmt: skip
    assert world.asked == []
    assert visit.cookies().keys() == {"mh-consent"}


def age(profile: Path, days: int) -> None:
    """Let time go by: a browser that is not running finds all its cookies so many days older."""
    (store,) = profile.rglob("Cookies")
    with sqlite3.connect(store) as cookies:
        dates = ("creation_utc", "expires_utc", "last_access_utc", "last_update_utc")
        cookies.execute(f"UPDATE cookies SET {', '.join(f'{date} = {date} - {days * DAY_US}' for date in dates)}")
        assert cookies.execute("SELECT count(*) FROM cookies").fetchone() > (0,)
    cookies.close()


@pytest.mark.parametrize("words", sampled(["Accept", "Reject"], ["Accept"]))
def test_an_answer_holds_for_a_year_and_then_one_is_asked_anew(
    world: World, build: Build, tmp_path: Path, words: Literal["Accept", "Reject"]
) -> None:
    world.show(build("Matomo"))
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    launch = functools.partial(
        world.browser.browser_type.launch_persistent_context,
        tmp_path, executable_path=path, args=list(world.arguments),
    )  # fmt: skip
    context = launch()
    visit = visiting(context)
    visit.open()
    visit.answer(words)
    context.close()
    for days, is_asked in ((364, False), (2, True)):
        age(tmp_path, days)
        world.asked.clear()
        context = launch()
        visit = visiting(context)
        visit.open()
        assert visit.is_asked() is is_asked
        assert bool(world.asked) is (words == "Accept" and not is_asked)
        assert ("mh-consent" in visit.cookies()) is not is_asked
        context.close()


@pytest.mark.parametrize("words", sampled(["Accept", "Reject"], ["Accept"]))
def test_a_new_version_asks_anew_and_an_old_consent_is_none(
    world: World, visit: Visit, build: Build, words: Literal["Accept", "Reject"]
) -> None:
    world.show(build("Matomo"))
    visit.open()
    visit.answer(words)
    world.show(build("Matomo", edition=2))
    world.asked.clear()
    visit.open()
    assert visit.is_asked()
    assert world.asked == []
    assert visit.cookies().keys() == {"mh-consent"}  # what Matomo had stored by the old consent is gone
    visit.answer("Reject")
    visit.open()
    assert not visit.is_asked()
    assert world.asked == []


@pytest.mark.parametrize("signal", ["globalPrivacyControl = true", "doNotTrack = '1'"])
def test_a_signal_of_the_browser_is_a_no(world: World, visit: Visit, build: Build, signal: str) -> None:
    name, _, value = signal.partition(" = ")
    built = build("Matomo")
    world.show(built)
    visit.context.add_cookies([{"name": "mh-consent", "value": f"accept.{built.version}", "url": HOME}])
    visit.context.add_init_script(f"Object.defineProperty(Navigator.prototype, '{name}', {{get: () => {value}}})")
    visit.open()
    assert not visit.is_asked()
    visit.open(COOKIES)
    expect(visit.page.get_by_text("Your browser asks websites not to track you.")).to_be_visible()
    expect(visit.page.get_by_role("button", name="Save")).to_be_hidden()
    assert world.asked == []
    assert visit.cookies().keys() == {"mh-consent"}


@pytest.mark.parametrize("kind", sampled(KINDS, ("Matomo",)))
def test_without_javascript_nobody_is_asked_and_the_page_says_what_holds(world: World, build: Build, kind: str) -> None:
    world.show(build(kind))
    context = world.browser.new_context(java_script_enabled=False)
    visit = visiting(context)
    visit.open()
    assert not visit.is_asked()
    assert not visit.page.get_by_role("group", name="Colours").is_visible()
    visit.page.get_by_role("contentinfo").get_by_role("link", name="Cookies").click()
    assert visit.page.url == COOKIES
    expect(visit.page.get_by_text("so nothing is counted, nothing is loaded")).to_be_visible()
    expect(visit.page.get_by_role("button", name="Save")).to_be_hidden()
    assert (visit.cookies(), world.asked, visit.hosts()) == ({}, [], {"harbours.example"})
    context.close()


@pytest.mark.parametrize(("tabs", "answer"), [(2, "accept"), (3, "reject")])
def test_the_notice_is_answered_by_keyboard(world: World, visit: Visit, build: Build, tabs: int, answer: str) -> None:
    world.show(build("Matomo"))
    visit.open()
    press = visit.page.keyboard.press
    now = functools.partial(visit.page.evaluate, "document.activeElement.innerText.trim().replace(/\\s+/g, ' ')")
    for _ in range(tabs):
        press("Tab")
    press("Enter")
    assert answer_of(visit) == answer
    said = visit.page.locator(".mh-consent__confirmed")
    assert said.get_attribute("role") == "alert"
    assert now() == f"You {answer}ed analytics. You can change your mind at any time. Hide this message"
    press("Tab")
    assert now() == "change your mind"
    press("Tab")
    assert now() == "Hide this message"
    press("Enter")
    expect(said).to_be_hidden()
    assert visit.page.evaluate("document.activeElement.id") == "main"


def test_both_answers_weigh_the_same(world: World, visit: Visit, build: Build) -> None:
    world.show(build("Matomo"))
    look = """button => {
      const {backgroundColor, color, font, border} = getComputedStyle(button);
      const {width, height} = button.getBoundingClientRect();
      return [backgroundColor, color, font, border, width, height];
    }"""
    for width in (390, 1280):
        visit.page.set_viewport_size({"width": width, "height": 800})
        visit.open()
        accept, reject = visit.page.locator(".mh-consent__answer").all()
        assert accept.evaluate(look) == reject.evaluate(look)


def test_the_notice_is_in_the_flow_and_makes_nothing_jump(world: World, visit: Visit, build: Build) -> None:
    world.show(build("Matomo"))
    shifts = "new Promise(done => new PerformanceObserver(list => done(list.getEntries().map(one => one.value)))"
    for width in (390, 1280):
        visit.page.set_viewport_size({"width": width, "height": 800})
        visit.open()
        assert visit.is_asked()
        assert visit.page.locator(".mh-consent").evaluate("notice => getComputedStyle(notice).position") == "static"
        header, notice = (
            visit.page.locator(".mh-header").bounding_box(),
            visit.page.locator(".mh-consent").bounding_box(),
        )
        assert header
        assert notice
        assert (notice["y"], header["y"]) == (0, notice["height"])
        found = visit.page.evaluate(
            f"Promise.race([{shifts}.observe({{type: 'layout-shift', buffered: true}})), "
            "new Promise(done => setTimeout(() => done([]), 300))])"
        )
        assert sum(found) <= 0.01


@pytest.mark.parametrize("scheme", sampled(["light", "dark"], ["dark"]))
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_the_notice_and_in_the_page_about_cookies(
    world: World, build: Build, width: int, scheme: Literal["light", "dark"]
) -> None:
    world.show(build("Matomo"))
    size = {"width": width, "height": 800}
    context = world.browser.new_context(bypass_csp=True, color_scheme=scheme, reduced_motion="reduce", viewport=size)  # type: ignore[arg-type]
    visit = visiting(context)

    def look() -> None:
        assert judge_by_axe(visit.page) == Verdict((), ())
        assert visit.page.evaluate(WIDER) <= 0

    visit.open()
    look()
    visit.answer("Reject")
    look()
    visit.open(COOKIES)
    look()
    visit.choose("reject")
    look()
    visit.open(f"{HOME}privacy/")
    look()
    context.close()


@pytest.mark.parametrize("kind", sampled(KINDS, ("Matomo",)))
def test_the_notice_and_the_pages_about_data_are_valid_html(build: Build, kind: str) -> None:
    java = shutil.which("java")
    assert java
    jar = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    pages = [build(kind).folder / page / "index.html" for page in ("contact", "cookies", "privacy")]
    checked = run(java, "-Xss4m", "-jar", jar, "--errors-only", "--format", "json", *pages)
    assert [message["message"] for message in json.loads(checked.stderr)["messages"]] == []


def test_where_there_is_nothing_to_ask_there_is_no_notice(browser: Browser, address: str) -> None:
    context = browser.new_context()
    visit = visiting(context)
    for page in ("", "privacy/", "cookies/", "events/"):
        visit.open(address + page)
        assert visit.page.locator(".mh-consent, .mh-consent-form").count() == 0
        assert visit.rest() == NOTHING
    assert (visit.cookies(), visit.hosts(), visit.faults) == ({}, {"127.0.0.1"}, [])
    assert [url for url in visit.requests if re.search("consent|answer|matomo|plausible", url)] == []
    context.close()


def test_a_site_in_a_folder_and_without_https_keeps_its_cookie_to_itself(
    browser: Browser, build: Build, tmp_path: Path
) -> None:
    shutil.copytree(build("Matomo").folder, tmp_path / "network")
    with QuietServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = browser.new_context()
        visit = visiting(context)
        visit.open(f"http://127.0.0.1:{server.server_port}/network/events/launch/")
        visit.answer("Reject")
        cookie = visit.cookies()["mh-consent"]
        assert (cookie["path"], cookie["secure"], cookie["sameSite"]) == ("/network/", False, "Lax")
        context.close()
        server.shutdown()


DARK, LIGHT = "rgb(21, 15, 26)", "rgb(255, 255, 255)"
FIRST_GROUND = """requestAnimationFrame(function look() {
  if (document.body) window.firstGround ??= getComputedStyle(document.body).backgroundColor;
  else requestAnimationFrame(look);
});"""


@pytest.mark.parametrize(("system", "choice", "ground"), [("light", "Dark", DARK), ("dark", "Light", LIGHT)])
def test_colours_are_stored_only_when_chosen_and_never_flash(
    browser: Browser, address: str, system: Literal["light", "dark"], choice: str, ground: str
) -> None:
    context = browser.new_context(color_scheme=system)
    context.add_init_script(FIRST_GROUND)
    visit = visiting(context)
    visit.open(f"{address}events/")
    own = visit.page.evaluate("window.firstGround")
    assert own == {"light": LIGHT, "dark": DARK}[system]
    assert visit.rest() == NOTHING
    visit.page.get_by_label(choice, exact=True).check()
    assert visit.rest() == {**NOTHING, "local": {"mh-scheme": choice.lower()}}
    visit.open(f"{address}purpose/")
    assert visit.page.evaluate("window.firstGround") == ground
    expect(visit.page.get_by_label(choice, exact=True)).to_be_checked()
    visit.page.get_by_label("As my device").check()
    assert visit.rest() == NOTHING
    assert visit.page.evaluate("getComputedStyle(document.body).backgroundColor") == own
    assert visit.cookies() == {}
    assert visit.faults == []
    context.close()


def test_drawings_take_the_colours_that_a_visitor_chose(browser: Browser, address: str) -> None:
    page = f"{address}manifesto/learning-is-work/"
    seen = {}
    for system, choice in (("dark", "As my device"), ("light", "Dark"), ("light", "As my device")):
        scheme: Literal["light", "dark"] = "dark" if system == "dark" else "light"
        opened = browser.new_page(color_scheme=scheme, viewport={"width": 1280, "height": 900})
        opened.goto(page, wait_until="networkidle")
        opened.get_by_label(choice, exact=True).check()
        seen[system, choice] = opened.locator("figure img[src$='.svg']").first.screenshot()
        opened.close()
    assert seen["light", "Dark"] == seen["dark", "As my device"] != seen["light", "As my device"]


def test_on_paper_a_page_is_light_whatever_was_chosen(browser: Browser, address: str) -> None:
    opened = browser.new_page()
    opened.goto(address)
    opened.get_by_label("Dark", exact=True).check()
    opened.emulate_media(media="print")
    assert opened.evaluate("getComputedStyle(document.body).color") == "rgb(29, 20, 36)"
    opened.close()
