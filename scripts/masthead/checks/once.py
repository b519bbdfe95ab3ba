"""Lists that name nothing twice, and live pieces that stand on a page once."""

from collections.abc import Iterator

from masthead.addresses import MANIFESTO
from masthead.model.network import Network
from masthead.model.record import Once
from masthead.problem import Problem
from masthead.prose import pieces
from masthead.publish.anchors import PIECE_ANCHORS
from masthead.source import Sources

# Of these a page may have several: each id goes to the first that has it.
OFTEN = frozenset(("commitment", "commitments", "promises"))


def nothing_is_named_twice(network: Network, sources: Sources) -> Iterator[Problem]:
    """Items that a list has already. Of chapters their own check tells."""
    for record in network.by_path().values():
        for name, field in type(record).model_fields.items():
            if record.path != MANIFESTO and any(isinstance(one, Once) for one in field.metadata):
                items = getattr(record, name)
                for index, item in enumerate(items):
                    if item in items[:index]:
                        place = sources.texts[record.path].place(name, index)
                        yield Problem(place, "named-twice", f"“{item}” is named twice.", "Remove one of the two.")


def pieces_stand_once(network: Network, sources: Sources) -> Iterator[Problem]:
    """Live pieces with headings of their own that stand on a page already, so that links to these lead to the first."""
    for record in network.records():
        body, seen = getattr(record, "body", ""), set[str]()
        for piece in pieces(body):
            if piece.name in seen:
                place = sources.texts[record.path].prose_place(("body",), body, piece.start, piece.end - piece.start)
                message = f"“::{piece.name}” stands on this page already."
                yield Problem(place, "repeated-piece", message, "Keep one of the two.")
            elif piece.name in PIECE_ANCHORS.keys() - OFTEN:
                seen.add(piece.name)
