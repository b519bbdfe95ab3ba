"""JSON Schemas (draft 2020-12) of everything that authors write in fields, and of reports, made from the models."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from masthead.faults import models_in
from masthead.interchange import PATH, PICTURES, URL, VERSION
from masthead.load import FOLDERS, SINGLES, Folder
from masthead.model.choice import Choice
from masthead.model.event import Event
from masthead.model.network import Network
from masthead.model.record import Filed
from masthead.model.when import FORM, WORDS, When
from masthead.report import ToldProblem
from masthead.tokens_schema import tokens_schema

# What one record is called -> its family, as load.py knows it.
FAMILIES = {
    "event": "events", "case-study": "case_studies", "news": "news", "member": "members", "person": "people",
    "permission": "permissions", "workstream": "workstreams", "step": "steps", "indicator": "indicators",
    "interviews": "interviews", "audit": "audits",
    "chapter": "chapters", "manifesto": "manifesto", "page": "pages", "network": "settings", "brand": "brand",
}  # fmt: skip
DIALECT = "https://json-schema.org/draft/2020-12/schema"
WRITTEN_DATE = FORM.pattern.removesuffix(r"\Z")


BESIDES = {
    PATH: {"type": "string", "description": "The file of the record, to which links in its texts are relative."},
    URL: {"type": "string", "format": "uri", "description": "Its page, where it has one of its own."},
}
WHOLE = (
    "A network as it is published: all records of a kind by their slugs, by which other records name them. Fields may "
    "be added to this version; none is taken out or changes. A field that is left out has its default."
)
HEAD = {
    "$schema": {"type": "string", "format": "uri", "description": "The address of this schema."},
    "version": {"const": VERSION, "description": "The version of this form."},
}
OF_EVENTS = {
    PICTURES: {"type": "integer", "description": "How many pictures are not shown, because no permission covers them."}
}


class AuthorSchema(GenerateJsonSchema):
    """Says what each value of a choice means, and lets a date be a bare year, which YAML reads as a number."""

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """A choice as a list of constants, each with its description."""
        if not issubclass(schema["cls"], Choice):
            return super().enum_schema(schema)
        values = [{"const": value.value, "description": value.description} for value in schema["cls"]]
        return {"title": schema["cls"].__name__, "description": schema["cls"].__doc__, "oneOf": values}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Groups by name, where no name may have another form."""
        said = super().dict_schema(schema)
        return {**said, "additionalProperties": False} if "patternProperties" in said else said

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A model as pydantic knows it, with the rules between its fields; a date in the forms that authors use."""
        rules = [rule.schema for rule in getattr(schema["cls"], "rules", ())]
        if schema["cls"] is not When:
            return {**super().model_schema(schema), **({"allOf": rules} if rules else {})}
        forms = [{"type": "string", "pattern": f"^(?:{WRITTEN_DATE}|{'|'.join(WORDS)})$"}]
        return {"description": "A date as far as it is known.", "anyOf": [*forms, {"type": "integer", "minimum": 1}]}


class ReportSchema(AuthorSchema):
    """Says that whatever is told is told in every field."""

    def field_is_required(self, field: Any, total: bool) -> bool:  # noqa: ARG002, FBT001 (pydantic calls it so)
        """Always."""
        return True


class PublishedSchema(AuthorSchema):
    """Says what is published of records: where something is withheld, it need not keep the rules for authors."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A model without the rules between its fields and without examples of what an author may write; a record with
        what is told of it besides its fields.
        """
        said = {name: value for name, value in super().model_schema(schema).items() if name != "allOf"}
        said["properties"] = {name: _without(one, "examples") for name, one in said.get("properties", {}).items()}
        if not issubclass(schema["cls"], Filed):
            return said
        besides = {**BESIDES, **(OF_EVENTS if issubclass(schema["cls"], Event) else {})}
        return {**said, "properties": {**besides, **said["properties"]}, "required": [PATH, *said.get("required", ())]}

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """A text, which may be empty."""
        return _without(super().str_schema(schema), "minLength")

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        """A list, which may be empty."""
        return _without(super().tuple_schema(schema), "minItems")


def schemas() -> Iterator[tuple[str, str]]:
    """Name and text of every schema file: one for each family, for reports as JSON, for design tokens, and for the
    network as it is published.
    """
    published = {"published-network": schema_of_network()}
    others = {"report": report_schema(), "tokens": tokens_schema(), **published}
    for name, schema in {**{name: schema_of(name) for name in FAMILIES}, **others}.items():
        yield f"{name}.schema.json", json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def schema_of(name: str) -> dict[str, Any]:
    """The schema of what an author writes in one record: its YAML, or its front matter without the text below."""
    folder = folder_of(name)
    schema = schema_of_fields(folder.record)
    if folder.ending == ".md":
        schema["properties"].pop("body")
        schema["required"] = [field for field in schema["required"] if field != "body"]
    return schema


def schema_of_fields(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of one group of fields, and of the groups inside it."""
    return _described(model.model_json_schema(schema_generator=AuthorSchema))


