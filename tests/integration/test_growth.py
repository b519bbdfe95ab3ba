"""Five thousand events, or two hundred members: a build grows no faster than they do, and calendars keep the rules."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import icalendar
import pytest

from tests import large_network
from tests.conftest import Read
from tests.growth import EVENTS, MEMBERS, Built, Growth, builds, exponent, last_exponent, table
from tests.integration.conftest import ROOT
from tests.judges.calendar_rules import faults

STEEPEST = 1.1


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("growth")


@pytest.fixture(scope="module")
def measured(room: Path) -> list[Built]:
    return list(builds(room, EVENTS))


@pytest.fixture(scope="module")
def calendars(room: Path, measured: Sequence[Built]) -> Mapping[str, bytes]:
    """Every calendar of the largest site by its path."""
    site = room / f"{measured[-1].size}" / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*.ics"))}


@pytest.mark.prove
def test_time_and_memory_grow_no_faster_than_the_events(measured: Sequence[Built]) -> None:
    _is_no_faster(EVENTS, measured)


@pytest.mark.prove
def test_time_and_memory_grow_no_faster_than_the_members_and_all_that_is_told_of_them(tmp_path: Path) -> None:
    _is_no_faster(MEMBERS, list(builds(tmp_path, MEMBERS)))


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
    assert len(large) == EVENTS.sizes[-1]
    assert set(large.values()) == {5}  # its own, that of all events, of its kind, and of two members
    assert len(calendars) > EVENTS.sizes[-1]


def test_what_grows_with_the_square_is_told_from_what_does_not() -> None:
    assert exponent([(0, 5.0), (100, 7.0), (200, 9.0), (400, 13.0)]) == pytest.approx(1)
    assert exponent([(0, 5.0), (100, 7.0), (200, 13.0), (400, 37.0)]) == pytest.approx(2)


def test_memory_that_doubles_with_the_size_is_linear_and_what_grows_fourfold_is_not() -> None:
    assert last_exponent([(0, 200.0), (100, 250.0), (200, 400.0), (400, 800.0)]) == pytest.approx(1)
    assert last_exponent([(0, 200.0), (100, 250.0), (200, 400.0), (400, 1600.0)]) == pytest.approx(2)


def test_what_the_fixed_part_hides_is_left_out() -> None:
    assert exponent([(0, 5.0), (50, 4.0), (100, 7.0), (200, 9.0)]) == pytest.approx(1)
    assert exponent([(0, 5.0), (100, 4.0), (200, 7.0)]) == 0


def _is_no_faster(growth: Growth, measured: Sequence[Built]) -> None:
    told = "\n".join(table(growth, measured))
    assert exponent([(one.size, one.seconds) for one in measured]) <= STEEPEST, told
    assert last_exponent([(one.size, one.megabytes) for one in measured]) <= STEEPEST, told


def test_the_large_network_has_what_is_measured(tmp_path: Path, read: Read) -> None:
    members = 20
    large_network.write(tmp_path / "large", members)
    network, before = read(tmp_path / "large").network, read(ROOT).network
    more = {
        family: len(getattr(network, family)) - len(getattr(before, family))
        for family in ("members", "people", "indicators", "events", "case_studies", "workstreams", "steps")
    }
    assert more == {
        "members": members,
        "people": 50,
        "indicators": 30,
        "events": 20,
        "case_studies": 10,
        "workstreams": 4,
        "steps": 4,
    }
    signs = (one for slug, one in network.indicators.items() if slug not in before.indicators)
    assert sum(len(one.observations) for one in signs) == 300
