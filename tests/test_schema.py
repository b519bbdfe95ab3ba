"""The JSON Schemas of records, judged by a validator that is not ours."""

from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from masthead.load import FOLDERS, SINGLES, Folder, family_of, load
from masthead.source import Source

ROOT = Path(__file__).parent.parent
ROOMS: dict[str, Folder] = {**FOLDERS, **SINGLES}


@cache
def validator(family: str) -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for(ROOMS[family].record.model_json_schema(), validate_formats=True)


def fields(source: Source) -> dict[str, Any]:
    return {**source.content, "body": source.body} if source.path.endswith(".md") else {**source.content}


def faults(family: str, record: dict[str, Any]) -> list[str]:
    return sorted("/".join(map(str, error.instance_path)) for error in validator(family).iter_errors(record))


def test_every_record_of_the_demonstration_fits_its_schema() -> None:
    records = [(family, source) for path, source in load(ROOT).sources.texts.items() if (family := family_of(path))]
    assert {family for family, _ in records} == {*ROOMS}
    assert {source.path: found for family, source in records if (found := faults(family, fields(source)))} == {}


EVENT: dict[str, Any] = {"title": "A", "summary": "B", "kind": "launch", "starts": "2027-03-11"}


def test_the_least_that_an_event_needs_fits() -> None:
    assert faults("events", EVENT) == []


@pytest.mark.parametrize(
    ("family", "record", "place"),
    [
        ("events", {**EVENT, "colour": "red"}, ""),
        ("events", {name: EVENT[name] for name in ("title", "summary", "kind")}, ""),
        ("events", {**EVENT, "title": ""}, "title"),
        ("events", {**EVENT, "title": 2027}, "title"),
        ("events", {**EVENT, "kind": "lunch"}, "kind"),
        ("events", {**EVENT, "draft": "yes"}, "draft"),
        ("events", {**EVENT, "updated": "11 March 2027"}, "updated"),
        ("events", {**EVENT, "capacity": 0}, "capacity"),
        ("events", {**EVENT, "agenda": [{"time": "9:30", "title": "A"}]}, "agenda/0/time"),
        ("events", {**EVENT, "moved_from": ["Old Name"]}, "moved_from/0"),
        ("case_studies", {"title": "A", "summary": "B", "members": [], "body": "C"}, "members"),
        ("news", {"title": "A", "summary": "B", "date": "2027", "body": "C"}, "date"),
    ],
)
def test_a_wrong_record_is_refused_where_it_is_wrong(family: str, record: dict[str, Any], place: str) -> None:
    assert faults(family, record) == [place]


@pytest.mark.parametrize("family", ROOMS)
def test_every_field_of_a_record_has_a_description(family: str) -> None:
    schema = ROOMS[family].record.model_json_schema()
    groups = {schema["title"]: schema, **schema.get("$defs", {})}
    described = {
        (name, field): what.get("description") or groups[what["$ref"].rpartition("/")[2]].get("description")
        for name, group in groups.items()
        for field, what in group.get("properties", {}).items()
    }
    assert [place for place, description in described.items() if not description] == []
