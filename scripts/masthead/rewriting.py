"""Records written anew: what is changed inside a value of any sort, everything else being the same object."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import BaseModel

Change = Callable[[Any], Any]
APOSTROPHE, HYPHEN = re.compile("['’]"), re.compile(r"\\?[-‐‑]")


def rewritten(value: Any, change: Change) -> Any:
    """What `change` makes of a value and of everything inside it, the innermost first; itself where nothing changes."""
    match value:
        case BaseModel():
            fields = {name: getattr(value, name) for name in type(value).model_fields}
            changed = {name: new for name, old in fields.items() if (new := rewritten(old, change)) is not old}
            return change(value.model_copy(update=changed) if changed else value)
        case tuple() | list():
            items = [rewritten(one, change) for one in value]
            is_same = all(new is old for new, old in zip(items, value, strict=True))
            return change(value if is_same else type(value)(items))
        case Mapping():
            entries = {rewritten(key, change): rewritten(one, change) for key, one in value.items()}
            is_same = all(key in entries and entries[key] is one for key, one in value.items())
            return change(value if is_same else entries)
        case _:
            return change(value)


def named(people: Iterable[BaseModel]) -> re.Pattern[str] | None:
    """Finds any name of the people as a word of its own, however its lines are broken and its signs are written; the
    longest first, since one may begin another.
    """
    texts = [name for one in people for name in (getattr(one, "title", ""), *getattr(one, "also_called", ())) if name]
    longest_first = sorted(texts, key=len, reverse=True)
    forms = (r"(?:\s|&nbsp;)+".join(map(_as_typed, text.split())) for text in longest_first)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(forms)})(?![^\W_])") if texts else None


def _as_typed(word: str) -> str:
    """What finds a word with either sort of apostrophe and of hyphen, its accents composed or not."""
    forms = dict.fromkeys(unicodedata.normalize(form, word) for form in ("NFC", "NFD"))
    signs = (HYPHEN.sub("[-‐‑]", re.escape(form)) for form in forms)
    return f"(?:{'|'.join(APOSTROPHE.sub(APOSTROPHE.pattern, one) for one in signs)})"
