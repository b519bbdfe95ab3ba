"""Charts of answers: what is drawn, and what is said of it."""

import re
from typing import Any

from masthead.model.feedback import Feedback
from masthead.publish.charts import chart
from masthead.publish.publication import OnPage
from masthead.publish.survey_views import Chart
from masthead.render import component

PAGE = OnPage("events/launch/index.md")
FIVE = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"]
PLUM, MARIGOLD, GREY = "var(--mh-color-chart-3)", "var(--mh-color-chart-2)", "var(--mh-color-text-muted)"


def drawn(**fields: Any) -> Chart:
    """The chart of a question that was answered like this."""
    return chart(Feedback.model_validate({"id": "q", "question": "Was it?", **fields}), PAGE)


def counted(*counts: int, scale: list[str] = FIVE, **fields: Any) -> Chart:
    """The chart of a scale of which each answer was given by so many people."""
    answers = [{"answer": answer, "count": count} for answer, count in zip(scale, counts, strict=True)]
    return drawn(scale=scale, counts=answers, responses=sum(counts), **fields)


def strip(found: Chart) -> list[tuple[str, str]]:
    """Where each bar begins, and how long it is."""
    return [(bar.left, bar.length) for bar in found.bars]


def test_one_share_is_a_part_of_a_whole() -> None:
    found = drawn(shares=[{"answer": "Convincing", "percent": 93}])
    assert (found.kind, found.alternative) == ("share", "Bar: 93% “Convincing”.")
    assert strip(found) == [("0%", "93%")]


def test_several_answers_are_bars_from_one_line_in_the_order_of_the_form() -> None:
    found = counted(18, 11, 5, scale=["Yes", "Perhaps", "No"])
    said = "Bar chart: 53% “Yes” (18 people), 32% “Perhaps” (11 people), 15% “No” (5 people)."
    assert (found.kind, found.alternative) == ("bars", said)
    assert strip(found) == [("0%", "52.94%"), ("0%", "32.35%"), ("0%", "14.71%")]


def test_two_sides_meet_in_the_middle_of_the_drawing() -> None:
    found = counted(5, 6, 14, 9, scale=["No!", "No", "Yes", "Yes!"], two_sided=True)
    assert found.kind == "diverging"
    assert strip(found) == [("28.43%", "9.8%"), ("38.24%", "11.76%"), ("50%", "27.45%"), ("77.45%", "17.65%")]
    assert [bar.paint for bar in found.bars] == [MARIGOLD, MARIGOLD, PLUM, PLUM]


def test_the_middle_answer_lies_half_on_each_side_and_is_an_outline() -> None:
    found = counted(5, 5, 10, 10, 10, two_sided=True)
    middle = found.bars[2]
    assert (middle.middle, middle.is_filled, middle.paint) == ("50%", False, GREY)
    assert strip(found)[0][0] == "25%"  # 37.5% of the answers, where half of the drawing stands for 75%


def test_no_two_bars_of_two_sides_look_alike_without_their_colour() -> None:
    bars = counted(5, 5, 10, 10, 10, two_sided=True).bars
    assert len({(bar.stripes, bar.is_filled) for bar in bars}) == len(bars)


def test_two_charts_of_about_the_same_answers_have_the_same_scale() -> None:
    one, other = (counted(*counts, scale=["No", "Yes"], two_sided=True) for counts in ((30, 70), (40, 60)))
    assert [strip(found)[1][1] for found in (one, other)] == ["46.67%", "40%"]


def test_a_scale_of_which_only_some_answers_are_known_has_no_two_sides() -> None:
    known = [{"answer": "Agree", "percent": 60}, {"answer": "Strongly agree", "percent": 30}]
    found = drawn(scale=FIVE, two_sided=True, shares=known)
    assert found.kind == "bars"


def test_a_number_is_left_out_over_a_bar_too_short_for_it() -> None:
    found = counted(5, 95, scale=["No", "Yes"], two_sided=True)
    assert [bar.label for bar in found.bars] == ["", "95%"]


def test_what_is_withheld_is_neither_drawn_nor_said() -> None:
    answers = [{"answer": "Yes", "count": 9}, {"answer": "No", "count": 2}]
    feedback = Feedback.model_validate({"id": "q", "question": "Was it?", "counts": answers, "responses": 11})
    assert chart(feedback.shown(5, None), PAGE) == Chart("bars", "", ())


def test_shares_are_drawn_as_they_were_written() -> None:
    found = drawn(shares=[{"answer": "Yes", "percent": 41}, {"answer": "No", "percent": 59}])
    assert [(bar.answer.percent, bar.length, bar.answer.count) for bar in found.bars] == [
        ("41%", "41%", ""),
        ("59%", "59%", ""),
    ]


def test_no_drawing_stands_in_another_whose_lengths_weasyprint_would_take_from_the_outer_one() -> None:
    printed = component("chart", counted(5, 5, 10, 10, 10, two_sided=True))
    assert not re.search(r"<svg(?:(?!</svg>).)*<svg", printed, re.DOTALL)
