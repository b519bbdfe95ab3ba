"""The index in parts: together they are what Pagefind makes of all pages, and an edit makes one of them again."""

import datetime as dt
import gzip
import json
import random
import re
import subprocess
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import cbor2
import pytest
from pagefind.service import get_executable

from masthead.edge import Edge
from masthead.finish import postings
from masthead.finish.built import Built
from masthead.finish.parts import AT_ONCE, NOT_SEARCHED
from masthead.finish.search import INDEX, write_search
from masthead.finish.searched import NOTE, hashes, searched
from masthead.halt import MastheadError
from masthead.kept import Before, Known
from masthead.publish.publication import Publication
from masthead.render import unmarked
from tests.large import sentences, words

PAGES = 260  # more than Pagefind is given at once
FOUND = """<!doctype html>
<html lang="en"><head><meta name="mh:kind" content="{kind}" data-pagefind-meta="kind[content]">{line}</head>
<body><img src="logo.png" alt="Our own logo"><article class="mh-article" data-pagefind-body><h1 id="top">{title}</h1>
<p>{text}</p>{picture}<div class="mh-cards">Elsewhere</div></article></body></html>"""
LINE = '<meta name="mh:line" content="{}" data-pagefind-meta="line[content]">'
PICTURE = '<img src="../assets/picture.0123456789.png" srcset="../assets/wide.0123456789.png 2x" alt="A heron, {}">'
FORMS = ("Café", "cafe", "naïve", "naive", "Zoë", "ÉCLAIR")


def page(number: int) -> str:
    chance = random.Random(number)
    return FOUND.format(
        title=f"Page {number}: {words(chance, 3)}",
        kind=chance.choice(("Event", "News")),
        line=LINE.format(words(chance, 3)) if number % 3 else "",
        text=f"{sentences(chance, 30)} {' '.join(chance.choices(FORMS, k=2))}",
        picture=PICTURE.format(words(chance, 1)) if number % 7 == 0 else "",
    )


@pytest.fixture(scope="module")
def pages() -> Mapping[str, str]:
    """More pages than one part has, by their paths; one of them is not to be found."""
    many = {f"events/{number:03}/index.html": page(number) for number in range(PAGES)}
    return {"index.html": page(PAGES), "404.html": "<html><body><p>Not here.</p></body></html>", **many}


def site(folder: Path, pages: Mapping[str, str]) -> Path:
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def indexed(folder: Path, public: Publication, workroom: Path, before: Path | None = None) -> Path:
    """The index of the pages that lie in a folder."""
    edge = Edge(workroom, public.day, dt.datetime.combine(public.day, dt.time(), dt.UTC))
    write_search(Built(folder, public.network, edge, Before(before, Known()) if before else None))
    return folder / INDEX


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def kept(workroom: Path) -> dict[str, int]:
    """The parts that are kept, and when each was written."""
    return {path.name: path.stat().st_mtime_ns for path in (workroom / ".masthead/search").iterdir()}


def read(path: Path) -> Any:
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))


def told(index: Path) -> tuple[dict[str, Any], dict[tuple[str, str], dict[str, Any]], list[Any]]:
    """All that an index says, with pages by their addresses and fields by their names: what each page shows; where each
    word stands, in each of its forms; from where to where each file goes.
    """
    entry = json.loads((index / "pagefind-entry.json").read_bytes())
    (language,) = entry["languages"].values()
    _, listed, chunks, filters, sorts, fields = read(index / f"pagefind.{language['hash']}.pf_meta")
    assert (filters, sorts, language["page_count"]) == ([], [], len(listed))
    fragments = [gzip.decompress((index / f"fragment/{name}.pf_fragment").read_bytes()) for name, _ in listed]
    shown = [json.loads(fragment.removeprefix(b"pagefind_dcd")) for fragment in fragments]
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for first, last, name in chunks:
        for word, own, forms in read(index / f"index/{name}.pf_index")[0]:
            assert first <= word
            assert word <= last or word.startswith(last)
            for form, some in (("", own), *forms):
                number = 0
                for more, in_text, in_fields in some:
                    number += more
                    named = [fields[-1 - one] if one < 0 else one for one in in_fields]
                    found.setdefault((word, form), {})[shown[number]["url"]] = (in_text, named)
    lengths = {one["url"]: (one, length) for one, (_, length) in zip(shown, listed, strict=True)}
    return lengths, found, [chunk[:2] for chunk in chunks]


