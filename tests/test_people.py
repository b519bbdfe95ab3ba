"""People and members: the role held at the time that is spoken of, and from when until when somebody belongs."""

import datetime as dt
from pathlib import Path

import pytest
from pydantic import ValidationError

from masthead.dates import held_in_words
from masthead.due import due
from masthead.load import load
from masthead.model.member import Member, Person
from masthead.model.span import Span
from masthead.model.when import When
from masthead.publish.publication import Publication
from masthead.publish.publishers import publish
from tests.conftest import DAY, Read

ROLES = [
    {"title": "Deputy", "organisation": "The Harbour Office", "until": "2019-03"},
    {"title": "Harbour master", "member": "old-mole", "since": "2019-04", "until": "2026-04"},
    {"title": "Chair", "member": "old-mole", "since": "2027-01"},
]


def span(since: str | None, until: str | None) -> Span:
    return Span(When(since) if since else None, When(until) if until else None)


def person(*roles: dict[str, str]) -> Person:
    fields = {"title": "Ada", "permission": "survey", "roles": roles}
    return Person.filed("content/network/people/ada.yml", fields)


def pages(publication: Publication) -> dict[str, str]:
    return {one.path: one.text for one in publish(publication) if one.text}


@pytest.mark.parametrize(
    ("when", "role"),
    [
        ("2018-10", "Deputy"),
        ("2019-03-31", "Deputy"),
        ("2019-04-01", "Harbour master"),
        ("2019", "Harbour master"),  # it may be either, and the later one is named
        ("2026-04", "Harbour master"),
        ("2026-06-18", None),
        ("2027", "Chair"),
        ("not recorded", "Chair"),
        ("to be confirmed", "Chair"),
    ],
)
def test_a_person_has_the_role_that_was_held_at_the_time(when: str, role: str | None) -> None:
    found = person(*ROLES).role_in(span(when, when))
    assert (found.title if found else None) == role


def test_the_role_of_today_is_the_last_that_was_taken_up() -> None:
    days = (dt.date(2010, 1, 1), dt.date(2020, 1, 1), DAY, dt.date(2027, 1, 1))
    told = [person(*ROLES).role_on(day).title for day in days]
    assert told == ["Deputy", "Harbour master", "Harbour master", "Chair"]


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2019-04", "2026-04-30", "April 2019 to 30 April 2026"),
        ("2019", "2019", "2019"),
        ("2019-04", None, "since April 2019"),
        (None, "2026", "until 2026"),
        ("2019", "not recorded", "from 2019; the end is not recorded"),
        (None, "not recorded", "formerly; dates not recorded"),
        ("2019", "to be confirmed", "since 2019"),
        (None, None, ""),
    ],
)
def test_a_span_is_told_as_exactly_as_it_is_known(since: str | None, until: str | None, words: str) -> None:
    assert held_in_words(span(since, until), "en-GB") == words


def test_a_span_whose_end_is_not_recorded_is_over_and_one_to_be_confirmed_is_not() -> None:
    ends = (None, "not recorded", "to be confirmed", "2026-11-21", "2026-11-22", "2026-11", "2025")
    assert [span("2020", end).is_over(DAY) for end in ends] == [False, True, False, True, False, False, True]


def test_a_member_cannot_leave_before_it_joins() -> None:
    fields = {"title": "A", "short_title": "A", "summary": "B", "joined": "2026-05", "left": "2026-04"}
    with pytest.raises(ValidationError, match="period-order"):
        Member.model_validate(fields)


def written(root: Path, roles: str) -> Path:
    path = root / "content/network/people/ada-brook.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("  - {title: Harbour master, member: old-mole, since: 2020}\n", roles), encoding="utf-8"
    )
    return root


TWO_ROLES = """\
  - {title: Harbour master, member: old-mole, since: 2020, until: 2026-06}
  - {title: Chair, organisation: The Rope Guild, since: 2026-07}
"""


def test_beside_a_name_stands_the_role_of_that_day_and_not_of_today(small: Path, read: Read) -> None:
    made = pages(read(written(small, TWO_ROLES)))
    named = '<a href="../../people/ada-brook/">Ada Brook</a>, Harbour master, Old Mole'
    assert named in made["events/launch/index.md"]
    assert '"jobTitle": "Harbour master"' in made["events/launch/index.md"]
    assert '"Ada Brook, Harbour master, Old Mole"' in made["data/v1/events.json"]


def test_an_index_of_people_names_the_role_of_today(small: Path, read: Read) -> None:

    made = pages(read(written(small, TWO_ROLES)))["people/index.md"]
    assert '<span class="mh-people__role">Chair, The Rope Guild</span>' in made
    former = TWO_ROLES.replace("since: 2026-07", "since: 2026-07, until: 2026-10")
    path = small / "content/network/people/ada-brook.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(TWO_ROLES, former), encoding="utf-8")
    assert "Formerly chair, The Rope Guild" in pages(read(small))["people/index.md"]


def test_a_role_that_has_ended_is_said_to_have_been_held_at_the_time(small: Path, read: Read) -> None:
    made = pages(read(written(small, TWO_ROLES.replace("since: 2026-07", "since: 2026-07, until: not recorded"))))
    assert "Chair at the time, The Rope Guild" in made["our-work/one-crane/index.md"]


def test_words_stand_beside_the_role_of_the_day_on_which_they_were_said(small: Path, read: Read) -> None:
    story = written(small, TWO_ROLES) / "case-studies/one-crane.md"
    text = story.read_text(encoding="utf-8")
    for day, role in (("2026-03", "Harbour master at the time, Old Mole"), ("2026-09", "Chair, The Rope Guild")):
        story.write_text(text.replace("person: ada-brook", f"person: ada-brook\n    said: {day}"), encoding="utf-8")
        assert role in pages(read(small))["our-work/one-crane/index.md"]


def test_a_page_of_a_person_tells_roles_words_and_talks(public: Publication) -> None:
    page = pages(public)["people/ada-brook/index.md"]
    assert [line for line in page.splitlines() if line.startswith("## ")] == [
        "## Roles { #roles }",
        "## What was said { #said }",
        "## Talks { #speaks }",
        "## Related { #related }",
    ]
    assert "It stands in “Harbour survey 2025”, The Network" in page


def test_a_former_member_is_shown_as_one_and_stands_last(small: Path, read: Read) -> None:
    path = small / "content/network/members/old-mole.yml"
    text = path.read_text(encoding="utf-8").replace("founding: true\n", "founding: true\nleft: 2026-10-31\n")
    path.write_text(text, encoding="utf-8")
    made = pages(read(small))
    cards = made["members/index.md"]
    assert cards.index("Member since May 2026") < cards.index("Former founding member, until 31 October 2026")
    assert "Former founding member" in made["members/old-mole/index.md"]


def test_a_site_is_due_when_a_role_ends_and_when_a_member_leaves(small: Path) -> None:
    loaded = load(written(small, TWO_ROLES.replace("2026-06", "2026-11-23").replace("2026-07", "2026-11-24")))
    assert loaded.network is not None
    found = due(loaded.network, DAY)
    assert (found.moment.date(), [cause.path for cause in found.causes]) == (
        dt.date(2026, 11, 24),
        ["content/network/people/ada-brook.yml"],
    )
