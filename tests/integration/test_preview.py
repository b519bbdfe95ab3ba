"""The preview: one renewal for one save, a report where a record is broken, and never a dead server.

The same is true of the preview of an engine, which runs the plugin.
"""

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

PATIENCE_S = 90.0
CALM_S = 3.0
RENEWED, BUILDING = "Renewed in", "Building documentation..."  # what we say of it, and what an engine says
OURS = "masthead"


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

    def wait_until_gone(self, words: str, path: str) -> None:
        """Wait until the page does not say these words any more."""
        end = time.monotonic() + PATIENCE_S
        while words in self.page(path):
            assert time.monotonic() < end, self.log.read_text("utf-8")
            time.sleep(0.2)

    def wait_until_said(self, words: str) -> None:
        """Wait until the log has these words."""
        end = time.monotonic() + PATIENCE_S
        while words not in (said := self.log.read_text("utf-8")):
            assert time.monotonic() < end, said
            time.sleep(0.2)

    def builds(self) -> int:
        """How often it has built since it began, once nothing has happened for a while."""
        before, count = -1, self._count()
        while before != count:
            time.sleep(CALM_S)
            before, count = count, self._count()
        return count

    def _count(self) -> int:
        said = self.log.read_text("utf-8")
        return said.count(RENEWED) + max(said.count(BUILDING) - 1, 0)


@contextmanager
def serving(root: Path, server: str = OURS) -> Iterator[Preview]:
    """A preview of the publication below `root`, ours or that of an engine, run by a copy of the package, so that
    templates may be changed.
    """
    package = root.parent / "scripts"
    if not package.exists():
        shutil.copytree(ROOT / "scripts" / "masthead", package / "masthead")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = root.parent / "log.txt"
    option = "--address" if server == OURS else "--dev-addr"
    command = [sys.executable, "-m", server, "serve", option, f"127.0.0.1:{port}"]
    with log.open("w") as stream:
        surroundings = {**os.environ, "PYTHONPATH": str(package), "NO_MKDOCS_2_WARNING": "1"}
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


@pytest.mark.parametrize("server", sampled([OURS, "mkdocs", "properdocs"], [OURS, "mkdocs"]))
def test_one_save_of_anything_is_one_renewal_and_shows(small: Path, server: str) -> None:
    event = next((small / "events").glob("*.yml"))
    chapter = next((small / "manifesto").glob("*.md"))
    with serving(small, server) as preview:
        assert preview.builds() == 0
        replace(event, "^title: .*", "title: A new name for it")
        preview.wait_for("A new name for it", f"events/{event.stem}/")
        assert preview.builds() == 1
        replace(chapter, r"\Z", "\nA last sentence.\n")
        preview.wait_for("A last sentence.", f"manifesto/{chapter.stem}/")
        assert preview.builds() == 2
        template = small.parent / "scripts/masthead/templates/components/page-head/page-head.jinja"
        replace(template, "<h1", '<h1 data-changed="yes"')
        preview.wait_for('data-changed="yes"', f"events/{event.stem}/")
        assert preview.builds() == 3
        _darken(small / "brand" / "tokens.json")
        preview.wait_for("--mh-color-text: #010203", "assets/masthead.css")
        assert preview.builds() == 4


@pytest.mark.parametrize("server", sampled([OURS, "mkdocs"], [OURS]))
def test_a_broken_record_is_reported_and_the_next_save_recovers(small: Path, server: str) -> None:
    event = next((small / "events").glob("*.yml"))
    good = event.read_text("utf-8")
    with serving(small, server) as preview:
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


@pytest.mark.parametrize("server", sampled([OURS, "mkdocs"], [OURS]))
def test_a_file_that_is_deleted_is_reported_and_the_last_good_site_stays(small: Path, server: str) -> None:
    logo = next((small / "brand" / "logo").glob("*.svg"))
    with serving(small, server) as preview:
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


@pytest.mark.parametrize("server", sampled(["mkdocs", "properdocs"], ["mkdocs"]))
def test_a_configuration_that_an_engine_refuses_leaves_the_last_good_site(small: Path, server: str) -> None:
    config = small / "mkdocs.yml"
    good = config.read_text("utf-8")
    with serving(small, server) as preview:
        config.write_text(good + "theme: [\n", encoding="utf-8")
        preview.wait_until_said("the site stays as it was")
        assert "mh-page-head__title" in preview.page("")
        config.write_text(good, encoding="utf-8")
        replace(next((small / "events").glob("*.yml")), "^title: .*", "title: Mended at last")
        preview.wait_for("Mended at last", "events/")


