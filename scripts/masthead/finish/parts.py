"""The parts of the index: which pages belong together, and what Pagefind says of them, made once.

All pages in the order of their paths are cut where a path says so, but into no small pieces. So an edit changes one
part, and a new page seldom moves others from part to part: where two cuts come close, until the next one. What is kept
of a part rests on what is searched of its pages, on how Pagefind is asked, and on the code that reads its answer. The
only module that runs Pagefind.
"""

import hashlib
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from subprocess import PIPE, STDOUT
from tempfile import TemporaryDirectory
from typing import NamedTuple

from pagefind.service import get_executable

from masthead import render
from masthead.artifact import Cache
from masthead.finish import packing, postings, searched
from masthead.finish.built import Built
from masthead.finish.postings import Part, Program, cut
from masthead.halt import MastheadError
from masthead.maker import maker
from masthead.shares import processes, shared

LEAST = 16  # pages of a part, and after so many one path in as many cuts: fewer are sooner indexed, and later joined
AT_ONCE = 200  # pages that Pagefind is given at once, which takes it 60 MB

# Records in lists, and ways to other pages, would find a page for what stands on another; so would what is not shown.
NOT_SEARCHED = (
    "[hidden]",
    ".mh-subscribe",
    ".mh-event-count",
    ".mh-event-sets",
    ".mh-crumbs",
    ".mh-page-foot",
    ".mh-pager",
    ".mh-event-list",
    ".mh-cards",
    ".mh-link-list",
    ".mh-label",
)
MAKER = maker((__file__, packing.__file__, postings.__file__, searched.__file__, render.__file__))

Run = tuple[str, ...]  # paths of pages that lie side by side
Batch = Sequence[Run]
Texts = Mapping[str, str]  # what is searched of each page, by its path


class Index(NamedTuple):
    """The whole index: its parts in their order, and the program that searches it in a browser."""

    parts: Sequence[Part]
    program: Program


def make_index(built: Built) -> Index:
    """The index of all pages that are to be found; what is not known yet is made."""
    language = built.network.settings.language.partition("-")[0]
    code = _digest(NOT_SEARCHED, language, MAKER)
    cache = Cache(built.edge.workroom / "search")
    hashes = searched.hashes(built, code)
    keys = {run: _digest(code, [(path, hashes[path]) for path in run]) for run in runs(list(hashes))}
    due = [run for run, key in keys.items() if cache.lacks(code) or cache.lacks(key)]

    def make(batch: Batch) -> dict[str, None]:
        """Nothing but what is now in the cache."""
        parts, program = _made(built.folder, language, batch)
        for run, part in parts.items():
            cache.keep(keys[run], part)
        if cache.lacks(code):
            cache.keep(code, program)
        return {}

    batches = list(_batches(due))
    shared(make, batches, processes() if len(batches) > 1 else 1)
    cache.forget_all_but((code, *keys.values()))
    return Index([Part.from_bytes(cache.read(key)) for key in keys.values()], Program.from_bytes(cache.read(code)))


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def runs(paths: Sequence[str]) -> Iterator[Run]:
    """All pages, cut before paths whose hashes say so. (Checksums of numbered names are too much alike.)"""
    begin = 0
    for at, path in enumerate(paths):
        if at - begin >= LEAST and hashlib.sha256(path.encode()).digest()[0] % LEAST == 0:
            yield tuple(paths[begin:at])
            begin = at
    if paths:
        yield tuple(paths[begin:])


def _batches(due: Iterable[Run]) -> Iterator[Batch]:
    """Runs with so many pages that starting Pagefind is no matter, and its memory neither."""
    batch: list[Run] = []
    for run in due:
        if batch and sum(map(len, batch)) + len(run) > AT_ONCE:
            yield batch
            batch = []
        batch.append(run)
    if batch:
        yield batch


def _made(folder: Path, language: str, batch: Batch) -> tuple[dict[Run, bytes], bytes]:
    """What Pagefind says of each run of pages, and its program, both to be kept."""
    texts = {path: searched.searched((folder / path).read_text(encoding="utf-8")) for run in batch for path in run}
    counts = [searched.counts(texts[path] for path in run) for run in batch]
    with TemporaryDirectory(prefix="masthead-") as room:
        index = _run(texts, language, Path(room))
        parts = [part.to_bytes() for part in cut(index, batch, counts)]
        return dict(zip(batch, parts, strict=True)), Program.of(index).to_bytes()


def _run(texts: Texts, language: str, room: Path) -> Path:
    """The folder of the index that Pagefind makes of these pages."""
    site, index = room / "site", room / "index"
    for path, text in texts.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    pagefind = get_executable()
    if pagefind is None:
        raise MastheadError("Pagefind’s program is missing. Install the project’s packages again.")
    command = [pagefind, "--silent", "--site", site, "--output-path", index, "--force-language", language]
    command += ["--exclude-selectors", ",".join(NOT_SEARCHED)]
    run = subprocess.run(list(map(str, command)), stdout=PIPE, stderr=STDOUT, text=True, check=False)
    if run.returncode != 0:
        raise MastheadError(f"Pagefind could not index the pages:\n{run.stdout}")
    return index
