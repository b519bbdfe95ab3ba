"""One page per note."""

from collections.abc import Iterator

from masthead.addresses import NEWS
from masthead.artifact import Artifact, Job
from masthead.dates import day_in_words
from masthead.model.page import News
from masthead.publish import views
from masthead.publish.cards import latest_news, news_card
from masthead.publish.labels import record_labels
from masthead.publish.page import crumb, page_artifact, pages_of, section
from masthead.publish.pieces import with_pieces
from masthead.publish.publication import OnPage, Publication, prose
from masthead.publish.related import related_section, relations
from masthead.publish.themes import theme_facts
from masthead.render import component

MORE_NEWS, MORE_AT_MOST = "more-news", 3


def publish_news(publication: Publication) -> Iterator[Job]:
    """A page for each note: what is new, since when, and what else there is."""
    return pages_of(publication.network.news.values(), publication, _page)


def _page(note: News, publication: Publication) -> Artifact:
    page = publication.page(note.path)
    head = views.Head(
        title=note.title,
        lead=prose(page, note.summary, note.path),
        kicker="News",
        crumbs=crumb(publication, page, NEWS),
        labels=record_labels(note, publication),
    )
    facts = (
        views.Fact("Published", day_in_words(note.date, publication.language)),
        *theme_facts(note, publication, page),
    )
    blocks = [
        component("facts", facts),
        with_pieces(page.body(note.body, note.path), publication, page),
        related_section(note, publication, page),
        section("More news", MORE_NEWS, _more(note, publication, page)),
    ]
    return page_artifact(
        publication, page.page, note, head, list(filter(None, blocks)), section="news/", layout="record"
    )


def _more(note: News, publication: Publication, page: OnPage) -> str:
    shown = {note.path, *(one.record.path for one in relations(note, publication))}
    others = [one for one in latest_news(publication) if one.path not in shown][:MORE_AT_MOST]
    return component("card-list", tuple(news_card(one, publication, page) for one in others), "rows") if others else ""
