"""The schema of design tokens takes both brands, and refuses what we cannot read."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from masthead.tokens_schema import tokens_schema

ROOT = Path(__file__).parent.parent
BRANDS = (ROOT / "brand/tokens.json", ROOT / "tests/bold/tokens.json")
SCHEMA = jsonschema_rs.validator_for(tokens_schema())
FIRST = json.loads(BRANDS[0].read_text(encoding="utf-8"))


def faults(tokens: object) -> list[str]:
    return ["/".join(map(str, error.instance_path)) for error in SCHEMA.iter_errors(tokens)]


def test_the_schema_is_one() -> None:
    jsonschema_rs.meta.validate(tokens_schema())


@pytest.mark.parametrize("path", BRANDS, ids=lambda path: path.parent.name)
def test_a_brand_fits_it(path: Path) -> None:
    assert faults(json.loads(path.read_text(encoding="utf-8"))) == []


def _set(*path: str, to: object) -> Callable[[dict[str, Any]], None]:
    def change(tokens: dict[str, Any]) -> None:
        for key in path[:-1]:
            tokens = tokens[key]
        tokens[path[-1]] = to

    return change


FAULTS: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "a colour as text": (_set("color", "palette", "white", "$value", to="#ffffff"), "color/palette/white"),
    "another colour space": (
        _set("color", "palette", "white", "$value", "colorSpace", to="oklch"),
        "color/palette/white",
    ),
    "two components": (_set("color", "palette", "white", "$value", "components", to=[1, 1]), "color/palette/white"),
    "an alias without braces": (
        _set("color", "light", "text", "$value", to="color.palette.ink.900"),
        "color/light/text",
    ),
    "a length in the place of a colour": (
        _set("color", "light", "text", "$value", to={"value": 3, "unit": "px"}),
        "color/light/text",
    ),
    "a length as text": (_set("space", "s", "$value", to="1rem"), "space/s"),
    "an unknown unit": (_set("space", "s", "$value", to={"value": 1, "unit": "em"}), "space/s"),
    "a name with a full stop": (_set("space", "s.m", to={"$value": {"value": 1, "unit": "rem"}}), "space"),
    "a field beside the value": (_set("space", "s", "value", to=3), "space"),
    "an unknown type": (_set("font", "$type", to="gradient"), "font"),
    "a role that one scheme lacks": (lambda tokens: tokens["color"]["dark"].pop("link"), "color/dark"),
    "a scale that is not there": (lambda tokens: tokens.pop("radius"), ""),
}


@pytest.mark.parametrize("fact", FAULTS)
def test_what_has_another_form_is_refused(fact: str) -> None:
    change, place = FAULTS[fact]
    tokens = copy.deepcopy(FIRST)
    change(tokens)
    found = faults(tokens)
    assert found
    assert all(one.startswith(place) for one in found), found
