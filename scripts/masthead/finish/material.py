"""Takes out what Material and the engines write and this site does not use: controls, scripts, styles."""

import re
import shutil

from masthead.finish.built import Built

# What base.html writes around its blocks for scripts that are not sent, and empty places for them.
CONTROLS = re.compile(
    r'<input class="md-toggle"[^>]*>\s*'
    r'|<label class="md-overlay"[^>]*></label>\s*'
    r'|<div data-md-component="skip">.*?</div>\s*'
    r'|<div data-md-component="announce">\s*</div>\s*'
    r'|<div class="md-dialog"[^>]*>\s*<div class="md-dialog__inner md-typeset"></div>\s*</div>\s*',
    re.DOTALL,
)
EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n)+")
PREFORMATTED = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>)", re.DOTALL)

# Files of the engines' own: scripts, their maps and dictionaries, styles, an icon, and two search indexes.
ENGINES_OWN = (
    "assets/javascripts",
    "assets/stylesheets",
    "assets/images/favicon.png",
    "search/search_index.json",
    "search.json",
    "objects.inv",
)


def drop_material(built: Built) -> None:
    """Remove the engines' own files from the site."""
    for name in ENGINES_OWN:
        path = built.folder / name
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)


def without_controls(page: str) -> str:
    """A page without Material's controls, and without the empty lines that templates leave."""
    parts = PREFORMATTED.split(CONTROLS.sub("", page))
    parts[::2] = map(_without_empty_lines, parts[::2])
    return "".join(parts)


def _without_empty_lines(part: str) -> str:
    *lines, last = EMPTY_LINES.split(part)
    return "\n".join((*(line.rstrip(" \t") for line in lines), last))
