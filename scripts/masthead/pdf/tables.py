"""Tables: one however many pages they cross, with a scope for every header cell."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from masthead.pdf.draft import Draft
from masthead.pdf.marks import Mark
from masthead.pdf.tree import Kid, Node

SCOPES = {"row": "Row", "rowgroup": "Row", "col": "Column", "colgroup": "Column"}
PARTS = frozenset(("Caption", "THead", "TBody", "TFoot", "TR"))


def drop_repeats(draft: Draft) -> None:
    """Leave heads out that a table repeats on its further pages, and feet that it repeats on its earlier ones."""
    marks = draft.marks
    pages: dict[Element, list[int]] = defaultdict(list)
    repeating = {cell: part for part in marks.html.iter() if part.tag in ("thead", "tfoot") for cell in part.iter()}
    inside = [(mark, repeating[mark.element]) for mark in marks.pieces if mark.element in repeating]
    for mark, part in inside:
        pages[part].append(mark.page)
    kept = {part: min(on) if part.tag == "thead" else max(on) for part, on in pages.items()}
    repeats = {mark for mark, part in inside if mark.page != kept[part]}
    draft.marks = replace(marks, pieces=[mark for mark in marks.pieces if mark not in repeats])


def shape_tables(draft: Draft) -> None:
    """Say what each header cell heads and how far each cell reaches; the caption comes first."""
    for node in list(draft.tree.root.descendants()):
        if node.kind == "Table":
            node.kids = sorted(_parts(node), key=lambda kid: not _is_caption(kid))
            for row, is_head in _rows(node):
                row.kids = [cell for cell in row.nodes() if cell.kind in ("TH", "TD")]
                for cell in row.nodes():
                    _shape(cell, is_head=is_head)


def _parts(node: Node) -> Iterator[Kid]:
    """What a table consists of, without the white space between."""
    for kid in node.nodes():
        if kid.kind in PARTS:
            kid.kids = [one for one in kid.kids if kid.kind in ("Caption", "TR") or not isinstance(one, Mark)]
            yield kid


def _is_caption(kid: Kid) -> bool:
    return isinstance(kid, Node) and kid.kind == "Caption"


def _rows(table: Node) -> Iterator[tuple[Node, bool]]:
    for part in table.nodes():
        if part.kind == "TR":
            yield part, False
        elif part.kind != "Caption":
            yield from ((row, part.kind == "THead") for row in part.nodes())


def _shape(cell: Node, *, is_head: bool) -> None:
    attributes: dict[str, object] = {}
    if cell.element is None:
        return
    if cell.kind == "TH":
        attributes["Scope"] = SCOPES.get(cell.element.get("scope", "").lower(), "Column" if is_head else "Row")
    for name, key in (("colspan", "ColSpan"), ("rowspan", "RowSpan")):
        reach = cell.element.get(name, "1")
        if reach.isdecimal() and int(reach) > 1:
            attributes[key] = int(reach)
    if attributes:
        cell.attributes["Table"] = attributes
