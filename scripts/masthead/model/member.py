"""Members of the network, and people who spoke or act for it."""

from typing import Annotated

from pydantic import Field, StrictBool

from masthead.model.record import MemberRef, PermissionRef, Prose, Record


class Member(Record):
    """An organisation that belongs to the network."""

    short_title: str = Field(
        min_length=1, description="What the organisation is called in running text.", examples=["Royal Free"]
    )
    summary: Prose = Field(
        min_length=1,
        description="One or two sentences about the organisation.",
        examples=["A group of three hospitals in north London."],
    )
    area: str = Field("", description="Where it works, in plain words.", examples=["North London and Hertfordshire"])
    founding: StrictBool = Field(False, description="Whether it founded the network.", examples=[True])
    body: Prose = Field(
        "",
        description="More about the organisation and its part in the network.",
        examples=["It leads the work on elective care."],
    )


class Person(Record):
    """Somebody named in the publication. The title is the person's name."""

    role: str = Field(
        min_length=1, description="The office held at the time spoken of.", examples=["Chief executive of NHS England"]
    )
    member: MemberRef | None = Field(
        None, description="The member for which the person spoke.", examples=["royal-free-london"]
    )
    also_called: tuple[Annotated[str, Field(min_length=1)], ...] = Field(
        (),
        description="Other forms of the name that stand in texts, so that they can be withheld with it.",
        examples=[["Sir David"]],
    )
    permission: PermissionRef = Field(
        description="The permission on which it rests that the person is named, by slug.", examples=["harbour-survey"]
    )
