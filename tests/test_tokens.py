"""Design tokens: values as CSS, types that are inherited, aliases, and faults."""

from typing import Any

import pytest

from masthead.model.tokens import TokenFault, read_tokens

RED = {"colorSpace": "srgb", "components": [1, 0, 0.2]}
HINT = "See the W3C Design Tokens format, 2025.10; the tokens beside this one show the form."


@pytest.mark.parametrize(
    ("kind", "value", "css"),
    [
        ("color", RED, "#ff0033"),
        ("color", {**RED, "alpha": 1}, "#ff0033"),
        ("color", {**RED, "alpha": 0.25}, "rgb(255 0 51 / 0.25)"),
        ("dimension", {"value": 1.50, "unit": "rem"}, "1.5rem"),
        ("duration", {"value": 200, "unit": "ms"}, "200ms"),
        ("number", 1.0, "1"),
        ("fontWeight", 700, "700"),
        ("fontFamily", "Newsreader", "Newsreader"),
        ("fontFamily", ["Atkinson Next", "sans-serif"], '"Atkinson Next", sans-serif'),
        ("cubicBezier", [0, 0.5, 1, 1], "cubic-bezier(0, 0.5, 1, 1)"),
        (
            "shadow",
            {
                **{side: {"value": 2, "unit": "px"} for side in ("offsetX", "offsetY", "blur", "spread")},
                "color": RED,
            },
            "2px 2px 2px 2px #ff0033",
        ),
    ],
)
def test_a_value_is_written_as_css(kind: str, value: object, css: str) -> None:
    assert read_tokens({"a": {"$type": kind, "$value": value}}) == ({"a": css}, ())


def test_a_token_has_the_type_of_the_nearest_group_and_a_name_of_all_groups() -> None:
    tree = {
        "space": {
            "$type": "number",
            "$description": "All of them.",
            "s": {"$value": 1},
            "wide": {"l": {"$value": "Arial", "$type": "fontFamily"}},
        }
    }
    assert read_tokens(tree) == ({"space.s": "1", "space.wide.l": "Arial"}, ())


def test_an_alias_has_the_type_and_value_of_what_it_names() -> None:
    tree = {"c": {"$value": "{b}"}, "b": {"$value": "{a}"}, "a": {"$type": "number", "$value": 4}}
    assert read_tokens(tree) == ({"c": "4", "b": "4", "a": "4"}, ())


@pytest.mark.parametrize(
    ("tree", "loc", "message"),
    [
        ({"a": {"b": {"$value": "{a.c}"}}}, ("a", "b", "$value"), "There is no token “a.c”."),
        ({"a": {"$value": "{a}"}}, ("a", "$value"), "“a” names itself in a circle."),
    ],
)
def test_an_alias_of_nothing_is_a_fault(tree: dict[str, Any], loc: tuple[str, ...], message: str) -> None:
    assert read_tokens(tree) == (
        {},
        (TokenFault(loc, "token-alias", message, "Write the full name, in curly braces."),),
    )


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("color", "#ff0000"),
        ("color", {"colorSpace": "oklch", "components": [1, 1, 1]}),
        ("color", {"colorSpace": "srgb", "components": [1, 1]}),
        ("color", {"colorSpace": "srgb"}),
        ("dimension", "3px"),
        ("dimension", {"value": 3}),
        ("dimension", {"value": "three", "unit": "px"}),
        ("number", "three"),
        ("fontFamily", 3),
        ("cubicBezier", [1, None]),
        ("shadow", {}),
        ("gradient", []),
        (None, 3),
    ],
)
def test_a_value_of_another_form_is_one_fault_though_another_token_names_it(kind: str | None, value: object) -> None:
    tree = {"a": {"$type": kind, "$value": value}, "b": {"$value": "{a}"}}
    assert read_tokens(tree) == (
        {},
        (TokenFault(("a", "$value"), "token-value", "This value has the wrong form.", HINT),),
    )
