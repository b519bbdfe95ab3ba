"""The story of a network, year by year: founding, members, events, milestones, case studies, news and the manifesto."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from masthead.addresses import MANIFESTO, NEWS, EventFamily, address
from masthead.dates import day_of_year_in_words, machine_date
from masthead.landmarks import UNDATED, year_anchor
from masthead.model.member import Member
from masthead.model.record import Part
from masthead.model.when import Precision, When
from masthead.prose import as_written
from masthead.publish import account_views, views
from masthead.publish.event_sets import set_page
from masthead.publish.labels import count_in_words, kind_name, record_labels
from masthead.publish.publication import Publication, Spot, prose
from masthead.render import component

IN_FULL = 12  # of a year with more events or more notes only the number is told, with a link to all of them


@dataclass(frozen=True)
class Entry:
    """Something that happened, and when."""

    when: When
    title: str
    kind: str
    href: str = ""
    detail: str = ""
    labels: tuple[views.Label, ...] = ()

    @property
    def year(self) -> int:
        """0 where nobody wrote it down."""
        return self.when.day.year if self.when.day else 0

    @property
    def place(self) -> tuple[int, bool, dt.datetime, Precision]:
        """Where it stands: a month before its days, and what is known to the year alone at its end."""
        precision = self.when.precision
        return self.year, precision is Precision.YEAR, self.when.wall or dt.datetime.min, precision


def print_timeline(publication: Publication, spot: Spot, _: Part) -> str:
    """Every entry under a heading of its year, the first year first; what has no date stands before all others."""
    entries = sorted(_entries(publication, spot), key=lambda one: one.place)
    parts = [
        f"## {year or 'Date not recorded'} {{ #{year_anchor(year)} }}\n\n{_list(tuple(found), publication)}"
        for year, found in groupby(entries, key=lambda one: one.year)
    ]
    return "\n\n".join(parts) or str(component("empty", "Nothing has been recorded yet."))


def _list(entries: tuple[Entry, ...], publication: Publication) -> str:
    return component(
        "timeline",
        tuple(
            account_views.Dated(
                when=day_of_year_in_words(one.when, publication.language),
                title=one.title,
                href=one.href,
                kind=one.kind,
                detail=one.detail,
                labels=one.labels,
                moment=machine_date(one.when),
            )
            for one in entries
        ),
    )


def _entries(publication: Publication, spot: Spot) -> Iterator[Entry]:
    yield from _founding(publication, spot)
    yield from _members(publication, spot)
    yield from _in_short(_events(publication, spot), "Events", spot)
    yield from _work(publication, spot)
    yield from _in_short(_news(publication, spot), "News", spot)
    manifesto = publication.network.manifesto
    labels = (views.Label("Illustrative", "illustrative"),) if manifesto.illustrative else ()
    title = f"{manifesto.title}: {manifesto.edition[:1].lower()}{manifesto.edition[1:]}"
    yield Entry(manifesto.date, title, "Manifesto", spot.href(MANIFESTO), labels=labels)


def _founding(publication: Publication, spot: Spot) -> Iterator[Entry]:
    settings = publication.network.settings
    founders = [one for one in publication.network.members.values() if one.founding]
    if settings.founded:
        title = f"{settings.short_title[:1].upper()}{settings.short_title[1:]} is founded"
        yield Entry(settings.founded, title, "Founding", detail=_named(founders, spot))


def _members(publication: Publication, spot: Spot) -> Iterator[Entry]:
    """Those who joined after the founders, and those who left; several at one time in one entry."""
    day, members = publication.day, publication.network.members.values()
    joined = [(one.joined, one) for one in members if one.joined and not one.membership.is_ahead(day)]
    left = [(one.left, one) for one in members if one.left and one.membership.is_over(day)]
    for verb, several, found in (("joins", "New members", joined), ("leaves", "Members that leave", left)):
        for date, group in groupby(sorted(found, key=lambda pair: pair[0].root), key=lambda pair: pair[0].root):
            those = [one for _, one in group]
            labels = record_labels(those[0], publication) if all(one.illustrative for one in those) else ()
            if len(those) == 1:
                yield Entry(When(date), f"{those[0].title} {verb}", "Members", spot.href(those[0].path), labels=labels)
            else:
                yield Entry(When(date), several, "Members", "", _named(those, spot), labels)


def _events(publication: Publication, spot: Spot) -> Iterator[Entry]:
    for event in publication.network.events.values():
        if event.is_held(publication.day):
            kind = kind_name(event, publication)
            labels = record_labels(event, publication)
            yield Entry(event.starts, event.title, kind, spot.href(event.path), labels=labels)


def _work(publication: Publication, spot: Spot) -> Iterator[Entry]:
    """The milestones of workstreams that are reached, and what is told in case studies."""
    for work in publication.network.workstreams.values():
        labels, link = record_labels(work, publication), f"[{as_written(work.title)}]({spot.href(work.path)})"
        for one in work.milestones:
            if one.done:
                yield Entry(one.done, one.title, "Milestone", detail=link, labels=labels)
    for study in publication.network.case_studies.values():
        when = study.ends or study.starts
        if when and not study.told_from.is_ahead(publication.day):
            summary = prose(spot, study.summary, study.path)
            labels = record_labels(study, publication)
            yield Entry(when, study.title, "Case study", spot.href(study.path), summary, labels)


def _news(publication: Publication, spot: Spot) -> Iterator[Entry]:
    for note in publication.network.news.values():
        labels = record_labels(note, publication)
        yield Entry(When(note.date.isoformat()), note.title, "News", spot.href(note.path), labels=labels)


def _in_short(found: Iterator[Entry], kind: str, spot: Spot) -> Iterator[Entry]:
    """The entries of each year, or their number where they are too many."""
    for year, group in groupby(sorted(found, key=lambda one: one.year), key=lambda one: one.year):
        entries = list(group)
        if len(entries) <= IN_FULL:
            yield from entries
        elif kind == "Events":
            page = set_page(EventFamily.YEAR, str(year) if year else UNDATED)
            yield Entry(_all_of(year), count_in_words(len(entries)), kind, spot.asset(address(page)))
        else:
            yield Entry(_all_of(year), f"{len(entries):,} notes", kind, spot.href(NEWS))


def _all_of(year: int) -> When:
    return When(f"{year:04}" if year else "not recorded")


def _named(members: list[Member], spot: Spot) -> str:
    return ", ".join(f"[{as_written(one.short_title)}]({spot.href(one.path)})" for one in members)
