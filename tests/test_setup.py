"""The set-up: the lock files, and scripts/setup.py on machines that lack something."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
LOCKS = ("build", "site", "test", "bench")
NODE_PROJECTS = ("", "tests/bench/")

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PYPROJECT["project"]["optional-dependencies"]
ASKED_FOR = {
    "build": PYPROJECT["build-system"]["requires"] + PYPROJECT["dependency-groups"]["build"],
    "site": PYPROJECT["project"]["dependencies"] + EXTRAS["engines"],
    "test": PYPROJECT["project"]["dependencies"] + EXTRAS["engines"] + EXTRAS["test"],
    "bench": PYPROJECT["project"]["dependencies"] + EXTRAS["engines"] + EXTRAS["test"] + EXTRAS["bench"],
}


def npm_file(project: str, name: str) -> Any:
    return json.loads((ROOT / project / name).read_text(encoding="utf-8"))


def lock_text(lock: str) -> str:
    return (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")


def locked(lock: str) -> dict[str, list[str]]:
    """The versions of each package: several where they depend on the Python."""
    versions: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==(\S+)", lock_text(lock), flags=re.MULTILINE):
        versions.setdefault(name, []).append(version)
    return versions


@pytest.mark.parametrize(
    "file",
    [*(f"requirements/{lock}.txt" for lock in LOCKS), *(f"{project}package-lock.json" for project in NODE_PROJECTS)],
)
def test_no_lock_file_names_a_host_or_a_place_on_a_machine(file: str) -> None:
    written = (ROOT / file).read_text(encoding="utf-8")
    text = re.sub(r'"funding": (?:\{[^}]*\}|\[[^]]*\])', "", written)  # whom to give money, not whence packages come
    assert re.findall(r".*(?:://|file:|--(?:extra-)?index|--find-links|[ \"'=]/).*", text) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash(lock: str) -> None:
    packages = re.split(r"^(?=[a-z0-9])", lock_text(lock), flags=re.MULTILINE)[1:]
    assert [package for package in packages if "--hash=sha256:" not in package] == []
    assert len(packages) == sum(map(len, locked(lock).values()))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_satisfies_what_the_project_asks_for(lock: str) -> None:
    pins = locked(lock)
    asked_for = [Requirement(text) for text in ASKED_FOR[lock]]
    unsatisfied = [
        str(requirement)
        for requirement in asked_for
        if not all(map(requirement.specifier.contains, pins.get(requirement.name.lower(), ["0"])))
    ]
    assert unsatisfied == []


@pytest.mark.parametrize(("larger", "smaller"), [("test", "site"), ("bench", "test")])
def test_each_lock_holds_the_one_before_it(larger: str, smaller: str) -> None:
    pins = locked(larger)
    assert {name: pins.get(name) for name in locked(smaller)} == locked(smaller)


def test_what_builds_the_project_has_one_version_in_every_lock() -> None:
    site = locked("site")
    shared = {name: versions for name, versions in locked("build").items() if name in site}
    assert shared == {name: site[name] for name in shared}


@pytest.mark.parametrize("project", NODE_PROJECTS)
def test_an_npm_lock_holds_what_the_project_asks_for(project: str) -> None:
    package, lock = (npm_file(project, name) for name in ("package.json", "package-lock.json"))
    packages = lock["packages"]
    assert packages[""]["devDependencies"] == package["devDependencies"]
    installed = {name: each for name, each in packages.items() if name}
    assert [name for name, each in installed.items() if not each["integrity"].startswith("sha512-")] == []
    versions = {name.removeprefix("node_modules/"): each["version"] for name, each in installed.items()}
    assert versions.items() >= package["devDependencies"].items()


@pytest.mark.parametrize("project", NODE_PROJECTS)
def test_python_and_npm_are_told_one_version(project: str) -> None:
    assert npm_file(project, "package.json")["version"] == PYPROJECT["project"]["version"]


def run_setup(program: Path, *arguments: str, path: Path) -> subprocess.CompletedProcess[str]:
    """Runs a copy of the set-up with no standard input and only the programs of one folder."""
    return subprocess.run(
        [sys.executable, program, *arguments],
        env={"PATH": str(path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def setup_copy(tmp_path: Path) -> Path:
    (tmp_path / "scripts").mkdir()
    (tmp_path / "programs").mkdir()
    return Path(shutil.copy(ROOT / "scripts" / "setup.py", tmp_path / "scripts"))


def test_all_that_a_machine_lacks_is_said_at_once_and_nothing_is_made(setup_copy: Path, tmp_path: Path) -> None:
    ran = run_setup(setup_copy, "test", path=tmp_path / "programs")
    assert ran.stderr == (
        "This machine lacks Chromium, a Java development kit, Caddy, rsync, Node.js, npm, khal. On Debian or Ubuntu, "
        "type: sudo apt-get install -y --no-install-recommends "
        "chromium default-jdk-headless caddy rsync nodejs npm khal\n"
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["programs", "scripts"]


def test_a_program_that_is_there_is_not_asked_for(setup_copy: Path, tmp_path: Path) -> None:
    for program in ("caddy", "chromium-browser", "javac", "khal", "node", "rsync"):
        (tmp_path / "programs" / program).touch(mode=0o755)
    ran = run_setup(setup_copy, "test", path=tmp_path / "programs")
    assert ran.stderr == (
        "This machine lacks npm. On Debian or Ubuntu, type: sudo apt-get install -y --no-install-recommends npm\n"
    )


@pytest.mark.parametrize("arguments", [(), ("sight",), ("site", "test")])
def test_anything_but_the_name_of_a_set_up_is_answered_with_the_usage(
    arguments: tuple[str, ...], setup_copy: Path, tmp_path: Path
) -> None:
    ran = run_setup(setup_copy, *arguments, path=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "Usage: python3 scripts/setup.py site|test|bench\n"


def test_a_set_up_that_fails_shows_what_the_failing_program_said(setup_copy: Path, tmp_path: Path) -> None:
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "build.txt").write_text("no requirement at all\n", encoding="utf-8")
    (tmp_path / "requirements" / "site.txt").touch()
    (tmp_path / "pyproject.toml").touch()
    ran = run_setup(setup_copy, "site", path=tmp_path / "programs")
    assert ran.returncode == 2
    version = ".".join(map(str, sys.version_info[:3]))
    assert ran.stdout.splitlines() == [
        f"Making .venv with Python {version}",
        "Installing Python packages: requirements/site.txt",
    ]
    said, failure = ran.stderr.splitlines()[0], ran.stderr.splitlines()[-1]
    assert said.startswith("ERROR: Invalid requirement: 'no requirement at all")
    assert failure.startswith(f"This failed, with exit 1: {tmp_path}/.venv/bin/python -I -m pip ")
    assert not (tmp_path / ".venv" / "masthead-site").exists()


def test_make_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^\.PHONY: (.*)", makefile, flags=re.MULTILINE)[0].split()
    listed = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert sorted(line.split()[0] for line in listed.splitlines()) == sorted(
        target for target in targets if not target.startswith("setup-")
    )
