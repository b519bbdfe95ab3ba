"""What a host must be told to serve a site well: headers, redirects, compressed twins, a page for what is missing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from masthead.model.network import Network
from masthead.moves import moved_paths
from masthead.policy import FOR_A_YEAR, KEPT_FOR_A_YEAR, LOOK_AGAIN, headers


@dataclass(frozen=True)
class Orders:
    """What every server is told: the new path by each old one, and the headers of every answer."""

    moves: Mapping[str, str]
    headers: Mapping[str, str]

    @classmethod
    def of(cls, network: Network) -> Self:
        """What servers are told for one network."""
        return cls(moved_paths(network), headers(network.settings.analytics))


# Types that the servers do not know by themselves.
TYPES = {
    "atom": "application/atom+xml",
    "avif": "image/avif",
    "ics": "text/calendar",
    "webmanifest": "application/manifest+json",
    "woff2": "font/woff2",
}


def headers_file(orders: Orders) -> str:
    """`_headers`, as Netlify and Cloudflare Pages read it; both look again for all that has no rule of its own."""
    rules = ["/*", *(f"  {name}: {value}" for name, value in orders.headers.items())]
    for folder in KEPT_FOR_A_YEAR:
        rules += [f"{folder}*", f"  Cache-Control: {FOR_A_YEAR}"]
    return _lines(rules)


def redirects_file(orders: Orders) -> str:
    """`_redirects`, as Netlify, Cloudflare Pages and GitLab Pages read it."""
    return _lines(f"{old} {new} 301" for old, new in orders.moves.items())


def nginx(orders: Orders) -> str:
    """What belongs in a `server` block of nginx, beside its names and certificates."""
    folders = "|".join(KEPT_FOR_A_YEAR)
    return _lines(
        (
            "# For a server block of nginx 1.22 or newer: include it beside server_name, certificates and root.",
            "charset utf-8;",
            "charset_types text/css text/plain text/xml text/calendar application/atom+xml"
            " application/javascript application/json;",
            "gzip_static on;",
            "brotli_static on; # Debian: libnginx-mod-http-brotli-static; without that module, leave this line out",
            "error_page 404 /404.html;",
            f'set $masthead_cache "{LOOK_AGAIN}";',
            f"if ($uri ~ ({folders})) {{",
            f'  set $masthead_cache "{FOR_A_YEAR}";',
            "}",
            "add_header Cache-Control $masthead_cache;",
            *(f'add_header {name} "{value}" always;' for name, value in orders.headers.items()),
            *(f"location ~ \\.{ending}$ {{ types {{ {kind} {ending}; }} }}" for ending, kind in TYPES.items()),
            *(f"location = {old} {{ return 301 {new}; }}" for old, new in orders.moves.items()),
        )
    )


def caddy(orders: Orders) -> str:
    """What belongs in a site block of Caddy, beside its root."""
    return _lines(
        (
            "# For a site block of Caddy 2: import it beside root.",
            *(f"redir {old} {new} 301" for old, new in orders.moves.items()),
            "header {",
            *(f'  {name} "{value}"' for name, value in orders.headers.items()),
            f'  ?Cache-Control "{LOOK_AGAIN}"',  # only where no other rule has set it: Caddy sorts them its own way
            "}",
            f"@year path {' '.join(f'*{folder}*' for folder in KEPT_FOR_A_YEAR)}",
            f'header @year Cache-Control "{FOR_A_YEAR}"',
            *(
                line
                for ending, kind in TYPES.items()
                for line in (f"@{ending} path *.{ending}", f'header @{ending} Content-Type "{_with_letters(kind)}"')
            ),
            "file_server {",
            "  precompressed br gzip",
            "}",
            "handle_errors {",
            f'  header Cache-Control "{LOOK_AGAIN}"',
            "  rewrite * /404.html",
            "  file_server",
            "}",
        )
    )


def _with_letters(kind: str) -> str:
    """A type as it is sent: texts with the encoding of their letters."""
    return kind if kind.startswith(("font/", "image/")) else f"{kind}; charset=utf-8"


# Servers whose configuration lies outside the site, by the name that `masthead hosting` takes.
SERVERS: dict[str, Callable[[Orders], str]] = {"nginx": nginx, "caddy": caddy}

# Files that a host reads from the site itself.
FILES: dict[str, Callable[[Orders], str]] = {"_headers": headers_file, "_redirects": redirects_file}


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
