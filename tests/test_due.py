"""When a site must be built again: on the days on which it would be another, and on no others."""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from masthead.due import as_json, due, in_words
from masthead.load import load
from masthead.model.network import Network
from masthead.publish import publish
from masthead.publish.publication import Publication
from masthead.source import Sources
from tests.conftest import DAY, STAMP

ROOT = Path(__file__).parent.parent
ONE_DAY = dt.timedelta(days=1)


def outputs(network: Network, sources: Sources, day: dt.date) -> Mapping[str, object]:
    """All that a public build of a day gives to an engine."""
    shown = network.published(day)
    hidden = frozenset(network.by_path().keys() - shown.by_path().keys())
    made = publish(Publication(network=shown, files=sources.files, day=day, stamp=STAMP, hidden=hidden))
    return {artifact.path: artifact.content for artifact in made if isinstance(artifact.content, str | bytes)}


def demonstration() -> tuple[Network, Sources]:
    loaded = load(ROOT)
    assert loaded.network is not None
    return loaded.network, loaded.sources


def test_the_demonstration_differs_when_it_is_due_and_not_before() -> None:
    network, sources = demonstration()
    made, found, told = outputs(network, sources, DAY), due(network, DAY), 0
    while found is not None and told < 6:
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
    while (found := due(loaded.network, day)) and found.moment.date() <= days[-1]:
        day = found.moment.date()
        expected.append(day)
    assert (
        changed == expected == [dt.date(2026, 12, 1), dt.date(2027, 1, 19), dt.date(2027, 1, 21), dt.date(2027, 2, 4)]
    )


@pytest.fixture
def causes(small: Path) -> Callable[[str], tuple[str, list[str]] | None]:
    """What is due, and why, of a network that has only one event with these fields."""

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
        found = due(network, DAY)
        return (found.moment.isoformat(), [cause.text for cause in found.causes]) if found else None

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


def test_where_nothing_is_due_that_is_said() -> None:
    assert in_words(None, "en-GB") == "No build is due: nothing changes until somebody writes something."
    assert json.loads(as_json(None)) == {"due": None, "causes": []}