def by_pagefind_itself(folder: Path, pages: Mapping[str, str]) -> Path:
    """The index that Pagefind makes of all pages at once."""
    site(folder / "site", {path: text for path, found in pages.items() if (text := searched(found))})
    command = [get_executable(), "--silent", "--site", folder / "site", "--output-path", folder / "index"]
    command += ["--force-language", "en", "--exclude-selectors", ",".join(NOT_SEARCHED)]
    subprocess.run(list(map(str, command)), check=True)
    return folder / "index"


def test_the_parts_together_are_what_pagefind_makes_of_all_pages_at_once(
    pages: Mapping[str, str], public: Publication, tmp_path: Path
) -> None:
    assert len(pages) > AT_ONCE
    ours = indexed(site(tmp_path / "site", pages), public, tmp_path)
    theirs = by_pagefind_itself(tmp_path / "pagefind", pages)
    assert len(kept(tmp_path)) > 5
    shown, found, ranges = told(ours)
    assert (shown, found, ranges) == told(theirs)
    assert len(ranges) > 2
    assert found.keys() > {("cafe", ""), ("cafe", "café"), ("zoe", "zoë"), ("heron", "")}
    assert found.keys() & {("elsewhere", ""), ("logo", ""), ("here", "")} == set()
    for name in ("pagefind.js", "wasm.en.pagefind"):
        assert (ours / name).read_bytes() == (theirs / name).read_bytes()
    others = {path.name for path in ours.iterdir() if path.suffix != ".pf_meta"}
    assert others == {
        "index",
        "fragment",
        "facets.json",
        "pagefind-entry.json",
        "pagefind.js",
        "wasm.en.pagefind",
        "words.json",
    }


