"""File names make addresses, and no two files make the same one."""

import re
from collections.abc import Iterator

from masthead.addresses import MANIFESTO, on_site
from masthead.load import FOLDERS, family_of
from masthead.model.network import Network
from masthead.problem import Place, Problem
from masthead.source import Sources

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def names_make_addresses(_: Network, sources: Sources) -> Iterator[Problem]:
    """Records whose name would not do in an address, or that share their slug or their address with another."""
    seen: dict[str, str] = {}
    for path in sources.texts:
        family = family_of(path)
        if family not in FOLDERS or path == MANIFESTO:
            continue
        slug = path.rpartition("/")[2].rpartition(".")[0]
        if not NAME.fullmatch(slug):
            hint = "Use lower-case letters, digits and hyphens."
            yield Problem(Place(path), "file-name", f"A file called “{slug}” makes no good address.", hint)
        page = on_site(path)
        names = [f"{family} {slug}"] if family != "pages" else []
        for name in (*names, page):
            if name in seen:
                message = f"This file has the same name or address as “{seen[name]}”."
                yield Problem(Place(path), "same-name", message, "Rename one of the two.")
                break
        seen |= {name: path for name in (*names, page) if name}
