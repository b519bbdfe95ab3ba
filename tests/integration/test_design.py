"""The design in a real browser: on paper, in a reader’s own colours, at every width; charts, tables and steps."""

import json
from collections.abc import Iterator
from io import BytesIO
from itertools import product
from urllib.parse import urljoin

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests import faces
from tests.faces import BRANDS, SCHEMES, paper_size
from tests.integration.conftest import ROOT, sampled
from tests.integration.test_browser import PAGES, WIDER_SAMPLE
from tests.judges.screen import WIDER

FACES = ROOT / "docs" / "faces"
MAX_FACES_BYTES = 3_000_000
UNSEEN_SHIFT = 0.001  # a tenth of what is allowed in all: a pixel’s width in one word
WIDTHS = (320, 480, 640, 768, 1024, 1280, 1600, 1920, 2560)
WITH_CHARTS = ("", "purpose/", "events/launch/", "events/learning-event-march-2026/", "manifesto/evidence/")
RECORDS = ("event", "case study", "chapter", "member")
SURVEYED = "events/learning-event-march-2026/"
CHROME = (
    ".mh-header",
    ".mh-footer",
    ".mh-skip",
    ".mh-crumbs",
    ".mh-toc",
    ".mh-chapters",
    ".mh-pager",
    ".mh-invitation",
)
VISIBLE = "names => names.filter(one => [...document.querySelectorAll(one)].some(node => node.offsetParent !== null))"
# A browser that shows nobody anything may draw no frame for a long time: none is waited for without end.
SHIFTS = """async () => {
    const shifts = [], sleep = time => new Promise(resolve => setTimeout(resolve, time))
    new PerformanceObserver(list => list.getEntries().forEach(one => shifts.push(one)))
        .observe({ type: "layout-shift", buffered: true })
    for (let down = 0; down < document.body.scrollHeight; down += 400) {
        window.scrollTo({ top: down, behavior: "instant" })
        await Promise.race([new Promise(resolve => requestAnimationFrame(resolve)), sleep(1000)])
    }
    await document.fonts.ready
    await sleep(200)
    return shifts.flatMap(one => one.sources.map(source => [one.value, source.node?.outerHTML?.slice(0, 120)]))
}"""
CHARTS = """() => [...document.querySelectorAll(".mh-survey")].filter(one => one.querySelector("table")).map(one => ({
    said: one.querySelector(".mh-chart").getAttribute("aria-label"),
    rows: [...one.querySelectorAll("tbody tr")].map(row => [...row.cells].map(cell => cell.textContent)),
    drawn: [...one.querySelectorAll(".mh-chart__row")]
        .map(row => [...row.querySelectorAll("span")].map(part => part.textContent)),
    bars: [...one.querySelectorAll(".mh-chart__bar")].map(bar => bar.lastElementChild.getBoundingClientRect().width
        / bar.getBoundingClientRect().width),
}))"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page."""
    opened = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    yield opened
    opened.close()


@pytest.mark.parametrize("kind", sampled(PAGES, WIDER_SAMPLE))
def test_nothing_sticks_out_at_any_width(page: Page, address: str, kind: str) -> None:
    page.goto(address + PAGES[kind])
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = page.evaluate(WIDER)
    assert {width: by for width, by in found.items() if by > 0} == {}


@pytest.mark.parametrize("kind", sampled(PAGES, WIDER_SAMPLE))
def test_text_keeps_its_measure_on_the_widest_screen(page: Page, address: str, kind: str) -> None:
    page.set_viewport_size({"width": 2560, "height": 1200})
    page.goto(address + PAGES[kind])
    letters = """() => [...document.querySelectorAll(".mh-article p")].filter(one => one.checkVisibility())
        .map(one => [one, Math.round(one.clientHeight / parseFloat(getComputedStyle(one).lineHeight))])
        .filter(([, lines]) => lines > 2).map(([one, lines]) => one.textContent.length / lines)"""
    assert max(page.evaluate(letters), default=0) <= 85


@pytest.mark.parametrize("kind", sampled(PAGES, WIDER_SAMPLE))
@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_shifts_while_a_page_comes(browser: Browser, address: str, kind: str, width: int) -> None:
    opened = browser.new_page(viewport={"width": width, "height": 800})
    opened.goto(address + PAGES[kind])
    assert [one for one in opened.evaluate(SHIFTS) if one[0] > UNSEEN_SHIFT] == []
    opened.close()


