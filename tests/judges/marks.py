"""The text of a page as its content stream draws it: what is tagged, what is an artifact, what is neither."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pikepdf import Dictionary, Matrix, Name, Object, Page, String, parse_content_stream

SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
WORD = re.compile(rb"<([0-9a-fA-F]*)>|(\[)|(\])")
MOVES = ("Td", "TD", "T*", "'", '"')  # WeasyPrint places each line with Tm


@dataclass(frozen=True)
class Run:
    """A piece of text that is drawn at once: its place from the page's top left, in points, and its size."""

    text: str
    x: float
    y: float
    size: float
    font: str


@dataclass(frozen=True)
class Mark:
    """What one marked sequence draws. No number: it is not in the tag tree; no tag either: it is not marked at all."""

    tag: str
    number: int | None
    properties: Mapping[str, str]
    runs: tuple[Run, ...]
    pictures: int

    @property
    def text(self) -> str:
        """All that it draws, in the order in which it is drawn."""
        return "".join(run.text for run in self.runs)


def marks(page: Page) -> Iterator[Mark]:
    """The marked sequences of a page in the order of drawing, and last, without a tag, what is unmarked."""
    reader = _Reader(float(page.mediabox[3]))
    reader.read(page.obj, page.obj.Resources)
    yield from reader.finish()


class _Reader:
    """Follows the operators of a content stream that matter for text."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.found: list[Mark] = []
        self.open: list[tuple[str, int | None, dict[str, str], list[Run], list[str]]] = [("", None, {}, [], [])]
        self.stack: list[tuple[Matrix, Any, float]] = []
        self.matrix, self.text_matrix = Matrix(), Matrix()
        self.font: Any = None
        self.size = 0.0

    def read(self, stream: Object, resources: Object) -> None:
        for instruction in parse_content_stream(stream):
            self._follow(str(instruction.operator), instruction.operands, resources)

    def finish(self) -> Iterator[Mark]:
        assert len(self.open) == 1, "a marked sequence is left open"
        tag, number, properties, runs, pictures = self.open[0]
        yield from self.found
        yield Mark(tag, number, properties, tuple(runs), len(pictures))

    def _follow(self, operator: str, operands: Any, resources: Object) -> None:
        assert operator not in MOVES, f"a way of placing text that this reader does not know: {operator}"
        follow = getattr(self, f"_{operator}", None)
        if operator == "Do":
            self._draw(resources.XObject[operands[0]])
        elif operator == "Tf":
            self.font, self.size = resources.Font[operands[0]], float(operands[1])
        elif operator == "BDC":
            named = not isinstance(operands[1], Dictionary)
            self._begin(operands[0], resources.Properties[operands[1]] if named else operands[1])
        elif follow:
            follow(*operands)

    def _q(self) -> None:
        self.stack.append((self.matrix, self.font, self.size))

    def _Q(self) -> None:  # noqa: N802
        self.matrix, self.font, self.size = self.stack.pop()

    def _cm(self, *numbers: Any) -> None:
        self.matrix = Matrix(*map(float, numbers)) @ self.matrix

    def _BT(self) -> None:  # noqa: N802
        self.text_matrix = Matrix()

    def _Tm(self, *numbers: Any) -> None:  # noqa: N802
        self.text_matrix = Matrix(*map(float, numbers))

    def _Tj(self, codes: Any) -> None:  # noqa: N802
        self._TJ([codes])

    def _TJ(self, parts: Any) -> None:  # noqa: N802
        letters = unicode_map(self.font)
        codes = b"".join(bytes(part) for part in parts if isinstance(part, String))
        text = "".join(letters[code] for code in (codes[at : at + 2] for at in range(0, len(codes), 2)))
        placed = self.text_matrix @ self.matrix
        scale = abs(placed.d)
        run = Run(text, placed.e, self.height - placed.f, self.size * scale, str(self.font.BaseFont).partition("+")[2])
        self.open[-1][3].append(run)

    def _BMC(self, tag: Any) -> None:  # noqa: N802
        self._begin(tag, Dictionary())

    def _begin(self, tag: Any, properties: Any) -> None:
        number = int(properties.MCID) if "/MCID" in properties else None
        strings = {str(key)[1:]: str(value) for key, value in properties.items() if key not in {"/MCID", "/BBox"}}
        inside = self.open[-1]
        assert not (number is not None and inside[1] is not None), "a tagged sequence in a tagged sequence"
        self.open.append((str(tag)[1:], number, strings, [], []))

    def _EMC(self) -> None:  # noqa: N802
        tag, number, properties, runs, pictures = self.open.pop()
        outer = self.open[-1]
        if number is None and tag != "Artifact" and outer[0]:
            outer[3].extend([Run(properties["ActualText"], *_place(runs))] if "ActualText" in properties else runs)
            outer[4].extend(pictures)
        else:
            self.found.append(Mark(tag, number, properties, tuple(runs), len(pictures)))

    def _draw(self, picture: Object) -> None:
        if picture.Subtype == Name.Image:
            self.open[-1][4].append("image")
        if picture.Subtype == Name.Form:
            self._q()
            self._cm(*picture.get("/Matrix", [1, 0, 0, 1, 0, 0]))
            self.read(picture, picture.get("/Resources", Dictionary()))
            self._Q()


def _place(runs: list[Run]) -> tuple[float, float, float, str]:
    return runs[0].x, runs[0].y, runs[0].size, runs[0].font


def unicode_map(font: Object) -> Mapping[bytes, str]:
    """What each code of a font means, by its ToUnicode table. A code that it lacks is a KeyError."""
    return _unicode_map(bytes(font.ToUnicode.read_bytes()))


@lru_cache(maxsize=256)
def _unicode_map(table: bytes) -> Mapping[bytes, str]:
    letters: dict[bytes, str] = {}
    for kind, body in SECTION.findall(table):
        words = [bytes.fromhex(found[0].decode()) for found in WORD.findall(body)]
        if kind == b"char":
            letters |= {code: text.decode("utf-16-be") for code, text in zip(words[::2], words[1::2], strict=True)}
        else:
            for first, last, text in zip(words[::3], words[1::3], words[2::3], strict=True):
                start = int.from_bytes(text)
                for step in range(int.from_bytes(last) - int.from_bytes(first) + 1):
                    code = (int.from_bytes(first) + step).to_bytes(len(first))
                    letters[code] = (start + step).to_bytes(len(text)).decode("utf-16-be")
    return letters
