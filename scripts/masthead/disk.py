"""What lies in the folders of a publication: lists it, and reads text files. Nothing here follows a link outside."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from masthead.limits import MAX_FILE_BYTES
from masthead.memory import Memory
from masthead.problem import Place, Problem
from masthead.source import File, Source, parse_source

RECORD_ENDINGS = (".yml", ".yaml", ".md", ".json")
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
AS_UTF_8 = "Save it again with the encoding UTF-8."


def list_files(root: Path, folder: str) -> Iterator[str | Problem]:
    """Paths of all files below a folder, relative to `root`, sorted; hidden ones are left out. Then what is no file."""
    found: list[str] = []
    problems: list[Problem] = []

    def unreadable(fault: OSError) -> None:
        if isinstance(fault, FileNotFoundError):
            return  # a room without records; git keeps no empty folders
        problems.append(_unreadable(Path(fault.filename).relative_to(root).as_posix(), fault))

    left = [str(root / folder)]
    while left:
        above = left.pop()
        inside = "".join(f"{part}/" for part in Path(above).relative_to(root).parts)
        for entry in _entries(above, unreadable):
            path = f"{inside}{entry.name}"
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder:
                left.append(entry.path)
            if is_folder and not path.endswith(RECORD_ENDINGS):
                continue
            fault = _unprintable(path) or _no_file(root, path, entry)
            if fault:
                problems.append(fault)
            else:
                found.append(path)
    yield from sorted(found)
    yield from sorted(problems)


def read(root: Path, path: str | Problem, memory: Memory) -> Iterator[File | Problem | Source]:
    """What stands at a path that was listed; of a text that cannot be read the problem first."""
    if isinstance(path, Problem):
        yield path
    elif not path.endswith(RECORD_ENDINGS) or (path.startswith("brand/") and path.endswith(".md")):
        yield read_file(root, path, memory)
    else:
        found = read_source(root, path, memory)
        yield found
        if isinstance(found, Problem):
            yield unread_source(root, path)


def _entries(folder: str, unreadable: Callable[[OSError], None]) -> Iterator[os.DirEntry[str]]:
    """What lies in a folder, without what is hidden."""
    try:
        with os.scandir(folder) as entries:
            yield from (entry for entry in entries if not entry.name.startswith("."))
    except OSError as fault:
        unreadable(fault)


def read_source(root: Path, path: str, memory: Memory | None = None) -> Source | Problem:
    """Read one YAML, JSON or Markdown file below `root`; the very same as before where it is in the state of before."""
    where = os.path.join(root, path)  # noqa: PTH118 (asked of every file, as below)
    try:
        status = os.stat(where)  # noqa: PTH116
        if memory and isinstance(known := memory.unchanged(path, status), Source):
            return known
        with open(where, "rb") as file:  # noqa: PTH123 (room is made for as much as is asked for, so no more is)
            data = file.read(min(os.fstat(file.fileno()).st_size, MAX_FILE_BYTES) + 1)
    except OSError as fault:
        return _unreadable(path, fault)
    if len(data) > MAX_FILE_BYTES:
        hint = "Make several files of it."
        return Problem(Place(path), "file-too-large", f"This file is larger than {MAX_FILE_BYTES:,} bytes.", hint)
    if data.startswith(UTF_16_MARKS):
        return Problem(Place(path), "not-utf-8", "This file is saved as UTF-16.", AS_UTF_8)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = _lines(fault.object[: fault.start].decode("utf-8-sig", errors="replace"))
        place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return Problem(place, "not-utf-8", "This file is not saved as UTF-8.", AS_UTF_8)
    text = _lines(text)
    read = parse_source(path, text, memory.fields(path, text) if memory else None)
    if memory and isinstance(read, Source):
        memory.keep_read(path, status, read)
    return read


def read_file(root: Path, path: str, memory: Memory) -> File:
    """A file that is only copied; the very same as before where it is in the state of before."""
    file = File(path, root / path)
    try:
        status = file.absolute.stat()
    except OSError:  # deleted since it was listed
        return file
    if isinstance(known := memory.unchanged(path, status), File):
        return known
    memory.keep_read(path, status, file)
    return file


def unread_source(root: Path, path: str) -> Source:
    """As much of a file that could not be understood as a report shows."""
    try:
        with (root / path).open("rb") as file:
            data = file.read(MAX_FILE_BYTES)
    except OSError:
        data = b""
    text = "" if data.startswith(UTF_16_MARKS) else data.decode("utf-8-sig", errors="replace")
    return Source(path=path, text=_lines(text))


def _lines(text: str) -> str:
    """The text with the line ends of Unix."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unreadable(path: str, fault: OSError) -> Problem:
    hint = "Give your account the right to read it." if isinstance(fault, PermissionError) else ""
    return Problem(Place(path), "unreadable", f"This cannot be read: {fault.strerror}.", hint)


def _unprintable(path: str) -> Problem | None:
    """A name whose bytes are no text."""
    shown = path.encode("utf-8", "replace").decode()
    if shown == path and path.isprintable():
        return None
    shown = "".join(letter if letter.isprintable() else "?" for letter in shown)
    return Problem(Place(shown), "file-name", "This name has characters that cannot be shown.", "Rename the file.")


def _no_file(root: Path, path: str, entry: os.DirEntry[str]) -> Problem | None:
    """What stands at a path, where it is no ordinary file of this repository that may be read."""
    if entry.is_symlink():
        return _bad_link(root, path)
    if entry.is_dir():
        return Problem(Place(path), "not-a-file", "This is a folder, and a file is meant.", "Rename it, or remove it.")
    if not entry.is_file():
        return Problem(Place(path), "not-a-file", "This is no ordinary file.", "Remove it.")
    if not os.access(entry.path, os.R_OK):
        return _unreadable(path, PermissionError(0, "Permission denied"))
    return None


def _bad_link(root: Path, path: str) -> Problem | None:
    """A symbolic link that leads to something else than a visible file of the repository."""
    hint = "Put the file itself here."
    try:
        target = (root / path).resolve(strict=True)
    except (OSError, RuntimeError):
        return Problem(Place(path), "symbolic-link", "This link leads nowhere, or to itself.", hint)
    if not target.is_relative_to(root.resolve()):
        return Problem(Place(path), "symbolic-link", "This link leads out of the repository.", hint)
    if not target.is_file() or any(part.startswith(".") for part in target.relative_to(root.resolve()).parts):
        return Problem(Place(path), "symbolic-link", "This link leads to something that is no file to publish.", hint)
    return None
