"""No address holds the name of somebody who may not be named, and what belonged together still does."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from masthead.edge import Edge
from masthead.load import Loaded, load
from masthead.model.network import Network
from masthead.model.permission import Given, Permission, Use
from masthead.moves import moved_pages
from masthead.press import network_of_site, publication_of, theme_context
from masthead.publish.publication import Publication
from masthead.publish.publishers import publish
from tests.conftest import DAY, STAMP
from tests.test_network_laws import lost_links
from tests.test_withheld import outputs

NAME = re.compile(r"(?i)ada[-_. ]?brook|miss[-_. ]?brook|brook-")
# What an author has called after a person: a page, an event and its pictures, a theme, a work, a place on a page.
FILES = {
    "content/interview-with-ada-brook.md": "---\ntitle: Interview with Ada Brook\nupdated: 2026-10-02\n---\n\n"
    "## Ada Brook speaks {#ada-brook-speaks}\n\n![The quay](Ada_Brook.svg)\n\n"
    "Read [her profile](https://example.org/ada-brook), or <https://example.org/miss-brook>; write to\n"
    "<ada.brook@old-mole.example>. See [Ada Brook](network/people/ada-brook.yml) and\n"
    "[the talk](../events/ada-brook-talks.yml).\n",
    "content/contact.md": "---\ntitle: Contact\nupdated: 2026-10-02\n---\n\n"
    "See [the interview](interview-with-ada-brook.md#ada-brook-speaks), and [how she answered][n].\n\n"
    "::survey{event=ada-brook-talks question=ada-brook-useful}\n\n"
    "Of all, {figure ada-brook-talks#ada-brook-useful} found it useful.\n\n[n]: interview-with-ada-brook.md\n",
    "events/ada-brook-talks.yml": "title: A talk\nsummary: It was told.\nkind: webinar\nstarts: 2026-03-11T10:00\n"
    "ends: 2026-03-11T11:00\nmoved_from: [talk-by-ada-brook]\nspeakers: []\n"
    "contact: {person: ada-brook, email: ada.brook@old-mole.example}\nonline: {url: https://meet.example/ada-brook}\n"
    "photographs: [{file: ada-brook.svg, alt: The pier, credit: The network, permission: boat-owner}]\n"
    "documents: [{title: Notes, file: ada-brook-notes.csv}, {title: Film, url: https://film.example/ada-brook}]\n"
    "feedback: [{id: ada-brook-useful, question: Was it useful?, responses: 41, source: ada-brook-2019, "
    "shares: [{answer: said yes, percent: 93}]}]\n",
    "events/ada-brook-notes.csv": "a,b\n1,2\n",
    "content/news/ada-brook-opens-the-pier.md": "---\ntitle: Ada Brook opens\nsummary: Miss Brook cut a rope.\n"
    "date: 2026-10-02\n---\n\nIt held.\n",
}  # fmt: skip
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"><path d="M0 0h8v6z"/></svg>\n'


@pytest.fixture
def called(small: Path) -> Loaded:
    """The small publication with a person’s name in every sort of address."""
    for path, text in FILES.items():
        (small / path).write_text(text.replace("speakers: []\n", ""), encoding="utf-8")
    for path in ("content/Ada_Brook.svg", "events/ada-brook.svg"):
        (small / path).write_text(DRAWING, encoding="utf-8")
    written(small / "content/network/network.yml", "sources:\n", "sources:\n  ada-brook-2019: {title: Notes of 2019}\n")
    entry = "  - Interview with Ada Brook: interview-with-ada-brook/index.md\n"
    written(small / "mkdocs.yml", "site\nnav:\n", f"site\nnav:\n{entry}")
    with (small / "manifesto/why.md").open("a", encoding="utf-8") as why:
        why.write("\nAda Brook asked us [why](../content/interview-with-ada-brook.md).\n")
    loaded = load(small)
    assert loaded.problems == ()
    return loaded


def written(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), encoding="utf-8")


def permitted(loaded: Loaded, **fields: object) -> Network:
    """The network in which Ada Brook may be named as these fields say."""
    said = {"by": "Jo Marsh", "role": "Owner", "on": dt.date(2026, 3, 1), **fields}
    network = loaded.network
    assert network
    given = Permission(title="Her name", given=Given.model_validate(said))
    given._path = "content/network/permissions/harbour-survey.yml"
    return network.model_copy(update={"permissions": {**network.permissions, "harbour-survey": given}})


def ended(loaded: Loaded) -> Network:
    return permitted(loaded, until=DAY - dt.timedelta(days=1))


def outside(loaded: Loaded) -> Edge:
    return Edge(root=loaded.sources.root, day=DAY, stamp=STAMP)


def shown(network: Network, loaded: Loaded) -> Publication:
    return publication_of(network, loaded.sources, outside(loaded), preview=False)


def test_no_output_and_no_path_of_one_holds_the_name(called: Loaded) -> None:
    publication = shown(ended(called), called)
    found = {**dict(outputs(publication)), **{one.path: one.text for one in publish(publication)}}
    frame = json.dumps(theme_context(network_of_site(ended(called), outside(called)), called.sources), default=str)
    assert [path for path in found if NAME.search(path)] == []
    assert [(path, NAME.findall(text)) for path, text in found.items() if NAME.search(text)] == []
    assert NAME.findall(frame) == []


def test_where_it_may_be_shown_every_address_is_as_its_author_wrote_it(called: Loaded) -> None:
    made = {one.path for one in publish(shown(permitted(called), called))}
    assert {
        "interview-with-ada-brook/index.md", "Ada_Brook.svg", "events/ada-brook-talks/index.md", "events/ada-brook.svg",
        "events/ada-brook-notes.csv", "people/ada-brook/index.md",
    } <= made  # fmt: skip


def test_what_belonged_together_still_does(called: Loaded) -> None:
    publication = shown(ended(called), called)
    made = {one.path: one.text for one in publish(publication)}
    assert lost_links(publish(publication)) == []
    assert {
        "interview-with-withheld-1/index.md", "withheld-1.svg", "events/withheld-1-talks/index.md",
        "events/withheld-1.svg", "events/withheld-1-notes.csv",
    } <= made.keys()  # fmt: skip
    contact = made["contact/index.md"]
    assert "[the interview](../interview-with-withheld-1/index.md#withheld-1-speaks)" in contact
    assert "[n]: ../interview-with-withheld-1/index.md" in contact
    assert contact.count("93") >= 2  # the bars of the live piece, and the figure within the sentence


def test_an_address_elsewhere_that_holds_the_name_is_left_out(called: Loaded) -> None:
    made = {one.path: one.text for one in publish(shown(ended(called), called))}
    told = made["interview-with-withheld-1/index.md"]
    assert "Read her profile, or (address withheld); write to\n(address withheld). See (name withheld) and" in told
    talk = made["events/withheld-1-talks/index.md"]
    assert 'Somebody who is no longer named, <a href="mailto:hello@harbours.example">' in talk
    assert ("Film" in talk, "Notes" in talk) == (False, True)


def test_a_page_under_another_address_has_no_link_to_edit_it(called: Loaded) -> None:
    made = {one.path: one.text for one in publish(shown(ended(called), called))}
    assert ["edit/main/" in made[path] for path in ("interview-with-withheld-1/index.md", "contact/index.md")] == [
        False,
        True,
    ]


def test_a_former_address_with_the_name_leads_nowhere(called: Loaded) -> None:
    named = [old for old in moved_pages(network_of_site(permitted(called), outside(called))) if NAME.search(old)]
    gone = [old for old in moved_pages(network_of_site(ended(called), outside(called))) if NAME.search(old)]
    assert (named, gone) == (["events/talk-by-ada-brook/"], [])


def test_the_navigation_names_nobody_and_leads_to_the_same_page(called: Loaded) -> None:
    first = network_of_site(ended(called), outside(called)).site.nav[0]
    assert first == {"Interview with (name withheld)": "interview-with-withheld-1/index.md"}


def test_nothing_is_new_where_everybody_may_be_named(called: Loaded) -> None:
    network = permitted(called)
    assert network_of_site(network, outside(called)).site is network.site


def test_on_paper_no_address_holds_a_name_that_may_not_be_printed(called: Loaded) -> None:
    network = permitted(called, uses=("web",))
    publication = shown(network, called)
    printed = [text for path, text in outputs(publication) if path.endswith(".pdf")]
    assert len(printed) == 2
    assert [NAME.findall(text) for text in printed] == [[], []]
    assert "interview-with-ada-brook/index.md" in [one.path for one in publish(publication)]
    assert publication.used_for(Use.PRINT).network.people.keys() == {"withheld-1"}
