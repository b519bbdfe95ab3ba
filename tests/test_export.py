"""Events as JSON, judged by their own published schema."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from masthead.artifact import done
from masthead.publish.export import EVENTS_DATA, EVENTS_SCHEMA, publish_export
from masthead.publish.publication import Publication

Read = Callable[[Path], Publication]


def exported(publication: Publication) -> dict[str, Any]:
    made = {artifact.path: artifact.text for artifact in map(done, publish_export(publication))}
    assert list(made) == [EVENTS_DATA, EVENTS_SCHEMA]
    data, schema = (json.loads(made[path]) for path in (EVENTS_DATA, EVENTS_SCHEMA))
    jsonschema_rs.validator_for(schema, validate_formats=True).validate(data)
    assert data["$schema"] == schema["$id"] == "https://harbours.example/data/v1/events.schema.json"
    assert isinstance(data, dict)
    return data


def event(publication: Publication, slug: str) -> dict[str, Any]:
    (found,) = (one for one in exported(publication)["events"] if one["slug"] == slug)
    assert isinstance(found, dict)
    return found


def test_every_published_event_is_there_in_the_order_of_slugs(public: Publication, preview: Publication) -> None:
    slugs = [one["slug"] for one in exported(public)["events"]]
    assert slugs == ["autumn-meeting", "dredging-day", "first-talk", "launch", "regatta", "tide-talk"]
    assert "secret-visit" in [one["slug"] for one in exported(preview)["events"]]


def test_an_event_is_told_with_full_addresses(public: Publication) -> None:
    talk = event(public, "tide-talk")
    assert (talk["uid"], talk["url"], talk["calendar"], talk["number_in_series"]) == (
        "silt-talk@harbours.example",
        "https://harbours.example/events/tide-talk/",
        "https://harbours.example/events/tide-talk/tide-talk.ics",
        2,
    )
    assert talk["summary"].endswith("[the launch](https://harbours.example/events/launch/) promised.")
    assert talk["when"] == {
        "starts": "2027-01-20T18:30",
        "ends": "2027-01-20T20:00",
        "timezone": "Europe/London",
        "starts_at": "2027-01-20T18:30:00Z",
        "ends_at": "2027-01-20T20:00:00Z",
        "agenda": [],
    }
    assert [one["url"] for one in event(public, "launch")["documents"]] == ["https://harbours.example/events/chart.svg"]


def test_what_is_not_known_is_told_as_that(public: Publication) -> None:
    meeting, talk = event(public, "autumn-meeting"), event(public, "first-talk")
    assert [(one["when"]["starts"], one["when"]["starts_at"], one["calendar"]) for one in (meeting, talk)] == [
        ("2027-10", None, None),
        ("not recorded", None, None),
    ]


def test_what_was_announced_is_told_with_its_reason(public: Publication) -> None:
    told = event(public, "dredging-day")["announcements"]
    assert [(one["announced"], one["status"], one["reason"]) for one in told] == [
        (None, "confirmed", ""),
        ("2026-10-02", "cancelled", "The dredger is in dock."),
    ]


@pytest.mark.parametrize(
    ("responses", "told"),
    [(100, (False, [{"answer": "said yes", "percent": 93.0, "count": None}])), (41, (True, []))],
)
def test_answers_that_too_few_gave_are_withheld(small: Path, read: Read, responses: int, told: object) -> None:
    path = small / "events" / "launch.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("responses: 41", f"responses: {responses}"), "utf-8")
    network = small / "content" / "network" / "network.yml"
    network.write_text(network.read_text("utf-8").replace("threshold: 3", "threshold: 5"), "utf-8")
    (asked,) = event(read(small), "launch")["outcome"]["feedback"]
    assert (asked["withheld"], asked["answers"]) == told


def test_who_is_not_public_is_not_named(small: Path, read: Read) -> None:
    path = next((small / "content" / "network" / "members").glob("old-mole.*"))
    path.write_text(path.read_text("utf-8").replace("title:", "draft: true\ntitle:", 1), "utf-8")
    assert event(read(small), "launch")["attending"]["organisers"] == []
    assert "old-mole" not in json.dumps(exported(read(small)))


def test_publishing_twice_gives_equal_bytes(public: Publication) -> None:
    assert exported(public) == exported(public)
