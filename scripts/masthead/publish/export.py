"""Every event as JSON for other programs, with its JSON Schema, at addresses that carry the version."""

from collections.abc import Iterable, Iterator
from functools import partial

from masthead.artifact import Artifact, Job, Pieces, as_json, json_pieces
from masthead.model import exported as out
from masthead.model.agenda import Slot
from masthead.model.event import Event
from masthead.model.feedback import Feedback
from masthead.model.material import Photograph
from masthead.model.place import Venue
from masthead.model.registration import Price, Registration
from masthead.publish.appointment import announced, contact_line, file_address, full_prose, page_address, uid
from masthead.publish.calendar_paths import event_calendar
from masthead.publish.naming import speakers
from masthead.publish.publication import Publication
from masthead.schema import schema_of_output

EVENTS_DATA = "data/v1/events.json"
EVENTS_SCHEMA = "data/v1/events.schema.json"
VERSION = 1


def publish_export(publication: Publication) -> Iterator[Artifact | Job]:
    """The export, which is written event by event, and its schema."""
    yield Artifact(EVENTS_DATA, Pieces(partial(_events, publication)), "events")
    yield Job(EVENTS_SCHEMA, partial(_schema, publication), own="")


def _events(publication: Publication) -> Iterator[bytes]:
    schema = publication.network.site.absolute(EVENTS_SCHEMA)
    fields = {"$schema": schema, **dict(_head(publication)), "events": tuple(publication.network.events.values())}
    return json_pieces(fields, lambda value: _event(value, publication) if isinstance(value, Event) else value)


def _schema(publication: Publication) -> Artifact:
    schema = schema_of_output(out.ExportedEvents)
    schema["properties"] = {"$schema": {"type": "string", "format": "uri"}, **schema["properties"]}
    address = publication.network.site.absolute(EVENTS_SCHEMA)
    return Artifact(EVENTS_SCHEMA, as_json({"$id": address, **schema}), "events")


def _head(publication: Publication) -> out.ExportedEvents:
    """What their slugs stand for, without the events themselves."""
    network = publication.network
    settings = network.settings
    return out.ExportedEvents(
        version=VERSION,
        network=settings.title,
        url=network.site.absolute(""),
        language=settings.language,
        small_numbers_threshold=settings.small_numbers_threshold,
        series={slug: one.title for slug, one in settings.series.items()},
        tags={slug: one.title for slug, one in settings.tags.items()},
        members={slug: one.title for slug, one in network.members.items()},
        events=(),
    )


def _event(event: Event, publication: Publication) -> out.ExportedEvent:
    site = publication.network.site
    return out.ExportedEvent(
        uid=uid(event, publication),
        slug=event.slug,
        url=page_address(event.path, publication),
        calendar=site.absolute(event_calendar(event)) if announced(event) else None,
        title=event.title,
        summary=full_prose(event.summary, event, publication),
        body=full_prose(event.body, event, publication),
        kind=event.kind,
        series=event.series,
        number_in_series=publication.series_numbers.get(event.slug),
        status=event.status,
        when=_time(event, publication),
        where=_where(event, publication),
        attending=_attending(event, publication),
        announcements=tuple(_announcements(event, publication)),
        documents=tuple(_documents(event, publication)),
        outcome=_outcome(event, publication),
        tags=event.tags,
        illustrative=event.illustrative,
        updated=event.updated,
    )


def _time(event: Event, publication: Publication) -> out.ExportedTime:
    zone = publication.network.zone(event)
    return out.ExportedTime(
        starts=event.starts.root,
        ends=event.ends.root if event.ends else None,
        timezone=zone.key,
        starts_at=event.starts.moment(zone),
        ends_at=event.ends.moment(zone) if event.ends else None,
        agenda=tuple(_session(slot, event, publication) for slot in event.slots),
    )


def _session(slot: Slot, event: Event, publication: Publication) -> out.ExportedSession:
    return out.ExportedSession(
        day=slot.day,
        starts=f"{slot.starts:%H:%M}",
        ends=f"{slot.ends:%H:%M}" if slot.ends else None,
        title=slot.session.title,
        kind=slot.session.kind,
        speakers=tuple(one.line for one in speakers(slot.session, event, publication.network)),
        room=slot.session.room,
        body=full_prose(slot.session.body, event, publication),
    )


