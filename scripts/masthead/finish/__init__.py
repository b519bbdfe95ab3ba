"""From the folder that an engine built to the folder that is published: the same for every engine, step by step."""

from collections.abc import Callable
from pathlib import Path

from masthead.edge import Edge
from masthead.finish.built import Built, Change
from masthead.finish.compress import compress
from masthead.finish.fonts import cut_fonts
from masthead.finish.hosting import write_hosting
from masthead.finish.material import drop_material, without_controls
from masthead.finish.names import name_by_content
from masthead.finish.pictures import write_pictures
from masthead.finish.policy import with_policy
from masthead.finish.search import write_search
from masthead.finish.security import write_security
from masthead.finish.sitemap import write_sitemap
from masthead.finish.styles import without_styles
from masthead.finish.tables import with_regions
from masthead.model.network import Network

Step = Callable[[Built], None]

# What is changed in every page, in this order, before it is read for the search.
CHANGES: tuple[Change, ...] = (without_controls, without_styles, with_regions)


def _change_pages(built: Built) -> None:
    built.rewrite(*CHANGES)


def _change_public_pages(built: Built) -> None:
    built.rewrite(*CHANGES, with_policy(built.network.settings.analytics))


# In this order: a step may rest on those before it.
PREVIEW: dict[str, Step] = {
    "material": drop_material,
    "pages": _change_pages,
    "search": write_search,
    "sitemap": write_sitemap,
}
PUBLIC: dict[str, Step] = {
    **PREVIEW,
    "pages": _change_public_pages,
    "pictures": write_pictures,
    "security": write_security,
    "hosting": write_hosting,
    "fonts": cut_fonts,
    "names": name_by_content,
    "compress": compress,
}


def finish(folder: Path, network: Network, edge: Edge, *, preview: bool = False, before: Path | None = None) -> None:
    """Do what a preview needs, or all that a published site does."""
    built = Built(folder, network, edge, before)
    for step in (PREVIEW if preview else PUBLIC).values():
        step(built)
