"""Design tokens (W3C Design Tokens Community Group format, 2025.10): aliases resolved, values as CSS."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

LIGHT = "color.light."
DARK = "color.dark."
PRINT = "print."
A5_ONLY = "print-a5."


@dataclass(frozen=True)
class TokenFault:
    """What is wrong with the token at `loc`, a path of keys into the file."""

    loc: tuple[str, ...]
    code: str
    message: str
    hint: str


class AliasError(Exception):
    """An alias names no token, or leads back to itself."""


def read_tokens(tree: Mapping[str, Any]) -> tuple[dict[str, str], tuple[TokenFault, ...]]:
    """CSS values by dotted name, in the order of the file, and the faults of those that have none."""
    raw = dict(_tokens(tree, (), None))
    values: dict[str, str] = {}
    faults = []
    for name in raw:
        try:
            values[name] = _css(*_resolved(raw, name))
        except AliasError as fault:
            faults.append(_alias_fault(name, str(fault), raw))
        except (TypeError, ValueError, KeyError):
            if any(_is_faulty(raw, alias) for alias in aliases_in(raw[name][1])):
                continue  # the token that it names is told of
            hint = "See the W3C Design Tokens format, 2025.10; the tokens beside this one show the form."
            faults.append(
                TokenFault((*name.split("."), "$value"), "token-value", "This value has the wrong form.", hint)
            )
    return values, tuple(faults)


def _alias_fault(name: str, alias: str, raw: Mapping[str, Any]) -> TokenFault:
    message = f"“{alias}” names itself in a circle." if alias in raw else f"There is no token “{alias}”."
    return TokenFault((*name.split("."), "$value"), "token-alias", message, "Write the full name, in curly braces.")


def _tokens(group: Mapping[str, Any], path: tuple[str, ...], kind: str | None) -> Iterator[tuple[str, tuple[str, Any]]]:
    """Every token of a group with its type, which it may inherit from the groups around it (section 6.2)."""
    kind = group.get("$type", kind)
    if "$value" in group:
        yield ".".join(path), (str(kind), group["$value"])
        return
    for key, value in group.items():
        if not key.startswith("$") and isinstance(value, Mapping):
            yield from _tokens(value, (*path, key), kind)


def _resolved(raw: Mapping[str, tuple[str, Any]], name: str) -> tuple[str, Any]:
    """Type and value behind all aliases, those inside the value too. Raises AliasError: see _behind."""
    kind, value, seen = _behind(raw, *raw[name], frozenset((name,)))
    return kind, _filled(raw, value, seen)


def _behind(
    raw: Mapping[str, tuple[str, Any]], kind: str, value: Any, seen: frozenset[str]
) -> tuple[str, Any, frozenset[str]]:
    """What a chain of aliases leads to, and the names on the way. Raises AliasError with a missing or repeated one."""
    while _is_alias(value):
        target = value[1:-1]
        if target in seen or target not in raw:
            raise AliasError(target)
        seen |= {target}
        kind, value = raw[target]
    return kind, value, seen


def _filled(raw: Mapping[str, tuple[str, Any]], value: Any, seen: frozenset[str]) -> Any:
    """A value of several parts with the aliases among them resolved."""
    _, value, seen = _behind(raw, "", value, seen)
    if isinstance(value, Mapping):
        return {name: _filled(raw, part, seen) for name, part in value.items()}
    return [_filled(raw, part, seen) for part in value] if isinstance(value, list) else value


def aliases_in(value: Any) -> Iterator[str]:
    """The names of all tokens that a value, or a whole tree of them, names."""
    if _is_alias(value):
        yield value[1:-1]
    elif isinstance(value, Mapping | list):
        parts = value.values() if isinstance(value, Mapping) else value
        yield from (name for part in parts for name in aliases_in(part))


def _is_faulty(raw: Mapping[str, tuple[str, Any]], name: str) -> bool:
    try:
        _css(*_resolved(raw, name))
    except (AliasError, TypeError, ValueError, KeyError):
        return True
    return False


def _is_alias(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("{") and value.endswith("}")


def _css(kind: str, value: Any) -> str:
    """A value as CSS writes it. Raises TypeError, ValueError or KeyError where the form is wrong."""
    match kind:
        case "color":
            return _color(value)
        case "dimension" | "duration":
            return f"{value['value']:g}{value['unit']}"
        case "fontFamily":
            families = [value] if isinstance(value, str) else value
            return ", ".join(f'"{family}"' if " " in family else family for family in families)
        case "number" | "fontWeight":
            return f"{float(value):g}"
        case "cubicBezier":
            return f"cubic-bezier({', '.join(f'{float(part):g}' for part in value)})"
        case "shadow":
            return ", ".join(_shadow(one) for one in (value if isinstance(value, list) else [value]))
        case _:
            raise TypeError(kind)


def _shadow(value: Mapping[str, Any]) -> str:
    lengths = " ".join(_css("dimension", value[key]) for key in ("offsetX", "offsetY", "blur", "spread"))
    return f"{lengths} {_color(value['color'])}"


def _color(value: Mapping[str, Any]) -> str:
    if value["colorSpace"] != "srgb":
        raise ValueError(value["colorSpace"])
    red, green, blue = (round(float(part) * 255) for part in value["components"])
    alpha = float(value.get("alpha", 1))
    return f"#{red:02x}{green:02x}{blue:02x}" if alpha == 1 else f"rgb({red} {green} {blue} / {alpha:g})"


def custom_property(name: str) -> str:
    """The custom property of a token: color.light.text and color.dark.text are both --mh-color-text."""
    role = name.replace(LIGHT, "color.").replace(DARK, "color.")
    return "--mh-" + role.replace(".", "-")
