"""Figures within sentences have their form, are of something that has a figure, and have a source."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial

from masthead.checks.known import known_slugs
from masthead.checks.subject import FIGURE, Subject, Subjects
from masthead.faults import did_you_mean
from masthead.graph import part_at
from masthead.model.case_study import CaseStudy
from masthead.model.event import Event
from masthead.model.indicator import Measure
from masthead.model.interview import Interviews
from masthead.model.network import Network
from masthead.model.record import Record, Titled
from masthead.problem import Place, Problem, Severity, made_out
from masthead.prose import Mention, mentions, open_figures, without_code
from masthead.source import Loc, Source, Sources

FORM = "Write {figure INDICATOR}, {figure EVENT#QUESTION} or {figure CASE-STUDY#FIGURE}."
ELSEWHERE = "A figure is filled in only in the text of a page, a chapter, or a record: its body."
FAMILIES = ("indicators", "events", "case_studies")

IN_A_BODY = "Write {figure …} with the name of a record that has it, or add a note or a link to its source."
IN_A_FIELD = "Add a link to its source, or tell it in the body, where {figure …} leads to it."
RESTS_ON = ("illustrative", "source", "evidence")

PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+")
SHARE = re.compile(r"(?<![\w.,=\"'])\d+(?:[.,]\d+)?(?: ?%(?!\w)| per ?cent\b)")
SOURCE = re.compile(r"\[\^|\]\(|\]\[|\{[ \t]*figure\b|^::", re.IGNORECASE | re.MULTILINE)

Known = Mapping[str, Collection[str]]
Fault = tuple[str, str, str | Callable[[], str]]


def figures_are_known(network: Network, sources: Sources, subjects: Subjects) -> Iterator[Problem]:
    """Every figure that a sentence asks for exists, and may be asked for there."""
    known = {family: known_slugs(network, sources, family) for family in FAMILIES}
    for subject in subjects.values():
        if FIGURE in subject.signs:
            yield from made_out(_in_record(subject, network, known))


def figures_have_sources(subject: Subject) -> Iterator[Problem]:
    """Shares that are typed into a text of which nobody can tell where they come from."""
    if isinstance(subject.record, Titled) and not subject.record.illustrative:
        for loc, text in _claims(subject, subject.record):
            yield from made_out(_without_source(loc, text, subject.source))


def _claims(subject: Subject, record: Titled) -> Iterator[tuple[Loc, str]]:
    """The texts with a share in them, but for those beside which stands what they rest on."""
    if SHARE.search(subject.body):
        yield ("body",), subject.body
    if isinstance(record, Record) and not isinstance(record, Interviews):  # which are a source themselves
        for loc, text in subject.texts:
            is_claim = loc != ("body",) and SHARE.search(text)
            if is_claim and not any(getattr(part_at(record, loc[:-1]), name, None) for name in RESTS_ON):
                yield loc, text


def _without_source(loc: Loc, text: str, source: Source) -> Iterator[Callable[[], Problem]]:
    for paragraph in PARAGRAPH.finditer(without_code(text)):
        share = SHARE.search(paragraph[0])
        if share and not SOURCE.search(paragraph[0]):
            start = paragraph.start() + share.start()
            place = partial(source.prose_place, loc, text, start, len(share[0]))
            message = f"Nobody can tell where “{share[0]}” comes from."
            yield partial(_warning, place, message, IN_A_BODY if loc == ("body",) else IN_A_FIELD)


def _warning(place: Callable[[], Place], message: str, hint: str) -> Problem:
    return Problem(place(), "figure-without-source", message, hint, Severity.WARNING)


def _in_record(subject: Subject, network: Network, known: Known) -> Iterator[Callable[[], Problem]]:
    source = subject.source
    for loc, text in subject.texts:
        for start, end in open_figures(text):
            place = partial(source.prose_place, loc, text, start, end - start)
            yield partial(_problem, place, ("figure-form", "This figure has no closing bracket.", FORM))
        for one in mentions(text):
            place = partial(source.prose_place, loc, text, one.start, one.end - one.start)
            faults = (
                _faults(one, network, known) if loc == ("body",) else [("figure-form", ELSEWHERE, "Move it there.")]
            )
            yield from (partial(_problem, place, fault) for fault in faults)


def _problem(place: Callable[[], Place], fault: Fault) -> Problem:
    code, message, hint = fault
    return Problem(place(), code, message, hint if isinstance(hint, str) else hint())


def _faults(one: Mention, network: Network, known: Known) -> Iterator[Fault]:
    if not one.record or (one.answer and not one.part):
        yield "figure-form", "This asks for no figure.", FORM
    elif not one.part:
        yield from _of_indicator(one, network, known)
    elif event := network.events.get(one.record):
        yield from _of_event(one, event)
    elif study := network.case_studies.get(one.record):
        yield from _of_study(one, study)
    elif one.record not in (all_of_them := [*known["events"], *known["case_studies"]]):
        message = f"No event and no case study is called “{one.record}”."
        yield "unknown-figure", message, partial(did_you_mean, one.record, all_of_them)


def _of_indicator(one: Mention, network: Network, known: Known) -> Iterator[Fault]:
    indicator = network.indicators.get(one.record)
    if one.record in known["events"] or one.record in known["case_studies"]:
        message = f"“{one.record}” may have several figures."
        yield "figure-form", message, "Write # and the id of the question, or of the figure, behind it."
    elif one.record not in known["indicators"]:
        message = f"No indicator is called “{one.record}”."
        yield "unknown-figure", message, partial(did_you_mean, one.record, known["indicators"])
    elif indicator and indicator.measure is Measure.STORY:
        message = f"“{one.record}” is told in stories, and has no figure."
        yield "unknown-figure", message, "Tell it in words, and link to the indicator."


def _of_event(one: Mention, event: Event) -> Iterator[Fault]:
    asked = {feedback.id: feedback for feedback in event.feedback}
    if one.part not in asked:
        message = f"“{one.record}” has no question called “{one.part}”."
        yield "unknown-question", message, partial(did_you_mean, one.part, asked)
    elif one.answer and not asked[one.part].is_suppressed:
        answers = [result.answer for result in asked[one.part].results]
        if one.answer not in answers:
            message = f"Nobody is known to have answered “{one.answer}”."
            yield "unknown-answer", message, partial(did_you_mean, one.answer, answers)


def _of_study(one: Mention, study: CaseStudy) -> Iterator[Fault]:
    ids = [figure.id for figure in study.figures if figure.id]
    if one.part not in ids:
        message = f"“{one.record}” has no figure called “{one.part}”."
        hint = partial(did_you_mean, one.part, ids) if ids else "Give the figure an id, and write that here."
        yield "unknown-figure", message, hint
