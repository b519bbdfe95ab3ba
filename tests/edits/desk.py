"""A desk at which somebody edits a publication: its folder, a copy of Masthead that can be edited, too, and a clock."""

import datetime as dt
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from subprocess import CompletedProcess

from masthead.rooms import CONFIG, ROOMS
from tests.conftest import NOON
from tests.integration.conftest import ROOT, run

PACKAGE = ROOT / "scripts" / "masthead"
NAME = "harbours"
# A file that begins so took long to make and is what its key says: a PDF, a card, a font, a picture in other formats.
SLOW = (b"%PDF", b"\x89PNG", b"wOF2", b"\xff\xd8\xff", b"RIFF", b"\0\0\0\x20ftyp", b"\0\0\0\x1cftyp")

Tree = Mapping[str, bytes]  # every file by its path, and every folder with a slash at its end
START = dt.datetime.fromtimestamp(int(NOON), dt.UTC)

Look = tuple[Tree, Tree, dt.datetime]


@dataclass(frozen=True)
class Outcome:
    """What a build came to: its status, what it said of the content and what it made, and its site."""

    status: int
    report: str
    site: Tree


@dataclass
class Desk:
    """The publication is built in its folder again and again, and next to it from nothing to compare."""

    folder: Path
    moment: dt.datetime = START
    history: list[Look] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    @classmethod
    def with_(cls, copy: Callable[[Path], Path], folder: Path) -> "Desk":
        """A desk with a publication as `copy` writes it."""
        copy(folder / "kept" / NAME)
        shutil.copytree(PACKAGE, folder / "masthead", ignore=shutil.ignore_patterns("__pycache__"))
        return cls(folder)

    @property
    def root(self) -> Path:
        """The publication; what its builds keep stays here."""
        return self.folder / "kept" / NAME

    @property
    def package(self) -> Path:
        """The Masthead that builds it."""
        return self.folder / "masthead"

    def do(self, what: str, edit: Callable[["Desk", Random], str], seed: int) -> None:
        """Make an edit, and note it."""
        self.history.append(self.look())
        self.done.append(f"{what} ({seed}): {edit(self, Random(seed))}")

    def look(self) -> Look:
        """All that was written, and the time."""
        return written(self.root), tree(self.package), self.moment

    def take_back(self, edits: int = 1) -> None:
        """Put everything as it was before the last edits, in files that are new where they were others."""
        publication, package, self.moment = self.history[-edits]
        restore(self.root, written(self.root), publication)
        restore(self.package, tree(self.package), package)

    def surroundings(self) -> Mapping[str, str]:
        """The environment of a build: this Masthead, and this time."""
        epoch = str(int(self.moment.timestamp()))
        return {"SOURCE_DATE_EPOCH": epoch, "PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": ""}

    def masthead(self, *arguments: str, root: Path | None = None) -> CompletedProcess[str]:
        """Run this Masthead."""
        return run(sys.executable, "-m", "masthead", *arguments, cwd=root or self.root, env=self.surroundings())

    def build(self) -> Outcome:
        """Build where builds were before."""
        return self._built(self.root)

    def build_afresh(self, *, keeping: bool) -> Outcome:
        """Build the same from nothing. What is slow is kept from the first build and other clean ones where that is
        wanted.
        """
        root = self.folder / "fresh" / NAME
        before = (root if root.exists() else self.root) / ".masthead"
        slow = {path: made for path, made in tree(before).items() if keeping and made.startswith(SLOW)}
        shutil.rmtree(root, ignore_errors=True)
        restore(root, {}, written(self.root))
        restore(root / ".masthead", {}, slow)
        return self._built(root)

    def _built(self, root: Path) -> Outcome:
        build = self.masthead("build", root=root)
        lines = build.stdout.replace(str(root), "").splitlines()
        report = "\n".join(line for line in lines if not line.startswith(("Done in ", "Nothing has changed ")))
        return Outcome(build.returncode, report + build.stderr, tree(root / "site"))


def written(root: Path) -> Tree:
    """What people write: the rooms and mkdocs.yml."""
    parts = [tree(root / room, room) for room in ROOMS]
    return {CONFIG: (root / CONFIG).read_bytes()} | {path: text for part in parts for path, text in part.items()}


def tree(folder: Path, name: str = "") -> Tree:
    """Every file and folder below a folder, compiled modules aside."""
    found = (path for path in folder.rglob("*") if "__pycache__" not in path.parts)
    named = ((path, Path(name, path.relative_to(folder)).as_posix()) for path in found)
    return dict((f"{name}/", b"") if path.is_dir() else (name, path.read_bytes()) for path, name in named)


def restore(folder: Path, found: Tree, wanted: Tree) -> None:
    """Make the one of the other; what is the same in both is not touched."""
    for name in sorted(found.keys() - wanted.keys(), reverse=True):
        (folder / name).rmdir() if name.endswith("/") else (folder / name).unlink()
    for name in sorted(wanted):
        if name.endswith("/"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        elif found.get(name) != wanted[name]:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).unlink(missing_ok=True)
            (folder / name).write_bytes(wanted[name])


def differences(quick: Tree, clean: Tree) -> Iterator[str]:
    """Where two sites are not the same: which file, and the first bytes that differ."""
    for name in sorted(quick.keys() | clean.keys()):
        if name not in clean:
            yield f"{name} is in the quick build only"
        elif name not in quick:
            yield f"{name} is in the clean build only"
        elif (one := quick[name]) != (other := clean[name]):
            pairs = enumerate(zip(one, other, strict=False))
            first = next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
            start, end = max(first - 80, 0), first + 80
            yield f"{name} at byte {first}:\n  quick {one[start:end]!r}\n  clean {other[start:end]!r}"