def test_a_broken_configuration_is_reported_over_the_last_good_site(small: Path) -> None:
    config = small / "mkdocs.yml"
    good = config.read_text("utf-8")
    with serving(small) as preview:
        config.write_text(good + "theme: [\n", encoding="utf-8")
        broken = preview.wait_for("mh-report", "")
        assert "mkdocs.yml:" in broken
        assert "mh-page-head__title" in broken
        config.write_text(good, encoding="utf-8")
        preview.wait_until_gone("mh-report", "")


def test_what_only_an_engine_does_is_shown_by_the_engine(small: Path) -> None:
    with (small / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("\nhooks: [hook.py]\n")
    (small / "hook.py").write_text("def on_page_content(html, **_):\n    return html + '<p>Hooked.</p>'\n", "utf-8")
    with serving(small) as preview:
        preview.wait_for("Hooked.", "events/")


def test_a_page_is_what_a_build_of_its_drafts_would_show_and_addresses_are_answered(small: Path) -> None:
    with serving(small) as preview:
        page = preview.page("events/launch")  # without its slash
        assert "mh-page-head__title" in page
        assert '<script type="module" src="/~masthead/reload.js?edition=' in page
        assert "This page is not here" in preview.page("nowhere/at/all/")
        assert preview.page("events/launch/launch.ics").startswith("BEGIN:VCALENDAR")
        assert preview.page("assets/scripts/menu.js")
        assert '"languages"' in preview.page("search/index/pagefind-entry.json")


def test_a_site_below_a_folder_is_answered_there_and_at_the_root(small: Path) -> None:
    replace(small / "mkdocs.yml", "^site_url: .*", "site_url: https://harbours.example/network/")
    with serving(small) as preview:
        for room in ("", "network/"):
            with urllib.request.urlopen(f"{preview.address}{room}events/launch", timeout=PATIENCE_S) as reply:
                assert reply.url == f"{preview.address}{room}events/launch/"
                assert "mh-page-head__title" in reply.read().decode()
        assert "This page is not here" in preview.page("network/events/nowhere")


def test_what_a_browser_has_already_is_not_sent_again(small: Path) -> None:
    with serving(small) as preview:
        style = f"{preview.address}assets/masthead.css"
        with urllib.request.urlopen(style, timeout=PATIENCE_S) as reply:
            tag = reply.headers["ETag"]
        again = urllib.request.Request(style, headers={"If-None-Match": tag})
        with pytest.raises(HTTPError) as same:
            urllib.request.urlopen(again, timeout=PATIENCE_S)
        assert (same.value.code, same.value.read()) == (304, b"")
        _darken(small / "brand" / "tokens.json")
        preview.wait_for("--mh-color-text: #010203", "assets/masthead.css")
        with urllib.request.urlopen(again, timeout=PATIENCE_S) as reply:
            assert reply.status == 200


def test_a_browser_is_told_of_each_save(small: Path) -> None:
    with serving(small) as preview:
        changes = f"{preview.address}~masthead/changes"
        with urllib.request.urlopen(changes, timeout=PATIENCE_S) as told:
            first = told.readline()
            replace(next((small / "events").glob("*.yml")), "^title: .*", "title: A new name for it")
            assert told.readline() == b"\n"
            assert re.fullmatch(rb"data: \d+\n", second := told.readline())
            assert second > first


def test_nothing_is_shown_where_something_else_is(small: Path) -> None:
    with serving(small) as preview:
        address = preview.address.removeprefix("http://").strip("/")
        command = [sys.executable, "-m", "masthead", "serve", "--address", address]
        refused = subprocess.run(command, cwd=small, capture_output=True, text=True, check=False)
    said = f"masthead: Nothing can be shown at {address}: [Errno 98] Address already in use. Name another address.\n"
    assert (refused.returncode, refused.stderr) == (2, said)


def _darken(tokens: Path) -> None:
    tree = json.loads(tokens.read_text("utf-8"))
    tree["color"]["light"]["text"]["$value"] = {"colorSpace": "srgb", "components": [1 / 255, 2 / 255, 3 / 255]}
    tokens.write_text(json.dumps(tree), encoding="utf-8")
