"""Records in lists: which come first, and the views in which they are shown."""

from collections.abc import Iterator
from dataclasses import replace

from masthead.addresses import CHAPTERS, MANIFESTO, address, on_site
from masthead.dates import day_in_words
from masthead.model.case_study import CaseStudy
from masthead.model.event import Event
from masthead.model.feedback import Feedback
from masthead.model.order import latest_first, soonest_first
from masthead.model.page import News
from masthead.prose import pieces
from masthead.publish import survey_views, views
from masthead.publish.charts import answer, chart
from masthead.publish.labels import record_labels
from masthead.publish.publication import Publication, Spot, prose


def coming(publication: Publication) -> list[Event]:
    """Events that are not over, the next one first."""
    return soonest_first(event for event in publication.network.events.values() if not event.is_past(publication.day))


def past(publication: Publication) -> list[Event]:
    """Events that are over, the latest first."""
    return latest_first(event for event in publication.network.events.values() if event.is_past(publication.day))


def case_cards(publication: Publication, spot: Spot) -> Iterator[views.Card]:
    """Every case study as a card, those that happened before those that are illustrative."""
    studies = publication.network.case_studies.values()
    for study in sorted(studies, key=lambda study: (study.illustrative, study.title)):
        yield case_card(study, publication, spot)


def case_titles(publication: Publication, spot: Spot) -> Iterator[views.Card]:
    """The same without what they are about, for a list that would be too heavy otherwise."""
    return (replace(card, summary="") for card in case_cards(publication, spot))


def case_card(study: CaseStudy, publication: Publication, spot: Spot) -> views.Card:
    """A case study in a list."""
    network = publication.network
    members = (network.members[slug].short_title for slug in study.members if slug in network.members)
    return views.Card(
        href=spot.href(study.path),
        title=study.title,
        summary=prose(spot, study.summary, study.path),
        meta=", ".join(network.settings.tags[tag].title for tag in study.tags[:2]),
        detail=", ".join(members),
        labels=record_labels(study, publication),
    )


def latest_news(publication: Publication) -> list[News]:
    """Every note, the latest first."""
    return sorted(publication.network.news.values(), key=lambda item: (item.date, item.slug), reverse=True)


def news_card(item: News, publication: Publication, spot: Spot) -> views.Card:
    """A note in a list."""
    return views.Card(
        href=spot.href(item.path),
        title=item.title,
        summary=prose(spot, item.summary, item.path),
        meta=day_in_words(item.date, publication.language),
        labels=record_labels(item, publication),
    )


def survey_view(publication: Publication, spot: Spot, event: Event, feedback: Feedback) -> survey_views.Survey:
    """One result with all that a reader needs to judge it."""
    work = publication.network.settings.sources.get(feedback.source or "")
    return survey_views.Survey(
        question=feedback.question,
        answers=tuple(answer(one) for one in feedback.results),
        chart=chart(feedback, spot),
        is_counted=any(one.count is not None for one in feedback.results),
        withheld=why_withheld(publication) if feedback.is_suppressed else "",
        responses=str(feedback.responses),
        occasion=views.Anchor(event.title, spot.href(event.path)),
        source=work.named if work else "",
        note=prose(spot, feedback.note, event.path),
    )


def why_withheld(publication: Publication) -> str:
    """What stands where answers are not shown."""
    threshold = publication.network.settings.small_numbers_threshold
    return f"The answers are not shown, because fewer than {threshold} people gave one of them."


def commitment_views(publication: Publication, spot: Spot) -> dict[str, views.Commitment]:
    """Every commitment by its id, with its number and a link to the chapter that makes it."""
    manifesto = publication.network.manifesto
    homes = publication.indexes.argued_in
    index = publication.network.pages.get(CHAPTERS.removeprefix("content/"))
    listing = CHAPTERS if index and any(piece.name == "commitments" for piece in pieces(index.body)) else ""
    return {
        one.id: views.Commitment(
            number=f"C{number}",
            anchor="" if f"commitment-{one.id}" in spot.taken else f"commitment-{one.id}",
            title=one.title,
            text=prose(spot, one.text, manifesto.path),
            href=spot.href(homes.get(one.id, MANIFESTO), f"#commitment-{one.id}"),
            address=web_address(publication, listing or homes.get(one.id, MANIFESTO), f"#commitment-{one.id}"),
            is_argued=one.id in homes,
        )
        for number, one in enumerate(manifesto.commitments, 1)
    }


def web_address(publication: Publication, path: str, fragment: str = "") -> views.Anchor:
    """The full address of a page, and how it is written for people who type."""
    href = publication.network.site.absolute(address(on_site(path) or "index.md")) + fragment
    return views.Anchor(href.partition("://")[2], href)
