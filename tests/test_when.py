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
        ("not recorded", Precision.UNKNOWN, None, None),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(
    text: str, precision: Precision, day: dt.date | None, last_day: dt.date | None
) -> None:
    when = When(text)
    assert (when.precision, when.day, when.last_day) == (precision, day, last_day)
    assert when.is_known == (precision >= Precision.DAY)


def test_a_year_may_be_a_number() -> None:
    assert When.model_validate(2018) == When("2018")


@pytest.mark.parametrize(
    "text",
    ["2027-3-11", "11.03.2027", "2027-03-11 10:00", "2027-03-11T10", "2027-03-11T10:00Z", "2027-03-11T10:00+01:00", ""],
)
def test_other_forms_are_refused(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        When(text)
    assert [error["type"] for error in caught.value.errors()] == ["date-form"]


@pytest.mark.parametrize("text", ["2027-02-29", "2027-13", "0000", "2027-03-11T24:00", "2027-00-01"])
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
