"""Artifacts: what is slow is made once, everything is written, and the order is the engine's."""

import itertools
import os
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files

from masthead import artifact
from masthead.artifact import (
    Artifact,
    Cache,
    Packed,
    Pieces,
    Recipe,
    as_json,
    content_bytes,
    engine_order,
    json_pieces,
    make_shared,
    write_tree,
)
from masthead.source import File


def test_a_recipe_runs_once_for_each_key(tmp_path: Path) -> None:
    calls = itertools.count(1)
    cache = Cache(tmp_path / "cache")

    def make() -> bytes:
        return b"made %d" % next(calls)

    made = [cache.make(Recipe(key, make)) for key in ("one", "two", "one")]
    assert made == [b"made 1", b"made 2", b"made 1"]
    assert [cache.get(key) for key in ("one", "two", "three")] == [b"made 1", b"made 2", None]
    assert sorted(path.name for path in (tmp_path / "cache").iterdir()) == ["one", "two"]


def test_what_the_cache_lacks_is_made_by_several_processes_where_it_is_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(artifact, "processes", lambda: 3)  # other tests leave threads behind

    def made_here() -> bytes:
        time.sleep(0.02)  # so that others get some
        return str(os.getpid()).encode()

    cache = Cache(tmp_path / "cache")
    cache.keep("known", b"known")
    recipes = [Recipe(key, made_here) for key in ("known", *"abcdefghij")]
    make_shared(recipes, cache, least=11)
    assert [cache.get(recipe.key) for recipe in recipes] == [b"known", *[None] * 10]
    make_shared(recipes, cache, least=10)
    known, *made = (cache.get(recipe.key) for recipe in recipes)
    assert known == b"known"
    assert None not in made
    assert len(set(made)) > 1


def test_every_kind_of_content_is_written(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_bytes(b"<svg/>")
    artifacts = [
        Artifact("index.md", "Größe\n"),
        Artifact("a/b.bin", b"\x00\xff"),
        Artifact("a/logo.svg", File("brand/logo.svg", tmp_path / "logo.svg")),
        Artifact("a/b/c.pdf", Recipe("key", lambda: b"%PDF")),
        Artifact("a/long.md", Packed.of(("“Größe”\n" * 1000).encode())),
        Artifact("a/data.json", Pieces(lambda: iter((b"[1,", b"2]\n")))),
    ]
    cache = Cache(tmp_path / "cache")
    write_tree(artifacts, tmp_path / "site", cache)
    written = {artifact.path: (tmp_path / "site" / artifact.path).read_bytes() for artifact in artifacts}
    assert written == {
        "index.md": "Größe\n".encode(),
        "a/b.bin": b"\x00\xff",
        "a/logo.svg": b"<svg/>",
        "a/b/c.pdf": b"%PDF",
        "a/long.md": ("“Größe”\n" * 1000).encode(),
        "a/data.json": b"[1,2]\n",
    }
    assert written == {artifact.path: content_bytes(artifact, cache) for artifact in artifacts}
    assert [artifact.text for artifact in artifacts[-2:]] == ["“Größe”\n" * 1000, "[1,2]\n"]


SCALARS = st.none() | st.booleans() | st.integers(-9, 2**63) | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
FIELDS = st.dictionaries(st.text(), VALUES | st.lists(VALUES).map(tuple), min_size=1)


@given(FIELDS)
def test_json_in_pieces_is_json_as_a_whole(fields: Mapping[str, object]) -> None:
    assert b"".join(json_pieces(fields, lambda value: value)) == as_json(fields)


def test_what_a_field_holds_is_made_plain_one_by_one() -> None:
    made: list[object] = []

    def plain(value: object) -> object:
        made.append(value)
        return {"is": value}

    pieces = json_pieces({"all": (1, 2)}, plain)
    assert [(piece, len(made)) for piece in pieces] == [
        (b'{\n "all": ', 0),
        (b'[\n  {\n   "is": 1\n  }', 1),
        (b',\n  {\n   "is": 2\n  }', 2),
        (b"\n ]", 2),
        (b"\n}\n", 2),
    ]


def test_the_order_of_artifacts_is_that_in_which_mkdocs_finds_files(tmp_path: Path) -> None:
    paths = [
        f"{folder}{name}"
        for folder in ("", "b/", "b/a/", "b-a/", "a/", "a.b/", "B/")
        for name in ("index.md", "a.md", "z.svg", "B.md", "index-2.md", "_x.md")
    ]
    artifacts = [Artifact(path, "") for path in paths]
    write_tree(artifacts, tmp_path / "docs", Cache(tmp_path / "cache"))
    config = MkDocsConfig()
    config.load_dict({"site_name": "A", "docs_dir": str(tmp_path / "docs")})
    assert config.validate() == ([], [])
    found = [file.src_uri for file in get_files(config)]
    assert [artifact.path for artifact in sorted(artifacts, key=engine_order)] == found