def _where(event: Event, publication: Publication) -> out.ExportedWhere:
    return out.ExportedWhere(
        mode=event.mode,
        place=_place(event.venue, event, publication) if event.venue else None,
        online_url=event.online.url if event.online else None,
        online_note=full_prose(event.online.note, event, publication) if event.online else "",
    )


def _place(venue: Venue, event: Event, publication: Publication) -> out.ExportedPlace:
    return out.ExportedPlace(
        name=venue.name,
        line=venue.line,
        locality=venue.locality,
        postcode=venue.postcode,
        country=venue.country,
        map=venue.map,
        latitude=venue.position.latitude if venue.position else None,
        longitude=venue.position.longitude if venue.position else None,
        travel=full_prose(venue.travel, event, publication),
        access=full_prose(venue.access, event, publication),
    )


def _attending(event: Event, publication: Publication) -> out.ExportedAttending:
    return out.ExportedAttending(
        audience=event.audience,
        capacity=event.capacity,
        price=_price(event.price, event, publication) if event.price else None,
        registration=_registration(event.registration, event, publication) if event.registration else None,
        organisers=_public(event.organisers, publication),
        members=_public(event.members, publication),
        contact=contact_line(event, publication),
    )


def _public(slugs: Iterable[str], publication: Publication) -> tuple[str, ...]:
    """The members among them that may be named."""
    return tuple(slug for slug in slugs if slug in publication.network.members)


def _price(price: Price, event: Event, publication: Publication) -> out.ExportedPrice:
    note = full_prose(price.note, event, publication)
    return out.ExportedPrice(amount=price.amount, currency=price.currency, note=note)


def _registration(said: Registration, event: Event, publication: Publication) -> out.ExportedRegistration:
    return out.ExportedRegistration(
        url=said.url,
        opens=said.opens,
        closes=said.closes,
        full=said.full,
        waiting_list=said.waiting_list,
        note=full_prose(said.note, event, publication),
    )


def _announcements(event: Event, publication: Publication) -> Iterator[out.ExportedAnnouncement]:
    reasons = ("", *(change.reason for change in event.changes))
    for said, reason in zip(event.announcements, reasons, strict=True):
        yield out.ExportedAnnouncement(
            announced=said.announced,
            reason=full_prose(reason, event, publication),
            title=said.title,
            status=said.status,
            starts=said.starts.root,
            ends=said.ends.root if said.ends else None,
            timezone=publication.network.zone(said).key,
            place=said.venue.line if said.venue else "",
            is_online=said.online is not None,
        )


def _documents(event: Event, publication: Publication) -> Iterator[out.ExportedDocument]:
    for one in event.documents:
        address = file_address(one.file, event, publication) if one.file else one.url or ""
        yield out.ExportedDocument(title=one.title, url=address, kind=one.kind, read=one.read, language=one.language)


def _outcome(event: Event, publication: Publication) -> out.ExportedOutcome:
    return out.ExportedOutcome(
        attendance=event.attendance,
        outcomes=tuple(full_prose(one, event, publication) for one in event.outcomes),
        decisions=tuple(full_prose(one, event, publication) for one in event.decisions),
        photographs=tuple(_photograph(one, event, publication) for one in event.photographs),
        feedback=tuple(_feedback(one, event, publication) for one in event.feedback),
    )


def _photograph(one: Photograph, event: Event, publication: Publication) -> out.ExportedPhotograph:
    address = file_address(one.file, event, publication)
    return out.ExportedPhotograph(url=address, alt=one.alt, credit=one.credit, caption=one.caption)


def _feedback(asked: Feedback, event: Event, publication: Publication) -> out.ExportedFeedback:
    """The answers as they may be shown: the network has taken out what too few people said."""
    return out.ExportedFeedback(
        id=asked.id,
        question=asked.question,
        scale=asked.scale,
        responses=asked.responses,
        answers=tuple(
            out.ExportedAnswer(answer=one.answer, percent=one.percent, count=one.count) for one in asked.results
        ),
        withheld=asked.is_suppressed,
        note=full_prose(asked.note, event, publication),
    )
