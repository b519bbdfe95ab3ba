"""From the folder that an engine built to the folder that is published: the same for every engine, step by step."""

from collections.abc import Callable
from pathlib import Path

from masthead.edge import Edge
from masthead.finish.built import Built
from masthead.finish.compress import compress
from masthead.finish.fonts import cut_fonts
from masthead.finish.hosting import write_hosting
from masthead.finish.material import drop_material
from masthead.finish.names import name_by_content
from masthead.finish.pictures import write_pictures
from masthead.finish.policy import write_policy
from masthead.finish.search import write_search
from masthead.finish.security import write_security
from masthead.finish.sitemap import write_sitemap
from masthead.finish.styles import drop_styles
from masthead.finish.tables import name_tables
from masthead.model.network import Network

Step = Callable[[Built], None]

# In this order: a step may rest on those before it.
PREVIEW: dict[str, Step] = {
    "material": drop_material,
    "styles": drop_styles,
    "tables": name_tables,
    "search": write_search,
    "sitemap": write_sitemap,
}
PUBLIC: dict[str, Step] = {
    **PREVIEW,
    "pictures": write_pictures,
    "security": write_security,
    "hosting": write_hosting,
    "policy": write_policy,
    "fonts": cut_fonts,
    "names": name_by_content,
    "compress": compress,
}


def finish(folder: Path, network: Network, edge: Edge, *, preview: bool = False) -> None:
    """Do what a preview needs, or all that a published site does."""
    built = Built(folder, network, edge)
    for step in (PREVIEW if preview else PUBLIC).values():
        step(built)
