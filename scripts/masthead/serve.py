"""Shows the site to a browser, and tells it to look again after every save.

A browser keeps one connection open, on which it is told of each new edition (server-sent events, WHATWG HTML 9.2).
"""

import hashlib
import mimetypes
import os
import posixpath
import runpy
import sys
import threading
import time
import webbrowser
from collections.abc import Iterable
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from masthead.engine import Engine, surroundings
from masthead.frames import FrameError
from masthead.halt import MastheadError
from masthead.live import Answer, Live, Tell
from masthead.render import render
from masthead.watch import watching

OURS = Path(__file__).parent
ALIVE_S = 30  # between two signs of life, which show whether the browser is still there
CHANGES, RELOAD = "/~masthead/changes", "/~masthead/reload.js"
# A browser opens few connections to one server, so only the page that is looked at has one.
SCRIPT = """
const shown = new URL(import.meta.url).searchParams.get("edition");
let changes;
function listen() {
  changes?.close();
  if (document.visibilityState === "hidden") return;
  changes = new EventSource(`/~masthead/changes?page=${encodeURIComponent(location.pathname)}`);
  changes.onmessage = (event) => { if (event.data !== shown) location.reload(); };
}
document.addEventListener("visibilitychange", listen);
listen();
"""
# What a system may name otherwise, and how a browser then refuses to run it.
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".wasm": "application/wasm"}
UNKNOWN = "application/octet-stream"


class Editions:
    """The number of the present edition, and whoever waits for the next one."""

    def __init__(self) -> None:
        self.number = round(time.time() * 1000)  # of a server that is started again, none has the number of the last
        self._changed = threading.Condition()

    def next(self) -> None:
        """There is another edition."""
        with self._changed:
            self.number = max(self.number + 1, round(time.time() * 1000))
            self._changed.notify_all()

    def wait(self, known: int) -> int:
        """The number, as soon as it is another one, or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self.number != known, ALIVE_S)
            return self.number


class Server(ThreadingHTTPServer):
    """Answers every browser in a thread of its own, with what the site is now."""

    daemon_threads = True

    def __init__(self, address: str, root: Path, engine: Engine, tell: Tell) -> None:
        """Raises MastheadError where nothing can be shown at that address."""
        self.tell, self.editions = tell, Editions()
        self.looked_at: list[str] = []  # the addresses of pages that wait for the next edition
        self.live = Live(root, engine, tell, self.editions.next)
        host, _, port = address.rpartition(":")
        try:
            super().__init__((host.strip("[]") or "127.0.0.1", int(port)), Handler)
        except (OSError, ValueError, OverflowError) as fault:
            raise MastheadError(f"Nothing can be shown at {address}: {fault}. Name another address.") from fault

    def answer(self, address: str) -> Answer:
        """What is at an address, or why it cannot be made."""
        try:
            return self.live.answer(address)
        except (MastheadError, FrameError) as fault:
            self.tell(str(fault))
            said = render("pages/waiting.html.jinja", report=str(fault))
            return Answer("fault.html", str(said).encode(), is_found=False)


class Handler(BaseHTTPRequestHandler):
    """Answers the questions that a browser asks over one connection."""

    server: Server
    protocol_version = "HTTP/1.1"  # which keeps a connection for the next question
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answer with a page or a file, or tell of each new edition."""
        asked = urlsplit(self.path)
        path = unquote(asked.path)
        with suppress(ConnectionError):  # the browser has gone
            if path == CHANGES:
                self._tell_changes(_address(unquote(asked.query.removeprefix("page="))))
            elif path == RELOAD:
                self._send(HTTPStatus.OK, RELOAD, SCRIPT.encode())
            else:
                self._show(_address(path))

    def log_message(self, *_: object) -> None:
        """Nothing is said of what goes well, and the page itself shows what does not."""

    def _show(self, address: str) -> None:
        number = self.server.editions.number  # before the page is made: a later edition is then seen as another
        answer = self.server.answer(address)
        if not answer.is_found and self.server.live.has_page(address):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{quote(address)}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        content, name = answer.content, answer.path
        if not name or name.endswith(("/", ".html")):
            script = f'<script type="module" src="{RELOAD}?edition={number}"></script>'.encode()
            content, name = content.replace(b"</body>", script + b"</body>"), "page.html"
        self._send(HTTPStatus.OK if answer.is_found else HTTPStatus.NOT_FOUND, name, content)

    def _send(self, status: HTTPStatus, name: str, content: bytes) -> None:
        tag = f'"{hashlib.sha256(content).hexdigest()}"'
        if status is HTTPStatus.OK and self.headers["If-None-Match"] == tag:
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self.send_header("ETag", tag)
            self.end_headers()
            return
        self.send_response(status)
        self.send_header("ETag", tag)
        self.send_header("Content-Type", TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or UNKNOWN)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-cache")  # kept, and asked for again each time
        self.end_headers()
        self.wfile.write(content)

    def _tell_changes(self, address: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")  # it has no end
        self.end_headers()
        number = 0
        self.server.looked_at.append(address)
        try:
            while True:
                number = self.server.editions.wait(number)
                self.wfile.write(f"data: {number}\n\n".encode())
        finally:
            self.server.looked_at.remove(address)


def serve(root: Path, engine: Engine, address: str, tell: Tell, *, opens: bool) -> None:
    """Show the site below `root` until somebody stops it. Raises MastheadError where it cannot be shown there."""
    with Server(address, root, engine, tell) as server, watching(root) as watcher:
        tell("Reading and checking")
        server.live.renew()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        tell(f"The site is shown at http://{address}/. Ctrl+C ends it.")
        if opens:
            webbrowser.open(f"http://{address}/")
        while True:
            changed = watcher.changed()
            started = time.monotonic()
            server.live.renew(forgets=any(path.is_relative_to(OURS) for path in changed))
            server.editions.next()
            tell(f"Renewed in {time.monotonic() - started:.2f} s: {_named(changed, root)}")
            for page in tuple(server.looked_at):  # until a browser asks for it, half of it is made
                server.answer(page)


def serve_by_engine(root: Path, engine: Engine, address: str, _: Tell, *, opens: bool) -> None:
    """The engine’s own preview, which makes all pages after every save: for what only an engine does."""
    os.environ.update(surroundings())
    os.chdir(root)
    sys.argv = [engine, "serve", "--dev-addr", address, *(["--open"] if opens else [])]
    runpy.run_module(engine, run_name="__main__", alter_sys=True)


def _address(path: str) -> str:
    """The address that a path means, without the slash it begins with."""
    address = posixpath.normpath(f"/{path}").strip("/")
    return address + ("/" if address and path.endswith("/") else "")


def _named(changed: Iterable[Path], root: Path) -> str:
    names = (path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name for path in changed)
    return ", ".join(sorted(names))
