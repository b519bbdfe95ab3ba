"""What no permission covers is in no output, and something says so where it was."""

import datetime as dt
import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from masthead.edge import Edge
from masthead.load import load
from masthead.model.member import NAMELESS
from masthead.model.network import Network
from masthead.model.permission import Given, Permission, Use
from masthead.moves import moved_pages
from masthead.press import network_of_site, publication_of
from masthead.publish.manifesto import print_html
from masthead.publish.papers import PAPERS
from masthead.publish.publication import Publication
from masthead.publish.publishers import publish
from masthead.publish.social import card_of
from masthead.source import Sources
from masthead.withheld import NAME, WORDS, withheld
from tests.conftest import DAY, STAMP, copy_of_small

SURVEY, OWNER = "harbour-survey", "boat-owner"
SAID = "It lifted my boat twice in one tide."
PICTURE = """
photographs:
  - file: chart.svg
    alt: A boat hangs in the air.
    caption: The first boat that was lifted
    credit: Jo Marsh
    permission: boat-owner
"""


LOGO = """
logo:
  file: crane.svg
  alt: A crane above three waves
  permission: boat-owner
"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40"><path d="M4 4h32v4H4z"/></svg>'
)


def given_permission(**fields: object) -> Permission:
    told = {"by": "Jo Marsh", "role": "Owner of the Linnet", "on": dt.date(2026, 3, 1), **fields}
    return Permission(title="What may be told", given=Given.model_validate(told))


@pytest.fixture
def told(small: Path) -> tuple[Network, Sources]:
    """The small publication, whose person, words and picture rest on permissions; her name stands in texts, too."""
    story = small / "case-studies/one-crane.md"
    text = story.read_text(encoding="utf-8").replace("quote: It lifted my boat.\n    illustrative: true",
                                                     f"report: {SAID}\n    permission: {OWNER}")  # fmt: skip
    story.write_text(text + "\nWe thank Ada\nBrook. *Miss Brook* would rather not be thanked.\n", encoding="utf-8")
    with (small / "events/launch.yml").open("a", encoding="utf-8") as stream:
        stream.write(PICTURE)
    with (small / "content/network/members/north-quay.yml").open("a", encoding="utf-8") as stream:
        stream.write(LOGO)
    (small / "content/network/members/crane.svg").write_text(DRAWING, encoding="utf-8")
    with (small / "manifesto/why.md").open("a", encoding="utf-8") as stream:
        stream.write("\nAda Brook asked us why.\n")
    loaded = load(small)
    assert loaded.network is not None
    assert loaded.problems == ()
    return loaded.network, loaded.sources


def published(told: tuple[Network, Sources], permissions: dict[str, Permission], day: dt.date = DAY) -> Publication:
    network, sources = told
    changed = network.model_copy(update={"permissions": {**network.permissions, **permissions}})
    return publication_of(changed, sources, Edge(root=sources.root, day=day, stamp=STAMP), preview=False)


def outputs(publication: Publication) -> list[tuple[str, str]]:
    """Path and text of everything that is published, both papers among it."""
    paper = publication.used_for(Use.PRINT)
    printed = [(one.path, print_html(paper, one)) for one in PAPERS]
    return [*((one.path, one.text) for one in publish(publication)), *printed]


def holding(publication: Publication, *words: str) -> list[tuple[str, str]]:
    found = [(path, " ".join(text.split())) for path, text in outputs(publication)]
    return [(path, word) for path, text in found for word in words if word in text or word in path]


HERS = ("Ada Brook", "Miss Brook", "Ada", "Brook", "nobody would give the crane back", "Harbour master", "ada-brook")
OWNERS = (SAID, "A boat hangs in the air.", "The first boat that was lifted", "Jo Marsh")


def test_what_is_covered_is_shown(told: tuple[Network, Sources]) -> None:
    shown = {word for _, word in holding(published(told, {}), *HERS, *OWNERS)}
    assert shown == {*HERS, *OWNERS}


def test_a_name_whose_permission_has_ended_is_in_no_output(told: tuple[Network, Sources]) -> None:
    ended = {SURVEY: given_permission(until=DAY - dt.timedelta(days=1))}
    assert holding(published(told, ended), *HERS) == []


def test_something_stands_where_a_name_and_words_were(told: tuple[Network, Sources]) -> None:
    ended = {SURVEY: given_permission(until=DAY - dt.timedelta(days=1))}
    story = dict(outputs(published(told, ended)))["our-work/one-crane/index.md"]
    assert (story.count(NAME), story.count(NAMELESS), story.count(WORDS)) == (2, 1, 1)


def test_words_and_pictures_whose_permission_has_ended_are_in_no_output(told: tuple[Network, Sources]) -> None:
    ended = published(told, {OWNER: given_permission(until=DAY - dt.timedelta(days=1))})
    assert holding(ended, *OWNERS) == []
    assert "One picture is no longer shown" in dict(outputs(ended))["events/launch/index.md"]


def test_a_picture_that_is_shown_nowhere_else_is_no_file_of_the_site(told: tuple[Network, Sources]) -> None:
    network, sources = told
    launch = network.events["launch"].model_copy(update={"documents": (), "body": ""})
    alone = network.model_copy(update={"events": {**network.events, "launch": launch}})
    paths = [artifact.path for artifact in publish(published((alone, sources), {}))]
    ended = published((alone, sources), {OWNER: given_permission(until=DAY - dt.timedelta(days=1))})
    assert "events/chart.svg" in paths
    assert "events/chart.svg" not in [artifact.path for artifact in publish(ended)]


def test_a_logo_whose_permission_has_ended_is_in_no_output_and_the_name_stands_there_in_type(
    told: tuple[Network, Sources],
) -> None:
    shown, ended = published(told, {}), published(told, {OWNER: given_permission(until=DAY - dt.timedelta(days=1))})
    assert dict(outputs(shown))["members/index.md"].count('alt="A crane above three waves"') == 1
    assert holding(ended, "A crane above three waves", "crane.svg") == []
    assert '<span class="mh-logos__name">North Quay</span>' in dict(outputs(ended))["members/index.md"]
    paths = [[one.path for one in publish(publication)] for publication in (shown, ended)]
    assert ["members/crane.svg" in found for found in paths] == [True, False]


def test_somebody_who_may_not_be_named_has_no_page_and_no_former_address(told: tuple[Network, Sources]) -> None:
    network, sources = told
    ada = network.people["ada-brook"].model_copy(update={"moved_from": ("miss-brook",)})
    moved = network.model_copy(update={"people": {"ada-brook": ada}})
    ended = moved.model_copy(update={"permissions": {**moved.permissions, SURVEY: given_permission(until=dt.date.min)}})
    edge = Edge(root=sources.root, day=DAY, stamp=STAMP)
    assert [*moved_pages(network_of_site(moved, edge))] == ["events/silt-talk/", "people/miss-brook/"]
    assert [*moved_pages(network_of_site(ended, edge))] == ["events/silt-talk/"]
    paths = [one.path for one in publish(publication_of(ended, sources, edge, preview=False))]
    assert [path for path in paths if path.startswith("people/")] == ["people/index.md"]


def test_a_permission_holds_on_its_last_day_and_not_before_its_first(told: tuple[Network, Sources]) -> None:
    permission = {OWNER: given_permission(on=DAY, until=DAY)}
    days = (DAY - dt.timedelta(days=1), DAY, DAY + dt.timedelta(days=1))
    assert [bool(holding(published(told, permission, day), SAID)) for day in days] == [False, True, False]


def test_a_name_that_may_be_printed_alone_is_on_paper_and_not_on_the_site(told: tuple[Network, Sources]) -> None:
    printed = {SURVEY: given_permission(uses=("print",))}
    assert {path for path, _ in holding(published(told, printed), "Ada Brook")} == {paper.path for paper in PAPERS}


def test_where_all_is_covered_the_network_is_the_same_object(told: tuple[Network, Sources]) -> None:
    network, _ = told
    assert all(withheld(network, DAY, use) is network for use in (Use.WEB, Use.PRINT))


NAMES = st.from_regex(r"[A-Z][a-z]{4,9} [A-Z][a-z]{4,9}(-[A-Z][a-z]{4,9})?", fullmatch=True)


@given(name=NAMES, gap=st.sampled_from((" ", "\n", "\t", "\n  ")))
def test_no_name_survives_however_its_lines_are_broken(name: str, gap: str) -> None:
    network = small_network()
    person = network.people["ada-brook"].model_copy(update={"title": name})
    page = network.pages["contact.md"]
    text = f"[{name}](events.md) and **{name.replace(' ', gap)}**, {name}’s."
    named = network.model_copy(
        update={
            "people": {"ada-brook": person},
            "pages": {"contact.md": page.model_copy(update={"body": text, "title": name})},
            "permissions": {SURVEY: given_permission(until=DAY - dt.timedelta(days=1))},
        }
    )
    shown = withheld(named, DAY, Use.WEB)
    assert [(slug, one.title) for slug, one in shown.people.items()] == [("withheld-1", NAMELESS)]
    assert (shown.pages["contact.md"].title, shown.pages["contact.md"].body) == (
        NAME,
        f"[{NAME}](events.md) and **{NAME}**, {NAME}’s.",
    )


@cache
def small_network() -> Network:
    network = load(copy_of_small(Path(tempfile.mkdtemp()) / "small")).network
    assert network is not None
    return network


def test_a_name_that_may_not_be_shown_elsewhere_is_on_no_card(told: tuple[Network, Sources]) -> None:
    network, sources = told
    titled = network.news["opened"].model_copy(update={"title": "Ada Brook opens the pier"})
    named = network.model_copy(update={"news": {**network.news, "opened": titled}})
    site = published((named, sources), {SURVEY: given_permission(uses=("web", "print"))})
    note = site.network.news["opened"]
    assert (note.title, card_of(site, note, note.title).title) == ("Ada Brook opens the pier", f"{NAME} opens the pier")


def test_no_search_engine_is_told_of_a_person_without_a_name(told: tuple[Network, Sources]) -> None:
    launch = dict(outputs(published(told, {SURVEY: given_permission(until=DAY - dt.timedelta(days=1))})))
    assert '"performer"' not in launch["events/launch/index.md"]


# In place of each thing, on each page, feed, calendar and paper that has shown it.
INSTEAD = {
    "a name within a sentence": ("news/opened/index.md", f"\n\n{NAME} read out [the manifesto]"),
    "a name in print": ("manifesto.pdf", f"<p>{NAME} asked us why.</p>"),
    "a name in a session": ("events/launch/index.md", f'<li class="mh-agenda__speaker">{NAMELESS}</li>'),
    "a name in a list": ("people/index.md", "Nobody"),
    "words": ("our-work/one-crane/index.md", WORDS),
    "who said them": ("our-work/one-crane/index.md", f">{NAMELESS}<"),
    "a photograph": ("events/launch/index.md", "One picture is no longer shown"),
    "a photograph within a text": ("our-work/one-crane/index.md", "*This picture is not shown.*"),
    "a logo": ("members/index.md", '<span class="mh-logos__name">North Quay</span>'),
    "a person in the data": ("data/v1/network.json", f'"title": "{NAMELESS}"'),
}


@pytest.mark.parametrize("thing", INSTEAD)
def test_something_stands_in_the_place_of_everything_that_is_withheld(
    thing: str, told: tuple[Network, Sources]
) -> None:
    over = given_permission(until=DAY - dt.timedelta(days=1))
    path, words = INSTEAD[thing]
    shown = dict(outputs(published(told, {SURVEY: over, OWNER: over})))[path]
    assert words in shown.replace("\N{NO-BREAK SPACE}", " ")
