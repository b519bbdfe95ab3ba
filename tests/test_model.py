"""Records: what is public on a day, what is past, and which texts of a record are marked."""

import datetime as dt

import pytest

from masthead.model.event import Event
from masthead.model.record import Markdown, RefersTo, marked
from masthead.publish.publication import Publication


def event(**fields: object) -> Event:
    return Event.filed("events/day.yml", {"title": "A", "summary": "B", "kind": "launch", "starts": "2027", **fields})


def test_a_record_knows_its_file_and_its_slug() -> None:
    assert (event().path, event().slug) == ("events/day.yml", "day")


@pytest.mark.parametrize(
    ("fields", "is_published"),
    [
        ({}, True),
        ({"draft": True}, False),
        ({"publish_from": "2026-11-22"}, True),
        ({"publish_from": "2026-11-23"}, False),
        ({"publish_from": "2026-01-01", "draft": True}, False),
    ],
)
def test_drafts_and_what_is_under_embargo_are_not_published(fields: dict[str, object], *, is_published: bool) -> None:
    assert event(**fields).is_published(dt.date(2026, 11, 22)) == is_published


def test_a_network_is_published_without_drafts_and_without_what_is_under_embargo(preview: Publication) -> None:
    network = preview.network
    before, after = (network.published(dt.date(2027, month, 1)) for month in (5, 6))
    assert {*network.by_path()} - {*before.by_path()} == {"events/secret-visit.yml", "content/news/new-pier.md"}
    assert {*network.by_path()} - {*after.by_path()} == {"events/secret-visit.yml"}


@pytest.mark.parametrize(
    ("starts", "ends", "first_day_after"),
    [
        ("2027-03-11T10:00", None, "2027-03-12"),
        ("2027-03-11T10:00", "2027-03-13T16:00", "2027-03-14"),
        ("2027-03-11", None, "2027-03-12"),
        ("2027-03", None, "2027-04-01"),
        ("2027", None, "2028-01-01"),
        ("2027-03-11", "2027-04", "2027-05-01"),
        ("2027-03-11", "not recorded", "2027-03-12"),
    ],
)
def test_an_event_is_past_from_the_day_after_its_last(starts: str, ends: str | None, first_day_after: str) -> None:
    one = event(starts=starts, ends=ends)
    first = dt.date.fromisoformat(first_day_after)
    assert [one.is_past(first - dt.timedelta(days=1)), one.is_past(first)] == [False, True]


def test_an_event_without_a_recorded_date_is_past() -> None:
    assert event(starts="not recorded").is_past(dt.date.min)


def test_marked_texts_come_with_their_place_in_the_order_of_fields() -> None:
    one = event(
        tags=["moorings"],
        series="talks",
        venue={"name": "Net Loft", "access": "Step-free."},
        agenda=[{"time": "10:00", "title": "C", "speakers": ["ada", "bo"], "body": "D"}],
        feedback=[{"id": "f", "question": "?", "shares": [{"answer": "yes", "percent": 1}], "source": "survey"}],
    )
    assert list(marked(one)) == [
        (("summary",), Markdown(), "B"),
        (("tags", 0), RefersTo("tags"), "moorings"),
        (("series",), RefersTo("series"), "talks"),
        (("venue", "access"), Markdown(), "Step-free."),
        (("agenda", 0, "speakers", 0), RefersTo("people"), "ada"),
        (("agenda", 0, "speakers", 1), RefersTo("people"), "bo"),
        (("agenda", 0, "body"), Markdown(), "D"),
        (("feedback", 0, "source"), RefersTo("cited"), "survey"),
    ]


def test_marked_texts_of_groups_by_name_are_found(public: Publication) -> None:
    assert list(marked(public.network.settings)) == [
        (("summary",), Markdown(), "Three small harbours that learn from one another."),
        (("tags", "dredging", "summary"), Markdown(), "Keeping the channel deep."),
    ]


def test_nothing_of_a_record_can_be_changed() -> None:
    one = event()
    with pytest.raises(ValueError, match="frozen"):
        one.__setattr__("title", "Z")
