"""The Jinja environment, its few filters, and the conversion of Markdown."""

import html
import re
from collections.abc import Callable, Mapping, Sequence
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
# Most texts are words and plain signs, which Markdown leaves as they are: no quotes, which become typographic, and
# nothing doubled. A law of the tests holds that against the converter.
SENTENCE = re.compile(r"[^\W\d_](?:[^\W_]|[,;:()?%£€–—’‘“”…/]|[ ](?![ ])|-(?!-)|\.(?!\.))*(?<! )")
PARAGRAPH = Markup("<p>{}</p>")
WHITE_SPACE = re.compile(r"[ \t\r\n]+")  # not the spaces that must not break


def to_html(text: str, extensions: Sequence[str | Any], **configs: Any) -> Markup:
    """Markdown as HTML blocks. `configs` holds the options of an extension by its name."""
    return Markup(markdown.markdown(text, extensions=list(extensions), extension_configs=configs))  # noqa: S704


@lru_cache(maxsize=REMEMBERED)
def blocks(text: str) -> Markup:
    """An author’s Markdown in a record as HTML blocks. Many pages show the same summary, so the latest are kept."""
    return PARAGRAPH.format(text) if SENTENCE.fullmatch(text) else Markup(_converter().reset().convert(text))  # noqa: S704


@cache
def _converter() -> markdown.Markdown:
    """The converter of all texts in records: to make one takes longer than to use it."""
    return markdown.Markdown(extensions=["smarty"])


@lru_cache(maxsize=REMEMBERED)
def inline(text: str) -> Markup:
    """One paragraph of Markdown as HTML without its paragraph."""
    converted = str(blocks(WHITE_SPACE.sub(" ", text).strip(" ")))
    return Markup(converted.removeprefix("<p>").removesuffix("</p>"))  # noqa: S704


@lru_cache(maxsize=REMEMBERED)
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
        cache_size=-1,  # all are kept: there are some hundred
        auto_reload=False,  # else each use of a component asks the disk; a preview makes a new environment
    )
    jinja.filters |= {"inline": inline, "markdown": blocks}
    return jinja


def read_components() -> None:
    """Read the templates of all components now, before several processes would do so."""
    for name in environment().list_templates(filter_func=lambda name: name.startswith("components/")):
        if name.endswith(".jinja"):
            environment().get_template(name).module  # noqa: B018 (worked out once)


def render(template: str, **values: Any) -> Markup:
    """A template filled with values, to be printed as it is."""
    return Markup(environment().get_template(template).render(values))  # noqa: S704


def component(name: str, *values: Any) -> Markup:
    """What the macro of a component makes of its arguments, without empty lines, which end a block in Markdown."""
    template = environment().get_template(f"components/{name}/{name}.jinja")
    printed = str(getattr(template.module, name.replace("-", "_"))(*values))  # lines of Markup would be Markup each
    return Markup("\n".join([line for line in printed.split("\n") if line and not line.isspace()]))  # noqa: S704


def partial_of_theme(name: str, url: Callable[[str], str], values: Mapping[str, Any]) -> str:
    """What a partial of the theme prints in an engine, where `url` makes an address of a path on the site."""
    return _theme().get_template(f"partials/{name}.html").render(values, address=url)


@cache
def _theme() -> jinja2.Environment:
    """The environment of the theme's partials, as engines have it: nothing is escaped of itself."""
    jinja = jinja2.Environment(loader=jinja2.FileSystemLoader(THEME), auto_reload=False)  # noqa: S701
    jinja.filters["url"] = _url
    return jinja


@jinja2.pass_context
def _url(context: jinja2.runtime.Context, path: str) -> str:
    address: str = context["address"](path)
    return address


def forget_templates() -> None:
    """Read all templates anew: somebody may have changed them."""
    environment.cache_clear()
    _theme.cache_clear()
