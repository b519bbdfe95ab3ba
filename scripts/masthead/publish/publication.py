"""What publishers are given, and the spots for which they print."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from masthead.addresses import address, on_site, relative_address, relative_path
from masthead.model.network import Network
from masthead.prose import Link, relink
from masthead.source import File


@dataclass(frozen=True)
class Download:
    """A finished file to offer: `path` on the site, size in bytes, number of pages."""

    path: str
    size: int
    pages: int


@dataclass(frozen=True, kw_only=True)
class Publication:
    """A network as it is published on one day. `preview` shows drafts too; `pdf` is None where none could be made."""

    network: Network
    files: Mapping[str, File]
    day: dt.date
    stamp: dt.datetime
    pdf: Download | None = None
    preview: bool = False

    @property
    def language(self) -> str:
        return self.network.settings.language


class Spot(Protocol):
    """A place where links are printed: a page of the site, or the printed manifesto."""

    def href(self, path: str, fragment: str = "") -> str:
        """The address of what the source file `path` becomes, as HTML at this spot links to it."""

    def asset(self, path: str) -> str:
        """The address of a file of ours, from its path on the site."""

    def body(self, text: str, path: str) -> str:
        """Markdown from the file at `path`, with its links as Markdown at this spot writes them."""


@dataclass(frozen=True)
class OnPage:
    """A page of the site, named by its Markdown path."""

    page: str

    def href(self, path: str, fragment: str = "") -> str:
        return relative_address(self.page, on_site(path) or "index.md") + fragment

    def asset(self, path: str) -> str:
        return relative_address(self.page, path)

    def body(self, text: str, path: str) -> str:
        return relink(text, lambda link: self._target(link, path))

    def _target(self, link: Link, path: str) -> str:
        target = None if link.is_elsewhere else on_site(link.file(path))
        return relative_path(self.page, target) + link.fragment if target else link.target


@dataclass(frozen=True)
class InPrint:
    """The printed manifesto: its chapters are places in it, all else is on the site at `site_url`."""

    network: Network
    chapters: Mapping[str, str]

    def href(self, path: str, fragment: str = "") -> str:
        if path in self.chapters:
            return "#" + self.chapters[path] + fragment.replace("#", "-")
        return self.network.site.absolute(address(on_site(path) or "index.md")) + fragment

    def asset(self, path: str) -> str:
        return self.network.site.absolute(path)

    def body(self, text: str, path: str) -> str:
        return relink(text, lambda link: self._target(link, path))

    def _target(self, link: Link, path: str) -> str:
        if link.is_elsewhere:
            own = self.chapters.get(path)
            return f"#{own}-{link.target[1:]}" if own and link.target.startswith("#") else link.target
        file = link.file(path)
        return file if on_site(file) and not file.endswith((".md", ".yml")) else self.href(file, link.fragment)


def prose(spot: Spot, text: str, path: str) -> str:
    """An author's Markdown for a component, whose HTML no engine touches: links are addresses."""
    return relink(text, lambda link: link.target if link.is_elsewhere else spot.href(link.file(path), link.fragment))
