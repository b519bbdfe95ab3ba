"""Ordinary pages, news, and the manifesto with its chapters."""

from typing import Annotated

from pydantic import Field

from masthead.model.choice import Choice
from masthead.model.record import Day, Once, Part, Prose, Record, Slug, Titled
from masthead.model.when import When


class Hidden(Choice):
    """What a page may do without."""

    TOC = "toc", "The list of the page’s headings."


class Layout(Choice):
    """How a page is set."""

    PAGE = "page", "A heading, and the text in one column."
    HOME = "home", "The first page: the title large, on the colour of the brand."


class Page(Record):
    """A page that an author writes whole; live pieces in it are filled from the records."""

    description: str = Field(
        "",
        description="One sentence for search engines and shared links.",
        examples=["What hospital groups learn from one another."],
    )
    hide: tuple[Hidden, ...] = Field((), description="What to leave out beside the text.", examples=[["toc"]])
    layout: Layout = Field(Layout.PAGE, description="How the page is set.", examples=["home"])
    body: Prose = Field(
        "", description="The Markdown below the front matter.", examples=["Write to <hello@example.org>."]
    )


class News(Record):
    """A dated note about what has happened."""

    summary: Prose = Field(
        min_length=1,
        description="One or two sentences that say what is new.",
        examples=["Three groups join the network."],
    )
    date: Day = Field(description="The day of the news.", examples=["2026-11-20"])
    body: Prose = Field(
        min_length=1, description="The Markdown below the front matter.", examples=["Write to <hello@example.org>."]
    )


class Chapter(Record):
    """A chapter of the manifesto."""

    body: Prose = Field(
        min_length=1, description="The Markdown below the front matter.", examples=["Write to <hello@example.org>."]
    )


class Commitment(Part):
    """A promise of the manifesto. Its number is its place in the list; its id never changes."""

    id: Slug = Field(description="A name that never changes.", examples=["earn-the-day"])
    title: str = Field(min_length=1, description="The promise in a few words.", examples=["Earn the day"])
    text: Prose = Field(
        min_length=1,
        description="The promise in full.",
        examples=["Nobody leaves a meeting of ours without something to use."],
    )


class Manifesto(Titled):
    """The manifesto: its chapters in reading order, and what it promises. It is public; a chapter may be a draft."""

    subtitle: str = Field(
        "", description="The line below the title.", examples=["What hospital groups owe one another"]
    )
    edition: str = Field(min_length=1, description="The name of this edition.", examples=["First edition"])
    date: When = Field(description="When this edition appeared.", examples=["2026-11"])
    chapters: Annotated[tuple[str, ...], Once()] = Field(
        min_length=1,
        description="Slugs of the chapters, in reading order.",
        examples=[["what-a-group-is-for", "what-we-ask"]],
    )
    commitments: tuple[Commitment, ...] = Field(
        (),
        description="Promises, in the order of their numbers.",
        examples=[[{"id": "earn-the-day", "title": "Earn the day", "text": "We come prepared."}]],
    )
    colophon: Prose = Field(
        "",
        description="What else a reader should know of this edition. How it was made and checked is told by itself.",
        examples=["The members agreed this edition in November 2026."],
    )
    licence: Prose = Field(
        "", description="How text and drawings may be used.", examples=["They may be shared under CC BY 4.0."]
    )
