"""The finished site, as an engine and every step after it have made it, holds nothing that is withheld, in any file."""

import gzip
import html
import re
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from hypothesis import given, settings

from masthead import press
from masthead.edge import Edge
from masthead.engine import Engine, Setting, config_of
from masthead.filling import build_pages
from masthead.finish import finish
from masthead.finish.built import Built
from masthead.load import Loaded
from masthead.model.network import Network
from masthead.model.permission import Use
from tests.conftest import DAY, STAMP
from tests.test_network_laws import COMMON, FEW, Case, base, networks, pdf_words
from tests.test_unnamed import called, ended, permitted  # noqa: F401 (a fixture)

CARD_WORDS = re.compile(r'<meta property="og:(?:title|description|image:alt)" content="([^"]*)"')
HERS = ("Ada Brook", "Miss Brook", "ada-brook", "ada_brook", "ada.brook", "miss-brook", "Harbour master, Old Mole",
        "nobody would give the crane back")  # fmt: skip


def built(network: Network, loaded: Loaded, folder: Path, engine: Engine = Engine.MKDOCS) -> Path:
    """The site of a network, finished."""
    edge = Edge(root=loaded.sources.root, day=DAY, stamp=STAMP)
    artifacts = press.press(network, loaded.sources, edge, lambda _: None)
    shown = press.network_of_site(network, edge)
    context = press.theme_context(shown, loaded.sources)
    setting = Setting(engine, config_of(edge.root, context), edge, press.cache_of(edge))
    site, raws = build_pages(setting, artifacts, folder)
    finish(Built(site, shown, edge), raws)
    return site


def told(site: Path) -> Iterator[tuple[Use, str, str]]:
    """Each file with its use and all that it says, however it is packed, in small letters with single spaces."""
    for path in sorted(one for one in site.rglob("*") if one.is_file()):
        name, content = path.relative_to(site).as_posix(), unpacked(path)
        use = Use.PRINT if content.startswith(b"%PDF") else Use.WEB
        words = pdf_words(content) if use is Use.PRINT else content.decode("utf-8", "replace").replace("\r\n ", "")
        yield use, name, plain(f"{name} {words} {html.unescape(words)}")
        yield Use.SOCIAL, name, plain(" ".join(map(html.unescape, CARD_WORDS.findall(words))))


def unpacked(path: Path) -> bytes:
    """What a file holds; indexes of the search are packed without saying so."""
    content = path.read_bytes()
    if path.suffix == ".br":
        return bytes(brotli.decompress(content))
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


def plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def holding(site: Path, case: Case) -> list[tuple[str, str]]:
    """Files with a text that must not be there."""
    return [
        (name, word)
        for use, name, text in told(site)
        for word in (*case.withheld[use], *case.private)
        if word.casefold() in text
    ]


def everywhere(*words: str) -> Case:
    """A case of which these words may be nowhere."""
    return Case(base().network, {use: frozenset(words) for use in Use})  # type: ignore[arg-type]


KINDS = {".html", ".json", ".ics", ".atom", ".xml", ".pdf", ".br", ".gz", ".pf_index", ".pf_fragment"}


@pytest.mark.parametrize("engine", [Engine.MKDOCS, Engine.ZENSICAL])  # which read their settings in two ways
def test_what_is_withheld_is_in_no_file_of_the_finished_site(
    engine: Engine,
    called: Loaded,  # noqa: F811
    tmp_path: Path,
) -> None:
    site = built(ended(called), called, tmp_path / "work", engine)
    assert {path.suffix for path in site.rglob("*")} >= KINDS
    assert holding(site, everywhere(*HERS)) == []


@pytest.mark.prove
def test_what_may_be_shown_is_found_in_files_of_every_kind(called: Loaded, tmp_path: Path) -> None:  # noqa: F811
    """So what is not found above was looked for in the right way."""
    site = built(permitted(called), called, tmp_path / "work")
    assert {Path(name).suffix for name, _ in holding(site, everywhere("Brook", "ada-brook"))} >= KINDS


def test_who_may_be_named_on_the_site_alone_is_not_named_where_it_is_shared(called: Loaded, tmp_path: Path) -> None:  # noqa: F811
    site = built(permitted(called, uses=("web", "print")), called, tmp_path / "work")
    page = (site / "news/ada-brook-opens-the-pier/index.html").read_text(encoding="utf-8")
    assert "<title>Ada Brook opens – Harbour Network</title>" in page
    assert CARD_WORDS.findall(page) == [
        "(name withheld) opens",
        "(name withheld) cut a rope.",
        "News. (name withheld) opens. 2 October 2026",
    ]


@pytest.mark.prove
@given(case=networks())
@settings(COMMON, max_examples=4, phases=FEW.phases)
def test_nothing_withheld_is_in_a_finished_site(case: Case, tmp_path_factory: pytest.TempPathFactory) -> None:
    site = built(case.network, base(), tmp_path_factory.mktemp("built") / "work")
    assert holding(site, case) == []
