"""What WeasyPrint has drawn, piece by piece, and the HTML element that each piece comes from.

WeasyPrint’s own tagger goes from page to page and from box to box, so that what crosses a page or a line falls apart.
In its place notes are taken: every box knows the very element that it was made of, and nothing has to be guessed later.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

POINTS = 0.75  # per CSS pixel

Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, eq=False)
class Mark:
    """A piece of marked content. `order` counts in the order of the layout; `part` is a pseudo-element such as
    “marker”; `margin` names the margin box of the page that it stands in; `box` is the rectangle of a picture, in
    points.
    """

    order: int
    page: int
    mcid: int
    element: Element | None
    part: str = ""
    text: str = ""
    margin: str = ""
    list_style: str = ""
    box: Box | None = None


@dataclass(frozen=True, eq=False)
class Area:
    """A link annotation: its object's number in the file, the element that is the link, and the rectangle in points."""

    page: int
    number: int
    element: Element
    box: Box

    def covers(self, other: "Area") -> bool:
        """Whether a click on the middle of the other is a click on this one, too."""
        left, bottom, right, top = self.box
        is_inside = (
            left <= (other.box[0] + other.box[2]) / 2 <= right and bottom <= (other.box[1] + other.box[3]) / 2 <= top
        )
        return is_inside and self.page == other.page and self.element is other.element


@dataclass(frozen=True, eq=False)
class Bookmark:
    """A line of the outline. `left` and `top` are in points from the lower left corner of the page."""

    level: int
    label: str
    page: int
    left: float
    top: float
    element: Element


@dataclass(frozen=True, eq=False)
class Marks:
    """All that stands in a file, and the root element of the HTML that it was made of."""

    html: Element
    pieces: list[Mark] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)

    def note(self, pdf: Any, document: Any, pdf_version: object, page_streams: Iterable[Any]) -> None:  # noqa: ARG002
        """Takes the place of `weasyprint.pdf.add_tags`."""
        for number, (page, stream) in enumerate(zip(document.pages, page_streams, strict=True)):
            _Reader(self, number, page.height, stream._tags).read(page._page_box)


@dataclass
class _Reader:
    """Reads the boxes of one page in the order of the layout."""

    marks: Marks
    page: int
    height: float
    tags: Mapping[Any, Mapping[str, Any]]

    def read(self, box: Any, margin: str = "", link: Element | None = None) -> None:
        box = getattr(box, "_box", box)  # what is positioned leaves a placeholder where it was written
        margin = getattr(box, "at_keyword", margin)
        if box.element is not None:
            link = box.element if box.link else link
            self._read_area(box, link)
            self._read_bookmark(box)
        if (tag := self.tags.get(box)) is not None:
            self.marks.pieces.append(self._piece(box, tag["mcid"], margin))
        for child in box.all_children():
            self.read(child, margin, link)

    def _piece(self, box: Any, mcid: int, margin: str) -> Mark:
        part = (box.element_tag or "").partition("::")[2]
        text = getattr(box, "text", None)
        content = box.content_box_x(), box.content_box_y(), box.width, box.height
        return Mark(
            order=len(self.marks.pieces),
            page=self.page,
            mcid=mcid,
            element=box.element,
            part=part,
            text=text or "",
            margin=margin,
            list_style=str(box.style["list_style_type"]) if part == "marker" else "",
            box=None if text is not None else self._rectangle(*content),
        )

    def _read_area(self, box: Any, link: Element | None) -> None:
        """A link, and everything in it, has an annotation."""
        if box.link_annotation is not None and link is not None:
            area = Area(self.page, box.link_annotation.number, link, self._rectangle(*box.hit_area()))
            self.marks.areas.append(area)

    def _read_bookmark(self, box: Any) -> None:
        level = box.style["bookmark_level"]
        if box.bookmark_label and level != "none":
            left, _, _, top = self._rectangle(*box.hit_area())
            self.marks.bookmarks.append(Bookmark(level, box.bookmark_label, self.page, left, top, box.element))

    def _rectangle(self, left: float, top: float, width: float, height: float) -> Box:
        return (
            left * POINTS,
            (self.height - top - height) * POINTS,
            (left + width) * POINTS,
            (self.height - top) * POINTS,
        )


def in_text(marks: Marks) -> Iterator[Mark]:
    """The pieces that are not in the margin of a page."""
    return (piece for piece in marks.pieces if not piece.margin and piece.element is not None)
