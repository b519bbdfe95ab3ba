"""Getting a place at an event: when, where, at what price, and whether there is one left."""

import datetime as dt
from enum import StrEnum

from babel.numbers import is_currency
from pydantic import Field, StrictBool, field_validator
from pydantic_core import PydanticCustomError

from masthead.model.place import EmailAddress, WebAddress
from masthead.model.record import Day, Part, PersonRef, Prose
from masthead.model.rules import Case, Rule


class RegistrationState(StrEnum):
    """What somebody who wants a place finds on a day. Derived, never written."""

    NOT_YET = "not yet"
    OPEN = "open"
    WAITING_LIST = "waiting list"
    FULL = "full"
    CLOSED = "closed"


class Registration(Part):
    """How to get a place."""

    url: WebAddress | None = Field(None, description="Where to register.", examples=["https://example.org/register"])
    opens: Day | None = Field(None, description="The first day on which to register.", examples=["2027-01-11"])
    closes: Day | None = Field(None, description="The last day on which to register.", examples=["2027-03-04"])
    full: StrictBool = Field(False, description="Whether every place is taken.", examples=[True])
    waiting_list: StrictBool = Field(
        False, description="Whether somebody who registers when it is full may still get a place.", examples=[True]
    )
    note: Prose = Field(
        "", description="Anything to know before registering.", examples=["Two places for each member."]
    )

    def state(self, day: dt.date) -> RegistrationState:
        """What somebody finds on `day`, of an event that is still to take place."""
        if self.opens is not None and day < self.opens:
            return RegistrationState.NOT_YET
        if self.closes is not None and day > self.closes:
            return RegistrationState.CLOSED
        return self.state_while_open

    @property
    def state_while_open(self) -> RegistrationState:
        """What somebody finds from the day on which registration opens to the one on which it closes."""
        if self.full:
            return RegistrationState.WAITING_LIST if self.waiting_list else RegistrationState.FULL
        return RegistrationState.OPEN


class Price(Part):
    """What it costs to take part. Nothing, where the amount is 0."""

    amount: float = Field(strict=True, ge=0, description="How much; 0 is free.", examples=[0, 45, 12.50])
    currency: str = Field("GBP", description="The currency, by its code (ISO 4217).", examples=["GBP"])
    note: Prose = Field(
        "", description="Who pays what, and for what.", examples=["Members pay nothing. Lunch is included."]
    )

    @field_validator("currency")
    @classmethod
    def _is_money(cls, currency: str) -> str:
        if not is_currency(currency):
            raise PydanticCustomError("unknown-currency", "There is no such currency.")
        return currency

    @property
    def is_free(self) -> bool:
        return self.amount == 0


class EventContact(Part):
    """Whom to ask about an event."""

    rules = (
        Rule(
            "contact-reach",
            "A contact needs an email address or a phone number.",
            (Case(filled=("email",)), Case(filled=("phone",))),
        ),
    )

    person: PersonRef | None = Field(None, description="The person, by slug.", examples=["amanda-pritchard"])
    name: str = Field("", description="A name or a role, where no person is named.", examples=["The events team"])
    email: EmailAddress | None = Field(
        None, description="An address that may be published.", examples=["events@example.org"]
    )
    phone: str = Field("", description="A number that may be published.", examples=["020 7946 0123"])
