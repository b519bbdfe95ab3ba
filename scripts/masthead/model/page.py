"""Ordinary pages, news, and the manifesto with its chapters."""

from typing import Literal

from pydantic import Field

from masthead.model.record import Day, Part, Prose, Record, Slug
from masthead.model.when import When


class Page(Record):
    """A page that an author writes whole; live pieces in it are filled from the records."""

    description: str = Field("", description="One sentence for search engines and shared links.")
    hide: tuple[Literal["toc"], ...] = Field((), description="What to leave out beside the text.")
    layout: Literal["page", "home"] = Field("page", description="How the page is set.")
    body: Prose = Field("", description="The Markdown below the front matter.")


class News(Record):
    """A dated note about what has happened."""

    summary: Prose = Field(min_length=1, description="One or two sentences that say what is new.")
    date: Day = Field(description="The day of the news.")
    body: Prose = Field(min_length=1, description="The Markdown below the front matter.")


class Chapter(Record):
    """A chapter of the manifesto."""

    body: Prose = Field(min_length=1, description="The Markdown below the front matter.")


class Commitment(Part):
    """A promise of the manifesto. Its number is its place in the list; its id never changes."""

    id: Slug = Field(description="A name that never changes.")
    title: str = Field(min_length=1, description="The promise in a few words.")
    text: Prose = Field(min_length=1, description="The promise in full.")


class Manifesto(Record):
    """The manifesto: its chapters in reading order, and what it promises."""

    subtitle: str = Field("", description="The line below the title.")
    edition: str = Field(min_length=1, description="The name of this edition.")
    date: When = Field(description="When this edition appeared.")
    chapters: tuple[str, ...] = Field(min_length=1, description="Slugs of the chapters, in reading order.")
    commitments: tuple[Commitment, ...] = Field((), description="Promises, in the order of their numbers.")
    colophon: Prose = Field("", description="How the publication was made, and under what licence it stands.")
