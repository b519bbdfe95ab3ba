"""Answers to a survey as charts: one share of a whole, bars, or bars to both sides of a middle.

Nothing is worked out of answers but what they are: no mean of a scale whose steps are words.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from masthead.model.feedback import Feedback, Result
from masthead.publish import survey_views
from masthead.publish.publication import Spot

LEFT, RIGHT, PLAIN = "color.light.chart-2", "color.light.chart-3", "color.light.text-muted"  # a share is on the right
INK, LETTERING = "color.light.text", "font.family.text"
# Strokes and gaps of the bars on each side, from its end to the middle: the stronger the opinion, the fuller the bar.
STRIPES_LEFT, STRIPES_RIGHT = ("7 2", "4 4", "2 7"), ("", "3 2", "2 4")
STEP = 25  # what half of a diverging chart stands for is a multiple of so many per cent, so that two can be compared
HALF = 50
LEGIBLE = 7  # per cent of the width, below which a number does not fit over its bar


def chart(feedback: Feedback, spot: Spot) -> survey_views.Chart:
    """The results of a question as they are drawn; without bars where they are withheld."""
    results = feedback.results
    if len(results) == 1:
        whole = (_bar(results[0], 0, results[0].percent, spot.token(RIGHT)),)
        return survey_views.Chart("share", _in_words(results), whole, paint=spot.token(RIGHT))
    if feedback.two_sided and len(results) == len(feedback.scale):
        alternative = f"{_in_words(results)} The bars lie to both sides of the middle of the scale."
        return survey_views.Chart(
            "diverging", alternative, tuple(_diverging(results, spot)), spot.token(LETTERING), spot.token(INK)
        )
    bars = tuple(_bar(one, 0, one.percent, spot.token(RIGHT)) for one in results)
    return survey_views.Chart("bars", _in_words(results), bars)


def answer(one: Result) -> survey_views.Answer:
    """An answer with its share, and the number of people where it is known."""
    return survey_views.Answer(percent_in_words(one), "" if one.count is None else str(one.count), one.answer)


def percent_in_words(one: Result) -> str:
    """93%. A share as it was written; one that follows from counts as a whole number: more would feign exactness."""
    return f"{one.percent if one.count is None else round(one.percent):g}%"


def length(per_cent: float) -> str:
    """A length in a drawing, from per cent of its width."""
    return f"{round(per_cent, 2):g}%"


def _in_words(results: Sequence[Result]) -> str:
    """What the chart shows, for whoever does not see it."""
    if not results:
        return ""
    said = (
        f"{percent_in_words(one)} “{one.answer}”" + ("" if one.count is None else f" ({_people(one.count)})")
        for one in results
    )
    return f"Bar chart: {', '.join(said)}." if len(results) > 1 else f"Bar: {next(said)}."


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


def _diverging(results: Sequence[Result], spot: Spot) -> Iterator[survey_views.Bar]:
    """Bars one after the other, so that the middle of the scale lies in the middle of the drawing."""
    halves = _halves(results)
    scale = HALF / max(STEP, *(math.ceil(half / STEP) * STEP for half in halves))
    left = HALF - halves[0] * scale
    count = len(results)
    for index, one in enumerate(results):
        wide = one.percent * scale
        if 2 * index == count - 1:
            bar = _bar(one, left, wide, spot.token(PLAIN), is_filled=False)
        elif 2 * index < count - 1:
            bar = _bar(one, left, wide, spot.token(LEFT), stripes=_from_the_end(STRIPES_LEFT, index))
        else:
            bar = _bar(one, left, wide, spot.token(RIGHT), stripes=_from_the_end(STRIPES_RIGHT, count - 1 - index))
        yield bar if spot.draws_words else replace(bar, label="")
        left += wide


def _from_the_end(stripes: tuple[str, ...], steps: int) -> str:
    return stripes[min(steps, len(stripes) - 1)]


def _halves(results: Sequence[Result]) -> tuple[float, float]:
    """What lies on each side of the middle; the middle answer of an odd number is cut in two."""
    shares = [one.percent for one in results]
    middle, is_odd = divmod(len(shares), 2)
    of_both = shares[middle] / 2 if is_odd else 0
    return sum(shares[:middle]) + of_both, sum(shares[middle + is_odd :]) + of_both


def _bar(
    one: Result, left: float, wide: float, paint: str, *, stripes: str = "", is_filled: bool = True
) -> survey_views.Bar:
    said = answer(one)
    return survey_views.Bar(
        answer=said,
        left=length(left),
        length=length(wide),
        middle=length(left + wide / 2),
        right=length(left + wide),
        paint=paint,
        stripes=stripes,
        is_filled=is_filled,
        label=said.percent if wide >= LEGIBLE else "",
    )
