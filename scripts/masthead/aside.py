"""Finished HTML goes past the engine: set aside before it runs, and put back into the pages that it has written.

Nine tenths of a record’s page are HTML of our own components. Markdown reads every letter of them to leave all as they
are: two thirds of an engine’s time. So an engine is given a mark in their place, an empty element. Nothing here knows
an engine; it rests on two rules of Markdown: a block of HTML ends at an empty line, and is not changed. Where an engine
does otherwise, or an author shows such HTML in a block of code, a mark is not found again, and the pages are built a
second time with everything in them.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from masthead.artifact import Artifact

PAGE, WRITTEN = "index.md", "index.html"
FRONT = "---\n"
BETWEEN = "\n\n"
# A component, or a record for search engines. Neither has empty lines inside.
BEGINS = re.compile(r'<(?:([a-z]+) (?:[a-z]+="[^"]*" )*class="mh-|(script) type="application/ld\+json">)')
# What an author opens in this way is read as Markdown to its end, the HTML inside, too.
READ_INSIDE = re.compile(r"<[a-z][^>]*\smarkdown\b")
MARK = '<div data-aside="{}"></div>'
MARKS = re.compile(r'<div data-aside="(\d+)"></div>')

Aside = Mapping[str, tuple[str, ...]]  # what was taken out of each page, by the page’s path


def set_aside(artifacts: Iterable[Artifact]) -> tuple[tuple[Artifact, ...], Aside]:
    """The artifacts with marks in place of finished HTML, and what stood there."""
    given: list[Artifact] = []
    taken: dict[str, tuple[str, ...]] = {}
    for one in artifacts:
        if not isinstance(one.content, str) or not one.path.endswith(PAGE):
            given.append(one)
            continue
        text, blocks = _without_blocks(one.content)
        given.append(replace(one, content=text))
        taken[one.path] = blocks
    return tuple(given), taken


def put_back(site: Path, taken: Aside) -> bool:
    """Put everything back into the pages of a site. False, and nothing is good, where a mark is not found again."""
    for path, blocks in taken.items():
        page = site / path.removesuffix(PAGE) / WRITTEN
        text = page.read_text(encoding="utf-8")
        if [int(number) for number in MARKS.findall(text)] != list(range(len(blocks))):
            return False
        if blocks:
            pieces = MARKS.split(text)
            pieces[1::2] = blocks
            page.write_bytes("".join(pieces).encode())
    return True


def _without_blocks(page: str) -> tuple[str, tuple[str, ...]]:
    blocks: list[str] = []
    if READ_INSIDE.search(page):
        return page, ()
    parts = page.split(BETWEEN)
    for index, part in enumerate(parts):
        block = part.rstrip("\n")
        if _is_finished(block):
            parts[index] = MARK.format(len(blocks)) + part[len(block) :]
            blocks.append(block)
    return BETWEEN.join(parts), tuple(blocks)


def _is_finished(part: str) -> bool:
    """Whether it is one whole element that Markdown would leave as it is."""
    begins = BEGINS.match(part)
    if begins is None:
        return False
    name = begins[1] or begins[2]
    is_whole = part.endswith(f"</{name}>") and len(re.findall(rf"<{name}\b", part)) == part.count(f"</{name}>")
    return is_whole
