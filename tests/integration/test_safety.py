"""A site holds nothing that is not public and nothing inline, and is served with the headers of good practice."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from lxml import html

from masthead.edge import read_day
from masthead.load import load
from masthead.model.record import Titled
from masthead.policy import content_policy_in_page, headers
from tests.conftest import copy_of_small
from tests.integration.conftest import masthead

UNSAFE = ("unsafe-inline", "unsafe-eval", "unsafe-hashes", "data:", "blob:", "*", "http:")


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small publication, which has a draft, a note under embargo and pages that moved, built."""
    root = copy_of_small(tmp_path_factory.mktemp("safety") / "small")
    built = masthead("build", cwd=root)
    assert built.returncode == 0, built.stdout + built.stderr
    return root


def texts(site: Path) -> Iterator[tuple[Path, str]]:
    """Every file with its text; what is compressed is opened."""
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix not in (".br", ".gz", ".woff2"):
            content = path.read_bytes()
            content = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
            yield path, _of_pdf(path) if path.suffix == ".pdf" else content.decode("utf-8", "replace")


def _of_pdf(path: Path) -> str:
    """What can be read in a PDF without drawing it: its outline, its information, its structure."""
    with pikepdf.open(path) as pdf:
        return "\n".join(repr(item) for item in pdf.objects)


def test_what_is_not_public_is_in_no_file_of_the_site(publication: Path) -> None:
    network = load(publication).network
    assert network
    public = network.published(read_day(network.settings.timezone)).by_path()
    hidden = [one for path, one in network.by_path().items() if path not in public and isinstance(one, Titled)]
    assert len(hidden) > 1
    told = re.compile("|".join(re.escape(words) for one in hidden for words in (one.title, one.summary) if words))
    read = dict(texts(publication / "site"))
    assert {path.suffix for path, text in read.items() if "one crane" in text.lower()} >= {".html", ".pf_fragment"}
    found = {path: told.findall(text) for path, text in read.items()}
    assert {path: words for path, words in found.items() if words} == {}


def test_no_file_of_the_site_leads_to_a_source_map_or_is_a_source(publication: Path) -> None:
    site = publication / "site"
    assert [path for path, text in texts(site) if "sourceMappingURL" in text] == []
    kinds = {path.suffix for path in site.rglob("*") if path.is_file()}
    assert kinds & {".map", ".yml", ".yaml", ".md", ".py", ".jinja", ".toml"} == set()
    assert [path for path in site.rglob(".*") if path.name != ".well-known"] == []


def test_every_page_states_the_policy_and_keeps_it_those_that_moved_among_them(publication: Path) -> None:
    pages = sorted((publication / "site").rglob("*.html"))
    assert publication / "site" / "events" / "silt-talk" / "index.html" in pages
    for path in pages:
        tree = html.fromstring(path.read_text("utf-8"))
        assert tree.xpath("//head/meta[@http-equiv='Content-Security-Policy']/@content") == [content_policy_in_page()]
        assert tree.xpath("//head/meta[@name='referrer']/@content") == ["same-origin"]
        scripts = tree.xpath("//script[not(@src)][not(@type='application/ld+json')]")
        inline = [*scripts, *tree.xpath("//style | //@style | //@srcdoc | //@*[starts-with(name(), 'on')]")]
        assert inline == [], path
        targets = tree.xpath("//@href | //@src | //@action | //@formaction")
        assert [one for one in targets if re.match(r"\s*(javascript|data|vbscript):", one, re.IGNORECASE)] == []


def test_the_policy_has_no_loophole() -> None:
    policy = headers()["Content-Security-Policy"]
    rules = {name: sources for name, *sources in (rule.split() for rule in policy.split("; "))}
    assert rules["default-src"] == ["'none'"]
    assert rules["script-src"] == ["'self'", "'wasm-unsafe-eval'"]
    assert rules["frame-ancestors"] == rules["base-uri"] == ["'none'"]
    assert [source for sources in rules.values() for source in sources if source.strip("'") in UNSAFE] == []


def test_the_headers_are_those_of_today_s_good_practice() -> None:
    others = {name: value for name, value in headers().items() if name != "Content-Security-Policy"}
    assert others == {
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
