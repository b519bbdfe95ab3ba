"""What an author has meant as a live piece, as attributes or as a reference, and what would be printed as it stands."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from masthead.checks.subject import Subject
from masthead.faults import did_you_mean
from masthead.links import Form, links, uses
from masthead.model.pieces import PIECES
from masthead.problem import Problem, Severity, made_out
from masthead.prose import pieces, without_code
from masthead.source import Loc, Source

NAMES = "|".join(sorted(PIECES, key=len, reverse=True))
FORM = "Write ::name{option=value} on a line of its own."
ALONE = "Put it on a line of its own, and write nothing before or behind it."
PRINTED = "so it would be printed as it stands."
# What looks like a live piece and is none: pattern, message, hint. The first that fits a line counts.
PIECE_SLIPS = tuple(
    (re.compile(pattern), message, hint)
    for pattern, message, hint in (
        (r"^:::+ ?[A-Za-z][\w-]*.*", f"A live piece begins with two colons, {PRINTED}", FORM),
        (rf"^:(?:{NAMES})\b.*|^:[A-Za-z][\w-]*\{{.*", f"A live piece begins with two colons, {PRINTED}", FORM),
        (rf"^::[ \t]+(?:{NAMES})\b.*", f"No space stands behind the two colons, {PRINTED}", FORM),
        (r"^::[A-Za-z][\w-]*[ \t]*\{[^}]*$", f"This live piece has no closing bracket, {PRINTED}",
         "End it with }, on the same line."),
        (rf"^::(?:{NAMES})[ \t]*[(\[<].*", f"The options of a live piece stand in curly brackets, {PRINTED}", FORM),
        (rf"^::(?:{NAMES})[ \t]+[\w-]+=.*", f"The options of a live piece stand in curly brackets, {PRINTED}", FORM),
        (r"^[ \t>*+-]+::[A-Za-z][\w-]*[ \t]*(?:\{[^}]*\})?[ \t]*$", f"A live piece begins at the margin, {PRINTED}",
         "Remove what stands before it."),
        (rf"(?<!:)::(?:(?:{NAMES})\b(?:[ \t]*\{{[^}}]*\}})?|[A-Za-z][\w-]*[ \t]*\{{[^}}]*\}})",
         f"A live piece stands on a line of its own, {PRINTED}", ALONE),
    )
)  # fmt: skip
OPEN_CODE = re.compile(r"^(```+|~~~+)[^`\n]*$", re.MULTILINE)
OPEN_LIST = re.compile(r"\{:[^{}\n]*(?=\n|\Z)|(?<=[^{\n])\{ ?(?:[.#][A-Za-z]|[a-z-]+=)[^{}\n]*(?=\n|\Z)")
LONE_LIST = re.compile(r"(?:\A|(?<=\n\n))[ ]{0,3}(\{:[^{}\n]*\})[ \t]*(?=\n[ \t]*\n|\n?\Z)")

ELSEWHERE = "Only the text of a page, a chapter, a case study, a member, an event or news holds live pieces."

FILE = r"(?:https?://[^\s()\[\]]+|[^\s()\[\]]+\.(?:md|yml|pdf|svg|png|jpe?g)(?:#[\w-]+)?)"
BROKEN = r"\n(?![ \t]*\n)"  # authors break their lines, inside of a link, too
IN_SQUARE, IN_ROUND = rf"\[(?:[^\[\]\n]|{BROKEN})+\]", rf"\((?:[^()\n]|{BROKEN})+\)"
LINK_SLIPS = (
    (re.compile(rf"{IN_SQUARE} +\({FILE}\)"), "No space may stand between the words of a link and its target."),
    (re.compile(rf"{IN_ROUND}\[{FILE}\]"), "The words of a link stand in square brackets, the target in round ones."),
    (re.compile(rf"\[[^\[\]()\n]+\({FILE}\)"), "The square bracket of this link is not closed."),
    (re.compile(rf"{IN_SQUARE}\({FILE}(?=\s|\Z)(?! +[\"'])"), "The round bracket of this link is not closed."),
)
NOTE = re.compile(r"(?<![\\`])\[\^([^\]\n]+)\](?!:)")
NOTE_TEXT = re.compile(r"^ {0,3}\[\^([^\]\n]+)\]:", re.MULTILINE)

Fault = Callable[[], Problem]
Report = Callable[..., Problem]


def pieces_have_their_form(subject: Subject) -> Iterator[Problem]:
    """What looks like a live piece and is none; and live pieces in texts that hold none."""
    yield from made_out(_piece_faults(subject))


def attributes_belong_to_something(subject: Subject) -> Iterator[Problem]:
    """Lists of attributes, such as {: .pull-quote }, that have no end or no text above them."""
    yield from made_out(_attribute_faults(subject))


def code_has_an_end(subject: Subject) -> Iterator[Problem]:
    """Blocks of code that are begun and never ended."""
    yield from made_out(_code_faults(subject))


def links_have_their_form(subject: Subject) -> Iterator[Problem]:
    """What looks like a link and is none, and calls of notes that are not there."""
    yield from made_out(_link_faults(subject))


def references_are_defined(subject: Subject) -> Iterator[Problem]:
    """Links by a label that nothing defines, and labels that nothing uses."""
    yield from made_out(_label_faults(subject))


def _texts(subject: Subject, signs: str) -> Iterator[tuple[str, Report]]:
    """Every Markdown text of a record that holds one of the signs, and how to report a stretch of it."""
    for loc, text in subject.texts:
        if any(sign in text for sign in signs.split()):
            yield text, partial(_problem, subject.source, loc, text)


def _piece_faults(subject: Subject) -> Iterator[Fault]:
    for text, report in _texts(subject, ":"):
        found = {piece.start: piece.end for piece in pieces(text)}
        if text is not getattr(subject.record, "body", None):
            for span in found.items():
                yield partial(report, span, ("piece-form", ELSEWHERE, "Move it there."))
        begin = 0
        for line in without_code(text).split("\n"):
            if begin not in found and ":" in line and (slip := _slip(line)):
                start, end, message, hint = slip
                yield partial(report, (begin + start, begin + end), ("piece-form", message, hint))
            begin += len(line) + 1


def _slip(line: str) -> tuple[int, int, str, str] | None:
    for pattern, message, hint in PIECE_SLIPS:
        if match := pattern.search(line):
            return match.start(), match.start() + len(match[0].rstrip()), message, hint
    return None


def _attribute_faults(subject: Subject) -> Iterator[Fault]:
    for text, report in _texts(subject, "{"):
        prose = without_code(text)
        for match in OPEN_LIST.finditer(prose):
            if prose.startswith(":", prose.rfind("\n", 0, match.start()) + 1):
                continue  # a live piece, of which its own check tells
            hint = f"Write {match[0].rstrip()} }}."
            message = f"This list of attributes has no end, {PRINTED}"
            yield partial(report, match.span(), ("attribute-form", message, hint))
        for match in LONE_LIST.finditer(prose):
            message = f"This list of attributes stands below an empty line, {PRINTED}"
            hint = "Put it on the line below the text that it belongs to."
            yield partial(report, match.span(1), ("attribute-form", message, hint))


def _code_faults(subject: Subject) -> Iterator[Fault]:
    for text, report in _texts(subject, "``` ~~~"):
        if match := OPEN_CODE.search(without_code(text)):
            hint = f"Write {match[1]} alone on the line below the code."
            yield partial(report, match.span(), ("open-code", f"This code has no end, {PRINTED}", hint))


def _label_faults(subject: Subject) -> Iterator[Fault]:
    for text, report in _texts(subject, "][ ]:"):
        defined = {link.label: link for link in links(text) if link.form is Form.DEFINITION}
        used = list(uses(text))
        for use in used:
            if not use.is_short and use.label not in defined:
                message = f"Nothing in this text is called “{use.label}”."
                hint = did_you_mean(use.label, defined) or f"Add a line “[{use.label}]: …” with the file."
                yield partial(report, (use.start, use.end), ("unknown-label", message, hint))
        for label in defined.keys() - {use.label for use in used}:
            span = defined[label].begin, defined[label].end
            message = f"Nothing in this text leads to “{label}”."
            hint = f"Write [words][{label}], or remove this line."
            yield partial(report, span, ("unused-label", message, hint), severity=Severity.WARNING)


def _link_faults(subject: Subject) -> Iterator[Fault]:
    for text, report in _texts(subject, "["):
        prose = without_code(text)
        for pattern, message in LINK_SLIPS:
            for match in pattern.finditer(prose):
                yield partial(report, match.span(), ("link-form", message, "Write [words](target)."))
        notes = set(NOTE_TEXT.findall(prose)) if "[^" in prose else set()
        for match in NOTE.finditer(prose) if "[^" in prose else ():
            if match[1] not in notes:
                message = f"No note is called “{match[1]}”."
                hint = did_you_mean(match[1], notes) or f"Add a line “[^{match[1]}]: …”."
                yield partial(report, match.span(), ("unknown-label", message, hint))


def _problem(
    source: Source,
    loc: Loc,
    text: str,
    span: tuple[int, int],
    words: tuple[str, str, str],
    severity: Severity = Severity.ERROR,
) -> Problem:
    """A problem of a stretch of text, of which the first line is underlined."""
    start = span[0] + len(text[slice(*span)]) - len(text[slice(*span)].lstrip())
    length = len(text[start : span[1]].partition("\n")[0].rstrip())
    return Problem(source.prose_place(loc, text, start, length), *words, severity)
