"""What references may name: a record that has problems of its own counts, for one report of it is enough."""

from collections.abc import Mapping
from functools import lru_cache

from masthead.load import FOLDERS, family_of
from masthead.model.network import Network
from masthead.source import Sources


def known_slugs(network: Network, sources: Sources, family: str) -> set[str]:
    """The slugs of a family, of records that could not be loaded too."""
    if family not in FOLDERS:
        return set(network.slugs(family))
    return {*network.slugs(family), *_slugs(tuple(sources.texts)).get(family, ())}


@lru_cache(maxsize=1)  # several checks ask for several families
def _slugs(paths: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    """The slugs of files by family."""
    found: dict[str, set[str]] = {}
    for path in paths:
        if family := family_of(path):
            found.setdefault(family, set()).add(path.rpartition("/")[2].rpartition(".")[0])
    return {family: frozenset(slugs) for family, slugs in found.items()}
