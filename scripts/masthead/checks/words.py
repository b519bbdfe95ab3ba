"""Links say where they lead."""

from collections.abc import Iterator

from masthead.captions import goal, nameless
from masthead.model.network import Network
from masthead.model.page import Chapter
from masthead.model.record import Markdown, marked
from masthead.problem import Problem
from masthead.publish.publication import numbered_chapters
from masthead.source import Sources


def links_have_words(network: Network, sources: Sources) -> Iterator[Problem]:
    """Links without words, except in a chapter to what has a number: there the number is the word."""
    names = numbered_chapters(network).names
    for record in network.records():
        for loc, marker, text in marked(record):
            for link in nameless(text) if isinstance(marker, Markdown) and "[](" in text else ():
                if isinstance(record, Chapter) and loc == ("body",) and goal(link, record.path) in names:
                    continue
                place = sources.texts[record.path].prose_place(loc, text, link.start, len(link.target))
                hint = "Write words between the brackets. Only in a chapter, what has a number gives its own name."
                yield Problem(place, "link-without-words", "This link has no words.", hint)
