"""The numbers of ordered lists, which WeasyPrint counts from one whatever the author says."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element


def number_items(root: Element) -> None:
    """Write its number to each item of the lists that begin elsewhere, count down or leave numbers out."""
    for listing in root.iter("ol"):
        items = listing.findall("li")
        if {"start", "reversed"} & listing.attrib.keys() or any("value" in item.attrib for item in items):
            for item, number in zip(items, _numbers(listing, items), strict=True):
                item.set("style", f"counter-reset: list-item {number}; counter-increment: none")


def _numbers(listing: Element, items: list[Element]) -> Iterator[int]:
    """As in HTML, 4.4.5 and 4.4.8."""
    step = -1 if "reversed" in listing.attrib else 1
    number = _integer(listing.get("start"), len(items) if step < 0 else 1)
    for item in items:
        number = _integer(item.get("value"), number)
        yield number
        number += step


def _integer(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.removeprefix("-").isdecimal() else otherwise
