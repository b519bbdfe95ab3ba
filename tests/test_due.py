"""When a site must be built again: on the days on which it would be another, and on no others."""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from masthead.artifact import done
from masthead.due import as_json, due, in_words
from masthead.finish.security import SECURITY, next_quarter, security
from masthead.load import load
from masthead.model.announcement import EventStatus
from masthead.model.event import Event
from masthead.model.network import Network
from masthead.model.page import News
from masthead.pdf.judge import Verdict
from masthead.publish.manifesto import manifesto_pdfs
from masthead.publish.papers import Download
from masthead.publish.publication import Publication
from masthead.publish.publishers import publish
from masthead.source import Sources
from tests.conftest import DAY, STAMP

ROOT = Path(__file__).parent.parent
VERDICT = Verdict(validator="V", version="1", profile="PDF/UA-1", rules=106, failed=0)
PDF = Download("manifesto.pdf", 1000, 3, (VERDICT,))
ONE_DAY = dt.timedelta(days=1)


def outputs(network: Network, sources: Sources, day: dt.date) -> Mapping[str, object]:
    """All that a public build of a day gives to an engine."""
    shown = network.published(day)
    hidden = frozenset(network.by_path().keys() - shown.by_path().keys())
    publication = Publication(network=shown, files=sources.files, day=day, stamp=STAMP, hidden=hidden, pdfs=(PDF,))
    made = (*publish(publication), *map(done, manifesto_pdfs(publication)))
    return {SECURITY: security(shown, day), **{artifact.path: artifact.content for artifact in made}}


def demonstration() -> tuple[Network, Sources]:
    loaded = load(ROOT)
    assert loaded.network is not None
    return loaded.network, loaded.sources


def test_the_demonstration_differs_when_it_is_due_and_not_before() -> None:
    network, sources = demonstration()
    made, found, told = outputs(network, sources, DAY), due(network, DAY), 0
    while told < 6:
        moment = found.moment.date()
        assert outputs(network, sources, moment - ONE_DAY) == made
        before, made = made, outputs(network, sources, moment)
        assert before != made
        found, told = due(network, moment), told + 1
    assert told == 6


def test_every_day_of_a_winter_is_as_the_day_before_unless_it_is_due(small: Path) -> None:
    loaded = load(small)
    assert loaded.network is not None
    days = [dt.date(2026, 11, 22) + number * ONE_DAY for number in range(76)]
    made = [outputs(loaded.network, loaded.sources, day) for day in days]
    changed = [day for day, before, after in zip(days[1:], made, made[1:], strict=False) if before != after]
    expected, day = [], days[0]
    while (day := due(loaded.network, day).moment.date()) <= days[-1]:
        expected.append(day)
    told = ["2026-12-01", "2027-01-01", "2027-01-19", "2027-01-21", "2027-02-04"]
    assert changed == expected == [dt.date.fromisoformat(one) for one in told]


@pytest.fixture
def causes(small: Path) -> Callable[[str], tuple[str, list[str]] | None]:
    """What is due, and why, of a network that has only one event with these fields; None where that is the new quarter.

    Each quarter is due: the small network has nothing else by then, so the next one is looked at.
    """

    def told(fields: str) -> tuple[str, list[str]] | None:
        for path in (small / "events").glob("*.yml"):
            path.unlink()
        for path in (small / "content" / "news").glob("*.md"):
            path.unlink()
        (small / "events" / "one.yml").write_text(
            f"title: One\nsummary: A day.\nkind: workshop\n{fields}\n", encoding="utf-8"
        )
        network = load(small).network
        assert network is not None
        day = DAY
        for _ in range(4):
            found = due(network, day)
            if texts := [cause.text for cause in found.causes if cause.path == "events/one.yml"]:
                return found.moment.isoformat(), texts
            day = found.moment.date()
        return None

    return told


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("starts: 2027-05-13T10:00", ("2027-05-14T00:00:00+01:00", ["It is over."])),
        ("starts: 2027-05-13\nends: 2027-05-15", ("2027-05-16T00:00:00+01:00", ["It is over."])),
        ("starts: 2027-21", ("2027-06-01T00:00:00+01:00", ["It is over."])),
        ("starts: 2026-03-11", None),
        ("starts: to be confirmed", None),
        ("starts: not recorded", None),
        ("starts: 2027-05-13\ndraft: true", None),
        ("starts: 2027-05-13\npublish_from: 2027-01-11", ("2027-01-11T00:00:00+00:00", ["It is published."])),
        ("starts: 2026-03-11\npublish_from: 2026-03-01", None),
        (
            "starts: 2027-05-13\nregistration: {opens: 2027-01-11}",
            ("2027-01-11T00:00:00+00:00", ["Registration opens."]),
        ),
        (
            "starts: 2027-05-13\nregistration: {closes: 2027-01-11}",
            ("2027-01-12T00:00:00+00:00", ["Registration is closed."]),
        ),
        (
            "starts: 2027-05-13\nstatus: cancelled\nregistration: {closes: 2027-01-11}",
            ("2027-05-14T00:00:00+01:00", ["It is over."]),
        ),
        (
            "starts: 2027-05-13\npublish_from: 2027-02-01\nregistration: {opens: 2027-01-11}",
            ("2027-02-01T00:00:00+00:00", ["It is published."]),
        ),
        (
            "starts: 2027-05-13\nregistration: {opens: 2027-01-11, full: true, waiting_list: true}",
            ("2027-01-11T00:00:00+00:00", ["Registration for the waiting list opens."]),
        ),
        (
            "starts: 2027-05-13\nregistration: {opens: 2027-01-11, full: true}",
            ("2027-01-11T00:00:00+00:00", ["Registration would open, and every place is taken."]),
        ),
    ],
)
def test_a_build_is_due_for_a_reason(
    causes: Callable[[str], tuple[str, list[str]] | None], fields: str, told: tuple[str, list[str]] | None
) -> None:
    assert causes(fields) == told


