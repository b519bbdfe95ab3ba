"""The theory of change: how what a network has and does is meant to lead to what it wants."""

from typing import Annotated

from pydantic import Field

from masthead.model.choice import Choice
from masthead.model.record import Once, Prose, Record, RefersTo

StepRef = Annotated[str, RefersTo("steps")]


class StepKind(Choice):
    """Where a step stands in the theory, from what goes in to what it is all for."""

    INPUT = "input", "What the network has to work with."
    ACTIVITY = "activity", "What it does."
    OUTPUT = "output", "What comes directly of what it does (IATI result type 1)."
    OUTCOME = "outcome", "What changes for those who take part (IATI result type 2)."
    IMPACT = "impact", "What it is all for (IATI result type 3)."
    ASSUMPTION = "assumption", "What must be true for a step to lead to the next."


class Step(Record):
    """One step of the theory of change."""

    kind: StepKind = Field(description="Where the step stands in the theory.", examples=["outcome"])
    summary: Prose = Field(
        min_length=1,
        description="The step in one or two sentences.",
        examples=["Leaders tell one another what went wrong, while it can still be mended."],
    )
    leads_to: Annotated[tuple[StepRef, ...], Once()] = Field(
        (),
        description="The steps that follow from this one, by slug; for an assumption, those that rest on it.",
        examples=[["trust"]],
    )
