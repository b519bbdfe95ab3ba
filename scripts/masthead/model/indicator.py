"""Indicators: by what a network tells whether its promises are kept, and what it has seen."""

from collections.abc import Container
from typing import Annotated, Self

from pydantic import Field, StrictBool

from masthead.model.choice import Choice
from masthead.model.evidence import Evidence
from masthead.model.record import MemberRef, Once, Part, Prose, Record, RefersTo, Slug
from masthead.model.rules import Case, Rule
from masthead.model.theory import StepRef
from masthead.model.when import When

CommitmentRef = Annotated[str, RefersTo("commitments")]
Commitments = Annotated[tuple[CommitmentRef, ...], Once()]
Questions = Container[tuple[str, str]]  # the slug of an event, and the id of a question that was asked there
Amount = Annotated[float, Field(strict=True)]


class Measure(Choice):
    """What kind of answer an indicator gives (IATI indicator measure)."""

    UNIT = "unit", "A number of things, counted (IATI measure 1)."
    PERCENTAGE = "percentage", "A share of a whole (IATI measure 2)."
    RUBRIC = "rubric", "One of several levels, each described (IATI measure 4, ordinal)."
    STORY = "story", "A story of change, told in words (IATI measure 5, qualitative)."


class Level(Part):
    """One level of a rubric."""

    id: Slug = Field(description="A name for the level, unique in the rubric.", examples=["growing"])
    title: str = Field(min_length=1, description="The level in a word or two.", examples=["Growing"])
    text: Prose = Field(
        min_length=1, description="What one would see.", examples=["Members ring one another without being asked."]
    )


class Mark(Part):
    """A point on an indicator’s scale: a value, or a level of its rubric."""

    rules = (
        Rule(
            "mark-form",
            "A baseline and a target are told by a value or by a level.",
            (Case(filled=("value",), empty=("level",)), Case(filled=("level",), empty=("value",))),
        ),
    )

    value: Amount | None = Field(None, description="The value.", examples=[80])
    level: Slug | None = Field(None, description="The id of a level of the rubric.", examples=["growing"])
    when: When = Field(description="When it was so, or is to be.", examples=["2028"])
    note: Prose = Field("", description="What a reader should know of it.", examples=["Before the first meeting."])


class Observation(Part):
    """What was seen at one time, and what that rests on (IATI period and actual)."""

    rules = (
        Rule(
            "observation-form",
            "An observation is told by a value or by a level, not by both.",
            (Case(empty=("level",)), Case(empty=("value",))),
        ),
    )

    when: When = Field(description="When it was seen.", examples=["2018-10"])
    value: Amount | None = Field(
        None, description="The value; left out where it is the share of an answer.", examples=[12]
    )
    level: Slug | None = Field(None, description="The id of a level of the rubric.", examples=["growing"])
    story: Prose = Field(
        "", description="What happened, in words.", examples=["Two groups rang each other, and one changed its plan."]
    )
    evidence: tuple[Evidence, ...] = Field(
        min_length=1,
        description="What it rests on.",
        examples=[[{"event": "launch", "question": "case-for-association"}]],
    )

    def rests_on(self, questions: Questions) -> bool:
        """Whether one of the questions is among its evidence."""
        return any(_asks(one, questions) for one in self.evidence)

    def silenced(self, questions: Questions) -> Self:
        """Without a value, and without the answers to these questions."""
        kept = (one.model_copy(update={"answer": None}) if _asks(one, questions) else one for one in self.evidence)
        return self.model_copy(update={"value": None, "evidence": tuple(kept)})


def _asks(evidence: Evidence, questions: Questions) -> bool:
    return (evidence.event or "", evidence.question or "") in questions


class Indicator(Record):
    """A sign by which one can tell whether a step or a commitment is being reached (IATI indicator)."""

    summary: Prose = Field(
        min_length=1,
        description="What is looked at, in one or two sentences.",
        examples=["How many of those who came would spend the day in this way again."],
    )
    measure: Measure = Field(description="What kind of answer it gives.", examples=["percentage"])
    unit: str = Field("", description="What is counted, in the plural.", examples=["workstreams"])
    ascending: StrictBool = Field(True, description="Whether more is better.", examples=[True])
    steps: Annotated[tuple[StepRef, ...], Once()] = Field(
        (), description="Steps of the theory of change that it serves.", examples=[["trust"]]
    )
    commitments: Commitments = Field((), description="Commitments that it serves.", examples=[["earn-the-day"]])
    source: str = Field(
        min_length=1, description="Where the answers come from.", examples=["A form at the end of each meeting"]
    )
    method: Prose = Field(
        min_length=1, description="How they are gathered.", examples=["Everybody present is asked, on paper."]
    )
    owner: MemberRef | None = Field(None, description="The member that sees to it.", examples=["royal-free-london"])
    levels: tuple[Level, ...] = Field(
        (),
        description="The levels of a rubric, the lowest first.",
        examples=[[{"id": "growing", "title": "Growing", "text": "Members ring one another without being asked."}]],
    )
    baseline: Mark | None = Field(None, description="Where it stood before.", examples=[{"value": 0, "when": "2017"}])
    target: Mark | None = Field(None, description="Where it is to stand.", examples=[{"value": 80, "when": "2028"}])
    observations: tuple[Observation, ...] = Field(
        (),
        description="What was seen, the earliest first.",
        examples=[[{"when": "2018-10", "value": 12, "evidence": [{"source": "survey"}]}]],
    )
    closed: StrictBool = Field(
        False, description="Nobody is asked to look again: it belongs to the past.", examples=[True]
    )
    body: Prose = Field("", description="More about it.", examples=["The wording was agreed at the second meeting."])

    def shown(self, withheld: Questions) -> Self:
        """As it may be published: without the values and the answers of questions whose answers are withheld."""
        if not any(one.rests_on(withheld) for one in self.observations):
            return self
        shown = (one.silenced(withheld) if one.rests_on(withheld) else one for one in self.observations)
        return self.model_copy(update={"observations": tuple(shown)})
