"""Members of the network, and people who spoke or act for it."""

import datetime as dt
from typing import Annotated

from pydantic import Field, StrictBool, ValidationInfo, field_validator

from masthead.model.record import MemberRef, Part, PermissionRef, Prose, Record
from masthead.model.rules import Case, Rule
from masthead.model.span import Span, not_before
from masthead.model.when import When

NAMELESS = "Somebody who is no longer named"


class MemberLogo(Part):
    """The logo of a member, which its owner allows to be shown. Without it stands the name, in type."""

    file: str = Field(min_length=1, description="The file, relative to the record.", examples=["royal-free.svg"])
    alt: str = Field(
        min_length=1,
        description="What stands for the logo where it is not seen: as a rule the name.",
        examples=["Royal Free London"],
    )
    permission: PermissionRef = Field(
        description="The permission on which it rests that the logo is shown, by slug.", examples=["harbour-survey"]
    )


class Member(Record):
    """An organisation that belongs to the network, or did."""

    short_title: str = Field(
        min_length=1, description="What the organisation is called in running text.", examples=["Royal Free"]
    )
    summary: Prose = Field(
        min_length=1,
        description="One or two sentences about the organisation.",
        examples=["A group of three hospitals in north London."],
    )
    area: str = Field("", description="Where it works, in plain words.", examples=["North London and Hertfordshire"])
    logo: MemberLogo | None = Field(
        None,
        description="Its logo, for white ground.",
        examples=[{"file": "quay.svg", "alt": "North Quay", "permission": "harbour-survey"}],
    )
    founding: StrictBool = Field(False, description="Whether it founded the network.", examples=[True])
    joined: When | None = Field(
        None, description="When it joined; a founder need not say it.", examples=["2026-01", "not recorded"]
    )
    left: When | None = Field(
        None,
        description="When it left; `not recorded` where nobody wrote it down.",
        examples=["2027-03-31", "not recorded"],
    )
    body: Prose = Field(
        "",
        description="More about the organisation and its part in the network.",
        examples=["It leads the work on elective care."],
    )

    @field_validator("left")
    @classmethod
    def _leaves_after_it_joins(cls, left: When | None, info: ValidationInfo) -> When | None:
        return not_before("joined", left, info)

    @property
    def membership(self) -> Span:
        """From when until when it belongs to the network."""
        return Span(self.joined, self.left)


class Role(Part):
    """An office that somebody holds, or held."""

    rules = (
        Rule(
            "role-place",
            "A role is held at a member, or at another organisation, not at both.",
            (Case(empty=("member",)), Case(empty=("organisation",))),
        ),
    )

    title: str = Field(min_length=1, description="What the office is called.", examples=["Chief executive"])
    member: MemberRef | None = Field(
        None, description="The member at which it is held, by slug.", examples=["royal-free-london"]
    )
    organisation: str = Field("", description="Where it is held, if not at a member.", examples=["NHS England"])
    since: When | None = Field(
        None, description="From when it was held; left out where nobody knows.", examples=["2016-09"]
    )
    until: When | None = Field(
        None,
        description="Until when; left out while it is held, `not recorded` where it has ended and nobody knows when.",
        examples=["2019-12", "not recorded"],
    )

    @field_validator("until")
    @classmethod
    def _ends_after_it_begins(cls, until: When | None, info: ValidationInfo) -> When | None:
        return not_before("since", until, info)

    @property
    def held(self) -> Span:
        """From when until when it is held."""
        return Span(self.since, self.until)


class Person(Record):
    """Somebody named in the publication. The title is the person's name."""

    sorted_as: str = Field(
        "", description="The name as lists put it in order, where it is another.", examples=["Sloman, David"]
    )
    roles: tuple[Role, ...] = Field(
        min_length=1,
        description="The offices that the person holds and held, in any order. Beside the name stands the one held at "
        "the time that is spoken of; of several the one that began last.",
        examples=[[{"title": "Chief executive", "member": "royal-free-london", "since": "2016", "until": "2019-12"}]],
    )
    also_called: tuple[Annotated[str, Field(min_length=1)], ...] = Field(
        (),
        description="Other forms of the name that stand in texts, so that they can be withheld with it.",
        examples=[["Sir David"]],
    )
    permission: PermissionRef = Field(
        description="The permission on which it rests that the person is named, by slug.", examples=["harbour-survey"]
    )
    body: Prose = Field("", description="More about the person.", examples=["Before that a nurse, for twelve years."])

    @property
    def is_named(self) -> bool:
        """Whether the person may be named."""
        return self.title != NAMELESS

    @property
    def name_in_order(self) -> tuple[str, str]:
        """Where the person stands in lists."""
        return (self.sorted_as or self.title).casefold(), self.slug

    @property
    def roles_in_order(self) -> tuple[Role, ...]:
        """The roles, the latest first."""
        return tuple(sorted(self.roles, key=lambda role: role.held.first_day, reverse=True))

    def role_on(self, day: dt.date) -> Role:
        """The role held on a day; the one before it where none is, and the first one where none was yet."""
        begun = (role for role in self.roles_in_order if not role.held.is_ahead(day))
        return next(begun, self.roles_in_order[-1])

    def role_in(self, time: Span) -> Role | None:
        """The role that the person may have held at a time: of several the one that began last."""
        return next((role for role in self.roles_in_order if role.held.may_meet(time)), None)