def test_what_is_due_is_told_in_words_and_to_programs(small: Path) -> None:
    network = load(small).network
    assert network is not None
    found = due(network, DAY)
    assert in_words(found, "en-GB") == (
        "Build again on Tuesday 1 December 2026, or later (2026-12-01T00:00:00+00:00):\n"
        "  events/tide-talk.yml: “What the tide brings”. Registration opens."
    )
    assert json.loads(as_json(found)) == {
        "due": "2026-12-01T00:00:00+00:00",
        "causes": [{"path": "events/tide-talk.yml", "title": "What the tide brings", "text": "Registration opens."}],
    }


def test_where_nothing_else_is_due_a_site_is_built_each_quarter(small: Path) -> None:
    network = load(small).network
    assert network is not None
    assert in_words(due(network, dt.date(2040, 5, 2)), "en-GB") == (
        "Build again on Sunday 1 July 2040, or later (2040-07-01T00:00:00+01:00):\n"
        "  content/network/network.yml: “Harbour Network”. .well-known/security.txt is renewed before it expires."
    )


@given(st.dates(dt.date(2020, 1, 1), dt.date(2100, 1, 1)))
def test_security_txt_is_good_for_three_to_six_months(day: dt.date) -> None:
    following = next_quarter(day)
    assert (following.day, following.month % 3) == (1, 1)
    assert dt.timedelta() < following - day <= dt.timedelta(days=92)
    assert dt.timedelta(days=90) <= next_quarter(following) - day <= dt.timedelta(days=184)


NOTE = {"title": "New", "date": "2026-10-01", "summary": "A pier.", "body": "See [one](../../events/e0.yml)."}
DAYS = st.dates(DAY - dt.timedelta(days=20), DAY + dt.timedelta(days=60))


@st.composite
def events(draw: st.DrawFn) -> dict[str, Any]:
    """The fields of an event around the day, of every status and precision, with or without registration."""
    starts = draw(
        st.one_of(
            DAYS.map(str),
            DAYS.map(lambda day: f"{day}T10:00"),
            DAYS.map(lambda day: f"{day:%Y-%m}"),
            st.sampled_from(["2026", "2026-23", "2026-24", "to be confirmed", "not recorded"]),
        )
    )
    opens, closes = sorted((draw(DAYS), draw(DAYS)))
    optional = {
        "ends": str(draw(DAYS)),
        "publish_from": str(draw(DAYS)),
        "draft": draw(st.booleans()),
        "registration": {"url": "https://r.example/x", "opens": str(opens), "closes": str(closes)}
        | draw(st.sampled_from([{}, {"full": True}, {"full": True, "waiting_list": True}])),
        "previously": [{"changed": "2026-10-01", "starts": str(draw(DAYS)), "venue": {"name": "Pier"}}],
        "online": {"url": "https://meet.example/x"},
        "body": "See [the other](e1.yml).",
    }
    chosen = {name: optional[name] for name in draw(st.sets(st.sampled_from(sorted(optional))))}
    status = draw(st.sampled_from(list(EventStatus)))
    return {"title": "One", "summary": "A day.", "kind": "workshop", "starts": starts, "status": status, **chosen}


@settings(max_examples=25)
@given(said=st.lists(events(), min_size=1, max_size=4), news=DAYS)
def test_any_site_stays_as_it_is_until_it_is_due_and_no_longer(
    public: Publication, said: list[dict[str, Any]], news: dt.date
) -> None:
    held = {f"e{number}": Event.filed(f"events/e{number}.yml", fields) for number, fields in enumerate(said)}
    note = News.filed("content/news/new.md", {**NOTE, "publish_from": str(news)})
    held["launch"] = public.network.events["launch"]
    network = public.network.model_copy(update={"events": held, "news": {"new": note}, "case_studies": {}})
    sources, moment = Sources(root=ROOT, texts={}, files=public.files), due(network, DAY).moment.date()
    today = outputs(network, sources, DAY)
    assert outputs(network, sources, moment - ONE_DAY) == today
    assert outputs(network, sources, moment) != today
