"""A # inside a text begins a comment, and what stands behind it is lost."""

import re
from collections.abc import Iterator

from masthead.checks.subject import Subject
from masthead.problem import Place, Problem, Severity

CUT_OFF = re.compile(r"^[ -]*[\w-]+:[ ]+(?![\"'|>\[{&*!#])[^\s#]+[ ][^#\n]*?[ ]+(#[^\n]*)$", re.MULTILINE)


def comments_cut_off_no_text(subject: Subject) -> Iterator[Problem]:
    """Comments behind a text of several words on the same line: most probably a part of the text."""
    source = subject.source
    if " #" not in source.text:
        return
    end = len(source.text) - len(source.body) if source.body else len(source.text)
    for match in CUT_OFF.finditer(source.text, 0, end):
        line = source.text.count("\n", 0, match.start(1)) + 1
        column = match.start(1) - source.text.rfind("\n", 0, match.start(1))
        if not _is_in_a_block(source.text, match.start()):
            place = Place(source.path, line, column, len(match[1]))
            message = "A # with a space before it begins a comment, which no reader sees."
            hint = "Put the whole text in quotes, or the comment on a line of its own."
            yield Problem(place, "comment-in-text", message, hint, Severity.WARNING)


def _is_in_a_block(text: str, start: int) -> bool:
    """Whether a line belongs to a text that begins with | or > above it."""
    lines = text[:start].split("\n")
    indent = len(text[start:]) - len(text[start:].lstrip(" "))
    for line in reversed(lines[:-1]):
        if line.strip() and len(line) - len(line.lstrip(" ")) < indent:
            return re.search(r":[ ]+[|>][-+\d]*[ ]*$", line) is not None
    return False
