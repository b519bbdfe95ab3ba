"""The standards that a PDF can satisfy."""

from dataclasses import dataclass
from enum import StrEnum


class Conformance(StrEnum):
    """The family of standards that is asked for, by the name of the one on accessibility."""

    UA_1 = "ua-1"
    UA_2 = "ua-2"


@dataclass(frozen=True, kw_only=True)
class Standards:
    """What one family consists of: `archive` is the part of PDF/A and its level or its year, `year` that of PDF/UA."""

    version: str
    accessibility: int
    year: int | None
    archive: int
    level: str
    names: tuple[str, ...]
    declarations: tuple[str, ...] = ()


STANDARDS = {
    Conformance.UA_1: Standards(
        version="1.7",
        accessibility=1,
        year=None,
        archive=3,
        level="A",
        names=("PDF/UA-1", "PDF/A-3a"),
    ),
    Conformance.UA_2: Standards(
        version="2.0",
        accessibility=2,
        year=2024,
        archive=4,
        level="",
        names=("PDF/UA-2", "Well Tagged PDF 1.0", "PDF/A-4"),
        declarations=(
            "http://pdfa.org/declarations/wtpdf#accessibility1.0",
            "http://pdfa.org/declarations/wtpdf#reuse1.0",
        ),
    ),
}
