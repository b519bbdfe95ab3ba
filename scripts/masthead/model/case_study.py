"""Case studies: challenge, approach, results, and those who tell of them."""

from typing import Annotated

from pydantic import Field, StrictBool, ValidationInfo, field_validator

from masthead.model.record import (
    MemberRef,
    Once,
    Part,
    PermissionRef,
    PersonRef,
    Prose,
    Record,
    RefersTo,
    Slug,
    SourceRef,
    WorkstreamRef,
)
from masthead.model.rules import Case, Rule
from masthead.model.span import Span, not_before
from masthead.model.when import When

HEADINGS = ("Challenge", "Approach", "Results")


class Figure(Part):
    """A large result: a share from an event's feedback, or a value with its source."""

    rules = (
        Rule(
            "figure-origin",
            "A figure needs either a value with its source, or an event.",
            (Case(filled=("value",), empty=("event",)), Case(filled=("event",), empty=("value",))),
        ),
        Rule(
            "figure-source",
            "A figure with a value needs the source of that value.",
            (Case(empty=("value",)), Case(filled=("source",))),
        ),
        Rule(
            "figure-question",
            "A figure from an event needs the id of its question.",
            (Case(empty=("event",)), Case(filled=("question",))),
        ),
    )

    id: Slug | None = Field(
        None, description="A name for the figure, by which other texts can give it.", examples=["lists-on-time"]
    )
    label: str = Field(
        min_length=1,
        description="What the figure counts, to be read after it.",
        examples=["of operating lists started on time"],
    )
    value: str | None = Field(None, description="The figure as it is printed.", examples=["84%"])
    source: SourceRef | None = Field(None, description="Where the value comes from.", examples=["survey"])
    event: Annotated[str, RefersTo("events")] | None = Field(
        None, description="The event whose feedback it is.", examples=["launch"]
    )
    question: str | None = Field(
        None, description="The id of the question in that event's feedback.", examples=["case-for-association"]
    )


class Testimonial(Part):
    """What somebody said: reported; or word for word, which they permitted, or as an illustration."""

    rules = (
        Rule(
            "quoted-person",
            "A named person is quoted only in words that they permitted.",
            (Case(empty=("person",)), Case(empty=("quote",)), Case(filled=("permission",))),
        ),
        Rule(
            "quote-label",
            "Words in quotation marks were permitted, or are marked as illustrative.",
            (Case(empty=("quote",)), Case(filled=("illustrative",)), Case(filled=("permission",))),
        ),
        Rule(
            "testimonial-basis",
            "What somebody says rests on a permission, or is illustrative.",
            (Case(filled=("permission",)), Case(filled=("illustrative",))),
        ),
        Rule(
            "empty-testimonial",
            "A testimonial needs a person or a role, and a report or a quotation.",
            tuple(Case(filled=(who, words)) for who in ("person", "role") for words in ("report", "quote")),
        ),
    )

    person: PersonRef | None = Field(None, description="Who said it, by slug.", examples=["amanda-pritchard"])
    report: Prose = Field(
        "",
        description="What was said, in indirect speech.",
        examples=["She said that the groups had learnt faster together."],
    )
    role: str = Field("", description="Who says it, where nobody is named.", examples=["A strategy lead"])
    quote: Prose = Field(
        "",
        description="What was said, word for word, with a permission that was given for it; or an illustration.",
        examples=["We stopped inventing it twice."],
    )
    said: When | None = Field(
        None, description="When it was said, where it is not the time of the case study.", examples=["2018-10"]
    )
    source: SourceRef | None = Field(None, description="Where it was said in public.", examples=["survey"])
    permission: PermissionRef | None = Field(
        None, description="The permission on which it rests that the words are shown.", examples=["harbour-survey"]
    )
    illustrative: StrictBool = Field(False, description="The words were written for a demonstration.", examples=[True])


class CaseStudy(Record):
    """One case study. Its body has the headings Challenge, Approach and Results, in this order."""

    summary: Prose = Field(
        min_length=1,
        description="One or two sentences that say what was learnt.",
        examples=["How two hospitals came to share one night team."],
    )
    members: Annotated[tuple[MemberRef, ...], Once()] = Field(
        min_length=1, description="Members who did it, by their slugs.", examples=[["royal-free-london"]]
    )
    workstream: WorkstreamRef | None = Field(
        None, description="The workstream to which it belongs, by slug.", examples=["one-dredger"]
    )
    period: str = Field("", description="When it happened, in plain words.", examples=["January to June 2026"])
    starts: When | None = Field(None, description="When the work began.", examples=["2026-01"])
    ends: When | None = Field(
        None, description="When it ended: its place in the story of the network.", examples=["2026-06"]
    )
    figures: tuple[Figure, ...] = Field(
        (),
        description="Results to set large.",
        examples=[[{"label": "of lists started on time", "value": "84%", "source": "survey"}]],
    )
    testimonials: tuple[Testimonial, ...] = Field(
        (),
        description="What people say of it.",
        examples=[[{"role": "A ward manager", "report": "The nights are calmer.", "permission": "ward-managers"}]],
    )
    related: Annotated[tuple[str, ...], Once()] = Field(
        (), description="Files of related records, relative to this one.", examples=[["../events/launch.yml"]]
    )
    body: Prose = Field(
        min_length=1,
        description="The Markdown below the front matter.",
        examples=["## Challenge\n\nTwo rotas, each half empty."],
    )

    @field_validator("ends")
    @classmethod
    def _ends_after_it_starts(cls, ends: When | None, info: ValidationInfo) -> When | None:
        return not_before("starts", ends, info)

    @property
    def time(self) -> Span:
        """From when until when the work was done."""
        return Span(self.starts, self.ends)

    @property
    def told_from(self) -> Span:
        """From when on it is a part of what has been."""
        return Span(self.ends or self.starts, None)

    def said_in(self, testimonial: Testimonial) -> Span:
        """When somebody said something: at the time of the work, where nothing else is known."""
        return Span(testimonial.said, testimonial.said) if testimonial.said else self.time
