"""What stands at the head of a file: metadata, language, how it opens, page labels, colours."""

import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import groupby

from masthead.pdf.document import Particulars, particulars
from masthead.pdf.draft import Draft
from masthead.pdf.xmp import packet

SRGB = "sRGB IEC61966-2.1"
ROMAN = re.compile(r"[ivxlcdm]+")
VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def set_metadata(draft: Draft) -> None:
    """Write the metadata; PDF/A-4 forbids the older form of them."""
    from pikepdf import Name, Stream

    of = particulars(draft.marks.html, str(draft.pdf.docinfo.Producer), draft.stamp)
    draft.pdf.Root.Metadata = Stream(draft.pdf, packet(of, draft.standards), Type=Name.Metadata, Subtype=Name.XML)
    if draft.is_pdf_2:
        del draft.pdf.docinfo
    else:
        _set_docinfo(draft, of)


def set_view(draft: Draft) -> None:
    """Open with the bookmarks and with the title in the window's bar."""
    from pikepdf import Dictionary, Name

    draft.pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if draft.marks.bookmarks:
        draft.pdf.Root.PageMode = Name.UseOutlines


def label_pages(draft: Draft) -> None:
    """Number the pages in a reader as their folios do on paper."""
    from pikepdf import Array, Dictionary, Name

    numbers = Array()
    pages = enumerate(_folios(draft))
    for (style, start), group in groupby(pages, key=lambda page: (page[1][0], page[1][1] - page[0])):
        first, _ = next(group)
        numbers.append(first)
        numbers.append(Dictionary(S=Name(f"/{style}"), St=first + start))
    draft.pdf.Root.PageLabels = Dictionary(Nums=numbers)


def set_colours(draft: Draft) -> None:
    """Say that colours are those of sRGB. The profile is the International Color Consortium’s own, free to embed."""
    from pikepdf import Array, Dictionary, Name, Stream

    profile = Stream(draft.pdf, (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes(), N=3)
    intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFA1, DestOutputProfile=draft.pdf.make_indirect(profile))
    intent.OutputConditionIdentifier = intent.Info = SRGB
    draft.pdf.Root.OutputIntents = Array([intent])


def drop_interpolation(draft: Draft) -> None:
    """PDF/A forbids that pictures are smoothed by the reader."""
    from pikepdf import Stream

    for one in draft.pdf.objects:
        if isinstance(one, Stream) and "/Interpolate" in one:
            del one["/Interpolate"]


def _set_docinfo(draft: Draft, of: Particulars) -> None:
    date = of.stamp.strftime("D:%Y%m%d%H%M%S+00'00'")
    texts = {
        "Title": of.title,
        "Author": of.author,
        "Subject": of.description,
        "Keywords": ", ".join(of.keywords),
        "Creator": of.creator,
        "CreationDate": date,
        "ModDate": date,
    }
    for key, text in texts.items():
        if text:
            draft.pdf.docinfo[f"/{key}"] = text


def _folios(draft: Draft) -> Iterator[tuple[str, int]]:
    """Style and number of each page; a page without a folio is counted from the one before."""
    printed: dict[int, tuple[str, int]] = {}
    for mark in draft.marks.pieces:
        if mark.margin.startswith("@bottom") and (folio := _folio(mark.text.strip())):
            printed[mark.page] = folio
    first = min(printed, default=0)
    style, number = printed.get(first, ("D", 1))
    number -= first + 1
    if number < 0:
        style, number = "D", 0
    for page in range(len(draft.pdf.pages)):
        style, number = printed.get(page, (style, number + 1))
        yield style, number


def _folio(text: str) -> tuple[str, int] | None:
    if text.isdecimal():
        return "D", int(text)
    if ROMAN.fullmatch(text):
        values = [VALUES[letter] for letter in text]
        pairs = zip(values, [*values[1:], 0], strict=True)
        return "r", sum(-value if value < after else value for value, after in pairs)
    return None
