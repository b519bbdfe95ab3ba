"""What a publisher makes, the cache of what is slow to make, and the one writer."""

import os
import shutil
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from pydantic_core import to_json

from masthead.kept import Note
from masthead.shares import processes, shared
from masthead.source import File
from masthead.taken import take


@dataclass(frozen=True)
class Recipe:
    """Content that is slow to make. `key` is a hash of all that it is made of."""

    key: str
    make: Callable[[], bytes] = field(repr=False, compare=False)


@dataclass(frozen=True)
class Spared:
    """Content that need not be made, because the site before was made of the same; `make` makes it all the same."""

    note: Note
    make: Callable[[], "Artifact"] = field(repr=False, compare=False)


@dataclass(frozen=True)
class Pieces:
    """Content that is written piece by piece, so that nobody ever holds the whole: data of megabytes."""

    make: Callable[[], Iterable[bytes]] = field(repr=False, compare=False)


@dataclass(frozen=True)
class Packed:
    """Content that waits, in a fifth of its room: as pages do by the thousand until they are filled."""

    packed: bytes = field(repr=False)

    @classmethod
    def of(cls, content: bytes) -> "Packed":
        """Content, packed as quickly as zlib can."""
        return cls(zlib.compress(content, 1))

    @property
    def content(self) -> bytes:
        """The content as it was."""
        return zlib.decompress(self.packed)


@dataclass(frozen=True)
class Artifact:
    """One file of the site before an engine sees it. `source` is the file that an editor would change; `beside` are
    files that come with it; `key` is that of the job that made it.
    """

    path: str
    content: str | bytes | Packed | Pieces | File | Recipe | Spared = field(repr=False)
    source: str = ""
    beside: tuple["Artifact", ...] = field(default=(), repr=False, compare=False)
    key: str = field(default="", repr=False, compare=False)

    @property
    def text(self) -> str:
        """What can be read in it; empty where it is a file of an author’s, or still to be made."""
        match self.content:
            case str(text):
                return text
            case bytes(content) | Packed(content=content):
                return content.decode("utf-8", "replace")
            case Pieces() as pieces:
                return b"".join(pieces.make()).decode()
            case _:
                return ""


@dataclass(frozen=True)
class Job:
    """An artifact that is made when somebody asks for it: the path that it will have, and how. What has the same `lot`
    shares work, so that all of it is made in one process. `own` is what it shows that is not in the outline of the
    publication: where both are as they were, so is the artifact; None where that cannot be told.
    """

    path: str
    make: Callable[[], Artifact] = field(repr=False)
    lot: str = ""
    own: str | None = field(default=None, repr=False)


def done(one: Artifact | Job) -> Artifact:
    """The artifact, made now where that was left for later."""
    return one.make() if isinstance(one, Job) else one


def made(artifact: Artifact) -> Artifact:
    """The artifact, made all the same where that could be spared."""
    return artifact.content.make() if isinstance(artifact.content, Spared) else artifact


