"""What is in the built demonstration, and what is not."""

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree, html

from masthead.load import load
from tests.accessibility import AXE, NU, page
from tests.integration.conftest import ROOT, run
from tests.judges import nu
from tests.judges.screen import EVERY

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_every_link_anchor_image_and_download_leads_somewhere(site: Path) -> None:
    lychee = Path(sys.executable).with_name("lychee")
    checked = run(
        lychee, "--offline", "--no-progress", "--include-fragments", "--index-files", "index.html", "--root-dir", site,
        "--exclude-path", "/brand/index.html",  # the links of examples lead nowhere
        "--format", "json", site,
    )  # fmt: skip
    report = json.loads(checked.stdout)
    assert report["error_map"] == {}
    assert report["total"] > 1000
    assert checked.returncode == 0


def test_records_of_the_network_never_reach_the_site_as_files(site: Path) -> None:
    assert [path for path in site.rglob("*") if path.suffix in (".yml", ".yaml", ".md")] == []
    assert not (site / "network").exists()


def test_drafts_and_embargoes_are_nowhere_in_the_site(site: Path) -> None:
    hidden = [path for path in (ROOT / "content" / "news").glob("*.md") if "draft: true" in path.read_text("utf-8")]
    titles = [line.removeprefix("title: ") for path in hidden for line in path.read_text("utf-8").split("\n")[1:2]]
    assert titles
    text = "".join(path.read_text("utf-8") for path in site.rglob("*.html"))
    assert [title for title in titles if title in text] == []


def test_every_page_has_an_edit_link_to_a_file_that_exists(site: Path) -> None:
    prefix = "https://github.com/example/masthead/edit/main/"
    without = []
    for path in (path for path in site.rglob("index.html") if path.parent.name != "search"):
        tree = html.fromstring(path.read_text("utf-8"))
        links = [str(link) for link in tree.xpath("//footer[@class='mh-page-foot']//a/@href")]
        if [link for link in links if link.startswith(prefix) and (ROOT / link.removeprefix(prefix)).is_file()] == []:
            without.append(path)
    assert without == []


def test_the_sitemap_names_every_page_once_and_its_twin_is_the_same(site: Path) -> None:
    text = (site / "sitemap.xml").read_bytes()
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == text
    named = [urlsplit(str(loc.text)).path for loc in etree.fromstring(text).iter(f"{SITEMAP}loc")]
    pages = [f"/{path.relative_to(site).parent.as_posix()}/".replace("/./", "/") for path in site.rglob("index.html")]
    assert sorted(named) == sorted(pages)


def test_the_calendar_and_the_feed_are_named_in_the_head_of_every_page(site: Path) -> None:
    for path in site.rglob("*.html"):
        tree = html.fromstring(path.read_text("utf-8"))
        kinds = [str(kind) for kind in tree.xpath("//head/link[normalize-space(@rel)='alternate']/@type")]
        is_set = re.search(r"/events/(series|kind|member)/[^/]+/index", path.as_posix())
        of_set = is_set and tree.xpath("//article//a[starts-with(@href, 'webcal:')]")
        feeds = ["application/atom+xml", "application/feed+json"] * 3
        assert kinds == [*(["text/calendar"] if of_set else []), *feeds, "text/calendar"]  # its own stands first
        names = [str(name) for name in tree.xpath("//head/link[normalize-space(@rel)='alternate']/@href")]
        assert all((path.parent / name).is_file() for name in names if not name.startswith("/")), path
    assert (site / "events" / "calendar.ics").is_file()
    assert (site / "news" / "feed.atom").is_file()


def test_every_page_has_one_first_level_heading(site: Path) -> None:
    own = "//h1[not(ancestor::*[contains(@class, 'mh-exhibit')])]"  # but for the examples on the page of the brand
    counts = {path: len(html.fromstring(path.read_text("utf-8")).xpath(own)) for path in site.rglob("*.html")}
    assert {path: count for path, count in counts.items() if count != 1} == {}


def test_the_home_page_says_what_the_network_promises_plans_and_has_achieved_and_who_belongs(site: Path) -> None:
    network = load(ROOT).network
    assert network is not None
    home = html.fromstring((site / "index.html").read_text("utf-8"))
    bands = {one.findtext("h2"): one for one in home.xpath("//section[@class='mh-band']")}
    things = ("mh-commitment-list__item", "mh-download", "mh-event-card", "mh-survey", "mh-card")
    what = " or ".join(f"@class='{one}'" for one in things)
    shown = {title: len(one.xpath(f".//*[{what}][not(@hidden)]")) for title, one in bands.items()}
    assert shown == {
        "What we promise": len(network.manifesto.commitments),
        "Our manifesto": 1,
        "What is next": 3,
        "What members have told us": 3,
        "What groups have learned": 3,
        "Who belongs": len(network.members),
        "Talk to us": 0,
    }


def test_nothing_of_the_look_of_material_is_on_a_page(site: Path) -> None:
    trees = [html.fromstring(path.read_text("utf-8")) for path in site.rglob("*.html")]
    styles = {
        Path(str(href)).name.partition(".")[0]
        for tree in trees
        for href in tree.xpath("//link/@href[contains(., '.css')]")
    }
    assert styles == {"masthead"}
    classes = Counter(name for tree in trees for one in tree.xpath("//@class") for name in str(one).split())
    assert {name for name in classes if name.startswith("md-")} == {
        "md-container",
        "md-main",
        "md-main__inner",
        "md-grid",
    }


def test_every_invented_event_is_labelled_and_no_other(site: Path) -> None:
    network = load(ROOT).network
    assert network is not None
    invented = {slug for slug, event in network.events.items() if event.illustrative}
    paths = (site / "events").glob("*/index.html")
    heads = {
        one.parent.name: html.fromstring(one.read_text("utf-8")).find(".//header[@class='mh-page-head']")
        for one in paths
    }
    label = ".//*[contains(@class, 'mh-label--illustrative')]"
    assert {slug for slug, head in heads.items() if head.xpath(label)} == invented


def test_html_stylesheets_and_drawings_are_valid(site: Path) -> None:
    files = sorted(path for path in site.rglob("*") if path.suffix in nu.KINDS)
    assert {path.suffix for path in files} == {*nu.KINDS}
    assert nu.errors(files) == []


def test_every_page_has_a_title_of_its_own(site: Path) -> None:
    titles = Counter(html.fromstring(path.read_text("utf-8")).findtext(".//title") for path in site.rglob("*.html"))
    assert [title for title, count in titles.items() if count > 1] == []


def test_the_recorded_audits_tell_of_every_state_and_of_no_fault() -> None:
    network = load(ROOT).network
    assert network is not None
    axe, validator = network.audits[AXE], network.audits[NU]
    states = [f"{state.name}, {scheme}" for state in EVERY for scheme in state.schemes]
    assert [one.what for one in axe.results] == states, "Write them again: python -m tests.accessibility --write."
    assert [one.what for one in validator.results] == ["HTML", "CSS", "SVG"]
    assert axe.faults + validator.faults == 0
    assert (ROOT / "docs" / "accessibility.md").read_text("utf-8") == page({AXE: axe, NU: validator})
