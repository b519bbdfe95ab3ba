"""Members of the network, and people who spoke or act for it."""

from enum import StrEnum

from pydantic import Field, StrictBool

from masthead.model.record import MemberRef, Part, Prose, Record, SourceRef


class Member(Record):
    """An organisation that belongs to the network."""

    short_title: str = Field(min_length=1, description="What the organisation is called in running text.")
    summary: Prose = Field(min_length=1, description="One or two sentences about the organisation.")
    area: str = Field("", description="Where it works, in plain words.")
    founding: StrictBool = Field(False, description="Whether it founded the network.")
    body: Prose = Field("", description="More about the organisation and its part in the network.")


class BasisKind(StrEnum):
    """Why a person may be named."""

    PUBLISHED = "published"
    PUBLIC_ROLE = "public-role"
    PERMISSION = "permission"


class Basis(Part):
    """On what the naming of a person rests."""

    kind: BasisKind = Field(description="`published` needs a source.")
    source: SourceRef | None = Field(None, description="Where the person spoke in public.")


class Person(Record):
    """Somebody named in the publication. The title is the person's name."""

    role: str = Field(min_length=1, description="The office held at the time spoken of.")
    member: MemberRef | None = Field(None, description="The member for which the person spoke.")
    basis: Basis = Field(description="Why the person may be named.")
