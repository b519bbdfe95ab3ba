"""Laws that hold for every text, date and address."""

import datetime as dt
import json
import string
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

import edtf
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from masthead.addresses import address, on_site, relative_address
from masthead.artifact import Artifact
from masthead.dates import day_number, event_in_words, month_in_short
from masthead.links import links, relink
from masthead.model.event import Event
from masthead.model.when import WORDS, Precision, When
from masthead.problem import Place, Problem
from masthead.publish.page import front_matter
from masthead.publish.publication import Publication
from masthead.publish.publishers import publish
from masthead.source import Source, parse_source

LONDON = ZoneInfo("Europe/London")
TITLES = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1)
SLUGS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
PAGES = st.lists(SLUGS, max_size=4).map(lambda folders: "/".join([*folders, "index.md"]))
FILES = st.lists(SLUGS, min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".svg")


@given(TITLES)
def test_a_title_survives_in_front_matter(title: str) -> None:
    page = parse_source("a.md", front_matter({"title": title, "layout": "page"}) + "Body\n")
    assert isinstance(page, Source)
    assert page.content == {"title": title, "layout": "page"}
    assert yaml.safe_load(page.text.split("---\n")[1])["title"] == title


@given(TITLES)
def test_a_title_survives_in_a_record_that_quotes_it_as_json(title: str) -> None:
    source = parse_source("a.yml", f"title: {json.dumps(title, ensure_ascii=False)}\n")
    assert isinstance(source, Source)
    assert source.content == {"title": title}


@given(PAGES, st.one_of(PAGES, FILES))
def test_a_relative_address_leads_back_to_the_address(page: str, target: str) -> None:
    site = "https://harbours.example/site/"
    assert urljoin(site + address(page), relative_address(page, target)) == site + address(target)


@given(st.sampled_from(["content/", "events/", "case-studies/", "manifesto/", "content/network/members/"]), SLUGS)
def test_every_page_of_a_record_is_an_index(room: str, slug: str) -> None:
    ending = ".yml" if room in ("events/", "content/network/members/") else ".md"
    page = on_site(f"{room}{slug}{ending}")
    assert page is not None
    assert page.endswith("index.md")


@given(st.text())
def test_links_that_stay_leave_the_text_as_it_was(text: str) -> None:
    assert relink(text, lambda link: link.target) == text


@given(st.text(st.characters(exclude_characters="]<")))
def test_a_text_without_links_is_not_changed(text: str) -> None:
    assert relink(text, lambda _: "changed") == text


@given(st.lists(st.tuples(st.text(string.ascii_letters + " ", min_size=1), SLUGS), max_size=5))
def test_every_link_is_found_and_changed(written: list[tuple[str, str]]) -> None:
    text = " ".join(f"[{words}]({target})" for words, target in written)
    assert [link.target for link in links(text)] == [target for _, target in written]
    assert relink(text, lambda link: f"../{link.target}") == " ".join(f"[{words}](../{to})" for words, to in written)


@settings(max_examples=300)
@given(st.text(st.sampled_from("ab:- \n\t#'\"|>&*![]{},?%@0.~<=é\r")), st.sampled_from(["a.yml", "a.md"]))
def test_whatever_is_written_is_read_or_refused_at_a_place_in_the_file(text: str, path: str) -> None:
    read = parse_source(path, text.replace("\r", "\n"))
    if isinstance(read, Source):
        assert isinstance(read.content, dict)
    else:
        assert isinstance(read, Problem)
        assert 1 <= read.place.line <= text.count("\n") + text.count("\r") + 2
        assert read.place > Place(path, 0)


@given(st.dates(min_value=dt.date(1, 1, 1)))
def test_a_day_is_first_and_last_of_its_own(day: dt.date) -> None:
    when = When(day.isoformat())
    assert (when.day, when.last_day) == (day, day)
    month = When(day.isoformat()[:7])
    assert month.day is not None
    assert month.last_day is not None
    assert month.day <= day <= month.last_day


