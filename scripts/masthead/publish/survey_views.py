"""Frozen views of answers to a survey, and of their charts."""

from dataclasses import dataclass

from masthead.publish.views import Anchor


@dataclass(frozen=True)
class Answer:
    """One answer to a survey: its share as printed, the number of people where it is known, and the answer itself."""

    percent: str
    count: str
    text: str


@dataclass(frozen=True)
class Bar:
    """One answer as it is drawn: where its bar begins, its length, its middle and its end in per cent of the drawing.

    `paint` is a colour as HTML at this place names it, `stripes` the widths of strokes and gaps, which are beside the
    colour a second way to tell bars apart: none is a full bar, and what is not `is_filled` is an outline. `label`
    stands over the bar, and is empty where that is too short for it.
    """

    answer: Answer
    left: str
    length: str
    middle: str
    right: str
    paint: str
    stripes: str = ""
    is_filled: bool = True
    label: str = ""


@dataclass(frozen=True)
class Chart:
    """Answers as bars. `kind` is share (one of a whole), bars or diverging; `alternative` says in words what it shows;
    `lettering` is the typeface of numbers in the drawing, and `paint` the colour of all that is no bar.
    """

    kind: str
    alternative: str
    bars: tuple[Bar, ...]
    lettering: str = ""
    paint: str = ""


@dataclass(frozen=True)
class Survey:
    """A survey result: the answers, and what a reader must know to judge them; `withheld` says why there are none.

    `is_counted` says whether it is known how many people gave each answer.
    """

    question: str
    answers: tuple[Answer, ...]
    chart: Chart
    is_counted: bool
    responses: str
    occasion: Anchor
    source: str
    note: str
    withheld: str = ""