def test_a_shift_would_be_seen(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_timeout(700)  # what follows a key or a click within half a second does not count
    page.evaluate("() => document.body.prepend(Object.assign(document.createElement('p'), {textContent: 'Late'}))")
    assert page.evaluate(SHIFTS) != []


@pytest.mark.parametrize("kind", sampled(PAGES, WIDER_SAMPLE))
def test_paper_shows_the_page_and_nothing_of_the_site_around_it(page: Page, address: str, kind: str) -> None:
    page.goto(address + PAGES[kind])
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(VISIBLE, list(CHROME)) == []
    assert page.evaluate(VISIBLE, [".mh-letterhead", "h1"]) == [".mh-letterhead", "h1"]


@pytest.mark.parametrize("kind", sampled(PAGES, WIDER_SAMPLE))
def test_words_on_paper_are_dark_whatever_the_screen_was(page: Page, address: str, kind: str) -> None:
    page.goto(address + PAGES[kind])
    page.emulate_media(media="print", color_scheme="dark")
    pale = """() => [...document.querySelectorAll("main *")]
        .filter(one => one.checkVisibility() && one.textContent.trim() && one.closest("svg") === null)
        .filter(one => getComputedStyle(one).color.match(/\\d+/g).slice(0, 3).every(part => part > 140))
        .map(one => one.className)"""
    assert page.evaluate(pale) == []


@pytest.mark.parametrize("kind", sampled(RECORDS, WIDER_SAMPLE))
def test_a_printed_page_says_where_it_is_from_and_when(page: Page, address: str, kind: str) -> None:
    page.goto(address + PAGES[kind])
    pdf = PdfReader(BytesIO(page.pdf(format="A4")))
    text = "\n".join(one.extract_text() for one in pdf.pages)
    assert f"https://association.example/{PAGES[kind]}" in text
    assert "As it stood on " in text
    assert "Search this site" not in text
    width, height = (float(side) for side in pdf.pages[0].mediabox[2:])
    assert (abs(width - 595) < 2, abs(height - 842) < 2) == (True, True)


def test_a_link_to_elsewhere_shows_its_address_on_paper_and_one_within_does_not(page: Page, address: str) -> None:
    page.goto(address + SURVEYED)
    page.emulate_media(media="print")
    after = "one => getComputedStyle(one, '::after').content"
    there = page.locator("a[href='https://papers.example.org/six-journeys']")
    assert there.evaluate(after) == '" (https://papers.example.org/six-journeys)"'
    assert page.locator(".mh-survey a").first.evaluate(after) == "none"


@pytest.mark.parametrize("chosen", [".mh-chart", ".mh-figures", ".mh-facts__row", "li", "figure", "tr"])
def test_what_is_whole_is_not_cut_by_a_page(page: Page, address: str, chosen: str) -> None:
    kind = SURVEYED if chosen != ".mh-figures" else PAGES["case study"]
    page.goto(address + kind)
    page.emulate_media(media="print")
    assert page.locator(f"main {chosen}").first.evaluate("one => getComputedStyle(one).breakInside") == "avoid"


def test_bars_take_the_colours_that_a_reader_has_chosen(browser: Browser, address: str) -> None:
    opened = browser.new_page(forced_colors="active")
    opened.goto(address + SURVEYED)
    ink = opened.evaluate("() => getComputedStyle(document.body).color")
    paints = """() => [...document.querySelectorAll(".mh-chart :is(line, rect)")].map(one => getComputedStyle(one))
        .flatMap(style => [style.fill, style.stroke]).filter(paint => paint !== "none" && paint !== "rgb(0, 0, 0)")"""
    assert set(opened.evaluate(paints)) <= {ink}
    assert opened.evaluate("() => document.querySelectorAll('.mh-chart line').length") > 3
    opened.close()


@pytest.mark.parametrize("where", WITH_CHARTS)
def test_a_chart_says_draws_and_lists_the_same_numbers(page: Page, address: str, where: str) -> None:
    page.goto(address + where)
    charts = page.evaluate(CHARTS)
    assert charts
    for chart in charts:
        for answer, *numbers in chart["rows"]:
            share = f"{numbers[-1]} “{answer}”"
            assert (f"{share} ({numbers[0]} people)" if len(numbers) == 2 else share) in chart["said"]
        assert [" ".join(row) for row in chart["drawn"]] == [
            " ".join((row[-1], row[0], *(f"({count})" for count in row[1:-1]))) for row in chart["rows"]
        ]
        shares = [float(row[-1].rstrip("%")) / 100 for row in chart["rows"]]
        assert all(abs(bar - share) < 0.006 for bar, share in zip(chart["bars"], shares, strict=False))


def test_a_result_of_too_few_people_is_neither_drawn_nor_listed(page: Page, address: str) -> None:
    page.goto(address + "events/chief-executives-june-2026/")
    withheld = page.locator(".mh-survey:has(.mh-survey__withheld)")
    assert withheld.count() == 1
    assert withheld.locator(".mh-chart, table, svg").count() == 0


@pytest.mark.parametrize("kind", sampled(RECORDS, WIDER_SAMPLE))
def test_the_steps_that_are_shown_are_those_that_search_engines_read(page: Page, address: str, kind: str) -> None:
    page.goto(address + PAGES[kind])
    scripts = map(json.loads, page.locator("script[type='application/ld+json']").all_text_contents())
    (trail,) = [one for one in scripts if one["@type"] == "BreadcrumbList"]
    here = f"https://association.example/{PAGES[kind]}"
    read = "all => all.map(one => [one.textContent, one.getAttribute('href')])"
    links = page.locator(".mh-crumbs__link").evaluate_all(read)
    steps = [*((name, urljoin(here, href)) for name, href in links), (page.locator("h1").inner_text(), here)]
    assert [(one["name"], one["item"]) for one in trail["itemListElement"]] == steps
    assert [one["position"] for one in trail["itemListElement"]] == [1, 2, 3]


def test_a_wide_table_is_a_named_region_that_the_keyboard_scrolls(browser: Browser, address: str) -> None:
    opened = browser.new_page(viewport={"width": 320, "height": 700})
    opened.goto(address + "manifesto/evidence/")
    region = opened.get_by_role("region", name="Table 2")
    region.focus()
    opened.keyboard.press("ArrowRight")
    opened.wait_for_timeout(300)
    assert region.evaluate("one => one.scrollLeft") > 0 or region.evaluate("one => one.scrollWidth === one.clientWidth")
    opened.close()


def test_the_reading_view_says_how_far_one_is_and_what_there_is_to_read(page: Page, address: str) -> None:
    page.goto(address + "manifesto/evidence/")
    chapters = page.get_by_role("navigation", name="Chapter 8 of 9")
    assert chapters.locator(".mh-chapters__list > li").count() == 9
    assert chapters.locator("[aria-current=page]").all_inner_texts() == ["Evidence, starting with ourselves"]
    assert chapters.locator("rect").get_attribute("width") == "88.89%"
    assert page.locator("link[rel=next], a[rel=next]").last.get_attribute("href") == "../what-we-ask/"


@pytest.mark.parametrize("kind", ["text", "events by place", "checks", "event", "case study", "chapter", "search"])
@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_of_the_text_stands_above_the_heading_of_its_page(
    page: Page, address: str, kind: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + PAGES[kind])
    above = """() => [...document.querySelectorAll(".mh-article > :not(.mh-page-head), .mh-toc, .mh-chapters")]
        .filter(one => one.checkVisibility() && one.offsetHeight)
        .filter(one => one.getBoundingClientRect().top < document.querySelector("h1").getBoundingClientRect().bottom)
        .map(one => one.className)"""
    assert page.evaluate(above) == []


def test_many_facts_are_shown_whole_and_nobody_scrolls_in_the_rail(page: Page, address: str) -> None:
    page.goto(address + PAGES["event"])
    facts = page.locator(".mh-facts")
    assert facts.locator(".mh-facts__row").count() > 6
    assert facts.evaluate("one => [one.scrollHeight - one.clientHeight, getComputedStyle(one).position]") == [
        0,
        "static",
    ]


def test_key_facts_stay_while_a_case_study_is_read(page: Page, address: str) -> None:
    page.goto(address + PAGES["case study"])
    page.evaluate("() => document.querySelector('.mh-article > h2:nth-of-type(3)').scrollIntoView()")
    page.wait_for_timeout(600)
    top = page.locator(".mh-facts").bounding_box()
    assert top is not None
    assert 0 <= top["y"] < 200


def test_what_people_say_stands_beside_the_text_where_there_is_room(page: Page, address: str) -> None:
    page.goto(address + PAGES["case study"])
    text = page.locator(".mh-article > h2#challenge + p").bounding_box()
    voice = page.locator(".mh-testimonials--beside").first.bounding_box()
    assert text is not None
    assert voice is not None
    assert voice["x"] > text["x"] + text["width"]
    assert abs(voice["y"] - text["y"]) < 60


def test_the_faces_show_every_kind_of_page_at_three_widths_in_both_schemes_and_brands() -> None:
    files = {f"{brand}-{width}-{scheme}.webp" for brand, width, scheme in product(BRANDS, faces.WIDTHS, SCHEMES)}
    assert {path.name for path in FACES.glob("*.webp")} == files
    sizes = {Image.open(BytesIO((FACES / name).read_bytes())).size for name in files}
    assert sizes == {paper_size(len(PAGES))}, "Make them again: python -m tests.faces docs/faces"
    assert sum((FACES / name).stat().st_size for name in files) < MAX_FACES_BYTES
