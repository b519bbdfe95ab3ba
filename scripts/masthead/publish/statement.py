"""The accessibility statement, in the form that the UK’s regulations ask for, made of what the audits found."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from masthead.addresses import CONTACT
from masthead.dates import day_in_words
from masthead.model.audit import Accessibility, Audit, Limit, Reason, Tester
from masthead.model.network import Network
from masthead.model.record import Filed
from masthead.publish.papers import PAPERS
from masthead.publish.publication import Publication, Spot
from masthead.render import render

# Who has not tested yet, in the words of the statement.
UNTESTED = {
    Tester.SPECIALIST: "No specialist has reviewed the pages by hand.",
    Tester.SCREEN_READER: "Nobody has gone through the pages with a screen reader and recorded what it said.",
    Tester.DISABLED_PEOPLE: "Nobody who relies on a screen reader, a magnifier, a switch or speech recognition has "
    "tried to use this site for a task of their own.",
    Tester.READERS: "Nobody has asked readers whether they understand the texts.",
}
LONGER = ", "


@dataclass(frozen=True, kw_only=True)
class Told:
    """An audit as the statement tells it."""

    title: str
    day: str
    by: str
    method: Markup
    tools: str
    results: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Document:
    """A PDF, and what a validator said of it."""

    name: str
    said: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Statement:
    """All that the template prints."""

    network: str
    site: str
    contact: str
    email: str
    note: Markup
    phone: str
    replies_within: str
    is_public_body: bool
    is_fully_compliant: bool
    faults: int
    failing: tuple[Markup, ...]
    burdens: tuple[Markup, ...]
    out_of_scope: tuple[Markup, ...]
    audits: tuple[Told, ...]
    untested: tuple[str, ...]
    documents: tuple[Document, ...]
    prepared: str
    reviewed: str
    tested: str


def statement(publication: Publication, spot: Spot) -> str:
    """The statement as Markdown, with headings from the second level on; nothing where facts are missing."""
    facts = publication.network.settings.accessibility
    if facts is None:
        return ""
    return render("markdown/statement.md.jinja", statement=_statement(publication, spot, facts))


def untested(network: Network) -> tuple[str, ...]:
    """What has not been tested by people, as sentences."""
    done = {audit.by for audit in network.audits.values()}
    return tuple(words for tester, words in UNTESTED.items() if tester not in done)


def _statement(publication: Publication, spot: Spot, facts: Accessibility) -> Statement:
    network, language = publication.network, publication.language
    audits = sorted(network.audits.values(), key=lambda audit: (audit.date, audit.title), reverse=True)
    faults = sum(audit.faults for audit in audits)
    failing = _limits(facts, Reason.NON_COMPLIANCE, network, spot)
    return Statement(
        network=network.settings.title,
        site=network.site.site_url,
        contact=spot.href(CONTACT),
        email=network.settings.contact.email,
        note=_markdown(network.settings.contact.note, network.settings, spot),
        phone=facts.phone,
        replies_within=facts.replies_within,
        is_public_body=facts.is_public_body,
        is_fully_compliant=not (failing or faults or untested(network)),
        faults=faults,
        failing=failing,
        burdens=_limits(facts, Reason.BURDEN, network, spot),
        out_of_scope=_limits(facts, Reason.OUT_OF_SCOPE, network, spot),
        audits=tuple(_told(audit, spot, language) for audit in audits),
        untested=untested(network),
        documents=tuple(_documents(publication)),
        prepared=day_in_words(facts.prepared, language),
        reviewed=day_in_words(facts.reviewed, language),
        tested=day_in_words(audits[0].date, language) if audits else "",
    )


def _told(audit: Audit, spot: Spot, language: str) -> Told:
    return Told(
        title=audit.title,
        day=day_in_words(audit.date, language),
        by=audit.by.description,
        method=_markdown(audit.method, audit, spot),
        tools=LONGER.join(f"{tool.name} {tool.version}" for tool in audit.tools),
        results=tuple((one.what, f"{one.pages:,}", str(one.faults)) for one in audit.results),
    )


def _limits(facts: Accessibility, reason: Reason, network: Network, spot: Spot) -> tuple[Markup, ...]:
    return tuple(_limit(limit, network.settings, spot) for limit in facts.limits if limit.reason is reason)


def _limit(limit: Limit, settings: Filed, spot: Spot) -> Markup:
    fails = f" This fails WCAG 2.2 success criterion {limit.criterion}." if limit.criterion else ""
    return _markdown(limit.what, settings, spot) + fails


def _documents(publication: Publication) -> Iterator[Document]:
    sizes = {paper.path: paper.size for paper in PAPERS}
    for pdf in publication.pdfs:
        if pdf.verdicts:
            said = (
                f"{one.profile}: {one.failed} of {one.rules} rules failed ({one.validator} {one.version})"
                for one in pdf.verdicts
            )
            yield Document(name=f"The manifesto on {sizes[pdf.path]}, {pdf.pages} pages", said=tuple(said))


def _markdown(text: str, record: Filed, spot: Spot) -> Markup:
    """An author’s Markdown on one line of the page’s."""
    return Markup(" ".join(spot.body(text, record.path).split()))  # noqa: S704 (the page’s Markdown is converted later)
