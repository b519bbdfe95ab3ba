"""The network's own settings, and those of the site."""

from typing import Any

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel, ConfigDict, Field, StrictBool, field_validator
from pydantic_core import PydanticCustomError

from masthead.model.analytics import Analytics
from masthead.model.audit import Accessibility
from masthead.model.place import EMAIL, EmailAddress, WebAddress
from masthead.model.privacy import Privacy
from masthead.model.record import Filed, Part, Prose, Slug
from masthead.model.rules import Case, Rule
from masthead.model.when import When


class Contact(Part):
    """How to reach the network."""

    email: EmailAddress = Field(description="An address that may be published.", examples=["hello@example.org"])
    note: Prose = Field(
        "", description="What to know before writing.", examples=["We answer within three working days."]
    )
    security: str = Field(
        "",
        pattern=rf"^(https://\S+|{EMAIL})?$",
        description="Where to report a weakness of the site, by web or mail, if not at the address above.",
        examples=["https://example.org/security"],
    )


class Term(Part):
    """A named thing that records refer to: a theme, or a series of events."""

    title: str = Field(
        min_length=1, description="Its name.", examples=["Association of Health and Care Provider Groups"]
    )
    summary: Prose = Field("", description="What it covers.", examples=["A learning network of hospital groups."])


class Series(Term):
    """Events that belong together and follow one another."""

    numbered: StrictBool = Field(
        False,
        description="Whether its events are counted (“sixth learning event”): true where each of them has a record, or "
        "the first after a gap says its `number_in_series`. What is cancelled does not count.",
        examples=[True],
    )


class Work(Part):
    """A published work that figures and reports are cited to."""

    title: str = Field(
        min_length=1, description="Its title.", examples=["Association of Health and Care Provider Groups"]
    )
    publisher: str = Field("", description="Who published it.", examples=["The Health Foundation"])
    date: When | None = Field(None, description="When it was published.", examples=["2019"])
    url: WebAddress | None = Field(None, description="Where it can be read.", examples=["https://example.org/account"])
    note: Prose = Field(
        "", description="Anything else a reader needs to find it.", examples=["We answer within three working days."]
    )

    @property
    def named(self) -> str:
        """The work with its publisher: The Health Foundation, “Association of Health and Care Provider Groups”."""
        return f"{self.publisher}, “{self.title}”" if self.publisher else self.title


class Settings(Filed):
    """The network: its name, its language and its clock, and the words that its records use."""

    rules = (
        Rule(
            "no-controller",
            "Where visits are counted, somebody answers for it.",
            (Case(empty=("analytics",)), Case(filled=("privacy",))),
            at="analytics",
        ),
    )

    title: str = Field(
        min_length=1,
        description="The full name of the network.",
        examples=["Association of Health and Care Provider Groups"],
    )
    short_title: str = Field(min_length=1, description="The name in running text.", examples=["the Association"])
    summary: Prose = Field(
        min_length=1,
        description="What the network is, in one sentence.",
        examples=["A learning network of hospital groups."],
    )
    founded: When | None = Field(
        None,
        description="When it was founded, for its timeline; `not recorded` where nobody wrote it down.",
        examples=["2018-05", "not recorded"],
    )
    language: str = Field("en-GB", description="Language tag (BCP 47) of all text.", examples=["en-GB"])
    timezone: str = Field(
        "Europe/London", description="IANA zone of events that name none.", examples=["Europe/London"]
    )
    contact: Contact = Field(description="How to reach the network.", examples=[{"email": "hello@example.org"}])
    tags: dict[Slug, Term] = Field(
        default_factory=dict,
        description="Themes that records may carry.",
        examples=[{"workforce": {"title": "Workforce"}}],
    )
    sources: dict[Slug, Work] = Field(
        default_factory=dict,
        description="Works that are cited.",
        examples=[{"survey": {"title": "Survey of members, 2026"}}],
    )
    series: dict[Slug, Series] = Field(
        default_factory=dict, description="Series of events.", examples=[{"webinars": {"title": "Lunchtime webinars"}}]
    )

    accessibility: Accessibility | None = Field(
        None,
        description="What only people can say in the accessibility statement.",
        examples=[{"prepared": "2026-11-22", "reviewed": "2026-11-23", "replies_within": "five working days"}],
    )
    small_numbers_threshold: int = Field(
        5,
        ge=1,
        description="Answers to a survey are published only where each was given by at least so many people.",
        examples=[5, 8],
    )
    permission_notice_days: int = Field(
        60, ge=1, description="How many days before a permission ends a check begins to warn.", examples=[60, 90]
    )
    privacy: Privacy | None = Field(
        None,
        description="Who answers for data about people, for the privacy page.",
        examples=[{"controller": "Harbour Network, 1 Quay Street, Whitby YO21 1DH"}],
    )
    analytics: Analytics | None = Field(
        None,
        description="Counting visits, which visitors are asked about. Without it nobody is asked, and nothing counted.",
        examples=[{"plausible": {"server": "https://stats.example.org", "domain": "example.org"}, "keeps_months": 13}],
    )

    @field_validator("language")
    @classmethod
    def _is_spoken(cls, language: str) -> str:
        try:
            Locale.parse(language, sep="-")
        except (ValueError, UnknownLocaleError) as fault:
            raise PydanticCustomError("unknown-language", "There is no such language.") from fault
        return language


class Site(BaseModel):
    """What mkdocs.yml says that Masthead must know, too. All else in that file is the engine's."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    site_name: str = Field(
        min_length=1, description="The name of the site, in the head of every page.", examples=["Harbour Network"]
    )
    site_url: str = Field(
        min_length=1,
        description="Where the site is published: the start of every full address.",
        examples=["https://harbours.example/"],
    )
    repo_url: str = Field(
        "", description="The repository, for edit links and reports.", examples=["https://git.example/harbours"]
    )
    edit_uri: str = Field("edit/main/", description="What follows `repo_url` in an edit link.", examples=["edit/main/"])
    nav: tuple[Any, ...] = Field(
        (), description="The navigation: a title and a page for each entry.", examples=[[{"Events": "events/index.md"}]]
    )
    markdown_extensions: tuple[str | dict[str, dict[str, Any] | None], ...] = Field(
        (), description="Extensions of Markdown, for the pages and for print.", examples=[["abbr", {"toc": None}]]
    )

    def absolute(self, address: str) -> str:
        """The full address of a page or file, from its address relative to the site's root."""
        return self.site_url.rstrip("/") + "/" + address
