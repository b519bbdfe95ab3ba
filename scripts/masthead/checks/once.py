"""Lists that name nothing twice, and live pieces that stand on a page once."""

from collections.abc import Iterator
from functools import cache

from masthead.addresses import MANIFESTO
from masthead.checks.subject import Subject
from masthead.model.record import Filed, Once
from masthead.problem import Problem
from masthead.prose import pieces
from masthead.publish.anchors import PIECE_ANCHORS

# Of these a page may have several: each id goes to the first that has it.
OFTEN = frozenset(("commitment", "commitments", "promises"))


def nothing_is_named_twice(subject: Subject) -> Iterator[Problem]:
    """Items that a list has already. Of chapters their own check tells."""
    record = subject.record if subject.source.path != MANIFESTO else None
    for name in _lists(type(record)) if record is not None else ():
        items = getattr(record, name)
        for index, item in enumerate(items):
            if item in items[:index]:
                place = subject.source.place(name, index)
                yield Problem(place, "named-twice", f"“{item}” is named twice.", "Remove one of the two.")


@cache
def _lists(model: type[Filed]) -> tuple[str, ...]:
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if any(isinstance(one, Once) for one in field.metadata))


def pieces_stand_once(subject: Subject) -> Iterator[Problem]:
    """Live pieces with headings of their own that stand on a page already, so that links to these lead to the first."""
    body, seen = subject.body, set[str]()
    for piece in pieces(body):
        if piece.name in seen:
            place = subject.source.prose_place(("body",), body, piece.start, piece.end - piece.start)
            message = f"“::{piece.name}” stands on this page already."
            yield Problem(place, "repeated-piece", message, "Keep one of the two.")
        elif piece.name in PIECE_ANCHORS.keys() - OFTEN:
            seen.add(piece.name)
