"""The JSON Schemas of records, judged by a validator that is not ours."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from masthead.codes import CODES
from masthead.disk import read_source
from masthead.load import family_of, load
from masthead.model.pieces import PIECES
from masthead.model.rules import NOTHING
from masthead.model.settings import Site
from masthead.schema import FAMILIES, folder_of, models, report_schema, schema_of, schema_of_fields, schemas
from masthead.source import Source
from tests.conftest import copy_of_small
from tests.test_messages import SLIPS, WARNINGS, Slip

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


# Why a schema of one record cannot see a fault -> the codes of such faults. All others it must see.
UNSEEN = {
    "What stands there is not read, so there is no record to judge.": (
        "control-character", "duplicate-key", "file-too-large", "merge-key", "not-a-file", "not-utf-8",
        "open-front-matter", "symbolic-link", "too-deep", "too-many-aliases", "too-many-values", "unreadable",
        "yaml-syntax", "yaml-tag",
    ),
    "To JSON a number is the same in every form, and a comment is nothing.": ("comment-in-text", "number-form"),
    "It tells of other problems.": ("more-problems",),
    "It is about the name or the place of the file.": (
        "file-name", "missing-file", "name-in-address", "needed-page", "reserved-name", "same-name",
        "stray-file", "unlisted-chapter",
    ),
    "Another record or file decides.": (
        "circle-in-theory", "commitment-alone", "former-address-taken", "not-a-member-then", "outcome-alone",
        "needs-a-draft", "permission-early", "permission-ended",
        "permission-ends", "private-link", "reading-form", "role-not-held", "rubric-levels",
        "series-number", "stale-indicator",
        "statement-facts", "unknown-answer", "unknown-chapter", "unknown-event", "unknown-finding", "unknown-level",
        "unknown-member", "unknown-permission", "unknown-person", "unknown-question", "unknown-round-of-interviews",
        "unknown-series", "unknown-source", "unknown-step", "unknown-theme", "unknown-workstream", "withheld-figure",
        "workstream-without-result",
    ),
    "It is about a picture or a drawing.": (
        "drawing-broken", "drawing-size", "drawing-unsafe", "picture-broken", "picture-colours", "picture-kind",
        "picture-moves", "picture-too-large",
    ),
    "It stands inside a text, and most of those inside a text of Markdown.": (
        "all-capitals", "broken-link", "case-study-heading", "character-without-font", "hard-to-read",
        "heading-level", "html-not-allowed",
        "attribute-form", "link-form", "link-without-words", "picture-elsewhere", "picture-without-words",
        "open-code", "piece-form", "piece-option", "repeated-piece", "unknown-anchor",
        "unknown-commitment", "unknown-label", "unknown-piece", "unused-label", "vague-link",
        "figure-form", "figure-without-source", "unknown-figure",
    ),
    "Two times are compared, or the clocks of a zone know it.": (
        "agenda-order", "agenda-outside", "ends-before-start", "not-yet-held", "past-tentative", "period-order",
        "postponed-same-date", "previously-order",
        "registration-late", "registration-order", "repeated-time", "room-overlap", "session-ends",
        "skipped-time",
    ),
    "The list of languages is Unicode’s, that of zones the IANA’s, that of currencies ISO’s.": (
        "unknown-currency", "unknown-language", "unknown-zone",
    ),
    "Numbers are added up, or two of them compared.": (
        "counts-sum", "more-answers-than-people", "over-capacity", "shares-sum",
    ),
    "The items of two lists are compared, or two items of one.": (
        "answer-twice", "not-on-scale", "previously-same", "question-twice", "scale-order",
    ),
    "It may be meant, and a schema knows no warnings.": ("no-reason", "statement-old"),
    "What is printed shows it.": ("off-page", "table-too-wide", "word-too-long"),
    "Design tokens have a format of their own.": (
        "contrast", "missing-token", "token-alias", "token-value", "unused-token",
    ),
    "mkdocs.yml is the engine’s.": ("engine-setting", "unknown-extension", "unknown-page", "untitled-entry"),
}  # fmt: skip
UNSEEN_CODES = sorted(code for codes in UNSEEN.values() for code in codes)


@dataclass(frozen=True)
class Case:
    """A fault of the corpus: its code, and the record with it; None where it is in no record, or not in its fields."""

    fact: str
    code: str
    family: str
    record: dict[str, Any] | None


def case(slip: Slip, root: Path) -> Case:
    """A slip made in a small publication, and what our loader reads of its file."""
    slip.make(root)
    found = re.match(r".*?:(\d+):\d+: [^\n]*\[([a-z0-9-]+)\]\n", slip.report)
    assert found
    family = family_of(slip.path) or ""
    source = read_source(root, slip.path)
    has_fields = isinstance(source, Source) and family != ""
    below = isinstance(source, Source) and slip.path.endswith(".md") and int(found[1]) >= source.body_line
    record = dict(source.content) if isinstance(source, Source) and has_fields and not below else None
    return Case(slip.fact, found[2], family, record)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """Every fault of the corpus of messages."""
    folder = tmp_path_factory.mktemp("corpus")
    return [case(slip, copy_of_small(folder / str(n))) for n, slip in enumerate((*SLIPS, *WARNINGS))]


def test_every_fault_of_the_corpus_that_a_schema_can_see_is_refused(corpus: list[Case]) -> None:
    visible = [one for one in corpus if one.code not in UNSEEN_CODES and one.record is not None]
    visible = [one for one in visible if one.fact != "a whole number that ends with a point"]  # 12. is 12 to JSON
    assert [one.fact for one in visible if not faults(one.family, one.record or {})] == []
    assert len(visible) > 60


def test_what_is_said_to_be_out_of_sight_is_so(corpus: list[Case]) -> None:
    hidden = [one for one in corpus if one.code in UNSEEN_CODES and one.record is not None]
    assert [one.fact for one in hidden if faults(one.family, one.record or {})] == []


def test_every_code_is_seen_by_a_schema_or_has_its_reason(corpus: list[Case]) -> None:
    seen = {one.code for one in corpus if one.record is not None and faults(one.family, one.record)}
    assert sorted([*seen, *UNSEEN_CODES]) == sorted(CODES)


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


SCHEMAS: dict[str, dict[str, Any]] = {
    **{name: schema_of(name) for name in FAMILIES},
    "report": report_schema(),
    "mkdocs.yml": schema_of_fields(Site),
    **{f"the live piece {name}": schema_of_fields(options) for name, options in PIECES.items()},
}


def groups(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A schema and all that it defines."""
    yield from (schema, *schema.get("$defs", {}).values())


