"""Texts that are hard to read, or that shout: told to their authors, who know what may be said in a simpler way."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from masthead.checks.subject import Subject
from masthead.problem import Problem, Severity, made_out
from masthead.prose import without_code
from masthead.source import Loc, Source

# Flesch reading ease: below 40, a text is for students and graduates. He took samples of 100 words; fewer say little.
HARD, FEWEST_WORDS = 40, 100
LINE = re.compile(r"\S[^\n]{0,59}")
HEADING = re.compile(r"^#{1,6}[^#\n][^\n]*$", re.MULTILINE)
PROSE = re.compile(r"[ ]{0,3}[^\W\d_]|[ ]{0,3}[“‘\"'*_\[(](?![\^\s*])")  # neither list, table, box, note nor piece
NO_PROSE = re.compile(r"\*\[|\[[^\]]*\]:|Table:")
MARKS = re.compile(  # each form begins with its sign, so that one pass finds them
    r"!\[([^\[\]]*)\]\([^()\s]*\)|\[([^\[\]]*)\]\([^()\s]*\)|\{[^{}\n]*\}|\[\^[^\]]*\]|<[^<>]*>"
    r"|\*[*_`]*|_[*_`]*|`[*_`]*"
)
SHOUTED = re.compile(r"(?<!\w)(?:[A-Z][A-Z’'-]+[ ]+)*[A-Z][A-Z’'-]{4,}(?:[ ]+[A-Z][A-Z’'-]+)*(?!\w)")
Measure = Callable[[str], float]
IN_CAPITALS = re.compile(r"[A-Z][A-Z’'-]{4}")  # found in no time where there is none
LONG_WORD = 5  # shorter ones are taken for abbreviations


def texts_can_be_read(subject: Subject) -> Iterator[Problem]:
    """Sections whose sentences and words are so long that most people read them with effort."""
    for loc, text in subject.texts:
        if text.count(" ") >= FEWEST_WORDS:
            from masthead.readability import ease_in

            ease = ease_in(subject.basis.language)
            yield from _hard_sections(subject.source, loc, text, ease) if ease else ()


def texts_do_not_shout(subject: Subject) -> Iterator[Problem]:
    """Two long words or more in capitals: slow to read, and read out letter by letter by some programs."""
    title = (("title",), getattr(subject.record, "title", ""))
    yield from made_out(
        partial(_shouted, subject.source, loc, text, found.span())
        for loc, text in (title, *subject.texts)
        if IN_CAPITALS.search(text)
        for found in SHOUTED.finditer(without_code(text))
        if sum(len(word) >= LONG_WORD for word in found[0].split()) > 1
    )


def _hard_sections(source: Source, loc: Loc, text: str, ease_of: Measure) -> Iterator[Problem]:
    for start, words in _stretches(text):
        ease = round(ease_of(words))
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
    starts = [0, *(found.start() for found in HEADING.finditer(without_code(text) if "#" in text else ""))]
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
    blocks = (block.strip("\n") for block in without_code(text).split("\n\n"))
    return " ".join(MARKS.sub(r"\1\2", block) for block in blocks if PROSE.match(block) and not NO_PROSE.match(block))
