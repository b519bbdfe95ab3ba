"""A build that is stopped, at whatever moment and by whatever, leaves the previous site as it was."""

import os
import re
import shutil
import signal
import subprocess
import sys
from itertools import product
from pathlib import Path
from subprocess import PIPE

import pytest

from tests.conftest import copy_of_small
from tests.integration.conftest import masthead, run, sampled

COMMAND = [sys.executable, "-m", "masthead"]
STOPPED = "masthead: Stopped.\n"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def tree_but_for_memory(root: Path) -> dict[str, bytes]:
    """The same without what a check remembers, also where nothing may be built."""
    return {path: content for path, content in tree(root).items() if path != ".masthead/checked.json"}


def leftovers(root: Path) -> list[str]:
    """What builds have left beside the cache and beside the site."""
    beside = [path.name for path in root.iterdir() if path.name.startswith(".site")]
    return beside + [path.name for path in (root / ".masthead").glob("build-*")]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small publication with its site, whose records were changed since."""
    root = copy_of_small(tmp_path_factory.mktemp("built") / "small")
    assert masthead("build", cwd=root).returncode == 0
    event = root / "events/launch.yml"
    event.write_text(event.read_text("utf-8").replace("title: The launch", "title: The second launch"), "utf-8")
    return root


@pytest.fixture
def fresh(built: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copytree(built, tmp_path / "fresh"))


# Runs a build that is sent a signal when it first opens a file whose path has this form: at the same moment each time.
AT_A_MOMENT = """
import os, re, sys

form, number, *sys.argv[1:] = re.compile(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:]
build, left = os.getpid(), [number]

def listen(event, values):
    if event == "open" and left and os.getpid() == build and form.search(str(values[0])):
        os.kill(build, left.pop())

sys.addaudithook(listen)
from masthead.__main__ import run
sys.exit(run())
"""
IN_SITE = r"/\.masthead/build-[^/]+/site/"
AT_ONCE = r"mkdocs\.yml$"
FILES_ARE_WRITTEN = IN_SITE
PAGES_ARE_WRITTEN = IN_SITE + r"events/[^/]+/index\.html$"
PAGES_ARE_COMPRESSED = IN_SITE + r"events/[^/]+/index\.html\.gz$"
MOMENTS = (AT_ONCE, FILES_ARE_WRITTEN, PAGES_ARE_WRITTEN, PAGES_ARE_COMPRESSED)


def stopped(root: Path, moment: str, number: signal.Signals) -> tuple[int, str]:
    """Status and words of a build that is sent a signal at a moment."""
    told = run(sys.executable, "-c", AT_A_MOMENT, moment, str(number.value), "build", cwd=root)
    return told.returncode, told.stderr


ASKED = [*product((signal.SIGINT, signal.SIGTERM), MOMENTS), (signal.SIGHUP, PAGES_ARE_WRITTEN)]
SAMPLE = [
    (signal.SIGINT, PAGES_ARE_WRITTEN),
    (signal.SIGTERM, PAGES_ARE_WRITTEN),
    (signal.SIGHUP, PAGES_ARE_WRITTEN),
]


@pytest.mark.parametrize(
    ("number", "moment"),
    [*SAMPLE, *(pytest.param(*one, marks=pytest.mark.prove) for one in ASKED if one not in SAMPLE)],
)
def test_a_build_that_is_asked_to_stop_clears_up_and_leaves_the_site(
    fresh: Path, number: signal.Signals, moment: str
) -> None:
    before = tree(fresh / "site")
    assert stopped(fresh, moment, number) == (2, STOPPED)
    assert tree(fresh / "site") == before
    assert leftovers(fresh) == []


@pytest.mark.parametrize("moment", sampled(MOMENTS, (PAGES_ARE_WRITTEN,)))
def test_a_build_that_is_killed_leaves_the_site_and_the_next_one_clears_up(fresh: Path, moment: str) -> None:
    before = tree(fresh / "site")
    assert stopped(fresh, moment, signal.SIGKILL)[0] == -signal.SIGKILL
    assert tree(fresh / "site") == before
    again = masthead("build", cwd=fresh)
    assert (again.returncode, again.stderr) == (0, "")
    assert "The second launch" in (fresh / "site/events/launch/index.html").read_text("utf-8")
    assert leftovers(fresh) == []


def test_of_two_builds_at_once_both_are_whole(fresh: Path) -> None:
    builds = [subprocess.Popen([*COMMAND, "build"], cwd=fresh, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [(build.wait(), build.stderr.read() if build.stderr else "") for build in builds] == [(0, ""), (0, "")]
    for build in builds:
        build.communicate()
    both = tree(fresh / "site")
    assert masthead("build", cwd=fresh).returncode == 0
    assert tree(fresh / "site") == both
    assert leftovers(fresh) == []


def in_a_namespace(root: Path, *commands: str) -> subprocess.CompletedProcess[str]:
    """Run commands of a shell where this user may mount file systems that nobody else sees."""
    return run("unshare", "--user", "--map-root-user", "--mount", "sh", "-ec", "\n".join(commands), cwd=root)


@pytest.fixture
def _namespaces(tmp_path: Path) -> None:
    if shutil.which("unshare") is None or in_a_namespace(tmp_path, "mount -t tmpfs none .").returncode != 0:
        pytest.skip("this system gives nobody a namespace")


@pytest.mark.usefixtures("_namespaces")
@pytest.mark.parametrize("kilobytes", [16, 300, 1500])
def test_a_full_disk_stops_the_build_with_a_sentence(fresh: Path, kilobytes: int) -> None:
    shutil.rmtree(fresh / ".masthead")
    (fresh / ".masthead").mkdir()
    before = tree(fresh / "site")
    mount = f"mount -t tmpfs -o size={kilobytes}k none .masthead"
    full = in_a_namespace(fresh, mount, f"set +e; {sys.executable} -m masthead build; echo $?; ls .masthead")
    status, *left = full.stdout.split()
    assert (status, [name for name in left if name.startswith("build-")]) == ("2", [])
    assert "No space left on device" in full.stderr or "There is no room left on the disk" in full.stderr
    assert "Traceback" not in full.stderr
    assert tree(fresh / "site") == before


@pytest.mark.usefixtures("_namespaces")
def test_a_site_on_another_disk_is_put_there_whole(fresh: Path) -> None:
    mount = "mkdir other; mount -t tmpfs none other; cp -R site other/site"
    build = f"{sys.executable} -m masthead build --site other/site > {fresh}/said"
    seen = in_a_namespace(fresh, mount, build, "ls -A other", "cat other/site/events/launch/index.html")
    names, _, page = seen.stdout.partition("\n")
    assert (seen.returncode, seen.stderr, names) == (0, "", "site")
    assert "The second launch" in page


def without_rights_of_root(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a program as a user whom the permissions of files bind."""
    rights = ("setpriv", "--bounding-set", "-all", "--inh-caps", "-all") if os.geteuid() == 0 else ()
    return run(*rights, *command, cwd=cwd)


