"""Dates in words: as exact as they are known, and no more."""

import datetime as dt

import pytest

from masthead.dates import day_in_words, event_in_words, when_in_words
from masthead.model.event import Event
from masthead.model.when import When


def event(starts: str, ends: str | None = None) -> Event:
    fields = {"title": "A", "summary": "B", "kind": "launch", "starts": starts, "ends": ends}
    return Event.model_validate(fields)


def test_a_day_in_words() -> None:
    assert day_in_words(dt.date(2027, 3, 11), "en-GB") == "11 March 2027"
    assert day_in_words(dt.date(2027, 3, 11), "fr") == "11 mars 2027"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2027-03-11T10:00", "11 March 2027"),
        ("2027-03-11", "11 March 2027"),
        ("2027-03", "March 2027"),
        ("2027", "2027"),
        ("2027-21", "spring 2027"),
        ("2027-23", "autumn 2027"),
        ("2027-24", "winter 2027/28"),
        ("2099-24", "winter 2099/00"),
        ("2018~", "about 2018"),
        ("2018-10?", "October 2018 (not certain)"),
        ("2018-10-04%", "about 4 October 2018 (not certain)"),
        ("not recorded", "Date not recorded"),
        ("to be confirmed", "Date to be confirmed"),
    ],
)
def test_a_date_says_no_more_than_is_known(written: str, words: str) -> None:
    assert when_in_words(When(written), "en-GB") == words


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        ("2027-03-11T10:00", "2027-03-11T16:30", "Thursday 11 March 2027, 10am to 4:30pm"),
        ("2027-03-11T09:05", None, "Thursday 11 March 2027, 9:05am"),
        ("2027-03-11T12:00", "2027-03-11T23:59", "Thursday 11 March 2027, midday to 11:59pm"),
        ("2027-03-11T00:00", "2027-03-11T12:30", "Thursday 11 March 2027, midnight to 12:30pm"),
        ("2027-03-11T10:00", "2027-03-11", "Thursday 11 March 2027, 10am"),
        ("2027-03-11T10:00", "2027-03-12T16:00", "Thursday 11 March 2027, 10am to Friday 12 March 2027, 4pm"),
        ("2027-03-11", "2027-03-12", "Thursday 11 March 2027 to Friday 12 March 2027"),
        ("2027-03-11", "2027-03-11", "Thursday 11 March 2027"),
        ("2027-03-11", None, "Thursday 11 March 2027"),
        ("2027-03-11", "2027-05", "Thursday 11 March 2027 to May 2027"),
        ("2027-03-11", "not recorded", "Thursday 11 March 2027"),
        ("2027-03", "2027-05", "March 2027 to May 2027"),
        ("2027-03", "2027-03", "March 2027"),
        ("2027", None, "2027"),
        ("2027-22", "2027-23", "summer 2027 to autumn 2027"),
        ("2027-03-11~", "2027-03-12?", "about Thursday 11 March 2027 to Friday 12 March 2027 (not certain)"),
        ("2027-03-11T22:00", "2027-03-12T02:00", "Thursday 11 March 2027, 10pm to Friday 12 March 2027, 2am"),
        ("to be confirmed", None, "Date to be confirmed"),
        ("not recorded", None, "Date not recorded"),
    ],
)
def test_an_event_in_words(starts: str, ends: str | None, words: str) -> None:
    assert event_in_words(event(starts, ends), "en-GB") == words


def test_a_season_is_its_months_in_languages_for_which_we_have_no_words() -> None:
    assert when_in_words(When("2027-24"), "fr") == "décembre 2027 – février 2028"


def test_other_languages_have_the_24_hour_clock() -> None:
    words = event_in_words(event("2027-03-11T10:00", "2027-03-11T16:30"), "fr-FR")
    assert words == "jeudi 11 mars 2027, 10:00 to 16:30"
