"""Where an event takes place: in a building, online, or both."""

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import Annotated

from pydantic import Field, StringConstraints

from masthead.model.choice import Choice
from masthead.model.record import Part, Prose

MARK_LETTERS = 6
REMEMBERED = 1024  # places
WebAddress = Annotated[str, StringConstraints(pattern=r"^https://[^\s]+$")]
_DOMAIN = r"[^\s@:,;<>()\"./]+"
# As forms of the web have it (HTML, 4.10.5.1.5), in any script, and with a dot in the domain.
EMAIL = rf"[^\s@:,;<>()\"]+@{_DOMAIN}(\.{_DOMAIN})+"
EmailAddress = Annotated[str, StringConstraints(pattern=rf"^{EMAIL}$")]


class AttendanceMode(Choice):
    """How people take part. Derived from `venue` and `online`, never written."""

    ON_SITE = "on-site", "In one place."
    ONLINE = "online", "From elsewhere, over the network."
    HYBRID = "hybrid", "In one place, or from elsewhere."


class Position(Part):
    """A point on the earth (WGS 84)."""

    latitude: float = Field(
        strict=True, ge=-90, le=90, description="Degrees north of the equator; south is negative.", examples=[51.5155]
    )
    longitude: float = Field(
        strict=True, ge=-180, le=180, description="Degrees east of Greenwich; west is negative.", examples=[-0.0919]
    )


class Venue(Part):
    """A place that people can go to."""

    name: str = Field(min_length=1, description="The name of the building or room.", examples=["Guildhall"])
    address: str = Field("", description="Street and number.", examples=["Gresham Street"])
    locality: str = Field("", description="Town or city.", examples=["London"])
    postcode: str = Field("", description="Postcode.", examples=["EC2V 7HH"])
    country: str = Field("", description="The country, where it is another than most events’.", examples=["Ireland"])
    map: WebAddress | None = Field(
        None,
        description="A map that shows the way; without it, the position or the address is looked up.",
        examples=["https://www.openstreetmap.org/way/123456"],
    )
    position: Position | None = Field(
        None,
        description="Where the door is, for maps and calendars.",
        examples=[{"latitude": 51.5155, "longitude": -0.0919}],
    )
    travel: Prose = Field(
        "",
        description="How to get there, and how to park, for disabled people too.",
        examples=["Ten minutes on foot from Bank. Two spaces for blue badge holders in Basinghall Street."],
    )
    access: Prose = Field(
        "",
        description="How disabled people get in and take part.",
        examples=["Step-free from the street; a hearing loop in the main room."],
    )

    @property
    def slug(self) -> str:
        """The name of the place in addresses. Two records mean one place where name, town and country are the same.

        Letters that an address cannot have would be lost, so a few of a hash then tell the place from others.
        """
        return _as_slug(" ".join(filter(None, (self.name, self.locality, self.country))))

    @property
    def short(self) -> str:
        """The place in a few words: its name and town."""
        return ", ".join(filter(None, (self.name, self.locality)))

    @property
    def line(self) -> str:
        """The whole place on one line."""
        parts = (self.name, self.address, self.locality, self.postcode, self.country)
        return ", ".join(part for part in parts if part)


class Online(Part):
    """How to take part from elsewhere."""

    url: WebAddress | None = Field(None, description="Where to join.", examples=["https://example.org/join"])
    note: Prose = Field(
        "", description="How to join, and what is needed.", examples=["The line opens ten minutes before."]
    )


@lru_cache(maxsize=REMEMBERED)
def _as_slug(said: str) -> str:
    letters = unicodedata.normalize("NFKD", said.casefold())
    bare = "".join(one for one in letters if not unicodedata.combining(one) and one not in "'’")
    words = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    is_whole = all(one.isascii() or not one.isalnum() for one in bare)
    mark = "" if is_whole and words else hashlib.sha256(letters.encode()).hexdigest()[:MARK_LETTERS]
    return "-".join(filter(None, (words, mark)))


def attendance_mode(venue: Venue | None, online: Online | None) -> AttendanceMode | None:
    """How people take part; None where no place is known."""
    if venue and online:
        return AttendanceMode.HYBRID
    return AttendanceMode.ON_SITE if venue else AttendanceMode.ONLINE if online else None
