"""What interviews found: themes and findings, never what one person said."""

from pydantic import Field

from masthead.model.feedback import NotRecorded, Number
from masthead.model.record import Part, Prose, Record, Slug
from masthead.model.when import When


class Theme(Part):
    """One thing that several people spoke of."""

    id: Slug = Field(description="A name for the theme, unique in the round.", examples=["trust"])
    title: str = Field(min_length=1, description="The theme in a few words.", examples=["Trust before strategy"])
    finding: Prose = Field(
        min_length=1,
        description="What was found, without a word that leads to one person.",
        examples=["People share a failure only with somebody whom they have met."],
    )


class Interviews(Record):
    """A round of interviews. Transcripts have no place here: what is published is themes and findings."""

    summary: Prose = Field(
        min_length=1,
        description="One or two sentences that say what was asked, and of whom.",
        examples=["What would make a network worth a day of a chief executive’s time?"],
    )
    held: When = Field(description="When they were held.", examples=["2018-04"])
    people: Number | NotRecorded = Field(
        "not recorded", description="How many people were asked, or `not recorded`.", examples=[12, "not recorded"]
    )
    method: Prose = Field(
        "",
        description="How they were held and read.",
        examples=["An hour each, by telephone; two people read the notes."],
    )
    themes: tuple[Theme, ...] = Field(
        min_length=1,
        description="What they found.",
        examples=[[{"id": "trust", "title": "Trust first", "finding": "Nobody shares a failure with a stranger."}]],
    )
