"""The sizes of paper on which the manifesto is printed, and what is printed on them."""

from dataclasses import dataclass

from masthead.pdf.judge import Verdict

CHECKED = "manifesto/how-it-was-checked/index.md"


@dataclass(frozen=True)
class Paper:
    """A size of paper as CSS names it, what it suits, the file on the site, the tokens that differ from those of
    `print`, and the stylesheets.
    """

    size: str
    suits: str
    path: str
    tokens: str
    styles: tuple[str, ...]


A4 = Paper("A4", "", "manifesto.pdf", "", ("print/*.css", "components/*/*.print.css"))
A5 = Paper("A5", "for small screens, or as a booklet", "manifesto-a5.pdf", "print-a5.", (*A4.styles, "print/a5/*.css"))
PAPERS = (A4, A5)


@dataclass(frozen=True)
class Download:
    """A finished PDF to offer: `path` on the site, size in bytes, number of pages, what a validator says of it."""

    path: str
    size: int
    pages: int
    verdicts: tuple[Verdict, ...] = ()