@pytest.mark.skipif(os.geteuid() == 0 and shutil.which("setpriv") is None, reason="root may write everywhere")
@pytest.mark.parametrize(
    ("site", "closed"),
    [
        ("public/site", "public"),
        ("site", "site"),
        ("new/site", "."),
        ("site", ".masthead"),
        ("site", ".masthead/cache"),
    ],
)
def test_a_place_where_nobody_may_write_is_told(fresh: Path, site: str, closed: str) -> None:
    (fresh / "public").mkdir()
    before = tree(fresh / "site")
    (fresh / closed).chmod(0o555)
    told = without_rights_of_root(*COMMAND, "build", "--site", fresh / site, cwd=fresh)
    (fresh / closed).chmod(0o755)
    words = re.escape(f"masthead: {fresh / closed}").removesuffix(r"/\.")
    ends = r"[^ ]* may not be read or written. Give your account the right to, or name another place.\n"
    assert (told.returncode, told.stdout) == (2, "")
    assert re.fullmatch(words + ends, told.stderr), told.stderr
    assert tree(fresh / "site") == before
    assert leftovers(fresh) == []


@pytest.mark.parametrize(
    ("site", "words"),
    [
        (".", "{} holds the publication itself. Name a folder of its own for the website."),
        ("..", "{} holds the publication itself. Name a folder of its own for the website."),
        ("events", "{} is a place of records. Name a folder of its own for the website."),
        ("content/site", "{} is a place of records. Name a folder of its own for the website."),
        ("letters", "{} holds something else than a website, which would be lost. Name another folder."),
        ("letters/a.txt", "{} holds something else than a website, which would be lost. Name another folder."),
    ],
)
def test_a_site_takes_the_place_of_nothing_else(fresh: Path, site: str, words: str) -> None:
    (fresh / "letters").mkdir()
    (fresh / "letters/a.txt").write_text("Dear Ada", encoding="utf-8")
    before = tree_but_for_memory(fresh)
    told = masthead("build", "--site", site, cwd=fresh)
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr == f"masthead: {words.format((fresh / site).resolve())}\n"
    assert tree_but_for_memory(fresh) == before


def said_to_nobody(root: Path, *arguments: str) -> str:
    """What a command complains of, when the reader of its output has gone."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        told = subprocess.run([*COMMAND, *arguments], cwd=root, stdout=writer, stderr=PIPE, text=True, check=False)
    finally:
        os.close(writer)
    return told.stderr


@pytest.mark.parametrize("arguments", [("check",), ("check", "--format", "sarif"), ("schema", "out"), ("--help",)])
def test_a_reader_that_has_had_enough_is_no_fault(fresh: Path, arguments: tuple[str, ...]) -> None:
    assert said_to_nobody(fresh, *arguments) == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a file of Linux that is always full")
@pytest.mark.parametrize("command", ["check", "build", "schema", "reference"])
def test_an_output_that_is_full_is_told_in_a_sentence(fresh: Path, command: str) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        told = subprocess.run(
            [*COMMAND, command], cwd=fresh, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (told.returncode, told.stderr) == (
        2,
        "masthead: There is no room left on the disk. Make room, and try again.\n",
    )


def test_an_output_that_is_closed_is_no_fault(fresh: Path) -> None:
    closed = run("sh", "-c", f"{sys.executable} -m masthead check >&-", cwd=fresh)
    assert (closed.returncode, closed.stderr) == (0, "")
