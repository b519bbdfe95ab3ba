"""The manifesto on the site: one page per chapter, each leading to the next."""

from collections.abc import Iterator, Sequence

from masthead.addresses import CHAPTERS
from masthead.artifact import Artifact, Job
from masthead.model.page import Chapter
from masthead.publish import views
from masthead.publish.charts import length
from masthead.publish.labels import record_labels
from masthead.publish.page import crumb, page_artifact, pages_of
from masthead.publish.pieces import with_pieces
from masthead.publish.publication import OnPage, Publication, prose
from masthead.render import component


def publish_chapters(publication: Publication) -> Iterator[Job]:
    """A page for each chapter, in reading order."""
    return pages_of(publication.network.chapters.values(), publication, _page)


def _page(chapter: Chapter, publication: Publication) -> Artifact:
    chapters = tuple(publication.network.chapters.values())
    index, page = [one.slug for one in chapters].index(chapter.slug), publication.page(chapter.path)
    head = views.Head(
        title=chapter.title,
        lead=prose(page, chapter.summary, chapter.path),
        kicker=f"Chapter {index + 1} of {len(chapters)}",
        crumbs=crumb(publication, page, CHAPTERS),
        labels=record_labels(chapter, publication, is_illustrative=publication.network.manifesto.illustrative),
        number=str(index + 1),
    )
    body = with_pieces(page.body(publication.numbered.texts[chapter.path], chapter.path), publication, page)
    pager = component("pager", _neighbour(chapters, index - 1, page), _neighbour(chapters, index + 1, page))
    return page_artifact(
        publication,
        page.page,
        chapter,
        head,
        [body, pager],
        section="manifesto/",
        layout="chapter",
        chapters=_reading(chapters, index, page),
    )


def _reading(chapters: Sequence[Chapter], index: int, page: OnPage) -> dict[str, object]:
    """The list of chapters for the theme, and how far one has read at the end of this one."""
    return {
        "read": length(100 * (index + 1) / len(chapters)),
        "said": f"{index + 1} of {len(chapters)}",
        "list": [
            {"title": one.title, "href": page.href(one.path), "current": number == index}
            for number, one in enumerate(chapters)
        ],
    }


def _neighbour(chapters: Sequence[Chapter], index: int, page: OnPage) -> views.Anchor | None:
    if not 0 <= index < len(chapters):
        return None
    return views.Anchor(chapters[index].title, page.href(chapters[index].path))
