"""What search engines ask of an event’s description, as Google’s documentation of structured data for events has it.

Required are name, startDate and location; an address in every place, and a URL in every virtual one. Status, attendance
and availability have lists of values; each status says which dates belong to it.
"""

import re
from collections.abc import Iterator
from typing import Any

SCHEMA = "https://schema.org/"
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z))?")
STATUSES = {"EventScheduled", "EventRescheduled", "EventPostponed", "EventCancelled", "EventMovedOnline"}
PLACES = {
    "OfflineEventAttendanceMode": {"Place"},
    "OnlineEventAttendanceMode": {"VirtualLocation"},
    "MixedEventAttendanceMode": {"Place", "VirtualLocation"},
}
AVAILABILITY = {"InStock", "SoldOut", "PreOrder"}


def faults(event: dict[str, Any]) -> list[str]:
    """What search engines would say of an event; nothing where they can show it."""
    found = [*_required(event), *_status(event), *_attendance(event), *_offers(event), *_people(event)]
    inside = [f"{one.get('name')}: {fault}" for one in event.get("subEvent", ()) for fault in _required(one)]
    if event.get("@context") != SCHEMA.rstrip("/") or event.get("@type") != "Event":
        found.append("it is no Event of schema.org")
    return [*found, *inside, *_addresses(event)]


def _required(event: dict[str, Any]) -> Iterator[str]:
    yield from (f"{name} is missing" for name in ("name", "startDate", "location") if not event.get(name))
    dates = [*_all(event.get("startDate")), *_all(event.get("endDate")), *_all(event.get("previousStartDate"))]
    yield from (f"{date} is no date with its offset" for date in dates if not MOMENT.fullmatch(date))
    if event.get("endDate", "9") < event.get("startDate", ""):
        yield "it ends before it starts"
    for place in _all(event.get("location")):
        needed = "url" if place["@type"] == "VirtualLocation" else "address"
        if not place.get(needed):
            yield f"a {place['@type']} has no {needed}"


def _status(event: dict[str, Any]) -> Iterator[str]:
    statuses = {one.removeprefix(SCHEMA) for one in _all(event.get("eventStatus"))}
    if not statuses or statuses - STATUSES:
        yield f"{statuses} is no status"
    if ("EventRescheduled" in statuses) != bool(event.get("previousStartDate")):
        yield "a previous start belongs to what is rescheduled, and to nothing else"
    if event.get("startDate") in _all(event.get("previousStartDate")):
        yield "it is rescheduled to the day on which it was"
    if statuses & {"EventCancelled", "EventPostponed"} and (len(statuses) > 1 or event.get("offers")):
        yield "what does not take place has no other status and no offer"


def _attendance(event: dict[str, Any]) -> Iterator[str]:
    mode = event.get("eventAttendanceMode", "").removeprefix(SCHEMA)
    if {place["@type"] for place in _all(event.get("location"))} != PLACES.get(mode):
        yield f"{mode} does not fit the location"


def _offers(event: dict[str, Any]) -> Iterator[str]:
    for offer in _all(event.get("offers")):
        if not offer.get("url"):
            yield "an offer has no url"
        if "availability" in offer and offer["availability"].removeprefix(SCHEMA) not in AVAILABILITY:
            yield f"{offer['availability']} is no availability"
        if ("price" in offer) != ("priceCurrency" in offer):
            yield "a price and its currency go together"


def _people(event: dict[str, Any]) -> Iterator[str]:
    for name in ("organizer", "performer"):
        yield from (f"{name} has no name" for one in _all(event.get(name)) if not one.get("name"))
    if not event.get("organizer"):
        yield "nobody organises it"


def _addresses(node: Any, key: str = "") -> Iterator[str]:
    """Addresses that are not full, wherever they stand."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from _addresses(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from _addresses(value, key)
    elif key in ("url", "@id", "hasMap") and not str(node).startswith("https://"):
        yield f"{node} is no full address"


def _all(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
