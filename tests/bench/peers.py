"""The pages of a large publication for other programs, each in its own form: `python -m tests.bench.peers`.

The pages are those that Masthead makes, as many and with the same words. Events and case studies are Markdown as a
person would write them; the other pages, the lists among them, are Masthead's own, turned back into Markdown.
"""

import argparse
import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import bs4
import yaml
from markdown import markdown
from markdownify import MarkdownConverter

from masthead.publish.publishers import publish
from tests import large
from tests.bench.publication import read

PROJECTS = Path(__file__).parent / "projects"
NO_WORDS = ("form", "nav", "script", "style", "svg", "img", "picture", "template")
TO_A_PAGE = re.compile(r"(\.\./)*([\w-]+/)*index\.md|https://.*")
FRONT = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
Navigation = Sequence[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page as a person writes it; links name the files of pages. `path` is the folder of its index.md."""

    path: str
    title: str
    summary: str
    body: str


def write(folder: Path, events: int, case_studies: int, peers: Sequence[str]) -> None:
    """Write a publication to `folder`: in Masthead's form to masthead, and for each peer to a folder of its name."""
    publication = folder / "masthead"
    large.write(publication, events, case_studies)
    site = yaml.safe_load((publication / "mkdocs.yml").read_text("utf-8"))
    found = pages(publication, events, case_studies, site["markdown_extensions"]) if peers else ()
    for peer in peers:
        FORMS[peer](folder / peer, found, site)


def pages(publication: Path, events: int, case_studies: int, extensions: Sequence[str]) -> tuple[Page, ...]:
    """Every page that Masthead makes of a publication."""
    read_ = read(publication)
    more = large.records(large.founders(publication), events, case_studies)
    names = {slug: member.title for slug, member in read_.network.members.items()}
    written = {f"events/{slug}": _event(slug, fields, names) for slug, fields in more.events.items()}
    written |= {f"our-work/{slug}": _case_study(slug, fields, names) for slug, fields in more.case_studies.items()}
    texts = ((one.path, one.content) for one in publish(read_) if isinstance(one.content, str))
    made = {path: text for path, text in texts if path.endswith(".md")}
    places = {path: PurePosixPath(path).parent.as_posix().removeprefix(".") for path in made}
    return tuple(
        written[place] if (place := places[path]) in written else _turned_back(place, text, extensions)
        for path, text in made.items()
    )


def _event(slug: str, fields: large.Fields, names: Mapping[str, str]) -> Page:
    agenda = "\n".join(f"- {item['time']} {item['title']}" for item in fields["agenda"])
    when = f"{fields['starts'].replace('T', ', ')} to {fields['ends'].partition('T')[2]}"
    facts = (
        f"- When: {when}",
        f"- Where: {fields['venue']['name']}, {fields['venue']['locality']}",
        f"- Organised by: {_members(fields['organisers'], names)}",
    )
    text = fields["body"].replace("(launch.yml)", "(../launch/index.md)")
    body = "\n\n".join((fields["summary"], "\n".join(facts), f"## Programme\n\n{agenda}", text))
    return Page(path=f"events/{slug}", title=fields["title"], summary=fields["summary"], body=body)


def _case_study(slug: str, fields: large.Fields, names: Mapping[str, str]) -> Page:
    related = (f"- [Event](../../events/{PurePosixPath(path).stem}/index.md)" for path in fields["related"])
    body = "\n\n".join((fields["summary"], f"Members: {_members(fields['members'], names)}", fields["body"], *related))
    return Page(path=f"our-work/{slug}", title=fields["title"], summary=fields["summary"], body=f"{body}\n")


def _members(slugs: Sequence[str], names: Mapping[str, str]) -> str:
    return ", ".join(f"[{names[slug]}](../../members/{slug}/index.md)" for slug in slugs)


def _turned_back(place: str, text: str, extensions: Sequence[str]) -> Page:
    """A finished page as Markdown: the words, headings, lists and links, without what has no words."""
    found = FRONT.match(text)
    assert found is not None, place
    fields = yaml.safe_load(found[1])
    soup = bs4.BeautifulSoup(markdown(found[2], extensions=list(extensions)), "html.parser")
    for element in soup.select(", ".join((*NO_WORDS, "h1", "[hidden]"))):
        element.decompose()
    for link in soup.find_all("a"):
        link["href"] = target = re.sub(r"/$", "/index.md", str(link.get("href", "")))
        if not TO_A_PAGE.fullmatch(target):
            link.unwrap()
    body = re.sub(r"\n{3,}", "\n\n", MarkdownConverter(heading_style="atx", bullets="-").convert_soup(soup))
    return Page(path=place, title=fields["title"], summary=fields.get("description", ""), body=f"{body.strip()}\n")


def _put(path: Path, page: Page, body: str, **more: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    front = large.head({"title": page.title, "description": page.summary, **more})
    path.write_text(f"---\n{front}---\n\n# {page.title}\n\n{body}", "utf-8")


def _mkdocs(folder: Path, pages_: Sequence[Page], site: Mapping[str, Any]) -> None:
    """For Material and Zensical: the navigation is the publication's own and leaves out the records."""
    for page in pages_:
        _put(folder / "docs" / page.path / "index.md", page, page.body)
    kept = ("site_name", "site_url", "nav", "validation", "markdown_extensions")
    config = {name: site[name] for name in kept} | {"theme": site["theme"], "plugins": ["search"]}
    (folder / "mkdocs.yml").write_text(json.dumps(config, indent=2), "utf-8")


def _automatic(folder: Path, pages_: Sequence[Page], site: Mapping[str, Any]) -> None:
    """For Material without a navigation: every page carries every title."""
    _mkdocs(folder, pages_, site)
    config = json.loads((folder / "mkdocs.yml").read_text("utf-8"))
    del config["nav"]
    (folder / "mkdocs.yml").write_text(json.dumps(config, indent=2), "utf-8")


def _hugo(folder: Path, pages_: Sequence[Page], site: Mapping[str, Any]) -> None:
    shutil.copytree(PROJECTS / "hugo", folder)
    above = {parent.as_posix() for page in pages_ for parent in PurePosixPath(page.path).parents} | {""}
    for page in pages_:
        name = "_index.md" if page.path in above else "index.md"
        _put(folder / "content" / page.path / name, page, _with_addresses(page.body))
    menu = [{"name": name, "pageRef": f"/{path}"} for name, path in _navigation(site["nav"])]
    config = json.loads((folder / "hugo.json").read_text("utf-8"))
    config |= {"title": site["site_name"], "baseURL": site["site_url"], "menus": {"main": menu}}
    (folder / "hugo.json").write_text(json.dumps(config, indent=2), "utf-8")


def _eleventy(folder: Path, pages_: Sequence[Page], site: Mapping[str, Any]) -> None:
    shutil.copytree(PROJECTS / "eleventy", folder)
    for page in pages_:
        _put(folder / "src" / page.path / "index.md", page, _with_addresses(page.body), layout="page.njk")
    (folder / "src" / "_data").mkdir()
    menu = [{"name": name, "url": f"/{path}"} for name, path in _navigation(site["nav"])]
    (folder / "src" / "_data" / "menu.json").write_text(json.dumps(menu), "utf-8")


def _with_addresses(body: str) -> str:
    """The text with links to addresses in place of files."""
    return re.sub(r"(\]\([^)\s]*?)index\.md", r"\1", body)


def _navigation(entries: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        for title, below in entry.items():
            if isinstance(below, str):
                yield title, below.removesuffix("index.md")
            else:
                yield from _navigation(below)


FORMS: Mapping[str, Callable[[Path, Sequence[Page], Mapping[str, Any]], None]] = {
    "material": _mkdocs,
    "automatic": _automatic,
    "zensical": _mkdocs,
    "hugo": _hugo,
    "eleventy": _eleventy,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.peers", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to put a folder for each peer, and one named masthead")
    parser.add_argument("--peers", nargs="*", choices=FORMS, default=[], help="whose form to write besides Masthead's")
    parser.add_argument("--events", type=int, default=large.EVENTS)
    parser.add_argument("--case-studies", type=int, default=large.CASE_STUDIES)
    options = parser.parse_args()
    write(options.folder, options.events, options.case_studies, options.peers)


if __name__ == "__main__":
    main()
