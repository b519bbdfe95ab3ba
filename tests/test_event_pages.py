"""What an event’s page says of its time, its changes, its places and its answers, word by word."""

from collections.abc import Mapping
from typing import Any

import pytest

from masthead.dates import day_number, month_in_short
from masthead.model.event import Event
from masthead.model.material import DocumentTime
from masthead.model.place import Venue
from masthead.model.when import When
from masthead.publish.changes import change_in_words, what_was_before
from masthead.publish.event_facts import event_facts, map_address, registration_button
from masthead.publish.event_parts import agenda, documents, history, notice, outcomes, photographs
from masthead.publish.event_time import time_of_event
from masthead.publish.labels import event_labels
from masthead.publish.publication import Publication

Fields = Mapping[str, Any]
HALL, LOFT = {"name": "Hall", "locality": "Leeds"}, {"name": "Loft", "locality": "Whitby"}
MAP = "https://www.openstreetmap.org/"
POINT = "?mlat=54.4858&mlon=-0.6206#map=17/54.4858/-0.6206"
TIMES = {"starts": "2027-03-11T10:00", "ends": "2027-03-11T16:00"}


def event(**fields: Any) -> Event:
    return Event.filed("events/day.yml", {"title": "A", "summary": "B", "kind": "launch", **TIMES, **fields})


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Thursday 11 March 2027, 10am to 4pm"),
        ({"timezone": "Europe/London"}, "Thursday 11 March 2027, 10am to 4pm"),
        ({"timezone": "Europe/Amsterdam"}, "Thursday 11 March 2027, 10am to 4pm, Amsterdam time"),
        ({"timezone": "America/New_York"}, "Thursday 11 March 2027, 10am to 4pm, New York time"),
        ({"starts": "2027-05-13", "ends": "2027-05-14"}, "Thursday 13 May 2027 to Friday 14 May 2027"),
        ({"starts": "2027-05-13", "ends": None, "timezone": "Europe/Paris"}, "Thursday 13 May 2027"),
        ({"starts": "2027-03", "ends": None}, "March 2027, day to be confirmed"),
        ({"starts": "2027-21", "ends": None}, "Spring 2027, date to be confirmed"),
        ({"starts": "2027", "ends": None}, "2027, date to be confirmed"),
        ({"starts": "2027-10~", "ends": None}, "About October 2027, day to be confirmed"),
        ({"starts": "2018-10", "ends": None}, "October 2018"),
        ({"starts": "to be confirmed", "ends": None}, "Date to be confirmed"),
        ({"starts": "not recorded", "ends": None}, "Date not recorded"),
    ],
)
def test_the_time_of_an_event_says_what_is_still_to_be_confirmed(
    public: Publication, fields: Fields, words: str
) -> None:
    assert time_of_event(event(**fields), public) == words


OLD = {"starts": "2027-02-11T10:00", "ends": "2027-02-11T16:00"}
CHANGED = {"changed": "2026-11-10"}


@pytest.mark.parametrize(
    ("fields", "before", "words", "now"),
    [
        (
            {},
            OLD,
            "Moved from Thursday 11 February 2027, 10am to 4pm. The new date: Thursday 11 March 2027, 10am to 4pm.",
            "Moved from Thursday 11 February 2027, 10am to 4pm.",
        ),
        (
            {"status": "postponed", "starts": "to be confirmed", "ends": None},
            OLD,
            "The event was postponed. It was to be on Thursday 11 February 2027, 10am to 4pm. "
            "A new date is not known yet.",
            "It was to be on Thursday 11 February 2027, 10am to 4pm.",
        ),
        (
            {"status": "postponed", "starts": "2027-21", "ends": None},
            OLD,
            "The event was postponed. It was to be on Thursday 11 February 2027, 10am to 4pm. "
            "The new date is expected: spring 2027.",
            "It was to be on Thursday 11 February 2027, 10am to 4pm.",
        ),
        (
            {"starts": "2027-22", "ends": None},
            {"starts": "2027-03"},
            "It was to be in March 2027. The new date is expected: summer 2027.",
            "It was to be in March 2027.",
        ),
        ({}, {"starts": "2027-03"}, "The new date: Thursday 11 March 2027, 10am to 4pm.", ""),
        ({}, {"starts": "to be confirmed"}, "The new date: Thursday 11 March 2027, 10am to 4pm.", ""),
        ({"venue": LOFT}, {"venue": HALL}, "It was to be at Hall, Leeds.", "It was to be at Hall, Leeds."),
        ({"online": {}}, {"venue": HALL, "online": {}}, "It was to be at Hall, Leeds, and online.",
         "It was to be at Hall, Leeds, and online."),
        ({"venue": LOFT}, {"online": {}}, "It was to be online.", "It was to be online."),
        ({}, {"title": "Z"}, "It was called “Z”.", ""),
        ({"status": "cancelled"}, {}, "The event was cancelled.", ""),
        ({"status": "confirmed"}, {"status": "tentative"}, "The event was confirmed.", ""),
        ({"status": "tentative"}, {"status": "confirmed"}, "The event became uncertain.", ""),
        ({}, {"status": "cancelled"}, "The event was confirmed.", ""),
    ],
)  # fmt: skip
def test_a_change_is_told_in_plain_words(fields: Fields, before: Fields, words: str, now: str) -> None:
    (change,) = event(**fields, previously=[{**CHANGED, **before}]).changes
    assert (change_in_words(change, "en-GB"), what_was_before(change, "en-GB")) == (words, now)


