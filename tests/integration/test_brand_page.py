"""The page of the brand shows every token, every pairing with its real ratio, every logo and every example."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from masthead.examples import ARGUMENTS, examples
from masthead.load import load
from masthead.model.network import Network
from masthead.pairings import PAIRINGS, measured
from tests.integration.conftest import ROOT

LOGOS = ("favicon", "logo", "logo-on-brand", "mark", "mark-on-brand")


@pytest.fixture(scope="module")
def page(site: Path) -> html.HtmlElement:
    return html.parse(site / "brand" / "index.html").getroot()


@pytest.fixture(scope="module")
def network() -> Network:
    found = load(ROOT).network
    assert found
    return found


def rows(page: html.HtmlElement, label: str) -> list[list[str]]:
    """The cells of a table, each as its words."""
    found = page.xpath(f'//div[@aria-label="{label}"]//tbody/tr')
    return [[" ".join(cell.text_content().split()) for cell in row] for row in found]


def test_every_role_is_shown_with_both_its_colours(page: html.HtmlElement, network: Network) -> None:
    tokens = network.tokens
    names = [name.removeprefix("color.light.") for name in tokens if name.startswith("color.light.")]
    shown = [row[:3] for row in rows(page, "Colour roles")]
    assert shown == [[name, tokens[f"color.light.{name}"], tokens[f"color.dark.{name}"]] for name in names]
    drawn = page.xpath('//div[@aria-label="Colour roles"]//rect/@fill')
    assert drawn == [value for row in shown for value in row[1:]]


def test_every_pairing_is_shown_with_its_ratio(page: html.HtmlElement, network: Network) -> None:
    ratios = {(one.pairing, one.scheme): f"{int(one.ratio * 100) / 100:g}:1" for one in measured(network.tokens)}
    expected = []
    for one in PAIRINGS:
        cells = [f"{ratios[one, scheme]} passes" for scheme in one.schemes]
        expected.append([f"{one.colour} on {one.ground}", *(cells if len(cells) == 2 else [*cells, "–"])])
    assert [[row[0], *row[3:]] for row in rows(page, "Contrast of colours")] == expected


@pytest.mark.parametrize(("label", "group"), [("Type", "font.size."), ("Space", "space."), ("Corners", "radius.")])
def test_every_step_of_a_scale_is_shown(page: html.HtmlElement, network: Network, label: str, group: str) -> None:
    steps = [[name, value] for name, value in network.tokens.items() if name.startswith(group)]
    assert [row[:2] for row in rows(page, label)] == steps


def test_every_font_is_shown_with_a_licence_that_is_there(page: html.HtmlElement, site: Path, network: Network) -> None:
    shown = [row[:3] for row in rows(page, "Fonts")]
    assert shown == [[font.family, str(font.weight), font.style.value] for font in network.brand.fonts]
    links = page.xpath('//div[@aria-label="Fonts"]//a/@href')
    assert [link for link in links if not (site / "brand" / link).is_file()] == []


def test_every_component_and_every_example_is_shown_once(page: html.HtmlElement) -> None:
    assert sorted(page.xpath('//h3[starts-with(@id, "component-")]/@id')) == [f"component-{one}" for one in ARGUMENTS]
    names = [" ".join(one.text_content().split()) for one in page.find_class("mh-exhibit__name")]
    assert sorted(names) == sorted(one.name for name in ARGUMENTS for one in examples(name, "logo.svg"))


def test_no_two_elements_have_one_id(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert sorted(ids) == sorted(set(ids))


def test_the_logos_can_be_downloaded_one_by_one_and_together(page: html.HtmlElement, site: Path) -> None:
    links = page.xpath("//a[@download]")
    offered = {one.get("download"): site / "brand" / one.get("href") for one in links if one.get("download")}
    named = {f"{logo}.{ending}" for logo in LOGOS for ending in ("svg", "png")}
    assert offered.keys() == {*named, "logos.zip"}
    with zipfile.ZipFile(io.BytesIO(offered["logos.zip"].read_bytes())) as archive:
        assert set(archive.namelist()) == named
        for name in named:
            assert archive.read(name)
        for logo in LOGOS:
            assert archive.read(f"{logo}.png") == offered[f"{logo}.png"].read_bytes()
    assert Image.open(io.BytesIO(offered["logo.png"].read_bytes())).width == 1600


def test_the_search_does_not_know_the_examples(page: html.HtmlElement) -> None:
    assert all("data-pagefind-ignore" in one.attrib for one in page.find_class("mh-exhibit"))


def test_the_page_stands_in_the_footer_and_not_in_the_print(page: html.HtmlElement, site: Path) -> None:
    footer = html.parse(site / "index.html").getroot().find_class("mh-footer")[0]
    assert "brand/" in footer.xpath(".//a/@href")
    assert page.xpath("//h1")[0].text_content() == "Brand and components"
