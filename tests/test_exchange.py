"""The published site is exchanged for the new one, or stays."""

import sys
from pathlib import Path

import pytest

from masthead.exchange import put, swap


def page(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_the_new_site_takes_the_place_of_the_old_one(
    tmp_path: Path, system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    site, built = page(tmp_path / "site", "old"), page(tmp_path / "build-1/site", "new")
    swap(built, site)
    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    left = [path.read_text(encoding="utf-8") for path in (tmp_path / "build-1").rglob("*.html")]
    assert left == ["old"]


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_the_first_site_is_put_where_none_was(tmp_path: Path, system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    swap(page(tmp_path / "build-1/site", "new"), tmp_path / "public/site")
    assert (tmp_path / "public/site/index.html").read_text(encoding="utf-8") == "new"


def test_where_the_new_site_cannot_be_put_the_old_one_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    site = page(tmp_path / "site", "old")
    with pytest.raises(FileNotFoundError):
        put(tmp_path / "gone", site)
    assert (site / "index.html").read_text(encoding="utf-8") == "old"
