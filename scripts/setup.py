"""What `make site`, `make test` and `make bench` need, made ready: `python3 scripts/setup.py site`, `test`, or `bench`.

Only what is missing is done, so a second run does nothing and says nothing. Any Python from 3.11 on will do;
nothing but its standard library is used. Exit 0: ready. 2: cannot go on; one sentence says what is missing
and what to type.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_MARKER = VENV / "masthead-venv"  # there while .venv is whole: pip, interrupted, leaves halves behind
PYTHON = str(VENV / "bin" / "python")
OLDEST_PYTHON = (3, 11)

# The lock files that a set-up rests on: what builds packages, then the packages. Each holds the one before it.
LOCKS = {
    "site": ("requirements/build.txt", "requirements/site.txt"),
    "test": ("requirements/build.txt", "requirements/site.txt", "requirements/test.txt"),
    "bench": tuple(f"requirements/{name}.txt" for name in ("build", "site", "test", "bench")),
}

# The folders whose package-lock.json a set-up rests on.
NODE_PROJECTS: dict[str, tuple[Path, ...]] = {"site": (), "test": (ROOT,), "bench": (ROOT, ROOT / "tests" / "bench")}

# What WeasyPrint opens when it is imported. HarfBuzz's subsetter makes its PDF smaller, and will be required.
PANGO_LIBRARIES = {
    "linux": (
        "libgobject-2.0.so.0",
        "libpango-1.0.so.0",
        "libharfbuzz.so.0",
        "libharfbuzz-subset.so.0",
        "libfontconfig.so.1",
        "libpangoft2-1.0.so.0",
    ),
    "darwin": ("libpango-1.0.dylib", "libharfbuzz-subset.0.dylib", "libpangoft2-1.0.dylib"),
}

NGINX_BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")

# Settings of pip's that would put packages elsewhere, or change what the lock files say.
MISLEADING_PIP_SETTINGS = frozenset(
    f"PIP_{name}"
    for name in (
        *("CONSTRAINT", "DRY_RUN", "NO_BINARY", "NO_COMPILE", "NO_DEPS", "ONLY_BINARY", "PREFIX", "PYTHON"),
        *("REQUIREMENT", "REQUIRE_HASHES", "ROOT", "TARGET", "USER"),
    )
)


class SetupError(Exception):
    """What is missing or has failed, and what to do about it, in the words that are printed."""


class Need(NamedTuple):
    """Something that this machine must have, and the Debian packages that bring it."""

    name: str
    packages: tuple[str, ...]
    present: Callable[[], bool]
    without: str = ""  # what a site built without it lacks; empty where nothing can be built without it


def any_program(*names: str) -> Callable[[], bool]:
    return lambda: any(shutil.which(name) for name in names)


def ensurepip_is_here() -> bool:
    """Whether this Python can make a virtual environment: Debian's comes without the means."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def nginx_is_here() -> bool:
    """Whether nginx and its module for Brotli are here; Debian keeps it where only root looks for programs."""
    path = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin"))
    return bool(shutil.which("nginx", path=path)) and NGINX_BROTLI.exists()


def pango_is_here() -> bool:
    try:
        for library in PANGO_LIBRARIES.get(sys.platform, ()):
            ctypes.CDLL(library)
    except OSError:
        return False
    return True


SITE_NEEDS = (
    Need("Python's venv module", (f"python3.{sys.version_info.minor}-venv",), ensurepip_is_here),
    Need(
        "Pango",
        ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
        pango_is_here,
        without="the site is built without the manifesto's PDF",
    ),
)
TEST_NEEDS = (
    Need("Chromium", ("chromium",), any_program("chromium", "chromium-browser")),
    Need("a Java development kit", ("default-jdk-headless",), any_program("javac")),
    Need("nginx", ("nginx-light", "libnginx-mod-http-brotli-static"), nginx_is_here),
    Need("Caddy", ("caddy",), any_program("caddy")),
    Need("rsync", ("rsync",), any_program("rsync")),
    Need("Node.js", ("nodejs",), any_program("node")),
    Need("npm", ("npm",), any_program("npm")),
    Need("khal", ("khal",), any_program("khal")),
)
ALL_NEEDS = tuple(need._replace(without="") for need in SITE_NEEDS) + TEST_NEEDS
NEEDS = {"site": SITE_NEEDS, "test": ALL_NEEDS, "bench": ALL_NEEDS}


def say(text: str) -> None:
    print(text, flush=True)


def run(*command: str) -> None:
    """Runs quietly. Where the command fails, raises SetupError with all that it said."""
    finished = subprocess.run(
        command,
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in MISLEADING_PIP_SETTINGS},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if finished.returncode:
        failure = f"This failed, with exit {finished.returncode}: {' '.join(command)}"
        raise SetupError(f"{finished.stdout}{failure}")


def missing_from(needs: tuple[Need, ...]) -> tuple[Need, ...]:
    return tuple(need for need in needs if not need.present())


def packages_for(needs: tuple[Need, ...]) -> tuple[str, ...]:
    return tuple(package for need in needs for package in need.packages)


def may_use_sudo() -> bool:
    """Whether sudo is here and asks for no password."""
    try:
        run("sudo", "-n", "true")
    except (SetupError, FileNotFoundError):
        return False
    return True