WHY = {**CHANGED, "reason": "A [flood](launch.yml)."}
FLOOD = 'A <a href="../launch/">flood</a>.'


@pytest.mark.parametrize(
    ("fields", "kind", "words"),
    [
        (
            {"status": "cancelled", "previously": [WHY]},
            "cancelled",
            f"<strong>This event is cancelled.</strong> {FLOOD}",
        ),
        (
            {"status": "postponed", "starts": "to be confirmed", "ends": None, "previously": [{**WHY, **OLD}]},
            "postponed",
            "<strong>This event is postponed.</strong> It was to be on Thursday 11 February 2027, 10am to 4pm. "
            f"A new date is not known yet. {FLOOD}",
        ),
        (
            {"status": "postponed", "previously": [{**WHY, **OLD}]},
            "postponed",
            f"<strong>This event is postponed.</strong> Moved from Thursday 11 February 2027, 10am to 4pm. {FLOOD}",
        ),
        (
            {"venue": LOFT, "previously": [{**WHY, "venue": HALL}]},
            "moved",
            f"<strong>This event has moved.</strong> It was to be at Hall, Leeds. {FLOOD}",
        ),
        (
            {"status": "tentative"},
            "tentative",
            "<strong>The date is not yet certain. Please do not book travel.</strong>",
        ),
        ({}, "", ""),
        ({"previously": [{**WHY, "title": "Z"}]}, "", ""),
        ({**OLD, "starts": "2026-02-11T10:00", "ends": "2026-02-11T16:00", "previously": [{**WHY, **OLD}]}, "", ""),
    ],
)
def test_what_a_guest_must_know_stands_first(public: Publication, fields: Fields, kind: str, words: str) -> None:
    is_for_ever = fields.get("status") == "cancelled" or fields.get("starts") == "to be confirmed"
    until = "" if is_for_ever else ' data-until="2027-03-11T16:00Z"'
    said = f'<p class="mh-notice mh-notice--{kind}"{until}>{words}</p>' if words else ""
    assert notice(event(**fields), public, public.page("events/day.yml")) == said


def facts(public: Publication, **fields: Any) -> dict[str, str]:
    """The facts that a reader sees without a script."""
    found = event_facts(event(**fields), public, public.page("events/day.yml"))
    return {fact.term: fact.text for fact in found if not (fact.times and fact.times.is_hidden)}


