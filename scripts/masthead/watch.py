"""Watches what a preview shows, and says what was saved as soon as a moment is calm."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from masthead.render import THEME
from masthead.rooms import CONFIG, ROOMS
from masthead.styles import TEMPLATES

CALM_S = 0.02  # so long nothing more is saved: editors write a file in several steps
READ_ONLY = ("opened", "closed_no_write")


class Watcher(FileSystemEventHandler):
    """Notes what is saved, moved or removed, hidden files aside, and wakes whoever waits for it."""

    def __init__(self, root: Path) -> None:
        self._root, self._seen, self._lock = root, set[Path](), threading.Condition()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in READ_ONLY or (event.is_directory and event.event_type == "modified"):
            return
        paths = {Path(str(path)) for path in (event.src_path, event.dest_path) if path}
        if found := {path for path in paths if self._is_told_of(path)}:
            with self._lock:
                self._seen |= found
                self._lock.notify_all()

    def changed(self) -> set[Path]:
        """What has changed since the last time, as soon as something has and a moment is calm."""
        with self._lock:
            self._lock.wait_for(lambda: self._seen)
            while self._lock.wait(CALM_S):
                pass
            seen, self._seen = self._seen, set()
            return seen

    def _is_told_of(self, path: Path) -> bool:
        if path.parent == self._root:  # watched for mkdocs.yml alone
            return path.name == CONFIG
        return not path.name.startswith(".") and not path.name.endswith("~")


@contextmanager
def watching(root: Path) -> Iterator[Watcher]:
    """Watch the publication below `root`, and the templates and the theme."""
    watcher, observer = Watcher(root), Observer()
    observer.schedule(watcher, str(root), recursive=False)
    for folder in (*(root / room for room in ROOMS), TEMPLATES, THEME):
        if folder.is_dir():
            observer.schedule(watcher, str(folder), recursive=True)
    observer.start()
    try:
        yield watcher
    finally:
        observer.stop()
