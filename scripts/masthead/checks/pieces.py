"""Live pieces have a name that is known, and options that fit."""

from collections.abc import Iterator

from pydantic import ValidationError

from masthead.faults import did_you_mean
from masthead.model.network import Network
from masthead.model.pieces import PIECES, OneCommitment, Survey
from masthead.model.record import Markdown, Part, marked
from masthead.problem import Problem
from masthead.prose import Piece, pieces
from masthead.source import Sources


def pieces_are_known(network: Network, sources: Sources) -> Iterator[Problem]:
    """Every live piece exists, and what it asks for exists too."""
    for record in network.records():
        for loc, marker, text in marked(record):
            if not isinstance(marker, Markdown):
                continue
            for piece in pieces(text):
                place = sources.texts[record.path].prose_place(loc, text, piece.start, piece.end - piece.start)
                yield from (Problem(place, *fault) for fault in _faults(piece, network))


def _faults(piece: Piece, network: Network) -> Iterator[tuple[str, str, str]]:
    if piece.name not in PIECES:
        yield "unknown-piece", f"No live piece is called “{piece.name}”.", did_you_mean(piece.name, PIECES)
        return
    model = PIECES[piece.name]
    try:
        options = model.model_validate(piece.options)
    except ValidationError as fault:
        for error in fault.errors():
            yield _option_fault(piece.name, model, str(error["loc"][0]), error["type"])
        return
    yield from _target_faults(options, network)


def _option_fault(name: str, model: type[Part], option: str, kind: str) -> tuple[str, str, str]:
    match kind:
        case "missing":
            return "piece-option", f"“{name}” needs “{option}”.", f"Write ::{name}{{{option}=…}}."
        case "extra_forbidden":
            return "piece-option", f"“{name}” has no option “{option}”.", did_you_mean(option, model.model_fields)
        case _:
            return "piece-option", f"The value of “{option}” does not fit.", "Write a whole number of 1 or more."


def _target_faults(options: Part, network: Network) -> Iterator[tuple[str, str, str]]:
    if isinstance(options, OneCommitment):
        ids = [commitment.id for commitment in network.manifesto.commitments]
        if options.id not in ids:
            yield "unknown-commitment", f"No commitment is called “{options.id}”.", did_you_mean(options.id, ids)
    if isinstance(options, Survey):
        event = network.events.get(options.event)
        if event is None:
            yield "unknown-event", f"No event is called “{options.event}”.", did_you_mean(options.event, network.events)
        elif options.question not in (ids := [feedback.id for feedback in event.feedback]):
            hint = did_you_mean(options.question, ids)
            yield "unknown-question", f"“{options.event}” has no question called “{options.question}”.", hint
