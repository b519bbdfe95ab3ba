"""Lists of events: which sets there are, how long what a page says is true, and that the first view stays small."""

import datetime as dt
import gzip
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from masthead.artifact import done
from masthead.model.event import Event
from masthead.model.place import Venue
from masthead.publish.assets import publish_assets
from masthead.publish.event_indexes import PAST_AT_MOST, publish_event_indexes, set_links
from masthead.publish.event_lists import SPARE, event_card, next_events
from masthead.publish.event_sets import event_filters, event_sets
from masthead.publish.indexes import memberships
from masthead.publish.lasting import going_on, held, over, registration
from masthead.publish.pages import publish_pages
from masthead.publish.publication import Publication
from masthead.publish.publishers import publish
from masthead.render import THEME
from tests.large import write

Fields = Mapping[str, Any]
TIMES = {"starts": "2027-03-11T10:00", "ends": "2027-03-11T16:00"}
FIRST_VIEW = 70_000  # bytes of HTML, styles and scripts, compressed
FRAME = 3_000  # what the theme sets around the article, compressed


def event(slug: str = "day", **fields: Any) -> Event:
    return Event.filed(f"events/{slug}.yml", {"title": "A", "summary": "B", "kind": "launch", **TIMES, **fields})


def with_events(publication: Publication, *events: Event) -> Publication:
    found = {one.slug: one for one in events}
    return replace(publication, network=publication.network.model_copy(update={"events": found}))


@pytest.mark.parametrize(
    ("venue", "slug"),
    [
        ({"name": "Net Loft", "locality": "Whitby"}, "net-loft-whitby"),
        ({"name": "NET LOFT", "locality": "Whitby", "address": "1 Fish Street", "access": "Steps."}, "net-loft-whitby"),
        ({"name": "Paper Makers’ Hall", "locality": "London"}, "paper-makers-hall-london"),
        ({"name": "Café Zoë", "country": "België"}, "cafe-zoe-belgie"),
        ({"name": "東京会館"}, "bcd9b5"),
        ({"name": "大 Hall"}, "hall-da358a"),
        ({"name": "!"}, "bb7208"),
    ],
)
def test_a_place_is_one_by_its_name_town_and_country(venue: Fields, slug: str) -> None:
    assert Venue.model_validate(venue).slug == slug


@pytest.mark.parametrize(
    ("starts", "ends", "years"),
    [
        ("2027-03-11T10:00", "2027-03-11T16:00", (2027,)),
        ("2027-12-31T22:00", "2028-01-01T02:00", (2027, 2028)),
        ("2027", None, (2027,)),
        ("2027-11?", None, (2027,)),
        ("2027-23", None, (2027,)),
        ("2027-24", None, (2027, 2028)),
        ("2027", "9999", (2027, 9999)),
        ("to be confirmed", None, ()),
        ("not recorded", None, ()),
    ],
)
def test_an_event_is_of_every_year_in_which_it_may_begin_or_end(
    starts: str, ends: str | None, years: tuple[int, ...]
) -> None:
    assert event(starts=starts, ends=ends).years == years


def test_an_event_belongs_to_its_series_kind_members_places_and_years(public: Publication) -> None:
    one = event(
        series="tide-talks",
        organisers=["old-mole"],
        members=["old-mole", "north-quay"],
        venue={"name": "Hall", "locality": "Leeds"},
        online={},
        starts="2027-24",
        ends=None,
    )
    assert [f"{family}:{slug}" for family, slug in memberships(one, public.network)] == [
        *("series:tide-talks", "kind:launch", "member:old-mole", "member:north-quay"),
        *("place:hall-leeds", "place:online", "year:2027", "year:2028"),
    ]
    page = public.page("events/day.yml")
    assert [(link.text, link.href) for link in set_links(one, public, page)] == [
        ("Tide talks (series)", "../series/tide-talks/"),
        ("All launches", "../kind/launch/"),
        ("Events with Old Mole", "../member/old-mole/"),
        ("Events with North Quay", "../member/north-quay/"),
        ("Events at Hall, Leeds", "../place/hall-leeds/"),
        ("Events online", "../place/online/"),
        ("Events in 2027", "../year/2027/"),
        ("Events in 2028", "../year/2028/"),
    ]


