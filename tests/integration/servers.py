"""The site behind real servers, with the configurations of docs/deploy/server and what `masthead hosting` prints."""

import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError

from tests.integration.conftest import ROOT, masthead

AROUND_NGINX = """\
include /etc/nginx/modules-enabled/*.conf;
{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
{server}
}}
"""
PATIENCE_S = 20.0


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    headers: dict[str, str]
    body: bytes


def get(url: str, encoding: str = "") -> Answer:
    """Ask once, and follow no redirect."""
    asking = urllib.request.build_opener(_Stay)
    request = urllib.request.Request(url, headers={"Accept-Encoding": encoding} if encoding else {})
    try:
        with asking.open(request, timeout=PATIENCE_S) as reply:
            return Answer(reply.status, dict(reply.headers), reply.read())
    except HTTPError as other:
        return Answer(other.code, dict(other.headers), other.read())


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object, **__: object) -> None:
        """None: a redirect is an answer like any other."""


@contextmanager
def served(name: str, site: Path, folder: Path, root: Path) -> Iterator[str]:
    """Where a server serves `site`, with what `masthead hosting` prints for the publication below `root`."""
    program = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    assert program, f"{name} is missing: run `make test`, which installs it or says how."
    said = masthead("--root", root, "hosting", name)
    assert said.returncode == 0, said.stderr
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = SERVERS[name](folder, site, port, said.stdout)
    with (folder / "said.log").open("w") as log:
        surroundings = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
        process = subprocess.Popen([program, *map(str, command)], stdout=log, stderr=log, env=surroundings)
        try:
            _wait_for(f"http://127.0.0.1:{port}/", folder / "said.log")
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait(PATIENCE_S)


def _nginx(folder: Path, site: Path, port: int, told: str) -> tuple[str | Path, ...]:
    (folder / "masthead.conf").write_text(told, encoding="utf-8")
    server = _adapted("nginx.conf", folder, site).replace("listen 80;", f"listen 127.0.0.1:{port};")
    user = "user root;" if os.geteuid() == 0 else ""
    text = AROUND_NGINX.format(folder=folder, server=server, user=user)
    (folder / "nginx.conf").write_text(text, encoding="utf-8")
    return "-e", folder / "error.log", "-c", folder / "nginx.conf"


def _caddy(folder: Path, site: Path, port: int, told: str) -> tuple[str | Path, ...]:
    (folder / "masthead.caddy").write_text(told, encoding="utf-8")
    block = _adapted("Caddyfile", folder, site).replace("\nassociation.example {", f"\nhttp://127.0.0.1:{port} {{")
    (folder / "Caddyfile").write_text(f"{{\n  admin off\n}}\n{block}", encoding="utf-8")
    return "run", "--config", folder / "Caddyfile", "--adapter", "caddyfile"


SERVERS: dict[str, Callable[[Path, Path, int, str], tuple[str | Path, ...]]] = {"nginx": _nginx, "caddy": _caddy}


def _adapted(name: str, folder: Path, site: Path) -> str:
    """A configuration of the documents, with the folders of a test in place of those of a server."""
    text = (ROOT / "docs" / "deploy" / "server" / name).read_text(encoding="utf-8")
    assert "/srv/association/site" in text
    return text.replace("/srv/association/site", str(site)).replace("/etc/nginx", str(folder)).replace(
        "/etc/caddy", str(folder)
    )  # fmt: skip


def _wait_for(url: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            get(url)
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(log.read_text("utf-8"))
