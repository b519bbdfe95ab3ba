"""The registry of codes: what each means, and an example of the mistake and of its repair (codes.toml)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Code:
    """One code. In `file` of the tests' small publication stands `before`, or `repair` where that is not given.

    In its place the author writes `mistake`, or `repair`. Where `before` is empty, the file is new; its name may be the
    mistake, and `repaired_file` the better one. `encoding` and `mode` are those of the file with the mistake. What is
    no text, such as a folder in place of a file, is `told` in words, and so is its `remedy`. What only the printed
    pages show, and a check cannot, `is_printed`.
    """

    meaning: str
    file: str = ""
    mistake: str = ""
    repair: str = ""
    told: str = ""
    remedy: str = ""
    before: str | None = None
    repaired_file: str = ""
    encoding: str = "utf-8"
    mode: int = 0o644
    is_printed: bool = False


def _read() -> Mapping[str, Code]:
    with (Path(__file__).parent / "codes.toml").open("rb") as stream:
        return {name: Code(**fields) for name, fields in sorted(tomllib.load(stream).items())}


CODES = _read()
PAGE = "docs/problems.md"


def page_of(code: str, repository: str) -> str:
    """The address of a code's entry in the documents; empty where the publication names no repository."""
    return f"{repository.rstrip('/')}/blob/main/{PAGE}#{code}" if repository else ""
