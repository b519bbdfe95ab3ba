"""A build is answered from its note; whatever it rests on, touched, makes it build again."""

import datetime as dt
import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from masthead import unchanged
from masthead.edge import read_edge
from masthead.kept import Before, Kept, Known, Note
from masthead.made import Made
from masthead.unchanged import NOTE, Asked, Told, before_of, read_inputs, remember, remembered
from tests.conftest import DAY

ZONE = "Europe/London"
UNTIL = dt.date(2026, 12, 1)
KNOWN = Known(
    "names",
    {"index.html": Kept("key", "’", "card.png", {"logo.svg": "a hash"}, {"logo-320.avif": "a key"})},
    {"index.md": Note("a key")},
)
AN_HOUR_NS = 3_600_000_000_000


@dataclass(frozen=True)
class Built:
    """A publication with a site and a note, a package that has built it, and the libraries of that."""

    root: Path
    package: Path
    libraries: Path

    @property
    def asked(self) -> Asked:
        return Asked(self.root, "mkdocs", self.root / "site", "ua-1")

    @property
    def told(self) -> Told:
        site = self.root / "site"
        return Told(Made(site, 1, site / "manifesto.pdf", 12, site / "events/calendar.ics", 3), "A warning.", "Red.")

    def note(self) -> None:
        edge = read_edge(self.root, ZONE)
        remember(self.asked, read_inputs(self.root), edge, UNTIL, self.told, KNOWN)


@pytest.fixture
def built(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    """The small publication with its note: its files are an hour old, and a page stands in its site."""
    one = Built(small, tmp_path / "package", tmp_path / "libraries")
    for name in ("site/index.html", "site/.well-known/security.txt", ".masthead/cache/one"):
        (small / name).parent.mkdir(parents=True, exist_ok=True)
        (small / name).write_text(name, encoding="utf-8")
    (one.package / "templates").mkdir(parents=True)
    (one.package / "templates/page.jinja").write_text("{{ title }}\n", encoding="utf-8")
    (one.libraries / "theme-1.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr(unchanged, "PACKAGE", one.package)
    monkeypatch.setattr(unchanged, "SEARCHED", (*unchanged.SEARCHED, str(one.libraries)))
    for path in tmp_path.rglob("*"):
        age(path)
    one.note()
    return one


def age(path: Path) -> None:
    """Let a file have been changed an hour ago."""
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns - AN_HOUR_NS))


def written(path: str) -> Callable[[Built], None]:
    """A change: a line more at the end of a file."""

    def change(built: Built) -> None:
        file = built.root / path
        file.write_bytes(file.read_bytes() + b"\n")

    return change


def of_equal_size(built: Built) -> None:
    file = built.root / "events/launch.yml"
    file.write_bytes(file.read_bytes().replace(b"title: The launch", b"title: The lunch!"))


def of_equal_size_and_time(built: Built) -> None:
    """A second change within one tick of the file system's clock, which has the time of the first."""
    file = built.root / "events/launch.yml"
    file.touch()
    built.note()
    status = file.stat()
    of_equal_size(built)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def added(built: Built) -> None:
    (built.root / "content/new.md").write_text("# New\n", encoding="utf-8")


def removed(built: Built) -> None:
    (built.root / "events/launch.yml").unlink()


def renamed(built: Built) -> None:
    (built.root / "events/launch.yml").rename(built.root / "events/lunch.yml")


def locked(built: Built) -> None:
    (built.root / "events/launch.yml").chmod(0o600)


def linked(built: Built) -> None:
    removed(built)
    (built.root / "events/launch.yml").symlink_to("regatta.yml")


def room_lost(built: Built) -> None:
    (built.root / "case-studies").rename(built.root / "studies")


def template(built: Built) -> None:
    (built.package / "templates/page.jinja").write_text("{{ headed }}", encoding="utf-8")


def module_added(built: Built) -> None:
    (built.package / "new.py").touch()


def library(built: Built) -> None:
    (built.libraries / "theme-1.0.dist-info").rename(built.libraries / "theme-2.0.dist-info")


def library_of_equal_version(built: Built) -> None:
    (built.libraries / "theme-1.0.dist-info/RECORD").touch()


def page_of_site(built: Built) -> None:
    (built.root / "site/index.html").touch()


def page_lost(built: Built) -> None:
    (built.root / "site/index.html").unlink()


def hidden_file_in_site(built: Built) -> None:
    (built.root / "site/.well-known/mine.txt").touch()


def site_lost(built: Built) -> None:
    (built.root / "site").rename(built.root / "public")


def noted(**fields: str) -> Callable[[Built], None]:
    """The note of a build on another day, or after another commit."""

    def change(built: Built) -> None:
        note = built.root / ".masthead" / NOTE
        line, rest = note.read_bytes().split(b"\n", 1)
        note.write_bytes(json.dumps({**json.loads(line), **fields}).encode() + b"\n" + rest)

    return change


def half_a_note(built: Built) -> None:
    note = built.root / ".masthead" / NOTE
    note.write_bytes(note.read_bytes()[:-40])


def another_note(built: Built) -> None:
    (built.root / ".masthead" / NOTE).write_text("[]", encoding="utf-8")


