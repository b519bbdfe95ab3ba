"""The preview: one rebuild for one save, a report where a record is broken, and never a dead server."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError

import pytest

from tests.integration.conftest import ROOT, sampled

PATIENCE_S = 30.0
CALM_S = 3.0
BUILDING = "Building documentation..."


@dataclass(frozen=True)
class Preview:
    """A running preview: where it is, and what it has said."""

    address: str
    log: Path

    def page(self, path: str) -> str:
        """A page as it is served now, be it the one for addresses that do not exist."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE_S) as reply:
                return str(reply.read().decode())
        except HTTPError as absent:
            return str(absent.read().decode())

    def wait_for(self, words: str, path: str) -> str:
        """The page once it says these words."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            if words in (text := self.page(path)):
                return text
            time.sleep(0.2)
        raise AssertionError(f"{path} never said “{words}”:\n{self.log.read_text('utf-8')}")

    def builds(self) -> int:
        """How often it has built, once nothing has happened for a while."""
        before, count = -1, self.log.read_text("utf-8").count(BUILDING)
        while before != count:
            time.sleep(CALM_S)
            before, count = count, self.log.read_text("utf-8").count(BUILDING)
        return count


@contextmanager
def serving(root: Path, engine: str = "mkdocs") -> Iterator[Preview]:
    """A preview of the publication below `root`, run by a copy of the package, so that templates may be changed."""
    package = root.parent / "scripts"
    if not package.exists():
        shutil.copytree(ROOT / "scripts" / "masthead", package / "masthead")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = root.parent / "log.txt"
    command = [sys.executable, "-m", "masthead", "serve", "--engine", engine, "--address", f"127.0.0.1:{port}"]
    with log.open("w") as stream:
        surroundings = {**os.environ, "PYTHONPATH": str(package)}
        process = subprocess.Popen(command, cwd=root, env=surroundings, stdout=stream, stderr=subprocess.STDOUT)
        try:
            yield _started(Preview(f"http://127.0.0.1:{port}/", log), process)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE_S)


def _started(preview: Preview, process: "subprocess.Popen[bytes]") -> Preview:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end and process.poll() is None:
        try:
            preview.page("")
        except URLError:
            time.sleep(0.2)
        else:
            return preview
    raise AssertionError(f"The preview never started:\n{preview.log.read_text('utf-8')}")


def replace(path: Path, pattern: str, new: str) -> None:
    """Save a file with the first place that fits the pattern changed."""
    text = path.read_text("utf-8")
    changed = re.sub(pattern, new, text, count=1, flags=re.MULTILINE)
    assert changed != text
    path.write_text(changed, encoding="utf-8")


@pytest.mark.parametrize("engine", sampled(["mkdocs", "properdocs"], ["mkdocs"]))
def test_one_save_of_anything_is_one_rebuild_and_shows(small: Path, engine: str) -> None:
    event = next((small / "events").glob("*.yml"))
    chapter = next((small / "manifesto").glob("*.md"))
    with serving(small, engine) as preview:
        assert preview.builds() == 1
        replace(event, "^title: .*", "title: A new name for it")
        preview.wait_for("A new name for it", f"events/{event.stem}/")
        assert preview.builds() == 2
        replace(chapter, r"\Z", "\nA last sentence.\n")
        preview.wait_for("A last sentence.", f"manifesto/{chapter.stem}/")
        assert preview.builds() == 3
        template = small.parent / "scripts/masthead/templates/components/page-head/page-head.jinja"
        replace(template, "<h1", '<h1 data-changed="yes"')
        preview.wait_for('data-changed="yes"', f"events/{event.stem}/")
        assert preview.builds() == 4
        _darken(small / "brand" / "tokens.json")
        preview.wait_for("--mh-color-text: #010203", "assets/masthead.css")
        assert preview.builds() == 5


def test_a_broken_record_is_reported_and_the_next_save_recovers(small: Path) -> None:
    event = next((small / "events").glob("*.yml"))
    good = event.read_text("utf-8")
    with serving(small) as preview:
        title = re.findall("^title: (.*)", good, re.MULTILINE)[0]
        event.write_text(good + "colour: red\n", encoding="utf-8")
        broken = preview.wait_for("mh-report", f"events/{event.stem}/")
        line = good.count("\n") + 1
        report = f"events/{event.name}:{line}:1: error: “colour” is not a field here. [unknown-field]"
        assert report in broken
        assert title in broken
        assert report in preview.log.read_text("utf-8")
        event.write_text(good.replace(title, "Mended at last"), encoding="utf-8")
        assert "mh-report" not in preview.wait_for("Mended at last", f"events/{event.stem}/")


def test_a_file_that_is_deleted_is_reported_and_the_last_good_site_stays(small: Path) -> None:
    logo = next((small / "brand" / "logo").glob("*.svg"))
    with serving(small) as preview:
        logo.unlink()
        broken = preview.wait_for("mh-report", "")
        assert f"There is no file “logo/{logo.name}” in brand/. [missing-file]" in broken
        assert "mh-page-head__title" in broken


def test_a_preview_starts_with_a_broken_record(small: Path) -> None:
    event = next((small / "events").glob("*.yml"))
    good = event.read_text("utf-8")
    event.write_text(good + "colour: red\n", encoding="utf-8")
    with serving(small) as preview:
        assert "“colour” is not a field here. [unknown-field]" in preview.page("")
        event.write_text(good, encoding="utf-8")
        preview.wait_for("mh-page-head__title", f"events/{event.stem}/")


@pytest.mark.parametrize("engine", sampled(["mkdocs", "properdocs"], ["mkdocs"]))
def test_a_broken_configuration_leaves_the_last_good_site(small: Path, engine: str) -> None:
    config = small / "mkdocs.yml"
    good = config.read_text("utf-8")
    with serving(small, engine) as preview:
        config.write_text(good + "theme: [\n", encoding="utf-8")
        end = time.monotonic() + PATIENCE_S
        while "the site stays as it was" not in preview.log.read_text("utf-8") and time.monotonic() < end:
            time.sleep(0.2)
        assert "the site stays as it was" in preview.log.read_text("utf-8")
        assert "mh-page-head__title" in preview.page("")
        config.write_text(good, encoding="utf-8")
        replace(next((small / "events").glob("*.yml")), "^title: .*", "title: Mended at last")
        preview.wait_for("Mended at last", "events/")


def _darken(tokens: Path) -> None:
    tree = json.loads(tokens.read_text("utf-8"))
    tree["color"]["light"]["text"]["$value"] = {"colorSpace": "srgb", "components": [1 / 255, 2 / 255, 3 / 255]}
    tokens.write_text(json.dumps(tree), encoding="utf-8")
