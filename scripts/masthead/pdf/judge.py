"""An outside validator’s verdict on every PDF that is made: PyPI’s page-validation, in some 30 ms."""

from dataclasses import dataclass
from importlib.metadata import version
from itertools import groupby

from masthead.halt import MastheadError
from masthead.pdf.conformance import Conformance

VALIDATOR = "page-validation"

# The profiles by which a file is judged, and the rules of each that do not hold: those about another version of the
# standard, and one that takes a stream whose last byte is a carriage return for one byte shorter than it says.
PROFILES: dict[Conformance, dict[str, frozenset[str]]] = {
    Conformance.UA_1: {"PDF/UA-1": frozenset(), "PDF/A-3a": frozenset(("PDFA3A-STREAM-LENGTH-001",))},
    Conformance.UA_2: {
        "PDF/UA-1": frozenset(("PDFUA1-HEADER-001", "PDFUA1-ID-PART-001", "PDFUA1-STRUCT-TREE-ROLE-MAP-001"))
    },
}
KEYS = {"PDF/UA-1": "ua1", "PDF/A-3a": "3a"}

# What a rule’s name contains, and what an author can do about it.
ADVICE = {
    "-TABLE-": "Give every row of each table the same number of cells, and tables one head at most.",
    "-FIGURE-": "Say in words what each picture shows.",
    "-LINK-": "Give each link a text.",
    "-LANGUAGE": "Say the language of the publication, and of passages in another one, as in “en-GB” or “cy”.",
    "-HEADING-": "Let headings follow one another without leaving out a level.",
    "-TITLE": "Give the manifesto a title.",
    "-GLYPH": "A character of the text is in no font of the brand: write another one, or add a font.",
    "-NOTDEF": "A character of the text is in no font of the brand: write another one, or add a font.",
    "-FONT-": "A font of the brand cannot be embedded: use another one.",
    "-UNICODE-": "A font of the brand does not say which characters its glyphs are: use another one.",
}
OTHERWISE = "The text is not at fault. Please report this, with the line above, to whoever maintains Masthead."


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a validator says of a file by one profile: of how many rules how many are broken."""

    validator: str
    version: str
    profile: str
    rules: int
    failed: int


@dataclass(frozen=True, order=True)
class Breach:
    """A rule that is broken, and how."""

    rule: str
    message: str


def judge(pdf: bytes, conformance: Conformance) -> tuple[Verdict, ...]:
    """The verdict by each profile. Raises MastheadError where a rule is broken."""
    import page

    verdicts: list[Verdict] = []
    breaches: set[Breach] = set()
    for profile, other in PROFILES[conformance].items():
        report = page.validate_pdf_bytes(pdf, profile=KEYS[profile])
        found = {Breach(one.rule_id, one.message) for one in report.failures if one.rule_id not in other}
        breaches |= found
        verdicts.append(
            Verdict(
                validator=VALIDATOR,
                version=version(VALIDATOR),
                profile=profile,
                rules=report.rules.total - len(other),
                failed=len({one.rule for one in found}),
            )
        )
    if breaches:
        raise MastheadError(_in_words(sorted(breaches)))
    return tuple(verdicts)


def _in_words(breaches: list[Breach]) -> str:
    """Every broken rule once, and what to do about it."""
    lines = ["The PDF does not satisfy its standards, so it is not published:"]
    for rule, group in groupby(breaches, key=lambda one: one.rule):
        advice = next((advice for part, advice in ADVICE.items() if part in f"{rule}-"), OTHERWISE)
        lines += [f"  {next(group).message} [{rule}]", f"    {advice}"]
    return "\n".join(lines)
