"""What those who attended answered, and which of it may be shown."""

from collections import Counter
from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import Field, StrictBool, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from masthead.model.record import Part, Prose, Slug, SourceRef
from masthead.model.rules import Case, Rule

NotRecorded = Annotated[Literal["not recorded"], Field(description="Nobody wrote the number down.")]
Number = Annotated[int, Field(strict=True, ge=0)]
ROUNDING = 0.5  # how far a share printed as a whole number may be from the true one, in per cent


class Share(Part):
    """The share of those who answered that gave one answer."""

    answer: str = Field(
        min_length=1,
        description="The answer, in the words of the survey.",
        examples=["Convincing or highly convincing"],
    )
    percent: float = Field(strict=True, ge=0, le=100, description="Per cent of those who answered.", examples=[93])


class Count(Part):
    """How many of those who answered gave one answer."""

    answer: str = Field(min_length=1, description="The answer, in the words of the survey.", examples=["Very useful"])
    count: int = Field(strict=True, ge=0, description="How many people gave it.", examples=[27])


@dataclass(frozen=True)
class Result:
    """One answer as it may be shown. `count` is None where only shares are known."""

    answer: str
    percent: float
    count: int | None


class Feedback(Part):
    """One question put to those who attended, and what they answered: counts, or shares.

    The network holds it as `shown` returns it, so what must not be published reaches no publisher.
    """

    rules = (
        Rule(
            "feedback-form",
            "A result is told in shares or in counts, or is withheld.",
            (
                Case(filled=("shares",), empty=("counts", "withheld")),
                Case(filled=("counts",), empty=("shares", "withheld")),
                Case(filled=("withheld",), empty=("shares", "counts")),
            ),
        ),
        Rule(
            "two-sided-scale",
            "A question with two sides needs its scale.",
            (Case(empty=("two_sided",)), Case(filled=("scale",))),
        ),
    )

    id: Slug = Field(description="A name for the question, unique in the event.", examples=["case-for-association"])
    question: str = Field(
        min_length=1, description="The question as it was asked.", examples=["How convincing was the case?"]
    )
    scale: tuple[Annotated[str, Field(min_length=1)], ...] = Field(
        (),
        description="Every answer that could be given, in the order of the form.",
        examples=[["Very useful", "Useful", "Not useful"]],
    )
    two_sided: StrictBool = Field(
        False,
        description="The scale goes from one opinion over a middle to its opposite, as from “strongly disagree” to "
        "“strongly agree”: the answers are drawn to both sides of that middle.",
        examples=[True],
    )
    responses: Number | NotRecorded = Field(
        "not recorded", description="How many people answered, or `not recorded`.", examples=[41, "not recorded"]
    )
    shares: tuple[Share, ...] = Field(
        (), description="Answers and their shares.", examples=[[{"answer": "Convincing", "percent": 93}]]
    )
    counts: tuple[Count, ...] = Field(
        (), description="Answers, and how many gave each.", examples=[[{"answer": "Very useful", "count": 27}]]
    )
    withheld: StrictBool = Field(
        False,
        description="The answers are not written down here, because too few people gave one of them.",
        examples=[True],
    )
    source: SourceRef | None = Field(None, description="Where the result was published.", examples=["survey"])
    note: Prose = Field(
        "", description="What a reader should know about the result.", examples=["The form was on paper."]
    )

    @field_validator("shares", "counts")
    @classmethod
    def _follow_the_scale(cls, given: tuple[Share | Count, ...], info: ValidationInfo) -> tuple[Share | Count, ...]:
        answers = [one.answer for one in given]
        twice = next((answer for answer, times in Counter(answers).items() if times > 1), None)
        if twice is not None:
            raise PydanticCustomError("answer-twice", "“{answer}” stands here twice.", {"answer": twice})
        scale: tuple[str, ...] = info.data.get("scale") or ()
        if scale and (other := next((answer for answer in answers if answer not in scale), None)) is not None:
            raise PydanticCustomError(
                "not-on-scale", "“{answer}” is not on the scale.", {"answer": other, "scale": scale}
            )
        if scale and answers != (ordered := sorted(answers, key=scale.index)):
            first = next(right for right, wrong in zip(ordered, answers, strict=True) if right != wrong)
            raise PydanticCustomError("scale-order", "The answers are not in the scale’s order.", {"answer": first})
        return given

    @field_validator("shares")
    @classmethod
    def _shares_make_a_whole(cls, shares: tuple[Share, ...], info: ValidationInfo) -> tuple[Share, ...]:
        total, leeway = sum(one.percent for one in shares), ROUNDING * len(shares)
        scale = info.data.get("scale") or ()
        is_whole = len(shares) == len(scale) if scale else len(shares) > 1
        if total > 100 + leeway or (is_whole and total < 100 - leeway):
            raise PydanticCustomError("shares-sum", "The shares come to {total} per cent.", {"total": f"{total:g}"})
        return shares

    @field_validator("counts")
    @classmethod
    def _counts_make_the_responses(cls, counts: tuple[Count, ...], info: ValidationInfo) -> tuple[Count, ...]:
        total, responses = sum(one.count for one in counts), info.data.get("responses")
        if counts and isinstance(responses, int) and total != responses:
            said = {"total": total, "responses": responses}
            raise PydanticCustomError("counts-sum", "The counts come to {total}, not to {responses}.", said)
        return counts

    @property
    def is_suppressed(self) -> bool:
        """Whether the answers are withheld, by the author, or because too few people gave one of them."""
        return self.withheld

    @property
    def results(self) -> tuple[Result, ...]:
        """The answers in their order; none where they are withheld."""
        total = sum(one.count for one in self.counts)
        counted = (Result(one.answer, 100 * one.count / total if total else 0, one.count) for one in self.counts)
        return (*(Result(one.answer, one.percent, None) for one in self.shares), *counted)

    def shown(self, threshold: int, attendance: int | None) -> Self:
        """As it may be published: without any answer, where one of them was given by fewer than `threshold` people.

        A cell that can be worked out counts too: the people behind a share, and those who gave none of the answers that
        are listed. Nobody is fewer than the threshold, for “nobody disagreed” says something of everybody.
        """
        if min(self._cells(attendance), default=threshold) >= threshold:
            return self
        return self.model_copy(update={"shares": (), "counts": (), "withheld": True})

    def _cells(self, attendance: int | None) -> list[int]:
        """How many people gave each answer, and the rest of the scale together; empty where nobody can tell."""
        counted = sum(one.count for one in self.counts)
        people = self.responses if isinstance(self.responses, int) else counted or attendance
        if people is None:
            return []
        cells = [one.count for one in self.counts] or [round(one.percent * people / 100) for one in self.shares]
        others = people - sum(cells)
        is_part_of_scale = len(cells) < len(self.scale)
        return [*cells, others] if is_part_of_scale or (len(self.shares) == 1 and others > 0) else cells