YEARS = st.integers(1, 9999).map("{:04}".format)
MONTHS = st.builds("{}-{:02}".format, YEARS, st.integers(1, 12))
DAYS = st.dates().map(dt.date.isoformat)
SEASONS = st.builds("{}-{}".format, YEARS, st.integers(21, 24))
DOUBTS = st.builds("{}{}".format, st.one_of(YEARS, MONTHS, DAYS), st.sampled_from("~?%"))
MINUTES = st.datetimes().map(lambda moment: moment.isoformat(timespec="minutes"))
WRITTEN = st.one_of(YEARS, MONTHS, DAYS, SEASONS, DOUBTS, MINUTES, st.sampled_from(WORDS))
LANGUAGES = st.sampled_from(("en-GB", "en", "fr-FR", "cy", "ja", "ar"))


@given(WRITTEN)
def test_a_date_is_read_back_as_it_was_written(text: str) -> None:
    assert When.model_validate_json(When(text).model_dump_json()) == When(text)
    assert When(text).root == text


@given(WRITTEN, WRITTEN, WRITTEN)
def test_both_orders_of_dates_are_total_and_consistent(one: str, two: str, three: str) -> None:
    dates = [When(text) for text in (one, two, three)]
    for a, b, c in ([date.soonest_first for date in dates], [date.latest_first for date in dates]):
        assert (a < b) + (a == b) + (b < a) == 1
        assert (a == b) == (one == two)
        assert not (a < b < c) or a < c
        assert sorted([a, b, c]) == sorted([c, a, b])


@given(text=st.one_of(YEARS, MONTHS, SEASONS, DAYS), day=st.dates(), is_inside=st.booleans())
def test_a_vague_date_stands_behind_every_day_that_it_may_mean(text: str, day: dt.date, *, is_inside: bool) -> None:
    vague = When(text)
    assert vague.day and vague.last_day  # noqa: PT018 (for types)
    if is_inside:
        day = max(vague.day, min(day, vague.last_day))
    exact = When(f"{day.isoformat()}T12:00")
    if vague.day <= day <= vague.last_day:
        assert exact.soonest_first < vague.soonest_first
        assert exact.latest_first > vague.latest_first
    else:
        assert (exact.soonest_first < vague.soonest_first) == (day < vague.day)
        assert (exact.latest_first < vague.latest_first) == (day < vague.day)


@given(WRITTEN, st.none() | WRITTEN, LANGUAGES, st.dates())
def test_every_date_has_words_and_no_event_is_past_and_then_to_come(
    starts: str, ends: str | None, language: str, day: dt.date
) -> None:
    event = Event.model_validate({"title": "A", "summary": "B", "kind": "launch", "starts": starts, "ends": ends})
    assert event_in_words(event, language)
    assert (day_number(event.starts) != "") == (event.starts.precision >= Precision.DAY)
    assert bool(month_in_short(event.starts, language)) == (event.starts.day is not None)
    assert not event.is_past(day) or event.is_past(dt.date.max) or event.last_day == dt.date.max
    first, over = event.starts.wall, event.over_at(LONDON)
    assert ends or first is None or over is None or first < over.replace(tzinfo=None) or over.year == 9999


@given(st.one_of(YEARS, MONTHS, DAYS, SEASONS, DOUBTS))
def test_our_dates_are_edtf_and_mean_what_another_reader_of_edtf_reads(text: str) -> None:
    read, when = edtf.parse_edtf(text), When(text)
    assert str(read) == text
    assert when.day is not None
    assert (read.lower_strict()[:3]) == when.day.timetuple()[:3]
    is_winter = text.endswith("-24") and when.precision is Precision.SEASON  # ours ends in February, theirs in December
    assert is_winter or read.upper_strict()[:3] == (when.last_day or when.day).timetuple()[:3]


def test_publishing_twice_gives_equal_artifacts(public: Publication) -> None:
    first, second = ([(one.path, one.content, one.source) for one in publish(public)] for _ in range(2))
    assert first == second


def test_artifacts_do_not_know_where_the_publication_lies(public: Publication, preview: Publication) -> None:
    def texts(artifacts: tuple[Artifact, ...]) -> list[str]:
        return [one.text for one in artifacts if one.text]

    roots = {str(file.absolute).removesuffix(path) for one in (public, preview) for path, file in one.files.items()}
    assert [root for root in roots for text in texts(publish(public)) if root in text] == []
