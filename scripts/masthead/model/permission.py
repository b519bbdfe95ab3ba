"""On what it rests that a person is named, words are repeated, or a picture is shown; never the signed form itself."""

import datetime as dt
from typing import Annotated

from pydantic import Field

from masthead.model.choice import Choice
from masthead.model.record import Day, Once, Part, Prose, SourceRef, Titled
from masthead.model.rules import Case, Rule

KINDS = ("given", "published", "public_role")


def _alone(kind: str) -> Case:
    return Case(filled=(kind,), empty=tuple(other for other in KINDS if other != kind))


class Use(Choice):
    """Where something may be shown."""

    WEB = "web", "On the site, in its feeds and in its calendars."
    PRINT = "print", "On paper."
    SOCIAL = "social", "On the cards that are shown with a link in other places."


class Given(Part):
    """A permission as it was given."""

    by: str = Field(min_length=1, description="Who gave it.", examples=["Sam Marsh"])
    role: str = Field(min_length=1, description="In what role.", examples=["Head of communications at Aldermoor"])
    on: Day = Field(description="On what day.", examples=["2026-03-01"])
    until: Day | None = Field(
        None, description="The last day on which it holds; left out where it has no end.", examples=["2027-02-28"]
    )
    uses: Annotated[tuple[Use, ...], Once()] = Field(
        tuple(Use), min_length=1, description="Where it holds.", examples=[["web", "print"]]
    )
    conditions: Prose = Field("", description="What was asked for in return.", examples=["The ward is not named."])

    def covers(self, day: dt.date, use: Use) -> bool:
        """Whether it holds on a day for a use."""
        return use in self.uses and self.on <= day and (self.until is None or day <= self.until)


class Published(Part):
    """Words or a name that stand in a published work."""

    source: SourceRef = Field(description="The work.", examples=["survey"])


class PublicRole(Part):
    """An office in which anybody may be named."""

    office: str = Field(min_length=1, description="The office.", examples=["Chief executive of NHS England"])


class Permission(Titled):
    """Why people may be named, quoted or shown. What rests on it names it by its slug."""

    rules = (
        Rule(
            "permission-basis",
            "A permission was given, or something is published, or somebody holds a public office: one of the three.",
            tuple(_alone(kind) for kind in KINDS),
        ),
    )

    given: Given | None = Field(
        None,
        description="Somebody has given permission.",
        examples=[{"by": "Sam Marsh", "role": "Head of communications", "on": "2026-03-01", "until": "2027-02-28"}],
    )
    published: Published | None = Field(
        None, description="It stands in a published work.", examples=[{"source": "survey"}]
    )
    public_role: PublicRole | None = Field(
        None, description="The person holds a public office.", examples=[{"office": "Chief executive of NHS England"}]
    )

    def covers(self, day: dt.date, use: Use) -> bool:
        """Whether what rests on it may be shown on a day, for a use."""
        return self.given is None or self.given.covers(day, use)
