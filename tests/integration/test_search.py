"""The search, asked in a real browser: real questions, typos, filters, by keyboard, and without JavaScript."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from masthead.addresses import on_site
from masthead.finish.parts import runs
from masthead.finish.searched import searched
from masthead.load import load
from masthead.model.record import Record
from masthead.publish.findable import facets
from tests.integration.conftest import ROOT, serve
from tests.judges import screen
from tests.judges.screen import Reader, Scheme, State, Verdict, judge_by_axe, ready
from tests.test_search_index import by_pagefind_itself

QUESTIONS = [
    tuple(one.values()) for one in yaml.safe_load(Path(__file__).with_name("questions.yml").read_text("utf-8"))
]
SCRIPTS = (
    "performance.getEntriesByType('resource').map(one => one.name)"
    r".filter(name => name.includes('.js') && !/\/(menu|now|scheme|answer)\./.test(name))"
)
PANEL = ".mh-found"
PATIENCE_MS = 30_000


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The home page, where nothing has been asked yet."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.goto(address, wait_until="networkidle")
    yield opened
    opened.close()


def ask(page: Page, question: str) -> None:
    """Type a question, and wait for what is said of all of it, or of what stands in its place."""
    field = page.locator(".mh-search__field")
    field.click()
    field.fill("")
    field.press_sequentially(question)
    expect(page.locator(".mh-found__count, .mh-results__count").first).to_have_text(
        re.compile(rf"esults? for “{re.escape(question)}”|No page has “"), timeout=PATIENCE_MS
    )
    page.wait_for_load_state("networkidle")


def titles(page: Page) -> list[str]:
    return page.locator(".mh-found__link").all_text_contents()


@pytest.fixture(scope="module")
def asked(browser: Browser, address: str) -> Iterator[Page]:
    """One page for all questions, so that the index is fetched once."""
    opened = browser.new_page()
    opened.goto(f"{address}search/")
    yield opened
    opened.close()


@pytest.mark.parametrize(("question", "first"), QUESTIONS)
def test_a_question_is_answered_by_the_right_page_first(asked: Page, question: str, first: str) -> None:
    asked.locator(".mh-search__field").fill(question)
    expect(asked.locator(".mh-found__link").first).to_have_attribute("href", f"/{first}", timeout=PATIENCE_MS)


def test_nothing_of_the_search_is_fetched_before_the_field_is_used(page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.mouse.wheel(0, 2000)
    page.locator(".mh-header__logo").hover()
    assert fetched == []
    assert len(page.evaluate(SCRIPTS)) == 1
    page.locator(".mh-search__field").focus()
    page.wait_for_load_state("networkidle")
    assert any("/results" in url for url in fetched)


def test_a_result_says_what_it_is_when_and_where_and_marks_the_words(page: Page) -> None:
    ask(page, "york")
    first = page.locator(".mh-found__item").first
    assert first.locator("a").text_content() == "Two days in York: what we got wrong"
    line = "Event · Thursday 13 May 2027, 11am to Friday 14 May 2027, 1:30pm · Plum Orchard House, York"
    assert first.locator(".mh-found__line").text_content() == line
    assert first.locator("mark").first.text_content() == "York:"


def test_a_typo_is_put_right_and_said(page: Page) -> None:
    ask(page, "theatre cuboard")
    said = "5 results for “theatre cupboard”. No page has “cuboard”."
    expect(page.locator(".mh-found__count, .mh-results__count").first).to_have_text(said, timeout=PATIENCE_MS)


def test_where_nothing_is_found_the_panel_leads_to_everything(page: Page, address: str) -> None:
    ask(page, "zzqxwv")
    count = page.locator(".mh-found__count, .mh-results__count").first
    expect(count).to_have_text("No results for “zzqxwv”.", timeout=PATIENCE_MS)
    onward = page.locator(f"{PANEL} > a")
    assert (onward.text_content(), onward.get_attribute("href")) == ("See everything on this site", f"{address}search/")


def test_arrows_walk_through_the_results_and_escape_returns_to_the_field(page: Page) -> None:
    ask(page, "york")
    at = "document.activeElement.textContent || document.activeElement.name"
    for key, reached in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("Tab", 1)):
        page.keyboard.press(key)
        assert page.evaluate(at) == titles(page)[reached]
    page.keyboard.press("Escape")
    assert page.evaluate(at) == "q"
    assert page.locator(PANEL).is_hidden()


def test_the_panel_closes_when_the_reader_goes_elsewhere(page: Page) -> None:
    ask(page, "york")
    page.mouse.click(200, 700)
    assert page.locator(PANEL).is_hidden()


def test_enter_leads_to_all_results_and_the_way_back_keeps_them(page: Page, address: str) -> None:
    ask(page, "meeting")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}search/?q=meeting")
    expect(page.locator(".mh-found__link")).to_have_count(10)
    page.get_by_role("button", name="Show more results").click()
    expect(page.locator(".mh-found__link")).to_have_count(20)
    first = page.locator(".mh-found__link").first
    first.click()
    page.go_back()
    expect(page.locator(".mh-found__link")).to_have_count(10)


def test_results_are_narrowed_by_kind_and_by_fields_with_true_counts(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=meeting")
    page.get_by_role("radio", name=re.compile("^Event")).check()
    kinds = page.locator(".mh-found__kind")
    expect(kinds.first).to_have_text("Event")
    option = page.get_by_label("Place").locator("option", has_text="Birmingham").text_content() or ""
    count = int(option.partition("(")[2].rstrip(")"))
    page.get_by_label("Place").focus()
    page.get_by_label("Place").select_option("Birmingham")
    expect(page.locator(".mh-found__count, .mh-results__count").first).to_have_text(f"{count} results for “meeting”.")
    assert set(kinds.all_text_contents()) == {"Event"}
    assert all("Birmingham" in line for line in page.locator(".mh-found__line").all_text_contents())
    assert page.evaluate("document.activeElement.name") == "Place"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("where", ["purpose/", "search/"])
@pytest.mark.parametrize("width", [320, *(pytest.param(one, marks=pytest.mark.prove) for one in (390, 1280))])
def test_results_can_be_read_and_used_by_everybody(
    browser: Browser, address: str, scheme: Scheme, where: str, width: int
) -> None:
    reader = Reader(browser, State("with results", width=width, prepare=lambda page: ask(page, "theatre")), scheme)
    page = reader.open(address + where)
    ready(page)
    assert [*screen.ask(page, "wide"), *screen.ask(page, "cut"), *screen.ask(page, "small")] == []
    assert judge_by_axe(page) == Verdict((), ())
    reader.close()


def test_without_javascript_the_form_leads_to_a_list_of_every_page(browser: Browser, address: str, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(address)
    opened.locator(".mh-search__field").fill("york")
    opened.keyboard.press("Enter")
    opened.wait_for_url(f"{address}search/?q=york")
    assert opened.get_by_text("The search itself needs JavaScript.").is_visible()
    listed = opened.evaluate("[...document.querySelectorAll('article a')].map(a => a.pathname)")
    pages = [f"/{path.parent.relative_to(site).as_posix()}/".replace("/./", "/") for path in site.rglob("index.html")]
    assert sorted(listed) == sorted(set(pages) - {"/search/"})
    context.close()


def test_every_engine_gives_the_same_search(sites: dict[str, Path]) -> None:
    names = ("words.json", "facets.json")
    indexes = {engine: [(site / "search/index" / one).read_bytes() for one in names] for engine, site in sites.items()}
    words = {engine: found[0] for engine, found in indexes.items()}
    assert words == dict.fromkeys(sites, words["mkdocs"])
    counts = {engine: len(list((site / "search/index/fragment").iterdir())) for engine, site in sites.items()}
    assert len(set(counts.values())) == 1


@pytest.fixture(scope="module")
def known() -> dict[str, set[tuple[str, str]]]:
    """What each record can be found by, by the address of its page."""
    network = load(ROOT).network
    assert network is not None
    records = ((on_site(one.path), one) for one in network.records() if isinstance(one, Record))
    return {f"/{page.removesuffix('index.md')}": set(facets(one, network)) for page, one in records if page}


def paths(page: Page) -> list[str]:
    found: list[str] = page.evaluate("[...document.querySelectorAll('.mh-found__link')].map(one => one.pathname)")
    return found


@pytest.mark.parametrize("field", ["Place", "Member", "Year", "Theme"])
def test_results_are_narrowed_by_every_field_of_a_record(
    page: Page, address: str, known: dict[str, set[tuple[str, str]]], field: str
) -> None:
    page.goto(f"{address}search/?q=event")
    choice = page.locator(f"select[name={field}]")
    label = choice.locator("option").nth(1).text_content(timeout=PATIENCE_MS) or ""
    value, _, count = label.rpartition(" (")
    choice.select_option(value)
    expect(page.locator(".mh-found__count, .mh-results__count").first).to_have_text(
        re.compile(rf"^{int(count.rstrip(')'))} results? for")
    )
    expect(page.locator(".mh-found__link").first).to_be_visible()
    assert [path for path in paths(page) if (field, value) not in known[path]] == []


FIELDS = [("Place", "Birmingham"), ("Member", "Royal Free London"), ("Year", "2018"), ("Theme", "Staff and rotas")]


@pytest.mark.parametrize(("field", "value"), FIELDS)
def test_a_record_is_found_by_what_stands_in_its_fields(
    page: Page, known: dict[str, set[tuple[str, str]]], field: str, value: str
) -> None:
    assert any((field, value) in one for one in known.values())
    ask(page, value)
    assert any((field, value) in known[path] for path in paths(page)[:3])


ANSWERS = """async ([index, questions]) => {
  const { createInstance } = await import(`${index}pagefind.js`);
  const pagefind = createInstance({ basePath: index, baseUrl: "/", noWorker: true });
  const answers = [];
  for (const question of questions) {
    const { results } = await pagefind.search(question);
    for (const result of results) {
      const { url, excerpt } = await result.data();
      answers.push([[question, url, excerpt], result.score]);
    }
  }
  return answers;
}"""


def test_all_parts_together_answer_as_one_index_would_with_the_same_scores_and_excerpts(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    parts = len(list(runs(sorted(path for path, text in pages.items() if searched(text)))))
    assert parts > 2
    shutil.copytree(site / "search/index", tmp_path / "ours")
    theirs = by_pagefind_itself(tmp_path, pages)
    questions = ["meeting", "theatre stock", "york", "pathw", "night", "zzqxwv", *(one for one, _ in QUESTIONS)]
    with serve(tmp_path) as address:
        page = browser.new_page()
        page.goto(address)
        ours, whole = (page.evaluate(ANSWERS, [f"/{one}/", questions]) for one in ("ours", theirs.name))
        page.close()
    scores = [{tuple(answer): score for answer, score in one} for one in (ours, whole)]
    assert len(scores[0]) == len(ours) > 200
    assert scores[0] == pytest.approx(scores[1], rel=1e-4)  # Pagefind adds them in another order each time
