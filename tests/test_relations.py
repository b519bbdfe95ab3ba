"""What is related to a record: by what it shares, with a reason, the same on every day."""

from collections.abc import Iterable

import pytest

from masthead.model.case_study import CaseStudy
from masthead.model.event import Event
from masthead.model.member import Member
from masthead.model.network import Network
from masthead.model.page import News
from masthead.model.record import Record
from masthead.model.relations import AT_MOST, NEAR, Shared, related, shelved
from masthead.model.workstream import Workstream
from masthead.publish.publication import Publication
from masthead.publish.related import reason

PAST, COMING = "2026-06-18", "2027-02-11"


def event(slug: str, starts: str, **fields: object) -> Event:
    told = {"title": slug, "summary": "B", "kind": "workshop", "starts": starts, **fields}
    return Event.filed(f"events/{slug}.yml", told)


def study(slug: str, **fields: object) -> CaseStudy:
    return CaseStudy.filed(
        f"case-studies/{slug}.md", {"title": slug, "summary": "B", "members": ["a"], "body": "C", **fields}
    )


def note(slug: str, **fields: object) -> News:
    return News.filed(
        f"content/news/{slug}.md", {"title": slug, "summary": "B", "date": "2026-05-05", "body": "C", **fields}
    )


def member(slug: str, **fields: object) -> Member:
    told = {"title": slug, "short_title": slug.upper(), "summary": "B", **fields}
    return Member.filed(f"content/network/members/{slug}.yml", told)


def work(slug: str, lead: str, **fields: object) -> Workstream:
    told = {"title": slug, "summary": "B", "lead": lead, "status": "active", "starts": "2026", **fields}
    return Workstream.filed(f"content/network/workstreams/{slug}.yml", told)


def network(public: Publication, *records: Record) -> Network:
    """The small publication’s settings, with these records and no others."""
    families = {Event: "events", CaseStudy: "case_studies", News: "news", Member: "members", Workstream: "workstreams"}
    found: dict[str, dict[str, Record]] = {family: {} for family in (*families.values(), "people")}
    for record in records:
        found[families[type(record)]][record.slug] = record
    return public.network.model_copy(update=found)


def told(
    public: Publication, record: Record, *others: Record, besides: Iterable[Record] = ()
) -> list[tuple[str, Shared]]:
    shelves = shelved(network(public, record, *others))
    return [(one.record.slug, one.shared[0]) for one in related(record, shelves, besides)]


A, B = member("a"), member("b")


def test_the_closest_comes_first_and_each_has_the_strongest_reason(public: Publication) -> None:
    crane = study("crane", members=["a"], workstream="nights", tags=["moorings"])
    others = (
        study("theme", members=["b"], tags=["moorings"]),
        study("work", members=["b"], workstream="nights"),
        event("held", PAST, organisers=["a"], tags=["moorings"], outcomes=["Told."]),
    )
    found = told(public, crane, *others, A, B, work("nights", "a"))
    assert found == [
        ("nights", Shared.WORKSTREAM),
        ("work", Shared.WORKSTREAM),
        ("theme", Shared.THEME),
        ("held", Shared.MEMBER),
    ]


def test_what_shares_nothing_is_not_related(public: Publication) -> None:
    assert told(public, note("one", tags=["moorings"]), note("two", tags=["dredging"]), note("three")) == []


def test_an_event_comes_last_however_much_it_shares(public: Publication) -> None:
    close = {"series": "tide-talks", "organisers": ["a"], "tags": ["moorings"]}
    here = event("here", PAST, **close)
    others = (event("held", PAST, outcomes=["Told."], **close), note("note", tags=["moorings"]), A)
    assert told(public, here, *others) == [("note", Shared.THEME), ("held", Shared.SERIES)]


@pytest.mark.parametrize(
    "fields",
    [
        {"starts": PAST},  # nothing came of it that could be read
        {"starts": PAST, "outcomes": ["Told."], "status": "cancelled"},
        {"starts": COMING},  # the next build would have to take it away again
        {"starts": COMING, "status": "cancelled"},
        {"starts": "to be confirmed", "status": "postponed"},
    ],
)
def test_an_event_of_which_there_is_nothing_to_read_is_not_offered(public: Publication, fields: dict[str, str]) -> None:
    assert told(public, note("here", tags=["moorings"]), event("there", tags=["moorings"], **fields)) == []


def test_no_more_than_four_are_offered_and_of_each_kind_two_while_there_are_others(public: Publication) -> None:
    studies = [study(f"study-{letter}", tags=["moorings"]) for letter in "abcde"]
    assert len(told(public, note("here", tags=["moorings"]), *studies)) == AT_MOST
    mixed = told(public, note("here", tags=["moorings"]), *studies, note("there", tags=["moorings"]))
    assert [slug for slug, _ in mixed] == ["study-a", "study-b", "there", "study-c"]


def test_what_the_author_names_is_not_offered_again(public: Publication) -> None:
    other = note("there", tags=["moorings"])
    assert told(public, note("here", tags=["moorings"]), other, besides=[other]) == []


def test_a_member_is_related_to_those_with_whom_it_works_and_not_to_what_its_page_lists(public: Publication) -> None:
    together = work("nights", "a", members=["b"])
    assert told(public, A, B, together, study("own", members=["a"])) == [("b", Shared.WORKSTREAM)]


def test_a_workstream_is_not_related_to_what_its_page_lists(public: Publication) -> None:
    nights = work("nights", "a", tags=["moorings"])
    assert told(public, nights, study("own", members=["a"], workstream="nights", tags=["moorings"]), A, B) == []


def test_each_of_many_is_somebody_s_neighbour(public: Publication) -> None:
    studies = [study(f"study-{number:02}", tags=["moorings"], members=["a"]) for number in range(40)]
    shelves = shelved(network(public, *studies, A))
    offered = {one.record.slug for here in studies for one in related(here, shelves)}
    assert offered == {one.slug for one in studies}


def test_the_order_of_records_does_not_matter(public: Publication) -> None:
    records = [A, B, work("nights", "a"), *(study(slug, tags=["moorings"]) for slug in ("x", "y", "z"))]
    records += [event(f"day-{day}", f"2027-02-{day}", tags=["moorings"]) for day in (11, 12, 13)]
    here = note("here", tags=["moorings"])
    assert told(public, here, *records) == told(public, here, *reversed(records))


@pytest.mark.parametrize("many", [50, 400])
def test_as_many_records_are_looked_at_in_a_large_network_as_in_a_small_one(public: Publication, many: int) -> None:
    studies = [study(f"study-{number:03}", tags=["moorings"]) for number in range(many)]
    shelves = shelved(network(public, *studies))
    scored: list[str] = []

    class Groups(dict[str, object]):
        def __getitem__(self, path: str) -> object:
            scored.append(path)
            return super().__getitem__(path)

    for name in ("groups", "members"):
        object.__setattr__(shelves, name, Groups(getattr(shelves, name)))
    related(studies[7], shelves)
    assert len({*scored}) == 1 + NEAR + 1  # its own groups, and those of its neighbours


def test_reasons_are_told_in_words(public: Publication) -> None:
    groups = [(Shared.WORKSTREAM, "one-dredger"), (Shared.SERIES, "tide-talks"), (Shared.MEMBER, "old-mole")]
    words = [reason(group, public) for group in (*groups, (Shared.THEME, "moorings"))]
    assert words == ["Same workstream", "Same series", "Also from Old Mole", "Also on moorings"]
