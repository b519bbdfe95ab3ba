"""From a folder to artifacts: load, check, print, publish. What a build, a preview and the plugin share."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from masthead.artifact import Artifact, Cache, Recipe, content_bytes
from masthead.checks import check
from masthead.edge import Edge
from masthead.load import Loaded, load
from masthead.model.network import Network
from masthead.pdf.document import page_count
from masthead.pdf.typeset import can_print
from masthead.problem import Severity, listed
from masthead.publish import publish
from masthead.publish.calendar import CALENDAR
from masthead.publish.feed import FEED
from masthead.publish.manifesto import manifesto_pdf
from masthead.publish.publication import Download, Publication
from masthead.source import Sources

LATEST = "manifesto.latest"
Tell = Callable[[str], None]


def examine(root: Path) -> Loaded:
    """Everything below `root` with the problems of loading and of all checks."""
    loaded = load(root)
    found = check(loaded.network, loaded.sources) if loaded.network else ()
    return replace(loaded, problems=tuple(listed((*loaded.problems, *found))))


def has_errors(loaded: Loaded) -> bool:
    """Whether nothing may be built from it."""
    return any(problem.severity is Severity.ERROR for problem in loaded.problems)


def press(network: Network, sources: Sources, edge: Edge, tell: Tell) -> tuple[Artifact, ...]:
    """All artifacts of a public build. The PDF is made first, because pages tell its size; it needs Pango."""
    publication = _publication(network, sources, edge, preview=False)
    cache = cache_of(edge)
    artifact = manifesto_pdf(publication)
    if not _is_made(artifact, cache):
        if not can_print():
            tell("The PDF is skipped: WeasyPrint does not find Pango on this machine.")
            return publish(publication)
        tell("Printing the manifesto")
    made = _printed(artifact, cache)
    cache.forget_all_but((_key(artifact), LATEST))
    return (*publish(replace(publication, pdf=made)), artifact)


def press_preview(
    network: Network, sources: Sources, edge: Edge
) -> tuple[tuple[Artifact, ...], Callable[[], bytes] | None]:
    """All artifacts of a preview, drafts among them, with the last known PDF; and how to make one that is due."""
    publication = _publication(network, sources, edge, preview=True)
    cache = cache_of(edge)
    artifact = manifesto_pdf(publication)
    if _is_made(artifact, cache):
        return (*publish(replace(publication, pdf=_printed(artifact, cache))), artifact), None
    if not can_print():
        return publish(publication), None
    known = _latest(cache)
    pdf = Download(artifact.path, len(known), page_count(known)) if known else None
    copies = (replace(artifact, content=known),) if known else ()
    return (*publish(replace(publication, pdf=pdf)), *copies), lambda: _print(artifact, cache)


def cache_of(edge: Edge) -> Cache:
    """What this publication keeps between builds."""
    return Cache(edge.workroom / "cache")


def theme_context(network: Network) -> dict[str, Any]:
    """What the theme's own templates print of the network, as plain values for an engine's `extra`."""
    settings = network.settings
    logo = network.brand.logo("logo-on-brand") or network.brand.logos[0]
    favicon = network.brand.logo("favicon") or network.brand.logos[0]
    return {
        "title": settings.title,
        "short_title": settings.short_title,
        "summary": settings.summary,
        "email": settings.contact.email,
        "language": settings.language,
        "logo": f"assets/brand/{logo.file}",
        "favicon": f"assets/brand/{favicon.file}",
        "feed": FEED,
        "calendar": CALENDAR,
        "brand_colour": network.tokens["color.light.surface-brand"],
    }


def _publication(network: Network, sources: Sources, edge: Edge, *, preview: bool) -> Publication:
    public = network if preview else network.published(edge.day)
    return Publication(
        network=public,
        files=sources.files,
        day=edge.day,
        stamp=edge.stamp,
        hidden=frozenset(network.by_path().keys() - public.by_path().keys()),
        preview=preview,
    )


def _key(artifact: Artifact) -> str:
    return artifact.content.key if isinstance(artifact.content, Recipe) else ""


def _is_made(artifact: Artifact, cache: Cache) -> bool:
    return cache.get(_key(artifact)) is not None


def _printed(artifact: Artifact, cache: Cache) -> Download:
    content = _print(artifact, cache)
    return Download(artifact.path, len(content), page_count(content))


def _print(artifact: Artifact, cache: Cache) -> bytes:
    """The finished PDF, remembered as the latest."""
    content = content_bytes(artifact, cache)
    (cache.folder / LATEST).write_text(_key(artifact), encoding="utf-8")
    return content


def _latest(cache: Cache) -> bytes | None:
    pointer = cache.get(LATEST)
    return cache.get(pointer.decode()) if pointer else None
