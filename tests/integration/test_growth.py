"""Five thousand events: a build grows no faster than they do, and every calendar keeps the rules."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import icalendar
import pytest

from tests.growth import SIZES, Built, builds, exponent, table
from tests.judges.calendar_rules import faults

STEEPEST = 1.1


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("growth")


@pytest.fixture(scope="module")
def measured(room: Path) -> list[Built]:
    return list(builds(room))


@pytest.fixture(scope="module")
def calendars(room: Path, measured: Sequence[Built]) -> Mapping[str, bytes]:
    """Every calendar of the largest site by its path."""
    site = room / f"{measured[-1].events}" / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*.ics"))}


@pytest.mark.prove
def test_time_and_memory_grow_no_faster_than_the_events(measured: Sequence[Built]) -> None:
    assert exponent([(one.events, one.seconds) for one in measured]) <= STEEPEST, "\n".join(table(measured))
    assert exponent([(one.events, one.megabytes) for one in measured]) <= STEEPEST, "\n".join(table(measured))


@pytest.mark.prove
def test_each_of_five_thousand_events_is_in_its_calendars_and_all_of_them_keep_the_rules(
    calendars: Mapping[str, bytes],
) -> None:
    times: Counter[str] = Counter()
    for path, content in calendars.items():
        assert (path, faults(content)) == (path, [])
        read = icalendar.Calendar.from_ical(content)
        assert isinstance(read, icalendar.Calendar)
        assert [error for one in read.walk() for error in one.errors] == []
        times.update(str(event["uid"]) for event in read.events)
    large = {uid: number for uid, number in times.items() if uid.startswith("large-event-")}
    assert len(large) == SIZES[-1]
    assert set(large.values()) == {5}  # its own, that of all events, of its kind, and of two members
    assert len(calendars) > SIZES[-1]


def test_what_grows_with_the_square_is_told_from_what_does_not() -> None:
    assert exponent([(0, 5.0), (100, 6.0), (200, 7.0), (400, 9.0)]) == pytest.approx(1)
    assert exponent([(0, 5.0), (100, 6.0), (200, 9.0), (400, 21.0)]) == pytest.approx(2)
