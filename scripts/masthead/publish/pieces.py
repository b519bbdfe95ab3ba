"""Live pieces: what stands in a page where an editor wrote `::name{…}`."""

from collections.abc import Callable, Iterator
from itertools import islice

from markupsafe import Markup

from masthead.addresses import MANIFESTO
from masthead.dates import day_in_words
from masthead.model.event import Event, Feedback
from masthead.model.pieces import PIECES, All, OneCommitment, Some, Survey
from masthead.model.record import Part
from masthead.prose import Piece, fill
from masthead.publish import views
from masthead.publish.publication import Publication, Spot, prose
from masthead.render import component, plain

Print = Callable[[Publication, Spot, Part], Markup | str]


def with_pieces(text: str, publication: Publication, spot: Spot) -> str:
    """The text with every live piece replaced by its HTML, set apart by empty lines."""

    def write(piece: Piece) -> str:
        options = PIECES[piece.name].model_validate(piece.options)
        return f"\n{str(PRINTERS[piece.name](publication, spot, options)).strip()}\n"

    return fill(text, write)


def coming(publication: Publication) -> list[Event]:
    """Events that are not over, the next one first; those without a day come last."""
    events = (event for event in publication.network.events.values() if not event.is_past(publication.day))
    return sorted(events, key=lambda event: (not event.starts.is_known, event.starts.root, event.slug))


def past(publication: Publication) -> list[Event]:
    """Events that are over, the latest first; those that were never dated come last, in the order of their numbers."""
    events = [event for event in publication.network.events.values() if event.is_past(publication.day)]
    dated = sorted((event for event in events if event.last_day), key=lambda event: event.starts.root, reverse=True)
    undated = (event for event in events if not event.last_day)
    return [*dated, *sorted(undated, key=lambda event: (-(event.number or 0), event.slug))]


def event_cards(publication: Publication, spot: Spot, events: list[Event]) -> Markup | str:
    """Events as a list of cards; empty where there are none."""
    cards = tuple(views.event_card(event, publication, spot) for event in events)
    return component("event-card", cards) if cards else ""


def case_cards(publication: Publication, spot: Spot) -> Iterator[views.Card]:
    """Every case study as a card, those that happened before those that are illustrative."""
    network = publication.network
    for study in sorted(network.case_studies.values(), key=lambda study: (study.illustrative, study.title)):
        members = (network.members[slug].short_title for slug in study.members if slug in network.members)
        yield views.Card(
            href=spot.href(study.path),
            title=study.title,
            summary=prose(spot, study.summary, study.path),
            meta=", ".join(network.settings.tags[tag].title for tag in study.tags[:2]),
            detail=", ".join(members),
            labels=views.record_labels(study, publication),
        )


def survey_view(publication: Publication, spot: Spot, event: Event, feedback: Feedback) -> views.Survey:
    """One result with all that a reader needs to judge it."""
    work = publication.network.settings.sources.get(feedback.source or "")
    return views.Survey(
        question=feedback.question,
        shares=tuple((f"{share.percent:g}%", share.answer) for share in feedback.shares),
        responses=str(feedback.responses),
        occasion=views.Anchor(event.title, spot.href(event.path)),
        source=f"{work.publisher}, “{work.title}”" if work and work.publisher else work.title if work else "",
        note=prose(spot, feedback.note, event.path),
    )


def commitment_views(publication: Publication, spot: Spot) -> dict[str, views.Commitment]:
    """Every commitment by its id, with its number and a link to the chapter that makes it."""
    manifesto = publication.network.manifesto
    homes = {
        commitment.id: chapter.path
        for commitment in manifesto.commitments
        for chapter in publication.network.chapters.values()
        if f"::commitment{{id={commitment.id}}}" in chapter.body
    }
    return {
        one.id: views.Commitment(
            number=number,
            anchor=f"commitment-{one.id}",
            title=one.title,
            text=prose(spot, one.text, manifesto.path),
            href=spot.href(homes.get(one.id, MANIFESTO), f"#commitment-{one.id}"),
        )
        for number, one in enumerate(manifesto.commitments, 1)
    }


def _next_events(publication: Publication, spot: Spot, options: Part) -> Markup | str:
    assert isinstance(options, Some)
    shown = [event for event in coming(publication) if event.status != "cancelled"][: options.count]
    return event_cards(publication, spot, shown) or component("empty", "Nothing is planned at the moment.")


