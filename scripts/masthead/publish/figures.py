"""Figures within a sentence: the number, and the way to what it rests on."""

from collections.abc import Iterable

from markupsafe import Markup

from masthead.dates import when_in_words
from masthead.landmarks import FEEDBACK, OBSERVATIONS
from masthead.model.case_study import CaseStudy
from masthead.model.event import Event
from masthead.model.feedback import Feedback
from masthead.model.indicator import Indicator
from masthead.prose import NOT_PUBLIC, Change, Mention, as_written, mentions
from masthead.publish import account_views
from masthead.publish.cards import why_withheld
from masthead.publish.charts import percent_in_words
from masthead.publish.evidence import WITHHELD, question_in_words, readings, stop
from masthead.publish.publication import Publication, Spot
from masthead.render import render

NOT_SHOWN = "a share that is not shown"
NOT_KNOWN = "a figure that is not known yet"
ILLUSTRATIVE = "Illustrative."


def figures_in(text: str, publication: Publication, spot: Spot) -> list[Change]:
    """What to write, in Markdown, in place of every figure that the text asks for."""
    return [
        (one.start, one.end, _cited(one, f"cited-{number}", publication, spot))
        for number, one in enumerate(mentions(text), 1)
    ]


def _cited(one: Mention, anchor: str, publication: Publication, spot: Spot) -> str:
    """The figure: on the site it leads to what it rests on, on paper a note tells that."""
    words, href, told = _found(one, publication, spot)
    value, note = Markup(as_written(words)), Markup(" ".join(filter(None, told)))  # noqa: S704 (Markdown)
    values = {"value": value, "href": href, "note": note if href and spot.has_notes else "", "anchor": anchor}
    return str(render("markdown/cited.md.jinja", **values)).strip()


Found = tuple[str, str, Iterable[str]]


def _found(one: Mention, publication: Publication, spot: Spot) -> Found:
    """The figure in words, its address, and the sentences of its note."""
    network = publication.network
    if not one.part:
        indicator = network.indicators.get(one.record)
        return _of_indicator(indicator, publication, spot) if indicator else (NOT_PUBLIC, "", ())
    if event := network.events.get(one.record):
        return _of_question(event, one.part, one.answer, publication, spot)
    study = network.case_studies.get(one.record)
    return _of_study(study, one.part, publication, spot) if study else (NOT_PUBLIC, "", ())


def _of_indicator(indicator: Indicator, publication: Publication, spot: Spot) -> Found:
    """What an indicator showed last."""
    href = spot.href(indicator.path, f"#{OBSERVATIONS}")
    seen = next((one for one in readings(indicator, publication, spot) if one.value), None)
    name = _link(indicator.title, href)
    if seen is None:
        return NOT_KNOWN, href, (name, "Nothing has been observed yet.")
    value, why = (NOT_SHOWN, why_withheld(publication)) if seen.value == WITHHELD else (seen.value, "")
    rests_on = (_evidence(one) for one in seen.evidence)
    return value, href, (name, *_illustrative(indicator), f"{seen.when}.", *rests_on, why)


def _of_question(event: Event, question: str, answer: str, publication: Publication, spot: Spot) -> Found:
    """The share of those who gave an answer: the first, where none is named."""
    asked = next(one for one in event.feedback if one.id == question)
    href = spot.href(event.path, f"#{FEEDBACK}")
    value = _share(asked, answer)
    when = when_in_words(event.starts, publication.language)
    told = question_in_words(asked, publication.network)
    why = why_withheld(publication) if asked.is_suppressed else ""
    return value, href, (_link(event.title, href), *_illustrative(event), f"{when}.", told, why)


def _share(asked: Feedback, answer: str) -> str:
    if asked.is_suppressed:
        return NOT_SHOWN
    return next(percent_in_words(one) for one in asked.results if answer in ("", one.answer))


def _of_study(study: CaseStudy, name: str, publication: Publication, spot: Spot) -> Found:
    """A result that a case study sets large."""
    figure = next(one for one in study.figures if one.id == name)
    if figure.event is not None:
        event = publication.network.events.get(figure.event)
        if event is None:
            return NOT_PUBLIC, "", ()
        return _of_question(event, figure.question or "", "", publication, spot)
    href = spot.href(study.path)
    work = publication.network.settings.sources[figure.source or ""]
    source = f"Source: {_link(work.named, str(work.url)) if work.url else _ended(as_written(work.named))}"
    return figure.value or "", href, (_link(study.title, href), *_illustrative(study), _ended(study.period), source)


def _illustrative(record: Indicator | Event | CaseStudy) -> tuple[str, ...]:
    return (ILLUSTRATIVE,) if record.illustrative else ()


def _evidence(one: account_views.Evidence) -> str:
    name = _link(one.text, one.href) if one.href else _ended(as_written(one.text))
    return f"{name} {one.detail}".rstrip()


def _link(text: str, href: str) -> str:
    return f"[{as_written(text)}]({href}){stop(text)}"


def _ended(text: str) -> str:
    return f"{text}{stop(text)}" if text else ""


def _stop(text: str) -> str:
    return "" if text.endswith((".", "?", "!", "…")) else "."
