"""The tree of tags, grown from the HTML and not from the pages: what crosses a line or a page stays one thing."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from masthead.pdf.marks import Area, Mark, Marks, in_text

CALL, MARKER = "footnote-call", "footnote-marker"
PLACED = ("before", "after")  # generated content, which may float but is read where it belongs
SVG = "{http://www.w3.org/2000/svg}svg"

# What an element is in a PDF (ISO 32000-2, 14.8.4). An element that is not named is passed through: its content belongs
# to the element around it.
KINDS = {
    **{"article": "Art", "aside": "Aside", "main": "Part", "nav": "Sect", "section": "Sect"},
    **dict.fromkeys(("address", "details", "div", "fieldset", "footer", "header"), "Div"),
    **{"blockquote": "BlockQuote", "p": "P", "pre": "P", "summary": "P"},
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    **{"ul": "L", "ol": "L", "dl": "L", "li": "LI", "dt": "Lbl", "dd": "LBody"},
    **{"table": "Table", "thead": "THead", "tbody": "TBody", "tfoot": "TFoot", "tr": "TR", "th": "TH", "td": "TD"},
    **{"figure": "Figure", "img": "Figure", SVG: "Figure", "caption": "Caption", "figcaption": "Caption"},
    **{"a": "Link", "q": "Quote", "code": "Code", "kbd": "Code", "samp": "Code", "abbr": "Span"},
    **{"em": "Em", "i": "Em", "strong": "Strong", "b": "Strong"},
}
INLINE = frozenset(("Span", "Em", "Strong", "Link", "Quote", "Code", "Reference", "Note", "FENote", "Figure"))
GROUPS = frozenset(("Document", "Part", "Art", "Sect", "Div", "Aside", "BlockQuote"))
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(eq=False)
class Node:
    """A structure element. `attributes` go by their owner; `see` are the elements that this one refers to."""

    kind: str
    element: Element | None = None
    kids: list["Kid"] = field(default_factory=list)
    attributes: dict[str, dict[str, object]] = field(default_factory=dict)
    alternative: str = ""
    expansion: str = ""
    language: str = ""
    identity: str = ""
    see: list["Node"] = field(default_factory=list)

    def nodes(self) -> Iterator["Node"]:
        """The structure elements directly below."""
        return (kid for kid in self.kids if isinstance(kid, Node))

    def descendants(self) -> Iterator["Node"]:
        """This one and all below it, in reading order."""
        yield self
        for node in self.nodes():
            yield from node.descendants()

    def marks(self) -> Iterator[Mark]:
        """All content in it, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Mark):
                yield kid
            elif isinstance(kid, Node):
                yield from kid.marks()


Kid = Node | Mark | Area


@dataclass(frozen=True)
class Tree:
    """The root, and what stands for each element of the HTML: the structure element around it, where it has none."""

    root: Node
    places: dict[Element, Node]


def grow(marks: Marks) -> Tree:
    """The tree of a document. Content that does not come up in it is an artifact."""
    root = Node("Document")
    grower = _Grower(marks)
    root.kids = in_paragraphs(root.kind, grower.below(marks.html, root))
    return Tree(root, grower.places)


class _Grower:
    """Goes through the HTML once."""

    def __init__(self, marks: Marks) -> None:
        self.places: dict[Element, Node] = {}
        self.own: dict[Element, list[Mark]] = {}
        for mark in in_text(marks):
            self.own.setdefault(mark.element, []).append(mark)  # type: ignore[arg-type]
        self.areas: dict[Element, list[Area]] = {}
        for area in marks.areas:
            self.areas.setdefault(area.element, []).append(area)
        self.first: dict[Element, int] = {}
        self._find_first(marks.html)

    def below(self, element: Element, node: Node) -> list[Kid]:
        """What an element holds: its own text, and what becomes of the elements in it, which keep their order."""
        self.places[element] = node
        own = deque(mark for mark in self.own.get(element, ()) if mark.part not in (*PLACED, CALL, MARKER))
        kids: list[Kid] = []
        for child in element:
            first = self.first.get(child)
            while own and first is not None and own[0].order < first:
                kids.append(own.popleft())
            kids.extend(self._grow(child, node))
        return [*self._part(element, "before"), *kids, *own, *self._part(element, "after")]

    def _part(self, element: Element, *parts: str) -> list[Kid]:
        return [mark for mark in self.own.get(element, ()) if mark.part in parts]

    def _find_first(self, element: Element) -> int | None:
        """Where the first piece of an element stands."""
        found = [one for child in element if (one := self._find_first(child)) is not None]
        found += [mark.order for mark in self.own.get(element, ())]
        if found:
            self.first[element] = min(found)
        return self.first.get(element)

    def _grow(self, element: Element, around: Node) -> list[Kid]:
        if element not in self.first and not _is_cell_of_drawn_row(element, around):
            self._pass_over(element, around)
            return []
        if any(mark.part == CALL for mark in self.own.get(element, ())):
            return self._note(element)
        kind = "" if element.tag == "a" and element not in self.areas else KINDS.get(element.tag, "")
        if not kind and element.get("lang") is None:
            return self.below(element, around)
        node = Node(kind or "Span", element)
        node.kids = in_paragraphs(node.kind, [*self.areas.get(element, ()), *self.below(element, node)])
        return [node]

    def _note(self, element: Element) -> list[Kid]:
        """A note stands where it is called, after its call."""
        call = Node("Reference", element, [Node("Lbl", None, self._part(element, CALL))])
        note = Node("Note", element)
        note.kids = [Node("Lbl", None, self._part(element, MARKER)), *self.below(element, note)]
        return [call, note]

    def _pass_over(self, element: Element, around: Node) -> None:
        """A place without content may be linked to, too."""
        self.places.update(dict.fromkeys(element.iter(), around))


def _is_cell_of_drawn_row(element: Element, around: Node) -> bool:
    """An empty cell holds the place of its column."""
    return element.tag in ("td", "th") and around.kind == "TR"


def in_paragraphs(kind: str, kids: Iterable[Kid]) -> list[Kid]:
    """What may hold no text itself holds paragraphs; white space between its blocks is nothing."""
    if kind not in GROUPS:
        return list(kids)
    blocks: list[Kid] = []
    paragraph: Node | None = None
    for kid in kids:
        if not (isinstance(kid, Mark) or (isinstance(kid, Node) and kid.kind in INLINE and not _is_block(kid))):
            paragraph = None
            blocks.append(kid)
        elif paragraph is not None:
            paragraph.kids.append(kid)
        elif not isinstance(kid, Mark) or kid.box or kid.text.strip():
            paragraph = Node("P", None, [kid])
            blocks.append(paragraph)
    return blocks


def _is_block(node: Node) -> bool:
    return node.element is not None and node.element.tag == "figure"
