"""What the outside tells: the day in the network's zone, and the moment of the last change."""

import datetime as dt
from pathlib import Path

import pytest

from masthead.edge import read_edge
from masthead.halt import MastheadError

LATE = dt.datetime(2027, 6, 30, 23, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Europe/London", dt.date(2027, 7, 1)), ("America/New_York", dt.date(2027, 6, 30))],
)
def test_the_day_is_that_of_the_zone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zone: str, day: dt.date) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(LATE.timestamp())))
    edge = read_edge(tmp_path, zone)
    assert (edge.day, edge.stamp, edge.root) == (day, LATE, tmp_path)


def test_without_an_epoch_and_a_commit_the_stamp_is_midnight(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    edge = read_edge(tmp_path, "UTC")
    assert edge.stamp == dt.datetime.combine(edge.day, dt.time(), dt.UTC)


def test_an_epoch_that_is_no_number_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(MastheadError, match=r"^SOURCE_DATE_EPOCH must be a number of seconds, and is “yesterday”\.$"):
        read_edge(tmp_path)
