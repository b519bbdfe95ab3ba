"""The live pieces that editors put into pages, and the options of each."""

import re
from typing import Annotated

from pydantic import BeforeValidator, Field

from masthead.model.record import Part, RefersTo


def _digits(written: object) -> object:
    """Refuses what a program would take for a number, and a person would not write: +3, 03, 1_000."""
    if isinstance(written, str) and not re.fullmatch(r"[1-9][0-9]*", written):
        raise ValueError(written)
    return written


Count = Annotated[int, BeforeValidator(_digits), Field(ge=1)]


class Plain(Part):
    """A piece without options."""


class Some(Part):
    """How many to show at most."""

    count: Count = Field(3, description="How many to show at most.", examples=[3])


class All(Part):
    """How many to show; all of them where no number is given."""

    count: Count | None = Field(None, description="How many to show at most.", examples=[3])


class Survey(Part):
    """One result of a survey."""

    event: Annotated[str, RefersTo("events")] = Field(description="The event's slug.", examples=["launch"])
    question: str = Field(
        description="The id of the question in the event's feedback.", examples=["case-for-association"]
    )


class OneCommitment(Part):
    """One commitment of the manifesto."""

    id: Annotated[str, RefersTo("commitments")] = Field(description="The commitment's id.", examples=["earn-the-day"])


PIECES: dict[str, type[Part]] = {
    "next-events": Some,
    "event-list": Plain,
    "case-studies": Some,
    "case-study-list": Plain,
    "member-list": Plain,
    "member-logos": Plain,
    "news-list": All,
    "survey": Survey,
    "manifesto-download": Plain,
    "manifesto-contents": Plain,
    "commitment": OneCommitment,
    "commitments": Plain,
    "promises": Plain,
    "theory-of-change": Plain,
    "indicator-list": Plain,
    "workstream-list": Plain,
    "interview-findings": Plain,
    "network-data": Plain,
    "people-list": Plain,
    "timeline": Plain,
    "accessibility-statement": Plain,
}
