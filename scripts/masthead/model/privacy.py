"""What a privacy page must tell and no program can know."""

from typing import Annotated

from pydantic import Field

from masthead.model.analytics import Months
from masthead.model.choice import Choice
from masthead.model.place import EMAIL
from masthead.model.record import Day, Part


class Basis(Choice):
    """On what basis in law something is done without asking (UK GDPR, article 6(1))."""

    LEGITIMATE_INTERESTS = "legitimate-interests", "It is in the network’s legitimate interests (point f)."
    PUBLIC_TASK = "public-task", "It belongs to a task in the public interest, as a public body says it (point e)."


class Hosting(Part):
    """The server that the site stands on, and what it writes down."""

    company: str = Field(min_length=1, description="Who runs the server.", examples=["Example Hosting Ltd"])
    country: str = Field("", description="Where the server stands.", examples=["the United Kingdom"])
    log_days: Annotated[int, Field(strict=True, ge=0)] = Field(
        description="For how many days the log of requests is kept; 0 where there is none.", examples=[30]
    )


class Privacy(Part):
    """Who answers for data about people, in the sense of the UK GDPR."""

    controller: str = Field(
        min_length=1,
        description="Who decides what is done with data about people: the full name, best with an address.",
        examples=["Harbour Network, 1 Quay Street, Whitby YO21 1DH"],
    )
    email: str = Field(
        "",
        pattern=rf"^({EMAIL})?$",
        description="Where to write about data, if not to the contact of the network.",
        examples=["privacy@example.org"],
    )
    protection_officer: str = Field(
        "",
        description="The data protection officer, where there is one: a name or a role, and how to reach them.",
        examples=["Data Protection Officer, dpo@example.org"],
    )
    register_number: str = Field(
        "",
        description="The number in the register of the Information Commissioner’s Office.",
        examples=["ZA123456"],
    )
    basis: Basis = Field(
        Basis.LEGITIMATE_INTERESTS,
        description="On what basis logs and messages are kept, for which nobody is asked.",
        examples=["public-task"],
    )
    hosting: Hosting | None = Field(
        None, description="The server of the site.", examples=[{"company": "Example Hosting Ltd", "log_days": 30}]
    )
    letters_months: Months | None = Field(
        None, description="For how many months messages to the network are kept.", examples=[24]
    )
    updated: Day | None = Field(
        None, description="The day on which this group was last changed.", examples=["2026-11-20"]
    )
