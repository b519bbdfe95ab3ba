"""A page for each workstream and for each indicator."""

from collections.abc import Iterable, Iterator

from masthead.artifact import Artifact, Job
from masthead.dates import when_in_words
from masthead.landmarks import LEVELS, MILESTONES, OBSERVATIONS, RESULTS, TOLD, step_anchor
from masthead.model.case_study import CaseStudy
from masthead.model.event import Event
from masthead.model.indicator import Indicator
from masthead.model.workstream import Milestone, Workstream
from masthead.prose import as_written
from masthead.publish import account_views, views
from masthead.publish.accounts import STATUS_WORDS, outcome_views
from masthead.publish.cards import commitment_views
from masthead.publish.evidence import MEASURES, mark_in_words, readings
from masthead.publish.labels import record_labels
from masthead.publish.naming import who
from masthead.publish.page import crumb, page_artifact, pages_of, section
from masthead.publish.pieces import with_pieces
from masthead.publish.publication import OnPage, Publication, prose
from masthead.publish.related import related_section
from masthead.render import component

WORKSTREAMS = "content/workstreams.md"
EVALUATION = "content/evaluation.md"
THEORY = "content/theory-of-change.md"


def publish_workstreams(publication: Publication) -> Iterator[Job]:
    """A page for each workstream: who does it, what came of it, what is to come."""
    return pages_of(publication.network.workstreams.values(), publication, _workstream)


def _workstream(one: Workstream, publication: Publication) -> Artifact:
    page = publication.page(one.path)
    head = views.Head(
        title=one.title,
        lead=prose(page, one.summary, one.path),
        kicker="Workstream",
        crumbs=_crumbs(publication, page, WORKSTREAMS),
        labels=record_labels(one, publication),
    )
    outcomes = outcome_views(one, publication, page)
    milestones = tuple(_milestone(milestone, publication) for milestone in one.milestones)
    blocks = [
        component("facts", tuple(_workstream_facts(one, publication, page))),
        with_pieces(page.body(one.body, one.path), publication, page),
        section("What has come of it", RESULTS, component("outcomes", outcomes) if outcomes else ""),
        section("Events and case studies", TOLD, _told(one, publication, page)),
        section("Milestones", MILESTONES, component("milestones", milestones) if milestones else ""),
        related_section(one, publication, page),
    ]
    filled = list(filter(None, blocks))
    return page_artifact(publication, page.page, one, head, filled, section="our-work/", layout="record")


def publish_indicators(publication: Publication) -> Iterator[Job]:
    """A page for each indicator: what it is for, how it is read, and what it has shown."""
    return pages_of(publication.network.indicators.values(), publication, _indicator)


def _indicator(one: Indicator, publication: Publication) -> Artifact:
    page = publication.page(one.path)
    head = views.Head(
        title=one.title,
        lead=prose(page, one.summary, one.path),
        kicker="Indicator",
        crumbs=_crumbs(publication, page, EVALUATION),
        labels=record_labels(one, publication),
    )
    levels = tuple(account_views.Finding("", level.title, prose(page, level.text, one.path)) for level in one.levels)
    seen = tuple(readings(one, publication, page))
    nothing = component("empty", "Nothing has been observed yet.")
    blocks = [
        component("facts", tuple(_indicator_facts(one, publication, page))),
        with_pieces(page.body(one.body, one.path), publication, page),
        section("What has been seen", OBSERVATIONS, component("readings", seen) if seen else nothing),
        section("The levels", LEVELS, component("levels", levels) if levels else ""),
    ]
    filled = list(filter(None, blocks))
    return page_artifact(publication, page.page, one, head, filled, section="evaluation/", layout="record")


def _crumbs(publication: Publication, page: OnPage, index: str) -> tuple[views.Anchor, ...]:
    """The step above, where the publication has such a page."""
    return crumb(publication, page, index) if index.removeprefix("content/") in publication.network.pages else ()


def _told(one: Workstream, publication: Publication, page: OnPage) -> str:
    """The case studies and the events that belong to a workstream, the latest event first."""
    told = publication.indexes.told_of.get(one.slug, ())
    studies = (study for study in told if isinstance(study, CaseStudy))
    events = (event for event in told if isinstance(event, Event))
    latest_first = sorted(events, key=lambda event: event.starts.latest_first, reverse=True)
    links = tuple(views.Anchor(record.title, page.href(record.path)) for record in (*studies, *latest_first))
    return component("link-list", links) if links else ""


def _milestone(one: Milestone, publication: Publication) -> account_views.Milestone:
    done = when_in_words(one.done, publication.language) if one.done else ""
    return account_views.Milestone(one.title, when_in_words(one.due, publication.language), done)


def _workstream_facts(one: Workstream, publication: Publication, page: OnPage) -> Iterator[views.Fact]:
    language = publication.language
    yield views.Fact("State", STATUS_WORDS[one.status])
    yield from _fact("Led by", _members((one.lead,), publication, page))
    yield from _fact("With", _members(one.members, publication, page))
    people = (publication.network.people[slug] for slug in one.leaders if slug in publication.network.people)
    told = (who(person, one.time, publication.network).linked(page) for person in people)
    yield from _fact("In charge", "; ".join(told))
    begin, end = when_in_words(one.starts, language), when_in_words(one.ends, language) if one.ends else ""
    yield views.Fact("When", f"{begin} to {end}" if end else f"Since {begin}")
    yield from _fact("Commitments", _commitments(one.commitments, publication, page))
    themes = (publication.network.settings.tags[tag].title for tag in one.tags)
    yield from _fact("Themes", ", ".join(map(as_written, themes)))


def _indicator_facts(one: Indicator, publication: Publication, page: OnPage) -> Iterator[views.Fact]:
    network = publication.network
    yield views.Fact("How it is read", MEASURES[one.measure])
    yield from _fact("Commitments", _commitments(one.commitments, publication, page))
    steps = ((network.steps[slug].title, slug) for slug in one.steps if slug in network.steps)
    if THEORY.removeprefix("content/") in network.pages:
        leading = (f"[{as_written(title)}]({page.href(THEORY, '#' + step_anchor(slug))})" for title, slug in steps)
        yield from _fact("A sign of", ", ".join(leading))
    yield views.Fact("Source", as_written(one.source))
    yield views.Fact("Method", prose(page, one.method, one.path))
    yield from _fact("Owner", _members((one.owner,) if one.owner else (), publication, page))
    yield from _fact("At first", as_written(mark_in_words(one.baseline, one, publication)))
    if one.closed:
        yield views.Fact("State", "No longer observed")
    yield from _fact("Aim", as_written(mark_in_words(one.target, one, publication)))


def _fact(term: str, text: str) -> Iterator[views.Fact]:
    if text:
        yield views.Fact(term, text)


def _members(slugs: Iterable[str], publication: Publication, page: OnPage) -> str:
    members = publication.network.members
    found = (members[slug] for slug in slugs if slug in members)
    return ", ".join(f"[{as_written(one.short_title)}]({page.href(one.path)})" for one in found)


def _commitments(ids: Iterable[str], publication: Publication, page: OnPage) -> str:
    known = commitment_views(publication, page)
    return ", ".join(f"[{known[one].number}]({known[one].href} '{known[one].title}')" for one in ids if one in known)
