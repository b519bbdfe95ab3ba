"""What search engines read: schema.org’s Event, and the steps that lead to a page, in JSON-LD."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urljoin

from masthead.model.agenda import Session, SessionKind, Slot, Speaker
from masthead.model.announcement import Announcement, EventStatus
from masthead.model.appearance import event_time
from masthead.model.event import Event
from masthead.model.member import Person
from masthead.model.place import AttendanceMode, Venue
from masthead.model.registration import RegistrationState
from masthead.publish.appointment import ONE_DAY, announced, page_address, period
from masthead.publish.publication import Publication
from masthead.publish.views import Anchor
from masthead.render import plain

SCHEMA = "https://schema.org/"
MODES = {
    AttendanceMode.ON_SITE: f"{SCHEMA}OfflineEventAttendanceMode",
    AttendanceMode.ONLINE: f"{SCHEMA}OnlineEventAttendanceMode",
    AttendanceMode.HYBRID: f"{SCHEMA}MixedEventAttendanceMode",
}
# The values that search engines know for events. What is closed has none: `validThrough` tells it.
AVAILABILITY: dict[RegistrationState | None, str] = {
    RegistrationState.NOT_YET: f"{SCHEMA}PreOrder",
    RegistrationState.OPEN: f"{SCHEMA}InStock",
    RegistrationState.WAITING_LIST: f"{SCHEMA}SoldOut",
    RegistrationState.FULL: f"{SCHEMA}SoldOut",
}
Node = dict[str, object]


def structured_event(event: Event, publication: Publication) -> Node | None:
    """The event with all that search engines ask for; None where its day or its place was never told.

    What does not take place keeps the day and the place for which it was announced, as search engines want it.
    """
    said = announced(event)
    if said is None or said.mode is None:
        return None
    node: Node = {"@context": SCHEMA.rstrip("/"), "@type": "Event", "@id": page_address(event.path, publication)}
    node |= _facts(event, said, publication) | _status(event, publication) | _people(event, publication)
    if event.is_on and event.registration_state(publication.day):
        node["offers"] = _offer(event, publication)
    if sessions := list(_sessions(event, said, publication)):
        node["subEvent"] = sessions
    if event.series in publication.network.settings.series:
        node["superEvent"] = {"@type": "EventSeries", "name": publication.network.settings.series[event.series].title}
    return _filled(node)


def breadcrumbs(steps: Iterable[Anchor], title: str, page: str) -> Node:
    """The steps that lead to a page, and the page itself, with their full addresses."""
    trail = [*((step.text, urljoin(page, step.href)) for step in steps), (title, page)]
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": there}
        for number, (name, there) in enumerate(trail, 1)
    ]
    return {"@context": SCHEMA.rstrip("/"), "@type": "BreadcrumbList", "itemListElement": items}


def _facts(event: Event, said: Announcement, publication: Publication) -> Node:
    starts, ends = period(said, publication)
    is_all_day = not isinstance(starts, dt.datetime)
    last = ends - ONE_DAY if ends and is_all_day else ends
    return {
        "name": event.title,
        "description": plain(event.summary),
        "url": page_address(event.path, publication),
        "startDate": _written(starts),
        "endDate": _written(last) if last else None,
        "eventAttendanceMode": MODES[said.mode] if said.mode else None,
        "location": _places(said, page_address(event.path, publication)),
        "inLanguage": publication.language,
        "maximumAttendeeCapacity": event.capacity,
        "isAccessibleForFree": event.price.is_free if event.price else None,
        "audience": {"@type": "Audience", "audienceType": event.audience} if event.audience else None,
    }


def _status(event: Event, publication: Publication) -> Node:
    """Whether it takes place as it was first told; a date only made more exact is no other date."""
    if event.status is EventStatus.CANCELLED:
        return {"eventStatus": f"{SCHEMA}EventCancelled"}
    if not event.is_on:
        return {"eventStatus": f"{SCHEMA}EventPostponed"}
    now = event.announcements[-1]
    known = [one for one in event.announcements if one.starts.is_known]
    days = dict.fromkeys(_written(period(one, publication)[0]) for one in known)
    before = [one for one in days if one != _written(period(now, publication)[0])]
    was_on_site = any(one.mode is AttendanceMode.ON_SITE for one in event.announcements)
    went_online = now.mode is AttendanceMode.ONLINE and was_on_site
    words = ["EventRescheduled"] * bool(before) + ["EventMovedOnline"] * went_online or ["EventScheduled"]
    return {"eventStatus": _one_or_all([SCHEMA + word for word in words]), "previousStartDate": _one_or_all(before)}


def _people(event: Event, publication: Publication) -> Node:
    network = publication.network
    hosts = [network.members[slug] for slug in event.organisers if slug in network.members]
    people = [one for slot in event.slots for one in _speakers(slot.session, event, publication)]
    own: Node = {"@type": "Organization", "name": network.settings.title, "url": network.site.absolute("")}
    return {
        "organizer": [
            {"@type": "Organization", "name": one.title, "url": page_address(one.path, publication)} for one in hosts
        ]
        or own,
        "performer": [one for index, one in enumerate(people) if one not in people[:index]],
    }


def _offer(event: Event, publication: Publication) -> Node:
    """How to get a place; the days on which that begins and ends hold without a rebuild."""
    registration, price, state = event.registration, event.price, event.registration_state(publication.day)
    return _filled(
        {
            "@type": "Offer",
            "url": (registration and registration.url) or page_address(event.path, publication),
            "price": price.amount if price else None,
            "priceCurrency": price.currency if price else None,
            "availability": AVAILABILITY.get(state),
            "validFrom": registration.opens.isoformat() if registration and registration.opens else None,
            "validThrough": registration.closes.isoformat() if registration and registration.closes else None,
        }
    )


def _places(said: Announcement, page: str, room: str = "") -> object:
    """The building, the address to join, or both."""
    here = [_place(said.venue, room)] if said.venue else []
    there = [{"@type": "VirtualLocation", "url": said.online.url or page}] if said.online else []
    return _one_or_all([*here, *there])


def _place(venue: Venue, room: str) -> Node:
    parts = {
        "streetAddress": venue.address,
        "addressLocality": venue.locality,
        "postalCode": venue.postcode,
        "addressCountry": venue.country,
    }
    written = _filled({"@type": "PostalAddress", **parts}) if any(parts.values()) else venue.name
    place: Node = {"@type": "Place", "name": ", ".join(filter(None, (room, venue.name))), "address": written}
    point = venue.position
    geo = {"@type": "GeoCoordinates", **point.model_dump()} if point else None
    return _filled({**place, "hasMap": venue.map, "geo": geo})


def _sessions(event: Event, said: Announcement, publication: Publication) -> Iterator[Node]:
    """The sessions of an event that takes place, without breaks."""
    zone, page = publication.network.zone(event), page_address(event.path, publication)
    for slot in event.slots if event.is_on else ():
        if slot.day is None or slot.session.kind is SessionKind.BREAK:
            continue
        yield _filled(
            {
                "@type": "Event",
                "name": slot.session.title,
                "startDate": slot.moment(zone),
                "endDate": _session_end(slot, zone),
                "location": _places(said, page, slot.session.room),
                "performer": list(_speakers(slot.session, event, publication)),
            }
        )


def _speakers(session: Session, event: Event, publication: Publication) -> Iterator[Node]:
    """Everybody who is named; who leads a session as a role is nobody in particular."""
    people = publication.network.people
    for one in session.speakers:
        if isinstance(one, Speaker):
            yield _filled({"@type": "Person", "name": one.name, "affiliation": _organisation(one.affiliation)})
        elif one in people and people[one].is_named:
            yield _person(people[one], event, publication)


def _person(person: Person, event: Event, publication: Publication) -> Node:
    """Somebody with a page, in the role of the day of the event."""
    network, role = publication.network, person.role_in(event_time(event))
    if role is None:
        return {"@type": "Person", "name": person.title}
    member = network.members.get(role.member or "")
    return _filled(
        {
            "@type": "Person",
            "name": person.title,
            "url": page_address(person.path, publication),
            "jobTitle": role.title,
            "affiliation": _organisation(member.title if member else role.organisation),
        }
    )


def _organisation(name: str) -> Node | None:
    return {"@type": "Organization", "name": name} if name else None


def _session_end(slot: Slot, zone: dt.tzinfo) -> str | None:
    if slot.ends is None or slot.last_day is None:
        return None
    return _written(dt.datetime.combine(slot.last_day, slot.ends, zone))


def _written(moment: dt.date) -> str:
    """ISO 8601: a moment with the offset that holds then, or a day."""
    return moment.isoformat(timespec="minutes") if isinstance(moment, dt.datetime) else moment.isoformat()


def _one_or_all(values: list[object] | list[str]) -> object:
    return values[0] if len(values) == 1 else values


def _filled(node: Mapping[str, object]) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [])}
