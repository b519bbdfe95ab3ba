"""The demonstration, built once for all tests of this folder, and the programs that judge it."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from masthead.artifact import Recipe, done
from masthead.pdf.conformance import Conformance
from masthead.publish.manifesto import manifesto_pdfs, print_html
from masthead.publish.papers import A4, A5, Paper
from tests.bench.manifestos import write as write_long
from tests.conftest import NOON, TESTS, Read

ROOT = Path(__file__).parents[2]
CACHE = Path(".masthead", "cache")
ENGINES = ("mkdocs", "properdocs", "zensical")
ROOMS = ("content", "manifesto", "events", "case-studies", "brand")
CHROMIUM_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


def sampled(every: Iterable[object], sample: Container[object]) -> list[Any]:
    """All of them as parameters of a test: the sample is part of `make test`, and `make prove` takes the others."""
    return [one if one in sample else pytest.param(one, marks=pytest.mark.prove) for one in every]


def run(
    *command: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program of the environment to its end, whatever that is."""
    surroundings = {**os.environ, **(env or {})}
    return subprocess.run(
        list(map(str, command)), cwd=cwd, env=surroundings, capture_output=True, text=True, check=False
    )


def masthead(
    *arguments: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `masthead` with these arguments."""
    return run(sys.executable, "-m", "masthead", *arguments, cwd=cwd, env=env)


def copy_of_demonstration(folder: Path, *, afresh: bool = False) -> Path:
    """The demonstration's own files in a folder of their own, without the code; with what its builds have made and
    kept before, unless all is to be made afresh.
    """
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    if (kept := ROOT / CACHE).is_dir() and not afresh:
        with suppress(shutil.Error):  # a build in that folder may tidy up meanwhile
            shutil.copytree(kept, folder / CACHE, ignore=shutil.ignore_patterns(".*"))
    return folder


@pytest.fixture(scope="session")
def built_by(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Builds the demonstration with an engine. Each builds it once, for all processes that test at once."""
    folder = tmp_path_factory.getbasetemp()
    shared = (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "built"

    def build(engine: str) -> Path:
        made = shared / engine
        shared.mkdir(exist_ok=True)
        with FileLock(shared / f"{engine}.lock"):
            if not made.exists():
                built = masthead("build", "--engine", engine, "--site", made, env={"SOURCE_DATE_EPOCH": NOON})
                assert built.returncode == 0, built.stdout + built.stderr
        return made

    return build


@pytest.fixture(scope="session")
def sites(built_by: Callable[[str], Path]) -> dict[str, Path]:
    """The demonstration as each engine builds it."""
    return {engine: built_by(engine) for engine in ENGINES}


@pytest.fixture(scope="session")
def site(built_by: Callable[[str], Path]) -> Path:
    """The demonstration as MkDocs builds it."""
    return built_by("mkdocs")


# What is printed to be judged: every manifesto, conformance and size of paper, in two files.
PRINTED = [("demonstration", "ua-1", A4), ("awkward", "ua-2", A5)]
# Every other one of the three, and a manifesto of 300 pages; `make prove` prints them too.
PRINTED_LONG = [
    pytest.param(*one, marks=pytest.mark.prove)
    for one in (*product(("demonstration", "awkward"), ("ua-1", "ua-2"), (A4, A5)), ("long", "ua-2", A4))
    if one not in PRINTED
]
LONG_CHAPTERS = 100
EVERY_FILE = pytest.mark.parametrize(
    ("name", "conformance", "paper"), [*PRINTED, *PRINTED_LONG], ids=lambda one: getattr(one, "size", one)
)


@dataclass(frozen=True)
class Printed:
    """A manifesto as it was typeset, and the file that it became."""

    html: str
    file: Path


Print = Callable[[str, str, Paper], Printed]


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory, read: Read) -> Print:
    """Prints a manifesto of ROOTS, in a conformance, on a size of paper. Each is printed once."""

    @functools.cache
    def root_of(name: str) -> Path:
        return ROOTS[name](tmp_path_factory.mktemp(name) / name)

    @functools.cache
    def print_one(name: str, conformance: str, paper: Paper) -> Printed:
        publication = replace(read(root_of(name)), conformance=Conformance(conformance))
        (made,) = (done(job).content for job in manifesto_pdfs(publication) if job.path == paper.path)
        assert isinstance(made, Recipe)
        file = tmp_path_factory.mktemp(name) / f"{name}-{conformance}-{paper.size}.pdf"
        file.write_bytes(made.make())
        return Printed(print_html(publication, paper), file)

    return print_one


def copy_of_awkward(folder: Path) -> Path:
    """The small publication with a manifesto of everything that is hard to print, and the demonstration's brand."""
    shutil.copytree(TESTS / "small", folder)
    shutil.copytree(TESTS / "awkward", folder / "manifesto", dirs_exist_ok=True)
    shutil.rmtree(folder / "brand")
    shutil.copytree(ROOT / "brand", folder / "brand")
    return folder


def copy_of_everything(folder: Path) -> Path:
    """The small publication in the demonstration's brand, with a page of all that an author may write."""
    shutil.copytree(TESTS / "small", folder)
    shutil.rmtree(folder / "brand")
    shutil.copytree(ROOT / "brand", folder / "brand")
    shutil.copyfile(TESTS / "everything" / "everything.md", folder / "content" / "everything.md")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write((TESTS / "everything" / "extensions.yml").read_text(encoding="utf-8"))
    return folder


def copy_of_long(folder: Path) -> Path:
    """The demonstration with its chapters again and again."""
    write_long(folder, LONG_CHAPTERS)
    return folder


ROOTS: dict[str, Callable[[Path], Path]] = {
    "demonstration": lambda _: ROOT,
    "awkward": copy_of_awkward,
    "long": copy_of_long,
}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, headless."""
    with start_browser() as opened:
        yield opened


@contextmanager
def start_browser() -> Iterator[Browser]:
    """Debian's Chromium for a while."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "Chromium is missing: run `make test`, which installs it or says how."
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_ARGUMENTS))
        yield opened
        opened.close()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word on the terminal."""

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class QuietServer(http.server.ThreadingHTTPServer):
    """Does not mind when a browser closes a page before all of it has come."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing of a broken pipe, and lets all else be seen."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serves a folder for a while; gives its address."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    with QuietServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the demonstration is served."""
    with serve(site) as served:
        yield served
