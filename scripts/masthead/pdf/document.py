"""What a finished PDF tells of itself."""

import datetime as dt
from dataclasses import dataclass
from io import BytesIO
from xml.etree.ElementTree import Element


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


@dataclass(frozen=True, kw_only=True)
class Particulars:
    """What its metadata say of a document. `creator` made the HTML, `producer` the PDF."""

    title: str
    author: str
    description: str
    keywords: tuple[str, ...]
    language: str
    creator: str
    producer: str
    stamp: dt.datetime


def particulars(html: Element, producer: str, stamp: dt.datetime) -> Particulars:
    """What the head of an HTML document says."""
    metas = {meta.get("name", "").lower(): meta.get("content", "") for meta in html.iter("meta")}
    title = next(html.iter("title"), None)
    keywords = (word.strip() for word in metas.get("keywords", "").split(","))
    return Particulars(
        title="" if title is None else " ".join("".join(title.itertext()).split()),
        author=metas.get("author", ""),
        description=metas.get("description", ""),
        keywords=tuple(word for word in keywords if word),
        language=html.get("lang", ""),
        creator=metas.get("generator", ""),
        producer=producer,
        stamp=stamp,
    )
