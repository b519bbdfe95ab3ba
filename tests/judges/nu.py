"""Judges HTML, stylesheets and drawings by the Nu validator of the W3C."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

JAR = Path(__file__).parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
KINDS = (".html", ".css", ".svg")


def errors(files: Iterable[Path]) -> list[str]:
    """What is wrong in these files, a sentence each: the file, and what the validator says."""
    found = _run("--errors-only", "--also-check-css", "--also-check-svg", "--format", "json", *map(str, files))
    return [f"{one.get('url', '')}: {one['message']}" for one in json.loads(found)["messages"]]


def version() -> str:
    """The version of the validator."""
    return re.split(r"\s", _run("--version").strip())[0]


def _run(*arguments: str) -> str:
    java = shutil.which("java")
    assert java, "Java is missing: run `make test`, which installs it or says how."
    done = subprocess.run([java, "-Xss4m", "-jar", str(JAR), *arguments], capture_output=True, text=True, check=False)
    return done.stderr or done.stdout
