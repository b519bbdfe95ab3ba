"""What cannot be printed, told at the place where its author wrote it."""

import re
from itertools import chain

from masthead.halt import MastheadError
from masthead.model.network import Network
from masthead.pdf.layout import Misprint
from masthead.problem import Place, Problem
from masthead.report import as_text
from masthead.source import Sources


class UnprintableError(MastheadError):
    """Nothing is published, because the manifesto cannot be printed as it is written. The message is the report."""

    def __init__(self, problems: tuple[Problem, ...], sources: Sources) -> None:
        super().__init__(as_text(problems, sources.texts))
        self.problems = problems


def as_problem(misprint: Misprint, file: str, network: Network, sources: Sources) -> Problem:
    """The problem that a misprint of the PDF `file` is for its author."""
    message = f"{misprint.message.removesuffix('.')} (page {misprint.page} of {file})."
    return Problem(_place(misprint, network, sources), misprint.code, message, misprint.hint)


def _place(misprint: Misprint, network: Network, sources: Sources) -> Place:
    """Where the words stand: in the chapter if they are there, else in any other file, else the chapter’s beginning."""
    nearest = _nearest(misprint.anchor, network)
    rest = (path for path in sources.texts if path.startswith(("manifesto/", "content/", "events/", "case-studies/")))
    for path in chain((nearest, network.manifesto.path), rest):
        if found := _found(misprint, path, sources.texts[path].text):
            return found
    return Place(nearest)


def _found(misprint: Misprint, path: str, text: str) -> Place | None:
    """The first place of the words in a text; of one letter among them where that is meant."""
    found = re.search(_pattern(misprint.words), text)
    if misprint.letter:
        start, end = found.span() if found else (0, len(text))
        found = re.compile(_reference(misprint.letter)).search(text, start, end)
    if found is None:
        return None
    column = found.start() - text.rfind("\n", 0, found.start())
    return Place(path, text.count("\n", 0, found.start()) + 1, column, len(found[0].partition("\n")[0]))


def _nearest(anchor: str, network: Network) -> str:
    """The chapter that an id of the printed manifesto belongs to, else the manifesto itself."""
    fitting = (one for one in network.chapters.values() if anchor == one.slug or anchor.startswith(f"{one.slug}-"))
    return max(fitting, key=lambda one: len(one.slug), default=network.manifesto).path


def _pattern(words: str) -> str:
    """What finds printed words in Markdown, where other signs and the end of a line may stand between them."""
    return r"[\W_]{1,20}?".join(map(re.escape, re.findall(r"\w+", words))) or re.escape(words)


def _reference(letter: str) -> str:
    """What finds a letter, written as itself or by its number."""
    return f"{re.escape(letter)}|&#0*{ord(letter)};|(?i:&#x0*{ord(letter):x};)"
