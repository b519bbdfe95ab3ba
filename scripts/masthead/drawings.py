"""Drawings (SVG): whether they are complete, stand alone and hold nothing but shapes and words.

Read with expat, which fetches nothing. Entities are refused before they are used.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from masthead.limits import MAX_DEPTH, MAX_VALUES
from masthead.problem import Place, Problem

SVG = "http://www.w3.org/2000/svg"
XML = "http://www.w3.org/XML/1998/namespace"
ACTIVE = frozenset(
    """animate animateColor animateMotion animateTransform audio canvas discard embed foreignObject handler iframe
    listener object script set video""".split()  # noqa: SIM905 (a list to be read)
)
UNSEEN = frozenset(("title", "desc", "metadata", "style"))
OUTSIDE = re.compile(r"@import|@font-face|url\(\s*[\"']?(?!\s*#|[\"']#)|(?:java|vb)script:|data:", re.IGNORECASE)
NUMBERS = re.compile(r"[\s,]*[-+]?[\d.]+(?:e[-+]?\d+)?", re.IGNORECASE)
ROOT_BOX = re.compile(rb"<svg\b[^>]*?\sviewBox\s*=\s*[\"']([^\"'<>]*)")
ALONE = "A drawing stands alone: shapes and words, and nothing fetched or run. Remove it."


@dataclass
class _Reading:
    """A drawing while it is read: its flaws, its words with their places, and how often its parts are repeated."""

    path: str
    parser: expat.XMLParserType
    flaws: list[Problem] = field(default_factory=list)
    words: list[tuple[str, int, int]] = field(default_factory=list)
    open: list[tuple[str, str]] = field(default_factory=list)  # the elements around this place: name, id
    sizes: Counter[str] = field(default_factory=Counter)  # elements inside the element of an id
    uses: dict[str, list[str]] = field(default_factory=dict)  # ids that are used inside the element of an id

    def flaw(self, code: str, message: str, hint: str = ALONE) -> None:
        place = Place(self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self.flaws.append(Problem(place, code, message, hint))

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        if not self.open:
            self._root(space, name, attributes)
        if name in ACTIVE:
            self.flaw("drawing-unsafe", f"The element <{name}> is not allowed in a drawing.")
        for full, value in attributes.items():
            self._attribute(full, value, name)
        self.open.append((name, attributes.get("id", "")))
        around = ["", *(one for _, one in self.open if one)]
        self.sizes.update(around)
        if name == "use":
            target = next((value for full, value in attributes.items() if full.split(" ")[-1] == "href"), "")
            for one in around if target else ():
                self.uses.setdefault(one, []).append(target.removeprefix("#"))
        if len(self.open) == MAX_DEPTH + 1:
            self.flaw("too-deep", "Groups stand inside one another more often than any drawing needs.", "Ungroup them.")

    def _root(self, space: str, name: str, attributes: dict[str, str]) -> None:
        if (space, name) != (SVG, "svg"):
            hint = f'Begin it with <svg xmlns="{SVG}" viewBox="…">.'
            self.flaw("drawing-broken", "This is no drawing that browsers show: it does not begin as SVG does.", hint)
            return
        box = NUMBERS.findall(attributes.get("viewBox", ""))
        if len(box) != 4 or any(float(one.strip(" \t\r\n,")) <= 0 for one in box[2:]):
            hint = 'Write its left, top, width and height: viewBox="0 0 800 600".'
            self.flaw("drawing-size", "This drawing does not say how large it is: it has no viewBox.", hint)

    def _attribute(self, full: str, value: str, name: str) -> None:
        space, _, attribute = full.rpartition(" ")
        if attribute.lower().startswith("on") and not space:
            self.flaw("drawing-unsafe", f"The attribute “{attribute}” runs a program.")
        elif (attribute in ("href", "src") and not value.startswith("#")) or (space, attribute) == (XML, "base"):
            self.flaw("drawing-unsafe", f"<{name}> leads outside the drawing: “{_short(value)}”.")
        elif OUTSIDE.search(value) and (attribute == "style" or "url(" in value):
            self.flaw("drawing-unsafe", f"The attribute “{attribute}” leads outside the drawing: “{_short(value)}”.")

    def end(self, _: str) -> None:
        self.open.pop()

    def text(self, text: str) -> None:
        names = [name for name, _ in self.open]
        if names and names[-1] == "style" and (found := OUTSIDE.search(text)):
            self.flaw("drawing-unsafe", f"The stylesheet leads outside the drawing: “{found[0]}”.")
        if not UNSEEN.intersection(names):
            self.words.append((text, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1))

    def entity(self, name: str, *_: object) -> None:
        self.flaw("drawing-unsafe", f"The drawing defines an entity, “{name}”.", "Write the text itself in its place.")
        raise _Enough

    def instruction(self, target: str, _: str) -> None:
        self.flaw("drawing-unsafe", f"The instruction <?{target}?> leads outside the drawing.")

    def repetitions(self, name: str = "", depth: int = 0) -> int:
        """How many elements are drawn for an id, those of all <use> elements among them; stops counting when it is
        too many, and where a part uses itself.
        """
        total = self.sizes[name]
        for used in self.uses.get(name, ()) if depth <= MAX_DEPTH else ():
            if total > MAX_VALUES:
                return total
            total += self.repetitions(used, depth + 1)
        return total if depth <= MAX_DEPTH else MAX_VALUES + 1


class _Enough(Exception):  # noqa: N818 (no fault: the rest is not read)
    """Nothing more needs to be read."""


@dataclass(frozen=True)
class Drawing:
    """What was read of a drawing: its flaws, and its words with line and column."""

    flaws: tuple[Problem, ...]
    words: tuple[tuple[str, int, int], ...] = ()


def read_drawing(path: str, absolute: Path) -> Drawing:
    """A drawing, read to its end or to what ends the reading."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    reading = _Reading(path, parser)
    parser.StartElementHandler, parser.EndElementHandler = reading.start, reading.end
    parser.CharacterDataHandler, parser.EntityDeclHandler = reading.text, reading.entity
    parser.ProcessingInstructionHandler = reading.instruction
    try:
        with absolute.open("rb") as file:
            parser.ParseFile(file)
    except expat.ExpatError as fault:
        hint = "Export it again from the program that drew it."
        message = f"This drawing is broken: {expat.ErrorString(fault.code)}."
        broken = Problem(Place(path, fault.lineno, fault.offset + 1), "drawing-broken", message, hint)
        return Drawing((*reading.flaws, broken))
    except _Enough:
        return Drawing(tuple(reading.flaws))
    return Drawing((*reading.flaws, *_repeated(reading)), tuple(reading.words))


def drawing_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a drawing, in the units of its viewBox; None where it has none."""
    box = _box(content)
    return (max(1, round(box[0])), max(1, round(box[1]))) if box else None


def _box(content: bytes) -> tuple[float, float] | None:
    found = ROOT_BOX.search(content)
    numbers = NUMBERS.findall(found[1].decode("utf-8", "replace")) if found else []
    box = [float(one.strip(" \t\r\n,")) for one in numbers]
    return (box[2], box[3]) if len(box) == 4 else None


def _repeated(reading: _Reading) -> Iterator[Problem]:
    if reading.repetitions() > MAX_VALUES:
        message = "The drawing repeats its parts without end, or more often than a page can hold."
        yield Problem(Place(reading.path), "drawing-unsafe", message, "Draw what is seen, without <use> inside <use>.")


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