@dataclass(frozen=True)
class Cache:
    """Made content by key, in one folder."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """What was made under this key; None where nothing was."""
        try:
            return self.read(key)
        except FileNotFoundError:
            return None

    def read(self, key: str) -> bytes:
        """What was made under this key. Raises FileNotFoundError where nothing was."""
        return (self.folder / key).read_bytes()

    def lacks(self, key: str) -> bool:
        """Whether nothing was made under this key yet."""
        return not (self.folder / key).exists()

    def make(self, recipe: Recipe) -> bytes:
        """What the recipe makes, made only where the cache lacks it."""
        known = self.get(recipe.key)
        if known is not None:
            return known
        made = recipe.make()
        self.keep(recipe.key, made)
        return made

    def keep(self, key: str, made: bytes) -> None:
        """Remember what was made under this key."""
        self.folder.mkdir(parents=True, exist_ok=True)
        partial = self.folder / f".{os.getpid()}.{key}"  # of this process: another one may make the same
        try:
            partial.write_bytes(made)
            partial.replace(self.folder / key)
        finally:
            partial.unlink(missing_ok=True)

    def forget_all_but(self, keys: Collection[str]) -> None:
        """Remove what was made under other keys."""
        for path in self.folder.glob("*"):
            if path.name not in keys and not path.name.startswith("."):
                path.unlink(missing_ok=True)


def packed(artifact: Artifact) -> Artifact:
    """The artifact, packed where it has all its content by itself."""
    match artifact.content:
        case str(text):
            return replace(artifact, content=Packed.of(text.encode()))
        case bytes(content):
            return replace(artifact, content=Packed.of(content))
        case _:
            return artifact


def as_json(value: object) -> bytes:
    """A file of JSON, one value on a line. A megabyte takes 5 ms; Python’s own encoder is slow where it indents."""
    return to_json(value, indent=1) + b"\n"


def json_pieces(fields: Mapping[str, object], plain: Callable[[object], object]) -> Iterator[bytes]:
    """The same of fields, piece by piece: what a field that is a mapping or a tuple holds is made plain one by one."""
    begin = b"{"
    for name, value in fields.items():
        yield begin + b"\n " + to_json(name) + b": "
        match value:
            case Mapping():
                yield from _entries(b"{}", (to_json(key) + b": " + _deep(plain(one), 2) for key, one in value.items()))
            case tuple():
                yield from _entries(b"[]", (_deep(plain(one), 2) for one in value))
            case _:
                yield _deep(plain(value), 1)
        begin = b","
    yield b"\n}\n"


def _entries(brackets: bytes, entries: Iterable[bytes]) -> Iterator[bytes]:
    before = brackets[:1] + b"\n  "
    for entry in entries:
        yield before + entry
        before = b",\n  "
    yield b"\n " + brackets[1:] if before[:1] == b"," else brackets


def _deep(value: object, levels: int) -> bytes:
    """A value as it stands so many levels deep. No text in it has an end of line: JSON writes that in two letters."""
    return to_json(value, indent=1).replace(b"\n", b"\n" + b" " * levels)


def engine_order(artifact: Artifact) -> tuple[tuple[str, ...], bool, str]:
    """Sorts artifacts as MkDocs finds files: folder by folder, the index first."""
    folder, _, name = artifact.path.rpartition("/")
    return tuple(folder.split("/")) if folder else (), name != "index.md", name


def content_bytes(artifact: Artifact, cache: Cache) -> bytes:
    """The bytes of an artifact, whatever it is made of."""
    match artifact.content:
        case str() as text:
            return text.encode()
        case bytes(content) | Packed(content=content):
            return content
        case Pieces() as pieces:
            return b"".join(pieces.make())
        case File() as file:
            return file.absolute.read_bytes()
        case Recipe() as recipe:
            return cache.make(recipe)
        case Spared() as spared:
            return content_bytes(spared.make(), cache)


def make_shared(recipes: Iterable[Recipe], cache: Cache, least: int) -> None:
    """Make what the cache lacks, in several processes where there are at least so many. What is left is made when it is
    asked for. Raises MastheadError where one could not be made.
    """
    due = [recipe for recipe in recipes if cache.lacks(recipe.key)]
    number = processes()
    if len(due) >= least and number > 1:
        shared(partial(_made, cache), due, number)


def _made(cache: Cache, recipe: Recipe) -> dict[str, bytes]:
    """Nothing but what is now in the cache."""
    cache.make(recipe)
    return {}


def write_tree(
    artifacts: Iterable[Artifact], folder: Path, cache: Cache, known: Mapping[str, Path] | None = None
) -> None:
    """Write every artifact below `folder`; as links to files that are known to be what they are to become, by path."""
    for artifact in artifacts:
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if known and artifact.path in known:
            take(known[artifact.path], path)
        elif isinstance(artifact.content, File):
            shutil.copyfile(artifact.content.absolute, path)
        elif isinstance(artifact.content, Pieces):
            with path.open("wb") as file:
                file.writelines(artifact.content.make())
        else:
            path.write_bytes(content_bytes(artifact, cache))
