"""The privacy page and the page about cookies: made of the settings, so that they are true.

Where an author has a file for one of them, its title and its text are part of the page.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from masthead.addresses import COOKIES, PRIVACY, address, relative_path
from masthead.artifact import Artifact, Job
from masthead.model.analytics import Analytics
from masthead.model.page import Page
from masthead.model.privacy import Basis, Hosting, Privacy
from masthead.prose import as_written
from masthead.publish import views
from masthead.publish.page import page_artifact
from masthead.publish.pieces import with_pieces
from masthead.publish.publication import OnPage, Publication
from masthead.render import component, render

TITLES = {PRIVACY: "Privacy", COOKIES: "Cookies"}
SUMMARIES = {
    PRIVACY: "What this site learns about you, why, for how long, and what you can ask of us.",
    COOKIES: "Every cookie and every other thing that this site can store on your device, and when.",
}
BASES = {
    Basis.LEGITIMATE_INTERESTS: "our legitimate interests (UK GDPR, article 6(1)(f))",
    Basis.PUBLIC_TASK: "our task in the public interest (UK GDPR, article 6(1)(e))",
}
YEAR, COOKIE, STORAGE = "1 year", "Cookie", "Local storage"
SCHEME = views.StoredItem(
    "mh-scheme",
    STORAGE,
    "Remembers that you chose light or dark colours. It is stored only when you choose.",
    "Until you choose “As my device” again",
)
ANSWER = views.StoredItem(
    "mh-consent",
    COOKIE,
    "Remembers whether you accepted or rejected the counting of visits, so that you are not asked on every page.",
    YEAR,
)
# What each kind stores when a visitor accepts, as our scripts set it up.
STORED: Mapping[str, tuple[views.StoredItem, ...]] = {
    "Plausible": (),
    "Matomo": (
        views.StoredItem("_pk_id.*", COOKIE, "Tells your visits from those of others, by a random number.", YEAR),
        views.StoredItem("_pk_ses.*", COOKIE, "Tells one visit from the next.", "30 minutes"),
        views.StoredItem("_pk_ref.*", COOKIE, "Remembers from which page or search you came.", "6 months"),
    ),
}


def publish_privacy(publication: Publication) -> Iterator[Job]:
    """Two pages, on every site."""
    pages = privacy_pages(publication).items()
    return (Job(path, partial(_page, path, record, publication), own="") for path, record in pages)


def _page(path: str, record: Page, publication: Publication) -> Artifact:
    page = OnPage(path, publication.hidden)
    more = with_pieces(page.body(record.body, record.path), publication, page)
    head = views.Head(title=record.title, lead=LEADS[path](publication))
    described = record.model_copy(update={"summary": record.description or SUMMARIES[path]})
    body = str(TEXTS[path](publication, page, more))
    return page_artifact(publication, path, described, head, [body], layout="page", asks=path != COOKIES)


def privacy_pages(publication: Publication) -> dict[str, Page]:
    """The records of both pages, by their paths: the author’s own, or one that says nothing of its own."""
    settings = publication.network.settings
    updated = settings.privacy.updated if settings.privacy else None
    own = {path: publication.network.pages.get(f"{address(path).rstrip('/')}.md") for path in TITLES}
    made = {path: {"title": title, "updated": updated} for path, title in TITLES.items()}
    return {path: own[path] or Page.filed(settings.path, fields) for path, fields in made.items()}


def stored_items(analytics: Analytics | None) -> tuple[views.StoredItem, ...]:
    """Everything that the site can store on a visitor’s device."""
    return (SCHEME, ANSWER, *STORED[analytics.kind]) if analytics else (SCHEME,)


def _privacy_lead(publication: Publication) -> str:
    if publication.network.settings.analytics:
        return "This site asks before it counts your visit, and it tells nobody else that you were here."
    return "This site does not follow you. It sets no cookies, counts nothing and loads nothing from other servers."


def _cookies_lead(publication: Publication) -> str:
    if publication.network.settings.analytics:
        return "Until you choose, this site stores nothing on your device. Here is what it stores then."
    return "This site sets no cookies. It stores nothing on your device, unless you choose its colours."


def _privacy(publication: Publication, page: OnPage, more: str) -> Markup:
    settings = publication.network.settings
    terms = views.PrivacyTerms(
        **{
            "email": settings.contact.email,
            "cookies": relative_path(page.page, COOKIES),
            "more": Markup(more),  # noqa: S704 (Markdown, which is escaped nowhere)
            "counting": _counting(settings.analytics) if settings.analytics else None,
            **(_answering(settings.privacy) if settings.privacy else {}),
        }
    )
    return render("markdown/privacy.md.jinja", terms=terms)


def _answering(privacy: Privacy) -> dict[str, Any]:
    """What the settings say of those who answer for data, as Markdown."""
    found: dict[str, Any] = {
        "controller": as_written(privacy.controller),
        "protection_officer": as_written(privacy.protection_officer),
        "register_number": as_written(privacy.register_number),
        "basis": BASES[privacy.basis],
        "letters_kept": _many(privacy.letters_months, "month") if privacy.letters_months else "",
        "log": _log(privacy.hosting) if privacy.hosting else None,
    }
    texts = {name: Markup(one) if isinstance(one, str) else one for name, one in found.items()}  # noqa: S704
    return {**texts, **({"email": privacy.email} if privacy.email else {})}


def _log(hosting: Hosting) -> views.ServerLog:
    company, country = Markup(as_written(hosting.company)), Markup(as_written(hosting.country))  # noqa: S704
    return views.ServerLog(company, country, _many(hosting.log_days, "day") if hosting.log_days else "")


def _counting(analytics: Analytics) -> views.Counting:
    return views.Counting(
        kind=analytics.kind,
        server=urlsplit(analytics.by.server).netloc,
        kept=_many(analytics.keeps_months, "month"),
    )


def _cookies(publication: Publication, page: OnPage, more: str) -> Markup:
    analytics = publication.network.settings.analytics
    return render(
        "markdown/cookies.md.jinja",
        items=component("stored-items", stored_items(analytics)),
        form=component("consent-form", analytics.kind) if analytics else "",
        counting=_counting(analytics) if analytics else None,
        privacy=relative_path(page.page, PRIVACY),
        more=Markup(more),  # noqa: S704 (Markdown, which is escaped nowhere)
    )


def _many(count: int, unit: str) -> str:
    return f"{count} {unit}{'s' * (count != 1)}"


LEADS = {PRIVACY: _privacy_lead, COOKIES: _cookies_lead}
TEXTS = {PRIVACY: _privacy, COOKIES: _cookies}
