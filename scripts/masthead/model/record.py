"""What every record has, and the markers that tell checks which fields hold Markdown and which name another record."""

import datetime as dt
import re
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, Self, Union, get_args, get_origin

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PrivateAttr,
    StrictBool,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

from masthead.model.identity import by_identity
from masthead.model.rules import Rule


@dataclass(frozen=True)
class Markdown:
    """Marks a text field that authors write in Markdown."""


@dataclass(frozen=True)
class RefersTo:
    """Marks a field that holds the slug of a record of `family`, an attribute of Network."""

    family: str


@dataclass(frozen=True)
class Once:
    """Marks a list that names nothing twice. A check tells of it, for it knows the place of the second one."""

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "uniqueItems": True}


DAY_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def _no_other_form(value: Any) -> Any:
    """Refuses what pydantic would take for a moment: a number of seconds, or a day with a time."""
    if isinstance(value, int | float) or (isinstance(value, str) and not DAY_FORM.match(value)):
        raise PydanticCustomError("date_parsing", "This is not a day.")
    return value


Day = Annotated[dt.date, BeforeValidator(_no_other_form)]
Prose = Annotated[str, Markdown()]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
TagRef = Annotated[str, RefersTo("tags")]
MemberRef = Annotated[str, RefersTo("members")]
PersonRef = Annotated[str, RefersTo("people")]
SourceRef = Annotated[str, RefersTo("cited")]
PermissionRef = Annotated[str, RefersTo("permissions")]
WorkstreamRef = Annotated[str, RefersTo("workstreams")]


class Part(BaseModel):
    """A group of fields inside a record. Unknown fields are refused, and nothing can be changed after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)
    rules: ClassVar[tuple[Rule, ...]] = ()

    @model_validator(mode="after")
    def _keeps_the_rules(self) -> Self:
        if not self.rules:
            return self
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        broken = next((rule for rule in self.rules if not rule.holds(fields)), None)
        if broken:
            raise PydanticCustomError(broken.code, broken.message, {"how": broken.how_broken(fields), "at": broken.at})
        return self


class Filed(Part):
    """Fields that stand in a file of their own. `path` is relative to the root; `slug` its name without the ending."""

    _path: str = PrivateAttr("")

    @classmethod
    def filed(cls, path: str, fields: dict[str, Any]) -> Self:
        """A validated record that knows its file. Raises pydantic.ValidationError."""
        record = cls.model_validate(fields)
        record._path = path
        return record

    @property
    def path(self) -> str:
        private = self.__pydantic_private__ or {}  # a build asks 100,000 times; pydantic's own way is much longer
        return str(private["_path"])

    @property
    def slug(self) -> str:
        return self.path.rpartition("/")[2].rpartition(".")[0]


class Titled(Filed):
    """What may be said of everything that readers see under a title."""

    title: str = Field(
        min_length=1,
        description="The name under which the record is shown.",
        examples=["Learning Event 7: What the night shift knows"],
    )
    summary: Prose = Field(
        "",
        description="One or two sentences for cards, lists, feeds and search engines.",
        examples=["Three groups compare how they cover nights, and what each would copy."],
    )
    updated: Day | None = Field(
        None, description="The day of the last change that readers should know of.", examples=["2026-11-20"]
    )
    review_by: Day | None = Field(
        None, description="The day by which somebody should read the record again.", examples=["2027-11-01"]
    )
    illustrative: StrictBool = Field(
        False, description="Invented for a demonstration, and labelled as such.", examples=[True]
    )


class Record(Titled):
    """What a record with a page or a name of its own may say of itself."""

    tags: Annotated[tuple[TagRef, ...], Once()] = Field(
        (), description="Themes, by their slugs in network.yml.", examples=[["workforce", "elective-care"]]
    )
    draft: StrictBool = Field(False, description="A draft is built in the preview only.", examples=[True])
    publish_from: Day | None = Field(None, description="Not published before this day.", examples=["2027-01-11"])
    moved_from: tuple[Slug, ...] = Field(
        (), description="Slugs that this record had before, the first first.", examples=[["old-name"]]
    )

    def is_published(self, day: dt.date) -> bool:
        """Whether the record may be shown to the public on `day`."""
        return not self.draft and (self.publish_from is None or self.publish_from <= day)


Marked = tuple[tuple[str | int, ...], Markdown | RefersTo, str]


def marked(value: BaseModel, loc: tuple[str | int, ...] = ()) -> Iterator[Marked]:
    """Every marked text inside a record, in the order of its fields: place in the record, marker, text."""
    for name, annotation, metadata in marked_fields(type(value)):
        if found := getattr(value, name):
            yield from _marked(found, annotation, metadata, (*loc, name))


@by_identity
def marked_once(value: BaseModel) -> tuple[Marked, ...]:
    """The same of a record for which many ask."""
    return tuple(marked(value))


def marked_in_form(
    model: type[BaseModel], fields: Mapping[str, Any], loc: tuple[str | int, ...] = ()
) -> Iterator[Marked]:
    """The same of fields as they were written, for a record that has problems and could not be made."""
    for name, annotation, metadata in marked_fields(model):
        if found := fields.get(name):
            yield from _marked(found, annotation, metadata, (*loc, name))


@cache
def marked_fields(model: type[BaseModel]) -> tuple[tuple[str, Any, tuple[Any, ...]], ...]:
    """Name, annotation and metadata of each field in which a marked text may stand: few of them can."""
    fields = ((name, one.annotation, tuple(one.metadata)) for name, one in model.model_fields.items())
    return tuple(field for field in fields if _may_hold_marked(*field[1:]))


def _may_hold_marked(annotation: Any, metadata: tuple[Any, ...] = ()) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(marked_fields(annotation))
    arguments = get_args(annotation)
    if get_origin(annotation) is Annotated:
        return _may_hold_marked(arguments[0], arguments[1:])
    return any(isinstance(one, Markdown | RefersTo) for one in metadata) or any(map(_may_hold_marked, arguments))


def _marked(value: Any, annotation: Any, metadata: tuple[Any, ...], loc: tuple[str | int, ...]) -> Iterator[Marked]:
    if isinstance(value, BaseModel):
        yield from marked(value, loc)
    elif isinstance(value, Mapping) and isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from marked_in_form(annotation, value, loc)
    elif isinstance(value, str) and value:
        yield from ((loc, marker, value) for marker in metadata if isinstance(marker, Markdown | RefersTo))
    if value and not isinstance(value, BaseModel):
        for item, inner, more, where in _inside(value, annotation, loc):
            yield from _marked(item, inner, more, where)


def _inside(value: Any, annotation: Any, loc: tuple[str | int, ...]) -> Iterator[tuple[Any, Any, tuple[Any, ...], Any]]:
    """What stands one step inside a value or its annotation: value, annotation, metadata, place."""
    arguments = get_args(annotation)
    if get_origin(annotation) is Annotated:
        yield value, arguments[0], arguments[1:], loc
    elif get_origin(annotation) in (Union, types.UnionType):
        yield from ((value, argument, (), loc) for argument in arguments)
    elif isinstance(value, tuple | list) and get_origin(annotation) is tuple:
        yield from ((item, arguments[0], (), (*loc, index)) for index, item in enumerate(value))
    elif isinstance(value, Mapping) and get_origin(annotation) in (dict, Mapping):
        yield from ((item, arguments[1], (), (*loc, key)) for key, item in value.items())
