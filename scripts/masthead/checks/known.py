"""What references may name: a record that has problems of its own counts, for one report of it is enough."""

from masthead.load import FOLDERS, family_of
from masthead.model.network import Network
from masthead.source import Sources


def known_slugs(network: Network, sources: Sources, family: str) -> set[str]:
    """The slugs of a family, of records that could not be loaded too."""
    if family not in FOLDERS:
        return set(network.slugs(family))
    files = (path for path in sources.texts if family_of(path) == family)
    return {*network.slugs(family), *(path.rpartition("/")[2].rpartition(".")[0] for path in files)}
