"""A PDF between WeasyPrint and the reader, on which the repairs work one after the other."""

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from masthead.pdf.conformance import STANDARDS, Conformance, Standards
from masthead.pdf.marks import Marks
from masthead.pdf.tree import Node, Tree

if TYPE_CHECKING:
    from pikepdf import Object, Pdf


@dataclass
class Draft:
    """The file, what is drawn in it, the tree of its tags, and what each of them has been written as."""

    pdf: "Pdf"
    marks: Marks
    conformance: Conformance
    stamp: dt.datetime
    tree: Tree = field(default_factory=lambda: Tree(Node("Document"), {}))
    written: dict[Node, "Object"] = field(default_factory=dict)

    @property
    def standards(self) -> Standards:
        """What the file is to satisfy."""
        return STANDARDS[self.conformance]

    @property
    def is_pdf_2(self) -> bool:
        """Whether the file is of PDF 2.0, with its namespaces and structure destinations."""
        return self.conformance is Conformance.UA_2

    def place(self, element: Element) -> "Object":
        """The structure element that stands for an element of the HTML."""
        return self.written[self.tree.places[element]]
