"""The Jinja environment, its few filters, and the conversion of Markdown."""

import html
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import jinja2
import markdown
from markupsafe import Markup

from masthead.styles import TEMPLATES

THEME = Path(__file__).parent / "theme"
REMEMBERED = 4096  # converted texts: the summaries of some thousand records, a few megabytes
TAG = re.compile(r"<[^>]+>")
WHITE_SPACE = re.compile(r"[ \t\r\n]+")  # not the spaces that must not break


def to_html(text: str, extensions: Sequence[str | Any], **configs: Any) -> Markup:
    """Markdown as HTML blocks. `configs` holds the options of an extension by its name."""
    return Markup(markdown.markdown(text, extensions=list(extensions), extension_configs=configs))  # noqa: S704


@lru_cache(maxsize=REMEMBERED)
def blocks(text: str) -> Markup:
    """An author’s Markdown in a record as HTML blocks. Many pages show the same summary, so the latest are kept."""
    return Markup(_converter().reset().convert(text))  # noqa: S704


@cache
def _converter() -> markdown.Markdown:
    """The converter of all texts in records: to make one takes longer than to use it."""
    return markdown.Markdown(extensions=["smarty"])


def inline(text: str) -> Markup:
    """One paragraph of Markdown as HTML without its paragraph."""
    converted = str(blocks(WHITE_SPACE.sub(" ", text).strip(" ")))
    return Markup(converted.removeprefix("<p>").removesuffix("</p>"))  # noqa: S704


def plain(text: str) -> str:
    """Markdown as plain text, for attributes, feeds and calendars."""
    return html.unescape(TAG.sub("", str(blocks(text)))).strip()


def unmarked(page: str) -> str:
    """The words of HTML, without its tags, parted by spaces."""
    return html.unescape(TAG.sub(" ", page))


@cache
def environment() -> jinja2.Environment:
    """The environment of all templates of ours: strict, escaping, with the filters `inline` and `markdown`."""
    jinja = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    jinja.filters |= {"inline": inline, "markdown": blocks}
    return jinja


def render(template: str, **values: Any) -> Markup:
    """A template filled with values, to be printed as it is."""
    return Markup(environment().get_template(template).render(values))  # noqa: S704


def component(name: str, *values: Any) -> Markup:
    """What the macro of a component makes of its arguments, without empty lines, which end a block in Markdown."""
    template = environment().get_template(f"components/{name}/{name}.jinja")
    printed = str(getattr(template.module, name.replace("-", "_"))(*values))  # lines of Markup would be Markup each
    return Markup("\n".join(line for line in printed.split("\n") if line.strip()))  # noqa: S704
