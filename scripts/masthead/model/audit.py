"""Audits: what was tested of the site’s accessibility, how, when, and with what result."""

from pydantic import Field, StrictBool

from masthead.model.choice import Choice
from masthead.model.record import Day, Filed, Part, Prose


class Tester(Choice):
    """Who, or what, has tested."""

    PROGRAM = "program", "A program, without people."
    SPECIALIST = "specialist", "A person who knows the guidelines, by hand."
    SCREEN_READER = "screen reader", "A person, with a screen reader, from page to page."
    DISABLED_PEOPLE = "disabled people", "People with disabilities, who tried to do something of their own."
    READERS = "readers", "Readers, who told what they have understood."


class Tool(Part):
    """A program that was used."""

    name: str = Field(min_length=1, description="Its name.", examples=["axe-core"])
    version: str = Field(min_length=1, description="Its version.", examples=["4.14.1"])


class Tested(Part):
    """A part of what was tested, and how much was wrong."""

    what: str = Field(
        min_length=1, description="The state in which pages were tested, or what of them.", examples=["in print, light"]
    )
    pages: int = Field(ge=1, description="How many pages or files.", examples=[73])
    faults: int = Field(ge=0, description="How many faults were found and are still there.", examples=[0])


class Audit(Filed):
    """A test of the site’s accessibility. The accessibility statement is made of these records."""

    title: str = Field(min_length=1, description="What was tested.", examples=["Every page in a browser"])
    by: Tester = Field(description="Who, or what, has tested.", examples=["program"])
    date: Day = Field(description="The day of the test.", examples=["2026-11-23"])
    method: Prose = Field(
        "", description="How it was done, in a sentence.", examples=["Three people booked a place for an event."]
    )
    tools: tuple[Tool, ...] = Field(
        (), description="Programs that were used.", examples=[[{"name": "axe-core", "version": "4.14.1"}]]
    )
    results: tuple[Tested, ...] = Field(
        (),
        description="What was tested, part by part.",
        examples=[[{"what": "as they come, light", "pages": 73, "faults": 0}]],
    )

    @property
    def faults(self) -> int:
        """How many faults it has found."""
        return sum(one.faults for one in self.results)


class Reason(Choice):
    """Why something is not accessible, as the regulations part it."""

    NON_COMPLIANCE = "non-compliance", "It should be accessible, and is not yet."
    BURDEN = "disproportionate burden", "To make it accessible would cost more than it would help."
    OUT_OF_SCOPE = (
        "out of scope",
        "The regulations do not ask for it: content of others, live video, old documents.",
    )


class Limit(Part):
    """Something that not everybody can use."""

    what: Prose = Field(
        min_length=1,
        description="What it is, whom it keeps out, and what they can do instead.",
        examples=["The slides of our webinars have no text alternatives. Ask us for the notes."],
    )
    reason: Reason = Field(
        Reason.NON_COMPLIANCE, description="Why it is so, as the regulations part it.", examples=["out of scope"]
    )
    criterion: str = Field(
        "", description="The success criterion of WCAG that it fails.", examples=["1.1.1 (non-text content)"]
    )


class Accessibility(Part):
    """What only people can say in the accessibility statement. All else in it comes from the audits."""

    prepared: Day = Field(description="When the statement was first prepared.", examples=["2026-11-22"])
    reviewed: Day = Field(description="When somebody last read it through.", examples=["2026-11-23"])
    replies_within: str = Field(
        min_length=1, description="How soon you answer those who write to you.", examples=["five working days"]
    )
    phone: str = Field("", description="A number to ring.", examples=["01947 601234"])
    is_public_body: StrictBool = Field(
        False,
        description="Whether the accessibility regulations for public sector bodies apply to the network.",
        examples=[True],
    )
    limits: tuple[Limit, ...] = Field(
        (),
        description="What not everybody can use.",
        examples=[[{"what": "The slides of our webinars have no text alternatives. Ask us for the notes."}]],
    )
