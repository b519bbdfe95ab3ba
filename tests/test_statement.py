"""The accessibility statement says what the records say, and no more."""

import re
from pathlib import Path

import pytest

from masthead.artifact import done
from masthead.examine import examine
from masthead.landmarks import STATEMENT
from masthead.publish.pages import publish_pages
from masthead.styles import TEMPLATES
from tests.conftest import Golden, Read

FACTS = """accessibility:
  prepared: 2026-11-01
  reviewed: 2026-11-20
  replies_within: three working days
"""
PUBLIC_BODY = "  is_public_body: true\n  phone: 01947 601234\n"
LIMITS = """  limits:
    - what: The tide tables are scanned. [Ask us](../contact.md) for the figures.
      criterion: 1.1.1 (non-text content)
    - what: The chart of 1843 has no description.
      reason: disproportionate burden
    - what: Talks that are shown as they happen have no captions.
      reason: out of scope
"""
PROGRAM = """title: Pages in a browser
by: program
date: 2026-11-20
method: By the rules of WCAG 2.2 AA.
tools: [{{name: axe-core, version: 4.14.1}}]
results: [{{what: "as it comes, light", pages: 1200, faults: {faults}}}]
"""
BY_HAND = ("specialist", "screen reader", "disabled people", "readers")


def statement_of(root: Path, read: Read, facts: str, **audits: str) -> str:
    """The statement of the small publication, which these facts and audits are given to: what stands below the head."""
    settings = root / "content" / "network" / "network.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + facts, encoding="utf-8")
    page = root / "content" / "accessibility.md"
    page.write_text("---\ntitle: Accessibility statement\n---\n\n::accessibility-statement\n", encoding="utf-8")
    folder = root / "content" / "network" / "audits"
    folder.mkdir()
    for name, text in audits.items():
        (folder / f"{name.replace('_', '-')}.yml").write_text(text, encoding="utf-8")
    assert examine(root).problems == ()
    (made,) = (one.content for one in map(done, publish_pages(read(root))) if one.path == "accessibility/index.md")
    assert isinstance(made, str)
    return made.partition("</header>")[2].partition("<footer")[0].strip() + "\n"


def by_hand(tester: str) -> str:
    return f"title: By {tester}\nby: {tester}\ndate: 2026-11-19\nmethod: Five tasks were tried, and all succeeded.\n"


def test_a_statement_with_limits_and_tests_is_printed_whole(small: Path, read: Read, golden: Golden) -> None:
    made = statement_of(
        small, read, FACTS + PUBLIC_BODY + LIMITS, pages=PROGRAM.format(faults=2), reader=by_hand("screen reader")
    )
    golden("statement.md", made)


def test_a_statement_of_which_nothing_is_tested_says_so(small: Path, read: Read, golden: Golden) -> None:
    golden("statement-untested.md", statement_of(small, read, FACTS))


def audits(*, faults: int, testers: tuple[str, ...]) -> dict[str, str]:
    return {"pages": PROGRAM.format(faults=faults), **{f"by_{one.split()[0]}": by_hand(one) for one in testers}}


@pytest.mark.parametrize(
    ("facts", "faults", "testers", "status"),
    [
        (FACTS, 0, BY_HAND, "**fully compliant**"),
        (FACTS, 0, BY_HAND[:3], "**partially compliant**"),
        (FACTS, 1, BY_HAND, "**partially compliant**"),
        (FACTS + LIMITS, 0, BY_HAND, "**partially compliant**"),
        (FACTS, 0, (), "**partially compliant**"),
    ],
)
def test_full_compliance_is_claimed_only_where_people_have_tested_and_nothing_is_left(
    small: Path, read: Read, facts: str, faults: int, testers: tuple[str, ...], status: str
) -> None:
    made = statement_of(small, read, facts, **audits(faults=faults, testers=testers))
    assert [words for words in ("**fully compliant**", "**partially compliant**") if words in made] == [status]


def test_links_may_lead_to_every_heading_of_the_statement() -> None:
    template = (TEMPLATES / "markdown" / "statement.md.jinja").read_text(encoding="utf-8")
    assert re.findall(r"^##.*{ #([a-z-]+) }$", template, re.MULTILINE) == list(STATEMENT)
