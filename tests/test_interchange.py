"""The whole network as JSON: judged by its own schema, closed in itself, and equal when it is read back."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from masthead.artifact import done
from masthead.edge import Edge
from masthead.graph import graph_of
from masthead.halt import MastheadError
from masthead.interchange import PATH, PICTURES, URL, read_network
from masthead.load import load
from masthead.model.network import Network
from masthead.model.record import Filed
from masthead.press import publication_of
from masthead.publish.publication import Publication
from masthead.publish.publishers import publish
from masthead.publish.whole import NETWORK_DATA, NETWORK_SCHEMA, publish_whole
from masthead.schema import models, schema_of_network
from tests.conftest import DAY, STAMP, Read

ROOT = Path(__file__).parent.parent
DRAFT_MEMBER = "content/network/members/old-mole.yml"


def document(publication: Publication) -> str:
    """The document, after a validator that is not ours has judged it."""
    made = {artifact.path: artifact.text for artifact in map(done, publish_whole(publication))}
    assert list(made) == [NETWORK_DATA, NETWORK_SCHEMA]
    data, schema = (json.loads(text) for text in made.values())
    jsonschema_rs.meta.validate(schema)
    jsonschema_rs.validator_for(schema, validate_formats=True).validate(data)
    assert data["$schema"] == schema["$id"] == publication.network.site.absolute("data/v1/network.schema.json")
    return made[NETWORK_DATA]


@pytest.fixture(scope="module")
def demonstration() -> Publication:
    loaded = load(ROOT)
    assert loaded.network
    return publication_of(loaded.network, loaded.sources, Edge(ROOT, DAY, STAMP), preview=False)


def test_the_demonstration_is_equal_when_it_is_read_back(demonstration: Publication) -> None:
    read = read_network(document(demonstration))
    assert read == demonstration.network
    assert [record.path for record in read.records()] == [one.path for one in demonstration.network.records()]


def test_what_is_withheld_is_equal_when_it_is_read_back(small: Path, read: Read) -> None:
    ended = "title: Ended\ngiven: {by: Jo Marsh, role: Owner, on: 2026-01-01, until: 2026-02-01, conditions: Ask me.}\n"
    (small / "content/network/permissions/harbour-survey.yml").write_text(ended, "utf-8")
    text = document(read(small))
    assert read_network(text) == read(small).network
    assert [word for word in ("Ada Brook", "ada-brook", "Jo Marsh", "Ask me", "harbour-survey") if word in text] == []


def test_who_gave_a_permission_and_on_what_condition_is_not_told(public: Publication) -> None:
    told = json.loads(document(public))["permissions"]["boat-owner"]
    assert told == {
        "path": "content/network/permissions/boat-owner.yml",
        "title": "A permission was given",
        "given": {
            "by": "not published",
            "role": "not published",
            "on": "2026-03-01",
            "until": "2027-02-28",
            "uses": ["web", "print"],
        },
    }


def test_what_leads_to_a_draft_is_taken_out_with_what_is_nothing_without_it(small: Path, read: Read) -> None:
    path = small / DRAFT_MEMBER
    path.write_text("draft: true\n" + path.read_text("utf-8"), "utf-8")
    text = document(read(small))
    network = read_network(text)
    assert list(graph_of(network).dangling) == []
    assert "old-mole" not in text
    assert list(network.case_studies) == ["shared-dredger"]
    assert "evidence" not in json.loads(text)["indicators"]["cranes-lent"]


def test_every_page_of_a_record_is_there(public: Publication) -> None:
    data = json.loads(document(public))
    pages = {f"https://harbours.example/{one.path.removesuffix('index.md')}" for one in publish(public)}
    urls = [record[URL] for family in data.values() for record in records(family) if URL in record]
    assert len(urls) > 20
    assert set(urls) <= pages


def records(family: Any) -> Iterator[dict[str, Any]]:
    if isinstance(family, dict):
        yield from ([family] if PATH in family else [one for one in family.values() if isinstance(one, dict)])


def test_no_record_has_a_field_that_means_something_else_in_the_document() -> None:
    fields = {(one, name) for one in models(Network) if issubclass(one, Filed) for name in one.model_fields}
    assert [name for _, name in fields if name in (PATH, URL, PICTURES)] == []


def test_nothing_is_taken_out_of_version_1(request: pytest.FixtureRequest) -> None:
    """A line that is lost is a new version; --rewrite-golden adds those that are new."""
    path = ROOT / "tests" / "golden" / "network-v1.txt"
    fields = sorted(named(schema_of_network()))
    if request.config.getoption("--rewrite-golden"):
        path.write_text("\n".join(fields) + "\n", "utf-8")
    assert set(path.read_text("utf-8").split("\n")) - {"", *fields} == set()


def named(schema: dict[str, Any]) -> Iterator[str]:
    for title, group in {"Network": schema, **schema["$defs"]}.items():
        for name, said in group.get("properties", {}).items():
            kinds = [one.get("type", "$ref") for one in said.get("anyOf", [said])]
            yield f"{title}.{name}: {' or '.join(map(str, kinds))}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[", "Expecting value: line 1 column 2 (char 1)"),
        ("{}", "it has no 'version'"),
        ('{"version": 2}', "its version is 2, and 1 is known"),
        ('{"version": 1}', "it has no 'site'"),
    ],
)
def test_what_is_no_network_is_refused_in_words(text: str, told: str) -> None:
    with pytest.raises(MastheadError) as fault:
        read_network(text)
    assert str(fault.value) == f"This is no network as Masthead publishes it: {told}."


def test_a_record_without_a_field_that_it_needs_is_refused(public: Publication) -> None:
    data = json.loads(document(public))
    del data["members"]["old-mole"]["title"]
    with pytest.raises(MastheadError, match="title"):
        read_network(json.dumps(data))


def test_fields_that_came_later_are_passed_over(public: Publication) -> None:
    data = json.loads(document(public))
    data["members"]["old-mole"]["colour"] = "red"
    assert read_network(json.dumps(data)) == public.network
