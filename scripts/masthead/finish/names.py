"""Gives files below assets/ names that change with their content, so that a browser may keep them for a year."""

import hashlib
import posixpath
import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlsplit

from masthead.finish.built import files_in

ASSETS = "assets"
LETTERS = 10
LASTING = ".txt"  # a licence of a font: it never changes, and paper names its address

# Looks back from the sign of equality: an expression that begins by looking back tries each letter of a page.
IN_PAGE = re.compile(
    r'(="(?:(?<=[\s"]href=")|(?<=[\s"]src=")|(?<=[\s"]srcset=")|(?<=[\s"]poster=")|(?<=[\s"]content=")))'
    r'([^"]*assets/[^"]*)(?=")'
)
IN_STYLE = re.compile(r'(url\("?)([^)"]+)(?="?\))')
IN_SCRIPT = re.compile(r'((?:from|import\()\s*")(\.{1,2}/[^"]+)(?=")')
REFERENCES = {".css": IN_STYLE, ".js": IN_SCRIPT}


Rename = Callable[[str], str]


def names_by_content(folder: Path) -> dict[str, str]:
    """The new paths of the assets by the old ones. Those that name others have the new names in them afterwards."""
    renamed: dict[str, str] = {}
    for path in sorted(Path(file.path) for file in files_in(folder / ASSETS) if not file.name.endswith(LASTING)):
        _named(path.relative_to(folder).as_posix(), folder, renamed)
    return renamed


def move_assets(folder: Path, renamed: Mapping[str, str]) -> None:
    """Give the assets their new names."""
    for old, new in renamed.items():
        (folder / old).rename(folder / new)


def with_names(renamed: Mapping[str, str], site_url: str) -> Callable[[str, str], str]:
    """What writes the new names into the text of a page, given its file."""
    site = site_url.rstrip("/") + "/"
    new = partial(_renamed, site=site, rename=lambda path: renamed.get(path, path))
    from_root = cache(partial(new, folder=""))

    def write(text: str, file: str) -> str:
        folder = posixpath.dirname(file)
        up = "../" * (folder.count("/") + 1) if folder else ""
        return _rewritten(text, IN_PAGE, partial(_seen_from, up, from_root, partial(new, folder=folder)))

    return write


def _named(path: str, folder: Path, renamed: dict[str, str]) -> str:
    """The new name of an asset, whose own references are rewritten first. Scripts do not import in circles."""
    file = folder / path
    if path in renamed or not file.is_file():
        return renamed.get(path, path)
    content = before = file.read_bytes()
    pattern = REFERENCES.get(file.suffix)
    if pattern:
        here = posixpath.dirname(path)
        renaming = partial(_renamed, folder=here, site="", rename=lambda target: _named(target, folder, renamed))
        content = _rewritten(content.decode(), pattern, renaming).encode()
    digest = hashlib.sha256(content).hexdigest()[:LETTERS]
    named = file.with_name(f"{file.stem}.{digest}{file.suffix}")
    if content != before:
        file.write_bytes(content)
    renamed[path] = named.relative_to(folder).as_posix()
    return renamed[path]


def _seen_from(up: str, from_root: Rename, from_here: Rename, address: str) -> str:
    """The new address in a page from which `up` leads to the site's root: nearly all addresses begin in this way, and
    then many pages have the same ones.
    """
    return up + from_root(address.removeprefix(up)) if address.startswith(up) else from_here(address)


def _rewritten(text: str, pattern: re.Pattern[str], rename: Rename) -> str:
    """The text with new addresses."""

    def replace(found: re.Match[str]) -> str:
        are_many = text.endswith('srcset="', 0, found.end(1))
        addresses = re.split(r"(,?\s+)", found[2]) if are_many else [found[2]]
        return found[1] + "".join(map(rename, addresses))

    return pattern.sub(replace, text)


def _renamed(address: str, folder: str, site: str, rename: Rename) -> str:
    """An address with the last part replaced where it leads to a renamed file: from the site's root where it is
    absolute, else from the folder of the file that has it.
    """
    bare = urlsplit(address)
    root = urlsplit(site).path or "/"
    if (bare.scheme or bare.netloc) and not (site and address.startswith(site)):
        return address
    path = bare.path.removeprefix(root) if bare.path.startswith("/") else posixpath.join(folder, bare.path)
    path = posixpath.normpath(path)
    old, new = posixpath.basename(path), posixpath.basename(rename(path))
    return address if old == new else address.replace(old, new)
