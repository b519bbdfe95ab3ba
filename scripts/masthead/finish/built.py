"""What every step is given."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from masthead.edge import Edge
from masthead.model.network import Network

Change = Callable[[str], str]  # from a page to a page

NOT_FOUND = "404.html"


@dataclass(frozen=True)
class Built:
    """A folder that an engine built, the public network that stands in it, and the outside. `before` is the site that
    it will replace, where nobody has touched that since it was finished in the same way.
    """

    folder: Path
    network: Network
    edge: Edge
    before: Path | None = None

    def pages(self) -> list[Path]:
        """Every HTML file, in a fixed order."""
        return sorted(self.folder.rglob("*.html"))

    def rewrite(self, *changes: Change) -> None:
        """Read every page once, make all changes in their order, and write it again where it is another then."""
        for page in self.pages():
            before = page.read_text(encoding="utf-8")
            text = before
            for change in changes:
                text = change(text)
            if text != before:
                page.write_bytes(text.encode())

    def write(self, path: str, text: str) -> None:
        """Write a file of the site; its folder is made where it is missing."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
