"""One page per member: who it is, and its part in the network."""

from collections.abc import Iterator

from masthead.addresses import MEMBERS, EventFamily, address
from masthead.artifact import Artifact
from masthead.model.case_study import CaseStudy
from masthead.model.member import Member
from masthead.prose import as_written
from masthead.publish import views
from masthead.publish.cards import case_card
from masthead.publish.event_indexes import subscription
from masthead.publish.event_lists import next_events
from masthead.publish.event_sets import event_set
from masthead.publish.labels import record_labels
from masthead.publish.page import crumb, page_artifact, section
from masthead.publish.pieces import with_pieces
from masthead.publish.publication import OnPage, Publication, prose
from masthead.publish.themes import theme_facts
from masthead.render import component

MEMBER_PEOPLE, MEMBER_STUDIES, MEMBER_EVENTS = "people", "case-studies", "events"
NEXT = 3  # events on the page of a member


def publish_members(publication: Publication) -> Iterator[Artifact]:
    """A page for each member: key facts, the people who speak for it, its case studies and its events."""
    for member in publication.network.members.values():
        page = publication.page(member.path)
        head = views.Head(
            title=member.title,
            lead=prose(page, member.summary, member.path),
            kicker="Founding member" if member.founding else "Member",
            crumbs=crumb(publication, page, MEMBERS),
            labels=record_labels(member, publication),
        )
        studies = tuple(_studies(publication, member))
        facts = tuple(_facts(publication, page, member, len(studies)))
        cards = tuple(case_card(study, publication, page) for study in studies)
        blocks = [
            component("facts", facts) if facts else "",
            with_pieces(page.body(member.body, member.path), publication, page),
            section("Case studies", MEMBER_STUDIES, component("card-list", cards) if cards else ""),
            section("People who speak for it", MEMBER_PEOPLE, _people(publication, page, member)),
            section("Events", MEMBER_EVENTS, _events(publication, page, member)),
        ]
        yield page_artifact(
            publication, page.page, member, head, list(filter(None, blocks)), section="members/", layout="record"
        )


def _facts(publication: Publication, page: OnPage, member: Member, studies: int) -> Iterator[views.Fact]:
    if member.area:
        yield views.Fact("Where", as_written(member.area))
    if studies:
        yield views.Fact("Case studies", f"[{studies} on this site](#{MEMBER_STUDIES})")
    hosted = sum(member.slug in one.organisers for one in publication.network.events.values())
    if hosted:
        yield views.Fact("Events", f"[Organises {hosted}](#{MEMBER_EVENTS})")
    yield from theme_facts(member, publication, page)


def _studies(publication: Publication, member: Member) -> Iterator[CaseStudy]:
    studies = publication.network.case_studies
    found = (studies[slug] for slug in publication.studies_of.get(("member", member.slug), ()))
    return iter(sorted(found, key=lambda one: (one.illustrative, one.title)))


def _people(publication: Publication, page: OnPage, member: Member) -> str:
    """Those who may be named, and where they are heard."""
    network = publication.network
    people = tuple(
        views.Voice(
            name=person.title,
            role=person.role,
            heard=tuple(
                views.Anchor(study.title, page.href(study.path))
                for study in network.case_studies.values()
                if any(one.person == person.slug for one in study.testimonials)
            ),
        )
        for person in network.people.values()
        if person.member == member.slug
    )
    return component("people", people) if people else ""


def _events(publication: Publication, page: OnPage, member: Member) -> str:
    """What it organises or takes part in next, and where all of it is; empty where there never was anything."""
    events = tuple(one for one in publication.network.events.values() if member.slug in (*one.organisers, *one.members))
    if not events:
        return ""
    found = event_set(EventFamily.MEMBER, member.slug, events, publication.network)
    every = views.Anchor(f"All events with {member.short_title} ({len(events):,})", page.asset(address(found.page)))
    shown = next_events(publication, page, events, NEXT, every.href)
    calendar = subscription(publication, page, found.calendar, found.title) if found.calendar else ""
    return "\n\n".join(filter(None, (shown, component("link-list", (every,)), calendar)))
