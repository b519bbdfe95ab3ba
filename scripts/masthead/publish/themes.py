"""The themes of a record, each leading to the work on it."""

from collections.abc import Iterator

from masthead.addresses import OUR_WORK
from masthead.model.record import Record
from masthead.prose import as_written
from masthead.publish import views
from masthead.publish.publication import OnPage, Publication


def theme_facts(record: Record, publication: Publication, page: OnPage) -> Iterator[views.Fact]:
    """One row of key facts, where the record has any theme; one without a case study leads nowhere."""
    named = publication.network.settings.tags
    links = []
    for tag in record.tags:
        title = as_written(named[tag].title)
        there = page.href(OUR_WORK, f"#theme-{tag}")
        links.append(f"[{title}]({there})" if ("tag", tag) in publication.studies_of else title)
    if links:
        yield views.Fact("Themes", ", ".join(links))