def report_schema() -> dict[str, Any]:
    """The schema of what `masthead check --format json` prints."""
    told: TypeAdapter[tuple[ToldProblem, ...]] = TypeAdapter(tuple[ToldProblem, ...])
    schema = told.json_schema(schema_generator=ReportSchema, mode="serialization")
    return _described({"title": "Report", "description": "Every problem of a run, sorted by place.", **schema})


def schema_of_output(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of what we publish for programs."""
    return _described(model.model_json_schema(schema_generator=ReportSchema, mode="serialization"))


def schema_of_network() -> dict[str, Any]:
    """The schema of the whole network as it is published."""
    schema = Network.model_json_schema(schema_generator=PublishedSchema, mode="serialization")
    fields = {
        name: {"description": _held(said, schema["$defs"]), **said} for name, said in schema["properties"].items()
    }
    properties, required = {**HEAD, **fields}, ["version", *schema["required"]]
    return _described({**schema, "description": WHOLE, "properties": properties, "required": required})


def _held(said: dict[str, Any], groups: dict[str, Any]) -> str:
    """What a field of the network holds: what its records are."""
    reference = said.get("additionalProperties", said).get("$ref", "")
    return str(groups.get(reference.rpartition("/")[2], {}).get("description", "Values by their names."))


def _without(schema: dict[str, Any], rule: str) -> dict[str, Any]:
    return {name: value for name, value in schema.items() if name != rule}


def folder_of(name: str) -> Folder:
    """Where the records stand that are called `name` here, and what they are."""
    return {**FOLDERS, **SINGLES}[FAMILIES[name]]


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model, and every group of fields inside it, each once."""
    seen: dict[type[BaseModel], None] = {model: None}
    waiting = [model]
    while waiting:
        fields = waiting.pop(0).model_fields.values()
        inner = [one for field in fields for one in models_in(field.annotation) if one is not When and one not in seen]
        seen |= dict.fromkeys(inner)
        waiting += inner
    yield from seen


def _described(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema in which every group and every field has a title and a description."""
    groups = schema.get("$defs", {})
    for group in (schema, *groups.values()):
        group["title"] = _words(group.get("title", "Date"))
        for field, said in group.get("properties", {}).items():
            group["properties"][field] = _described_field(field, said, groups)
    return {"$schema": DIALECT, **schema}


def _described_field(field: str, said: dict[str, Any], groups: dict[str, Any]) -> dict[str, Any]:
    """A field with title and description first; pydantic leaves out a description that its group has, too."""
    group = groups.get(said.get("$ref", "").rpartition("/")[2], {})
    description = said.get("description", group.get("description"))
    return {**said, "title": _words(field), "description": description}


def _words(name: str) -> str:
    """`CaseStudy` and `case_study` as words."""
    spaced = "".join(f" {letter}" if letter.isupper() else letter for letter in name.replace("_", " "))
    return spaced.strip().capitalize()
