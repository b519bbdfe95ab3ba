"""The same pages on three engines, and through the plugin: what readers get is the same."""

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from masthead.edge import Edge
from masthead.engine import Engine, Setting, config_of
from masthead.filling import build_pages
from masthead.load import load
from masthead.press import cache_of, network_of_site, publication_of, theme_context
from masthead.publish.publishers import publish
from tests.conftest import DAY, STAMP
from tests.integration.conftest import masthead, run

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
ENGINES_OWN = ("assets/javascripts/", "assets/stylesheets/")
FINGERPRINT = re.compile(r"(?<=/assets/)(.*)\.[0-9a-f]{10}(?=\.\w+$)")


@dataclass(frozen=True)
class Page:
    """What a reader gets of a page: its text, where its links lead, and its structured data."""

    text: str
    links: tuple[str, ...]
    data: tuple[object, ...]


def pages(site: Path) -> dict[str, Page]:
    """Every page by its address."""
    return {path.relative_to(site).as_posix(): read_page(path, site) for path in sorted(site.rglob("*.html"))}


def read_page(path: Path, site: Path) -> Page:
    """One page, with links resolved, and without those that an engine's own frame adds."""
    tree = html.fromstring(path.read_text(encoding="utf-8"))
    (article,) = tree.xpath("//article")
    base = "https://site.invalid/" + path.relative_to(site).as_posix().removesuffix("index.html")
    targets = tree.xpath("//body//*[not(contains(@class, 'md-skip'))]/@href | //body//@src | //head/link/@href")
    links = (FINGERPRINT.sub(r"\1", urljoin(base, target)) for target in targets)
    return Page(
        text=" ".join(article.text_content().split()),
        links=tuple(link for link in links if not any(own in link for own in ENGINES_OWN)),
        data=tuple(map(json.loads, tree.xpath("//script[@type='application/ld+json']/text()"))),
    )


@pytest.mark.parametrize("engine", ["properdocs", "zensical"])
def test_every_engine_gives_the_same_addresses_text_links_and_data(sites: dict[str, Path], engine: str) -> None:
    expected = pages(sites["mkdocs"])
    assert len(expected) > 50
    assert pages(sites[engine]) == expected


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_a_plain_build_gives_the_same_site_to_the_byte(sites: dict[str, Path], tmp_path: Path, engine: str) -> None:
    built = run(
        sys.executable, "-m", engine, "build", "--strict", "--quiet", "--site-dir", tmp_path / "site", env=QUIET
    )
    assert (built.returncode, built.stdout, built.stderr) == (0, "", "")
    assert contents(tmp_path / "site") == contents(sites[engine])


def test_components_shown_as_code_are_not_taken_for_components(small: Path) -> None:
    with (small / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("  - fenced_code\n")
    with (small / "content/contact.md").open("a", encoding="utf-8") as page:
        page.write('\n```\nA list:\n\n<ul class="mh-cards"></ul>\n\nIts end.\n```\n')
    built = masthead("build", cwd=small)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "&lt;ul class=&quot;mh-cards&quot;&gt;&lt;/ul&gt;" in (small / "site/contact/index.html").read_text("utf-8")
    plain = run(sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", small / "plain", cwd=small, env=QUIET)
    assert plain.returncode == 0, plain.stderr
    assert contents(small / "plain") == contents(small / "site")


@pytest.mark.parametrize("engine", Engine)
def test_every_engine_gives_frames_that_pages_are_filled_into(engine: Engine, small: Path, tmp_path: Path) -> None:
    """Where one does not, whole pages are built, which nobody would notice but by their time."""
    loaded = load(small)
    assert loaded.network is not None
    edge = Edge(root=small, day=DAY, stamp=STAMP)
    context = theme_context(network_of_site(loaded.network, edge), loaded.sources)
    setting = Setting(engine, config_of(small, context), edge, cache_of(edge))
    artifacts = publish(publication_of(loaded.network, loaded.sources, edge, preview=False))
    _, raws = build_pages(setting, artifacts, tmp_path / "build")
    assert len(raws) > 20
    assert [raw.file for raw in raws if not raw.key] == []


def test_what_only_an_engine_does_is_done_in_our_build_too(small: Path) -> None:
    with (small / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [hook.py]\n")
    (small / "hook.py").write_text("def on_page_content(html, **_):\n    return html + '<p>Hooked.</p>'\n", "utf-8")
    built = masthead("build", cwd=small)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "<p>Hooked.</p>" in (small / "site/contact/index.html").read_text("utf-8")


def test_pages_can_be_built_by_any_engine_from_the_folder_alone(sites: dict[str, Path], tmp_path: Path) -> None:
    written = masthead("pages", tmp_path / "pages")
    assert written.returncode == 0, written.stderr
    run(sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", cwd=tmp_path / "pages", env=QUIET)
    assert pages(tmp_path / "pages" / "site") == pages(sites["mkdocs"])


def test_pages_refuses_a_folder_that_is_not_empty(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("kept", encoding="utf-8")
    refused = masthead("pages", tmp_path)
    assert refused.returncode == 2
    assert refused.stderr == f"masthead: {tmp_path} is not empty. Name a folder that is empty or does not exist yet.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def contents(site: Path) -> dict[str, bytes]:
    """Every file's bytes by its path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
