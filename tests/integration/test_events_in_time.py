"""Events in a browser whose clock is moved: what a page of November says in February and June is what a new build says.

Also the filters, the times of readers elsewhere, and that nothing jumps.
"""

import datetime as dt
import functools
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from masthead.load import load
from masthead.model.record import Record
from masthead.publish.memberships import memberships
from tests.conftest import DAY
from tests.integration.conftest import ROOT, QuietHandler, QuietServer, copy_of_demonstration, masthead, sampled
from tests.judges.screen import Verdict, judge_by_axe

ZONES = ("America/Los_Angeles", "Europe/London", "Asia/Tokyo")
MEETING = "events/learning-event-february-2027/"
FEW = ("", "events/", MEETING, "events/year/2027/", "events/series/learning-events/", "members/northmere/")
# What only a browser can say: the hour, the reader’s own time, and fields that need a script.
BROWSERS_OWN = ".mh-label--now, .mh-facts__clock, .mh-agenda__local, .mh-event-filters"
TEXT = """own => {
  for (const one of document.querySelectorAll(own)) one.remove();
  return document.querySelector("article").innerText.split("\\n").map(line => line.trim()).filter(Boolean);
}"""
SHIFTS = """() => new Promise(resolve => {
  let total = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) total += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve(total), 300);
})"""
Scheme = Literal["light", "dark"]
OTHER_WINDOWS = ((390, "dark"), (1280, "light"))


@contextmanager
def serving(site: Path) -> Iterator[str]:
    with QuietServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def at(written: str) -> dt.datetime:
    return dt.datetime.fromisoformat(written)


