"""Publishing in several processes, and one page alone, give what publishing gives."""

import os
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from masthead.artifact import Artifact, Job, Packed, done
from masthead.jobs import FEW, do
from masthead.publish.publication import Publication
from masthead.publish.publishers import offered, publish
from masthead.render import PARAGRAPH, SENTENCE, _converter
from tests.conftest import Read

ROOT = Path(__file__).parent.parent
# Signs that Markdown or its typography may read as something, in every place of a text.
SIGNS = st.sampled_from([*"abéßŁ你٣7 .,;:()?%£€–—’‘“”…/-_*`'\"\\[]<>&#!+=~|{}$^@\t\n\u00a0\u2003", "--", "...", "  "])


@pytest.fixture(scope="module")
def demonstration(read: Read) -> Publication:
    return read(ROOT)


def whole(artifacts: tuple[Artifact, ...]) -> list[tuple[Artifact, tuple[Artifact, ...]]]:
    """Artifacts, unpacked, with what lies beside them, of which they take no notice when they are compared."""
    return [(unpacked(one), one.beside) for one in artifacts]


def unpacked(artifact: Artifact) -> Artifact:
    match artifact.content:
        case str(text):
            return replace(artifact, content=text.encode())
        case Packed() as packed:
            return replace(artifact, content=packed.content)
        case _:
            return artifact


def test_what_is_shared_by_processes_is_what_one_makes(demonstration: Publication) -> None:
    assert len(tuple(offered(demonstration))) >= FEW
    assert whole(publish(demonstration, 3)) == whole(publish(demonstration))


def test_a_page_alone_is_what_is_published_there(demonstration: Publication) -> None:
    published = {one.path: (one, one.beside) for one in publish(demonstration)}
    for offer in reversed(tuple(offered(demonstration))):
        alone = done(offer)
        assert (alone, alone.beside) == published[offer.path]


def whose(number: int) -> Artifact:
    """Says which process made it, and takes its time, so that others get some."""
    time.sleep(0.002)
    return Artifact(str(number), str(os.getpid()))


def test_jobs_are_done_by_several_processes_and_come_back_in_their_order() -> None:
    lots = {0: "", 300: "together"}
    wanted = [Job(str(number), partial(whose, number), lots[number // 300 * 300]) for number in range(400)]
    made = do(wanted, 2)
    assert [one.path for one in made] == [one.path for one in wanted]
    assert len({one.text for one in made}) == 2
    assert len({one.text for one in made[300:]}) == 1  # of one lot


def test_few_jobs_are_worth_no_other_process() -> None:
    assert {one.text for one in do([Job("few", partial(whose, 1))] * (FEW - 1), 2)} == {str(os.getpid())}


def test_what_a_process_fails_at_is_met_in_this_one() -> None:
    """Whoever meets the page that cannot be made, the fault is raised here."""

    def broken() -> Artifact:
        raise RuntimeError("no such page")

    with pytest.raises(RuntimeError, match="no such page"):
        do([Job("fine", lambda: Artifact("fine", ""))] * 300 + [Job("broken", broken)], 2)


@example("Words, and - as in well-known cases (1/2) - nothing else… “quoted” 50% or £4.")
@given(st.lists(SIGNS, max_size=16).map("".join))
def test_a_sentence_without_markup_is_what_the_converter_makes_of_it(text: str) -> None:
    if SENTENCE.fullmatch(text):
        assert str(PARAGRAPH.format(text)) == _converter().reset().convert(text)


@given(st.from_regex(SENTENCE, fullmatch=True))
def test_every_sentence_without_markup_stays_as_it_is(text: str) -> None:
    assert str(PARAGRAPH.format(text)) == _converter().reset().convert(text)
