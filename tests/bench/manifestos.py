"""Manifestos of any length, made of the demonstration’s chapters, the same each time."""

import json
import re
from itertools import cycle, islice
from pathlib import Path

import yaml

from masthead.artifact import Recipe, done
from masthead.publish.manifesto import manifesto_pdfs
from tests import large
from tests.bench.publication import read

PIECE = re.compile(r"^::.*$", re.MULTILINE)


def write(folder: Path, chapters: int) -> None:
    """The demonstration with as many chapters: its own, then copies of them without live pieces."""
    large.demonstration(folder)
    path = folder / "manifesto" / "manifesto.yml"
    record = yaml.safe_load(path.read_text(encoding="utf-8"))
    own = tuple(record["chapters"])
    for number, slug in enumerate(islice(cycle(own), max(0, chapters - len(own)))):
        text = (folder / "manifesto" / f"{slug}.md").read_text(encoding="utf-8")
        copy = f"{slug}-{number // len(own) + 2}"
        (folder / "manifesto" / f"{copy}.md").write_text(PIECE.sub("", text), encoding="utf-8")
        record["chapters"].append(copy)
    record["chapters"] = record["chapters"][:chapters]
    path.write_text("".join(f"{name}: {json.dumps(value)}\n" for name, value in record.items()), encoding="utf-8")


def recipe(folder: Path) -> Recipe:
    """How the manifesto of a publication is printed on A4."""
    made = done(next(manifesto_pdfs(read(folder)))).content
    assert isinstance(made, Recipe)
    return made
