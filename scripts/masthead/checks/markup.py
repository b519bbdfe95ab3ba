"""Text becomes HTML that does no harm: elements, attributes and addresses of the lists. Pictures have words."""

import re
from collections.abc import Callable, Collection, Iterator
from functools import partial

from masthead.checks.subject import Subject
from masthead.faults import did_you_mean
from masthead.markup import BUILT_IN, extension_fault, faults
from masthead.model.network import Network
from masthead.problem import Problem, Severity, made_out
from masthead.prose import without_code
from masthead.rooms import CONFIG
from masthead.source import Loc, Source, Sources

KNOWN_EXTENSIONS = (
    *BUILT_IN, "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "smarty", "sane_lists",
)  # fmt: skip
TAG = re.compile(r"<[A-Za-z!?][^<>]*>?")  # the end of an element goes with its beginning
PLAIN = ("This is plain text, in which HTML would be seen by readers.", "Write the words alone.")
NO_WORDS = re.compile(r"!\[\s*\]\(|<img\b(?![^>]*\balt=[\"'][^\"'])", re.IGNORECASE)


def texts_do_no_harm(subject: Subject) -> Iterator[Problem]:
    """HTML that is not allowed in Markdown, and any HTML in plain text, where a reader would see it."""
    prose = {loc for loc, _ in subject.texts} if subject.record is not None else None
    yield from made_out(_harm(subject, prose))


def pictures_have_words(subject: Subject) -> Iterator[Problem]:
    """Pictures that say nothing to those who do not see them."""
    source = subject.source
    if "![" in source.text or "<img" in source.text.lower():
        yield from made_out(
            partial(_wordless, source, loc, text, found.span())
            for loc, text in subject.inside
            for found in NO_WORDS.finditer(without_code(text))
        )


def _wordless(source: Source, loc: Loc, text: str, span: tuple[int, int]) -> Problem:
    place = source.prose_place(loc, text, span[0], span[1] - span[0])
    hint = "Say between the brackets what it shows: ![What it shows](drawing.svg)."
    return Problem(place, "picture-without-words", "This picture has no words.", hint, Severity.WARNING)


def extensions_are_known(network: Network, sources: Sources) -> Iterator[Problem]:
    """Markdown extensions of mkdocs.yml that cannot be used."""
    for index, extension in enumerate(network.site.markdown_extensions):
        if extension_fault(extension):
            name = extension if isinstance(extension, str) else next(iter(extension), "")
            message = f"The Markdown extension “{name}” is not installed, or does not take these options."
            place = sources.texts[CONFIG].place("markdown_extensions", index)
            yield Problem(place, "unknown-extension", message, did_you_mean(name, KNOWN_EXTENSIONS))


def _harm(subject: Subject, prose: Collection[Loc] | None) -> Iterator[Callable[[], Problem]]:
    """HTML in the texts of a file. `prose` are the places of Markdown; None where that cannot be told."""
    source = subject.source
    for loc, text in subject.inside:
        if prose is not None and loc not in prose:
            yield from (partial(_harmful, source, loc, text, tag.span(), *PLAIN) for tag in TAG.finditer(text))
            continue
        spans: dict[str, Iterator[tuple[int, int]]] = {}
        last: dict[str, tuple[int, int]] = {}
        for pattern, message, hint in faults(text, subject.basis.extensions):
            if pattern not in spans:
                spans[pattern] = (found.span() for found in re.finditer(pattern, text, re.IGNORECASE | re.MULTILINE))
            last[pattern] = next(spans[pattern], last.get(pattern, (0, 1)))
            yield partial(_harmful, source, loc, text, last[pattern], message, hint)


def _harmful(source: Source, loc: Loc, text: str, span: tuple[int, int], message: str, hint: str) -> Problem:
    place = source.prose_place(loc, text, span[0], span[1] - span[0])
    return Problem(place, "html-not-allowed", message, hint)
