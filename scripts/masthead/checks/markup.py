"""Text becomes HTML that does no harm: elements, attributes and addresses of the lists. Pictures have words."""

import re
from collections import Counter
from collections.abc import Iterator

from masthead.faults import did_you_mean
from masthead.load import CONFIG, family_of
from masthead.markup import BUILT_IN, extension_fault, faults
from masthead.model.network import Network
from masthead.nodes import Plain
from masthead.problem import Problem, Severity
from masthead.prose import without_code
from masthead.source import Loc, Source, Sources

KNOWN_EXTENSIONS = (
    *BUILT_IN, "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "smarty", "sane_lists",
)  # fmt: skip
NO_WORDS = re.compile(r"!\[\s*\]\(|<img\b(?![^>]*\balt=[\"'][^\"'])", re.IGNORECASE)


def texts_do_no_harm(network: Network, sources: Sources) -> Iterator[Problem]:
    """HTML that is not allowed, in every text of every record, titles among them."""
    for source in sources.texts.values():
        if family_of(source.path) is None:
            continue
        for loc, text in texts_inside(source):
            met: Counter[str] = Counter()
            for pattern, message, hint in faults(text, network.site.markdown_extensions):
                found = list(re.finditer(pattern, text, re.IGNORECASE | re.MULTILINE))
                nth = min(met[pattern], len(found) - 1)
                met[pattern] += 1
                start, length = (found[nth].start(), len(found[nth][0])) if found else (0, 1)
                yield Problem(source.prose_place(loc, text, start, length), "html-not-allowed", message, hint)


def pictures_have_words(_: Network, sources: Sources) -> Iterator[Problem]:
    """Pictures that say nothing to those who do not see them."""
    for source in sources.texts.values():
        if family_of(source.path) is None or ("![" not in source.text and "<img" not in source.text.lower()):
            continue
        for loc, text in texts_inside(source):
            for found in NO_WORDS.finditer(without_code(text)):
                place = source.prose_place(loc, text, found.start(), len(found[0]))
                hint = "Say between the brackets what it shows: ![What it shows](drawing.svg)."
                yield Problem(place, "picture-without-words", "This picture has no words.", hint, Severity.WARNING)


def extensions_are_known(network: Network, sources: Sources) -> Iterator[Problem]:
    """Markdown extensions of mkdocs.yml that cannot be used."""
    for index, extension in enumerate(network.site.markdown_extensions):
        if extension_fault(extension):
            name = extension if isinstance(extension, str) else next(iter(extension), "")
            message = f"The Markdown extension “{name}” is not installed, or does not take these options."
            place = sources.texts[CONFIG].place("markdown_extensions", index)
            yield Problem(place, "unknown-extension", message, did_you_mean(name, KNOWN_EXTENSIONS))


def texts_inside(source: Source) -> Iterator[tuple[Loc, str]]:
    """Every text of a file with its place: fields, then the body."""
    yield from _inside(source.content, ())
    if source.body:
        yield ("body",), source.body


def _inside(value: Plain, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _inside(inner, (*loc, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _inside(inner, (*loc, index))
