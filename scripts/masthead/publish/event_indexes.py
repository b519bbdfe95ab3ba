"""The pages that list events: those of every set, and one for each family of sets."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from markupsafe import Markup

from masthead.addresses import EVENTS, EventFamily, address
from masthead.artifact import Artifact, Job
from masthead.model.event import Event
from masthead.prose import as_written
from masthead.publish import event_views, views
from masthead.publish.add_to_calendar import webcal
from masthead.publish.event_lists import NOTHING_PLANNED, coming_list, past_list
from masthead.publish.event_sets import EventSet, EventSets, event_set, event_sets, family_page
from masthead.publish.feed_paths import COMING, json_path
from masthead.publish.lasting import over
from masthead.publish.memberships import memberships
from masthead.publish.page import crumb, edit_href, made_page
from masthead.publish.publication import OnPage, Publication, Spot, prose
from masthead.publish.social import card_artifact, card_front, card_of, said_elsewhere
from masthead.render import component, plain

FAMILY_TITLES = {
    EventFamily.SERIES: "Events by series",
    EventFamily.KIND: "Events by kind",
    EventFamily.MEMBER: "Events by member",
    EventFamily.PLACE: "Events by place",
    EventFamily.YEAR: "Events by year",
}
GROUP_TITLES = {family: title.removeprefix("Events ").capitalize() for family, title in FAMILY_TITLES.items()}
KICKERS = {EventFamily.SERIES: "Series", EventFamily.KIND: "Kind of event", EventFamily.MEMBER: "Member"}
PAST_AT_MOST = 200  # past events on the page of a set, so that it stays light; those of a year are all on its page
AT_ONCE = 12  # of a family with more sets, a list of families names none but years, and leads to all of them


def publish_event_indexes(publication: Publication) -> Iterator[Job]:
    """A page for each set of events, and one for each family that has any."""
    for family, sets in event_sets(publication).items():
        if sets:
            yield Job(family_page(family), partial(_family_page, family, sets, publication), own="")
        yield from (Job(one.page, partial(_set_page, one, publication), own="") for one in sets)


def set_groups(found: EventSets, page: Spot) -> tuple[event_views.SetGroup, ...]:
    """The families of sets, each with its pages: years first, as most people look for them."""
    families = (EventFamily.YEAR, *(family for family in EventFamily if family is not EventFamily.YEAR))
    return tuple(_group(family, found[family], page) for family in families if found[family])


def set_links(event: Event, publication: Publication, page: OnPage) -> tuple[views.Anchor, ...]:
    """Where an event’s page leads to others that have something in common with it."""
    network = publication.network
    found = (event_set(family, slug, (event,), network) for family, slug in memberships(event, network))
    return tuple(views.Anchor(_link_text(one), page.asset(address(one.page))) for one in found)


def subscription(publication: Publication, page: Spot, calendar: str, name: str, *, feeds: bool = False) -> str:
    """How to subscribe to a calendar: at once, by its file, or, for all events, by a feed."""
    files = [views.Anchor("Calendar file (ICS)", page.asset(calendar))]
    if feeds:
        paths = {"Atom feed": COMING, "JSON feed": json_path(COMING)}
        files += [views.Anchor(words, page.asset(path)) for words, path in paths.items()]
    return component("subscribe", name, views.Anchor("Subscribe", webcal(calendar, publication)), tuple(files))


def _family_page(family: EventFamily, sets: Sequence[EventSet], publication: Publication) -> Artifact:
    page = OnPage(family_page(family))
    lead = f"Every event of {as_written(publication.network.settings.short_title)}, coming and past, by {family}."
    head = views.Head(title=FAMILY_TITLES[family], lead=lead, crumbs=crumb(publication, page, EVENTS))
    links = component("event-sets", (event_views.SetGroup("", "", tuple(_link(one, page) for one in sets)),))
    return _page(page, head, [links], EVENTS, publication, description=plain(lead))


def _set_page(one: EventSet, publication: Publication) -> Artifact:
    page = OnPage(one.page, publication.hidden)
    above = views.Anchor(FAMILY_TITLES[one.family], page.asset(address(family_page(one.family))))
    head = views.Head(
        title=one.title,
        lead=prose(page, one.summary, one.path),
        kicker=" · ".join(filter(None, (KICKERS.get(one.family, ""), one.count))),
        crumbs=(*crumb(publication, page, EVENTS), above),
    )
    groups = tuple(_groups(one, publication, page))
    blocks = [
        subscription(publication, page, one.calendar, one.title) if one.calendar else "",
        component("event-groups", groups),
        _earlier(page) if any(group.list.more for group in groups) else "",
    ]
    meta: dict[str, object] = {"description": _description(one, publication)}
    if one.family in (EventFamily.SERIES, EventFamily.KIND):
        meta["search"] = {"kind": "List of events", "line": one.count}  # others are no answer but a way to find one
    if one.calendar:
        meta["alternates"] = [{"type": "text/calendar", "title": one.title, "path": one.calendar}]
    return _page(page, head, blocks, one.path, publication, **meta)


def _earlier(page: Spot) -> Markup:
    """Where the past events stand that have no room on the page of their set."""
    years = views.Anchor("Earlier events, by year", page.asset(address(family_page(EventFamily.YEAR))))
    return component("link-list", (years,))


def _description(one: EventSet, publication: Publication) -> str:
    subject = f"{one.title}: {plain(one.summary)}" if one.summary else f"{one.title}."
    return f"{subject} What {publication.network.settings.short_title} plans, and what has been."


def _groups(one: EventSet, publication: Publication, page: OnPage) -> Iterator[event_views.EventGroup]:
    """What is to come, and what is past. Of a year that is over nothing is to come, so that part goes with its last
    event; and what is past has no part before the first event is over.
    """
    ahead = [event for event in one.events if not event.is_past(publication.day)]
    ends = [over(event, publication) for event in ahead]  # empty for what has no date
    if ahead or one.family is not EventFamily.YEAR:
        is_for_ever = one.family is not EventFamily.YEAR or not all(ends)
        times = None if is_for_ever else views.Times(until=max(ends))
        yield event_views.EventGroup(
            "Coming events", coming_list(publication, page, one.events, NOTHING_PLANNED), times
        )
    first = min(filter(None, ends), default="")
    if first or len(ahead) < len(one.events):
        most = PAST_AT_MOST if len(one.events) > PAST_AT_MOST and one.family is not EventFamily.YEAR else 0
        times = views.Times(since=first, is_hidden=True) if len(ahead) == len(one.events) else None
        yield event_views.EventGroup("Past events", past_list(publication, page, one.events, most), times)


def _group(family: EventFamily, sets: Sequence[EventSet], page: Spot) -> event_views.SetGroup:
    """A family with its pages, or, where these are many, with the page that names them all."""
    every = views.Anchor(f"All {len(sets):,}", page.asset(address(family_page(family))))
    is_named = len(sets) <= AT_ONCE or family is EventFamily.YEAR
    links = tuple(_link(one, page) for one in sets) if is_named else ()
    return event_views.SetGroup(GROUP_TITLES[family], f"by-{family}", links, None if is_named else every)


def _link(one: EventSet, page: Spot) -> event_views.SetLink:
    return event_views.SetLink(one.name, page.asset(address(one.page)), f"{len(one.events):,}", one.token)


def _link_text(one: EventSet) -> str:
    """What the link to a set says on the page of one of its events."""
    return f"{one.title} (series)" if one.family is EventFamily.SERIES else one.title


def _page(
    page: OnPage, head: views.Head, blocks: Iterable[str], source: str, publication: Publication, **meta: object
) -> Artifact:
    foot = component("page-foot", views.Foot(edit_href(publication, source)))
    index = publication.network.pages[EVENTS.removeprefix("content/")]
    card = card_of(publication, index, head.title)
    front = {"title": head.title, "section": "events/", "layout": "record", **meta}
    if said := said_elsewhere(publication, index):
        front["shared"] = {"type": "website", **said}
    front["card"] = card_front(page.page, card)
    parts = (component("page-head", head), *filter(None, blocks), foot)
    return made_page(page.page, front, parts, source, (card_artifact(publication, page.page, card, index.path),))
