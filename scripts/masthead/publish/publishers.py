"""From the Network to Artifacts. Each publisher is a pure function from a publication to what it makes: at once where
that is quick, else as jobs, which are shared by all processors, or done alone for somebody who looks at one page.
"""

from collections.abc import Callable, Iterator

from masthead.artifact import Artifact, Job, engine_order
from masthead.jobs import FEW, do
from masthead.publish.assets import publish_assets
from masthead.publish.brand_page import publish_brand_page
from masthead.publish.calendar import publish_calendar
from masthead.publish.case_studies import publish_case_studies
from masthead.publish.chapters import publish_chapters
from masthead.publish.checked import publish_checked
from masthead.publish.event_indexes import publish_event_indexes
from masthead.publish.events import publish_events
from masthead.publish.export import publish_export
from masthead.publish.feed import publish_feed
from masthead.publish.icons import publish_icons
from masthead.publish.members import publish_members
from masthead.publish.news import publish_news
from masthead.publish.pages import publish_files, publish_pages
from masthead.publish.people import publish_people
from masthead.publish.privacy import publish_privacy
from masthead.publish.publication import Publication
from masthead.publish.search import publish_search
from masthead.publish.whole import publish_whole
from masthead.publish.workstreams import publish_indicators, publish_workstreams
from masthead.render import read_components
from masthead.spares import Spares

Publisher = Callable[[Publication], Iterator[Artifact | Job]]

PUBLISHERS: dict[str, Publisher] = {
    "pages": publish_pages,
    "privacy": publish_privacy,
    "members": publish_members,
    "events": publish_events,
    "lists of events": publish_event_indexes,
    "case studies": publish_case_studies,
    "manifesto": publish_chapters,
    "checks of the PDFs": publish_checked,
    "news": publish_news,
    "people": publish_people,
    "workstreams": publish_workstreams,
    "indicators": publish_indicators,
    "search": publish_search,
    "calendars": publish_calendar,
    "feeds": publish_feed,
    "export": publish_export,
    "whole network": publish_whole,
    "files": publish_files,
    "brand": publish_assets,
    "icons": publish_icons,
    "page of the brand": publish_brand_page,
}


def offered(publication: Publication) -> Iterator[Artifact | Job]:
    """Everything that can be published, what takes time still to be made."""
    return (one for publisher in PUBLISHERS.values() for one in publisher(publication))


def publish(publication: Publication, processes: int = 1, spares: Spares | None = None) -> tuple[Artifact, ...]:
    """Everything that an engine is given, in the order in which engines find files; not made is what can be spared."""
    jobs = tuple(map(spares.spared, offered(publication)) if spares else offered(publication))
    if processes > 1 and sum(isinstance(job, Job) for job in jobs) >= FEW:
        publication.work_out()
        read_components()
    artifacts = do(jobs, processes)
    if spares:
        artifacts = list(map(spares.marked, jobs, artifacts))
    return tuple(sorted((*artifacts, *(one for artifact in artifacts for one in artifact.beside)), key=engine_order))
