"""The tag tree of a finished PDF, as a program that reads it aloud walks it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from tests.judges.marks import Mark, marks

HEADING = re.compile(r"H[1-9]")


@dataclass(frozen=True)
class Words:
    """A marked sequence of a page, as a leaf of the tree."""

    page: int
    mark: Mark


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link's area on a page. It leads to an address, or to a page and, in PDF 2.0, to an element of the tree."""

    page: int
    contents: str
    flags: int
    uri: str = ""
    name: str = ""
    leads_to_page: int | None = None
    leads_to_height: float = 0
    leads_to_element: Object | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Node:
    """An element of the tag tree."""

    role: str
    element: Object
    language: str
    alternative: str | None
    attributes: Mapping[str, Any]
    children: "tuple[Node | Words | Link, ...]"

    def walk(self) -> "Iterator[Node | Words | Link]":
        """This node and all below it, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()
            else:
                yield child

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """All marked sequences below."""
        return tuple(one for one in self.walk() if isinstance(one, Words))

    @property
    def text(self) -> str:
        """All text below."""
        return "".join(one.mark.text for one in self.words)


class TaggedPdf:
    """A PDF, its tree, and what its pages draw."""

    def __init__(self, file: Path) -> None:
        self.pdf: Pdf = pikepdf.open(file)
        self.pages = [tuple(marks(page)) for page in self.pdf.pages]
        self._numbers = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}
        self._marks = {
            (number, mark.number): mark
            for number, page in enumerate(self.pages)
            for mark in page
            if mark.number is not None
        }
        self.language = str(self.pdf.Root.get("/Lang", ""))
        self.names = dict(pikepdf.NameTree(self.pdf.Root.Names.Dests)) if "/Names" in self.pdf.Root else {}
        root = self.pdf.Root.StructTreeRoot
        self._roles = {str(key): str(value) for key, value in root.get("/RoleMap", {}).items()}
        self._titled = any(isinstance(one, Dictionary) and one.get("/S") == Name.Title for one in self.pdf.objects)
        (top,) = _several(root.K)
        self.tree = self._node(top, self.language, None)

    @property
    def untagged(self) -> Iterator[tuple[int, Mark]]:
        """What a page draws that is not in the tree: page, mark."""
        used = {(words.page, words.mark.number) for words in self.tree.words}
        for number, page in enumerate(self.pages):
            yield from ((number, mark) for mark in page if (number, mark.number) not in used)

    def link(self, annotation: Object, page: int) -> Link:
        """A link annotation."""
        action = annotation.get("/A", Dictionary())
        target = annotation.get("/Dest", action.get("/D"))
        name = str(target) if isinstance(target, (pikepdf.String, Name)) else ""
        leads = self._destination(target, action)
        contents, flags = str(annotation.get("/Contents", "")), int(annotation.get("/F", 0))
        return Link(page=page, contents=contents, flags=flags, uri=str(action.get("/URI", "")), name=name, **leads)

    def _destination(self, target: Any, action: Object) -> dict[str, Any]:
        if isinstance(target, (pikepdf.String, Name)):
            target = self.names[str(target)]
        if isinstance(target, Dictionary):
            action, target = target, target.D
        if target is None:
            return {}
        first = action.get("/SD", target)[0]
        element = first if first.get("/Type") != Name.Page else None
        page = self._numbers.get(target[0].objgen)
        height = float(target[3]) if page is not None and str(target[1]) == "/XYZ" else 0
        return {"leads_to_element": element, "leads_to_page": page, "leads_to_height": height}

    def _node(self, element: Object, language: str, page: Object | None) -> Node:
        page = element.get("/Pg", page)
        language = str(element.Lang) if "/Lang" in element else language
        role = str(element.S)
        kids = (self._kid(kid, language, page) for kid in _several(element.get("/K")))
        return Node(
            role=self._role(self._roles.get(role, role).removeprefix("/")),
            element=element,
            language=language,
            alternative=str(element.Alt) if "/Alt" in element else None,
            attributes=dict(_attributes(element)),
            children=tuple(kids),
        )

    def _role(self, role: str) -> str:
        """PDF 2.0 has a Title, and headings that begin at H1; here as in HTML the title is H1, and they begin at H2."""
        if role == "Title":
            return "H1"
        return f"H{int(role[1]) + 1}" if self._titled and HEADING.fullmatch(role) else role

    def _kid(self, kid: Any, language: str, page: Any) -> Node | Words | Link:
        if isinstance(kid, int):
            return self._words(page, kid)
        page = kid.get("/Pg", page)
        if kid.get("/Type") == Name.MCR:
            return self._words(page, int(kid.MCID))
        if kid.get("/Type") == Name.OBJR:
            return self.link(kid.Obj, self._numbers[page.objgen])
        return self._node(kid, language, page)

    def _words(self, page: Any, number: int) -> Words:
        at = self._numbers[page.objgen]
        return Words(at, self._marks[at, number])


def _several(kids: Any) -> tuple[Any, ...]:
    if kids is None:
        return ()
    return tuple(kids) if isinstance(kids, Array) else (kids,)


def _attributes(element: Object) -> Iterator[tuple[str, Any]]:
    for entry in _several(element.get("/A")):
        if isinstance(entry, Dictionary):
            yield from ((str(key)[1:], value) for key, value in entry.items() if key != "/O")
