"""File names make addresses on every system, and no two files make the same one."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from masthead.addresses import MANIFESTO, REMEMBERED, made_without_a_file, on_site
from masthead.load import FOLDERS, family_of
from masthead.model.network import Network
from masthead.problem import Place, Problem
from masthead.remedies import meant_slug
from masthead.source import Sources

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NOT_IN_ADDRESSES = re.compile(r"[\s%#?&\"'<>|\\:*]|[. ]$")
# Windows opens a device where a file or folder has such a name, whatever its ending.
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)


def names_make_addresses(_: Network, sources: Sources) -> Iterator[Problem]:
    """Records whose name would not do in an address, or that share their slug or their address with another."""
    seen: dict[str, str] = {}
    for path in sources.texts:
        family = family_of(path)
        if family not in FOLDERS or path == MANIFESTO:
            continue
        slug = path.rpartition("/")[2].rpartition(".")[0]
        if not NAME.fullmatch(slug):
            yield Problem(Place(path), "file-name", f"A file called “{slug}” makes no good address.", _renamed(slug))
        page = on_site(path)
        if made := made_without_a_file(page or ""):
            yield Problem(Place(path), "same-name", f"This file has the address of {made}.", "Rename it.")
        names = [f"{family} {slug}"] if family != "pages" else []
        for name in (*names, page):
            if name in seen:
                message = f"This file has the same name or address as “{seen[name]}”."
                yield Problem(Place(path), "same-name", message, "Rename one of the two.")
                break
        seen |= {name: path for name in (*names, page) if name}


def names_suit_every_system(_: Network, sources: Sources) -> Iterator[Problem]:
    """Files that a system cannot hold, and files that are one and the same on a system that ignores case."""
    spelt: dict[str, str] = {}
    for path in sorted((*sources.texts, *sources.files)):
        for part in path.split("/"):
            if RESERVED.fullmatch(part):
                message = f"Windows keeps the name “{part}” for itself, so nobody could open this there."
                yield Problem(Place(path), "reserved-name", message, "Rename it.")
        name = path.rpartition("/")[2]
        if path in sources.files and (NOT_IN_ADDRESSES.search(name) or not unicodedata.is_normalized("NFC", name)):
            yield Problem(Place(path), "file-name", f"A file called “{name}” makes no good address.", _renamed(name))
        yield from _twins(path, spelt)


@lru_cache(maxsize=REMEMBERED)
def same_to_some(name: str) -> str:
    """What names have in common that differ only in case or in Unicode form."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def _twins(path: str, spelt: dict[str, str]) -> Iterator[Problem]:
    """The outermost folder, or the file, that was spelt otherwise before."""
    for part in accumulate(path.split("/"), "{}/{}".format):
        known = spelt.setdefault(same_to_some(part), part)
        if known != part:
            spelt[same_to_some(part)] = part  # one report is enough for all files of a folder
            message = f"Some systems cannot tell “{part}” from “{known}”."
            yield Problem(Place(path), "same-name", message, "Rename one of the two.")
            return


def _renamed(name: str) -> str:
    """A hint with a name that would do."""
    better = ".".join(filter(None, map(meant_slug, name.split("."))))
    return f"Call it “{better}”." if better and better != name else "Use lower-case letters, digits and hyphens."
