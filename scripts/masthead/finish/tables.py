"""Puts every table that Markdown wrote into a named region, which the keyboard can scroll where the table is wide."""

import html
import re
from collections import Counter

from masthead.finish.built import Built
from masthead.render import unmarked

# Headings and captions, which name the tables below them; and tables of Markdown, which have no attributes.
PART = re.compile(
    r"<h[1-6][^>]*>(?P<heading>.*?)</h[1-6]>|<figcaption[^>]*>(?P<caption>.*?)</figcaption>|<table>.*?</table>",
    re.DOTALL,
)
TABLE = "Table"
WHITE_SPACE = re.compile(r"\s+")


def name_tables(built: Built) -> None:
    """Wrap the tables of every page."""
    for page in built.pages():
        text = page.read_text(encoding="utf-8")
        if "<table>" in text:
            page.write_bytes(with_regions(text).encode())


def with_regions(page: str) -> str:
    """A page with its tables in regions, each named by its caption or by the heading above it, and no two alike."""
    name, used = "", Counter[str]()

    def write(found: re.Match[str]) -> str:
        nonlocal name
        words = found["heading"] or found["caption"]
        if words is not None:
            name = WHITE_SPACE.sub(" ", unmarked(words)).strip()
            return found[0]
        used[name] += 1
        again = f" ({used[name]})" if used[name] > 1 else ""
        label = html.escape(name if name.startswith(TABLE) else f"{TABLE}: {name}") + again
        return f'<div class="mh-scroll" role="region" aria-label="{label}" tabindex="0">{found[0]}</div>'

    return PART.sub(write, page)
