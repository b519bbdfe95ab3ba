"""The JSON Schemas of records, judged by a validator that is not ours."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from masthead.load import family_of, load
from masthead.schema import FAMILIES, folder_of, models, schema_of, schemas

ROOT = Path(__file__).parent.parent
NAMES = {family: name for name, family in FAMILIES.items()}


@cache
def validator(family: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(schema_of(NAMES[family]), validate_formats=True)


def faults(family: str, record: dict[str, Any]) -> list[str]:
    return sorted("/".join(map(str, error.instance_path)) for error in validator(family).iter_errors(record))


def test_every_record_of_the_demonstration_fits_its_schema() -> None:
    records = [(family, source) for path, source in load(ROOT).sources.texts.items() if (family := family_of(path))]
    assert {family for family, _ in records} == {*NAMES}
    assert {source.path: found for family, source in records if (found := faults(family, source.content))} == {}


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
        ("case_studies", {"title": "A", "summary": "B", "members": []}, "members"),
        ("news", {"title": "A", "summary": "B", "date": "2027"}, "date"),
    ],
)
def test_a_wrong_record_is_refused_where_it_is_wrong(family: str, record: dict[str, Any], place: str) -> None:
    assert faults(family, record) == [place]


def test_a_bare_year_is_a_date_although_yaml_reads_a_number() -> None:
    assert faults("events", {**EVENT, "starts": 2018}) == []


def properties(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, group in {"": schema, **schema.get("$defs", {})}.items():
        yield from ((f"{name}.{field}", said) for field, said in group.get("properties", {}).items())


@pytest.mark.parametrize("name", FAMILIES)
def test_every_field_has_a_title_a_description_and_an_example_that_fits(name: str) -> None:
    schema = schema_of(name)
    said = dict(properties(schema))
    assert [field for field, one in said.items() if not (one["title"] and one["description"])] == []
    assert [field for field, one in said.items() if not one.get("examples")] == []
    for field, one in said.items():
        alone = jsonschema_rs.Draft202012Validator({**one, "$defs": schema.get("$defs", {})}, validate_formats=True)
        assert (field, [example for example in one["examples"] if not alone.is_valid(example)]) == (field, [])


def test_every_value_of_a_choice_has_a_description() -> None:
    text = "".join(text for _, text in schemas())
    assert '"enum"' not in text
    groups = [group for name in FAMILIES for group in schema_of(name).get("$defs", {}).values() if "oneOf" in group]
    assert groups
    assert [value for group in groups for value in group["oneOf"] if not value["description"]] == []


@pytest.mark.parametrize("name", FAMILIES)
def test_every_model_is_described(name: str) -> None:
    assert [model.__name__ for model in models(folder_of(name).record) if not model.__doc__] == []


@pytest.mark.parametrize(("name", "text"), list(schemas()))
def test_a_schema_in_the_repository_is_what_the_models_make_of_it(name: str, text: str) -> None:
    assert (ROOT / "schemas" / name).read_text(encoding="utf-8") == text, "Write it again with `masthead schema`."


def test_the_folder_of_schemas_holds_nothing_else() -> None:
    assert sorted(path.name for path in (ROOT / "schemas").iterdir()) == sorted(name for name, _ in schemas())
