"""A server that counts visits as Matomo and Plausible do, in small: their programs, their cookies, their requests.

What a browser asks of it is written down.
"""

import http.server
import ssl
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.integration.conftest import QuietHandler, QuietServer

MATOMO = """\
(() => {
  const set = {}, stop = [], state = {cookies: true};
  const names = () => [`_pk_id.${set.setSiteId}.1fff`, `_pk_ses.${set.setSiteId}.1fff`];
  const write = (name, value, life) => {
    document.cookie = `${name}=${value}; path=${set.setCookiePath}; max-age=${life}; samesite=${set.setCookieSameSite}`
      + (set.setSecureCookie ? "; secure" : "");
  };
  const can = {
    trackPageView: () => {
      if (state.cookies) {
        write(names()[0], "0123456789abcdef.1790000000", set.setVisitorCookieTimeout);
        write(names()[1], "1", set.setSessionCookieTimeout);
      }
      const told = new URLSearchParams({idsite: set.setSiteId, rec: 1, url: location.href});
      navigator.sendBeacon(`${set.setTrackerUrl}?${told}`);
    },
    enableLinkTracking: () => {},
    deleteCookies: () => names().forEach((name) => write(name, "", 0)),
    disableCookies: () => { state.cookies = false; },
  };
  const obey = ([name, value]) => (can[name] ?? ((given) => { set[name] = given ?? true; }))(value);
  const waiting = window._paq;
  window._paq = { push: (...calls) => calls.forEach(obey) };
  waiting.forEach(obey);
})();
"""
PLAUSIBLE = """\
(() => {
  const { domain, api } = document.currentScript.dataset;
  const body = JSON.stringify({ n: "pageview", d: domain, u: location.href });
  fetch(api, { method: "POST", headers: { "Content-Type": "text/plain" }, keepalive: true, body });
})();
"""
PROGRAMS = {"/matomo/matomo.js": MATOMO, "/js/script.js": PLAUSIBLE}


def certificate(folder: Path) -> ssl.SSLContext:
    """A certificate for any of the hosts here; the browser is told to take it."""
    key, chain = folder / "key.pem", folder / "chain.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=harbours.example",
         "-keyout", key, "-out", chain], check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    return context


class Stats(QuietHandler):
    """Counts: `asked` holds every request, its method, path and body."""

    asked: list[tuple[str, str, str]]

    def do_GET(self) -> None:  # noqa: N802 (http.server calls it so)
        """Send a program."""
        self._answer(PROGRAMS.get(self.path, ""), "text/javascript")

    def do_POST(self) -> None:  # noqa: N802 (http.server calls it so)
        """Take what was counted."""
        self._answer("", "text/plain", self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode())

    def _answer(self, text: str, kind: str, body: str = "") -> None:
        self.asked.append((self.command, self.path, body))
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())


class Site(QuietHandler):
    """Serves the folder `site`, which may be another one from one request to the next, with the headers `told`."""

    site: Path
    told: Mapping[str, str]

    def translate_path(self, path: str) -> str:
        """Where a file lies now."""
        self.directory = str(self.site)
        return super().translate_path(path)

    def end_headers(self) -> None:
        """The headers that a server is told to send; none of a browser's keeping, which would hide a new site."""
        for name, value in {**self.told, "Cache-Control": "no-store"}.items():
            self.send_header(name, value)
        super().end_headers()


@contextmanager
def serving(handler: type[http.server.BaseHTTPRequestHandler], secured: ssl.SSLContext) -> Iterator[int]:
    """The port on which a handler answers by HTTPS."""
    with QuietServer(("127.0.0.1", 0), handler) as server:
        server.socket = secured.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()
