"""The JSON Schema of brand/tokens.json: the Design Tokens format 2025.10 so far as we read it, and our roles."""

from typing import Any

from masthead.model.tokens import DARK, LIGHT
from masthead.pairings import PAIRINGS

FORMAT = "https://www.designtokens.org/TR/2025.10/format/"
ALIAS = {
    "description": "The value of another token, by its full name.",
    "type": "string",
    "pattern": r"^\{[^{}$.]+(\.[^{}$.]+)*\}$",
}
LENGTHS = ("space", "size", "radius")
NUMBER, NAME = {"type": "number"}, r"^[^${}.][^{}.]*$"
PART = {"type": "number", "minimum": 0, "maximum": 1}


def _fields(required: tuple[str, ...] = (), /, **fields: Any) -> dict[str, Any]:
    """An object of these fields; all are required where it is not said which."""
    return {
        "type": "object",
        "properties": fields,
        "required": list(required or fields),
        "additionalProperties": False,
    }


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


def _or_alias(value: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [value, _ref("alias")]}


LENGTH = _or_alias(_ref("dimension"))
COLOUR = {
    "colorSpace": {"const": "srgb"},
    "components": {"type": "array", "items": PART, "minItems": 3, "maxItems": 3},
    "alpha": PART,
    "hex": {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"},
}
SHADOW = {
    "color": _or_alias(_ref("color")),
    "offsetX": LENGTH, "offsetY": LENGTH, "blur": LENGTH, "spread": LENGTH, "inset": {"type": "boolean"},
}  # fmt: skip
VALUES: dict[str, dict[str, Any]] = {
    "color": _fields(("colorSpace", "components"), **COLOUR),
    "dimension": _fields(value=NUMBER, unit={"enum": ["px", "rem"]}),
    "duration": _fields(value=NUMBER, unit={"enum": ["ms", "s"]}),
    "number": NUMBER,
    "fontWeight": {"type": "number", "minimum": 1, "maximum": 1000},
    "fontFamily": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]},
    "cubicBezier": {"type": "array", "items": NUMBER, "minItems": 4, "maxItems": 4},
    "shadow": _fields(("color", "offsetX", "offsetY", "blur", "spread"), **SHADOW),
}
ABOUT = {
    "$schema": {"type": "string"},
    "$type": {"description": "The type of all tokens in this group that state none.", "enum": list(VALUES)},
    "$description": {"type": "string"},
    "$extensions": {"type": "object"},
    "$deprecated": {"type": ["boolean", "string"]},
}


def tokens_schema() -> dict[str, Any]:
    """The schema. What a stylesheet needs beside the roles, `masthead check` says."""
    schemes = {scheme.split(".")[1]: _roles(scheme) for scheme in (LIGHT, DARK)}
    colours = _group("colours", palette=_ref("colours"), **schemes)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Design tokens",
        "description": f"The tokens of a brand, in the format 2025.10 of the Design Tokens Community Group ({FORMAT}).",
        **_group("group", color={**colours, "required": ["light", "dark"]}, **dict.fromkeys(LENGTHS, _ref("lengths"))),
        "required": ["color", "font", "space", "radius", "print"],
        "$defs": {
            "alias": ALIAS,
            **VALUES,
            "colours": _group("colours", "colour"),
            "colour": _token([_ref("color")]),
            "lengths": _group("lengths", "length"),
            "length": _token([_ref("dimension")]),
            "group": _group("group", "token"),
            "token": _token([_ref(name) for name in VALUES]),
        },
    }


def _roles(scheme: str) -> dict[str, Any]:
    """The colour roles of a scheme: every one that stands in a pairing."""
    needed = dict.fromkeys(role for one in PAIRINGS for role in (one.colour, one.ground) if scheme in one.schemes)
    return {**_group("colours", "colour"), "required": list(needed)}


def _group(*inner: str, **known: Any) -> dict[str, Any]:
    """A group whose entries, those that are known aside, are of one of these forms."""
    forms = [_ref(name) for name in inner]
    return {
        "type": "object",
        "properties": {**ABOUT, **known},
        "patternProperties": {rf"^(?!(?:{'|'.join(known)})$)[^${{}}.][^{{}}.]*$" if known else NAME: {"anyOf": forms}},
        "not": {"required": ["$value"]},
        "additionalProperties": False,
    }


def _token(values: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {**ABOUT, "$value": {"anyOf": [*values, _ref("alias")]}},
        "required": ["$value"],
        "additionalProperties": False,
    }
