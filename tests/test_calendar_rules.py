"""The judge of calendars finds every kind of fault, and none in a calendar of ours."""

import pytest

from masthead.artifact import done
from masthead.publish.calendar import publish_calendar
from masthead.publish.calendar_paths import CALENDAR
from masthead.publish.publication import Publication
from tests.judges.calendar_rules import faults

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//T//T//EN\r\n"
EVENT = "BEGIN:VEVENT\r\nUID:one\r\nDTSTAMP:20261122T000000Z\r\nDTSTART;VALUE=DATE:20270513\r\nEND:VEVENT\r\n"
END = "END:VCALENDAR\r\n"
GOOD = HEAD + EVENT + END


def test_a_small_calendar_and_every_calendar_of_ours_keep_the_rules(public: Publication) -> None:
    assert faults(GOOD.encode()) == []
    made = {one.path: one.content for one in map(done, publish_calendar(public))}
    assert CALENDAR in made
    assert {path: faults(content) for path, content in made.items() if isinstance(content, bytes)} == {
        path: [] for path in made
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (GOOD.replace("\r\n", "\n"), "3.4: it does not begin and end as a calendar"),
        (GOOD.replace("UID:one\r\n", "UID:o\nne\r\n"), "3.1: no content line: UID:o\nne"),
        (GOOD.replace("UID:one", "UID:" + "o" * 72), "3.1: a line is longer than 75 octets"),
        (GOOD.replace("UID:one", "one"), "3.1: no content line: one"),
        (GOOD.replace("END:VEVENT", "END:VTODO"), "3.6: VEVENT is closed as VTODO"),
        (GOOD.replace("UID:one\r\n", ""), "3.6: VEVENT has UID 0 times"),
        (
            GOOD.replace("UID:one", "UID:one\r\nURL:https://a.example\r\nURL:https://a.example"),
            "3.6.1: VEVENT has URL 2 times",
        ),
        (GOOD.replace("UID:one", "UID:one\r\nSTATUS:POSTPONED"), "3.8: STATUS is POSTPONED"),
        (GOOD.replace("T000000Z", "T000000"), "3.8: DTSTAMP is 20261122T000000"),
        (GOOD.replace("UID:one", "UID:one\r\nSUMMARY:a;b"), "3.3.11: SUMMARY is not escaped: a;b"),
        (GOOD.replace("UID:one", r"UID:one" + "\r\n" + r"SUMMARY:a\b"), r"3.3.11: SUMMARY is not escaped: a\b"),
        (
            GOOD.replace(";VALUE=DATE:20270513", ";TZID=Europe/London:20270513T100000"),
            "3.2.19: nothing explains the zone Europe/London",
        ),
        (
            HEAD + "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\nEND:VTIMEZONE\r\n" + END,
            "3.6.5: the zone Europe/London observes nothing",
        ),
        (HEAD + END, "3.6: it holds nothing"),
        (HEAD + EVENT + EVENT + END, "3.8.4.7: two events are named one"),
        (GOOD.replace("UID:one", "UID:one\r\nDTEND;VALUE=DATE:20270513"), "3.8.2.2: one ends before it starts"),
        (
            GOOD.replace("UID:one", "UID:one\r\nDTEND:20270513T100000Z"),
            "3.8.2.2: one starts with a day and ends with a moment, or the other way",
        ),
    ],
)
def test_each_fault_is_found(text: str, found: str) -> None:
    assert faults(text.encode()) == [found]
