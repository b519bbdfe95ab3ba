"""Social cards: what is shown where somebody shares the address of a page."""

import hashlib
from functools import lru_cache, partial

from masthead.artifact import Artifact, Recipe
from masthead.canvas import CARD_HEIGHT_PX, CARD_WIDTH_PX, MAKER, Card, Look, draw_card
from masthead.dates import capitalised, day_number, month_in_short
from masthead.model.event import Event
from masthead.model.page import Chapter, Page
from masthead.model.record import Titled
from masthead.publish.findable import OTHER, kind, line
from masthead.publish.labels import STATUS_NAMES, kind_name
from masthead.publish.publication import Publication
from masthead.render import plain

CARDS = "assets/cards/"
ILLUSTRATIVE = "Illustrative"
NO_BREAK_SPACE = "\u00a0"


def card_artifact(publication: Publication, page: str, card: Card, source: str) -> Artifact:
    """The card of the page at `page`, drawn when the site is written, and only where the cache lacks it."""
    key = hashlib.sha256(repr((MAKER, card, _digest(publication.look))).encode()).hexdigest()
    return Artifact(card_path(page), Recipe(key, partial(draw_card, card, publication.look)), source)


def card_front(page: str, card: Card) -> dict[str, object]:
    """What the head of a page tells of its card."""
    words = (card.kicker, card.title, card.detail)
    alt = ". ".join(word for word in words if word)
    return {"path": card_path(page), "alt": alt, "width": CARD_WIDTH_PX, "height": CARD_HEIGHT_PX}


def said_elsewhere(publication: Publication, record: Titled) -> dict[str, str]:
    """What is said of a page where somebody shares it, if more may be said on the page; else nothing of its own."""
    written = publication.by_path.get(record.path)
    if publication.on_social is publication or not isinstance(written, Titled):  # what is no author's names nobody
        return {}
    shown = publication.on_social.by_path.get(record.path)
    if not isinstance(shown, Titled):
        return {"title": publication.on_social.network.settings.title, "description": ""}
    said, said_here = ({"title": one.title, "description": _description(one)} for one in (shown, written))
    return {} if said == said_here else said


def _description(record: Titled) -> str:
    return plain(getattr(record, "description", "") or record.summary)


def card_path(page: str) -> str:
    """Where the card of a page lies: that of `events/launch/index.md` is `assets/cards/events/launch.png`."""
    name = page.removesuffix("index.md").strip("/") or "index"
    return f"{CARDS}{name}.png"


def card_of(publication: Publication, record: Titled, title: str) -> Card:
    """The words of a record's card: nothing that its page does not say in its head."""
    shown = publication.on_social.by_path.get(record.path)
    if shown is None and record.path in publication.by_path:  # the record may be shown on the site alone
        return Card(capitalised(publication.on_social.network.settings.title))
    if isinstance(shown, Titled) and shown is not record:
        record, title = shown, shown.title
    network = publication.on_social.network
    kicker, number, word = kind(record), "", ""
    if isinstance(record, Event):
        kicker = " · ".join(filter(None, (STATUS_NAMES.get(record.status), kind_name(record, publication))))
        number = day_number(record.starts)
        word = month_in_short(record.starts, network.settings.language) if number else ""
    elif isinstance(record, Chapter):
        number = str(list(network.chapters).index(record.slug) + 1)
    elif kicker == OTHER:
        kicker = "" if isinstance(record, Page) and record.layout == "home" else network.settings.short_title
    if getattr(record, "illustrative", False):
        kicker = f"{kicker} · {ILLUSTRATIVE}"
    detail = line(record, network).replace(" · ", f"{NO_BREAK_SPACE}· ")
    return Card(capitalised(title), capitalised(kicker), capitalised(detail), number, word)


@lru_cache(maxsize=2)
def _digest(look: Look) -> str:
    return hashlib.sha256(repr(look).encode()).hexdigest()
