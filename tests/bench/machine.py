"""What was measured, on what, and when."""

import datetime as dt
import json
import os
import platform
import re
import subprocess
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tests.bench.contenders import ROOM

PACKAGES = (
    *("mkdocs", "mkdocs-material", "markdown", "pagefind", "zensical", "hugo", "weasyprint", "pikepdf", "playwright"),
)


def machine() -> Mapping[str, str]:
    """The day, the processors and how busy they are, the memory, and every version that counts."""
    kinds = re.findall(r"^model name\s*: (.+)$", _read("/proc/cpuinfo"), re.MULTILINE)
    memory = re.findall(r"^MemTotal:\s+(\d+) kB$", _read("/proc/meminfo"), re.MULTILINE)
    return {
        "day": dt.datetime.now(dt.UTC).date().isoformat(),
        "processors": f"{os.cpu_count()} × {kinds[0] if kinds else platform.machine()}",
        "memory": f"{int(memory[0]) / 1e6:.0f} GB" if memory else "",
        "work waiting": f"{os.getloadavg()[0]:.1f}",
        "system": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        "Node.js": _said("node", "--version"),
        **{name: _version(name) for name in PACKAGES},
        "@11ty/eleventy": json.loads((ROOM / "package.json").read_text("utf-8"))["devDependencies"]["@11ty/eleventy"],
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _said(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except FileNotFoundError:
        return ""


def _read(path: str) -> str:
    return Path(path).read_text("utf-8") if Path(path).exists() else ""
