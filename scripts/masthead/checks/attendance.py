"""Registration, places, those who came, and the numbers of series agree with one another."""

from collections.abc import Iterator
from functools import partial

from masthead.model.case_study import CaseStudy
from masthead.model.event import Event
from masthead.model.network import Network
from masthead.model.series import in_order_of_numbers
from masthead.problem import Problem, Severity
from masthead.source import Source, Sources


def registration_closes_in_time(network: Network, sources: Sources) -> Iterator[Problem]:
    """Registration that closes before it opens, or after the event has begun."""
    for event in network.events.values():
        wanted, source = event.registration, sources.texts[event.path]
        if wanted is None or wanted.closes is None:
            continue
        place = partial(source.place, "registration", "closes")
        if wanted.opens and wanted.closes < wanted.opens:
            message = f"Registration closes before it opens ({wanted.opens})."
            yield Problem(place(), "registration-order", message, "Check both days.")
        if event.starts.last_day and wanted.closes > event.starts.last_day:
            message = f"Registration closes when the event has begun ({event.starts.root})."
            yield Problem(place(), "registration-late", message, "Write the day of the event or an earlier one.")


def numbers_of_people_fit(network: Network, sources: Sources) -> Iterator[Problem]:
    """More people than places, and more answers than people."""
    for event in network.events.values():
        came, source = event.attendance, sources.texts[event.path]
        if not isinstance(came, int):
            continue
        if event.capacity and came > event.capacity:
            message = f"{came} people came, and there were {event.capacity} places."
            hint = "Check both numbers."
            yield Problem(source.place("attendance"), "over-capacity", message, hint, Severity.WARNING)
        for index, one in enumerate(event.feedback):
            if isinstance(one.responses, int) and one.responses > came:
                message = f"{one.responses} people answered, and {came} came."
                hint = "Check both numbers."
                place = source.place("feedback", index, "responses")
                yield Problem(place, "more-answers-than-people", message, hint, Severity.WARNING)


def numbers_of_series_go_up(network: Network, sources: Sources) -> Iterator[Problem]:
    """Events whose own number does not follow those before them, or that belong to no series."""
    latest: dict[str, tuple[int, Event]] = {}
    for event in in_order_of_numbers(one for one in network.events.values() if one.number_in_series):
        number, series = event.number_in_series, event.series
        place = partial(sources.texts[event.path].place, "number_in_series")
        if number and series is None:
            hint = "Write “series: …”, or remove the number."
            yield Problem(place(), "series-number", "The event has a number and belongs to no series.", hint)
        elif number and series:
            before = latest.get(series)
            if before and number <= before[0]:
                message = f"“{before[1].title}” comes before this event and is already number {before[0]}."
                yield Problem(place(), "series-number", message, f"Write {before[0] + 1} or more, or check the dates.")
            latest[series] = number, event


def figures_may_be_shown(network: Network, sources: Sources) -> Iterator[Problem]:
    """Figures of case studies, and values of indicators, from answers that are withheld."""
    withheld = network.withheld_questions
    for indicator in network.indicators.values():
        source = sources.texts[indicator.path]
        for index, observation in enumerate(indicator.observations):
            if observation.rests_on(withheld) and _says_value(source, index):
                message = "This value comes of answers that are withheld, because too few people gave one of them."
                hint = "Remove it. Readers will see that the share is not shown."
                yield Problem(source.place("observations", index, "value"), "withheld-figure", message, hint)
    for study in network.case_studies.values():
        for index in _withheld(study, network):
            message = f"Fewer than {network.settings.small_numbers_threshold} people gave one of these answers."
            hint = "Choose another figure. “small_numbers_threshold” in network.yml says what is too few."
            place = sources.texts[study.path].place("figures", index, "question")
            yield Problem(place, "withheld-figure", message, hint)


def _says_value(source: Source, index: int) -> bool:
    """Whether an author wrote a value, which the network no longer has."""
    match source.content.get("observations"):
        case [*written]:
            observation = written[index]
            return isinstance(observation, dict) and "value" in observation
        case _:
            return False


def _withheld(study: CaseStudy, network: Network) -> Iterator[int]:
    for index, figure in enumerate(study.figures):
        event = network.events.get(figure.event or "")
        if event and any(one.id == figure.question and one.is_suppressed for one in event.feedback):
            yield index
