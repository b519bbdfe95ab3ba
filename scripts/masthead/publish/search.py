"""The search page: where the search form leads, and a list of everything for those whose browser runs no script."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from masthead.addresses import ALWAYS_THERE, BRAND_PAGE, HOME, SEARCH, address, on_site
from masthead.artifact import Artifact, Job
from masthead.model.record import Record
from masthead.publish import views
from masthead.publish.brand_page import TITLE as BRAND_TITLE
from masthead.publish.cards import coming, past
from masthead.publish.checked import checked_page
from masthead.publish.event_indexes import FAMILY_TITLES
from masthead.publish.event_sets import event_sets, family_page
from masthead.publish.page import front_matter, section
from masthead.publish.privacy import privacy_pages
from masthead.publish.publication import OnPage, Publication
from masthead.publish.social import card_front, card_of
from masthead.render import component

TITLE = "Search"
LEAD = "Search this site, or look through the list of everything that is on it."


def publish_search(publication: Publication) -> Iterator[Job]:
    """One page with a place for results, and below it a link to every page of the site."""
    yield Job(SEARCH, partial(_page, publication), own="")


def _page(publication: Publication) -> Artifact:
    home = publication.network.pages[HOME.removeprefix("content/")]
    card = card_front("index.md", card_of(publication, home, home.title))
    front = front_matter({"title": TITLE, "description": LEAD, "layout": "search", "card": card})
    head = component("page-head", views.Head(title=TITLE, lead=LEAD))
    parts = (head, component("results"), *_everything(publication, OnPage(SEARCH)))
    text = "\n\n".join(part for part in parts if part)
    return Artifact(SEARCH, f"{front}{text}\n", publication.network.settings.path)


def _everything(publication: Publication, page: OnPage) -> Iterator[str]:
    network = publication.network
    news = sorted(network.news.values(), key=lambda item: (item.date, item.slug), reverse=True)
    own = (views.Anchor(one.title, page.asset(address(path))) for path, one in privacy_pages(publication).items())
    others = (one for one in network.pages.values() if on_site(one.path) not in ALWAYS_THERE)
    brand = views.Anchor(BRAND_TITLE, page.asset(address(BRAND_PAGE)))
    yield section("Pages", "pages", component("link-list", (*_anchors(others, page), *own, brand)))
    chapters = tuple(_anchors(network.chapters.values(), page))
    checked = (views.Anchor(one.text, page.asset(one.href)) for one in checked_page(publication))
    yield section("Manifesto", "manifesto", component("link-list", (*chapters, *checked)))
    yield section("Events", "events", _links(chain(coming(publication), past(publication)), page))
    yield section("Lists of events", "lists-of-events", component("link-list", tuple(_lists(publication, page))))
    yield section("Case studies", "case-studies", _links(_by_title(network.case_studies.values()), page))
    yield section("Workstreams", "workstreams", _links(_by_title(network.workstreams.values()), page))
    yield section("Indicators", "indicators", _links(_by_title(network.indicators.values()), page))
    yield section("News", "news", _links(news, page))
    yield section("Members", "members", _links(_by_title(network.members.values()), page))
    yield section("People", "people", _links(publication.indexes.named_people, page))


def _lists(publication: Publication, page: OnPage) -> Iterator[views.Anchor]:
    """Every page that lists events, those of a family below the one that names them all."""
    for family, sets in event_sets(publication).items():
        found = [(FAMILY_TITLES[family], family_page(family)), *((one.title, one.page) for one in sets)] if sets else []
        yield from (views.Anchor(title, page.asset(address(path))) for title, path in found)


def _links(records: Iterable[Record], page: OnPage) -> str:
    anchors = tuple(_anchors(records, page))
    return component("link-list", anchors) if anchors else ""


def _anchors(records: Iterable[Record], page: OnPage) -> Iterator[views.Anchor]:
    return (views.Anchor(record.title, page.href(record.path)) for record in records)


def _by_title(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda record: record.title)
