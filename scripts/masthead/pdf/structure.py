"""Repairs of the tree of tags that need no file: passages, headings, contents, notes."""

from collections.abc import Iterator
from itertools import count

from masthead.pdf.draft import Draft
from masthead.pdf.tree import Kid, Node


def mark_passages(draft: Draft) -> None:
    """Say the language of what is in another one, and what an abbreviation stands for."""
    for node in draft.tree.root.descendants():
        if node.element is not None and node.element is not draft.marks.html:
            node.language = node.element.get("lang", "")
            if node.element.tag == "abbr":
                node.expansion = node.element.get("title", "")


def level_headings(draft: Draft) -> None:
    """Let no level of heading be left out. In PDF 2.0 the title of the document is not a heading."""
    headings = [node for node in draft.tree.root.descendants() if node.kind in _HEADINGS]
    tops = [node for node in headings if node.kind == "H1"]
    if draft.is_pdf_2 and tops and tops == headings[:1]:
        tops[0].kind = "Title"
        headings = headings[1:]
    above = 0
    shift = 1 if headings and tops and headings[0] is not tops[0] else 0
    for node in headings:
        above = min(int(node.kind[1]) - shift, above + 1)
        node.kind = f"H{above}"


def list_contents(draft: Draft) -> None:
    """Make a list that leads to the parts of the document a table of contents, whose items refer to them."""
    for nav in draft.tree.root.descendants():
        if nav.element is not None and nav.element.tag == "nav":
            for node in nav.descendants():
                _contents(node)


def tie_contents(draft: Draft) -> None:
    """Let each item of a table of contents refer to what it leads to."""
    if not draft.is_pdf_2:
        return
    targets = {f"#{element.get('id')}": element for element in reversed(list(draft.marks.html.iter()))}
    for node in draft.tree.root.descendants():
        if node.kind == "TOCI":
            hrefs = (link.element.get("href", "") for link in _links(node) if link.element is not None)
            node.see = [draft.tree.places[targets[href]] for href in hrefs if href in targets]


def tie_notes(draft: Draft) -> None:
    """Name every note, and let note and call refer to each other where the standard knows how."""
    numbers = count(1)
    for call, note in _notes(draft.tree.root):
        note.identity = f"note-{next(numbers)}"
        if draft.is_pdf_2:
            note.kind = "FENote"
            note.attributes["FENote"] = {"NoteType": "Footnote"}
            note.see, call.see = [call], [note]


_HEADINGS = frozenset(f"H{level}" for level in range(1, 7))


def _contents(node: Node) -> None:
    if node.kind == "L":
        node.kind = "TOC"
        node.attributes.pop("List", None)
    elif node.kind == "LI":
        node.kind = "TOCI"
        node.kids = [one for kid in node.kids for one in _unwrapped(kid)]
    if node.kind in ("TOCI", "P"):
        node.kids = [Node("Reference", None, [kid]) if _is(kid, "Link") else kid for kid in node.kids]


def _links(item: Node) -> Iterator[Node]:
    """The links of an item, without those of the items below it."""
    for node in item.nodes():
        if node.kind == "Link":
            yield node
        elif node.kind != "TOC":
            yield from _links(node)


def _unwrapped(kid: Kid) -> list[Kid]:
    return kid.kids if isinstance(kid, Node) and kid.kind == "LBody" else [kid]


def _is(kid: object, kind: str) -> bool:
    return isinstance(kid, Node) and kid.kind == kind


def _notes(root: Node) -> Iterator[tuple[Node, Node]]:
    calls: dict[object, Node] = {}
    for node in root.descendants():
        if node.kind == "Reference" and node.element is not None:
            calls[node.element] = node
        elif node.kind == "Note":
            yield calls[node.element], node
