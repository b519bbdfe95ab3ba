"""From a network to artifacts: print and publish. What a build, a preview and the plugin share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from masthead.addresses import COOKIES, PRIVACY, address
from masthead.artifact import Artifact, Cache, Recipe, done
from masthead.downloads import download, note_of, noting, remembered
from masthead.drawings import drawing_size
from masthead.edge import Edge
from masthead.halt import MastheadError
from masthead.kept import Note
from masthead.misprints import UnprintableError, as_problem
from masthead.model.analytics import Analytics
from masthead.model.network import Network
from masthead.model.permission import Use
from masthead.outline import outline
from masthead.pdf.beside import make_beside
from masthead.pdf.conformance import Conformance
from masthead.pdf.layout import MisprintedError
from masthead.pdf.typeset import NoPangoError, can_print
from masthead.public import hidden_files, public, without_notes
from masthead.publish.calendar_paths import CALENDAR
from masthead.publish.feed_paths import FEED, feed_links
from masthead.publish.icons import ICONS, MANIFEST
from masthead.publish.manifesto import manifesto_pdfs
from masthead.publish.publication import Publication
from masthead.publish.publishers import publish
from masthead.shares import processes
from masthead.source import Sources
from masthead.spares import Spares
from masthead.unnamed import Unnamed, mapped, naming, unnamed
from masthead.withheld import nameless, pictures, uncovered, withheld, without_permissions

LOGO_HEIGHT_PX = 64  # as a page states it before the drawing has come; how large it is shown, a stylesheet says

# What must be allowed where something is shown: the card of a page is named in that page, words and all.
USES = {Use.WEB: (Use.WEB,), Use.PRINT: (Use.PRINT,), Use.SOCIAL: (Use.WEB, Use.SOCIAL)}

Tell = Callable[[str], None]


def press(
    network: Network,
    sources: Sources,
    edge: Edge,
    tell: Tell,
    conformance: Conformance = Conformance.UA_1,
    notes: Mapping[str, Note] | None = None,
) -> tuple[Artifact, ...]:
    """All artifacts of a public build. The PDFs are made first, because pages tell their sizes; they need Pango. What
    `notes` say of the site before is not made again where it would be the same.

    Raises UnprintableError with problems that only the finished pages show.
    """
    publication = replace(publication_of(network, sources, edge, preview=False), conformance=conformance)
    cache = cache_of(edge)
    outlined = outline(publication, sources)
    prints = _prints(publication, cache, Spares(outlined, notes or {}))
    if not all(_is_made(one, cache) for one in prints):
        tell("Printing the manifesto")
        try:
            print_all(prints, cache, network, sources, tell)
        except NoPangoError as fault:
            tell(f"The PDF is skipped: {fault}")
            return publish(publication, processes())
    made = tuple(remembered(one, cache, conformance) for one in prints)
    spares = Spares(f"{outlined} {made}", notes or {})
    artifacts = (*publish(replace(publication, pdfs=made), processes(), spares), *prints)
    told = {name for one in prints for name in (_latest_name(one), note_of(one, conformance))}
    cache.forget_all_but({_key(one) for one in artifacts} | told)
    return artifacts


def _prints(publication: Publication, cache: Cache, spares: Spares) -> tuple[Artifact, ...]:
    """The PDFs as recipes, which are the known ones where nothing can have changed and the cache has them all."""
    jobs = tuple(manifesto_pdfs(publication.used_for(Use.PRINT)))
    spared = tuple(map(spares.spared, jobs))
    is_known = all(isinstance(one, Artifact) and _is_made(one, cache) for one in spared)
    prints = (spares.marked(job, done(one)) for job, one in zip(jobs, spared if is_known else jobs, strict=True))
    return tuple(noting(one, cache, publication.conformance) for one in prints)


@dataclass(frozen=True)
class Proof:
    """What a preview shows: the publication with drafts, the last known PDFs, and how to make those that are due."""

    publication: Publication
    prints: tuple[Artifact, ...] = ()
    late: Callable[[], Mapping[str, bytes]] | None = None


def proof(network: Network, sources: Sources, edge: Edge) -> Proof:
    """What there is for a preview, before any page is made."""
    publication = publication_of(network, sources, edge, preview=True)
    cache = cache_of(edge)
    prints = tuple(map(done, manifesto_pdfs(publication.used_for(Use.PRINT))))
    if all(_is_made(one, cache) for one in prints):
        made = tuple(remembered(one, cache, publication.conformance) for one in prints)
        return Proof(replace(publication, pdfs=made), prints)
    if not can_print():
        return Proof(publication)
    known = tuple(replace(one, content=content) for one in prints if (content := _latest(one, cache)))
    latest = ((one.path, one.content) for one in known if isinstance(one.content, bytes))
    offered = tuple(download(path, content, publication.conformance) for path, content in latest)
    late = partial(print_all, prints, cache, network, sources, _quietly)
    return Proof(replace(publication, pdfs=offered), known, late)


def print_all(
    prints: Sequence[Artifact], cache: Cache, network: Network, sources: Sources, tell: Tell
) -> Mapping[str, bytes]:
    """Make the PDFs that the cache lacks, side by side, and remember them as the latest; returns those that were made.

    Raises UnprintableError with what the finished pages show, all files together.
    """
    keys = {one.path: one.content.key for one in prints if isinstance(one.content, Recipe)}
    due = {one.path: one.content.make for one in prints if isinstance(one.content, Recipe) and not _is_made(one, cache)}
    made = make_beside(due, lambda step: tell(f"Printing {step}")) if due else {}
    for path, content in made.items():
        if isinstance(content, bytes):
            cache.keep(keys[path], content)
            cache.keep(f"{path}.latest", keys[path].encode())
    faults = {path: fault for path, fault in made.items() if isinstance(fault, MastheadError | OSError)}
    found = (
        as_problem(one, path, network, sources)
        for path, fault in faults.items()
        if isinstance(fault, MisprintedError)
        for one in fault.misprints
    )
    if problems := tuple(sorted(found)):
        raise UnprintableError(problems, sources)
    for fault in faults.values():
        raise fault
    return {path: content for path, content in made.items() if isinstance(content, bytes)}


def cache_of(edge: Edge) -> Cache:
    """What this publication keeps between builds."""
    return Cache(edge.workroom / "cache")


def theme_context(network: Network, sources: Sources) -> dict[str, Any]:
    """What the theme's own templates print of the network, as plain values for an engine's `extra`."""
    settings = network.settings
    logo = network.brand.logo("logo-on-brand") or network.brand.logos[0]
    width, height = drawing_size(sources.files[f"brand/{logo.file}"].content()) or (1, 1)
    return {
        "site_name": network.site.site_name,
        "nav": network.site.nav,
        "title": settings.title,
        "short_title": settings.short_title,
        "summary": settings.summary,
        "email": settings.contact.email,
        "language": settings.language,
        "locale": settings.language.replace("-", "_") if "-" in settings.language else "",
        "logo": f"assets/brand/{logo.file}",
        "logo_width": round(LOGO_HEIGHT_PX * width / height),
        "logo_height": LOGO_HEIGHT_PX,
        "icons": [vars(icon) for icon in ICONS if icon.rel],
        "webmanifest": MANIFEST,
        "fonts": [f"assets/brand/{font.file}" for font in network.brand.fonts if font.on_every_page],
        "feed": FEED,
        "feeds": [{"title": title, "path": path, "type": kind} for title, path, kind in feed_links()],
        "calendar": CALENDAR,
        "theme_colours": [
            {"scheme": scheme, "colour": network.tokens[f"color.{scheme}.surface-brand"]}
            for scheme in ("light", "dark")
        ],
        "privacy": address(PRIVACY),
        "cookies": address(COOKIES),
        "analytics": _analytics_context(settings.analytics) if settings.analytics else {},
    }


def _analytics_context(analytics: Analytics) -> dict[str, str]:
    """What the scripts that ask visitors and count visits must know."""
    by = analytics.by
    return {
        "kind": analytics.kind,
        "script": by.script,
        "endpoint": by.endpoint,
        "site": by.site,
        "version": analytics.version,
    }


def publication_of(network: Network, sources: Sources, edge: Edge, *, preview: bool) -> Publication:
    """The network as it is published on the day of the edge, without what no permission covers."""
    known, rule = _known(network, edge, preview=preview)
    gone = {use: uncovered(known, edge.day, *uses) for use, uses in USES.items()}
    without = {slugs: without_permissions(known, slugs) for slugs in set(gone.values())}
    networks = {use: without[slugs] for use, slugs in gone.items()}
    shown = networks[Use.WEB]
    files, gone_pictures = mapped(sources.files, rule), pictures(known) - pictures(shown)
    return Publication(
        network=shown,
        networks=networks,
        files={path: file for path, file in files.items() if path not in gone_pictures},
        day=edge.day,
        stamp=edge.stamp,
        hidden=hidden_files(network, shown),
        renamed=frozenset(shown.by_path().keys() - network.by_path().keys()),
        off_paper=naming((*shown.by_path(), *files), nameless(known, edge.day, Use.PRINT)),
        preview=preview,
    )


def network_of_site(network: Network, edge: Edge, *, preview: bool = False) -> Network:
    """The network as a site of that day shows it: to the public, or to its editors."""
    known, _ = _known(network, edge, preview=preview)
    return withheld(known, edge.day, Use.WEB)


def _known(network: Network, edge: Edge, *, preview: bool) -> tuple[Network, Unnamed]:
    """What there is to show, at addresses that hold no name which the site may not show."""
    known = without_notes(network if preview else public(network, edge.day))
    return unnamed(known, nameless(known, edge.day, Use.WEB))


def _key(artifact: Artifact) -> str:
    return artifact.content.key if isinstance(artifact.content, Recipe) else ""


def _is_made(artifact: Artifact, cache: Cache) -> bool:
    return isinstance(artifact.content, Recipe) and not cache.lacks(artifact.content.key)


def _latest(artifact: Artifact, cache: Cache) -> bytes | None:
    pointer = cache.get(_latest_name(artifact))
    return cache.get(pointer.decode()) if pointer else None


def _latest_name(artifact: Artifact) -> str:
    return f"{artifact.path}.latest"


def _quietly(_: str) -> None:
    """Progress of which nobody is told."""
