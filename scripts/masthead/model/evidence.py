"""What a statement rests on: answers to a survey, a case study, a work, or what interviews found."""

from typing import Annotated

from pydantic import Field

from masthead.model.record import Part, Prose, RefersTo, Slug, SourceRef
from masthead.model.rules import Case, Rule

KINDS = ("event", "case_study", "source", "interviews")


def _alone(kind: str) -> Case:
    return Case(filled=(kind,), empty=tuple(other for other in KINDS if other != kind))


class Evidence(Part):
    """One thing that can be looked up: an event (and a question put there), a case study, a source or interviews."""

    rules = (
        Rule(
            "evidence-kind",
            "Evidence is one of four: an event, a case study, a source, or interviews.",
            tuple(_alone(kind) for kind in KINDS),
        ),
        Rule(
            "evidence-question",
            "A question was put at an event, and an answer given to a question.",
            (Case(empty=("question", "answer")), Case(filled=("event", "question"))),
        ),
        Rule(
            "evidence-theme",
            "A theme belongs to interviews, and interviews are evidence by one theme.",
            (Case(empty=("interviews", "theme")), Case(filled=("interviews", "theme"))),
        ),
    )

    event: Annotated[str, RefersTo("events")] | None = Field(
        None, description="An event: what was decided or came of it, or with `question`, what was answered.",
        examples=["launch"],
    )  # fmt: skip
    question: Slug | None = Field(
        None, description="The id of a question in that event’s feedback.", examples=["case-for-association"]
    )
    answer: str | None = Field(
        None, description="The answer that counts, where it is not the first.", examples=["Very useful"]
    )
    case_study: Annotated[str, RefersTo("case_studies")] | None = Field(
        None, description="A case study.", examples=["one-crane"]
    )
    source: SourceRef | None = Field(None, description="A published work.", examples=["survey"])
    interviews: Annotated[str, RefersTo("interviews")] | None = Field(
        None, description="A round of interviews.", examples=["chief-executives-2018"]
    )
    theme: Slug | None = Field(None, description="The id of a theme that they found.", examples=["trust"])
    note: Prose = Field("", description="What exactly is meant there.", examples=["See the table of costs."])