def _event_list(publication: Publication, spot: Spot, _: Part) -> str:
    ahead = event_cards(publication, spot, coming(publication))
    ahead = ahead or component("empty", "Nothing is planned at the moment.")
    behind = event_cards(publication, spot, past(publication))
    parts = [f"## Coming events {{ #coming }}\n\n{ahead}", f"## Past events {{ #past }}\n\n{behind}" if behind else ""]
    return "\n\n".join(parts)


def _case_studies(publication: Publication, spot: Spot, options: Part) -> Markup:
    assert isinstance(options, Some)
    return component("card-list", tuple(islice(case_cards(publication, spot), options.count)))


def _case_study_list(publication: Publication, spot: Spot, _: Part) -> str:
    network = publication.network
    studies = sorted(network.case_studies.values(), key=lambda study: study.title)
    parts = ["## Case studies { #case-studies }", component("card-list", tuple(case_cards(publication, spot)))]
    groups = (
        ("theme", {slug: term.title for slug, term in network.settings.tags.items()}, lambda study: study.tags),
        ("member", {slug: one.title for slug, one in network.members.items()}, lambda study: study.members),
    )
    for name, titles, slugs in groups:
        parts.append(f"## By {name} {{ #by-{name} }}")
        for slug, title in titles.items():
            found = [views.Anchor(study.title, spot.href(study.path)) for study in studies if slug in slugs(study)]
            if found:
                parts += [f"### {title} {{ #{name}-{slug} }}", component("link-list", found)]
    return "\n\n".join(parts)


def _member_list(publication: Publication, spot: Spot, _: Part) -> Markup:
    members = sorted(publication.network.members.values(), key=lambda one: (not one.founding, one.title))
    cards = (
        views.Card(
            href=spot.href(one.path),
            title=one.title,
            summary=prose(spot, one.summary, one.path),
            meta="Founding member" if one.founding else "Member",
            detail=one.area,
            labels=views.record_labels(one, publication),
        )
        for one in members
    )
    return component("card-list", tuple(cards))


def _news_list(publication: Publication, spot: Spot, options: Part) -> Markup:
    assert isinstance(options, All)
    news = sorted(publication.network.news.values(), key=lambda item: (item.date, item.slug), reverse=True)
    cards = (
        views.Card(
            href=spot.href(item.path),
            title=item.title,
            summary=prose(spot, item.summary, item.path),
            meta=day_in_words(item.date, publication.language),
            labels=views.record_labels(item, publication),
        )
        for item in news[: options.count]
    )
    return component("card-list", tuple(cards))


def _survey(publication: Publication, spot: Spot, options: Part) -> Markup | str:
    assert isinstance(options, Survey)
    event = publication.network.events.get(options.event)
    if event is None:
        return ""
    feedback = next(one for one in event.feedback if one.id == options.question)
    return component("survey", survey_view(publication, spot, event, feedback))


def _download(publication: Publication, spot: Spot, _: Part) -> Markup:
    pdf = publication.pdf
    if pdf is None:
        return component("empty", "The PDF of the manifesto has not been made here.")
    title = f"Download “{plain(publication.network.manifesto.title)}”"
    detail = f"PDF, {pdf.pages} pages, {round(pdf.size / 1000)} kB"
    return component("download", title, spot.asset(pdf.path), detail)


def _contents(publication: Publication, spot: Spot, _: Part) -> Markup:
    chapters = publication.network.chapters.values()
    cards = (
        views.Card(href=spot.href(one.path), title=one.title, summary=prose(spot, one.summary, one.path))
        for one in chapters
    )
    return component("contents", tuple(cards))


def _commitment(publication: Publication, spot: Spot, options: Part) -> Markup:
    assert isinstance(options, OneCommitment)
    return component("commitment", commitment_views(publication, spot)[options.id])


def _commitments(publication: Publication, spot: Spot, _: Part) -> Markup:
    return component("commitment-list", tuple(commitment_views(publication, spot).values()))


PRINTERS: dict[str, Print] = {
    "next-events": _next_events,
    "event-list": _event_list,
    "case-studies": _case_studies,
    "case-study-list": _case_study_list,
    "member-list": _member_list,
    "news-list": _news_list,
    "survey": _survey,
    "manifesto-download": _download,
    "manifesto-contents": _contents,
    "commitment": _commitment,
    "commitments": _commitments,
}
