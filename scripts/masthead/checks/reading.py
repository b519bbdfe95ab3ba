"""Texts that are hard to read, or that shout: told to their authors, who know what may be said in a simpler way."""

import re
import warnings
from collections.abc import Iterator
from functools import cache, partial
from typing import Protocol

from masthead.model.network import Network
from masthead.model.record import Markdown, marked
from masthead.problem import Problem, Severity, made_out
from masthead.prose import without_code
from masthead.source import Loc, Source, Sources

# Flesch reading ease: below 40, a text is for students and graduates. He took samples of 100 words; fewer say little.
HARD, FEWEST_WORDS = 40, 100
LINE = re.compile(r"\S[^\n]{0,59}")
HEADING = re.compile(r"^#{1,6}[^#\n][^\n]*$", re.MULTILINE)
BLOCK = re.compile(r"(?:(?<=\A)|(?<=\A\n)|(?<=\n\n))[^\n]+(?:\n[^\n]+)*")
PROSE = re.compile(r"[ ]{0,3}[^\W\d_]|[ ]{0,3}[“‘\"'*_\[(](?![\^\s*])")  # neither list, table, box, note nor piece
NO_PROSE = re.compile(r"\*\[|\[[^\]]*\]:|Table:")
MARKS = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)|\{[^{}\n]*\}|\[\^[^\]]*\]|<[^<>]*>|[*_`]+")
SHOUTED = re.compile(r"(?<!\w)(?:[A-Z][A-Z’'-]+[ ]+)*[A-Z][A-Z’'-]{4,}(?:[ ]+[A-Z][A-Z’'-]+)*(?!\w)")
LONG_WORD = 5  # shorter ones are taken for abbreviations


class Measure(Protocol):
    """What textstat offers of the measures of a text."""

    def flesch_reading_ease(self, text: str) -> float:
        """From 100, very easy, to 0 and less, very hard."""


def texts_can_be_read(network: Network, sources: Sources) -> Iterator[Problem]:
    """Sections whose sentences and words are so long that most people read them with effort."""
    measure = _measure(network.settings.language)
    for record in network.records() if measure else ():
        source = sources.texts[record.path]
        for loc, marker, text in marked(record):
            if measure and isinstance(marker, Markdown) and text.count(" ") >= FEWEST_WORDS:
                yield from _hard_sections(source, loc, text, measure)


def texts_do_not_shout(network: Network, sources: Sources) -> Iterator[Problem]:
    """Two long words or more in capitals: slow to read, and read out letter by letter by some programs."""
    for record in network.records():
        source = sources.texts[record.path]
        title = [(("title",), getattr(record, "title", ""))]
        texts = [(loc, text) for loc, marker, text in marked(record) if isinstance(marker, Markdown)]
        yield from made_out(
            partial(_shouted, source, loc, text, found.span())
            for loc, text in (*title, *texts)
            if SHOUTED.search(text)
            for found in SHOUTED.finditer(without_code(text))
            if sum(len(word) >= LONG_WORD for word in found[0].split()) > 1
        )


def _hard_sections(source: Source, loc: Loc, text: str, measure: Measure) -> Iterator[Problem]:
    for start, words in _stretches(text):
        ease = round(measure.flesch_reading_ease(words))
        if ease < HARD:
            first = LINE.search(text, start)
            place = source.prose_place(loc, text, *((first.start(), len(first[0])) if first else (start, 1)))
            message = (
                f"What begins here is hard to read: its Flesch reading ease is {ease}, and plain words have 60 or more."
            )
            hint = "Divide long sentences, and take shorter words."
            yield Problem(place, "hard-to-read", message, hint, Severity.WARNING)


def _stretches(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text from heading to heading, and where they begin; short sections go with the next."""
    starts = [0, *(found.start() for found in HEADING.finditer(without_code(text)))]
    begin, words = 0, ""
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        begin, words = (begin, words) if words else (start, "")
        words = f"{words} {_prose(text[start:end])}".strip()
        if words.count(" ") >= FEWEST_WORDS:
            yield begin, words
            words = ""


def _shouted(source: Source, loc: Loc, text: str, span: tuple[int, int]) -> Problem:
    place = source.prose_place(loc, text, span[0], span[1] - span[0])
    message = "Words in capitals are slow to read, and some programs spell them out."
    return Problem(place, "all-capitals", message, "Write them in small letters, and stress with **.", Severity.WARNING)


def _prose(text: str) -> str:
    """The sentences of a text, without what is marked up: lists, tables and boxes have no full stops to count."""
    blocks = (block[0] for block in BLOCK.finditer(without_code(text)))
    return " ".join(MARKS.sub(r"\1", block) for block in blocks if PROSE.match(block) and not NO_PROSE.match(block))


@cache
def _measure(language: str) -> Measure | None:
    """textstat, for this language; None where its measure knows nothing of it. Imported late: it costs 0.15 s."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it still reads its own files by way of pkg_resources
        from textstat import textstat
        from textstat.textstat import langs
    if "fre_base" not in langs.get(language.partition("-")[0], {}):
        return None
    textstat.set_lang(language.replace("-", "_"))
    measure: Measure = textstat
    return measure
