"""Twins are taken from the site before where the text is the same, and else made: they are equal either way."""

import datetime as dt
import gzip
import os
import random
from pathlib import Path

import brotli
import pytest

from masthead.edge import Edge
from masthead.finish.built import Built
from masthead.finish.compress import PIECE, compress, texts_in
from masthead.kept import Before, Known
from masthead.publish.publication import Publication
from tests.large import words

PAGE, OTHER = "<p>One and the same.</p>\n" * 40, "<p>Something else.</p>\n" * 40


def site(folder: Path, **pages: str) -> Path:
    folder.mkdir()
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


def compressed(folder: Path, public: Publication, before: Path | None = None) -> dict[str, bytes]:
    edge = Edge(folder, public.day, dt.datetime.combine(public.day, dt.time(), dt.UTC))
    built = Built(folder, public.network, edge, Before(before, Known()) if before else None)
    compress(built, texts_in(folder))
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("lost", ["", ".gz", ".br"])
def test_twins_are_the_same_whether_taken_or_made(lost: str, public: Publication, tmp_path: Path) -> None:
    before = site(tmp_path / "before", same=PAGE, changed=PAGE, gone=PAGE)
    compressed(before, public)
    if lost:
        (before / f"same.html{lost}").unlink()
    after = site(tmp_path / "after", same=PAGE, changed=OTHER, new=PAGE)
    clean = site(tmp_path / "clean", same=PAGE, changed=OTHER, new=PAGE)
    assert compressed(after, public, before) == compressed(clean, public)
    taken = [path.name for path in sorted(after.iterdir()) if path.stat().st_nlink > 1]
    assert taken == ([] if lost else ["same.html.br", "same.html.gz"])


def test_what_cannot_be_linked_is_made(public: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = site(tmp_path / "before", same=PAGE), site(tmp_path / "after", same=PAGE)
    compressed(before, public)

    def refuse(*_: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    assert compressed(after, public, before).keys() == {"same.html", "same.html.gz", "same.html.br"}


def test_twins_of_a_page_that_is_a_link_are_taken(public: Publication, tmp_path: Path) -> None:
    before, after = site(tmp_path / "before", same=PAGE), site(tmp_path / "after")
    compressed(before, public)
    os.link(before / "same.html", after / "same.html")
    assert compressed(after, public, before).keys() == {"same.html", "same.html.gz", "same.html.br"}
    assert {path.stat().st_nlink for path in after.iterdir()} == {2}


@pytest.mark.parametrize("change", ["x", ""])
def test_a_text_of_many_pieces_is_compressed_whole_and_told_from_another_that_is_as_long(
    change: str, public: Publication, tmp_path: Path
) -> None:
    long = words(random.Random(1), 400_000)
    assert len(long) > 2 * PIECE
    before, after = (
        site(tmp_path / "before", long=long),
        site(tmp_path / "after", long=long[: -len(change) or None] + change),
    )
    compressed(before, public)
    made = compressed(after, public, before)
    assert brotli.decompress(made["long.html.br"]) == gzip.decompress(made["long.html.gz"]) == made["long.html"]
    assert (after / "long.html.br").stat().st_nlink == (1 if change else 2)


def test_a_text_that_is_written_again_gets_other_twins_and_those_of_before_stay(
    public: Publication, tmp_path: Path
) -> None:
    before, after = site(tmp_path / "before", same=PAGE), site(tmp_path / "after", same=PAGE)
    kept = compressed(before, public)
    compressed(after, public, before)
    texts = set(texts_in(after))
    (after / "same.html").write_text(OTHER, encoding="utf-8")
    assert set(texts_in(after)) != texts
    assert gzip.decompress(compressed(after, public, before)["same.html.gz"]) == OTHER.encode()
    assert {path.name: path.read_bytes() for path in before.iterdir()} == kept
