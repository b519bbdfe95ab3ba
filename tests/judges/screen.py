"""Judges a page in a browser: by axe-core, in the states in which readers meet it, and by what axe-core cannot see."""

import difflib
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

ROOT = Path(__file__).parents[2]
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
PATIENCE_MS = 30_000
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SEEN = 3.0  # the contrast that what is no text needs (WCAG 1.4.11)
MOST_STOPS = 600
AROUND_PX = 8
HEIGHT = 900
TEXT_PX = 16
LINE_PX = 2
ENDS_OF_LINES = 0.01  # of the pixels behind words may belong to something else: a line below them, a rounded corner

Scheme = Literal["light", "dark"]
Colour = tuple[int, int, int]


def search(page: Page) -> None:
    """Ask for something, and wait for results."""
    page.locator(".mh-search__field").press_sequentially("the")
    expect(page.locator(".mh-found__count, .mh-results__count").first).to_have_text(
        re.compile(r"results? for"), timeout=PATIENCE_MS
    )


def open_menu(page: Page) -> None:
    """Open the navigation of small screens."""
    page.locator(".mh-menu__button").click()


def see_notice(page: Page) -> None:
    """Wait for the notice about cookies, and leave it unanswered."""
    expect(page.locator(".mh-consent")).to_be_visible()


def leave(_: Page) -> None:
    """The page as it comes."""


@dataclass(frozen=True)
class State:
    """How a reader meets a page."""

    name: str
    width: int = 1280
    media: Literal["screen", "print"] = "screen"
    has_scripts: bool = True
    prepare: Callable[[Page], None] = leave
    schemes: tuple[Scheme, ...] = ("light", "dark")
    has_own_colours: bool = True


PLAIN = State("as it comes")  # every page is judged in it; in all others, one page of each type
PHONE = State("at 390 px", width=390)
FORCED = State("in colours of the reader’s own", has_own_colours=False)
WITHOUT_JAVASCRIPT = State("without JavaScript", has_scripts=False)
OTHERS = (
    PHONE,
    State("with results of a search", prepare=search),
    State("with the menu open", width=390, prepare=open_menu),
    State("in print", media="print", schemes=("light",)),
    WITHOUT_JAVASCRIPT,
)
NOTICE = State("with the notice about cookies", prepare=see_notice)  # on a site that counts visits
EVERY = (PLAIN, *OTHERS, NOTICE)

# What axe-core cannot decide, and why it is no fault, or what decides it.
DECIDED: Mapping[str, str] = {
    "color-contrast": "Words over a picture, or outside a box that scrolls: the pixels behind them are measured. "
    "Words below an open panel are judged when it is closed.",
}


@cache
def _script(*names: str) -> str:
    return "\n".join((ROOT / name).read_text(encoding="utf-8") for name in names) + "\n;globalThis.judge = judge;"


def ready(page: Page) -> None:
    """Give a page the functions of screen.js."""
    page.evaluate(_script("tests/judges/screen.js"))


def ask(page: Page, question: str, *values: Any) -> Any:
    """What a function of screen.js says of a page."""
    return page.evaluate(f"judge.{question}({', '.join(map(json.dumps, values))})")


@dataclass(frozen=True)
class Verdict:
    """What axe-core found on a page, and what of it nobody has decided."""

    violations: tuple[str, ...]
    undecided: tuple[str, ...]
    version: str = field(compare=False, default="")


