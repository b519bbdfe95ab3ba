"""Pages that authors write whole, members and news."""

import hashlib
import re
from collections.abc import Iterator
from functools import partial

from masthead.addresses import MEMBERS, NEWS, EventFamily, address, on_site
from masthead.artifact import Artifact, Recipe
from masthead.dates import day_in_words
from masthead.model.member import Member
from masthead.painting import painted_for_screen
from masthead.prose import as_written
from masthead.publish import views
from masthead.publish.event_indexes import subscription
from masthead.publish.event_lists import next_events
from masthead.publish.event_sets import event_set
from masthead.publish.labels import record_labels
from masthead.publish.page import crumb, page_artifact, section
from masthead.publish.pieces import with_pieces
from masthead.publish.publication import OnPage, Publication, prose
from masthead.render import component
from masthead.source import File

MEMBER_STUDIES, MEMBER_EVENTS = "case-studies", "events"
NEXT = 3  # events on the page of a member


def publish_pages(publication: Publication) -> Iterator[Artifact]:
    """One page per Markdown file of content/, its live pieces filled."""
    for record in publication.network.pages.values():
        page = publication.page(record.path)
        body = with_pieces(page.body(record.body, record.path), publication, page)
        if record.layout == "home":
            body = _in_bands(body)
        head = views.Head(title=record.title, labels=record_labels(record, publication))
        hidden = {"hide": list(record.hide)} if record.hide else {}
        described = record.model_copy(update={"summary": record.description or record.summary})
        yield page_artifact(publication, page.page, described, head, [body], layout=record.layout, **hidden)


def publish_files(publication: Publication) -> Iterator[Artifact]:
    """Pictures and other files that stand beside pages and records; brand/ is published with the theme."""
    for path, file in publication.files.items():
        target = None if path.startswith("brand/") else on_site(path)
        if target:
            yield Artifact(target, _painted(publication, file) if path.endswith(".svg") else file, path)


def _painted(publication: Publication, file: File) -> Recipe:
    """A drawing in the colours of the brand, for light and for dark ground."""
    tokens = publication.network.tokens
    key = hashlib.sha256(repr((file.digest, sorted(tokens.items()))).encode()).hexdigest()
    return Recipe(key, partial(painted_for_screen, file, tokens))


def publish_news(publication: Publication) -> Iterator[Artifact]:
    """One page per note."""
    for note in publication.network.news.values():
        page = publication.page(note.path)
        head = views.Head(
            title=note.title,
            lead=prose(page, note.summary, note.path),
            kicker=day_in_words(note.date, publication.language),
            crumbs=crumb(publication, page, NEWS),
            labels=record_labels(note, publication),
        )
        body = with_pieces(page.body(note.body, note.path), publication, page)
        yield page_artifact(publication, page.page, note, head, [body], section="news/", layout="record")


def publish_members(publication: Publication) -> Iterator[Artifact]:
    """One page per member: who it is, and its part in the network."""
    for member in publication.network.members.values():
        page = publication.page(member.path)
        head = views.Head(
            title=member.title,
            lead=prose(page, member.summary, member.path),
            kicker="Founding member" if member.founding else "Member",
            crumbs=crumb(publication, page, MEMBERS),
            labels=record_labels(member, publication),
        )
        facts = (views.Fact("Where", as_written(member.area)),) if member.area else ()
        blocks = [
            component("facts", facts) if facts else "",
            with_pieces(page.body(member.body, member.path), publication, page),
            section("Case studies", MEMBER_STUDIES, _cases(publication, page, member)),
            section("Events", MEMBER_EVENTS, _events(publication, page, member)),
        ]
        yield page_artifact(
            publication, page.page, member, head, list(filter(None, blocks)), section="members/", layout="record"
        )


def _in_bands(body: str) -> str:
    """The home page's Markdown with a section of its own for the opening and for every second-level heading."""
    opening, *parts = re.split(r"^(?=## )", body, flags=re.MULTILINE)
    bands = (f'<section class="mh-band" markdown="1">\n\n{part.strip()}\n\n</section>' for part in parts)
    return "\n\n".join((f'<div class="mh-opening" markdown="1">\n\n{opening.strip()}\n\n</div>', *bands))


def _cases(publication: Publication, page: OnPage, member: Member) -> str:
    studies = (one for one in publication.network.case_studies.values() if member.slug in one.members)
    anchors = tuple(views.Anchor(study.title, page.href(study.path)) for study in studies)
    return component("link-list", anchors) if anchors else ""


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
