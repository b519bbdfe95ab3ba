"""The printed manifesto as a spot for which publishers print; what stands in calendars has no better one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from masthead.addresses import address, on_site
from masthead.links import Link, relink
from masthead.model.network import Network
from masthead.publish.publication import BELOW_A_PART


@dataclass(frozen=True)
class InPrint:
    """The printed manifesto: its chapters are places in it, all else is on the site at `site_url`."""

    network: Network
    chapters: Mapping[str, str]
    hidden: frozenset[str] = frozenset()
    level: int = BELOW_A_PART
    taken: frozenset[str] = frozenset()

    def href(self, path: str, fragment: str = "") -> str:
        if path in self.chapters:
            return "#" + self.chapters[path] + fragment.replace("#", "-")
        if path in self.hidden:
            return self.network.site.absolute("")  # its address may not be printed
        return self.network.site.absolute(address(on_site(path) or "index.md")) + fragment

    def asset(self, path: str) -> str:
        return self.network.site.absolute(path)

    def body(self, text: str, path: str) -> str:
        return relink(text, lambda link: self._target(link, path))

    def token(self, name: str) -> str:
        return self.network.tokens[name]

    @property
    def draws_words(self) -> bool:
        return False

    def below(self, level: int, taken: frozenset[str]) -> Self:
        return replace(self, level=level, taken=taken)

    @property
    def has_notes(self) -> bool:
        return True

    def _target(self, link: Link, path: str) -> str | None:
        if link.is_elsewhere:
            own = self.chapters.get(path)
            return f"#{own}-{link.target[1:]}" if own and link.target.startswith("#") else link.target
        file = link.file(path)
        if file in self.hidden:
            return None
        is_picture = on_site(file) and not file.endswith((".md", ".yml"))
        return file if is_picture else self.href(file, link.fragment)
