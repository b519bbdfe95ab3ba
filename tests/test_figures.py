"""Figures within sentences: what readers see, and how they come from it to what it rests on."""

from dataclasses import replace
from pathlib import Path

import pytest

from masthead.cli import main
from masthead.examine import examine
from masthead.graph import Node, graph_of
from masthead.prose import NOT_PUBLIC
from masthead.publish.figures import NOT_KNOWN, NOT_SHOWN
from masthead.publish.in_print import InPrint
from masthead.publish.pieces import with_pieces
from masthead.publish.publication import Publication
from masthead.publish.publishers import publish
from tests.conftest import Read

COUNTED = """
  - id: safe
    question: Could you speak?
    scale: [Never, Sometimes, Always]
    two_sided: true
    responses: 40
    counts:
      - {answer: Never, count: 6}
      - {answer: Sometimes, count: 9}
      - {answer: Always, count: 25}
  - id: dry
    question: Was it dry?
    responses: 40
    counts: [{answer: "yes", count: 39}, {answer: "no", count: 1}]
"""
WHY = "The answers are not shown, because fewer than 3 people gave one of them."
VALUE = "    value: 97.5\n"
DAYS = "content/network/indicators/days-worth-it.yml"
LAUNCH = "https://harbours.example/events/launch/#feedback"


@pytest.fixture
def told(small: Path, read: Read) -> Publication:
    """The small publication with a question of which all answers may be shown, and figures that have ids."""
    launch = small / "events/launch.yml"
    launch.write_text(launch.read_text("utf-8").replace("feedback:\n", f"feedback:{COUNTED}"), "utf-8")
    study = small / "case-studies/one-crane.md"
    text = study.read_text("utf-8").replace("  - label: boats", "  - id: boats\n    label: boats")
    text = text.replace("question: useful", "question: dry")
    study.write_text(text.replace("  - label: of those", "  - id: days\n    label: of those"), "utf-8")
    indicator = small / DAYS
    text = indicator.read_text("utf-8").replace("question: useful", "question: dry").replace("said yes", '"yes"')
    indicator.write_text(text.replace("  - when: 2026-03-11\n", f"  - when: 2026-03-11\n{VALUE}"), "utf-8")
    return read(small)


def on_site(text: str, publication: Publication) -> str:
    return with_pieces(text, publication, publication.page("content/news/opened.md"))


def in_print(text: str, publication: Publication) -> str:
    return with_pieces(text, publication, InPrint(publication.network, {}, publication.hidden))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{figure cranes-lent}", '<a href="../../evaluation/cranes-lent/#observations">4</a>'),
        ("{figure plain-speech}", '<a href="../../evaluation/plain-speech/#observations">The wrecks</a>'),
        ("{figure launch#safe}", '<a href="../../events/launch/#feedback">15%</a>'),
        ("{figure launch#safe=Always}", '<a href="../../events/launch/#feedback">62%</a>'),
        ("{ Figure launch#safe = Always }", '<a href="../../events/launch/#feedback">62%</a>'),
        ("{figure one-crane#boats}", '<a href="../../our-work/one-crane/">41</a>'),
        ("{figure launch#dry}", f'<a href="../../events/launch/#feedback">{NOT_SHOWN}</a>'),
        ("{figure one-crane#days}", f'<a href="../../events/launch/#feedback">{NOT_SHOWN}</a>'),
        ("{figure days-worth-it}", f'<a href="../../evaluation/days-worth-it/#observations">{NOT_SHOWN}</a>'),
        ("`{figure cranes-lent}`", "`{figure cranes-lent}`"),
    ],
)
def test_a_figure_leads_to_what_it_rests_on(told: Publication, text: str, shown: str) -> None:
    assert on_site(f"We lent {text} of them.", told) == f"We lent {shown} of them."


@pytest.mark.parametrize(
    ("text", "value", "note"),
    [
        (
            "{figure cranes-lent}",
            "4",
            "[Cranes lent](https://harbours.example/evaluation/cranes-lent/#observations). October 2026. "
            "[One crane for three harbours](https://harbours.example/our-work/one-crane/). Case study.",
        ),
        (
            "{figure launch#safe=Always}",
            "62%",
            f"[The launch]({LAUNCH}). 11 March 2026. Question: Could you speak? Number of responses: 40.",
        ),
        (
            "{figure one-crane#boats}",
            "41",
            "[One crane for three harbours](https://harbours.example/our-work/one-crane/). Spring 2026. "
            "Source: The Network, “Harbour survey 2025”.",
        ),
        (
            "{figure launch#dry}",
            NOT_SHOWN,
            f"[The launch]({LAUNCH}). 11 March 2026. Question: Was it dry? Number of responses: 40. {WHY}",
        ),
    ],
)
def test_on_paper_a_note_tells_what_a_figure_rests_on(told: Publication, text: str, value: str, note: str) -> None:
    assert in_print(f"We lent {text} of them.", told).replace("\\", "") == (
        f'We lent <span class="cited">{value}</span>'
        f'<span class="footnote" id="cited-1"><span>{note}</span></span> of them.'
    ).replace("\\", "")


