"""The network's own settings, and those of the site."""

from typing import Any

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from masthead.model.record import Filed, Part, Prose, Slug


class Contact(Part):
    """How to reach the network."""

    email: str = Field(pattern=r"^[^@\s]+@[^@\s]+$", description="An address that may be published.")
    note: Prose = Field("", description="What to know before writing.")


class Term(Part):
    """A named thing that records refer to: a theme, or a series of events."""

    title: str = Field(min_length=1, description="Its name.")
    summary: Prose = Field("", description="What it covers.")


class Work(Part):
    """A published work that figures and reports are cited to."""

    title: str = Field(min_length=1, description="Its title.")
    publisher: str = Field("", description="Who published it.")
    note: Prose = Field("", description="Anything else a reader needs to find it.")


class Settings(Filed):
    """The network: its name, its language and its clock, and the words that its records use."""

    title: str = Field(min_length=1, description="The full name of the network.")
    short_title: str = Field(min_length=1, description="The name in running text.")
    summary: Prose = Field(min_length=1, description="What the network is, in one sentence.")
    language: str = Field("en-GB", description="Language tag (BCP 47) of all text.")
    timezone: str = Field("Europe/London", description="IANA zone of events that name none.")
    contact: Contact = Field(description="How to reach the network.")
    tags: dict[Slug, Term] = Field(default_factory=dict, description="Themes that records may carry.")
    sources: dict[Slug, Work] = Field(default_factory=dict, description="Works that are cited.")
    series: dict[Slug, Term] = Field(default_factory=dict, description="Series of events.")

    @field_validator("language")
    @classmethod
    def _is_spoken(cls, language: str) -> str:
        try:
            Locale.parse(language, sep="-")
        except (ValueError, UnknownLocaleError) as fault:
            raise PydanticCustomError("unknown-language", "There is no such language.") from fault
        return language


class Site(BaseModel):
    """What mkdocs.yml says that Masthead must know too. All else in that file is the engine's."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    site_name: str
    site_url: str
    repo_url: str = ""
    edit_uri: str = "edit/main/"
    nav: tuple[Any, ...] = ()
    markdown_extensions: tuple[str | dict[str, dict[str, Any] | None], ...] = ()

    def absolute(self, address: str) -> str:
        """The full address of a page or file, from its address relative to the site's root."""
        return self.site_url.rstrip("/") + "/" + address
