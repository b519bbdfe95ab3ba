"""The manifesto in print: the same chapters and the same brand on paper of two sizes."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cache, partial

from markupsafe import Markup

from masthead.artifact import Artifact, Job, Recipe
from masthead.painting import Painted, on_paper
from masthead.pdf.make import Order, make
from masthead.publish.assets import font_faces, print_values
from masthead.publish.papers import PAPERS, Paper
from masthead.publish.print_views import PrintManifesto, logo_file, print_manifesto
from masthead.publish.publication import Publication
from masthead.render import render
from masthead.styles import stylesheets

FILES = ("brand/", "manifesto/")
MARKED = ".chapter__head::before, .back::before"  # what bears the brand's mark on its ground


def manifesto_pdfs(publication: Publication) -> Iterator[Job]:
    """The PDF of each size as a recipe; its key changes with text, brand, drawings, conformance and tools."""
    shown = cache(partial(print_manifesto, publication))
    return (Job(paper.path, partial(_pdf, publication, paper, shown), own="") for paper in PAPERS)


def _pdf(publication: Publication, paper: Paper, shown: Callable[[], PrintManifesto]) -> Artifact:
    tokens, conformance = publication.network.tokens, publication.conformance
    found = {path: file for path, file in publication.files.items() if path.startswith(FILES)}
    files = {path: Painted.on_paper(file, tokens) if path.endswith(".svg") else file for path, file in found.items()}
    html = _html(shown(), publication, paper)
    order = Order(html=html, files=files, conformance=conformance, stamp=_stamp(publication))
    return Artifact(paper.path, Recipe(order.key, partial(make, order)), publication.network.manifesto.path)


def print_html(publication: Publication, paper: Paper) -> str:
    """The manifesto as it is typeset."""
    return _html(print_manifesto(publication), publication, paper)


def _html(shown: PrintManifesto, publication: Publication, paper: Paper) -> str:
    return str(render("print/manifesto.html.jinja", it=shown, styles=paper_styles(publication, paper)))


def _stamp(publication: Publication) -> dt.datetime:
    """When the manifesto was last changed: where a file of it does not say, the moment of the publication."""
    network = publication.network
    days = [record.updated for record in (network.manifesto, *network.chapters.values())]
    known = [day for day in days if day is not None]
    return dt.datetime.combine(max(known), dt.time(), dt.UTC) if len(known) == len(days) else publication.stamp


def paper_styles(publication: Publication, paper: Paper) -> Markup:
    """Everything that decides how a page of this size looks. Tokens stand as their values: WeasyPrint would look each
    one up for every element, which takes a tenth of the time.
    """
    network = publication.network
    parts = (
        font_faces(network.brand, "brand/"),
        on_paper(stylesheets(*paper.styles), print_values(network.tokens, paper.tokens)),
        f"@page {{ size: {paper.size} }}",
        f'{MARKED} {{ background-image: url("{logo_file(network.brand, "mark-on-brand")}") }}',
    )
    return Markup("\n").join(Markup(part) for part in parts)  # noqa: S704 (our own, and properties of checked tokens)
