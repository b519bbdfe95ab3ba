"""Gives files below assets/ names that change with their content, so that a browser may keep them for a year."""

import hashlib
import posixpath
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from masthead.finish.built import Built

ASSETS = "assets"
LETTERS = 10
LASTING = ".txt"  # a licence of a font: it never changes, and paper names its address

IN_PAGE = re.compile(r'(?<=[\s"])((?:href|src|srcset|poster|content)=")([^"]*assets/[^"]*)(?=")')
IN_STYLE = re.compile(r'(url\("?)([^)"]+)(?="?\))')
IN_SCRIPT = re.compile(r'((?:from|import\()\s*")(\.{1,2}/[^"]+)(?=")')
REFERENCES = {".css": IN_STYLE, ".js": IN_SCRIPT}


def name_by_content(built: Built) -> None:
    """Rename the assets, those that others name first, and write the new names wherever the old ones stood."""
    renamed: dict[str, str] = {}
    for path in sorted((built.folder / ASSETS).rglob("*")):
        if path.is_file() and path.suffix != LASTING:
            _rename(path.relative_to(built.folder).as_posix(), built.folder, renamed)
    site = built.network.site.site_url.rstrip("/") + "/"
    for page in built.pages():
        folder = page.parent.relative_to(built.folder).as_posix()
        text = page.read_text(encoding="utf-8")
        page.write_bytes(_rewritten(text, IN_PAGE, folder, site, lambda path: renamed.get(path, path)).encode())


def _rename(path: str, folder: Path, renamed: dict[str, str]) -> str:
    """The new name of an asset, whose own references are rewritten first. Scripts do not import in circles."""
    file = folder / path
    if path in renamed or not file.is_file():
        return renamed.get(path, path)
    content = file.read_bytes()
    pattern = REFERENCES.get(file.suffix)
    if pattern:
        rename: Callable[[str], str] = lambda target: _rename(target, folder, renamed)  # noqa: E731
        content = _rewritten(content.decode(), pattern, posixpath.dirname(path), "", rename).encode()
    digest = hashlib.sha256(content).hexdigest()[:LETTERS]
    named = file.with_name(f"{file.stem}.{digest}{file.suffix}")
    file.unlink()
    named.write_bytes(content)
    renamed[path] = named.relative_to(folder).as_posix()
    return renamed[path]


def _rewritten(text: str, pattern: re.Pattern[str], folder: str, site: str, rename: Callable[[str], str]) -> str:
    """The text with the last part of each address that leads to a renamed file replaced."""

    def one(address: str) -> str:
        """One address: from the site's root where it is absolute, else from the folder of the file that has it."""
        bare = urlsplit(address)
        root = urlsplit(site).path or "/"
        if (bare.scheme or bare.netloc) and not (site and address.startswith(site)):
            return address
        path = bare.path.removeprefix(root) if bare.path.startswith("/") else posixpath.join(folder, bare.path)
        path = posixpath.normpath(path)
        old, new = posixpath.basename(path), posixpath.basename(rename(path))
        return address if old == new else address.replace(old, new)

    def replace(found: re.Match[str]) -> str:
        addresses = re.split(r"(,?\s+)", found[2]) if "srcset" in found[1] else [found[2]]
        return found[1] + "".join(map(one, addresses))

    return pattern.sub(replace, text)
