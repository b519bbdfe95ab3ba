"""Live pieces: what stands in a page where an editor wrote `::name{…}`."""

import re
from collections.abc import Callable
from itertools import islice
from typing import Any

from markupsafe import Markup

from masthead.addresses import EVENTS, address
from masthead.landmarks import ALL, COMING, PAST
from masthead.model.pieces import PIECES, All, OneCommitment, Some, Survey
from masthead.model.record import Part
from masthead.prose import Piece, level_below, pieces, replaced, without_code
from masthead.publish import views
from masthead.publish.accounts import (
    print_findings,
    print_indicators,
    print_promises,
    print_theory,
    print_workstreams,
)
from masthead.publish.calendar_paths import CALENDAR
from masthead.publish.cards import case_cards, commitment_views, latest_news, news_card, survey_view
from masthead.publish.event_indexes import set_groups, subscription
from masthead.publish.event_lists import LATEST, NOTHING_PLANNED, coming_list, next_events, past_list
from masthead.publish.event_sets import event_filters, event_sets
from masthead.publish.figures import figures_in
from masthead.publish.labels import is_former, membership_words, record_labels
from masthead.publish.logos import print_logos
from masthead.publish.papers import CHECKED, PAPERS, Download
from masthead.publish.publication import Publication, Spot, prose
from masthead.publish.statement import statement
from masthead.publish.study_list import print_study_list
from masthead.publish.timeline import print_timeline
from masthead.publish.voices import print_people
from masthead.publish.whole import print_data_links
from masthead.render import component, plain

ID = re.compile(r'\bid="([^"]+)"')
Print = Callable[[Publication, Spot, Any], Markup | str]


def with_pieces(text: str, publication: Publication, spot: Spot) -> str:
    """The text with every live piece replaced by its HTML, set apart by empty lines, and with its figures. Headings in
    a piece are one level below the one above it, and no id stands twice: it belongs to the first piece that has it.
    """
    prose, taken = without_code(text), set[str]()

    def write(piece: Piece) -> str:
        options = PIECES[piece.name].model_validate(piece.options)
        here = spot.below(level_below(prose[: piece.start]), frozenset(taken))
        written = str(PRINTERS[piece.name](publication, here, options)).strip()
        taken.update(ID.findall(written))
        return f"\n{written}\n"

    filled = ((piece.start, piece.end, write(piece)) for piece in pieces(text))
    return replaced(text, sorted((*filled, *figures_in(text, publication, spot))))


def _next_events(publication: Publication, spot: Spot, options: Some) -> Markup | str:
    return next_events(publication, spot, publication.network.events.values(), options.count, spot.href(EVENTS))


def _event_list(publication: Publication, spot: Spot, _: Part) -> str:
    events, sets = publication.network.events.values(), event_sets(publication)
    subscribe = subscription(publication, spot, CALENDAR, "all events", feeds=True)
    ahead = component("event-list", coming_list(publication, spot, events, NOTHING_PLANNED))
    behind = component("event-list", past_list(publication, spot, events, LATEST))
    filters = event_filters(sets)
    parts = (
        subscribe,
        component("event-filters", filters) if filters else "",
        f"## Coming events {{ #{COMING} }}\n\n{ahead}",
        f"## Past events {{ #{PAST} }}\n\n{behind}",
        f"## All events {{ #{ALL} }}\n\n{component('event-sets', set_groups(sets, spot))}" if events else "",
    )
    return "\n\n".join(filter(None, parts))


def _case_studies(publication: Publication, spot: Spot, options: Some) -> Markup:
    return component("card-list", tuple(islice(case_cards(publication, spot), options.count)), "grid", spot.level)


def _case_study_list(publication: Publication, spot: Spot, _: Part) -> str:
    return print_study_list(publication, spot)


def _member_list(publication: Publication, spot: Spot, _: Part) -> Markup:
    members = sorted(
        publication.network.members.values(),
        key=lambda one: (is_former(one, publication), not one.founding, one.title),
    )
    cards = (
        views.Card(
            href=spot.href(one.path),
            title=one.title,
            summary=prose(spot, one.summary, one.path),
            meta=membership_words(one, publication),
            detail=one.area,
            labels=record_labels(one, publication),
        )
        for one in members
    )
    return component("card-list", tuple(cards), "grid", spot.level)


def _news_list(publication: Publication, spot: Spot, options: All) -> Markup:
    latest = latest_news(publication)[: options.count]
    if not latest:
        return component("empty", "There is no news yet.")
    return component("card-list", tuple(news_card(item, publication, spot) for item in latest), "rows", spot.level)


def _survey(publication: Publication, spot: Spot, options: Survey) -> Markup | str:
    event = publication.network.events.get(options.event)
    if event is None:
        return ""
    feedback = next(one for one in event.feedback if one.id == options.question)
    return component("survey", survey_view(publication, spot, event, feedback))


def _download(publication: Publication, spot: Spot, _: Part) -> Markup:
    if not publication.pdfs:
        return component("empty", "The PDF of the manifesto has not been made here.")
    cover = plain(publication.network.manifesto.title)
    offers = tuple(_offer(pdf, spot, cover) for pdf in publication.pdfs)
    return component("download", offers, cover, spot.asset(address(CHECKED)))


def _offer(pdf: Download, spot: Spot, title: str) -> views.Offer:
    """A PDF with all that a reader wants to know before it is fetched."""
    paper = next(one for one in PAPERS if one.path == pdf.path)
    suits = f", {paper.suits}" if paper.suits else ""
    kind = f"PDF, {pdf.pages} pages, {round(pdf.size / 1000)} kB, tagged for screen readers (PDF/UA)"
    return views.Offer(f"Download “{title}” on {paper.size}{suits}", spot.asset(pdf.path), kind)


def _contents(publication: Publication, spot: Spot, _: Part) -> Markup:
    chapters = publication.network.chapters.values()
    cards = (
        views.Card(href=spot.href(one.path), title=one.title, summary=prose(spot, one.summary, one.path))
        for one in chapters
    )
    return component("contents", tuple(cards))


def _commitment(publication: Publication, spot: Spot, options: OneCommitment) -> Markup:
    return component("commitment", commitment_views(publication, spot)[options.id])


def _commitments(publication: Publication, spot: Spot, _: Part) -> Markup:
    return component("commitment-list", tuple(commitment_views(publication, spot).values()))


def _statement(publication: Publication, spot: Spot, _: Part) -> str:
    return statement(publication, spot)


PRINTERS: dict[str, Print] = {
    "next-events": _next_events,
    "event-list": _event_list,
    "case-studies": _case_studies,
    "case-study-list": _case_study_list,
    "member-list": _member_list,
    "member-logos": print_logos,
    "news-list": _news_list,
    "survey": _survey,
    "manifesto-download": _download,
    "manifesto-contents": _contents,
    "commitment": _commitment,
    "commitments": _commitments,
    "promises": print_promises,
    "theory-of-change": print_theory,
    "indicator-list": print_indicators,
    "workstream-list": print_workstreams,
    "interview-findings": print_findings,
    "network-data": print_data_links,
    "people-list": print_people,
    "timeline": print_timeline,
    "accessibility-statement": _statement,
}
