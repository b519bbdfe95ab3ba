"""Answers of which some were given by too few are withheld, whole and everywhere."""

import pytest

from masthead.model.event import Event
from masthead.model.feedback import Feedback
from masthead.model.network import Network
from masthead.publish.publication import Publication
from masthead.publish.publishers import publish


def feedback(**fields: object) -> Feedback:
    return Feedback.model_validate({"id": "f", "question": "?", **fields})


def counts(*numbers: int) -> list[dict[str, object]]:
    return [{"answer": f"answer {index}", "count": number} for index, number in enumerate(numbers)]


def shares(*numbers: float) -> list[dict[str, object]]:
    return [{"answer": f"answer {index}", "percent": number} for index, number in enumerate(numbers)]


SCALE = ["answer 0", "answer 1", "answer 2"]


@pytest.mark.parametrize(
    ("fields", "attendance", "is_suppressed"),
    [
        ({"counts": counts(20, 5)}, None, False),
        ({"counts": counts(20, 4)}, None, True),
        ({"counts": counts(20, 0)}, None, True),
        ({"counts": counts(20, 5), "scale": SCALE}, None, True),  # nobody gave the third answer
        ({"counts": counts(20, 5), "scale": SCALE, "responses": 25}, None, True),
        ({"counts": counts(20)}, None, False),
        ({"counts": counts(4)}, None, True),
        ({"shares": shares(62, 32, 6), "responses": 34}, None, True),
        ({"shares": shares(62, 32, 6), "responses": 100}, None, False),
        ({"shares": shares(62, 32, 6)}, None, False),  # of how many, nobody knows
        ({"shares": shares(62, 32, 6)}, 34, True),  # of 34 at most
        ({"shares": shares(62, 32, 6), "responses": 100}, 34, False),
        ({"shares": shares(93)}, None, False),
        ({"shares": shares(93), "responses": 41}, None, True),  # 41 less 38 are 3
        ({"shares": shares(93), "responses": 100}, None, False),
        ({"shares": shares(100), "responses": 12}, None, False),
        ({"shares": shares(100), "responses": 12, "scale": SCALE}, None, True),
        ({"shares": shares(80, 10), "responses": 100, "scale": SCALE}, None, False),
        ({"shares": shares(80, 16), "responses": 100, "scale": SCALE}, None, True),
    ],
)
def test_one_small_cell_withholds_the_whole_breakdown(
    fields: dict[str, object], attendance: int | None, *, is_suppressed: bool
) -> None:
    shown = feedback(**fields).shown(5, attendance)
    assert shown.is_suppressed == is_suppressed
    assert (shown.results == ()) == is_suppressed
    if is_suppressed:
        assert shown.model_dump()["shares"] == shown.model_dump()["counts"] == ()


def test_an_author_may_keep_the_answers_elsewhere() -> None:
    shown = feedback(responses=7, withheld=True).shown(5, None)
    assert (shown.is_suppressed, shown.results, shown.responses) == (True, (), 7)


def test_results_are_shares_whichever_way_they_were_written() -> None:
    counted = [(one.answer, one.percent, one.count) for one in feedback(counts=counts(30, 10)).results]
    assert counted == [("answer 0", 75.0, 30), ("answer 1", 25.0, 10)]
    shared = [(one.answer, one.percent, one.count) for one in feedback(shares=shares(75, 25)).results]
    assert shared == [("answer 0", 75.0, None), ("answer 1", 25.0, None)]


def test_a_result_that_nobody_gave_is_no_division_by_nothing() -> None:
    assert [one.percent for one in feedback(counts=counts(0, 0)).results] == [0, 0]


def test_the_network_holds_no_answer_that_is_withheld(public: Publication) -> None:
    fields = {"title": "A", "summary": "B", "kind": "launch", "starts": "2026-03-11", "attendance": 30}
    answers = {"id": "f", "question": "?", "shares": shares(62, 32, 6)}
    event = Event.filed("events/day.yml", {**fields, "feedback": [answers]})
    network = Network.model_validate({**dict(public.network), "events": {"day": event}})
    assert network.events["day"].path == "events/day.yml"
    assert [(one.is_suppressed, one.shares) for one in network.events["day"].feedback] == [(True, ())]


def test_a_page_says_that_answers_are_withheld_and_prints_none_of_them(public: Publication) -> None:
    answers = [{"answer": "Yes", "count": 21}, {"answer": "Nay", "count": 2}]
    said = feedback(id="useful", question="Well?", responses=23, counts=answers).shown(3, None)
    event = public.network.events["launch"].model_copy(update={"feedback": (said,)})
    events = {**public.network.events, "launch": event}
    network = public.network.model_copy(update={"events": events, "case_studies": {}})
    printed = Publication(network=network, files=public.files, day=public.day, stamp=public.stamp)
    (page,) = (one.content for one in publish(printed) if one.path == "events/launch/index.md")
    assert isinstance(page, str)
    assert "The answers are not shown, because fewer than 3 people gave one of them." in page
    assert "Number of responses: 23." in page
    assert "Nay" not in page