def apt_get() -> tuple[str, ...]:
    """The words that start an `apt-get` which may install and asks nothing; none where there is none."""
    command = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300")
    if not shutil.which("apt-get"):
        return ()
    if os.geteuid() == 0:
        return command
    return ("sudo", "-n", *command) if may_use_sudo() else ()


def install_packages(apt: tuple[str, ...], packages: tuple[str, ...]) -> None:
    """Installs Debian packages; fetches Debian's lists only where they are absent or too old to serve."""
    say(f"Installing Debian packages: {' '.join(packages)}")
    install = (*apt, "install", "-y", "--no-install-recommends", *packages)
    try:
        run(*install)
    except SetupError:
        run(*apt, "update")
        run(*install)


def advice(missing: tuple[Need, ...]) -> str:
    """One sentence for a person who can install what the set-up could not."""
    names = ", ".join(need.name for need in missing)
    effect = "".join(f", so {need.without}" for need in missing if need.without)
    command = f"sudo apt-get install -y --no-install-recommends {' '.join(packages_for(missing))}"
    return f"This machine lacks {names}{effect}. On Debian or Ubuntu, type: {command}"


def provide_packages(needs: tuple[Need, ...]) -> None:
    """Installs what the machine lacks, where it may; raises SetupError where the rest cannot do without."""
    missing = missing_from(needs)
    apt = apt_get() if missing else ()
    if apt:
        try:
            install_packages(apt, packages_for(missing))
        except SetupError as failure:
            say(str(failure))
        missing = missing_from(missing)
    if any(not need.without for need in missing):
        raise SetupError(advice(tuple(need._replace(without="") for need in missing)))
    if missing:
        say(advice(missing))


def this_python() -> str:
    return ".".join(map(str, sys.version_info[:3]))


def venv_description() -> str:
    """Which Python .venv is of, and where: neither can change without making it anew."""
    return f"Python {this_python()}\nfrom {sys.base_prefix}\nin {ROOT}\n"


def provide_venv() -> None:
    """A whole .venv of this Python, in this place; one half made, moved or of another Python is made anew."""
    if has_text(VENV_MARKER, venv_description()):
        return
    say(f"Making .venv with Python {this_python()}")
    outside_any_venv = Path(sys.base_prefix, "bin", f"python3.{sys.version_info.minor}")
    run(str(outside_any_venv), "-m", "venv", "--clear", str(VENV))


def fingerprint(*files: str) -> str:
    """Changes when the bytes of any of the files, or of this program, do."""
    return hashlib.sha256(b"".join((ROOT / file).read_bytes() for file in (__file__, *files))).hexdigest()


def has_text(file: Path, text: str) -> bool:
    return file.is_file() and file.read_text(encoding="utf-8") == text


def python_digest(name: str) -> str:
    return fingerprint("pyproject.toml", *LOCKS[name])


def pip_install(*arguments: str) -> None:
    pip = (PYTHON, "-I", "-m", "pip", "--disable-pip-version-check", "--no-input")
    run(*pip, "install", "--no-user", *arguments)


def provide_python_packages(name: str) -> None:
    """The packages of requirements/<name>.txt and this project itself, in .venv."""
    stamps = {each: VENV / f"masthead-{each}" for each in LOCKS}
    if has_text(stamps[name], python_digest(name)):
        return
    say(f"Installing Python packages: requirements/{name}.txt")
    for marker in (VENV_MARKER, *stamps.values()):
        marker.unlink(missing_ok=True)
    pip_install("--require-hashes", "--requirement", "requirements/build.txt")
    pip_install("--require-hashes", "--no-build-isolation", "--use-pep517", "--requirement", LOCKS[name][-1])
    pip_install("--no-deps", "--no-build-isolation", "--editable", ".")
    names = list(LOCKS)
    for each in names[: names.index(name) + 1]:  # the packages for the tests are those for the site, and more
        stamps[each].write_text(python_digest(each), encoding="utf-8")
    VENV_MARKER.write_text(venv_description(), encoding="utf-8")


def provide_node_packages(project: Path) -> None:
    """The packages of a package-lock.json, in node_modules beside it, with none of their own install scripts run."""
    lock = project.relative_to(ROOT) / "package-lock.json"
    digest = fingerprint(str(lock.with_name("package.json")), str(lock))
    stamp = project / "node_modules" / ".masthead"
    if has_text(stamp, digest):
        return
    say(f"Installing npm packages: {lock}")
    run("npm", "ci", f"--prefix={project}", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund")
    stamp.write_text(digest, encoding="utf-8")


def provide(name: str) -> None:
    if sys.version_info < OLDEST_PYTHON:
        found = f"this is Python {this_python()} ({sys.executable})"
        raise SetupError(f"Masthead needs Python 3.11 or newer; {found}.")
    provide_packages(NEEDS[name])
    provide_venv()
    provide_python_packages(name)
    for project in NODE_PROJECTS[name]:
        provide_node_packages(project)


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or arguments[0] not in NEEDS:
        print(f"Usage: python3 scripts/setup.py {'|'.join(NEEDS)}", file=sys.stderr)
        return 2
    try:
        provide(arguments[0])
    except SetupError as problem:
        print(problem, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