class Reader:
    """A reader with a way of meeting pages, who opens one page after the other."""

    def __init__(self, browser: Browser, state: State, scheme: Scheme) -> None:
        self.state = state
        self.context: BrowserContext = browser.new_context(
            color_scheme=scheme,
            forced_colors="none" if state.has_own_colours else "active",
            reduced_motion="reduce",
            viewport={"width": state.width, "height": HEIGHT},
        )
        self.page = self.context.new_page()
        self.page.emulate_media(media=state.media)
        self.protocol = self.context.new_cdp_session(self.page)

    def open(self, address: str) -> Page:
        """The page, in the state. Where it comes without scripts, those of a judge may run afterwards."""
        self._switch_scripts(on=self.state.has_scripts)
        self.page.goto(address)
        self._switch_scripts(on=True)
        self.state.prepare(self.page)
        return self.page

    def enlarge(self, percent: int) -> None:
        """Set the size of text as a reader does in the browser’s settings: widths in em grow with it."""
        sizes = {"standard": TEXT_PX * percent // 100, "fixed": TEXT_PX * percent // 100}
        self.protocol.send("Page.setFontSizes", {"fontSizes": sizes})

    def close(self) -> None:
        """Forget everything."""
        self.context.close()

    def _switch_scripts(self, *, on: bool) -> None:
        self.protocol.send("Emulation.setScriptExecutionDisabled", {"value": not on})


def judge_by_axe(page: Page) -> Verdict:
    """What axe-core finds. Where it cannot tell the contrast of words, the pixels behind them do."""
    page.evaluate(_script("node_modules/axe-core/axe.min.js", "tests/judges/screen.js"))
    found = ask(page, "axe", RULES)
    undecided = [one for one in found["undecided"] if one["rule"] != "color-contrast"]
    faint = [
        one for one in found["undecided"] if one["rule"] == "color-contrast" and not _is_legible(page, one["target"])
    ]
    return Verdict(
        tuple(f"{one['rule']}: {one['html']}" for one in (*found["violations"], *faint)),
        tuple(f"{one['rule']}: {one['html']}" for one in undecided if one["rule"] not in DECIDED),
        found["version"],
    )


def _is_legible(page: Page, selector: str) -> bool:
    """Whether words have the contrast they need with everything that is behind them, where they are not covered."""
    words = ask(page, "inkless", selector)
    if words is None:
        return True
    colour = tuple(int(number) for number in re.findall(r"\d+", words["colour"])[:3])
    behind = Counter(_pixels(picture(page, words["box"], 0)))
    least = sorted((contrast(colour, one), count) for one, count in behind.items())  # type: ignore[arg-type]
    allowed = ENDS_OF_LINES * behind.total()
    for found, count in least:
        allowed -= count
        if allowed < 0:
            return found >= float(words["needed"])
    return False


def picture(page: Page, box: Mapping[str, float], around: int) -> Image.Image:
    """What is seen at a place of the screen, and some pixels around it."""
    left, top = max(0, box["x"] - around), max(0, box["y"] - around)
    right, bottom = box["x"] + box["width"] + around, box["y"] + box["height"] + around
    clip = {"x": left, "y": top, "width": max(1, right - left), "height": max(1, bottom - top)}
    return Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB")  # type: ignore[arg-type]


def contrast(one: Colour, other: Colour) -> float:
    """The ratio of contrast of two colours (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@cache
def _luminance(colour: Colour) -> float:
    parts = (value / 255 for value in colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _pixels(shown: Image.Image) -> Iterator[Colour]:
    octets = shown.tobytes()
    return zip(octets[0::3], octets[1::3], octets[2::3], strict=True)


def changed(before: Image.Image, after: Image.Image) -> int:
    """How many pixels have changed so much that one sees it."""
    pairs = Counter(zip(_pixels(before), _pixels(after), strict=True))
    return sum(count for (one, other), count in pairs.items() if contrast(one, other) >= SEEN)


def walk(page: Page, known: set[str]) -> list[str]:
    """Go through a page by the key Tab: what is reached in the wrong order, not seen, covered, or not told from others.

    Elements of a kind that is already `known` are not compared, pixel by pixel, with themselves without focus. That all
    is reached once, and then the end, shows that there is no trap.
    """
    ready(page)
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    expected: list[str] = ask(page, "stops")
    reached: list[str] = []
    faults: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = ask(page, "focused")
        if stop is None or stop["name"] in reached:
            break
        reached.append(stop["name"])
        faults += stop["faults"]
        if stop["kind"] not in known and stop["box"]:
            known.add(stop["kind"])
            faults += _unseen_focus(page, stop)
    return [*faults, *difflib.unified_diff(expected, reached, "what should be reached", "what is", lineterm="")]


def _unseen_focus(page: Page, stop: Mapping[str, Any]) -> list[str]:
    """What is wrong where the focus changes fewer pixels than a line of its length has."""
    after = picture(page, stop["box"], AROUND_PX)
    page.evaluate("globalThis.stop = document.activeElement; stop.blur()")
    before = picture(page, stop["box"], AROUND_PX)
    page.evaluate("stop.focus({focusVisible: true, preventScroll: true})")
    seen = changed(before, after)
    return [] if seen >= LINE_PX * stop["line"] else [f"{stop['name']}: of its focus {seen} pixels are seen"]
