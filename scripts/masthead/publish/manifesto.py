"""The manifesto in print: the same chapters and the same brand on paper of two sizes."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from masthead.artifact import Artifact, Recipe
from masthead.painting import Painted
from masthead.pdf.typeset import typeset, weasyprint_version
from masthead.publish.assets import font_faces, print_properties
from masthead.publish.print_views import logo_file, print_manifesto
from masthead.publish.publication import Publication
from masthead.render import render, stylesheets

FILES = ("brand/", "manifesto/")


@dataclass(frozen=True)
class Paper:
    """A size of paper as CSS names it, the file on the site, the tokens that differ from those of `print`, and the
    stylesheets.
    """

    size: str
    path: str
    tokens: str
    styles: tuple[str, ...]


A4 = Paper("A4", "manifesto.pdf", "", ("print/*.css", "components/*/*.print.css"))
A5 = Paper("A5", "manifesto-a5.pdf", "print-a5.", (*A4.styles, "print/a5/*.css"))
PAPERS = (A4, A5)


def manifesto_pdfs(publication: Publication) -> Iterator[Artifact]:
    """The PDF of each size as a recipe, whose key changes with the text, the brand, the drawings and WeasyPrint."""
    tokens = publication.network.tokens
    found = {path: file for path, file in publication.files.items() if path.startswith(FILES)}
    files = {path: Painted.on_paper(file, tokens) if path.endswith(".svg") else file for path, file in found.items()}
    made_of = (weasyprint_version(), *(f"{path} {file.digest}" for path, file in found.items()))
    view = print_manifesto(publication)
    for paper in PAPERS:
        html = str(render("print/manifesto.html.jinja", it=view, styles=paper_styles(publication, paper)))
        key = hashlib.sha256("\0".join((html, *made_of)).encode()).hexdigest()
        recipe = Recipe(key, partial(typeset, html, files))
        yield Artifact(paper.path, recipe, publication.network.manifesto.path)


def paper_styles(publication: Publication, paper: Paper) -> Markup:
    """Everything that decides how a page of this size looks."""
    network = publication.network
    parts = (
        font_faces(network.brand, "brand/"),
        print_properties(network.tokens, paper.tokens),
        stylesheets(*paper.styles),
        f"@page {{ size: {paper.size} }}",
        f'.chapter__head::before {{ background-image: url("{logo_file(network.brand, "mark-on-brand")}") }}',
    )
    return Markup("\n").join(Markup(part) for part in parts)  # noqa: S704 (our own, and properties of checked tokens)
