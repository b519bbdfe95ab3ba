"""A chapter's Markdown as HTML for paper: notes stand where they are called, and anchors carry the chapter's name."""

import html
import re
from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from masthead.publish.typography import set_type
from masthead.render import to_html

AFTER_ALL_OTHERS = 1
ONE_LEVEL_DOWN = {"h2": "h3", "h3": "h4", "h4": "h5", "h5": "h6"}
WHITE_SPACE = re.compile(r"[ \t\n]+")
HEADING_IN_HTML = re.compile(r"(</?)(h[2-5])\b", re.IGNORECASE)
SECTION = re.compile(r'<h3 id="([^"]+)">(.+?)</h3>', re.DOTALL)
NOTE = re.compile(r'<span class="footnote".*?</span></span>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
ID_IN_HTML = re.compile(r'(<\w[^>]*\sid=")')


def chapter_html(text: str, slug: str, extensions: Sequence[Any], language: str) -> Markup:
    """HTML of a chapter, whose title is an `h2`: see PaperTree."""
    names = [next(iter(one)) if isinstance(one, dict) else one for one in extensions]
    configs: dict[str, Any] = {}
    for one in extensions:
        configs |= {name: options or {} for name, options in one.items()} if isinstance(one, dict) else {}
    configs["toc"] = {**configs.get("toc", {}), "permalink": False}
    return to_html(text, [*names, ForPaper(slug, language)], **configs)


def sections(body: str) -> tuple[tuple[str, str], ...]:
    """The id and the words of every section of a chapter for paper."""
    return tuple((anchor, html.unescape(TAG.sub("", NOTE.sub("", title)))) for anchor, title in SECTION.findall(body))


class ForPaper(Extension):
    """Turns the tree that Python-Markdown built for a screen into one for paper."""

    def __init__(self, slug: str, language: str) -> None:
        super().__init__()
        self.slug = slug
        self.language = language

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's own name)
        md.treeprocessors.register(PaperTree(md, self.slug, self.language), "masthead-paper", AFTER_ALL_OTHERS)


class PaperTree(Treeprocessor):
    """Moves notes to their calls and captions into their tables, lowers headings, and prefixes ids with the slug."""

    def __init__(self, md: Markdown, slug: str, language: str) -> None:
        super().__init__(md)
        self.slug = slug
        self.language = language

    def run(self, root: Element) -> None:
        _move_notes(root)
        _move_captions(root)
        set_type(root, self.language)
        for element in root.iter():
            element.tag = ONE_LEVEL_DOWN.get(element.tag, element.tag)
            if anchor := element.get("id"):
                element.set("id", f"{self.slug}-{anchor}")
        raw = self.md.htmlStash.rawHtmlBlocks
        raw[:] = (self._on_paper(one) if isinstance(one, str) else one for one in raw)

    def _on_paper(self, raw: str) -> str:
        """The same for HTML that the author wrote, which is no part of the tree."""
        lowered = HEADING_IN_HTML.sub(lambda found: f"{found[1]}{ONE_LEVEL_DOWN[found[2].lower()]}", raw)
        return ID_IN_HTML.sub(rf"\g<1>{self.slug}-", lowered)


def _move_notes(root: Element) -> None:
    """Put each note where it is called, and drop the list of notes."""
    notes = {item.get("id", ""): item for item in root.iterfind(".//div[@class='footnote']//li")}
    for parent in list(root.iter()):
        for child in list(parent):
            call = child.find("a[@class='footnote-ref']")
            if call is not None:
                _set_note(child, notes[call.get("href", "").removeprefix("#")])
            elif child.get("class") == "footnote" and child.tag == "div":
                parent.remove(child)


def _move_captions(root: Element) -> None:
    """Make a figure that holds a table the table itself, with its caption, which is where links lead: WeasyPrint has a
    table begin below it.
    """
    for parent in list(root.iter()):
        for index, figure in enumerate(list(parent)):
            table, caption = figure.find("table"), figure.find("figcaption")
            if figure.get("class") == "mh-table" and table is not None and caption is not None:
                caption.tag = "caption"
                table.insert(0, caption)
                table.tail = figure.tail
                caption.attrib |= {"id": figure.get("id", "")} if figure.get("id") else {}
                parent[index] = table


def _set_note(call: Element, note: Element) -> None:
    """Turn the call (an element that keeps its tail) into a span that holds the note's text."""
    anchor, tail = call.get("id", ""), call.tail
    call.clear()
    call.tag, call.tail = "span", tail
    call.set("class", "footnote")
    call.set("id", anchor)
    for paragraph in note.iter("p"):
        for back in paragraph.findall("a[@class='footnote-backref']"):
            paragraph.remove(back)
        inner = SubElement(call, "span")
        inner.text = paragraph.text
        inner.extend(paragraph)
        for part in inner.iter():
            part.text, part.tail = _on_one_line(part.text), _on_one_line(part.tail)


def _on_one_line(text: str | None) -> str:
    """Text without the line breaks of its source, which WeasyPrint keeps in a note and collapses everywhere else."""
    return WHITE_SPACE.sub(" ", (text or "").replace(NBSP_PLACEHOLDER, ""))
