"""One file as the checks see it that judge it alone, and what these read besides. What they find is remembered from one
run to the next (`memory.py`), so they are given nothing else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from masthead.links import Link, links
from masthead.load import FOLDERS, family_of
from masthead.memory import hash_of
from masthead.model.network import Network
from masthead.model.record import Filed, Markdown, Marked, RefersTo, marked_in_form, marked_once
from masthead.nodes import Plain
from masthead.source import File, Loc, Source, Sources

SIGNS = (PIECE, FIGURE, WORDLESS) = ("::", "{", "[](")  # live pieces, figures and links without words begin so


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What is the same for all files: language, zone, the extensions of Markdown, and those fonts of the brand that are
    there. `numbers` decides which numbers of records are withheld, and so what is in a record.
    """

    language: str
    zone: str
    extensions: Sequence[Any]
    fonts: tuple[File, ...]
    numbers: tuple[Any, ...]

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that a font of the brand has. What reads fonts is imported when something must be judged."""
        from masthead.typefaces import characters

        return frozenset[str]().union(*map(characters, self.fonts))

    @cached_property
    def key(self) -> str:
        """All of it in words."""
        fonts = [file.digest for file in self.fonts]
        return repr((self.language, self.zone, self.extensions, fonts, self.numbers))


Linked = tuple[Loc, str, Link, str]  # where a text stands, the text, a link in it, and the file that is meant


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A text file that belongs to a family. `record` is None where it has faults of form, or stands in no network."""

    source: Source
    family: str
    record: Filed | None
    basis: Basis = field(repr=False)

    @cached_property
    def marked(self) -> tuple[Marked, ...]:
        """Every marked text of the record; of one that could not be made, every marked text of its fields."""
        if self.record is not None:
            return marked_once(self.record)
        if self.family not in FOLDERS:
            return ()
        fields = {"body": self.source.body, **self.source.content}  # a record in YAML has its body among its fields
        return tuple(marked_in_form(FOLDERS[self.family].record, fields))

    @cached_property
    def texts(self) -> tuple[tuple[Loc, str], ...]:
        """Every text of the record in Markdown; none where there is no record."""
        said = self.marked if self.record is not None else ()
        return tuple((loc, text) for loc, marker, text in said if isinstance(marker, Markdown))

    @cached_property
    def names(self) -> frozenset[tuple[str, str]]:
        """What it names, by family and slug."""
        return frozenset((marker.family, slug) for _, marker, slug in self.marked if isinstance(marker, RefersTo))

    @cached_property
    def links(self) -> tuple[Linked, ...]:
        """Every link in its texts, and the file that is meant; nothing where it leads elsewhere."""
        said = ((loc, text) for loc, marker, text in self.marked if isinstance(marker, Markdown))
        found = ((loc, text, link) for loc, text in said for link in links(text))
        path = self.source.path
        return tuple((loc, text, link, "" if link.is_elsewhere else link.file(path)) for loc, text, link in found)

    @cached_property
    def signs(self) -> frozenset[str]:
        """Which of the signs stand in its texts."""
        return frozenset(sign for sign in SIGNS if any(sign in text for _, text in self.texts))

    @cached_property
    def key(self) -> str:
        """A hash of all that decides what is found in it alone."""
        return hash_of((self.source.path, self.source.text, self.basis.key, str(self.record is None)))

    @property
    def body(self) -> str:
        """The text of the record, besides its fields."""
        return getattr(self.record, "body", "") or ""

    @cached_property
    def inside(self) -> tuple[tuple[Loc, str], ...]:
        """Every text of the file, whatever is made of it: fields, then the body."""
        body = ((("body",), self.source.body),) if self.source.body else ()
        return (*_inside(self.source.content, ()), *body)


Subjects = Mapping[str, Subject]


def subjects_of(network: Network, sources: Sources, before: Subjects | None = None) -> dict[str, Subject]:
    """Every file that holds a record, or should; the very subject of before where file, record and basis are those."""
    records, before = network.by_path(), before or {}
    basis = basis_of(network, sources)
    basis = next((one.basis for one in before.values() if one.basis.key == basis.key), basis)
    found: dict[str, Subject] = {}
    for path, source in sources.texts.items():
        record, one = records.get(path), before.get(path)
        if one and one.source is source and one.record is record and one.basis is basis:
            found[path] = one
        elif family := family_of(path):
            found[path] = Subject(source=source, family=family, record=record, basis=basis)
    return found


def basis_of(network: Network, sources: Sources) -> Basis:
    """What is the same for all files of a publication."""
    fonts = (sources.files.get(f"brand/{font.file}") for font in network.brand.fonts)
    return Basis(
        language=network.settings.language,
        zone=network.settings.timezone,
        extensions=network.site.markdown_extensions,
        fonts=tuple(file for file in fonts if file is not None),
        numbers=(network.settings.small_numbers_threshold, *sorted(network.withheld_questions)),
    )


def _inside(value: Plain, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _inside(inner, (*loc, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _inside(inner, (*loc, index))
