"""What each contender has to do: build everything, build again where nothing changed, and after one change."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.clock import clocked
from tests.bench.contenders import CONTENDERS, EVENT, OURS, Contender, python

Change = Callable[[Path, str], AbstractContextManager[None]]
Proof = Callable[[Path, str], bool]

COLD, NOTHING, EDIT = "cold", "nothing changed", "one event edited"
EVENT_SHOWN, RENAMED, DELETED = f"events/{EVENT}", "large-event-0001", "large-event-0002"
CHAPTER, STUDY = "what-we-ask", "large-study-0000"


class UnshownError(Exception):
    """What was built does not show what was changed, so that its time says nothing."""


@dataclass(frozen=True)
class Task:
    """What is changed before a command runs, given the folder and a word, and undone much later; and what the site must
    show afterwards.
    """

    name: str
    command: tuple[str, ...]
    change: Change
    proof: Proof = lambda _site, _word: True


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A task done once, or the median of several times: seconds, bytes of memory, bytes of files that are new."""

    contender: str
    task: str
    events: int
    seconds: float
    processor: float
    memory: int
    written: int
    pages: int


def tasks(contender: Contender) -> Iterator[Task]:
    """In their order: each finds what the one before it has left."""
    build = contender.build
    yield Task(COLD, build, _without(contender.made), lambda site, _: (site / "index.html").is_file())
    yield Task(NOTHING, build, _as_it_is)
    yield Task(EDIT, build, edited(contender.event), _shows(EVENT_SHOWN))
    if contender is not CONTENDERS[OURS]:
        return
    yield Task("one chapter edited", build, edited(f"manifesto/{CHAPTER}.md"), _shows(f"manifesto/{CHAPTER}"))
    yield Task("one case study edited", build, edited(f"case-studies/{STUDY}.md"), _shows(f"our-work/{STUDY}"))
    yield Task("one event renamed", build, _renamed, lambda site, word: (site / "events" / word).is_dir())
    yield Task("one event deleted", build, _deleted, lambda site, _: not (site / "events" / DELETED).exists())
    yield Task("cold, the PDF kept", build, _without_all_but_the_pdf)
    yield Task("check, cold", python("masthead", "check"), _without(contender.made))
    yield Task("check", python("masthead", "check"), _as_it_is)
    yield Task("--help", python("masthead", "--help"), _as_it_is)


def measured(name: str, folder: Path, events: int, word: str) -> Iterator[Measured]:
    """Every task of a contender, in the folder that holds the projects; the changes are undone at the end."""
    contender = CONTENDERS[name]
    project = folder / contender.form
    with ExitStack() as undone:
        for task in tasks(contender):
            undone.enter_context(task.change(project, word))
            before = _stand(project)
            cost, _ = clocked(task.command, project)
            after = _stand(project)
            if not task.proof(project / contender.site, word):
                raise UnshownError(f"its site does not show “{task.name}”")
            yield Measured(
                contender=name,
                task=task.name,
                events=events,
                written=sum(size for state, size in after.items() if state not in before),
                pages=sum(1 for _ in (project / contender.site).rglob("*.html")),
                **vars(cost),
            )


def _stand(project: Path) -> dict[tuple[int, int], int]:
    """The sizes of all files by what changes when one is written: which it is, and when it was."""
    stats = (path.stat() for path in project.rglob("*") if path.is_file() and not path.is_symlink())
    return {(one.st_ino, one.st_mtime_ns): one.st_size for one in stats}


def _shows(page: str) -> Proof:
    return lambda site, word: word in (site / page / "index.html").read_text("utf-8")


@contextmanager
def _as_it_is(_project: Path, _word: str) -> Iterator[None]:
    yield


def _without(made: tuple[str, ...]) -> Change:
    @contextmanager
    def change(project: Path, _word: str) -> Iterator[None]:
        _put_aside(project, made)
        yield

    return change


@contextmanager
def _without_all_but_the_pdf(project: Path, _word: str) -> Iterator[None]:
    """Nothing is left but what was printed: the others print nothing."""
    aside = _put_aside(project, CONTENDERS[OURS].made)
    for path in (aside / ".masthead").rglob("*"):
        if path.is_file() and (path.suffix == ".latest" or path.read_bytes().startswith(b"%PDF")):
            put_back = project / path.relative_to(aside)
            put_back.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, put_back)
    yield


def _put_aside(project: Path, made: tuple[str, ...]) -> Path:
    """Move what was made out of the way, to where this returns. It is not deleted: for half a minute after thousands of
    files are gone, ext4 makes each new one several times slower, and who builds for the first time has deleted none.
    """
    aside = Path(tempfile.mkdtemp(prefix="aside-", dir=project.parent))
    for name in made:
        if (project / name).exists():
            (project / name).rename(aside / name)
    return aside


def edited(name: str) -> Change:
    """A paragraph more at the end of a text."""

    @contextmanager
    def change(project: Path, word: str) -> Iterator[None]:
        path = project / name
        before = path.read_text("utf-8")
        margin = "  " if path.suffix == ".yml" else ""
        path.write_text(f"{before}\n{margin}Changed: {word}.\n", "utf-8")
        yield
        path.write_text(before, "utf-8")

    return change


@contextmanager
def _renamed(project: Path, word: str) -> Iterator[None]:
    path, new = (project / "events" / f"{name}.yml" for name in (RENAMED, word))
    before = path.read_text("utf-8")
    path.unlink()
    new.write_text(f"moved_from: [{RENAMED}]\n{before}", "utf-8")
    yield
    new.unlink()
    path.write_text(before, "utf-8")


@contextmanager
def _deleted(project: Path, _word: str) -> Iterator[None]:
    path = project / "events" / f"{DELETED}.yml"
    before = path.read_text("utf-8")
    path.unlink()
    yield
    path.write_text(before, "utf-8")
