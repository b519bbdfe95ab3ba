"""The demonstration in a real browser, a page of each type: axe-core finds nothing, and nor does what it cannot see.

Every page in every state is judged by `python -m tests.accessibility`, which `make prove` runs.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.integration.conftest import copy_of_everything, masthead, sampled, serve
from tests.judges import nu
from tests.judges.screen import (
    FORCED,
    HEIGHT,
    OTHERS,
    PHONE,
    PLAIN,
    WITHOUT_JAVASCRIPT,
    Reader,
    Scheme,
    State,
    Verdict,
    ask,
    judge_by_axe,
    ready,
    walk,
)

PAGES = {
    "home": "",
    "text": "purpose/",
    "events": "events/",
    "events of a series": "events/series/learning-events/",
    "events of a year": "events/year/2026/",
    "events by place": "events/place/",
    "event": "events/learning-event-february-2027/",
    "event without a date": "events/launch/",
    "case studies": "our-work/",
    "case study": "our-work/designing-the-association/",
    "evaluation": "evaluation/",
    "indicator": "evaluation/somebody-to-ring/",
    "promises": "promises/",
    "theory of change": "theory-of-change/",
    "workstream": "workstreams/theatre-supplies/",
    "people": "people/",
    "person": "people/david-sloman/",
    "timeline": "timeline/",
    "manifesto": "manifesto/",
    "chapter": "manifesto/what-a-group-is-for/",
    "checks": "manifesto/how-it-was-checked/",
    "members": "members/",
    "member": "members/royal-free-london/",
    "news": "news/",
    "note": "news/three-groups-join/",
    "search": "search/",
    "accessibility": "accessibility/",
    "privacy": "privacy/",
    "cookies": "cookies/",
    "brand": "brand/",
    "not found": "404.html",
}
EVERYTHING = "everything"  # a page of all that an author may write, in a network of its own
KINDS = (*PAGES, EVERYTHING)
SAMPLE = ("home", "event", EVERYTHING)
WIDER_SAMPLE = (*SAMPLE, "events", "case study", "chapter", "promises", "brand")
At = Callable[[str], str]
Readers = Callable[[State, Scheme], Reader]

SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }
"""
FITS = ("wide", "cut", "overlaps")


@dataclass(frozen=True)
class Way:
    """A way of looking at a page, and what must hold in it."""

    questions: tuple[str, ...]
    width: int = 1280
    height: int = HEIGHT
    style: str = ""
    percent: int = 100