CHANGES: dict[str, Callable[[Built], None]] = {
    "a record": written("events/launch.yml"),
    "a record of equal size": of_equal_size,
    "a record of equal size and time": of_equal_size_and_time,
    "a chapter": written("manifesto/how.md"),
    "a case study": written("case-studies/one-crane.md"),
    "a page": written("content/contact.md"),
    "a picture": written("events/chart.svg"),
    "a logo": written("brand/logo/logo.svg"),
    "a token": written("brand/tokens.json"),
    "a font": written("brand/fonts/atkinson-400.woff2"),
    "mkdocs.yml": written("mkdocs.yml"),
    "a file added": added,
    "a file removed": removed,
    "a file renamed": renamed,
    "a file that is a link": linked,
    "the rights of a file": locked,
    "a room lost": room_lost,
    "a template": template,
    "a module": module_added,
    "a library": library,
    "a library of equal version": library_of_equal_version,
    "a page of the site": page_of_site,
    "a page of the site lost": page_lost,
    "a hidden file in the site": hidden_file_in_site,
    "the site lost": site_lost,
    "the day has come": noted(until=DAY.isoformat()),
    "a clock put back": noted(since="2026-11-23"),
    "another commit": noted(stamp="2026-11-20T09:30:00+00:00"),
    "another zone": noted(zone="Mars/Olympus"),
    "half a note": half_a_note,
    "a note of another kind": another_note,
}


@pytest.mark.parametrize("kind", CHANGES)
def test_whatever_is_touched_nothing_is_answered_from_the_note(kind: str, built: Built) -> None:
    assert remembered(built.asked) == built.told
    CHANGES[kind](built)
    assert remembered(built.asked) is None


OF_THE_SITE = ("a page of the site", "a page of the site lost", "a hidden file in the site", "the site lost")
OF_MASTHEAD = ("a template", "a module", "a library", "a library of equal version", "half a note")


@pytest.mark.parametrize("kind", CHANGES)
def test_a_site_is_as_built_whatever_becomes_of_the_records(kind: str, built: Built) -> None:
    CHANGES[kind](built)
    assert (before_of(built.asked) == Before(built.asked.site, KNOWN)) == (
        kind not in (*OF_THE_SITE, *OF_MASTHEAD, "a note of another kind")
    )


@pytest.mark.parametrize(
    "other",
    [{"engine": "zensical"}, {"site": Path("/elsewhere")}, {"conformance": "ua-2"}],
)
def test_another_argument_asks_for_another_build(other: dict[str, Any], built: Built) -> None:
    assert remembered(built.asked._replace(**other)) is None


@pytest.mark.parametrize("moment", ["1795392000", "1795219200", "1796083200"])
def test_another_moment_in_the_surroundings_asks_for_another_build(
    moment: str, built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
    assert remembered(built.asked) is None


def test_a_commit_asks_for_another_build(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    git = ("git", "-C", str(built.root), "-c", "user.name=A", "-c", "user.email=a@b.example")
    for command in (("init", "-q"), ("commit", "-q", "--allow-empty", "-m", "One", "--date", "2020-01-01T00:00:00Z")):
        subprocess.run((*git, *command), check=True, env={**os.environ, "GIT_COMMITTER_DATE": "2020-01-01T00:00:00Z"})
    edge = read_edge(built.root, ZONE)
    remember(built.asked, read_inputs(built.root), edge, dt.date.max, built.told, KNOWN)
    assert remembered(built.asked) == built.told
    subprocess.run((*git, "commit", "-q", "--allow-empty", "-m", "Two"), check=True)
    assert remembered(built.asked) is None


def test_a_touch_changes_nothing(built: Built) -> None:
    for path in (built.root / "events").iterdir():
        path.touch()
    assert remembered(built.asked) == built.told


def test_a_file_written_again_with_equal_content_changes_nothing(built: Built) -> None:
    file = built.root / "events/launch.yml"
    content = file.read_bytes()
    file.unlink()
    file.write_bytes(content)
    assert remembered(built.asked) == built.told


def test_what_changes_while_a_build_reads_is_seen_by_the_next(built: Built) -> None:
    inputs = read_inputs(built.root)
    written("events/launch.yml")(built)
    remember(built.asked, inputs, read_edge(built.root, ZONE), UNTIL, built.told, KNOWN)
    assert remembered(built.asked) is None


@pytest.mark.parametrize("line", ["hooks: [mine.py]", "markdown_extensions: [pymdownx.snippets]"])
def test_nothing_is_noted_where_the_engine_reads_files_of_its_own(line: str, built: Built) -> None:
    (built.root / ".masthead" / NOTE).unlink()
    with (built.root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(f"\n{line}\n")
    built.note()
    assert not (built.root / ".masthead" / NOTE).exists()


def test_nothing_is_noted_of_a_build_without_a_pdf(built: Built) -> None:
    (built.root / ".masthead" / NOTE).unlink()
    made = built.told.made._replace(pdf=None)
    remember(built.asked, read_inputs(built.root), read_edge(built.root, ZONE), UNTIL, Told(made), KNOWN)
    assert not (built.root / ".masthead" / NOTE).exists()


def test_a_note_that_cannot_be_written_is_no_fault(built: Built) -> None:
    (built.root / ".masthead" / NOTE).unlink()
    (built.root / ".masthead" / f"{NOTE}.partial").mkdir()
    built.note()
    assert remembered(built.asked) is None