@pytest.fixture(scope="module")
def built(pages: Mapping[str, str], public: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a site whose pages are indexed, and the parts that are kept; tests copy it."""
    root = tmp_path_factory.mktemp("indexed")
    indexed(site(root / "site", pages), public, root)
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """A copy of it, with the states that its files had."""
    subprocess.run(["cp", "--archive", f"{built}/.", tmp_path], check=True)
    return tmp_path


def changed(pages: Mapping[str, str]) -> dict[str, Mapping[str, str]]:
    """What an editor may do, and the pages then."""
    edited = pages["events/100/index.html"].replace("<p>", "<p>Quokkas everywhere. ")
    without = {path: text for path, text in pages.items() if path != "events/100/index.html"}
    return {
        "edited": {**pages, "events/100/index.html": edited},
        "added": {**pages, "events/100a/index.html": page(1000)},
        "deleted": without,
        "hidden": {**pages, "events/100/index.html": pages["404.html"]},
        "renamed": {**without, "news/100/index.html": pages["events/100/index.html"]},
    }


@pytest.mark.parametrize(("done", "most"), [("edited", 1), ("added", 2), ("deleted", 2), ("hidden", 2), ("renamed", 2)])
def test_after_an_edit_few_parts_are_made_again_and_the_index_is_that_of_a_clean_build(
    done: str, most: int, pages: Mapping[str, str], public: Publication, root: Path
) -> None:
    known = kept(root)
    after = changed(pages)[done]
    again = indexed(site(root / "after", after), public, root, root / "site")
    clean = indexed(site(root / "clean" / "site", after), public, root / "clean")
    assert contents(again) == contents(clean)
    made = kept(root)
    assert 0 < len(made.keys() - known.keys()) <= most
    assert {name: made[name] for name in made.keys() & known.keys()}.items() <= known.items()


def test_of_a_page_its_article_and_what_its_head_says_are_searched_without_addresses() -> None:
    head = '<meta name="mh:kind" content="A &gt; B" data-pagefind-meta="kind[content]">'
    text = 'Write <code>a href="x"</code>: <a title="a > b" href="../x/" class="y">here</a> <img alt="" src="x.0.png">'
    page = f'<html><head><title>No</title>{head}</head><body>No<article class="z" data-pagefind-body>{text}</article>No'
    bare = text.replace("../x/", "").replace("x.0.png", "")
    article = f'<article class="z" data-pagefind-body>{bare}</article>'
    assert searched(page) == f'<html><meta charset="utf-8">{head}{article}'
    assert searched(page.replace(" data-pagefind-body", "")) == ""


def test_what_a_page_shows_is_a_link_to_that_of_the_site_before(
    pages: Mapping[str, str], public: Publication, root: Path
) -> None:
    again = indexed(site(root / "after", changed(pages)["edited"]), public, root, root / "site")
    shown = sorted((again / "fragment").iterdir())
    assert len([path for path in shown if path.stat().st_nlink > 1]) == len(shown) - 1 == PAGES


def test_no_part_is_made_again_where_nothing_that_is_searched_has_changed(
    pages: Mapping[str, str], public: Publication, root: Path
) -> None:
    known = kept(root)
    dressed = {path: text.replace("0123456789.png", "9876543210.png") for path, text in pages.items()}
    assert dressed != pages
    again = indexed(site(root / "after", dressed), public, root)
    assert contents(again) == contents(root / "site" / INDEX)
    assert kept(root) == known


def test_a_page_is_read_again_only_where_it_is_another_file_or_the_code_is_another(
    pages: Mapping[str, str], public: Publication, root: Path
) -> None:
    edge = Edge(root, public.day, dt.datetime.combine(public.day, dt.time(), dt.UTC))
    built, path = Built(root / "site", public.network, edge), "events/007/index.html"
    known = hashes(built, "code")
    note = root / ".masthead" / NOTE
    note.write_text(note.read_text("utf-8").replace(known[path], "as noted"), encoding="utf-8")
    assert hashes(built, "code") == {**known, path: "as noted"}
    assert hashes(built, "other code") == known
    note.write_text(note.read_text("utf-8").replace(known[path], "as noted"), encoding="utf-8")
    (root / "site" / path).unlink()
    site(root / "site", {path: pages[path]})
    assert hashes(built, "other code") == known


@pytest.mark.parametrize("lost", ["program", "part"])
def test_what_is_lost_is_made_again(lost: str, public: Publication, root: Path) -> None:
    known = kept(root)
    files = (root / ".masthead/search").iterdir()
    next(path for path in files if (b"pagefind.js" in path.read_bytes()) == (lost == "program")).unlink()
    before = contents(root / "site" / INDEX)
    assert contents(indexed(root / "site", public, root)) == before
    assert kept(root).keys() == known.keys()


def test_an_index_of_another_version_is_refused(
    pages: Mapping[str, str], public: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postings, "VERSION", "1.6.0")
    with pytest.raises(MastheadError, match=r"Pagefind must be 1\.6\.0, and is 1\.5\.2\."):
        indexed(site(tmp_path / "site", {"index.html": pages["index.html"]}), public, tmp_path)


def test_words_are_those_of_all_pages_the_most_frequent_first(pages: Mapping[str, str], root: Path) -> None:
    texts = (
        unmarked(text[text.index("<article") : text.index("</article")])
        for text in pages.values()
        if "<article" in text
    )
    counts = Counter(word for text in texts for word in re.findall(r"[^\W\d_]{3,}", text.lower()))
    known = json.loads((root / "site" / INDEX / "words.json").read_text("utf-8"))
    assert known == sorted(counts, key=lambda word: (-counts[word], word))
