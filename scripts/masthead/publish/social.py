"""Social cards: what is shown where somebody shares the address of a page."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache, partial

from masthead.artifact import Artifact, Recipe
from masthead.canvas import CARD_HEIGHT_PX, CARD_WIDTH_PX, EDITION, Card, Look, draw_card
from masthead.dates import capitalised, day_number, month_in_short
from masthead.model.brand import Brand
from masthead.model.event import Event
from masthead.model.page import Chapter, Page
from masthead.model.record import Titled
from masthead.model.tokens import LIGHT, custom_property
from masthead.painting import on_paper
from masthead.publish.findable import OTHER, kind, line
from masthead.publish.labels import STATUS_NAMES, kind_name
from masthead.publish.publication import Publication
from masthead.render import plain
from masthead.source import File

CARDS = "assets/cards/"
ILLUSTRATIVE = "Illustrative"
NO_BREAK_SPACE = "\u00a0"


def card_artifact(publication: Publication, page: str, record: Titled, title: str) -> Artifact:
    """The card of the page at `page`, drawn when the site is written, and only where the cache lacks it."""
    card = card_of(publication, record, title)
    look = look_of(publication)
    key = hashlib.sha256(repr((EDITION, card, _digest(look))).encode()).hexdigest()
    return Artifact(card_path(page), Recipe(key, partial(draw_card, card, look)), record.path)


def card_front(publication: Publication, page: str, record: Titled, title: str) -> dict[str, object]:
    """What the head of a page tells of its card."""
    card = card_of(publication, record, title)
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


def look_of(publication: Publication) -> Look:
    """What the brand gives to every card."""
    brand, tokens, files = publication.network.brand, publication.network.tokens, publication.files
    colours = (tokens[LIGHT + role] for role in ("surface-brand", "text-on-brand", "text-on-brand-muted", "accent"))
    families = (tokens["font.family.display"], tokens["font.family.text"])
    weights = (tokens["font.weight.medium"], tokens["font.weight.bold"])
    faces = (_face(brand, files, family, weight) for family, weight in zip(families, weights, strict=True))
    logo = brand.logo("logo-on-brand") or brand.logos[0]
    mark = brand.logo("mark-on-brand")
    drawings = (painted(files, tokens, one.file) if one else b"" for one in (logo, mark))
    return _look(*colours, *faces, *drawings)


def painted(files: Mapping[str, File], tokens: Mapping[str, str], file: str) -> bytes:
    """A drawing of the brand in the colours of light ground, without custom properties."""
    values = {custom_property(name): value for name, value in tokens.items() if name.startswith(LIGHT)}
    return on_paper(files[f"brand/{file}"].content().decode("utf-8", "replace"), values).encode()


@lru_cache(maxsize=2)
def _look(*parts: str | bytes) -> Look:
    """One look for all cards of a brand, so that what they share is drawn once."""
    return Look(*parts)  # type: ignore[arg-type]


@lru_cache(maxsize=2)
def _digest(look: Look) -> str:
    return hashlib.sha256(repr(look).encode()).hexdigest()


def _face(brand: Brand, files: Mapping[str, File], families: str, weight: str) -> bytes:
    """The upright font of the first of these families nearest to the weight; any font where the brand has none."""
    family, wanted = families.partition(",")[0].strip('"'), float(weight)
    fonts = [font for font in brand.fonts if f"brand/{font.file}" in files]
    near = min(fonts, key=lambda font: (font.family != family, font.style != "normal", abs(font.weight - wanted)))
    return files[f"brand/{near.file}"].content()
