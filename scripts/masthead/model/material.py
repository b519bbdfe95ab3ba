"""What belongs to an event besides the day itself: documents and photographs."""

from typing import Annotated

from pydantic import Field, StringConstraints

from masthead.model.choice import Choice
from masthead.model.place import WebAddress
from masthead.model.record import Part, PermissionRef
from masthead.model.rules import Case, Rule

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]


class DocumentKind(Choice):
    """What sort of document it is."""

    PROGRAMME = "programme", "What happens when."
    PAPER = "paper", "Something to read before."
    SLIDES = "slides", "What was shown."
    RECORDING = "recording", "What was said, to be heard or watched."
    TRANSCRIPT = "transcript", "What was said, to be read."
    NOTES = "notes", "What was said and decided, in short."
    REPORT = "report", "An account of it."
    OTHER = "other", "Something else."


class DocumentTime(Choice):
    """When a document is of use."""

    BEFORE = "before", "To be read before the event."
    AFTER = "after", "It came of the event."


class Document(Part):
    """Something to read, see or hear before or after the event: a file of ours, or an address."""

    rules = (
        Rule(
            "document-origin",
            "A document needs either a file or an address.",
            (Case(filled=("file",), empty=("url",)), Case(filled=("url",), empty=("file",))),
        ),
    )

    title: str = Field(min_length=1, description="What it is.", examples=["Programme"])
    file: str | None = Field(
        None, min_length=1, description="The file, relative to the record.", examples=["programme.pdf"]
    )
    url: WebAddress | None = Field(
        None, description="Its address, where it is not a file of ours.", examples=["https://example.org/slides"]
    )
    kind: DocumentKind = Field(DocumentKind.OTHER, description="What sort of document it is.", examples=["slides"])
    read: DocumentTime = Field(DocumentTime.BEFORE, description="When it is of use.", examples=["after"])
    language: Language | None = Field(
        None, description="Its language (BCP 47), where it is another than the network’s.", examples=["cy"]
    )


class Photograph(Part):
    """A picture of the event. Whoever cannot see it reads `alt`."""

    file: str = Field(min_length=1, description="The file, relative to the record.", examples=["the-walk.jpg"])
    alt: str = Field(
        min_length=1,
        description="What the picture shows, for those who do not see it.",
        examples=["Two people in coats talk under a plum tree."],
    )
    permission: PermissionRef = Field(
        description="The permission on which it rests that the picture is shown.", examples=["harbour-survey"]
    )
    credit: str = Field(min_length=1, description="Who made it, and under what licence.", examples=["Jo Bloggs, CC BY"])
    caption: str = Field("", description="What to say below it.", examples=["The walk between two sessions"])