def fields(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every field of every group, by the names of both."""
    return {
        f"{one['title']}: {name}": said for one in groups(schema) for name, said in one.get("properties", {}).items()
    }


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_by_the_rules_of_its_dialect(name: str) -> None:
    jsonschema_rs.meta.validate(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_group_and_every_field_has_a_title_and_a_description(name: str) -> None:
    said = [*groups(SCHEMAS[name]), *fields(SCHEMAS[name]).values()]
    assert [one for one in said if not (one.get("title") and one.get("description"))] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_has_an_example_and_each_of_them_fits(name: str) -> None:
    for field, said in fields(SCHEMAS[name]).items():
        told = {**said, "$defs": SCHEMAS[name].get("$defs", {})}
        alone = jsonschema_rs.Draft202012Validator(told, validate_formats=True)
        assert said.get("examples"), field
        assert (field, [example for example in said["examples"] if not alone.is_valid(example)]) == (field, [])


def choices(value: Any) -> Iterator[dict[str, Any]]:
    """All that a schema gives to choose from, at any depth."""
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from choices(inner)
    if isinstance(value, dict) and "const" in value:
        yield value
    if isinstance(value, dict) and value.get("enum", list(NOTHING)) != list(NOTHING):
        yield value


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_value_of_a_choice_has_a_description(name: str) -> None:
    assert [value for value in choices(SCHEMAS[name]) if "enum" in value or not value.get("description")] == []


def test_the_schemas_give_values_to_choose_from() -> None:
    assert {value["const"] for value in choices(SCHEMAS["event"])} >= {"launch", "cancelled", "break", "not recorded"}


@pytest.mark.parametrize("name", FAMILIES)
def test_every_model_is_described(name: str) -> None:
    assert [model.__name__ for model in models(folder_of(name).record) if not model.__doc__] == []


@pytest.mark.parametrize(("name", "text"), list(schemas()))
def test_a_schema_in_the_repository_is_what_the_models_make_of_it(name: str, text: str) -> None:
    assert (ROOT / "schemas" / name).read_text(encoding="utf-8") == text, "Write it again with `masthead schema`."


def test_the_folder_of_schemas_holds_nothing_else() -> None:
    assert sorted(path.name for path in (ROOT / "schemas").iterdir()) == sorted(name for name, _ in schemas())


def test_the_settings_for_editors_give_every_yaml_record_its_schema_and_nothing_else_one() -> None:
    reference = (ROOT / "docs/reference.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"^```json\n(.*?)^```", reference, re.MULTILINE | re.DOTALL)
    given = {
        path.relative_to(ROOT).as_posix(): schema
        for schema, glob in json.loads(told)["yaml.schemas"].items()
        for path in ROOT.glob(glob)
    }
    texts = (path for path in load(ROOT).sources.texts if path.endswith(".yml"))
    meant = {path: f"schemas/{NAMES[family]}.schema.json" for path in texts if (family := family_of(path))}
    assert given == meant
    assert all((ROOT / schema).is_file() for schema in meant.values())