WAYS = {
    "a wide screen": Way(("headings", "tongues", "hovered", "small", *FITS)),
    "a phone": Way(("small", *FITS), width=390),
    "zoom of 400%": Way(FITS, width=320, height=225),
    "spacing of text": Way(FITS, style=SPACING),
    "spacing of text on a phone": Way(FITS, width=390, style=SPACING),
    "text twice as large": Way(FITS, percent=200),
}


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with a page of everything."""
    root = copy_of_everything(tmp_path_factory.mktemp("everything") / "network")
    built = masthead("build", cwd=root)
    assert built.returncode == 0, built.stdout + built.stderr
    return root / "site"


@pytest.fixture(scope="module")
def at(address: str, everything: Path) -> Iterator[At]:
    """Where the page of a kind is served."""
    with serve(everything) as other:
        yield lambda kind: f"{other}everything/" if kind == EVERYTHING else address + PAGES[kind]


def test_a_page_of_everything_is_valid_html(everything: Path) -> None:
    assert nu.errors([everything / "everything" / "index.html"]) == []


@pytest.fixture(scope="module")
def readers(browser: Browser) -> Iterator[Readers]:
    """Readers, each with a way of meeting pages; each is called once."""
    called: dict[tuple[State, Scheme], Reader] = {}

    def reader(state: State, scheme: Scheme) -> Reader:
        return called.get((state, scheme)) or called.setdefault((state, scheme), Reader(browser, state, scheme))

    yield reader
    for one in called.values():
        one.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", sampled(KINDS, WIDER_SAMPLE))
def test_axe_finds_no_violation(readers: Readers, at: At, kind: str, scheme: Scheme) -> None:
    assert judge_by_axe(readers(PLAIN, scheme).open(at(kind))) == Verdict((), ())


@pytest.mark.parametrize("kind", SAMPLE)
@pytest.mark.parametrize("state", OTHERS, ids=lambda state: state.name)
def test_axe_finds_no_violation_in_any_state(readers: Readers, at: At, kind: str, state: State) -> None:
    assert judge_by_axe(readers(state, "light").open(at(kind))) == Verdict((), ())


@pytest.mark.parametrize("kind", sampled(KINDS, WIDER_SAMPLE))
def test_a_page_can_be_read_in_every_way(readers: Readers, at: At, kind: str) -> None:
    reader = readers(PLAIN, "light")
    ready(reader.open(at(kind)))
    found = {name: faults for name, way in WAYS.items() if (faults := faults_of(reader, way))}
    faults_of(reader, Way(()))
    assert found == {}


def faults_of(reader: Reader, way: Way) -> list[str]:
    """What is wrong with a page in one way of looking at it."""
    reader.page.set_viewport_size({"width": way.width, "height": way.height})
    reader.enlarge(way.percent)
    ask(reader.page, "style", way.style)
    return [fault for question in way.questions for fault in ask(reader.page, question)]


def test_text_can_be_made_twice_as_large(readers: Readers, at: At) -> None:
    reader = readers(PLAIN, "light")
    page = reader.open(at("home"))
    size = "parseFloat(getComputedStyle(document.querySelector('footer p')).fontSize)"
    before = page.evaluate(size)
    reader.enlarge(200)
    after = page.evaluate(size)
    reader.enlarge(100)
    assert after == 2 * before


@pytest.mark.parametrize("kind", sampled(KINDS, WIDER_SAMPLE))
def test_nothing_moves_for_those_who_asked_for_that(readers: Readers, at: At, kind: str) -> None:
    page = readers(PLAIN, "light").open(at(kind))
    ready(page)
    assert ask(page, "moving") == []


@pytest.fixture(scope="module")
def known() -> dict[tuple[State, Scheme], set[str]]:
    """The kinds of elements that were seen with focus and without, by reader."""
    return defaultdict(set)


MORE_WALKS: tuple[tuple[State, Scheme], ...] = ((PLAIN, "dark"), (PHONE, "light"), (FORCED, "dark"))
WALKS = [(PLAIN, "light", kind) for kind in WIDER_SAMPLE] + [(*more, kind) for kind in SAMPLE for more in MORE_WALKS]
LONGER_WALKS = [
    pytest.param(PLAIN, "light", kind, marks=pytest.mark.prove) for kind in KINDS if kind not in WIDER_SAMPLE
]


@pytest.mark.parametrize(
    ("state", "scheme", "kind"), [*WALKS, *LONGER_WALKS], ids=lambda one: getattr(one, "name", one)
)
def test_tab_reaches_everything_in_order_and_one_sees_where_it_is(
    readers: Readers, at: At, known: dict[tuple[State, Scheme], set[str]], state: State, scheme: Scheme, kind: str
) -> None:
    assert walk(readers(state, scheme).open(at(kind)), known[state, scheme]) == []


def test_the_walk_has_seen_many_kinds_of_elements(known: dict[tuple[State, Scheme], set[str]]) -> None:
    assert len(known[PLAIN, "light"]) > 30


@pytest.mark.parametrize("kind", sampled([kind for kind in KINDS if kind != "search"], WIDER_SAMPLE))
def test_a_page_says_the_same_and_leads_to_the_same_without_javascript(readers: Readers, at: At, kind: str) -> None:
    def told(state: State) -> object:
        page = readers(state, "light").open(at(kind))
        ready(page)
        return ask(page, "told")

    assert told(PLAIN) == told(WITHOUT_JAVASCRIPT)


def test_the_skip_link_leads_to_the_text(readers: Readers, at: At) -> None:
    page = readers(PLAIN, "light").open(at("home"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#main') !== null")


def test_the_menu_opens_and_closes_by_keyboard_and_leads_on_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(address)
    button, entry = page.locator(".mh-menu__button"), page.locator(".mh-menu").get_by_role("link", name="Events")
    button.focus()
    for is_open in (True, False, True):
        page.keyboard.press("Enter")
        assert entry.is_visible() is is_open
    entry.click()
    assert page.url == f"{address}events/"
    context.close()


def test_escape_closes_the_menu_and_the_focus_returns_to_its_button(readers: Readers, at: At) -> None:
    page = readers(PHONE, "light").open(at("home"))
    page.locator(".mh-menu__button").click()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "mh-nav__link"
    page.keyboard.press("Escape")
    assert page.locator(".mh-menu").get_attribute("open") is None
    assert page.evaluate("document.activeElement.className") == "mh-menu__button"


BAD = {
    "wide": ("<p style='width: 2000px'>Too wide.</p>", ["the page is 728 px wider than the screen"]),
    "cut": (
        "<p style='overflow: hidden; width: 40px; white-space: nowrap'>Cut off here.</p>",
        ["“Cut off here.” is cut off by <p> “Cut off here.”"],
    ),
    "overlaps": (
        "<p style='margin: 0'>One line.</p><p style='margin: -18px 0 0'>Another.</p>",
        ["“One line.” and “Another.” stand on one another"],
    ),
    "small": (
        "<style>button { width: 16px; height: 16px; padding: 0 }</style><button>A</button><button>B</button>",
        [
            "<button> “A” is 16 by 16 px, and too near to another",
            "<button> “B” is 16 by 16 px, and too near to another",
        ],
    ),
    "moving": (
        "<p style='transition: color 1s'>Slow.</p>",
        ["<p> “Slow.” takes 1 s to change"],
    ),
    "hovered": (
        "<style>p span { display: none } p:hover span { display: block }</style><p>A <span>tip</span></p>",
        ["p:hover span changes display"],
    ),
    "headings": (
        "<h2>First</h2><h4>Second</h4>",
        ["the levels of headings are 2 4", "<h2> “First” skips a level", "<h4> “Second” skips a level"],
    ),
    "tongues": ("<p lang='english'>Words.</p>", ["<p> “Words.” is in no language"]),
}


@pytest.mark.parametrize("question", BAD)
def test_what_breaks_a_law_is_found(readers: Readers, question: str) -> None:
    body, expected = BAD[question]
    page = readers(PLAIN, "light").page
    page.goto("about:blank")
    page.set_content(f"<!doctype html><title>Bad</title>{body}")
    ready(page)
    assert ask(page, question) == expected


BAD_STOPS = {
    "no ring": (
        "<style>:focus { outline: none }</style><a href='#'>Where am I?</a>",
        "1 <a> “Where am I?”: of its focus 0 pixels are seen",
    ),
    "a covered stop": (
        "<div style='position: fixed; inset: 0; background: white'></div><a href='#'>Below</a>",
        "<a> “Below” has the focus and is covered",
    ),
    "an unseen stop": (
        "<a href='#' style='position: absolute; width: 1px; height: 1px; overflow: hidden'>Tiny</a>",
        "<a> “Tiny” has the focus and is not seen",
    ),
    "an order of its own": (
        "<a href='#' tabindex='2'>Second</a><a href='#' tabindex='1'>First</a>",
        "<a> “First” has a place of its own in the order",
    ),
    "a trap": (
        "<input name='one' onkeydown='event.preventDefault()'><a href='#'>Out</a>",
        "-2 <a> “Out”",
    ),
}


@pytest.mark.parametrize("name", BAD_STOPS)
def test_what_is_wrong_on_the_way_of_tab_is_found(readers: Readers, name: str) -> None:
    body, expected = BAD_STOPS[name]
    page = readers(PLAIN, "light").page
    page.goto("about:blank")
    page.set_content(f"<!doctype html><title>Bad</title>{body}")
    assert expected in walk(page, set())


def test_words_that_are_faint_on_a_picture_are_found_and_others_are_not(readers: Readers) -> None:
    page = readers(PLAIN, "light").page
    page.goto("about:blank")
    ground = "background: linear-gradient(to right, #777, #888); padding: 1em"
    page.set_content(
        f"<!doctype html><html lang='en'><title>Bad</title><main style='{ground}'><h1>Dark</h1>"
        "<p style='color: #999'>Faint</p></main>"
    )
    assert judge_by_axe(page) == Verdict(('color-contrast: <p style="color: #999">Faint</p>',), ())
