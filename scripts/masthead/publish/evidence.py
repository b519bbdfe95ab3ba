"""What statements rest on, as readers are told it, and what indicators showed."""

from collections.abc import Iterable, Iterator

from masthead.dates import when_in_words
from masthead.landmarks import finding_anchor
from masthead.model.evidence import Evidence
from masthead.model.feedback import Feedback
from masthead.model.indicator import Indicator, Mark, Measure, Observation
from masthead.model.network import Network
from masthead.prose import as_written
from masthead.publish import account_views
from masthead.publish.charts import percent_in_words
from masthead.publish.labels import record_labels
from masthead.publish.publication import Publication, Spot, prose

MEASURES = {
    Measure.UNIT: "Counted",
    Measure.PERCENTAGE: "Share of those who answered",
    Measure.RUBRIC: "Judged by levels",
    Measure.STORY: "Stories of change",
}
WITHHELD = "Not shown"
INTERVIEWS = "content/interviews.md"


def evidence_views(
    found: Iterable[Evidence], publication: Publication, spot: Spot, path: str
) -> tuple[account_views.Evidence, ...]:
    """Evidence from the file at `path`, without what is not public."""
    told = ((one, _told(one, publication.network, spot)) for one in found)
    shown = (
        account_views.Evidence(text, href, " ".join(filter(None, (detail, prose(spot, one.note, path)))), stop(text))
        for one, (text, href, detail) in told
    )
    return tuple(one for one in shown if one.text)


def _told(one: Evidence, network: Network, spot: Spot) -> tuple[str, str, str]:
    """Where evidence is found: what it is called, its address, and what a reader must know to judge it."""
    event = network.events.get(one.event or "")
    if event:
        return event.title, spot.href(event.path), question_in_words(feedback_of(one, network), network)
    study = network.case_studies.get(one.case_study or "")
    if study:
        return study.title, spot.href(study.path), "Case study."
    interviews = network.interviews.get(one.interviews or "")
    if interviews:
        theme = next(theme for theme in interviews.themes if theme.id == one.theme)
        place = (
            spot.href(INTERVIEWS, "#" + finding_anchor(interviews.slug, theme.id))
            if "interviews.md" in network.pages
            else ""
        )
        return f"{interviews.title}: {theme.title}", place, f"People asked: {interviews.people}."
    work = network.settings.sources.get(one.source or "")
    if work:
        return work.title, str(work.url or ""), f"{as_written(work.publisher)}." if work.publisher else ""
    return "", "", ""


def stop(text: str) -> str:
    """The full stop of a text that has no end of its own."""
    return "" if text.endswith((".", "?", "!", "…")) else "."


def feedback_of(one: Evidence, network: Network) -> Feedback | None:
    """The question that evidence names; None where it names none, or where the event is not public."""
    event = network.events.get(one.event or "")
    return next((asked for asked in event.feedback if asked.id == one.question), None) if event else None


def question_in_words(asked: Feedback | None, network: Network) -> str:
    """What was asked, how many answered, and where that was published, in Markdown; empty where nothing was asked."""
    if asked is None:
        return ""
    work = network.settings.sources.get(asked.source or "")
    source = f" Source: {as_written(work.named)}." if work else ""
    return f"Question: {as_written(asked.question)} Number of responses: {asked.responses}.{source}"


def reading(
    observation: Observation, indicator: Indicator, publication: Publication, spot: Spot
) -> account_views.Reading:
    """One observation: its value as it was written, or the share of the answer that it rests on."""
    return account_views.Reading(
        when=when_in_words(observation.when, publication.language),
        value=_value(observation, indicator) or _share(observation, publication.network),
        story=prose(spot, observation.story, indicator.path),
        evidence=evidence_views(observation.evidence, publication, spot, indicator.path),
    )


def readings(indicator: Indicator, publication: Publication, spot: Spot) -> Iterator[account_views.Reading]:
    """Every observation whose evidence is public, the latest first."""
    latest_first = sorted(indicator.observations, key=lambda one: one.when.latest_first, reverse=True)
    shown = (reading(one, indicator, publication, spot) for one in latest_first)
    return (one for one in shown if one.evidence)


def _value(said: Observation | Mark, indicator: Indicator) -> str:
    if said.level:
        return next(level.title for level in indicator.levels if level.id == said.level)
    if said.value is None:
        return ""
    return f"{said.value:g}%" if indicator.measure is Measure.PERCENTAGE else f"{said.value:g}"


def _share(observation: Observation, network: Network) -> str:
    """The share of the answer that the first question among the evidence is about."""
    for one in observation.evidence:
        asked = feedback_of(one, network)
        if asked and asked.is_suppressed:
            return WITHHELD
        if asked:
            shares = (result for result in asked.results if one.answer in (None, result.answer))
            return percent_in_words(next(shares))
    return ""


def mark_in_words(mark: Mark | None, indicator: Indicator, publication: Publication) -> str:
    """A baseline or a target: “3 workstreams, December 2027”."""
    if mark is None:
        return ""
    unit = f" {indicator.unit}" if indicator.unit and mark.level is None else ""
    return f"{_value(mark, indicator)}{unit}, {when_in_words(mark.when, publication.language)}"


def indicator_view(indicator: Indicator, publication: Publication, spot: Spot) -> account_views.Indicator:
    """An indicator in a list, with what it showed last."""
    return account_views.Indicator(
        title=indicator.title,
        href=spot.href(indicator.path),
        summary=prose(spot, indicator.summary, indicator.path),
        measure=MEASURES[indicator.measure],
        aim=mark_in_words(indicator.target, indicator, publication),
        latest=next(readings(indicator, publication, spot), None),
        labels=record_labels(indicator, publication),
    )
