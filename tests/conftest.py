"""Fixtures that all tests share: the small publication, and the switch that rewrites golden files."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from masthead.edge import Edge
from masthead.load import load
from masthead.press import publication_of
from masthead.publish.publication import Publication

TESTS = Path(__file__).parent
BORROWED = ("brand/tokens.json", "brand/fonts/atkinson-400.woff2")
DAY = dt.date(2026, 11, 22)
STAMP = dt.datetime(2026, 11, 20, 9, 30, tzinfo=dt.UTC)

NOON = str(int(dt.datetime.combine(DAY, dt.time(12), dt.UTC).timestamp()))

# Laws are tried on the same examples at every `make test`, and on new ones at every `make prove`. Nothing is timed.
settings.register_profile("wander", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("wander"), derandomize=True)
settings.load_profile("same")

Golden = Callable[[str, str], None]
Read = Callable[[Path], Publication]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write what the tests got to tests/golden/")


@pytest.fixture(autouse=True)
def _the_day_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 22 November 2026, so that no test fails because an event is over."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A fresh, writable copy of the small publication."""
    return copy_of_small(tmp_path / "small")


@pytest.fixture(scope="session")
def read() -> Read:
    """Reads the publication below a folder as the public sees it on 22 November 2026."""
    return lambda root: _read(root, preview=False)


@pytest.fixture(scope="session")
def public(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The small publication as the public sees it on 22 November 2026."""
    return _read(copy_of_small(tmp_path_factory.mktemp("public") / "small"), preview=False)


@pytest.fixture(scope="session")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The small publication as its editors see it on 22 November 2026."""
    return _read(copy_of_small(tmp_path_factory.mktemp("preview") / "small"), preview=True)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with a golden file, or writes it there with --rewrite-golden."""

    def compare(name: str, got: str) -> None:
        path = TESTS / "golden" / name
        if request.config.getoption("--rewrite-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(got, encoding="utf-8")
        assert got == path.read_text(encoding="utf-8")

    return compare


def copy_of_small(folder: Path) -> Path:
    """The small publication, with the tokens and a font of the demonstration."""
    shutil.copytree(TESTS / "small", folder)
    for path in BORROWED:
        (folder / path).parent.mkdir(exist_ok=True)
        shutil.copyfile(TESTS.parent / path, folder / path)
    return folder


def _read(root: Path, *, preview: bool) -> Publication:
    loaded = load(root)
    assert loaded.network is not None, loaded.problems
    edge = Edge(root=root, day=DAY, stamp=STAMP)
    return publication_of(loaded.network, loaded.sources, edge, preview=preview)
