"""One page per case study."""

import re
from collections.abc import Iterator

from masthead.addresses import CONTACT, OUR_WORK
from masthead.artifact import Artifact, Job
from masthead.landmarks import MORE_TESTIMONIALS, TESTIMONIALS
from masthead.model.case_study import HEADINGS, CaseStudy, Figure
from masthead.prose import as_written
from masthead.publish import views
from masthead.publish.charts import RIGHT, percent_in_words
from masthead.publish.labels import record_labels
from masthead.publish.page import crumb, page_artifact, pages_of, section
from masthead.publish.pieces import with_pieces
from masthead.publish.publication import OnPage, Publication, prose
from masthead.publish.related import related_section
from masthead.publish.testimonials import testimonial_view
from masthead.publish.themes import theme_facts
from masthead.render import component

PART = re.compile(rf"^(?=## (?:{'|'.join(HEADINGS)})\b)", re.MULTILINE)
PARAGRAPH = re.compile(r"[^\W_]|\[[^\^]")  # a letter, a digit or a link: no list, no block, no note
SHARE = re.compile(r"(?:100|\d{1,2})(?:\.\d+)?%")


def publish_case_studies(publication: Publication) -> Iterator[Job]:
    """A page for each case study: key facts, large results, the story, what people say, what to read next."""
    return pages_of(publication.network.case_studies.values(), publication, _page)


def _page(study: CaseStudy, publication: Publication) -> Artifact:
    page = publication.page(study.path)
    head = views.Head(
        title=study.title,
        lead=prose(page, study.summary, study.path),
        kicker="Case study",
        crumbs=crumb(publication, page, OUR_WORK),
        labels=record_labels(study, publication),
    )
    blocks = [
        component("facts", tuple(_facts(study, publication, page))),
        _figures(study, publication, page),
        *_story(study, publication, page),
        related_section(study, publication, page),
        component(
            "invitation",
            "Are you working on something like this?",
            "We would like to hear what you have tried, and we can put you in touch with the people in this story.",
            views.Anchor("Get in touch", page.href(CONTACT)),
        ),
    ]
    shown = list(filter(None, blocks))
    return page_artifact(publication, page.page, study, head, shown, section="our-work/", layout="record")


def _facts(study: CaseStudy, publication: Publication, page: OnPage) -> Iterator[views.Fact]:
    network = publication.network
    members = [network.members[slug] for slug in study.members if slug in network.members]
    if members:
        yield views.Fact(
            "Members", ", ".join(f"[{as_written(one.short_title)}]({page.href(one.path)})" for one in members)
        )
    if study.period:
        yield views.Fact("Period", as_written(study.period))
    yield from theme_facts(study, publication, page)


def _figures(study: CaseStudy, publication: Publication, page: OnPage) -> str:
    public = (one for one in study.figures if one.event is None or one.event in publication.network.events)
    figures = tuple(_figure(figure, publication, page) for figure in public)
    return component("figures", figures) if figures else ""


def _figure(figure: Figure, publication: Publication, page: OnPage) -> views.Figure:
    """A figure with its source, taken from the event's feedback where it names one."""
    network = publication.network
    if figure.event is None:
        value, source = figure.value or "", f"Source: {_work(figure.source, publication)}."
    else:
        event = network.events[figure.event]
        feedback = next(one for one in event.feedback if one.id == figure.question)
        value = percent_in_words(feedback.results[0])
        source = f"[{as_written(event.title)}]({page.href(event.path)}). Number of responses: {feedback.responses}."
        source += f" Source: {_work(feedback.source, publication)}." if feedback.source else ""
    bar = value if SHARE.fullmatch(value) else ""
    return views.Figure(value, figure.label, source, bar, page.token(RIGHT))


def _work(name: str | None, publication: Publication) -> str:
    """A cited work, and who published it."""
    return as_written(publication.network.settings.sources[name or ""].named)


def _story(study: CaseStudy, publication: Publication, page: OnPage) -> Iterator[str]:
    """The text, and beside the beginning of each part what somebody says; who is left over speaks at the end."""
    public = (one for one in study.testimonials if one.person is None or one.person in publication.network.people)
    said = [testimonial_view(one, study, publication, page) for one in public]
    text = with_pieces(page.body(study.body, study.path), publication, page)
    before, *parts = PART.split(text)
    yield before
    for index, part in enumerate(parts):
        beginning, end = _after_first_paragraph(part)
        yield beginning
        if index < len(said):
            yield component("testimonials", (said[index],), "beside", TESTIMONIALS if index == 0 else "")
        yield end
    left_over = tuple(said[len(parts) :])
    yield section("What people also say", MORE_TESTIMONIALS, component("testimonials", left_over)) if left_over else ""


def _after_first_paragraph(part: str) -> tuple[str, str]:
    """A part of a text, from its heading on, parted behind its first paragraph, where it begins with one."""
    heading, _, text = part.partition("\n")
    first, _, rest = text.lstrip("\n").partition("\n\n")
    return (f"{heading}\n\n{first}", rest) if PARAGRAPH.match(first) else (heading, text)
