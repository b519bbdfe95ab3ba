"""Turns the one style that Markdown writes into a class: a strict policy allows no `style` attribute."""

import re

ALIGNED = re.compile(r'(<t[hd]) style="text-align: (left|center|right);?"')


def without_styles(page: str) -> str:
    """A page with the alignment of its tables' cells as classes (`css/material.css`)."""
    return ALIGNED.sub(r'\1 class="mh-\2"', page) if "text-align:" in page else page
