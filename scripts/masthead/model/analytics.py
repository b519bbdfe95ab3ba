"""Counting visits, which a site does only for those who accept it: Plausible or Matomo, on the network’s own server."""

import hashlib
from typing import Annotated

from pydantic import Field, StringConstraints

from masthead.model.record import Part
from masthead.model.rules import Case, Rule

# It becomes part of a policy and of a server's configuration, so nothing stands in it that means something there.
SERVER = r"^https://[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?(/[A-Za-z0-9._~-]+)*/?$"
DOMAIN = r"^[a-z0-9]+([.-][a-z0-9]+)*(/[A-Za-z0-9._~-]+)*$"
VERSION_LETTERS = 8

ServerAddress = Annotated[str, StringConstraints(pattern=SERVER)]
Months = Annotated[int, Field(strict=True, ge=1)]


class Plausible(Part):
    """Plausible, which stores nothing on a visitor's device."""

    server: ServerAddress = Field(
        description="Where it runs: an address of yours that begins with https://.",
        examples=["https://stats.example.org"],
    )
    domain: str = Field(
        pattern=DOMAIN, description="What the site is called there, its “domain”.", examples=["example.org"]
    )

    @property
    def site(self) -> str:
        return self.domain

    @property
    def script(self) -> str:
        """The program that it sends."""
        return f"{self.server.rstrip('/')}/js/script.js"

    @property
    def endpoint(self) -> str:
        """Where that program sends what it counts."""
        return f"{self.server.rstrip('/')}/api/event"


class Matomo(Part):
    """Matomo, which stores cookies of its own."""

    server: ServerAddress = Field(
        description="Where it runs: an address of yours that begins with https://.",
        examples=["https://stats.example.org/matomo"],
    )
    site_id: Annotated[int, Field(strict=True, ge=1)] = Field(
        description="The number of the site there, its “site ID”.", examples=[1]
    )

    @property
    def site(self) -> str:
        return str(self.site_id)

    @property
    def script(self) -> str:
        """The program that it sends."""
        return f"{self.server.rstrip('/')}/matomo.js"

    @property
    def endpoint(self) -> str:
        """Where that program sends what it counts."""
        return f"{self.server.rstrip('/')}/matomo.php"


class Analytics(Part):
    """Counting visits. Visitors are asked first, and nothing is loaded or stored for it unless they accept."""

    rules = (
        Rule(
            "analytics-kind",
            "Visits are counted by Plausible or by Matomo.",
            (Case(filled=("plausible",), empty=("matomo",)), Case(filled=("matomo",), empty=("plausible",))),
        ),
    )

    plausible: Plausible | None = Field(
        None,
        description="Where Plausible counts.",
        examples=[{"server": "https://stats.example.org", "domain": "example.org"}],
    )
    matomo: Matomo | None = Field(
        None, description="Where Matomo counts.", examples=[{"server": "https://stats.example.org", "site_id": 1}]
    )
    keeps_months: Months = Field(
        description="For how many months what was counted is kept, as it is set there.", examples=[13]
    )
    edition: Annotated[int, Field(strict=True, ge=1)] = Field(
        1,
        description="Raise it to ask every visitor again, when something changes that they accepted. Whatever else "
        "changes in this group asks again by itself.",
        examples=[2],
    )

    @property
    def by(self) -> Plausible | Matomo:
        """The one that counts."""
        found = self.plausible or self.matomo
        assert found  # noqa: S101 (the rule above)
        return found

    @property
    def kind(self) -> str:
        """Its name."""
        return type(self.by).__name__

    @property
    def version(self) -> str:
        """What an answer is an answer to: it changes with anything that is said of the analytics."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:VERSION_LETTERS]
