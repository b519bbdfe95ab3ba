"""One page as an engine is given it: front matter, head, body, foot."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from markupsafe import Markup

from masthead.addresses import HOME, address
from masthead.artifact import Artifact, Job
from masthead.dates import day_in_words
from masthead.model.case_study import CaseStudy
from masthead.model.page import Chapter, News
from masthead.model.record import Filed, Titled
from masthead.publish.findable import kind, line
from masthead.publish.publication import OnPage, Publication
from masthead.publish.social import card_artifact, card_front, card_of, said_elsewhere
from masthead.publish.structured import breadcrumbs
from masthead.publish.views import Anchor, Foot, Head
from masthead.render import component, plain

AnyFiled = TypeVar("AnyFiled", bound=Filed)
AS_JSON = json.JSONEncoder(ensure_ascii=False).encode
FOOTNOTE = re.compile(r"^\[\^[^\]]+\]:", re.MULTILINE)
# What a page says in attributes, and the script that reads it.
SCRIPTS = {
    "now": re.compile(r" data-(?:since|until|list)="),
    "local-times": re.compile(r" data-(?:starts=|agenda)"),
    "event-filters": re.compile(r" data-filters.* id=\"events-past\"", re.DOTALL),
}
FOOTNOTES_HERE = "///Footnotes Go Here///"


def page_artifact(
    publication: Publication, path: str, record: Titled, head: Head, blocks: list[str], **meta: object
) -> Artifact:
    """A page at `path` whose text comes from `record`. `blocks` are Markdown or HTML, printed one after the other."""
    here = publication.network.site.absolute(address(path))
    foot = Foot(
        edit_href=edit_href(publication, record.path),
        updated=_updated(publication, record),
        address=here,
        as_of=day_in_words(record.updated or publication.stamp.date(), publication.language),
    )
    trail = breadcrumbs(head.crumbs, head.title, here)
    steps = component("structured-data", trail) if head.crumbs else ""
    parts = [component("page-head", head), *_with_footnotes(blocks), component("page-foot", foot), steps]
    front = {"title": head.title, "description": plain(record.summary), **meta}
    front["shared"] = {**_shared(record), **said_elsewhere(publication, record)}
    front["search"] = {"kind": kind(record), "line": line(record, publication.network)}
    card = card_of(publication, record, head.title)
    front["card"] = card_front(path, card)
    return made_page(path, front, parts, record.path, (card_artifact(publication, path, card, record.path),))


def pages_of(
    records: Iterable[AnyFiled], publication: Publication, make: Callable[[AnyFiled, Publication], Artifact]
) -> Iterator[Job]:
    """The page of each record, to be made when somebody asks for it. It shows the body of no other."""
    for one in records:
        yield Job(publication.page(one.path).page, partial(make, one, publication), own=getattr(one, "body", ""))


def made_page(
    path: str, front: dict[str, object], parts: Iterable[str], source: str, beside: tuple[Artifact, ...] = ()
) -> Artifact:
    """A page of front matter and parts, with the scripts that it needs: pages without events have none of theirs."""
    text = "\n\n".join(part.strip("\n") for part in parts)
    needed = [name for name, mark in SCRIPTS.items() if mark.search(text)]
    front = {**front, **({"scripts": needed} if needed else {})}
    return Artifact(path, front_matter(front) + text + "\n", source, beside)


def front_matter(meta: dict[str, object]) -> str:
    """Fields as YAML that every engine reads alike: JSON values, one a line."""
    lines = (f"{key}: {AS_JSON(value)}" for key, value in meta.items() if value != "")
    return "\n".join(("---", *lines, "---", "", ""))


def edit_href(publication: Publication, path: str) -> str:
    """Where a file is edited on the git host; empty where that would name somebody, and without a repository."""
    site = publication.network.site
    if not site.repo_url or path in publication.renamed:
        return ""
    return f"{site.repo_url.rstrip('/')}/{site.edit_uri.strip('/')}/{path}"


def section(title: str, anchor: str, body: Markup | str) -> str:
    """A heading that reaches the engine's contents list, and what stands below it; nothing where that is empty."""
    return f"## {title} {{ #{anchor} }}\n\n{body}" if body else ""


def crumb(publication: Publication, page: OnPage, path: str) -> tuple[Anchor, ...]:
    """The steps above a record: the home page, and the index of its family under its own title."""
    index = publication.network.pages[path.removeprefix("content/")]
    return Anchor("Home", page.href(HOME)), Anchor(index.title, page.href(path))


def _with_footnotes(blocks: list[str]) -> list[str]:
    """The blocks with the place of the footnotes behind the last that has any: before a pager, not below the foot."""
    last = max((index for index, block in enumerate(blocks) if "[^" in block and FOOTNOTE.search(block)), default=None)
    return blocks if last is None else [*blocks[: last + 1], FOOTNOTES_HERE, *blocks[last + 1 :]]


def _shared(record: Titled) -> dict[str, str]:
    """What Open Graph calls a page, and the days of one that is an article (ogp.me)."""
    if not isinstance(record, News | CaseStudy | Chapter):
        return {"type": "website"}
    days = {"published": record.date if isinstance(record, News) else None, "modified": record.updated}
    return {"type": "article", **{name: day.isoformat() for name, day in days.items() if day}}


def _updated(publication: Publication, record: Titled) -> str:
    return day_in_words(record.updated, publication.language) if record.updated else ""
