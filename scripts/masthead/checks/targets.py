"""What links may lead to, and what an author has probably meant who links to something else."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from masthead.addresses import address, on_site
from masthead.faults import did_you_mean
from masthead.links import Link
from masthead.model.network import Network
from masthead.source import Sources

MAIL = re.compile(r"[^@\s/]+@[^@\s/]+\.[a-z]+", re.IGNORECASE)
WEB = re.compile(r"www\.[^\s]+", re.IGNORECASE)
RELATIVE = "Write the file’s name, relative to this file."

Fault = tuple[str, str, str]


class Targets:
    """The files of a publication, by their folders."""

    def __init__(self, network: Network, sources: Sources) -> None:
        self.sources = sources
        self.brand = frozenset(f"brand/{name}" for name in network.brand.files)
        self.paths = (*sources.texts, *sources.files)

    @cached_property
    def folders(self) -> Mapping[str, list[str]]:
        """The names of files by their folder."""
        found: dict[str, list[str]] = defaultdict(list)
        for path in self.paths:
            folder, name = posixpath.split(path)
            found[folder].append(name)
        return found

    @cached_property
    def spelt(self) -> Mapping[str, str]:
        """Paths by what they have in common with those that differ in capital letters."""
        return {path.casefold(): path for path in self.paths}

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """Files by what an author may have copied from the browser, or from the root of the repository."""
        addresses = {address(page).strip("/"): path for path in self.sources.texts if (page := on_site(path))}
        return {**addresses, **{path: path for path in self.paths}}

    def has(self, file: str, target: str) -> bool:
        """Whether a reader may follow a link to this file."""
        return bool(target) and file in self.sources and self._is_published(file)

    def fault(self, link: Link, path: str) -> Fault:
        """Code, message and hint for a link that leads nowhere."""
        file = link.file(path)
        if link.is_elsewhere:
            message = f"“{link.target}” is an address, and the name of a file is meant."
            return (
                "broken-link",
                message,
                f"Write it as “url:”, or link to it in a text: [words]({link.target}).",
            )
        if not link.target:
            return "broken-link", "This link leads nowhere.", RELATIVE
        if file in self.sources:
            return (
                "private-link",
                f"“{file}” is not published, so a reader could not follow this link.",
                "Link to a page.",
            )
        if (known := self.spelt.get(file.casefold())) is not None:
            written = posixpath.relpath(known, posixpath.dirname(path))
            message = f"“{link.target}” differs from the name of the file in capital letters, which a web server minds."
            return "broken-link", message, f"Write {written}{link.fragment}."
        return "broken-link", f"There is no file “{file}”.", self._hint(link, file, path)

    def _is_published(self, file: str) -> bool:
        return on_site(file) is not None and (file in self.brand or not file.startswith("brand/"))

    def _hint(self, link: Link, file: str, path: str) -> str:
        if MAIL.fullmatch(link.target):
            return f"For an address of mail write mailto:{link.target}."
        if WEB.fullmatch(link.target):
            return f"For another site write https://{link.target}."
        if "\\" in link.target:
            return "Write / in place of \\."
        if (known := self.pages.get(link.target.partition("#")[0].strip("/"))) or file in self.pages:
            return f"Name the file: {posixpath.relpath(known or self.pages[file], posixpath.dirname(path))}."
        near = did_you_mean(posixpath.basename(file), self.folders.get(posixpath.dirname(file), ()))
        return near or RELATIVE
