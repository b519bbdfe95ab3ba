"""What to write instead, where that follows from what an author wrote."""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass

from masthead.clock import meant_date, meant_period, meant_time
from masthead.model.place import EMAIL

TRUE_OR_FALSE = {
    **dict.fromkeys(("yes", "y", "on"), "Write true."),
    **dict.fromkeys(("no", "n", "off"), "Write false."),
    "true": "Write true, without quotes.",
    "false": "Write false, without quotes.",
}
TIMES = ("time", "ends")
ADDRESSES = ("url", "map")
DIGITS = re.compile(r"-?\d+(?:\.\d+)?")
BETWEEN_THOUSANDS = re.compile(r"(?<=\d)[_, ’'](?=\d{3}\b)")
BARE_ADDRESS = re.compile(r"(?:http://)?([\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?)")
INNER = {"registration": "url", "online": "url", "venue": "name", "contact": "email"}
NOT_IN_BRACKETS = re.compile(r"[\n:#\[\]{}\"']")


# Names that other tools and other people have for our fields.
OTHER_NAMES = {
    "title": ("name", "heading", "headline"),
    "starts": ("date", "start", "begins", "when", "from", "datetime", "start_date"),
    "ends": ("end", "until", "to", "finish", "end_date"),
    "date": ("day", "published", "when"),
    "kind": ("type", "category"),
    "tags": ("categories", "category", "themes", "theme", "topics", "keywords"),
    "venue": ("location", "place", "where"),
    "summary": ("description", "abstract", "teaser", "excerpt", "intro", "lead"),
    "body": ("text", "content", "details", "description"),
    "organisers": ("hosts", "organised_by"),
    "capacity": ("places", "seats"),
    "locality": ("city", "town"),
    "url": ("link", "href", "address", "website"),
    "file": ("path", "filename"),
    "role": ("job", "position", "job_title"),
}
NOT_HERE = {
    ("Manifesto", name): "The manifesto is always public; write this in a chapter, which may wait."
    for name in ("draft", "publish_from")
}


def meant_field(name: str, known: Collection[str]) -> str:
    """The field that is meant by a name that other people have for it, or that differs in capitals or number only."""
    plain = name.lower().replace("-", "_").replace(" ", "_")
    for field in known:
        if plain in (field, f"{field}s", field.removesuffix("s")) or plain in OTHER_NAMES.get(field, ()):
            return field
    return ""


def meant_slug(text: str) -> str:
    """The nearest name in lower-case letters, digits and hyphens; empty where there is no letter or digit."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", letters))


@dataclass(frozen=True)
class Written:
    """A field as its author wrote it: its name, its value, and the value before YAML read it (no list, no group)."""

    name: str
    value: object
    raw: str | None = None


def remedy(code: str, written: Written) -> str:
    """A hint for this one mistake; empty where there is only a general one."""
    find = REMEDIES.get(code)
    return find(written) if find else ""


def _text(written: Written) -> str:
    if isinstance(written.value, list):
        return "Write it as one text, without “- ” and brackets."
    if isinstance(written.value, dict):
        return "Write it as one text; put a text with a colon in quotes."
    time = meant_time(written.raw or "") if written.name in TIMES else ""
    return f'Put it in quotes: "{time or written.raw}".' if written.raw else ""


def _true_or_false(written: Written) -> str:
    return TRUE_OR_FALSE.get(str(written.value).lower(), "")


def _list(written: Written) -> str:
    if written.raw and re.match(r"-\w", written.raw):
        return f"Put a space behind the hyphen: “- {written.raw[1:]}”."
    is_plain = written.raw and isinstance(written.value, str) and not NOT_IN_BRACKETS.search(written.raw)
    return f"Write {written.name}: [{written.raw}]." if is_plain else ""


def _number(written: Written) -> str:
    if len(str(written.value)) > 30:
        return ""
    if isinstance(written.value, float):
        return f"Write {int(written.value)}." if written.value.is_integer() else ""
    text = written.value if isinstance(written.value, str) else ""
    digits = DIGITS.findall(BETWEEN_THOUSANDS.sub("", text))
    without = ", without quotes" if digits == [text] else ""
    return f"Write {digits[0].lstrip('0') or 0}{without}." if len(digits) == 1 else ""


def _date(written: Written) -> str:
    date = meant_date(str(written.value)) or meant_period(str(written.value))
    return f"Write {date}." if date else ""


def _month(written: Written) -> str:
    is_month = re.fullmatch(r"\d{4}-\d{2}[~?%]?", str(written.value))
    return "Write a month, 01 to 12, or a season: 21 is spring, 24 winter." if is_month else ""


def _day(written: Written) -> str:
    date = meant_date(str(written.value))
    return f"Write {date[:10]}." if date else ""


def _group(written: Written) -> str:
    inner = INNER.get(written.name, "")
    return f"Write “{inner}: {written.value}” on the next line, indented." if inner and written.raw else ""


def meant_email(text: str) -> str:
    """The address that was meant, where commas stand for points, or a space beside a sign; else an empty text."""
    mended = re.sub(r"\s*([.,@])\s*", r"\1", text.strip(" .,;<>")).replace(",", ".")
    return mended if mended != text and re.fullmatch(EMAIL, mended) else ""


def _form(written: Written) -> str:
    """What to write instead of a text of the wrong form."""
    if written.name in TIMES and (time := meant_time(str(written.value))):
        return f'Write "{time}".'
    if written.name in ADDRESSES and re.fullmatch(r"https://\S+(?: \S+)+", str(written.value)):
        return f"Write {str(written.value).replace(' ', '%20')}."
    if written.name == "email" and str(written.value).startswith("mailto:"):
        return f"Write {str(written.value).removeprefix('mailto:')}."
    if written.name == "email" and (mended := meant_email(str(written.value))):
        return f"Write {mended}."
    if written.name in ADDRESSES and (bare := BARE_ADDRESS.fullmatch(str(written.value))):
        return f"Write https://{bare[1]}."
    return ""


REMEDIES: dict[str, Callable[[Written], str]] = {
    "not-text": _text,
    "not-true-or-false": _true_or_false,
    "not-a-list": _list,
    "not-a-number": _number,
    "not-a-group": _group,
    "date-form": _date,
    "no-such-date": _month,
    "not-a-date": _day,
    "wrong-form": _form,
}
