"""One page per member: who it is, and its part in the network."""

from collections.abc import Iterator
from dataclasses import replace

from masthead.addresses import MEMBERS, EventFamily, address
from masthead.artifact import Artifact, Job
from masthead.dates import capitalised, held_in_words
from masthead.landmarks import MEMBER_EVENTS, MEMBER_PEOPLE, MEMBER_SAID, MEMBER_STUDIES, MEMBER_WORK
from masthead.model.appearance import Part
from masthead.model.case_study import CaseStudy
from masthead.model.member import Member
from masthead.model.workstream import Workstream
from masthead.prose import as_written
from masthead.publish import account_views, views
from masthead.publish.cards import case_card
from masthead.publish.event_indexes import subscription
from masthead.publish.event_lists import next_events
from masthead.publish.event_sets import event_set
from masthead.publish.labels import is_former, membership_words, record_labels
from masthead.publish.logos import mark
from masthead.publish.page import crumb, page_artifact, pages_of, section
from masthead.publish.pieces import with_pieces
from masthead.publish.publication import OnPage, Publication, prose
from masthead.publish.related import related_section
from masthead.publish.testimonials import said_by
from masthead.publish.themes import theme_facts
from masthead.publish.voices import voice
from masthead.render import component

NEXT = 3  # events on the page of a member


def publish_members(publication: Publication) -> Iterator[Job]:
    """A page for each member: key facts, the people who speak for it, its case studies and its events."""
    return pages_of(publication.network.members.values(), publication, _page)


def _page(member: Member, publication: Publication) -> Artifact:
    page = publication.page(member.path)
    head = views.Head(
        title=member.title,
        lead=prose(page, member.summary, member.path),
        kicker=membership_words(member, publication),
        crumbs=crumb(publication, page, MEMBERS),
        labels=record_labels(member, publication),
    )
    studies = tuple(_studies(publication, member))
    facts = tuple(_facts(publication, page, member, len(studies)))
    cards = tuple(case_card(study, publication, page) for study in studies)
    blocks = [
        component("facts", facts) if facts else "",
        component("logos", (replace(mark(member, page), href=""),)) if member.logo else "",
        with_pieces(page.body(member.body, member.path), publication, page),
        section("Case studies", MEMBER_STUDIES, component("card-list", cards) if cards else ""),
        section("Workstreams", MEMBER_WORK, _workstreams(publication, page, member)),
        section("People who speak for it", MEMBER_PEOPLE, _people(publication, page, member)),
        section("What they said", MEMBER_SAID, _said(publication, page, member)),
        section("Events", MEMBER_EVENTS, _events(publication, page, member)),
        related_section(member, publication, page),
    ]
    return page_artifact(
        publication, page.page, member, head, list(filter(None, blocks)), section="members/", layout="record"
    )


def _facts(publication: Publication, page: OnPage, member: Member, studies: int) -> Iterator[views.Fact]:
    if member.area:
        yield views.Fact("Where", as_written(member.area))
    if since := held_in_words(member.membership, publication.language):
        yield views.Fact("Belonged to the network" if is_former(member, publication) else "Member", capitalised(since))
    if studies:
        yield views.Fact("Case studies", f"[{studies} on this site](#{MEMBER_STUDIES})")
    hosted = sum(member.slug in one.organisers for one in publication.indexes.events_with.get(member.slug, ()))
    if hosted:
        yield views.Fact("Events", f"[Organises {hosted}](#{MEMBER_EVENTS})")
    yield from theme_facts(member, publication, page)


def _studies(publication: Publication, member: Member) -> Iterator[CaseStudy]:
    studies = publication.network.case_studies
    found = (studies[slug] for slug in publication.studies_of.get(("member", member.slug), ()))
    return iter(sorted(found, key=lambda one: (one.illustrative, one.title)))


def _people(publication: Publication, page: OnPage, member: Member) -> str:
    """Those who hold or held a role in it, each with the role that they held there last."""
    found = publication.indexes.people_at.get(member.slug, ())
    voices = tuple(voice(one, role, publication, page) for one, role in found)
    return component("people", voices) if voices else ""


def _said(publication: Publication, page: OnPage, member: Member) -> str:
    """What people said who spoke for it."""
    people = publication.indexes.people_at.get(member.slug, ())
    said = tuple(words for one, _ in people for words in said_by(one, publication, page, member=member.slug))
    return component("testimonials", said) if said else ""


def _workstreams(publication: Publication, page: OnPage, member: Member) -> str:
    """The workstreams that it leads, and those in which it takes part."""
    works = [(one.part, one.record) for one in publication.indexes.participations.get(member.slug, ())]
    shown = tuple(
        account_views.Dated(
            capitalised(held_in_words(work.time, publication.language)),
            work.title,
            page.href(work.path),
            kind="Leads" if part is Part.LEADS else "Takes part",
            labels=record_labels(work, publication),
        )
        for part, work in works
        if isinstance(work, Workstream)
    )
    return component("dated-list", shown) if shown else ""


def _events(publication: Publication, page: OnPage, member: Member) -> str:
    """What it organises or takes part in next, and where all of it is; empty where there never was anything."""
    events = tuple(publication.indexes.events_with.get(member.slug, ()))
    if not events:
        return ""
    found = event_set(EventFamily.MEMBER, member.slug, events, publication.network)
    every = views.Anchor(f"All events with {member.short_title} ({len(events):,})", page.asset(address(found.page)))
    shown = next_events(publication, page, events, NEXT, every.href)
    calendar = subscription(publication, page, found.calendar, found.title) if found.calendar else ""
    return "\n\n".join(filter(None, (shown, component("link-list", (every,)), calendar)))