def test_a_coming_event_says_what_somebody_needs_in_order_to_come(public: Publication) -> None:
    assert facts(
        public,
        venue={**HALL, "postcode": "LS1", "country": "England"},
        online={"url": "https://meet.example/a", "note": "With captions."},
        audience="All",
        capacity=40,
        price={"amount": 12.5, "note": "Lunch is included."},
        registration={"opens": "2026-12-01", "closes": "2027-03-01", "note": "Two places each."},
        organisers=["old-mole"],
        members=["north-quay", "old-mole"],
        contact={"person": "ada-brook", "email": "ada@example.org", "phone": "01947 601234"},
        series="tide-talks",
        tags=["moorings"],
    ) == {
        "When": "Thursday 11 March 2027, 10am to 4pm",
        "Where": (
            "Hall, Leeds, LS1, England "
            "([map](https://www.openstreetmap.org/search?query=Hall%2C+Leeds%2C+LS1%2C+England))"
        ),
        "Online": "[Join online](https://meet.example/a). With captions.",
        "Who it is for": "All",
        "Places": "40",
        "Price": "£12.50. Lunch is included.",
        "Registration": "Opens on 1 December 2026. Closes on 1 March 2027. Two places each.",
        "Organised by": "[Old Mole](../../members/old-mole/)",
        "Taking part": "[North Quay](../../members/north-quay/), [Old Mole](../../members/old-mole/)",
        "Contact": "[Ada Brook](../../people/ada-brook/), Harbour master, Old Mole, "
        r"[ada@example\.org](mailto:ada@example.org), [01947 601234](tel:01947601234)",
        "Series": "[Tide talks](../series/tide-talks/)",
        "Themes": "[Moorings](../../our-work/#theme-moorings)",
    }


@pytest.mark.parametrize(
    ("price", "words"),
    [
        ({"amount": 0}, "Free."),
        ({"amount": 0, "note": "Tea."}, "Free. Tea."),
        ({"amount": 95}, "£95."),
        ({"amount": 1250, "currency": "EUR"}, "€1,250."),
    ],
)
def test_a_price_is_printed_in_its_currency(public: Publication, price: Fields, words: str) -> None:
    assert facts(public, price=price)["Price"] == words


@pytest.mark.parametrize(
    ("registration", "words", "button"),
    [
        ({"opens": "2026-11-23"}, "Opens on 23 November 2026.", None),
        ({"opens": "2026-11-22", "closes": "2026-11-22"}, "Closes on 22 November 2026.", "Register for a place"),
        ({"closes": "2026-11-21"}, "Closed on 21 November 2026.", None),
        ({"full": True}, "Every place is taken.", None),
        ({"full": True, "waiting_list": True}, "Every place is taken. You can join the waiting list.",
         "Join the waiting list"),
    ],
)  # fmt: skip
def test_registration_says_what_can_be_done_today(
    public: Publication, registration: Fields, words: str, button: str | None
) -> None:
    wanted = {"url": "https://register.example/a", **registration}
    found = registration_button(event(registration=wanted), public)
    offered = found[0].text if found and not found[1].is_hidden else None
    assert (facts(public, registration=wanted)["Registration"], offered) == (words, button)


def test_a_past_event_says_who_came_and_nothing_of_places(public: Publication) -> None:
    past = {"starts": "2026-03-11", "ends": None, "capacity": 40, "price": {"amount": 1}, "registration": {}}
    assert facts(public, **past, attendance=31) == {"When": "Wednesday 11 March 2026", "People who came": "31"}
    assert facts(public, **past, attendance="not recorded")["People who came"] == "Not recorded"


def test_a_cancelled_event_says_when_it_was_to_be_and_invites_nobody(public: Publication) -> None:
    fields = {"status": "cancelled", "online": {"url": "https://meet.example/a"}, "registration": {}}
    assert facts(public, **fields) == {"When it was to be": "Thursday 11 March 2027, 10am to 4pm", "Online": "Yes."}


def test_an_agenda_of_two_days_has_a_heading_for_each(public: Publication) -> None:
    rows = [
        {"time": "18:00", "title": "Supper", "kind": "social", "ends": "21:00"},
        {
            "day": "2027-05-14",
            "time": "09:00",
            "title": "The race",
            "kind": "workshop",
            "room": "Pier",
            "speakers": ["ada-brook", {"name": "Jo Bloggs", "affiliation": "North Quay"}],
            "led_by": "a harbour master",
            "body": "Bring *oars*.",
        },
    ]
    two_days = event(starts="2027-05-13", ends="2027-05-14", agenda=rows)
    assert agenda(two_days, public, public.page("events/day.yml")) == AGENDA


