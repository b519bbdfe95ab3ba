"""Records written anew: what is changed inside a value of any sort, everything else being the same object."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import BaseModel

Change = Callable[[Any], Any]


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
            entries = {key: rewritten(one, change) for key, one in value.items()}
            return change(value if all(entries[key] is one for key, one in value.items()) else entries)
        case _:
            return change(value)


def named(people: Iterable[BaseModel]) -> re.Pattern[str] | None:
    """Finds any name of the people, however its lines are broken; the longest first, since one may begin another."""
    texts = [name for one in people for name in (getattr(one, "title", ""), *getattr(one, "also_called", ())) if name]
    longest_first = sorted(texts, key=len, reverse=True)
    return re.compile("|".join(r"\s+".join(map(re.escape, text.split())) for text in longest_first)) if texts else None
