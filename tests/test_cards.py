"""Social cards: whole words inside their column, legible, small, and equal bytes from equal words."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from masthead.artifact import Recipe
from masthead.canvas import CARD_HEIGHT_PX, CARD_WIDTH_PX, COLUMN_BESIDE_PX, Card, draw_card
from masthead.lettering import ELLIPSIS, TITLE_HEIGHT_PX, TITLE_SIZES_PX, font, set_title, wrapped
from masthead.model.record import Titled
from masthead.publish.publication import Publication
from masthead.publish.publishers import publish
from masthead.publish.social import CARDS, card_of
from tests.conftest import Read

ROOT = Path(__file__).parent.parent
FACE = (ROOT / "brand/fonts/newsreader-500.woff2").read_bytes()
WORDS = st.text(st.characters(codec="latin-1", categories=("L", "N", "P")), min_size=1, max_size=70)
TITLES = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)
MAX_BYTES = 60_000
READABLE_PX = 14
AWKWARD = (
    "Wie die Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft lernt",
    "W" * 200,
    "A title of so many words that no card in the world could ever hold all of them, however small they are set, " * 3,
    "i",
)


@pytest.fixture(scope="module")
def demonstration(read: Read) -> Publication:
    return read(ROOT)


@settings(max_examples=60)
@given(TITLES)
def test_no_line_of_a_title_leaves_its_column_and_all_of_them_fit(title: str) -> None:
    lines, size = set_title(title, FACE, COLUMN_BESIDE_PX)
    used = font(FACE, size)
    assert [line for line in lines if used.getlength(line) > COLUMN_BESIDE_PX] == []
    assert len(lines) * size <= TITLE_HEIGHT_PX


@settings(max_examples=60)
@given(TITLES)
def test_a_title_keeps_all_its_letters_or_says_that_it_goes_on(title: str) -> None:
    lines, size = set_title(title, FACE, COLUMN_BESIDE_PX)
    kept, whole = "".join("".join(lines).split()), "".join(title.split())
    if kept != whole:
        assert size == TITLE_SIZES_PX[-1]
        assert kept.endswith(ELLIPSIS)
        assert whole.startswith(kept.removesuffix(ELLIPSIS))


def test_a_title_that_fits_is_never_split_within_a_word() -> None:
    title = "Responsibilities of neighbourhood organisations"
    lines, _ = set_title(title, FACE, COLUMN_BESIDE_PX)
    assert " ".join(lines) == title


def test_lines_break_behind_words_and_the_last_says_that_it_goes_on() -> None:
    used = font(FACE, 40)
    assert wrapped("One two three four five", used, 180, 9) == ["One two", "three four", "five"]
    assert wrapped("One two three four five", used, 180, 2) == ["One two", "three…"]
    assert wrapped("", used, 180, 2) == []


@pytest.mark.parametrize("title", AWKWARD)
def test_no_letter_is_cut_by_the_edge_of_a_card(demonstration: Publication, title: str) -> None:
    look = replace(demonstration.look, mark=b"")
    drawn = draw_card(Card(title, kicker=title, detail=title, number="30", number_word="Sep 2027"), look)
    picture = Image.open(io.BytesIO(drawn)).convert("RGB")
    edges = [(0, 20, 60, 630), (1140, 20, 1200, 630), (0, 600, 1200, 630)]
    assert [picture.crop(edge).getcolors() for edge in edges] == [
        [((right - left) * (bottom - top), (59, 20, 67))] for left, top, right, bottom in edges
    ]


def test_every_card_has_its_size_and_is_small_and_equal_words_give_equal_bytes(demonstration: Publication) -> None:
    look = demonstration.look
    for title in ("Hospital groups that learn from one another", *AWKWARD):
        drawn = draw_card(Card(title, "Case study", "Northmere"), look)
        picture = Image.open(io.BytesIO(drawn))
        assert (picture.format, picture.size) == ("PNG", (CARD_WIDTH_PX, CARD_HEIGHT_PX))
        assert len(drawn) <= MAX_BYTES
        assert draw_card(Card(title, "Case study", "Northmere"), look) == drawn


@pytest.mark.parametrize(
    ("path", "card"),
    [
        (
            "events/learning-event-february-2027.yml",
            Card(
                "Who is waiting, and where?",
                "Learning event 8 · Illustrative",
                "Thursday 11 February 2027, 10am to 4pm\u00a0· Leeds and online",
                "11",
                "Feb 2027",
            ),
        ),
        ("events/launch.yml", Card("Launch of the Association", "Launch", "Date not recorded")),
        (
            "events/hip-fracture-webinar-march-2027.yml",
            Card(
                "One pathway for hip fracture, a year on",
                "Postponed · Webinar 6 · Illustrative",
                "Spring 2027\u00a0· Online",
            ),
        ),
        ("manifesto/what-a-group-is-for.md", Card("What a group is for", "Manifesto", "", "2", "")),
        ("content/purpose.md", Card("Our purpose", "The Association")),
        ("content/index.md", Card("Hospital groups that learn from one another")),
    ],
)
def test_a_card_says_what_the_head_of_its_page_says(demonstration: Publication, path: str, card: Card) -> None:
    record = demonstration.network.by_path()[path]
    assert isinstance(record, Titled)
    assert card_of(demonstration, record, record.title) == card


def test_every_page_names_a_card_that_is_published_and_every_card_has_a_page(public: Publication) -> None:
    artifacts = publish(public)
    cards = {one.path for one in artifacts if one.path.startswith(CARDS)}
    texts = (one.content for one in artifacts if one.path.endswith(".md") and isinstance(one.content, str))
    named = [re.findall(r'^card: \{"path": "([^"]+)", "alt": "[^"]+', text, re.MULTILINE) for text in texts]
    assert [one for one in named if len(one) != 1] == []
    assert {one for (one,) in named} == cards


def test_every_title_of_the_demonstration_can_be_read_on_a_card_a_quarter_as_wide(demonstration: Publication) -> None:
    titles = [one.title for one in demonstration.network.by_path().values() if isinstance(one, Titled)]
    assert len(titles) > 80
    set_small = {
        title: size for title in titles if (size := set_title(title, FACE, COLUMN_BESIDE_PX)[1]) < 4 * READABLE_PX
    }
    assert set_small == {}


def test_what_is_withheld_has_no_card(public: Publication, preview: Publication) -> None:
    hidden = "assets/cards/events/secret-visit.png"
    assert hidden not in {one.path for one in publish(public)}
    assert hidden in {one.path for one in publish(preview)}


def test_a_card_has_another_key_when_its_words_or_the_colours_change(public: Publication) -> None:
    def keys(publication: Publication) -> set[str]:
        made = (one.content for one in publish(publication) if one.path.startswith(CARDS))
        return {one.key for one in made if isinstance(one, Recipe)}

    tokens = {**public.network.tokens, "color.light.accent": "#ffffff"}
    assert keys(public).isdisjoint(keys(replace(public, network=public.network.model_copy(update={"tokens": tokens}))))
