"""Dates of known precision."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from masthead.model.when import Precision, When


@pytest.mark.parametrize(
    ("text", "precision", "day", "last_day"),
    [
        ("2027-03-11T10:00", Precision.MINUTE, dt.date(2027, 3, 11), dt.date(2027, 3, 11)),
        ("2027-03-11", Precision.DAY, dt.date(2027, 3, 11), dt.date(2027, 3, 11)),
        ("2027-12", Precision.MONTH, dt.date(2027, 12, 1), dt.date(2027, 12, 31)),
        ("2028-02", Precision.MONTH, dt.date(2028, 2, 1), dt.date(2028, 2, 29)),
        ("2018", Precision.YEAR, dt.date(2018, 1, 1), dt.date(2018, 12, 31)),
        ("2027-21", Precision.SEASON, dt.date(2027, 3, 1), dt.date(2027, 5, 31)),
        ("2027-24", Precision.SEASON, dt.date(2027, 12, 1), dt.date(2028, 2, 29)),
        ("9999-24", Precision.SEASON, dt.date(9999, 12, 1), dt.date.max),
        ("9999", Precision.YEAR, dt.date(9999, 1, 1), dt.date.max),
        ("2018~", Precision.YEAR, dt.date(2018, 1, 1), dt.date(2018, 12, 31)),
        ("not recorded", Precision.UNKNOWN, None, None),
        ("to be confirmed", Precision.UNKNOWN, None, None),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(
    text: str, precision: Precision, day: dt.date | None, last_day: dt.date | None
) -> None:
    when = When(text)
    assert (when.precision, when.day, when.last_day) == (precision, day, last_day)
    assert when.is_known == (precision >= Precision.DAY)


@pytest.mark.parametrize(
    ("text", "is_approximate", "is_uncertain"),
    [("2027-03-11", False, False), ("2027-03-11~", True, False), ("2027-03?", False, True), ("2027%", True, True)],
)
def test_a_doubtful_day_is_not_known(text: str, *, is_approximate: bool, is_uncertain: bool) -> None:
    when = When(text)
    assert (when.is_approximate, when.is_uncertain) == (is_approximate, is_uncertain)
    assert when.is_known == (text == "2027-03-11")


def test_a_vague_date_stands_behind_all_that_it_may_mean() -> None:
    ahead = [
        "not recorded", "2027-03-01T10:00", "2027-03-01T14:00", "2027-03-01", "2027-03-31", "2027-03", "2027-05-31",
        "2027-21", "2027-06-01", "2027-12-31", "2027-12", "2027", "2028-01", "2027-24", "2028-03-01", "to be confirmed",
    ]  # fmt: skip
    behind = [
        "to be confirmed", "2028-01", "2027-12-31", "2027-12", "2027-24", "2027-06-01", "2027-05-31", "2027-03-31",
        "2027-03-01T14:00", "2027-03-01T10:00", "2027-03-01", "2027-03", "2027-21", "2027", "not recorded",
    ]  # fmt: skip
    assert sorted({*ahead}, key=lambda text: When(text).soonest_first) == ahead
    assert sorted({*behind}, key=lambda text: When(text).latest_first, reverse=True) == behind


def test_a_year_may_be_a_number() -> None:
    assert When.model_validate(2018) == When("2018")


@pytest.mark.parametrize(
    "text",
    [
        "2027-3-11",
        "11.03.2027",
        "2027-03-11 10:00",
        "2027-03-11T10",
        "2027-03-11T10:00Z",
        "2027-03-11T10:00+01:00",
        "",
        "2027-21~",
        "2027-24?",
        "2027-03-11T10:00~",
        "~2027",
        "2027-03-11~?",
        "spring 2027",
        "To be confirmed",
    ],
)
def test_other_forms_are_refused(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        When(text)
    assert [error["type"] for error in caught.value.errors()] == ["date-form"]


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-29",
        "2027-13",
        "0000",
        "2027-03-11T24:00",
        "2027-00-01",
        "2027-20",
        "2027-25",
        "2027-21-01",
        "2027-02-29?",
    ],
)
def test_dates_that_no_calendar_has_are_refused(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        When(text)
    assert [error["type"] for error in caught.value.errors()] == ["no-such-date"]


@pytest.mark.parametrize(("month", "offset"), [("01", 0), ("07", 1)])
def test_a_wall_time_follows_the_clock_of_its_zone(month: str, offset: int) -> None:
    moment = When(f"2027-{month}-11T10:00").moment(ZoneInfo("Europe/London"))
    assert moment is not None
    assert moment.utcoffset() == dt.timedelta(hours=offset)


@pytest.mark.parametrize("text", ["2027-03-11", "2027-03", "2027", "not recorded"])
def test_what_is_not_known_to_the_minute_is_no_moment(text: str) -> None:
    assert When(text).moment(ZoneInfo("Europe/London")) is None