AGENDA = """\
### Thursday 13 May 2027 { #agenda-2027-05-13 }

<ol class="mh-agenda">
<li class="mh-agenda__item mh-agenda__item--social">
<p class="mh-agenda__time"><time datetime="2027-05-13T18:00+01:00">6pm</time>
<span class="mh-agenda__until">to 9pm</span>
</p>
<div class="mh-agenda__body">
<p class="mh-agenda__title">Supper</p>
</div>
</li>
</ol>

### Friday 14 May 2027 { #agenda-2027-05-14 }

<ol class="mh-agenda">
<li class="mh-agenda__item mh-agenda__item--workshop">
<p class="mh-agenda__time"><time datetime="2027-05-14T09:00+01:00">9am</time>
</p>
<div class="mh-agenda__body">
<p class="mh-agenda__title">The race</p>
<p class="mh-agenda__detail">
<span class="mh-agenda__kind">Workshop</span>
<span class="mh-agenda__room">Pier</span>
</p>
<ul class="mh-agenda__speakers">
<li class="mh-agenda__speaker"><a href="../../people/ada-brook/">Ada Brook</a>, Harbour master, Old Mole</li>
<li class="mh-agenda__speaker">Jo Bloggs, North Quay</li>
<li class="mh-agenda__speaker">a harbour master</li>
</ul>
<p class="mh-agenda__text">Bring <em>oars</em>.</p>
</div>
</li>
</ol>"""


def test_the_agenda_of_an_event_without_a_day_has_times_alone(public: Publication) -> None:
    undated = event(starts="2027-03", ends=None, agenda=[{"time": "09:00", "title": "C"}])
    printed = agenda(undated, public, public.page("events/day.yml"))
    assert '<time datetime="09:00">9am</time>' in printed
    assert "###" not in printed


def test_documents_stand_before_or_after_with_their_kind_and_language(public: Publication) -> None:
    papers = [
        {"title": "Chart", "file": "chart.svg"},
        {"title": "Siart", "url": "https://map.example/cy", "language": "cy", "kind": "paper"},
        {"title": "Slides", "url": "https://slides.example/a", "kind": "slides", "read": "after"},
        {"title": "Notes", "url": "https://map.example/x", "language": "xx", "read": "after"},
    ]
    one, page = event(documents=papers), public.page("events/day.yml")
    assert (
        documents(one, DocumentTime.BEFORE, public, page)
        == """\
<ul class="mh-papers">
<li class="mh-papers__item"><a class="mh-papers__link" href="../chart.svg">Chart</a>
</li>
<li class="mh-papers__item"><a class="mh-papers__link" href="https://map.example/cy" hreflang="cy" lang="cy">Siart</a>
<span class="mh-papers__detail">Paper, in Welsh</span>
</li>
</ul>"""
    )
    assert (
        documents(one, DocumentTime.AFTER, public, page)
        == """\
<ul class="mh-papers">
<li class="mh-papers__item"><a class="mh-papers__link" href="https://slides.example/a">Slides</a>
<span class="mh-papers__detail">Slides</span>
</li>
<li class="mh-papers__item"><a class="mh-papers__link" href="https://map.example/x" hreflang="xx" lang="xx">Notes</a>
<span class="mh-papers__detail">xx</span>
</li>
</ul>"""
    )
    assert documents(event(), DocumentTime.AFTER, public, page) == ""


def test_what_came_of_an_event_is_printed_point_by_point_and_picture_by_picture(public: Publication) -> None:
    picture = {"file": "chart.svg", "alt": "A <chart>", "credit": "Ada", "caption": "The chart", "permission": "ada"}
    one, page = event(outcomes=["One *rope*."], photographs=[picture]), public.page("events/day.yml")
    assert (
        outcomes(one, page)
        == """\
<ul class="mh-points">
<li class="mh-points__item">One <em>rope</em>.</li>
</ul>"""
    )
    assert (
        photographs(one, page)
        == """\
<ul class="mh-photographs">
<li class="mh-photographs__item">
<figure class="mh-photographs__figure">
<img class="mh-photographs__image" src="../chart.svg" alt="A &lt;chart&gt;" loading="lazy">
<figcaption class="mh-photographs__words">
<span class="mh-photographs__caption">The chart</span>
<span class="mh-photographs__credit">Ada</span>
</figcaption>
</figure>
</li>
</ul>"""
    )


