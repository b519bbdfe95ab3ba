"""Where each file of the repository is found on the site. Pages are named by their Markdown path, as engines know them.

Every page is an `index.md` in a folder of its own. So its folder is also its address, and a relative link in HTML means
the same whether an engine reads it as leading from the file (Zensical) or from the address (MkDocs).
"""

import posixpath
from enum import StrEnum
from functools import lru_cache

# Longest first: a folder of the repository, and the folder of the site in which its files appear.
ROOMS = (
    ("content/network/members/", "members/"),
    ("content/network/people/", "people/"),
    ("content/network/workstreams/", "workstreams/"),
    ("content/network/indicators/", "evaluation/"),
    ("content/network/", None),
    ("content/", ""),
    ("case-studies/", "our-work/"),
    ("manifesto/", "manifesto/"),
    ("events/", "events/"),
    ("brand/", "assets/brand/"),
)
MANIFESTO = "manifesto/manifesto.yml"

# Pages of content/ to which our own pages lead: the index above each record, and where to write.
EVENTS = "content/events.md"
OUR_WORK = "content/our-work.md"
CHAPTERS = "content/manifesto.md"
MEMBERS = "content/members.md"
NEWS = "content/news.md"
PEOPLE = "content/people.md"  # where there is such a page
CONTACT = "content/contact.md"
HOME = "content/index.md"
NEEDED = (HOME, EVENTS, OUR_WORK, CHAPTERS, MEMBERS, NEWS, CONTACT)
SEARCH = "search/index.md"
PRIVACY, COOKIES = "privacy/index.md", "cookies/index.md"  # ours, with what a file of that name says below it
BRAND_PAGE = "brand/index.md"
MADE = {SEARCH: "search page", BRAND_PAGE: "page of the brand"}  # pages that no file stands for
ALWAYS_THERE = (*MADE, PRIVACY, COOKIES)
PAGE_ENDINGS = (".yml", ".md")
REMEMBERED = 16_384  # files, each of which many pages ask for


class EventFamily(StrEnum):
    """By what events are listed on pages of their own, below `events/`."""

    SERIES = "series"
    KIND = "kind"
    MEMBER = "member"
    PLACE = "place"
    YEAR = "year"


@lru_cache(maxsize=REMEMBERED)
def made_without_a_file(page: str) -> str:
    """What Masthead makes at this path of its own accord, in words; empty where the path is free for a file."""
    if page in MADE:
        return f"the {MADE[page]}, which Masthead makes"
    families = [family for family in EventFamily if page.startswith(f"events/{family}/")]
    return f"the lists of events by {families[0]}, which Masthead makes" if families else ""


@lru_cache(maxsize=REMEMBERED)
def on_site(path: str) -> str | None:
    """The path, below the site's pages, of what a source file becomes; None for what is not published by itself."""
    if path == MANIFESTO:
        return "manifesto/index.md"
    room, site = next((entry for entry in ROOMS if path.startswith(entry[0])), ("", None))
    if site is None:
        return None
    stem, ending = posixpath.splitext(path.removeprefix(room))
    if ending not in PAGE_ENDINGS:
        return site + stem + ending
    return site + (stem if posixpath.basename(stem) == "index" else f"{stem}/index") + ".md"


def address(page: str) -> str:
    """The address of a page or file relative to the site's root: `events/launch/index.md` is at `events/launch/`."""
    return page.removesuffix("index.md")


def relative_address(page: str, target: str) -> str:
    """The address of `target` as a link on `page` writes it."""
    here, there = address(page), address(target)
    folder = here if here.endswith("/") or not here else posixpath.dirname(here)
    found = _relative(there.rstrip("/"), folder.rstrip("/"))
    return found + "/" if there.endswith("/") or not there else found


def _relative(path: str, folder: str) -> str:
    """A path as it is seen from a folder, both from the root: `posixpath.relpath`, without its way to the system."""
    if "//" in f"/{path}" or "./" in f"{path}/":
        return posixpath.relpath("/" + path, "/" + folder)
    there, here = path.split("/") if path else [], folder.split("/") if folder else []
    shared = 0
    for step, other in zip(there, here, strict=False):
        if step != other:
            break
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:]) or "."


def relative_path(page: str, target: str) -> str:
    """The path of `target` as Markdown on `page` links to it."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")
