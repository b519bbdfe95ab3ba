"""The navigation names pages that exist, and pages that others need are there."""

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Any

from masthead.addresses import ALWAYS_THERE, NEEDED, on_site
from masthead.faults import did_you_mean
from masthead.links import ELSEWHERE
from masthead.model.network import Network
from masthead.problem import Place, Problem, made_out
from masthead.rooms import CONFIG
from masthead.source import Loc, Source, Sources


def navigation_leads_somewhere(network: Network, sources: Sources) -> Iterator[Problem]:
    """Entries without a title, and entries whose page does not exist."""
    pages = {*ALWAYS_THERE, *(page for path in sources.texts if (page := on_site(path)))}
    yield from made_out(_faults(network.site.nav, sources.texts[CONFIG], pages))


def needed_pages_are_there(network: Network, sources: Sources) -> Iterator[Problem]:
    """Pages to which every record's page leads, and that somebody removed or renamed."""
    for path in NEEDED:
        if path not in sources.texts:
            hint = "Add it, with a title and a few words: other pages lead to it."
            yield Problem(Place(path), "missing-file", f"{path} is missing.", hint)
        page = network.pages.get(path.removeprefix("content/"))
        for field in ("draft", "publish_from"):
            if page and getattr(page, field):
                place = sources.texts[path].key_place(field)
                yield Problem(
                    place, "needed-page", "Other pages lead to this page, so it must be public.", "Remove this."
                )


def _faults(nav: Any, source: Source, pages: Collection[str]) -> Iterator[Callable[[], Problem]]:
    for loc, entry, has_title in _entries(nav, ("nav",)):
        if not has_title:
            yield partial(_untitled, source, loc, entry)
        elif entry not in pages and not ELSEWHERE.match(entry):
            yield partial(_unknown, source, loc, entry, pages)


def _untitled(source: Source, loc: Loc, entry: str) -> Problem:
    title, colon, page = entry.partition(":")
    better = f"{title}: {page}" if colon else f"Title: {entry}"
    return Problem(source.place(*loc), "untitled-entry", f"“{entry}” has no title.", f"Write “{better}”.")


def _unknown(source: Source, loc: Loc, entry: str, pages: Collection[str]) -> Problem:
    hint = did_you_mean(entry, pages)
    hint = hint if hint.startswith("Did") else "content/purpose.md is named purpose/index.md here."
    return Problem(source.place(*loc), "unknown-page", f"There is no page “{entry}”.", hint)


def _entries(level: Any, loc: Loc) -> Iterator[tuple[Loc, str, bool]]:
    """Every entry that is a page: its place, what it names, and whether it has a title."""
    for index, entry in enumerate(level):
        if isinstance(entry, str):
            yield (*loc, index), entry, False
        elif isinstance(entry, dict):
            for title, target in entry.items():
                if isinstance(target, str):
                    yield (*loc, index, title), target, True
                elif isinstance(target, list):
                    yield from _entries(target, (*loc, index, title))
