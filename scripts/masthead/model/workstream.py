"""Workstreams: pieces of work that members do together."""

from typing import Annotated

from pydantic import Field

from masthead.model.choice import Choice
from masthead.model.evidence import Evidence
from masthead.model.indicator import Commitments
from masthead.model.record import MemberRef, Once, Part, PersonRef, Prose, Record
from masthead.model.span import Span
from masthead.model.when import When


class WorkstreamStatus(Choice):
    """How far a workstream has come."""

    PROPOSED = "proposed", "Somebody has asked for it; nothing is agreed."
    ACTIVE = "active", "It is being done."
    PAUSED = "paused", "It rests, and will be taken up again."
    FINISHED = "finished", "It has ended, and an account of it is written."
    STOPPED = "stopped", "It was given up."


class Milestone(Part):
    """Something that a workstream is to have done by a day."""

    title: str = Field(min_length=1, description="What is to be done.", examples=["A common list of supplies"])
    due: When = Field(description="When it is to be done.", examples=["2026-12"])
    done: When | None = Field(None, description="When it was done.", examples=["2027-01-20"])


class Outcome(Part):
    """Something that a workstream has led to, and what that rests on."""

    text: Prose = Field(
        min_length=1, description="What came of it.", examples=["Five hospitals buy three kinds of drape."]
    )
    evidence: tuple[Evidence, ...] = Field(
        min_length=1, description="What it rests on.", examples=[[{"case_study": "one-crane"}]]
    )


class Workstream(Record):
    """A piece of work that members do together."""

    summary: Prose = Field(
        min_length=1,
        description="The question that it is to answer.",
        examples=["How can two groups share a night team?"],
    )
    lead: MemberRef = Field(description="The member that answers for it.", examples=["royal-free-london"])
    members: Annotated[tuple[MemberRef, ...], Once()] = Field(
        (), description="The other members that take part.", examples=[["salford-royal"]]
    )
    leaders: Annotated[tuple[PersonRef, ...], Once()] = Field(
        (), description="The people who lead it, by their slugs.", examples=[["amanda-pritchard"]]
    )
    status: WorkstreamStatus = Field(description="How far it has come.", examples=["active"])
    starts: When = Field(description="When it began, or is to begin.", examples=["2026-06"])
    ends: When | None = Field(None, description="When it ended, or is to end.", examples=["2027-06"])
    commitments: Commitments = Field((), description="Commitments that it serves.", examples=[["finish-what-we-start"]])
    milestones: tuple[Milestone, ...] = Field(
        (),
        description="What is to be done by when, the earliest first.",
        examples=[[{"title": "A common list of supplies", "due": "2026-12"}]],
    )
    results: tuple[Outcome, ...] = Field(
        (),
        description="What has come of it.",
        examples=[[{"text": "Five hospitals buy three kinds.", "evidence": [{"case_study": "one-crane"}]}]],
    )
    body: Prose = Field("", description="More about it.", examples=["It meets on the first Monday of the month."])

    @property
    def time(self) -> Span:
        """From when until when it is done."""
        return Span(self.starts, self.ends)
