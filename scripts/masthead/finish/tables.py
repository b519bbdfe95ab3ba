"""Puts tables and code that authors wrote into named regions, which the keyboard can scroll where they are wide."""

import html
import re
from collections import Counter

from masthead.render import unmarked

# Headings and captions, which name what stands below them; tables of Markdown, which have no attributes; and code, a
# table where its lines are numbered.
PART = re.compile(
    r"<h[1-6][^>]*>(?P<heading>.*?)</h[1-6]>|<figcaption[^>]*>(?P<caption>.*?)</figcaption>|<table>.*?</table>"
    r"|(?P<code><table class=\"codehilitetable\">.*?</table>|<pre\b(?![^>]*\bmh-).*?</pre>)",
    re.DOTALL,
)
TABLE, CODE = "Table", "Code"
WHITE_SPACE = re.compile(r"\s+")


def with_regions(page: str) -> str:
    """A page with its tables and code in regions, each named by the caption or heading above it, and no two alike."""
    if "<table" not in page and "<pre" not in page:
        return page
    name, used = "", Counter[str]()

    def write(found: re.Match[str]) -> str:
        nonlocal name
        words = found["heading"] or found["caption"]
        if words is not None:
            name = WHITE_SPACE.sub(" ", unmarked(words)).strip()
            return found[0]
        kind = CODE if found["code"] else TABLE
        whole = name if name.startswith(kind) else f"{kind}: {name}"
        used[whole] += 1
        again = f" ({used[whole]})" if used[whole] > 1 else ""
        label = html.escape(whole) + again
        return f'<div class="mh-scroll" role="region" aria-label="{label}" tabindex="0">{found[0]}</div>'

    return PART.sub(write, page)