@contextmanager
def looking(browser: Browser, moment: str, zone: str = "Europe/London", **options: object) -> Iterator[Page]:
    """A page in a browser whose clock stands still at a moment, and which is in a zone."""
    context = browser.new_context(timezone_id=zone, **options)  # type: ignore[arg-type]
    page = context.new_page()
    page.clock.set_fixed_time(at(moment))
    yield page
    context.close()


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("2027-02-11T12:00Z", id="February", marks=pytest.mark.prove),
        pytest.param("2027-06-15T12:00Z", id="June"),
    ],
)
def later(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A moment, and where the demonstration is served as it is built then."""
    root = copy_of_demonstration(tmp_path_factory.mktemp("later"))
    for path in embargoed(root):
        path.unlink()  # what nobody may see yet comes with a build, and with no clock of a reader
    built = masthead("build", cwd=root, env={"SOURCE_DATE_EPOCH": str(int(at(request.param).timestamp()))})
    assert built.returncode == 0, built.stderr
    with serving(root / "site") as address:
        yield request.param, address


def embargoed(root: Path) -> list[Path]:
    """Files that are not public on the day of the other build."""
    network = load(root).network
    assert network
    return [root / one.path for one in network.records() if isinstance(one, Record) and not one.is_published(DAY)]


def pages_about_events(site: Path) -> list[str]:
    """Every page that has something which depends on the day, but for the examples on the page of the brand."""
    found = (path for path in sorted(site.rglob("index.html")) if "/now." in path.read_text("utf-8"))
    paths = (path for path in found if path.parent != site / "brand")
    return ["" if path.parent == site else f"{path.parent.relative_to(site).as_posix()}/" for path in paths]


@pytest.mark.parametrize("zone", sampled(ZONES, ("Asia/Tokyo",)))
def test_a_page_of_november_says_later_what_a_build_of_that_day_says(
    browser: Browser, address: str, site: Path, later: tuple[str, str], zone: str
) -> None:
    moment, rebuilt = later
    pages = pages_about_events(site) if zone == "Europe/London" else FEW
    assert len(pages) > (40 if zone == "Europe/London" else 5)
    different = []
    with looking(browser, moment, zone) as old, looking(browser, moment, java_script_enabled=False) as new:
        for path in pages:
            old.goto(address + path)
            new.goto(rebuilt + path)
            texts = [page.evaluate(TEXT, BROWSERS_OWN) for page in (old, new)]
            different += [(path, *texts)] if texts[0] != texts[1] else []
    assert different == []


@pytest.mark.prove
def test_on_the_day_of_the_build_a_script_changes_nothing(browser: Browser, address: str, site: Path) -> None:
    noon = "2026-11-22T12:00Z"
    with looking(browser, noon) as with_script, looking(browser, noon, java_script_enabled=False) as without:
        for path in pages_about_events(site):
            texts = []
            for page in (with_script, without):
                page.goto(address + path)
                texts.append(page.evaluate(TEXT, BROWSERS_OWN))
            assert texts[0] == texts[1], path


OFFERS = ("Register for a place", "Add to your calendar", "Join online")
State = tuple[str, list[str], tuple[str, ...], str]
STATES: list[State] = [
    ("2026-11-30T23:59:59Z", [], OFFERS[1:], "Opens on 1 December 2026."),
    ("2026-12-01T00:00:00Z", [], OFFERS, "Closes on 4 February 2027."),
    ("2027-02-04T23:59:59Z", [], OFFERS, "Closes on 4 February 2027."),
    ("2027-02-05T00:00:00Z", [], OFFERS[1:], "Closed on 4 February 2027."),
    ("2027-02-11T09:59:59Z", [], OFFERS[1:], "Closed on 4 February 2027."),
    ("2027-02-11T10:00:00Z", ["Happening now"], OFFERS[1:], "Closed on 4 February 2027."),
    ("2027-02-11T15:59:59Z", ["Happening now"], OFFERS[1:], "Closed on 4 February 2027."),
    ("2027-02-11T16:00:00Z", ["Held"], (), ""),
    ("2028-02-11T16:00:00Z", ["Held"], (), ""),
]


EDGES = STATES[1::2]  # the moments at which something changes; the others are just before, and long after


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("state", sampled(STATES, EDGES), ids=lambda state: state[0])
def test_an_event_says_what_it_is_at_the_moment_wherever_its_reader_is(
    browser: Browser, address: str, zone: str, state: State
) -> None:
    moment, labels, offers, registration = state
    with looking(browser, moment, zone) as page:
        page.goto(address + MEETING)
        shown = page.locator(".mh-page-head .mh-label:visible").all_inner_texts()
        assert [text for text in shown if text != "Illustrative"] == labels
        assert tuple(words for words in OFFERS if page.get_by_text(words).is_visible()) == offers
        said = "".join(page.locator(".mh-facts__row:visible", has_text="Registration").all_inner_texts())
        assert registration in said
        assert bool(said) == bool(registration)


def test_what_is_cancelled_or_postponed_stays_so_after_its_day(browser: Browser, address: str) -> None:
    with looking(browser, "2027-08-01T12:00Z") as page:
        for path, words in (
            ("chief-executives-april-2027", "cancelled"),
            ("hip-fracture-webinar-march-2027", "postponed"),
        ):
            page.goto(f"{address}events/{path}/")
            assert page.get_by_text(f"This event is {words}.").is_visible()
            assert "Held" not in page.locator(".mh-page-head .mh-label:visible").all_inner_texts()


def test_the_next_events_are_fetched_when_all_that_the_home_page_has_are_over(
    browser: Browser, address: str, site: Path
) -> None:
    text = (site / "index.html").read_text("utf-8")
    assert re.search(r'data-list="next" data-most="3" data-rest="events/"', text)
    with looking(browser, "2027-10-15T12:00Z") as page:
        page.goto(address, wait_until="networkidle")
        assert page.locator("[data-list=next] h3:visible").count() == 3
        titles = page.locator("[data-list=next] h3:visible").all_inner_texts()
        page.goto(f"{address}events/?when=coming")
        assert [title for title in shown(page) if title in titles] == titles


def test_when_everything_is_over_the_lists_say_so_in_words(browser: Browser, address: str) -> None:
    with looking(browser, "2099-01-01T12:00Z") as page:
        page.goto(f"{address}events/series/learning-events/")
        assert page.locator("#events-coming").inner_text() == "Nothing is planned at the moment."
        assert page.locator("[data-count]").all_inner_texts() == [
            "0 events",
            f"{sum(numbers('series:learning-events'))} events",
        ]
        page.goto(f"{address}events/year/2027/")
        assert page.locator("h2:visible").all_inner_texts() == ["Past events"]


@pytest.mark.parametrize("moment", ["2026-11-22T12:00Z", "2027-06-15T12:00Z"])
@pytest.mark.parametrize("path", ["", "events/", MEETING])
def test_nothing_jumps_when_a_page_is_put_right(browser: Browser, address: str, moment: str, path: str) -> None:
    with looking(browser, moment, "Asia/Tokyo") as page:
        page.route("**/*.woff2", lambda route: route.abort())  # what a font does to a page is no matter of the day
        page.goto(address + path)
        assert page.evaluate(SHIFTS) == 0


@pytest.mark.parametrize(
    ("zone", "path", "words"),
    [
        ("Europe/London", MEETING, ""),
        ("Africa/Abidjan", MEETING, ""),  # another zone with the same time in February
        ("America/New_York", MEETING, "London time. Your time (New York): 5am to 11am"),
        ("Asia/Kolkata", MEETING, "London time. Your time (Calcutta): 3:30pm to 9:30pm"),
        (
            "Asia/Tokyo",
            MEETING,
            "London time. Your time (Tokyo): Thursday 11 February 2027, 7pm to Friday 12 February 2027, 1am",
        ),
        (
            "Pacific/Auckland",
            MEETING,
            "London time. Your time (Auckland): Thursday 11 February 2027, 11pm to Friday 12 February 2027, 5am",
        ),
        ("Europe/Paris", "events/rotterdam-webinar-january-2027/", ""),
        ("Europe/London", "events/rotterdam-webinar-january-2027/", "Your time (London): midday to 1pm"),
        ("Asia/Tokyo", "events/swap-week-september-2027/", ""),  # days, without a time
    ],
)
def test_readers_elsewhere_are_told_their_own_time(
    browser: Browser, address: str, zone: str, path: str, words: str
) -> None:
    with looking(browser, "2026-12-10T12:00Z", zone) as page:
        page.goto(address + path)
        assert "".join(page.locator(".mh-facts__clock:visible").all_inner_texts()).strip() == words


def test_sessions_to_be_joined_online_are_told_in_the_readers_time_too(browser: Browser, address: str) -> None:
    with looking(browser, "2026-12-10T12:00Z", "Pacific/Auckland") as page:
        page.goto(address + MEETING)
        assert page.locator(".mh-agenda__time").nth(3).inner_text().split("\n") == [
            *("12:15pm", "1:15am your time, Fri", "to 1:15pm")
        ]
        page.goto(f"{address}events/missing-hour-march-2027/")
        assert page.locator(".mh-agenda__local").count() == 0


# ---- Filters ----


@pytest.fixture
def index(browser: Browser, address: str) -> Iterator[Page]:
    """The list of all events, on the day of its build, before anything is chosen."""
    with looking(browser, "2026-11-22T12:00Z") as page:
        page.goto(f"{address}events/", wait_until="networkidle")
        yield page


def shown(page: Page) -> list[str]:
    return page.locator(".mh-event-card:visible h3").all_inner_texts()


def status(page: Page) -> str:
    return page.locator(".mh-event-filters [role=status]").inner_text()


@functools.cache
def numbers(*tokens: str) -> tuple[int, int]:
    """How many events of the demonstration have all of these in common: to come on 22 November 2026, and past."""
    network = load(ROOT).network
    assert network is not None
    public = network.published(DAY)
    found = [
        event
        for event in public.events.values()
        if {*tokens} <= {f"{family}:{slug}" for family, slug in memberships(event, public)}
    ]
    behind = sum(event.is_past(DAY) for event in found)
    return len(found) - behind, behind


def both(*tokens: str) -> str:
    """What the status says of them."""
    ahead, behind = numbers(*tokens)
    return f"{ahead + behind} events: {ahead} to come, {behind} in the past.".replace("1 events", "1 event")


def expect_status(page: Page, words: str) -> None:
    expect(page.locator(".mh-event-filters [role=status]")).to_have_text(words)


def test_filters_are_combined_counted_and_kept_in_the_address(index: Page, address: str) -> None:
    index.get_by_label("Kind").select_option("Webinar")
    expect_status(index, both("kind:webinar"))
    index.get_by_label("Year").select_option("2026")
    expect_status(index, both("kind:webinar", "year:2026"))
    index.get_by_label("Member").select_option("Aldermoor")
    expect_status(index, both("kind:webinar", "year:2026", "member:aldermoor"))
    assert len(shown(index)) == sum(numbers("kind:webinar", "year:2026", "member:aldermoor")) > 1
    assert index.url == f"{address}events/?kind=webinar&member=aldermoor&year=2026"
    index.get_by_label("When").select_option("Past")
    past = numbers("kind:webinar", "year:2026", "member:aldermoor")[1]
    expect_status(index, f"{past} {'event' if past == 1 else 'events'} in the past.")
    assert index.locator("h2:visible").all_inner_texts()[0] == "Past events"
    index.get_by_label("Place").select_option("Lantern Court, Brighton")
    expect_status(index, "No event fits all of these.")


def test_the_way_back_undoes_a_choice_and_a_link_makes_it(index: Page, browser: Browser, address: str) -> None:
    index.get_by_label("Place").select_option("Online")
    index.get_by_label("When").select_option("Coming")
    expect_status(index, f"{numbers('place:online')[0]} events to come.")
    wanted = shown(index)
    index.go_back()
    assert (index.get_by_label("When").input_value(), index.get_by_label("Place").input_value()) == ("", "online")
    index.go_back()
    expect_status(index, "")
    assert index.get_by_label("Place").input_value() == ""
    with looking(browser, "2026-11-22T12:00Z") as other:
        other.goto(f"{address}events/?when=coming&place=online&kind=nonsense")
        expect_status(other, f"{numbers('place:online')[0]} events to come.")
        assert shown(other) == wanted


def test_the_filters_are_cleared_by_keyboard_and_focus_is_not_lost(index: Page, address: str) -> None:
    before = shown(index)
    field = index.get_by_label("Kind")
    field.focus()
    index.keyboard.type("Work")  # a list takes the letters that a choice begins with
    expect_status(index, both("kind:workshop"))
    button = index.get_by_role("button", name="Clear the filters")
    button.focus()
    index.keyboard.press("Enter")
    expect_status(index, "")
    assert (shown(index), index.url) == (before, f"{address}events/")
    assert button.is_hidden()
    assert index.evaluate("document.activeElement.name") == "when"


def test_the_filters_know_what_is_over(browser: Browser, address: str) -> None:
    with looking(browser, "2027-06-15T12:00Z") as page:
        page.goto(f"{address}events/?kind=webinar")
        expect_status(
            page, f"{sum(numbers('kind:webinar'))} events: 0 to come, {sum(numbers('kind:webinar'))} in the past."
        )


def test_years_are_fetched_only_when_a_choice_needs_them(index: Page) -> None:
    asked: list[str] = []
    index.on("request", lambda one: asked.append(one.url.partition("/events/")[2]) if "/year/" in one.url else None)
    index.get_by_label("When").select_option("Coming")
    expect_status(index, f"{numbers()[0]} events to come.")
    assert asked == []
    index.get_by_label("When").select_option("")
    index.get_by_label("Year").select_option("2018")
    expect_status(index, both("year:2018"))
    assert asked == ["year/2018/"]
    index.get_by_label("Year").select_option("")
    index.get_by_label("Kind").select_option("Launch")
    expect_status(index, both("kind:launch"))
    years = index.locator("[data-token^='year:']").evaluate_all("links => links.map(one => one.getAttribute('href'))")
    assert sorted(asked) == sorted(years)


def test_cards_of_other_years_lead_on_from_where_they_stand(browser: Browser, address: str) -> None:
    with looking(browser, "2026-11-22T12:00Z") as page:
        page.route(f"{address}events/", lambda route: route.fulfill(body=without_past(route.fetch().text())))
        page.goto(f"{address}events/?year=2018")
        expect_status(page, both("year:2018"))
        page.get_by_role("link", name="Chief executives’ meeting, October 2018").click()
        assert page.url == f"{address}events/chief-executives-october-2018/"


def without_past(text: str) -> str:
    """The index as it would be with more events: the earliest past one is on the page of its year alone."""
    cut = re.sub(r'<li class="mh-event-card"[^>]*year:2018">.*?</li>\s*(?=<li)', "", text, flags=re.DOTALL)
    assert cut != text
    return cut.replace('data-most="20"', 'data-most="20" data-more="1"')


def test_what_cannot_be_fetched_is_said(index: Page) -> None:
    index.route("**/events/year/**", lambda route: route.abort())
    index.get_by_label("Kind").select_option("Launch")
    expect_status(index, "The other events cannot be reached at the moment. The lists at the end lead to all of them.")


def test_without_javascript_there_is_no_form_and_every_event_is_reached_by_lists(
    browser: Browser, address: str
) -> None:
    with looking(browser, "2026-11-22T12:00Z", java_script_enabled=False) as page:
        page.goto(f"{address}events/?kind=webinar")
        assert page.locator(".mh-event-filters").is_hidden()
        page.get_by_role("link", name="The Button Rooms, Birmingham").click()
        assert page.url == f"{address}events/place/the-button-rooms-birmingham/"
        assert shown(page)[0] == "Chief executives’ meeting, January 2027"
        page.get_by_role("link", name="Events by place").click()
        page.locator(".mh-crumbs").get_by_role("link", name="Events").click()
        assert page.url == f"{address}events/"


@pytest.mark.parametrize(
    ("width", "scheme"),
    [(390, "light"), (1280, "dark"), *(pytest.param(*one, marks=pytest.mark.prove) for one in OTHER_WINDOWS)],
)
@pytest.mark.parametrize(
    "path", ["events/?kind=webinar", "events/series/learning-events/", "events/year/2027/", "events/place/", MEETING]
)
def test_axe_finds_no_violation_in_lists_of_events(
    browser: Browser, address: str, scheme: Scheme, width: int, path: str
) -> None:
    size = {"width": width, "height": 900}
    options = {"bypass_csp": True, "color_scheme": scheme, "reduced_motion": "reduce", "viewport": size}
    with looking(browser, "2027-02-11T12:00Z", "Asia/Tokyo", **options) as page:
        page.goto(address + path, wait_until="networkidle")
        assert judge_by_axe(page) == Verdict((), ())
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
