"""The reference pages of the documents: every field and every problem, from the models and the registry of codes."""

import datetime as dt
import json
import re
import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from masthead.codes import CODES, Code
from masthead.graph import NAMES
from masthead.load import Folder
from masthead.model.choice import Choice
from masthead.model.record import Markdown, RefersTo, Slug
from masthead.model.when import When
from masthead.schema import FAMILIES, folder_of, models

PLAIN = {
    str: "text", bool: "true or false", int: "whole number", float: "number", dt.date: "day, such as `2027-03-11`",
    When: "date, as far as it is known",
}  # fmt: skip
FIELDS_HEAD = "| Field | What it holds | Needed | What it means | Example |\n| --- | --- | --- | --- | --- |\n"
FIELDS_INTRO = """# Fields

Every record and every field. `masthead reference` writes this page from the models, so do not edit it: edit
`scripts/masthead/model/`. The same rules as JSON Schemas stand in `schemas/`.
"""
EDITORS = """## In an editor

An editor with the YAML language server, such as Visual Studio Code with its YAML extension, shows what each field
means, offers the values that it takes, and marks mistakes while you write. Put this into `.vscode/settings.json`:

```json
{settings}
```

`masthead check` finds more: what two records say of one another, and what stands in a text.
"""
PROBLEMS_INTRO = """# Problems

Every code that a report may show, with a mistake that has it and its repair. `masthead reference` writes this page from
`scripts/masthead/codes.toml`, so do not edit it. The tests make each mistake and each repair in a small publication.
"""


def pages() -> Iterator[tuple[str, str]]:
    """Name and text of every reference page."""
    yield "reference.md", "\n".join((FIELDS_INTRO, _editors(), *(_family(name) for name in FAMILIES)))
    yield "problems.md", "\n".join((PROBLEMS_INTRO, *(_problem(name, code) for name, code in CODES.items())))


def _editors() -> str:
    """Which schema is for which files, in the words of the YAML language server. It reads no front matter."""
    folders = {name: folder_of(name) for name in FAMILIES if folder_of(name).ending != ".md"}
    globs = {f"schemas/{name}.schema.json": _glob(folder) for name, folder in folders.items()}
    return EDITORS.format(settings=json.dumps({"yaml.schemas": globs}, indent=2))


def _glob(folder: Folder) -> str:
    """The files of a folder as a pattern."""
    return f"{folder.path}/{'**/' * folder.is_deep}*{folder.ending}" if folder.ending else folder.path


def _family(name: str) -> str:
    folder = folder_of(name)
    where = f"`{folder.path}/`, one file each, ending in `{folder.ending}`" if folder.ending else f"`{folder.path}`"
    groups = list(models(folder.record))
    parts = [_table(group, folder.ending) for group in groups]
    titled = [f"### {name}: {_spaced(group)}\n\n{_first_line(group)}\n\n{part}"
              for group, part in zip(groups[1:], parts[1:], strict=True)]  # fmt: skip
    head = f"## {name}\n\n{_first_line(folder.record)} Stands in {where}.\n\n{parts[0]}"
    return "\n".join((head, *titled))


def _table(model: type[BaseModel], ending: str) -> str:
    fields = model.model_fields.items()
    shown = ((name, field) for name, field in fields if name != "body" or ending != ".md")
    return FIELDS_HEAD + "".join(_row(name, field) for name, field in shown)


def _row(name: str, field: FieldInfo) -> str:
    annotation = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    needed = "yes" if field.is_required() else "no"
    examples = "<br>".join(f"`{json.dumps(example, ensure_ascii=False)}`" for example in field.examples or ())
    cells = (f"`{name}`", _type(annotation), needed, field.description or "", examples)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"


def _type(annotation: Any) -> str:
    """What a field holds, in plain words."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(annotation, arguments)
    if origin in (Union, types.UnionType):
        return " or ".join(_type(argument) for argument in arguments if argument is not type(None))
    if origin is tuple:
        return f"list: {_type(arguments[0])}"
    if origin is dict:
        return f"names, each with a group of fields ({_spaced(arguments[1])})"
    if origin is Literal:
        return ", ".join(f"`{argument}`" for argument in arguments)
    return PLAIN[annotation] if annotation in PLAIN else _group(annotation)


def _marked(annotation: Any, arguments: tuple[Any, ...]) -> str:
    refers = next((NAMES[marker.family] for marker in arguments if isinstance(marker, RefersTo)), None)
    if refers:
        return f"slug of a {refers}"
    if annotation == Slug:
        return "name in lower-case letters, digits and hyphens"
    return "Markdown" if any(isinstance(marker, Markdown) for marker in arguments) else _type(arguments[0])


def _group(kind: Any) -> str:
    if issubclass(kind, Choice):
        return "one of " + "; ".join(f"`{value.value}` ({value.description.rstrip('.')})" for value in kind)
    return f"group of fields ({_spaced(kind)})"


def _spaced(model: Any) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in model.__name__).strip()


def _first_line(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip().split("\n")[0]


def _problem(name: str, code: Code) -> str:
    if code.told:
        return f"## {name}\n\n{code.meaning}\n\nA mistake: {code.told}\n\nIts repair: {code.remedy}\n"
    kept = f" It is saved as {code.encoding}." if code.encoding != "utf-8" else ""
    kept += " Nobody may read it." if not code.mode else ""
    mistake = f"A mistake, in `{code.file}`:{kept}\n\n{_snippet(code.mistake)}"
    repair = f"Its repair, in `{code.repaired_file or code.file}`:\n\n{_snippet(code.repair)}"
    return f"## {name}\n\n{code.meaning}\n\n{mistake}\n{repair}"


def _snippet(text: str) -> str:
    """A piece of a file, with pictures in place of control characters."""
    seen = "".join(chr(0x2400 + ord(letter)) if ord(letter) < 32 and letter != "\n" else letter for letter in text)
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", seen)), default=0))  # longer than any that it holds
    return f"{fence}text\n{seen.rstrip()}\n{fence}\n"