def test_what_is_not_public_or_not_known_leaves_no_hole(told: Publication) -> None:
    hidden = replace(told, network=told.network.model_copy(update={"events": {}, "case_studies": {}}))
    text = "We lent {figure launch#safe}, {figure one-crane#boats} and {figure cranes-lent}."
    place = "../../evaluation/cranes-lent/#observations"
    assert on_site(text, hidden) == f'We lent {NOT_PUBLIC}, {NOT_PUBLIC} and <a href="{place}">{NOT_KNOWN}</a>.'
    assert '<span class="footnote"' not in in_print("{figure launch#safe}", hidden)


def test_a_value_that_rests_on_withheld_answers_is_nowhere(told: Publication) -> None:
    indicator = told.network.indicators["days-worth-it"]
    assert "97.5" not in indicator.model_dump_json()
    without_studies = replace(told, network=told.network.model_copy(update={"case_studies": {}}))
    assert [one.path for one in publish(without_studies) if "97.5" in one.text] == []


@pytest.mark.usefixtures("told")
def test_a_value_that_rests_on_withheld_answers_is_told_to_its_author(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study = small / "case-studies/one-crane.md"
    study.write_text(study.read_text("utf-8").replace("question: dry", "question: useful"), "utf-8")
    assert main(["--root", str(small), "check"]) == 1
    assert (
        capsys.readouterr().out
        == f"""\
{DAYS}:9:12: error: This value comes of answers that are withheld, because too few people gave one of them. \
[withheld-figure]
    9 |     value: 97.5
                   ^^^^
        Remove it. Readers will see that the share is not shown.
        https://git.example/harbours/blob/main/docs/problems.md#withheld-figure

1 error.
"""
    )


def test_a_figure_is_a_reference_to_what_it_is_taken_from(told: Publication) -> None:
    text = "{figure cranes-lent}, {figure launch#safe}, {figure one-crane#boats} and {figure nobody#knows}."
    home = told.network.pages["contact.md"].model_copy(update={"body": text})
    edges = graph_of(told.network.model_copy(update={"pages": {"contact.md": home}})).edges
    found = [(edge.to, text[edge.start : edge.start + edge.length]) for edge in edges if edge.form == "a figure"]
    assert found == [
        (Node("indicators", "cranes-lent"), "{figure cranes-lent}"),
        (Node("events", "launch"), "{figure launch#safe}"),
        (Node("questions", "launch/safe"), "{figure launch#safe}"),
        (Node("case_studies", "one-crane"), "{figure one-crane#boats}"),
    ]


def test_what_the_public_is_given_names_no_draft_of_which_a_figure_is_taken(small: Path, read: Read) -> None:
    contact, indicator = small / "content/contact.md", small / "content/network/indicators/cranes-lent.yml"
    contact.write_text(contact.read_text("utf-8") + "\nWe lent {figure cranes-lent} cranes.\n", "utf-8")
    indicator.write_text(indicator.read_text("utf-8") + "draft: true\n", "utf-8")
    body = read(small).network.pages["contact.md"].body
    assert body.rstrip().endswith(f"We lent {NOT_PUBLIC} cranes.")


CLAIM = "Of all boats, 93% were dry."


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("content/network/indicators/plain-speech.yml", "summary: ", f"summary: {CLAIM} "),  # it names its source
        ("case-studies/one-crane.md", "report: She", f"report: {CLAIM} She"),  # so does this
        ("case-studies/one-crane.md", "quote: It", f"quote: {CLAIM} It"),  # illustrative
        ("content/network/interviews/harbour-masters.yml", "finding: ", f"finding: {CLAIM} "),  # a source itself
        ("events/regatta.yml", "summary: ", f'summary: "[{CLAIM}](https://example.org/boats)" #'),
    ],
)
def test_a_share_needs_no_source_of_its_own_where_one_stands_beside_it(
    path: str, before: str, after: str, small: Path
) -> None:
    text = (small / path).read_text(encoding="utf-8")
    assert before in text
    (small / path).write_text(text.replace(before, after, 1), encoding="utf-8")
    assert examine(small).problems == ()
