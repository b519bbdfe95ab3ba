"""Shows the site to a browser, and tells it to look again after every save.

A browser keeps one connection open, on which it is told of each new edition (server-sent events, WHATWG HTML 9.2).
"""

import contextlib
import mimetypes
import os
import posixpath
import runpy
import sys
import threading
import time
import webbrowser
from collections.abc import Iterable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from masthead.engine import Engine, surroundings
from masthead.frames import FrameError
from masthead.halt import MastheadError
from masthead.live import Answer, Live, Tell
from masthead.render import THEME, render
from masthead.rooms import CONFIG, ROOMS
from masthead.styles import TEMPLATES

CALM_S = 0.05  # so long nothing more is saved: editors write a file in several steps
CHANGES, RELOAD = "/~masthead/changes", "/~masthead/reload.js"
# A browser opens few connections to one server, so only the page that is looked at has one.
SCRIPT = """
const shown = new URL(import.meta.url).searchParams.get("edition");
let changes;
function listen() {
  changes?.close();
  if (document.visibilityState === "hidden") return;
  changes = new EventSource("/~masthead/changes");
  changes.onmessage = (event) => { if (event.data !== shown) location.reload(); };
}
document.addEventListener("visibilitychange", listen);
listen();
"""
# What a system may name otherwise, and how a browser then refuses to run it.
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".wasm": "application/wasm"}
UNKNOWN = "application/octet-stream"
OURS = Path(__file__).parent
ALIVE_S = 30  # between two signs of life, which show whether the browser is still there


class Editions:
    """The number of the present edition, and whoever waits for the next one."""

    def __init__(self) -> None:
        self.number = round(time.time() * 1000)  # of a server that is started again, none has the number of the last
        self._changed = threading.Condition()

    def next(self) -> None:
        with self._changed:
            self.number = max(self.number + 1, round(time.time() * 1000))
            self._changed.notify_all()

    def wait(self, known: int) -> int:
        """The number, as soon as it is another one, or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self.number != known, ALIVE_S)
            return self.number


class _Watcher(FileSystemEventHandler):
    """Notes what is saved, moved or removed, hidden files aside, and wakes whoever waits for it."""

    def __init__(self, root: Path) -> None:
        self._root, self._seen, self._lock = root, set[Path](), threading.Condition()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("opened", "closed_no_write") or (event.is_directory and event.event_type == "modified"):
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


def _handler(live: Live, editions: Editions, tell: Tell) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Answers a browser."""

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            with contextlib.suppress(ConnectionError):  # the browser has gone
                if path == CHANGES:
                    self._tell_changes()
                elif path == RELOAD:
                    self._send(HTTPStatus.OK, "reload.js", SCRIPT.encode())
                else:
                    self._show(posixpath.normpath(path).lstrip("/") + ("/" if path.endswith("/") else ""))

        def _show(self, address: str) -> None:
            address = "" if address in ("/", "./", ".") else address
            number = editions.number
            if live.has_page(address):
                self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                self.send_header("Location", f"/{quote(address)}/")
                self.end_headers()
                return
            try:
                answer = live.answer(address)
            except (MastheadError, FrameError) as fault:
                tell(str(fault))
                answer = Answer(
                    "fault.html", str(render("pages/waiting.html.jinja", report=fault)).encode(), is_found=False
                )
            is_page = answer.path.endswith(("/", ".html")) or not answer.path
            script = f'<script type="module" src="{RELOAD}?edition={number}"></script>'.encode()
            content = answer.content.replace(b"</body>", script + b"</body>") if is_page else answer.content
            status = HTTPStatus.OK if answer.is_found else HTTPStatus.NOT_FOUND
            self._send(status, "page.html" if is_page else answer.path, content)

        def _send(self, status: HTTPStatus, name: str, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or UNKNOWN)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(content)

        def _tell_changes(self) -> None:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            number = 0
            while True:
                number = editions.wait(number)
                self.wfile.write(f"data: {number}\n\n".encode())

        def log_message(self, *_: object) -> None:
            """Nothing is said of what goes well, and the page itself shows what does not."""

    return Handler


def serve(root: Path, engine: Engine, address: str, tell: Tell, *, opens: bool) -> None:
    """Show the site below `root` until somebody stops it. Raises MastheadError where it cannot be shown there."""
    live, editions, watcher = Live(root, engine, tell), Editions(), _Watcher(root)
    tell("Reading and checking")
    with _server(address, _handler(live, editions, tell)) as server:
        live.renew()
        observer = _observed(root, watcher)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        tell(f"The site is shown at http://{address}/. Ctrl+C ends it.")
        if opens:
            webbrowser.open(f"http://{address}/")
        try:
            while True:
                changed = watcher.changed()
                started = time.monotonic()
                live.renew(forgets=any(path.is_relative_to(OURS) for path in changed))
                editions.next()
                tell(f"Renewed in {time.monotonic() - started:.2f} s: {_named(changed, root)}")
        finally:
            observer.stop()


def serve_by_engine(_root: Path, engine: Engine, address: str, _tell: Tell, *, opens: bool) -> None:
    """The engine’s own preview, which makes all pages after every save: for what only an engine does."""
    os.environ.update(surroundings())
    os.chdir(_root)
    sys.argv = [engine, "serve", "--dev-addr", address, *(["--open"] if opens else [])]
    runpy.run_module(engine, run_name="__main__", alter_sys=True)


def _server(address: str, handler: type[BaseHTTPRequestHandler]) -> ThreadingHTTPServer:
    host, _, port = address.rpartition(":")
    try:
        server = ThreadingHTTPServer((host.strip("[]") or "127.0.0.1", int(port)), handler)
    except (OSError, ValueError, OverflowError) as fault:
        raise MastheadError(f"Nothing can be shown at {address}: {fault}. Name another address.") from fault
    server.daemon_threads = True
    return server


def _observed(root: Path, watcher: _Watcher) -> BaseObserver:
    observer = Observer()
    observer.schedule(watcher, str(root), recursive=False)
    for folder in (*(root / room for room in ROOMS), TEMPLATES, THEME):
        if folder.is_dir():
            observer.schedule(watcher, str(folder), recursive=True)
    observer.start()
    return observer


def _named(changed: Iterable[Path], root: Path) -> str:
    names = (path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name for path in changed)
    return ", ".join(sorted(names))
