"""A page for each person: the roles held over time, what the person leads and said, and where they speak."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from masthead.addresses import HOME, PEOPLE
from masthead.artifact import Artifact, Job
from masthead.dates import capitalised, held_in_words, when_in_words
from masthead.landmarks import LEADS, ROLES, SAID, SPEAKS
from masthead.model.appearance import Part, event_time
from masthead.model.event import Event
from masthead.model.member import Person, Role
from masthead.model.order import latest_first, soonest_first
from masthead.model.permission import Permission
from masthead.model.record import Record
from masthead.model.workstream import Workstream
from masthead.prose import as_written
from masthead.publish import account_views, views
from masthead.publish.labels import event_labels, record_labels
from masthead.publish.naming import role_in_words, who
from masthead.publish.page import crumb, page_artifact, pages_of, section
from masthead.publish.pieces import with_pieces
from masthead.publish.publication import OnPage, Publication, prose
from masthead.publish.related import related_section
from masthead.publish.testimonials import said_by
from masthead.publish.themes import theme_facts
from masthead.render import component


def publish_people(publication: Publication) -> Iterator[Job]:
    """A page for each person who may be named."""
    return pages_of(publication.indexes.named_people, publication, _page)


def _page(person: Person, publication: Publication) -> Artifact:
    page = publication.page(person.path)
    head = views.Head(
        title=person.title,
        lead=prose(page, person.summary, person.path),
        kicker="Person",
        crumbs=_crumbs(publication, page),
        labels=record_labels(person, publication),
    )
    roles = (_role(role, publication, page) for role in person.roles_in_order)
    said = tuple(replace(one, who=views.Named("")) for one in said_by(person, publication, page))
    blocks = [
        component("facts", tuple(_facts(person, publication, page))),
        with_pieces(page.body(person.body, person.path), publication, page),
        section("Roles", ROLES, _dated(roles)),
        section("Leads", LEADS, _dated(_works(person, publication, page))),
        section("What was said", SAID, component("testimonials", said) if said else ""),
        section("Talks", SPEAKS, _dated(_talks(person, publication, page))),
        related_section(person, publication, page),
    ]
    filled = list(filter(None, blocks))
    return page_artifact(publication, page.page, person, head, filled, section="members/", layout="record")


def _crumbs(publication: Publication, page: OnPage) -> tuple[views.Anchor, ...]:
    """The steps above, as far as the publication has them."""
    if PEOPLE.removeprefix("content/") in publication.network.pages:
        return crumb(publication, page, PEOPLE)
    return (views.Anchor("Home", page.href(HOME)),)


def _facts(person: Person, publication: Publication, page: OnPage) -> Iterator[views.Fact]:
    role = person.role_on(publication.day)
    term = "Last known role" if role.held.is_over(publication.day) else "Role"
    yield views.Fact(term, as_written(role_in_words(role, publication.network)))
    yield views.Fact("Why the name is here", _basis(publication.network.permissions[person.permission], publication))
    yield from theme_facts(person, publication, page)


def _basis(permission: Permission, publication: Publication) -> str:
    """On what it rests that somebody is named, without a word of who gave it."""
    if permission.published:
        work = publication.network.settings.sources[permission.published.source]
        publisher = f", {as_written(work.publisher)}" if work.publisher else ""
        return f"It stands in “{as_written(work.title)}”{publisher}"
    if permission.public_role:
        return f"A public office: {as_written(permission.public_role.office)}"
    return "Permission was given"


def _role(role: Role, publication: Publication, page: OnPage) -> account_views.Dated:
    member = publication.network.members.get(role.member or "")
    place = f"[{as_written(member.title)}]({page.href(member.path)})" if member else as_written(role.organisation)
    return account_views.Dated(capitalised(held_in_words(role.held, publication.language)), role.title, detail=place)


def _works(person: Person, publication: Publication, page: OnPage) -> Iterator[account_views.Dated]:
    for work in _records(person, Part.LEADS, publication):
        if isinstance(work, Workstream):
            when = capitalised(held_in_words(work.time, publication.language))
            yield account_views.Dated(when, work.title, page.href(work.path), labels=record_labels(work, publication))


def _talks(person: Person, publication: Publication, page: OnPage) -> Iterator[account_views.Dated]:
    """The events at which a person speaks, the next first, and then those that are past."""
    events = [one for one in _records(person, Part.SPEAKS, publication) if isinstance(one, Event) and one.is_on]
    ahead = soonest_first(one for one in events if not one.is_past(publication.day))
    for event in (*ahead, *latest_first(one for one in events if one.is_past(publication.day))):
        when = when_in_words(event.starts, publication.language)
        role = as_written(who(person, event_time(event), publication.network).role)
        labels = event_labels(event, publication)
        yield account_views.Dated(when, event.title, page.href(event.path), detail=role, labels=labels)


def _records(person: Person, part: Part, publication: Publication) -> tuple[Record, ...]:
    """The records in which a person does something, each once."""
    found = (one.record for one in publication.indexes.appearances.get(person.slug, ()) if one.part is part)
    return tuple({record.path: record for record in found}.values())


def _dated(found: Iterable[account_views.Dated]) -> str:
    shown = tuple(found)
    return component("dated-list", shown) if shown else ""
