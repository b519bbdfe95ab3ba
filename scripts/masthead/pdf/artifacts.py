"""Content that is no part of the text: running heads, folios, repeated heads of tables, ornaments."""

import re

from masthead.pdf.draft import Draft
from masthead.pdf.marks import Mark

MARKED = re.compile(rb"/\w+\n<</MCID (\d+)>>\nBDC")
PLAIN = b"/Artifact BMC"
MARGINS = {
    "@top": b"/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC",
    "@bottom": b"/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC",
}


def set_artifacts(draft: Draft) -> None:
    """Mark as an artifact whatever has no place in the tree."""
    kept = [set[int]() for _ in draft.pdf.pages]
    for mark in draft.tree.root.marks():
        kept[mark.page].add(mark.mcid)
    margins = {(mark.page, mark.mcid): _margin(mark) for mark in draft.marks.pieces if mark.margin}
    for number, page in enumerate(draft.pdf.pages):

        def start(found: re.Match[bytes], number: int = number) -> bytes:
            mcid = int(found[1])
            return found[0] if mcid in kept[number] else margins.get((number, mcid), PLAIN)

        content = page.obj.Contents
        content.write(MARKED.sub(start, content.read_bytes()))


def _margin(mark: Mark) -> bytes:
    return next((start for name, start in MARGINS.items() if mark.margin.startswith(name)), PLAIN)
