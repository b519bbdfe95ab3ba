"""The timeline: everything that was, under its year, in order, and nothing that is still to come."""

import re
from pathlib import Path

from masthead.dates import day_of_year_in_words, machine_date
from masthead.model.when import When
from masthead.publish.publication import Publication
from masthead.publish.publishers import publish
from masthead.publish.timeline import IN_FULL
from tests.conftest import Read

ENTRY = re.compile(r'mh-timeline__kind">(.*?)</p>\n<p class="mh-timeline__title">(?:<a [^>]*>)?([^<]*)')


def told(publication: Publication) -> list[str]:
    """The headings of the timeline, and kind and title of each entry."""
    page = next(one for one in publish(publication) if one.path == "timeline/index.md")
    assert isinstance(page.content, str)
    parts = re.split(r"^## ", page.content, flags=re.MULTILINE)[1:]
    return [line for part in parts for line in (part.partition(" {")[0], *map(" | ".join, ENTRY.findall(part)))]


def test_a_story_begins_with_what_has_no_date_and_goes_on_year_by_year(public: Publication) -> None:
    assert told(public) == [
        "Date not recorded",
        "Webinar 1 | The first tide talk",
        "2026",
        "Founding | The Network is founded",
        "Launch | The launch",
        "News | The network is open",
        "Members | North Quay Company joins",
        "Milestone | A timetable of tides",
        "Manifesto | One tide: first edition",
    ]


def test_members_that_join_or_leave_together_share_an_entry(small: Path, read: Read) -> None:
    for name in ("south-pier", "east-pier"):
        record = f"title: {name}\nshort_title: {name}\nsummary: A pier.\njoined: 2026-05\n"
        (small / f"content/network/members/{name}.yml").write_text(record, encoding="utf-8")
    path = small / "content/network/members/old-mole.yml"
    text = path.read_text(encoding="utf-8").replace("founding: true\n", "founding: true\nleft: 2026-10-31\n")
    path.write_text(text, encoding="utf-8")
    found = [line for line in told(read(small)) if line.startswith("Members")]
    assert found == ["Members | New members", "Members | Old Mole Harbour Trust leaves"]


def test_what_is_still_to_come_is_no_part_of_it(small: Path, read: Read) -> None:
    path = small / "content/network/members/north-quay.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("2026-05", "2026-12"), encoding="utf-8")
    (small / "content/network/workstreams/one-dredger.yml").unlink()
    (small / "content/network/indicators/cranes-lent.yml").unlink(missing_ok=True)
    study = small / "case-studies/one-crane.md"
    study.write_text(
        study.read_text(encoding="utf-8").replace("period: Spring 2026", "ends: 2027-02"), encoding="utf-8"
    )
    lines = told(read(small))
    assert not [line for line in lines if "North Quay" in line or "One crane" in line or line == "2027"]


def test_a_year_of_very_many_events_is_told_in_short(small: Path, read: Read) -> None:
    for number in range(IN_FULL):
        record = f"title: Day {number}\nsummary: A day.\nkind: workshop\nstarts: 2026-04-{number + 1:02}\n"
        (small / f"events/day-{number}.yml").write_text(record, encoding="utf-8")
    assert "Events | 13 events" in told(read(small))
    (small / "events/day-0.yml").unlink()
    assert "Events | 13 events" not in told(read(small))


def test_a_date_is_told_without_its_year_and_for_programs_with_it() -> None:
    dates = ("2026-03-12T10:00", "2026-03-12", "2026-03", "2026-21", "2026", "2026-03~", "not recorded")
    words = [day_of_year_in_words(When(date), "en-GB") for date in dates]
    assert words == ["12 March", "12 March", "March", "Spring 2026", "", "About March", ""]
    assert [machine_date(When(date)) for date in dates] == [
        "2026-03-12",
        "2026-03-12",
        "2026-03",
        "",
        "2026",
        "2026-03",
        "",
    ]
