"""What every step is given."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from masthead.edge import Edge
from masthead.kept import Before, Known
from masthead.model.network import Network

Change = Callable[[str], str]  # from a page to a page

NOT_FOUND = "404.html"
PAGES = ".html"


@dataclass(frozen=True)
class Raw:
    """A page before it is finished: the file that it becomes, what makes its text, and the picture of it that others
    show. Pages with equal keys have equal texts; one without a key may be another each time.
    """

    file: str
    key: str
    make: Callable[[], str]
    card: str = ""


@dataclass(frozen=True)
class Built:
    """A folder in which a site is finished, the public network that stands in it, the outside, and the site before."""

    folder: Path
    network: Network
    edge: Edge
    before: Before | None = None

    @property
    def known(self) -> Known:
        """What is known of the site before."""
        return self.before.known if self.before else Known()

    def pages(self) -> list[Path]:
        """Every HTML file, in a fixed order."""
        return sorted(Path(file.path) for file in files_in(self.folder) if file.name.endswith(PAGES))

    def write(self, path: str, text: str) -> None:
        """Write a file of the site; its folder is made where it is missing."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())


def changed(text: str, changes: Iterable[Change]) -> str:
    """A page after all changes, one after the other."""
    for change in changes:
        text = change(text)
    return text


def raws_in(folder: Path) -> tuple[Raw, ...]:
    """The pages that lie in a folder as whole files."""
    files = sorted(Path(file.path) for file in files_in(folder) if file.name.endswith(PAGES))
    return tuple(Raw(file.relative_to(folder).as_posix(), "", partial(file.read_text, "utf-8")) for file in files)


def files_in(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    """Every file in a folder and below it, in no order: a third of the time that pathlib takes, several times a build,
    for more than ten thousand files.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from files_in(entry.path)
            else:
                yield entry
