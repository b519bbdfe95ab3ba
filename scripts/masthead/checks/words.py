"""Links say where they lead."""

import re
from collections.abc import Iterator
from functools import partial

from masthead.captions import names_of
from masthead.checks.subject import WORDLESS, Subject, Subjects
from masthead.links import Form, Link, goal, links, nameless, opening, uses
from masthead.model.network import Network
from masthead.problem import Problem, Severity, made_out
from masthead.prose import without_code
from masthead.source import Loc, Source, Sources

# What a link is called that says nothing where it is read without the sentence around it: in a list of all links.
VAGUE = frozenset(
    """click here|click this link|continue|details|download|find out more|full details|go here|here|info|information
    |learn more|link|more|more details|more info|more information|page|read|read here|read more|read on|read this
    |see here|see more|see this|site|this|this link|this page|this site|this website|website""".replace(
        "\n    ", ""
    ).split("|")
)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
BARE = re.compile(r"<(https?://[^<>\s]+)>", re.IGNORECASE)
MARKS = re.compile(r"<[^<>]*>|[*_`.,:;!?…›»→]+")


def links_have_words(network: Network, _: Sources, subjects: Subjects) -> Iterator[Problem]:
    """Links without words, except in a chapter to what has a number: there the number is the word."""
    chapters = tuple((one.path, one.body) for one in network.chapters.values())
    names = names_of(chapters, tuple(one.id for one in network.manifesto.commitments))
    for path, subject in subjects.items():
        for loc, text in subject.texts if WORDLESS in subject.signs else ():
            for link in nameless(text):
                if subject.family == "chapters" and loc == ("body",) and goal(link, path) in names:
                    continue
                place = subject.source.prose_place(loc, text, link.start, len(link.target))
                hint = "Write words between the brackets. Only in a chapter, what has a number gives its own name."
                yield Problem(place, "link-without-words", "This link has no words.", hint)


def links_say_where_they_lead(subject: Subject) -> Iterator[Problem]:
    """Links called “here” or “read more”, or by their address: those who go from link to link hear nothing else."""
    for loc, text in subject.texts:
        if "[" in text or "<" in text:
            yield from made_out(partial(_vague, subject.source, loc, text, *found) for found in _named(text))


def _named(text: str) -> Iterator[tuple[int, str]]:
    """The words of links that say nothing, and where they stand."""
    found = [*(_words(text, link) for link in links(text)), *((use.start + 1, use.words) for use in uses(text))]
    found += ((match.start(1), match[1]) for match in BARE.finditer(without_code(text)))
    for start, words in sorted(found):
        said = " ".join(MARKS.sub(" ", words).lower().split())
        if said in VAGUE or ADDRESS.fullmatch(words.strip()):
            yield start, words


def _words(text: str, link: Link) -> tuple[int, str]:
    """Where the words of a link begin, and the words; nothing for a picture, and for what a label defines."""
    if link.form is Form.HTML:
        start = text.find(">", link.end) + 1
        return start, text[start : text.lower().find("</a", start)]
    start = opening(text, link.begin) + 1 if link.form is Form.INLINE else 0
    is_link = start > 0 and text[start - 2 : start - 1] != "!"
    return (start, text[start : link.begin]) if is_link else (0, "")


def _vague(source: Source, loc: Loc, text: str, start: int, words: str) -> Problem:
    message = f"“{words}” does not say where this link leads."
    hint = "Write what a reader finds there: its title, or what it is about."
    place = source.prose_place(loc, text, start, len(words))
    return Problem(place, "vague-link", message, hint, Severity.WARNING)
