"""Where something is used, and what it rests on: both from one graph of the records."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from masthead import explain as explained
from masthead import where as used
from masthead.cli import main
from masthead.edge import Edge
from masthead.graph import Node, graph_of
from masthead.load import Loaded, load
from masthead.press import publication_of
from masthead.publish.publishers import publish
from tests.conftest import DAY, STAMP, Golden

NAMES = ("ada-brook", "harbour-survey", "useful", "lend-freely", "cranes-lent", "lending-gear")


@pytest.fixture
def loaded(small: Path) -> Loaded:
    page = small / "content" / "contact.md"
    page.write_text(page.read_text("utf-8") + "\nAsk Miss\nBrook.\n\n::commitment{id=lend-freely}\n", "utf-8")
    found = load(small)
    assert found.problems == ()
    return found


def found(loaded: Loaded, name: str) -> tuple[used.Found, ...]:
    assert loaded.network
    return used.where(name, loaded.network, loaded.sources, Edge(loaded.sources.root, DAY, STAMP))


def test_every_use_is_told_with_its_place_and_every_page_that_shows_it(loaded: Loaded, golden: Golden) -> None:
    golden("where.txt", "\n\n".join(used.in_words(found(loaded, name)) for name in NAMES[:4]) + "\n")


def test_what_a_record_rests_on_and_what_rests_on_it_is_told_in_words(loaded: Loaded, golden: Golden) -> None:
    assert loaded.network
    told = (explained.in_words(explained.explain(name, loaded.network, loaded.sources)) for name in NAMES)
    golden("explain.txt", "\n\n".join(told) + "\n")


def test_every_place_holds_what_is_said_to_stand_there(loaded: Loaded) -> None:
    assert loaded.network
    graph = graph_of(loaded.network)
    assert len(graph.edges) > 60
    for edge in (one for one in graph.edges if not one.text):
        place = edge.place(loaded.sources)
        line = loaded.sources.texts[place.path].line(place.line)
        written = line[place.column - 1 : place.column - 1 + place.length].strip("\"'")
        assert edge.to.name in (written, Path(written).stem)


def test_a_page_shows_a_record_where_its_title_stands(loaded: Loaded) -> None:
    assert loaded.network
    publication = publication_of(loaded.network, loaded.sources, Edge(loaded.sources.root, DAY, STAMP), preview=False)
    texts = {one.path: str(one.content) for one in publish(publication) if one.path.endswith("index.md")}
    showing = {f"https://harbours.example/{path[:-8]}" for path, text in texts.items() if "Plain speech" in text}
    (one,) = found(loaded, "plain-speech")
    assert showing
    assert set(one.pages) == showing


def test_what_is_withheld_is_shown_nowhere(small: Path) -> None:
    ended = "title: Ended\ngiven: {by: Jo, role: Owner, on: 2026-01-01, until: 2026-02-01}\n"
    (small / "content/network/permissions/harbour-survey.yml").write_text(ended, "utf-8")
    again = load(small)
    assert [one.pages for one in found(again, "ada-brook")] == [()]
    assert [one.pages for one in found(again, "harbour-survey")] == [()]


def test_a_name_that_two_records_share_is_told_of_both(small: Path) -> None:
    (small / "content/news/launch.md").write_text("---\ntitle: L\nsummary: S.\ndate: 2026-03-11\n---\nT.\n", "utf-8")
    both = found(load(small), "launch")
    assert [one.entry.node for one in both] == [Node("events", "launch"), Node("news", "launch")]


def test_programs_are_told_the_same(loaded: Loaded) -> None:
    (one,) = found(loaded, "ada-brook")
    (told,) = json.loads(used.as_json((one,)))
    assert (told["kind"], told["id"], told["title"], told["pages"]) == (
        "person", "ada-brook", "Ada Brook", list(one.pages),
    )  # fmt: skip
    assert [use["place"]["line"] for use in told["uses"]] == [use.place.line for use in one.mentions]


def test_a_circle_in_the_theory_ends_an_explanation(loaded: Loaded) -> None:
    assert loaded.network
    steps = loaded.network.steps
    kind = steps["gear-comes-back"].kind
    turned = {"gear-comes-back": steps["gear-comes-back"], "lending-gear": steps["lending-gear"].model_copy(
        update={"kind": kind, "leads_to": ("gear-comes-back",)})}  # fmt: skip
    network = loaded.network.model_copy(update={"steps": {**steps, **turned}})
    (one,) = explained.explain("lending-gear", network, replace(loaded.sources))
    assert [again.further for reason in one.rests_on for again in reason.further] == [()]


@pytest.mark.parametrize("command", [("where", "ada-brok"), ("check", "--explain", "ada-brok")])
def test_an_unknown_name_is_told_with_a_near_one(
    command: tuple[str, ...], small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(small), *command]) == 1
    out, err = capsys.readouterr()
    assert (out, err) == ("", "masthead: Nothing is called “ada-brok”. Did you mean “ada-brook”?\n")


@pytest.mark.parametrize("command", [("where", "ada-brook"), ("check", "--explain", "ada-brook")])
def test_a_known_name_ends_well_in_words_and_as_json(
    command: tuple[str, ...], small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(small), *command]) == 0
    assert capsys.readouterr().out.startswith("Person “Ada Brook”, content/network/people/ada-brook.yml:1:8\n")
    json_wanted = ("--json",) if command[0] == "where" else ("--format", "json")
    assert main(["--root", str(small), *command, *json_wanted]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 1
