"""Live pieces have a name that is known and options that fit, and figures come from answers that exist."""

from collections.abc import Callable, Collection, Iterator
from functools import partial

from pydantic import ValidationError

from masthead.checks.known import known_slugs
from masthead.checks.subject import PIECE, Subject, Subjects
from masthead.faults import did_you_mean
from masthead.model.network import Network
from masthead.model.pieces import PIECES, OneCommitment, Survey
from masthead.model.record import Part
from masthead.problem import Place, Problem, made_out
from masthead.prose import Piece, pieces
from masthead.source import Sources

Hint = str | Callable[[], str]
Fault = tuple[str, str, Hint]


def pieces_are_known(network: Network, sources: Sources, subjects: Subjects) -> Iterator[Problem]:
    """Every live piece exists, and what it asks for exists too."""
    events = known_slugs(network, sources, "events")
    for subject in subjects.values():
        if PIECE in subject.signs:
            yield from made_out(_in_record(subject, network, events))


def figures_have_answers(network: Network, sources: Sources) -> Iterator[Problem]:
    """Every figure of a case study that comes from an event names a question that was put there."""
    for study in network.case_studies.values():
        source = sources.texts[study.path]
        yield from made_out(
            partial(_problem, partial(source.place, "figures", index, "question"), fault)
            for index, figure in enumerate(study.figures)
            for fault in _question_faults(figure.event or "", figure.question or "", network)
        )


def _in_record(subject: Subject, network: Network, events: Collection[str]) -> Iterator[Callable[[], Problem]]:
    for loc, text in subject.texts:
        for piece in pieces(text):
            place = partial(subject.source.prose_place, loc, text, piece.start, piece.end - piece.start)
            yield from (partial(_problem, place, fault) for fault in _faults(piece, network, events))


def _problem(place: Callable[[], Place], fault: Fault) -> Problem:
    code, message, hint = fault
    return Problem(place(), code, message, hint if isinstance(hint, str) else hint())


def _faults(piece: Piece, network: Network, events: Collection[str]) -> Iterator[Fault]:
    if piece.name not in PIECES:
        yield "unknown-piece", f"No live piece is called “{piece.name}”.", partial(did_you_mean, piece.name, PIECES)
        return
    if piece.rest:
        hint = "Write name=value, without spaces around the sign and without commas."
        yield "piece-option", f"“{piece.rest}” is not an option.", hint
        return
    model = PIECES[piece.name]
    try:
        options = model.model_validate(piece.options)
    except ValidationError as fault:
        yield from (_option_fault(piece.name, model, str(error["loc"][0]), error["type"]) for error in fault.errors())
        return
    yield from _target_faults(options, network, events)
    if piece.name == "accessibility-statement" and network.settings.accessibility is None:
        message = "The accessibility statement needs to know what content/network/network.yml does not tell."
        yield "statement-facts", message, "Write there “accessibility:” with prepared, reviewed and replies_within."


def _option_fault(name: str, model: type[Part], option: str, kind: str) -> Fault:
    match kind:
        case "missing":
            return "piece-option", f"“{name}” needs “{option}”.", f"Write ::{name}{{{option}=…}}."
        case "extra_forbidden":
            return "piece-option", f"“{name}” has no option “{option}”.", did_you_mean(option, model.model_fields)
        case _:
            return "piece-option", f"The value of “{option}” does not fit.", "Write a whole number of 1 or more."


def _target_faults(options: Part, network: Network, events: Collection[str]) -> Iterator[Fault]:
    if isinstance(options, OneCommitment):
        ids = [commitment.id for commitment in network.manifesto.commitments]
        if options.id not in ids:
            hint = partial(did_you_mean, options.id, ids)
            yield "unknown-commitment", f"No commitment is called “{options.id}”.", hint
    if isinstance(options, Survey):
        if options.event not in events:
            hint = partial(did_you_mean, options.event, events)
            yield "unknown-event", f"No event is called “{options.event}”.", hint
        yield from _question_faults(options.event, options.question, network)


def _question_faults(slug: str, question: str, network: Network) -> Iterator[Fault]:
    """A question that an event does not have; nothing where the event itself is missing or broken."""
    event = network.events.get(slug)
    ids = [feedback.id for feedback in event.feedback] if event else [question]
    if question not in ids:
        hint = partial(did_you_mean, question, ids)
        yield "unknown-question", f"“{slug}” has no question called “{question}”.", hint