def test_sets_stand_in_the_order_in_which_readers_look_for_them(public: Publication) -> None:
    found = event_sets(public)
    assert {family: [(one.name, one.count) for one in sets] for family, sets in found.items()} == {
        "series": [("Tide talks", "2 events")],
        "kind": [
            ("Learning event", "1 event"),
            ("Chief executives’ meeting", "1 event"),
            ("Launch", "1 event"),
            ("Workshop", "1 event"),
            ("Webinar", "2 events"),
        ],
        "member": [("Old Mole", "1 event")],
        "place": [("Net Loft, Whitby", "1 event"), ("Online", "1 event")],
        "year": [("2027", "4 events"), ("2026", "1 event"), ("No date", "1 event")],
    }
    assert [one.slug for one in found["year"]] == ["2027", "2026", "undated"]  # type: ignore[index]


def test_a_field_in_which_there_is_nothing_to_choose_is_left_out(public: Publication) -> None:
    assert [one.name for one in event_filters(event_sets(public))] == ["when", "kind", "place", "year"]
    assert event_filters(event_sets(with_events(public))) == ()


def test_every_set_has_a_page_and_one_that_names_it(public: Publication) -> None:
    made = {artifact.path for artifact in publish(public)}
    sets = [one for found in event_sets(public).values() for one in found]
    assert {one.page for one in sets} | {f"events/{one.family}/index.md" for one in sets} <= made


def test_without_events_there_are_no_lists_of_them_but_words(public: Publication) -> None:
    pages = {one.path: one.content for one in publish(with_events(public)) if isinstance(one.content, str)}
    assert [path for path in pages if path.startswith("events/") and path.endswith(".md")] == ["events/index.md"]
    assert '<li class="mh-event-list__empty">Nothing is planned at the moment.</li>' in pages["events/index.md"]
    assert '<li class="mh-event-list__empty">Nothing has taken place yet.</li>' in pages["events/index.md"]


def hours(label: Any) -> tuple[str, str, str] | None:
    return label and (label.text, label.times.since, label.times.until)


@pytest.mark.parametrize(
    ("fields", "now", "after"),
    [
        ({}, ("Happening now", "2027-03-11T10:00Z", "2027-03-11T16:00Z"), "2027-03-11T16:00Z"),
        (
            {"timezone": "America/New_York"},
            ("Happening now", "2027-03-11T15:00Z", "2027-03-11T21:00Z"),
            "2027-03-11T21:00Z",
        ),
        ({"ends": None}, ("Today", "2027-03-11T00:00Z", "2027-03-12T00:00Z"), "2027-03-12T00:00Z"),
        (
            {"starts": "2027-05-13", "ends": None},
            ("Today", "2027-05-12T23:00Z", "2027-05-13T23:00Z"),
            "2027-05-13T23:00Z",
        ),
        (
            {"starts": "2027-03-27", "ends": "2027-03-28"},
            ("Happening now", "2027-03-27T00:00Z", "2027-03-28T23:00Z"),
            "2027-03-28T23:00Z",
        ),
        ({"starts": "2027-06", "ends": None}, None, "2027-06-30T23:00Z"),
        ({"starts": "2027-21", "ends": None}, None, "2027-05-31T23:00Z"),
        ({"starts": "2027", "ends": None}, None, "2028-01-01T00:00Z"),
        ({"starts": "to be confirmed", "ends": None}, None, ""),
    ],
)
def test_when_an_event_goes_on_and_when_it_is_over_is_told_in_utc(
    public: Publication, fields: Fields, now: tuple[str, str, str] | None, after: str
) -> None:
    one = event(**fields)
    assert (hours(going_on(one, public)), over(one, public)) == (now, after)
    assert hours(held(one, public)) == (("Held", after, "") if after else None)


@pytest.mark.parametrize("fields", [{"status": "cancelled"}, {"status": "tentative"}])
def test_what_may_not_take_place_is_never_said_to_go_on_or_to_be_held(public: Publication, fields: Fields) -> None:
    assert (going_on(event(**fields), public), held(event(**fields), public)) == (None, None)


def test_what_is_past_says_so_for_ever_and_needs_no_script(public: Publication) -> None:
    past = event(starts="2026-03-11", ends=None)
    one = with_events(public, past)
    assert (over(past, one), going_on(past, one), hours(held(past, one))) == ("", None, ("Held", "", ""))
    assert event_card(past, one, one.page("content/events.md")).over == ""


