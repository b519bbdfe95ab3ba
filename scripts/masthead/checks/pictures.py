"""Pictures and drawings can be shown by every browser and printed; the fonts of the brand have every character."""

import posixpath
import re
from collections.abc import Iterator
from html import unescape

from masthead.checks.subject import Basis, Subject
from masthead.drawings import Drawing, read_drawing
from masthead.limits import PICTURE_FORMATS
from masthead.links import ELSEWHERE
from masthead.problem import Place, Problem, Severity
from masthead.prose import without_code
from masthead.source import File

SHOWN = (*PICTURE_FORMATS, ".svg")
PICTURE = re.compile(r"!\[[^\]]*\]\(\s*<?([^()<>\s]+)")
PICTURE_IN_HTML = re.compile(r"<img\b", re.IGNORECASE)
REFERENCE = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);", re.IGNORECASE)
PRINTED = ("chapters", "manifesto")  # the families whose texts the manifesto prints


def pictures_can_be_shown(file: File, _: Basis) -> Iterator[Problem]:
    """Pictures that are damaged, far too large, or of a kind that shows differently from screen to screen."""
    if posixpath.splitext(file.path)[1].lower() in PICTURE_FORMATS:
        from masthead.pictures import picture_faults

        yield from picture_faults(file.path, file.absolute)


def drawings_stand_alone(file: File, _: Basis) -> Iterator[Problem]:
    """Drawings that are broken, say no size, run a program or lead outside."""
    if file.path.lower().endswith(".svg"):
        yield from read_drawing(file.path, file.absolute).flaws


def pictures_are_files_of_ours(subject: Subject) -> Iterator[Problem]:
    """Pictures that lie on another site, stand in HTML, or are files that no browser shows as a picture."""
    source = subject.source
    if "![" not in source.text and "<img" not in source.text.lower():
        return
    for loc, text in subject.inside:
        prose = without_code(text)
        for found in PICTURE.finditer(prose):
            if fault := _target_fault(found[1]):
                yield Problem(source.prose_place(loc, text, found.start(1), len(found[1])), *fault)
        for found in PICTURE_IN_HTML.finditer(prose):
            message = "A picture in HTML is not found by its file name."
            hint = "Write it in Markdown: ![What it shows](drawing.svg)."
            yield Problem(source.prose_place(loc, text, found.start(), 4), "html-not-allowed", message, hint)


def fonts_have_every_character(subject: Subject) -> Iterator[Problem]:
    """Characters that no font of the brand has: a box in print, and on the site a letter of some other font."""
    from masthead.typefaces import missing

    known = subject.basis.characters
    if not known or subject.family == "brand":
        return
    written = subject.source.text  # all characters of nearly all files are known, unless one is written as another
    if "&" not in written and "\\" not in written and next(missing(written, known), None) is None:
        return
    is_printed = subject.family in PRINTED
    for loc, text in subject.inside:
        for at, letter in missing(_as_read(text if is_printed else without_code(text)), known):
            place = subject.source.prose_place(loc, text, at, 1)
            yield _missing_letter(place, letter, known, Severity.ERROR if is_printed else Severity.WARNING)


def fonts_have_every_character_of_drawings(file: File, basis: Basis) -> Iterator[Problem]:
    """The same for drawings that the manifesto may print."""
    if file.path.startswith("manifesto/") and file.path.endswith(".svg") and basis.characters:
        yield from _missing_in_drawing(file.path, read_drawing(file.path, file.absolute), basis.characters)


def _as_read(text: str) -> str:
    """The text with each reference such as &rarr; as its character, which stands where the reference began."""
    return text if "&" not in text else REFERENCE.sub(lambda match: unescape(match[0]).ljust(len(match[0]), " "), text)


def _missing_in_drawing(path: str, drawing: Drawing, known: frozenset[str]) -> Iterator[Problem]:
    from masthead.typefaces import missing

    for text, line, column in drawing.words:
        for at, letter in missing(text, known):
            yield _missing_letter(Place(path, line, column + at), letter, known, Severity.ERROR)


def _missing_letter(place: Place, letter: str, known: frozenset[str], severity: Severity) -> Problem:
    from masthead.typefaces import in_words, instead

    message = f"No font of the brand has the character {in_words(letter)}."
    return Problem(place, "character-without-font", message, instead(letter, known), severity)


def _target_fault(target: str) -> tuple[str, str, str] | None:
    """Code, message and hint, where the target of a picture cannot be shown."""
    if ELSEWHERE.match(target):
        message = "This picture lies on another site, which would learn of every reader, and cannot be printed."
        return "picture-elsewhere", message, "Copy the picture beside this file, if you may, and write its name."
    ending = posixpath.splitext(target.partition("#")[0])[1]
    if ending.lower() not in SHOWN:
        hint = f"Save the picture as one of these: {', '.join(one.removeprefix('.') for one in SHOWN)}."
        return "picture-kind", f"No browser shows a file that ends in “{ending}” as a picture.", hint
    return None
