"""What a network says of its promises and its theory holds together, and leaves no hole that nobody has seen."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from masthead.checks.known import known_slugs
from masthead.faults import did_you_mean
from masthead.model.evidence import Evidence
from masthead.model.indicator import Indicator, Mark, Measure, Observation, Questions
from masthead.model.network import Network
from masthead.model.theory import StepKind
from masthead.model.workstream import Workstream, WorkstreamStatus
from masthead.problem import Place, Problem, Severity
from masthead.source import Loc, Sources

A_YEAR = dt.timedelta(days=366)
OVER = (WorkstreamStatus.FINISHED, WorkstreamStatus.STOPPED)
FITTING = {
    Measure.UNIT: ("value", "A number is counted: write value."),
    Measure.PERCENTAGE: ("value", "A share is a number: write value, or name the question that it is the answer to."),
    Measure.RUBRIC: ("level", "A rubric is answered by the id of one of its levels: write level."),
    Measure.STORY: ("story", "A story of change is told in words: write story."),
}


def evidence_exists(network: Network, sources: Sources) -> Iterator[Problem]:
    """Evidence names questions, answers and themes that are there."""
    for path, loc, evidence in _all_evidence(network):
        yield from _unasked(evidence, network, partial(sources.texts[path].place, *loc))
        yield from _unfound(evidence, network, partial(sources.texts[path].place, *loc))


def readings_fit_their_measure(network: Network, sources: Sources) -> Iterator[Problem]:
    """A rubric has levels, and what is observed is told in the way in which the indicator is read."""
    withheld = network.withheld_questions
    for indicator in network.indicators.values():
        source = sources.texts[indicator.path]
        if bool(indicator.levels) != (indicator.measure is Measure.RUBRIC):
            hint = "Add levels, the lowest first." if not indicator.levels else "Remove the levels, or write rubric."
            message = f"The measure is “{indicator.measure}”, and only a rubric has levels."
            yield Problem(source.place("measure"), "rubric-levels", message, hint)
            continue
        for loc, said in _said(indicator):
            if said.level and said.level not in (levels := [level.id for level in indicator.levels]):
                hint = did_you_mean(said.level, levels)
                message = f"No level is called “{said.level}”."
                yield Problem(source.place(*loc, "level"), "unknown-level", message, hint)
            elif not _fits(said, indicator, withheld):
                hint = FITTING[indicator.measure][1]
                message = f"This does not answer an indicator whose measure is “{indicator.measure}”."
                yield Problem(source.place(*loc), "reading-form", message, hint)


def theory_has_no_circle(network: Network, sources: Sources) -> Iterator[Problem]:
    """No step leads back to itself."""
    followers = {slug: step.leads_to for slug, step in network.steps.items()}
    for slug, step in network.steps.items():
        for index, after in enumerate(step.leads_to):
            if slug in _reached(after, followers):
                message = f"“{after}” leads back to this step, so that it would be its own cause."
                hint = "Remove one of the links between them."
                place = sources.texts[step.path].place("leads_to", index)
                yield Problem(place, "circle-in-theory", message, hint)


def promises_can_be_followed(network: Network, sources: Sources) -> Iterator[Problem]:
    """Where a network gives account, each commitment has work or an indicator, and each outcome an indicator."""
    if not _are_all_read(network, sources):
        return
    accounts: tuple[Workstream | Indicator, ...] = (*network.workstreams.values(), *network.indicators.values())
    served = {commitment for one in accounts for commitment in one.commitments}
    if served:
        source = sources.texts[network.manifesto.path]
        for index, commitment in enumerate(network.manifesto.commitments):
            if commitment.id not in served:
                message = f"No workstream and no indicator serves the commitment “{commitment.id}”."
                hint = "Name it under commitments in one of them, or readers will see no evidence."
                place = source.place("commitments", index, "id")
                yield Problem(place, "commitment-alone", message, hint, Severity.WARNING)
    seen = {slug for one in network.indicators.values() for slug in one.steps}
    for step in network.steps.values():
        if step.kind is StepKind.OUTCOME and step.slug not in seen:
            message = "No indicator serves this outcome, so nobody can tell whether it is reached."
            hint = f"Name “{step.slug}” under steps in an indicator."
            place = sources.texts[step.path].place("kind")
            yield Problem(place, "outcome-alone", message, hint, Severity.WARNING)


def accounts_are_kept_up(network: Network, sources: Sources, day: dt.date) -> Iterator[Problem]:
    """Indicators at which nobody has looked for a year, and workstreams past their end of which nothing came."""
    for one in network.indicators.values():
        seen = [said.when.last_day for said in (one.baseline, *one.observations) if said and said.when.last_day]
        if not one.closed and max(seen, default=dt.date.min) < day - A_YEAR:
            message = "Nobody has looked at this indicator for a year."
            hint = "Add an observation, or write “closed: true” where nobody will look again."
            place = sources.texts[one.path].place("title")
            yield Problem(place, "stale-indicator", message, hint, Severity.WARNING)
    for work in network.workstreams.values():
        if (work.status in OVER or work.time.is_over(day)) and not work.results:
            message = "The workstream has come to its end, and nothing is said of what came of it."
            hint = "Add results, each with its evidence, or move the end."
            place = sources.texts[work.path].place("ends" if work.ends else "status")
            yield Problem(place, "workstream-without-result", message, hint, Severity.WARNING)


def _are_all_read(network: Network, sources: Sources) -> bool:
    """Whether no account is missing because it has problems of its own: one report of it is enough."""
    families = ("workstreams", "indicators")
    return all(known_slugs(network, sources, family) == {*network.slugs(family)} for family in families)


def _all_evidence(network: Network) -> Iterator[tuple[str, Loc, Evidence]]:
    for indicator in network.indicators.values():
        for number, observation in enumerate(indicator.observations):
            for index, one in enumerate(observation.evidence):
                yield indicator.path, ("observations", number, "evidence", index), one
    for work in network.workstreams.values():
        for number, result in enumerate(work.results):
            for index, one in enumerate(result.evidence):
                yield work.path, ("results", number, "evidence", index), one


def _unasked(one: Evidence, network: Network, place: Callable[[str], Place]) -> Iterator[Problem]:
    """A question that an event does not have, or an answer that nobody gave."""
    event = network.events.get(one.event or "")
    asked = {question.id: question for question in event.feedback} if event else {}
    if event and one.question and one.question not in asked:
        message = f"“{one.event}” has no question called “{one.question}”."
        yield Problem(place("question"), "unknown-question", message, did_you_mean(one.question, asked))
    elif one.answer and one.question in asked:
        question = asked[one.question]
        answers = [result.answer for result in question.results]
        if not question.is_suppressed and one.answer not in answers:
            message = f"Nobody is known to have answered “{one.answer}”."
            yield Problem(place("answer"), "unknown-answer", message, did_you_mean(one.answer, answers))


def _unfound(one: Evidence, network: Network, place: Callable[[str], Place]) -> Iterator[Problem]:
    """A theme that interviews did not find."""
    interviews = network.interviews.get(one.interviews or "")
    themes = [theme.id for theme in interviews.themes] if interviews else []
    if interviews and one.theme and one.theme not in themes:
        message = f"“{one.interviews}” has no theme called “{one.theme}”."
        yield Problem(place("theme"), "unknown-finding", message, did_you_mean(one.theme, themes))


def _said(indicator: Indicator) -> Iterator[tuple[Loc, Mark | Observation]]:
    """Baseline, target and observations, with their places."""
    marks = {"baseline": indicator.baseline, "target": indicator.target}
    yield from (((field,), mark) for field, mark in marks.items() if mark)
    yield from ((("observations", index), one) for index, one in enumerate(indicator.observations))


def _fits(said: Mark | Observation, indicator: Indicator, withheld: Questions) -> bool:
    """Whether it is told in the way in which the indicator is read: a share may be left to its question, and a value is
    gone where the answers are withheld.
    """
    field = FITTING[indicator.measure][0]
    if isinstance(said, Mark):
        return field == "story" or getattr(said, field) is not None
    asks = any(one.question for one in said.evidence)
    is_told = getattr(said, field) not in (None, "") or said.rests_on(withheld)
    return is_told or (indicator.measure is Measure.PERCENTAGE and asks)


def _reached(slug: str, followers: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Every step to which one leads, itself included."""
    found, waiting = {slug}, [slug]
    while waiting:
        new = set(followers.get(waiting.pop(), ())) - found
        found |= new
        waiting += new
    return found