OPEN = {"opens": "2026-12-01", "closes": "2027-03-04"}
PHASES = {
    "not yet": ("", "2026-12-01T00:00Z"),
    "open": ("2026-12-01T00:00Z", "2027-03-05T00:00Z"),
    "closed": ("2027-03-05T00:00Z", "2027-03-11T16:00Z"),
}


@pytest.mark.parametrize(
    ("wanted", "day", "phases", "shown"),
    [
        (OPEN, "2026-11-22", PHASES, "not yet"),
        (OPEN, "2026-12-01", {"open": ("", PHASES["open"][1]), "closed": PHASES["closed"]}, "open"),
        (OPEN, "2027-03-05", {"closed": ("", PHASES["closed"][1])}, "closed"),
        (OPEN, "2027-03-12", {}, None),
        ({}, "2026-11-22", {"open": ("", "2027-03-11T16:00Z")}, "open"),
        ({"full": True}, "2026-11-22", {"full": ("", "2027-03-11T16:00Z")}, "full"),
        ({"closes": "2027-04-01"}, "2026-11-22",
         {"open": ("", "2027-03-11T16:00Z"), "closed": ("2027-04-01T23:00Z", "2027-03-11T16:00Z")}, "open"),
        ({"closes": "9999-12-31"}, "2026-11-22",
         {"open": ("", "2027-03-11T16:00Z"), "closed": ("9999-12-31T00:00Z", "2027-03-11T16:00Z")}, "open"),
    ],
)  # fmt: skip
def test_registration_tells_every_state_that_is_still_to_come(
    public: Publication, wanted: Fields, day: str, phases: Fields, shown: str | None
) -> None:
    found = list(registration(event(registration=wanted), replace(public, day=dt.date.fromisoformat(day))))
    assert {state.value: (times.since, times.until) for state, times in found} == phases
    assert [state.value for state, times in found if not times.is_hidden] == ([shown] if shown else [])


def test_the_next_events_have_some_that_wait_behind_them(public: Publication) -> None:
    events = [event(f"e{number:02}", starts=f"2027-03-{number:02}", ends=None) for number in range(1, 21)]
    events[0] = event("e01", starts="2027-03-01", ends=None, status="cancelled")
    one = with_events(public, *events)
    made = html.fragment_fromstring(next_events(one, one.page("content/index.md"), events, 2, "events/"))
    cards = made.xpath("li[@data-by]")
    assert [card.xpath("string(.//a/@href)").split("/")[1] for card in cards] == [f"e{n:02}" for n in range(2, 13)]
    assert ["hidden" in card.attrib for card in cards] == [False] * 2 + [True] * SPARE
    assert dict(made.attrib) == {
        "class": "mh-event-list mh-event-list--next",
        "data-list": "next",
        "data-most": "2",
        "data-rest": "events/",
    }


def test_the_index_of_a_thousand_events_weighs_little(tmp_path: Path, read: Callable[[Path], Publication]) -> None:
    write(tmp_path / "large")
    publication = read(tmp_path / "large")
    assert len(publication.network.events) > 1000
    artifacts = chain(map(done, publish_pages(publication)), publish_assets(publication))
    made = {one.path: one.content for one in artifacts if isinstance(one.content, str)}
    scripts = [THEME / "assets" / "scripts" / f"{name}.js" for name in ("now", "event-filters", "fetched", "search")]
    texts = [made["events/index.md"], made["assets/masthead.css"], *(path.read_text("utf-8") for path in scripts)]
    weight = sum(len(gzip.compress(text.encode(), 9)) for text in texts) + FRAME
    assert weight <= FIRST_VIEW


def test_a_page_of_a_set_has_its_latest_past_events_and_leads_to_the_others(public: Publication) -> None:
    days = {"starts": "2026-03-11T10:00", "ends": "2026-03-11T16:00", "online": {"url": "https://meet.example/a"}}
    many = with_events(public, *(event(f"day-{number:03}", **days) for number in range(PAST_AT_MOST + 1)))
    pages = {one.path: one.text for one in map(done, publish_event_indexes(many))}
    listed = {path: text.count('<h3 class="mh-event-card__title">') for path, text in pages.items()}
    assert listed["events/place/online/index.md"] == listed["events/kind/launch/index.md"] == PAST_AT_MOST
    assert (
        '<a class="mh-link-list__link" href="../../year/">Earlier events, by year</a>'
        in pages["events/place/online/index.md"]
    )
    assert listed["events/year/2026/index.md"] == PAST_AT_MOST + 1
    assert "Earlier events" not in pages["events/year/2026/index.md"]
