"""A case study has the headings challenge, approach and results, in this order."""

import re
from collections.abc import Iterator

from masthead.checks.subject import Subject
from masthead.model.case_study import HEADINGS, CaseStudy
from masthead.problem import Place, Problem

HEADING = re.compile(r"^##(?!#) *(.+?) *#* *(?:\{[^}]*\})?$", re.MULTILINE)


RISEN = re.compile(rf"^# *(?:{'|'.join(HEADINGS)})\b", re.MULTILINE)
SUNK = re.compile(rf"\A\s*###+ *{HEADINGS[0]}\b")


def case_studies_tell_the_story(subject: Subject) -> Iterator[Problem]:
    """Case studies whose second-level headings are others than the three."""
    wanted = " / ".join(f"## {heading}" for heading in HEADINGS)
    study, source = subject.record, subject.source
    if not isinstance(study, CaseStudy) or RISEN.search(study.body) or SUNK.search(study.body):
        return  # of a heading of the wrong level its own check tells
    found = list(HEADING.finditer(study.body))
    for heading, match in zip(HEADINGS, found, strict=False):
        if match[1] != heading:
            place = source.prose_place(("body",), study.body, match.start(), len(match[0]))
            yield Problem(place, "case-study-heading", f"Here “## {heading}” is expected.", f"In order: {wanted}.")
            break
    else:
        missing = HEADINGS[len(found) :]
        place = Place(study.path, source.body_line)
        if missing:
            yield Problem(place, "case-study-heading", f"“## {missing[0]}” is missing.", f"In order: {wanted}.")
        for match in found[len(HEADINGS) :]:
            place = source.prose_place(("body",), study.body, match.start(), len(match[0]))
            yield Problem(place, "case-study-heading", "A case study has three parts.", "Write this one with ###.")