def test_the_history_of_an_event_tells_the_latest_change_first(public: Publication) -> None:
    told = [{"changed": "2026-10-01", "title": "Z"}, {**WHY, "venue": HALL}]
    assert (
        history(event(venue=LOFT, previously=told), public, public.page("events/day.yml"))
        == f"""\
<ul class="mh-changes">
<li class="mh-changes__item">
<p class="mh-changes__day">10 November 2026</p>
<div class="mh-changes__body">
<p class="mh-changes__text">It was to be at Hall, Leeds.</p>
<p class="mh-changes__reason">{FLOOD}</p>
</div>
</li>
<li class="mh-changes__item">
<p class="mh-changes__day">1 October 2026</p>
<div class="mh-changes__body">
<p class="mh-changes__text">It was called “Z”.</p>
</div>
</li>
</ul>"""
    )


@pytest.mark.parametrize(
    ("fields", "labels"),
    [
        ({}, []),
        ({"status": "tentative"}, ["Provisional"]),
        ({"status": "cancelled", "previously": [{**CHANGED, **OLD}]}, ["Cancelled"]),
        ({"status": "postponed", "starts": "2027-21", "ends": None, "previously": [{**CHANGED, **OLD}]}, ["Postponed"]),
        ({"status": "postponed", "previously": [{**CHANGED, **OLD}]}, ["New date"]),
        ({"previously": [{**CHANGED, **OLD}]}, ["New date"]),
        ({"venue": LOFT, "previously": [{**CHANGED, "venue": HALL}]}, ["Moved"]),
        ({"registration": {"full": True}}, ["Full"]),
        (
            {"registration": {"full": True, "waiting_list": True}, "illustrative": True},
            ["Waiting list", "Illustrative"],
        ),
        ({"starts": "2026-03-11", "ends": None, "previously": [{**CHANGED, **OLD}]}, []),
        ({"starts": "2026-03-11", "ends": None, "status": "postponed"}, []),
        ({"starts": "2026-03-11", "ends": None, "status": "cancelled"}, ["Cancelled"]),
    ],
)
def test_labels_say_what_is_special_about_an_event(public: Publication, fields: Fields, labels: list[str]) -> None:
    shown = (one for one in event_labels(event(**fields), public) if not (one.times and one.times.is_hidden))
    assert [label.text for label in shown] == labels


@pytest.mark.parametrize(
    ("written", "day", "month"),
    [
        ("2027-03-11T10:00", "11", "Mar 2027"),
        ("2027-03", "", "Mar 2027"),
        ("2027-24", "", "Winter 2027/28"),
        ("2027", "", "2027"),
        ("to be confirmed", "", ""),
    ],
)
def test_a_card_sets_apart_what_is_known_of_the_date(written: str, day: str, month: str) -> None:
    assert (day_number(When(written)), month_in_short(When(written), "en-GB")) == (day, month)


@pytest.mark.parametrize(
    ("venue", "address"),
    [
        ({"name": "Hall"}, ""),
        ({"name": "Hall", "country": "France"}, ""),
        ({"name": "Café (back)", "address": "1 Fish & Co"}, f"{MAP}search?query=Caf%C3%A9+%28back%29%2C+1+Fish+%26+Co"),
        ({"name": "Hall", "position": {"latitude": 54.4858, "longitude": -0.6206}}, f"{MAP}{POINT}"),
        ({"name": "Hall", "locality": "Whitby", "map": "https://maps.example/hall"}, "https://maps.example/hall"),
    ],
)
def test_a_map_is_the_authors_or_shows_the_position_or_the_address(venue: Fields, address: str) -> None:
    assert map_address(Venue.model_validate(venue)) == address


def test_a_map_is_offered_to_those_who_may_go_there(public: Publication) -> None:
    assert facts(public, venue=LOFT)["Where"] == f"Loft, Whitby ([map]({MAP}search?query=Loft%2C+Whitby))"
    assert facts(public, venue=LOFT, status="cancelled")["Where"] == "Loft, Whitby"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "first"),
        (6, "sixth"),
        (12, "twelfth"),
        (13, "13th"),
        (21, "21st"),
        (22, "22nd"),
        (23, "23rd"),
        (111, "111th"),
    ],
)
def test_a_number_in_a_series_is_said_in_words(public: Publication, number: int, words: str) -> None:
    told = event(series="tide-talks", number_in_series=number)
    network = public.network.model_copy(update={"events": {told.slug: told}})
    publication = Publication(network=network, files={}, day=public.day, stamp=public.stamp)
    page = publication.page(told.path)
    found = {fact.term: fact.text for fact in event_facts(told, publication, page)}
    assert found["Series"] == rf"[Tide talks \(the {words}\)](../series/tide-talks/)"
