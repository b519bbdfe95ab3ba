"""Members of the network, and people who spoke or act for it."""

from pydantic import Field, StrictBool

from masthead.model.choice import Choice
from masthead.model.record import MemberRef, Part, Prose, Record, SourceRef


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


class BasisKind(Choice):
    """Why a person may be named."""

    PUBLISHED = "published", "The person spoke in a published source, which is named."
    PUBLIC_ROLE = "public-role", "The person holds an office in which anybody may name them."
    PERMISSION = "permission", "The person has agreed to be named."


class Basis(Part):
    """On what the naming of a person rests."""

    kind: BasisKind = Field(description="`published` needs a source.", examples=["published"])
    source: SourceRef | None = Field(None, description="Where the person spoke in public.", examples=["survey"])


class Person(Record):
    """Somebody named in the publication. The title is the person's name."""

    role: str = Field(
        min_length=1, description="The office held at the time spoken of.", examples=["Chief executive of NHS England"]
    )
    member: MemberRef | None = Field(
        None, description="The member for which the person spoke.", examples=["royal-free-london"]
    )
    basis: Basis = Field(
        description="Why the person may be named.", examples=[{"kind": "published", "source": "survey"}]
    )
