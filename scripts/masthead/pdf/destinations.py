"""Where links and bookmarks lead: to structure elements, not only to points on a page (ISO 32000-2, 12.3.2.3)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from masthead.pdf.draft import Draft
from masthead.pdf.marks import Area, Bookmark

if TYPE_CHECKING:
    from pikepdf import Array, Object, OutlineItem

PRINT = 4  # ISO 32000-2, table 167


def drop_covered_areas(draft: Draft) -> None:
    """WeasyPrint makes an annotation for a link and one for every box in it: the first is the outermost."""
    from pikepdf import Array

    areas: dict[tuple[int, Element], list[Area]] = {}
    for area in draft.marks.areas:
        before = areas.setdefault((area.page, area.element), [])
        if not any(one.covers(area) for one in before):
            before.append(area)
    kept = {area.number for group in areas.values() for area in group}
    draft.marks = replace(draft.marks, areas=[area for area in draft.marks.areas if area.number in kept])
    for page in draft.pdf.pages:
        if "/Annots" in page:
            page.Annots = Array([one for one in page.Annots if one.objgen[0] in kept])


def describe_links(draft: Draft) -> None:
    """A link is named by its text, and printed."""
    for area in draft.marks.areas:
        annotation = draft.pdf.get_object(area.number, 0)
        annotation.Contents = words(area.element) or annotation.Contents
        annotation.F = PRINT


def words(element: Element) -> str:
    """The text of an element, with the alternatives of its pictures."""
    return " ".join("".join(_words(element)).split())


def tie_names(draft: Draft) -> None:
    """Let every name lead to its element."""
    from pikepdf import Array

    names = draft.pdf.Root.get("/Names")
    if names is None or "/Dests" not in names:
        return
    elements = {element.get("id"): element for element in reversed(list(draft.marks.html.iter()))}
    old = list(names.Dests.Names)
    tied = Array()
    for name, point in sorted(zip(old[::2], old[1::2], strict=True), key=lambda pair: bytes(pair[0])):
        tied.append(name)
        tied.append(_destination(draft, point, elements[str(name)]))
    names.Dests.Names = tied


def tie_bookmarks(draft: Draft) -> None:
    """Write the outline again, so that each line leads to its element."""
    items: list[tuple[int, OutlineItem]] = []
    with draft.pdf.open_outline() as outline:
        outline.root.clear()
        for bookmark in draft.marks.bookmarks:
            item = _item(draft, bookmark)
            items = [(level, one) for level, one in items if level < bookmark.level]
            (items[-1][1].children if items else outline.root).append(item)
            items.append((bookmark.level, item))


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield child.get("alt") or ""
        yield from _words(child)
        yield child.tail or ""


def _item(draft: Draft, bookmark: Bookmark) -> "OutlineItem":
    from pikepdf import Array, Dictionary, Name, OutlineItem

    point = Array([draft.pdf.pages[bookmark.page].obj, Name.XYZ, bookmark.left, bookmark.top, 0])
    action = Dictionary(S=Name.GoTo, D=point)
    if draft.is_pdf_2:
        action.SD = _structured(draft, point, bookmark.element)
    return OutlineItem(bookmark.label, action=action)


def _destination(draft: Draft, point: "Object", element: Element) -> "Object":
    from pikepdf import Dictionary

    return Dictionary(D=point, SD=_structured(draft, point, element)) if draft.is_pdf_2 else point


def _structured(draft: Draft, point: "Object", element: Element) -> "Array":
    from pikepdf import Array

    return Array([draft.place(element), *list(point)[1:]])
