"""Frozen views of the page that shows the brand."""

from dataclasses import dataclass

from markupsafe import Markup

from masthead.publish.views import Fact


@dataclass(frozen=True)
class Role:
    """A colour role: its values in both schemes, and where it is used."""

    name: str
    light: str
    dark: str
    use: str


@dataclass(frozen=True)
class PairCell:
    """A pairing in one scheme: two colours, their ratio, and whether it is enough, in a word."""

    colour: str
    ground: str
    ratio: str
    verdict: str


@dataclass(frozen=True)
class PairRow:
    """A pairing in light and dark; print has one scheme alone."""

    colour: str
    ground: str
    where: str
    need: str
    cells: tuple[PairCell | None, ...]


@dataclass(frozen=True)
class Step:
    """A step of a scale, drawn as text, a length or a corner; `height` is that of a line of text."""

    name: str
    value: str
    kind: str
    height: str
    sample: str


@dataclass(frozen=True)
class FontRow:
    """A font and its licence."""

    family: str
    weight: str
    style: str
    licence: str
    licence_name: str


@dataclass(frozen=True)
class NamedFile:
    """A file to download: what the link says, where it leads, and what the file will be called."""

    text: str
    href: str
    name: str


@dataclass(frozen=True)
class LogoView:
    """One drawing of the logo on the ground it is made for, with its rules and files."""

    name: str
    alt: str
    href: str
    width: int
    height: int
    ground: str
    rules: tuple[Fact, ...]
    files: tuple[NamedFile, ...]


@dataclass(frozen=True)
class ExampleView:
    """An example of a component, as its macro prints it."""

    name: str
    html: Markup
