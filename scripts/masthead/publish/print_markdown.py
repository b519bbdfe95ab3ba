"""A chapter's Markdown as HTML for paper: notes stand where they are called, and anchors carry the chapter's name."""

from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from masthead.render import to_html

AFTER_ALL_OTHERS = 1


def chapter_html(text: str, slug: str, extensions: Sequence[Any]) -> Markup:
    """HTML of a chapter: each footnote is a `span` at its call, each id begins with the chapter's slug."""
    names = [next(iter(one)) if isinstance(one, dict) else one for one in extensions]
    configs: dict[str, Any] = {}
    for one in extensions:
        configs |= {name: options or {} for name, options in one.items()} if isinstance(one, dict) else {}
    configs["toc"] = {**configs.get("toc", {}), "permalink": False}
    return to_html(text, [*names, ForPaper(slug)], **configs)


class ForPaper(Extension):
    """Turns the tree that Python-Markdown built for a screen into one for paper."""

    def __init__(self, slug: str) -> None:
        super().__init__()
        self.slug = slug

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's own name)
        md.treeprocessors.register(PaperTree(md, self.slug), "masthead-paper", AFTER_ALL_OTHERS)


class PaperTree(Treeprocessor):
    """Moves notes to their calls, drops the list of notes, and prefixes ids."""

    def __init__(self, md: Markdown, slug: str) -> None:
        super().__init__(md)
        self.slug = slug

    def run(self, root: Element) -> None:
        notes = {item.get("id", ""): item for item in root.iterfind(".//div[@class='footnote']//li")}
        for parent in list(root.iter()):
            for child in list(parent):
                call = child.find("a[@class='footnote-ref']")
                if call is not None:
                    _set_note(child, notes[call.get("href", "").removeprefix("#")])
                elif child.get("class") == "footnote" and child.tag == "div":
                    parent.remove(child)
        for element in root.iter():
            if anchor := element.get("id"):
                element.set("id", f"{self.slug}-{anchor}")


def _set_note(call: Element, note: Element) -> None:
    """Turn the call (an element that keeps its tail) into a span that holds the note's text."""
    tail = call.tail
    call.clear()
    call.tag, call.tail = "span", tail
    call.set("class", "footnote")
    for paragraph in note.iter("p"):
        for back in paragraph.findall("a[@class='footnote-backref']"):
            paragraph.remove(back)
        inner = SubElement(call, "span")
        inner.text = (paragraph.text or "").replace(NBSP_PLACEHOLDER, "")
        inner.extend(paragraph)
        for child in inner:
            child.tail = (child.tail or "").replace(NBSP_PLACEHOLDER, "")
