"""Turns the one style that Markdown writes into a class: a strict policy allows no `style` attribute."""

import re

from masthead.finish.built import Built

ALIGNED = re.compile(r'(<t[hd]) style="text-align: (left|center|right);?"')


def drop_styles(built: Built) -> None:
    """Write the alignment of a table's cells as a class (`css/material.css`)."""
    for page in built.pages():
        text = page.read_text(encoding="utf-8")
        if "text-align:" in text:
            page.write_bytes(ALIGNED.sub(r'\1 class="mh-\2"', text).encode())
