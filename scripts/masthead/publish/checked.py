"""How the PDFs were checked: a page made of what the validator says of each file."""

from collections.abc import Iterator

from masthead.addresses import CHAPTERS, address
from masthead.artifact import Artifact
from masthead.publish import views
from masthead.publish.page import crumb, page_artifact
from masthead.publish.papers import CHECKED, PAPERS
from masthead.publish.publication import OnPage, Publication
from masthead.render import component

TITLE = "How this document was checked"
SUMMARY = "What an independent validator found in the PDFs of the manifesto before they were published."


def publish_checked(publication: Publication) -> Iterator[Artifact]:
    """One page, where there are PDFs that were judged."""
    checks = tuple(_checks(publication))
    if not checks:
        return
    page = OnPage(CHECKED, publication.hidden)
    head = views.Head(title=TITLE, lead=SUMMARY, crumbs=crumb(publication, page, CHAPTERS))
    described = publication.network.manifesto.model_copy(update={"summary": SUMMARY})
    body = component("checks", checks)
    yield page_artifact(publication, CHECKED, described, head, [body], section="manifesto/", layout="record")


def checked_page(publication: Publication) -> Iterator[views.Anchor]:
    """The title and the address of that page, where there is one."""
    if any(pdf.verdicts for pdf in publication.pdfs):
        yield views.Anchor(TITLE, address(CHECKED))


def _checks(publication: Publication) -> Iterator[views.Check]:
    sizes = {paper.path: paper.size for paper in PAPERS}
    for pdf in publication.pdfs:
        for verdict in pdf.verdicts:
            yield views.Check(
                file=f"{sizes[pdf.path]}, {pdf.pages} pages",
                profile=verdict.profile,
                validator=f"{verdict.validator} {verdict.version}",
                rules=str(verdict.rules),
                failed=str(verdict.failed),
            )
