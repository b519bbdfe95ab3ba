"""What a document says and in which order, as lines to compare: once from its HTML, once from the tags of its PDF.

Only what a reader is told counts: headings, paragraphs, lists, tables, links, pictures, notes, languages.
Elements that group without telling anything (Div, Sect, Span, `section`, `em` ...) are left out on both sides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import html
from lxml.html import HtmlElement

from tests.judges.tags import Link, Node, TaggedPdf, Words

SPACE = re.compile(r"[\s\u200b]+")
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
NO_MARKER = re.compile(r"([^{}]*)\{[^{}]*list-style:\s*none")
NOT_PRINTED = re.compile(r"([^{}]*)\{[^{}]*display:\s*none")
CLASS = re.compile(r"\.([\w-]+)")
PAGE_NUMBER = re.compile(r"\s*\(page \d+\)$|\s*\d+$")  # what the stylesheet adds to a link inside the file
ON_PAGE = re.compile(r"\s*on page$")
BEFORE_LINK = "· "  # what it puts between two links
BULLETS = "•◦▪–"
CONTEXT = 16

FROM_HTML = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    **{"p": "P", "pre": "P", "summary": "P", "li": "LI", "ul": "L", "ol": "L", "dl": "L", "table": "Table"},
    **{"caption": "Caption", "figcaption": "Caption", "tr": "TR", "th": "TH", "td": "TD", "blockquote": "BlockQuote"},
}
GENERATED = {"br": (" ", ""), "q": ("“", "”")}
KEPT = {**{role: role for role in (*FROM_HTML.values(), "Lbl")}, "TOC": "L", "TOCI": "LI"}
UNREAD = ("style", "script", "title", "head")


@dataclass
class Part:
    """An element that tells a reader something, or a stretch of text in one language; a link's text is its address."""

    kind: str
    details: str = ""
    children: "list[Part]" = field(default_factory=list)
    text: str = ""

    def lines(self, depth: int = 0) -> Iterator[str]:
        """This part and all below it, indented."""
        shown = f"“{self.text}”" if self.kind == "text" else self.kind
        yield "  " * depth + " ".join(filter(None, (shown, self.details)))
        for child in self.children:
            yield from child.lines(depth + 1)

    def links_inside(self) -> Iterator[str]:
        """The names that links inside the document lead to, in reading order."""
        if self.kind == "Link" and self.text.startswith("#"):
            yield self.text[1:]
        for child in self.children:
            yield from child.links_inside()

    def texts(self) -> Iterator[str]:
        """All stretches of text below, in reading order."""
        if self.kind == "text":
            yield self.text
        for child in self.children:
            yield from child.texts()


def tidy(text: str) -> str:
    """Text with single spaces, and without what only serves its breaking into lines."""
    for ligature, letters in LIGATURES.items():
        text = text.replace(ligature, letters)
    return SPACE.sub(" ", text.replace("\u00ad", ""))


def of_html(source: str) -> Part:
    """The outline of an HTML document."""
    tree = html.document_fromstring(source)
    styles = "".join(style.text_content() for style in tree.iter("style"))
    unmarked, hidden = (
        frozenset(name for selector in rule.findall(styles) for name in CLASS.findall(selector))
        for rule in (NO_MARKER, NOT_PRINTED)
    )
    top = Part("Document")
    _HtmlReader(tree.get("lang") or "", unmarked, hidden).read(tree.body, top, tree.get("lang") or "")
    return top


class _HtmlReader:
    """Goes through the elements in their order. Notes are read where they are called."""

    def __init__(self, language: str, unmarked: frozenset[str], hidden: frozenset[str]) -> None:
        self.language, self.unmarked, self.hidden = language, unmarked, hidden
        self.notes = 0

    def read(self, element: HtmlElement, part: Part, language: str) -> None:
        """Put what an element holds into a part."""
        self._say(part, element.text, language)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in UNREAD and not self.hidden & set(child.classes):
                self._element(child, part, child.get("lang") or language)
            self._say(part, child.tail, language)

    def _element(self, element: HtmlElement, part: Part, language: str) -> None:
        if element.tag in GENERATED:
            before, after = GENERATED[element.tag]
            self._say(part, before, language)
            self.read(element, part, language)
            self._say(part, after, language)
        elif element.tag in ("img", "svg"):
            self._picture(element, part)
        elif "footnote" in element.classes:
            self._note(element, part, language)
        elif element.tag == "a" and element.get("href"):
            self._inside(element, part, Part("Link", _target(element.get("href")), text=element.get("href")), language)
        elif element.tag in ("dt", "dd"):
            self._term(element, part, language)
        elif element.tag in FROM_HTML:
            self._inside(element, part, Part(_kind(element), self._details(element)), language)
        else:
            self.notes = 0 if "chapter" in element.classes else self.notes
            self.read(element, part, language)

    def _inside(self, element: HtmlElement, around: Part, part: Part, language: str) -> None:
        around.children.append(part)
        if element.tag == "li" and not self.unmarked & {*element.getparent().classes, *element.classes}:
            part.children.append(Part("Lbl", children=[Part("text", self._told(language), text=_label(element))]))
        self.read(element, part, language)

    def _picture(self, element: HtmlElement, part: Part) -> None:
        if words := element.get("alt") or element.findtext("title"):
            part.children.append(Part("Figure", f"“{tidy(words)}”"))

    def _note(self, element: HtmlElement, around: Part, language: str) -> None:
        self.notes += 1
        around.children.append(Part("Call", str(self.notes)))
        self._inside(element, around, Part("Note"), language)

    def _term(self, element: HtmlElement, part: Part, language: str) -> None:
        """A term is the label of the item that the definitions after it are the body of."""
        before = element.getprevious()
        if before is None or (element.tag == "dt" and before.tag == "dd"):
            part.children.append(Part("LI"))
        item = next(child for child in reversed(part.children) if child.kind == "LI")
        if element.tag == "dt":
            self._inside(element, item, Part("Lbl"), language)
        else:
            self.read(element, item, language)

    def _details(self, element: HtmlElement) -> str:
        spans = [f"{name}={element.get(name)}" for name in ("colspan", "rowspan") if element.get(name, "1") != "1"]
        if element.tag == "th":
            spans.insert(0, "Row" if element.get("scope") in ("row", "rowgroup") else "Column")
        return " ".join(spans)

    def _say(self, part: Part, text: str | None, language: str) -> None:
        if text:
            part.children.append(Part("text", self._told(language), text=text))

    def _told(self, language: str) -> str:
        return f"in {language}" if language != self.language else ""


def _kind(element: HtmlElement) -> str:
    """The words below what is no picture are a paragraph: PDF knows captions of pictures and tables alone."""
    is_caption = element.tag == "figcaption" and element.getparent().find(".//img") is None
    return "P" if is_caption else FROM_HTML[element.tag]


def _target(address: str) -> str:
    return "inside" if address.startswith("#") else f"to {address}"


def _label(item: HtmlElement) -> str:
    """What stands before an item: its number, or a bullet of whatever shape."""
    listing = item.getparent()
    if listing.tag == "ul":
        return "•"
    items = listing.findall("li")
    step = -1 if listing.get("reversed") is not None else 1
    number = int(listing.get("start", len(items) if step < 0 else 1)) - step
    for one in items[: items.index(item) + 1]:
        number = int(one.get("value", number + step))
    return f"{number}."


def of_pdf(pdf: TaggedPdf, words: str) -> Part:
    """The outline of a PDF. Its lines are joined so that they give the `words` of its source, wherever they can."""
    top = Part("Document")
    _PdfReader(pdf.language, words).read(pdf.tree, top)
    return top


class _PdfReader:
    """Goes through the tags in their order."""

    def __init__(self, language: str, words: str) -> None:
        self.language, self.words = language, words

    def read(self, node: Node, part: Part) -> None:
        """Put what a node holds into a part."""
        for child in node.children:
            if isinstance(child, Words):
                self._say(part, child.mark.text, node.language)
            elif isinstance(child, Node):
                self._node(child, part)

    def _node(self, node: Node, part: Part) -> None:
        if node.role == "Reference" and not any(isinstance(one, Link) for one in node.walk()):
            part.children.append(Part("Call", tidy(node.text).strip()))
        elif node.role in ("Note", "FENote"):
            self._note(node, part)
        elif node.role == "Figure" and node.alternative is None:
            self.read(node, part)
        elif node.role == "Figure":
            self._figure(node, part)
        elif node.role == "Link":
            self._link(node, part)
        elif node.role in KEPT:
            self._inside(node, part, Part(KEPT[node.role], _cell(node)))
        else:
            self.read(node, part)

    def _inside(self, node: Node, around: Part, part: Part) -> None:
        around.children.append(part)
        self.read(node, part)
        if node.role == "Lbl" and part.children and part.children[0].text.strip() in BULLETS:
            part.children[0].text = "•"

    def _note(self, node: Node, around: Part) -> None:
        note = Part("Note")
        around.children.append(note)
        self.read(node, note)
        if note.children and note.children[0].kind == "Lbl":
            note.children.pop(0)

    def _figure(self, node: Node, around: Part) -> None:
        """A picture; a caption in it stands before or after it, as it does in its source."""
        inside = Part("Figure")
        self.read(node, inside)
        captions = [one for one in inside.children if one.kind != "text"]
        picture = Part("Figure", f"“{tidy(node.alternative or '')}”")
        first = isinstance(node.children[0], Node) and node.children[0].role == "Caption"
        around.children.extend([*captions, picture] if first else [picture, *captions])

    def _link(self, node: Node, around: Part) -> None:
        areas = [one for one in node.walk() if isinstance(one, Link)]
        link = Part("Link", f"to {areas[0].uri}" if areas and areas[0].uri else "inside" if areas else "to nothing")
        around.children.append(link)
        self.read(node, link)
        if link.children and link.children[0].kind == "text":
            link.children[0].text = link.children[0].text.removeprefix(BEFORE_LINK)
        if link.details == "inside" and link.children and link.children[-1].kind == "text":
            link.children[-1].text = PAGE_NUMBER.sub("", link.children[-1].text)

    def _say(self, part: Part, text: str, language: str) -> None:
        told = f"in {language}" if language != self.language else ""
        last = part.children[-1] if part.children else None
        if last is not None and last.kind == "text" and last.details == told:
            last.text = joined(last.text, text, self.words)
        else:
            part.children.append(Part("text", told, text=text))


def joined(left: str, right: str, words: str) -> str:
    """Two pieces of text as one: the end of a line may have cost a space, or have brought a hyphen."""
    ways = [left + right, left + " " + right]
    if left.endswith(("-", "\u00ad")):
        ways.append(left[:-1] + right)
    for way in ways:
        at = len(way) - len(right)
        if tidy(way[max(0, at - CONTEXT) : at + CONTEXT]).strip() in words:
            return way
    return left + right


def difference(said: list[str], heard: list[str]) -> str:
    """Where two outlines part, with what stands before it and after it; empty where they are one."""
    at = next((at for at, (one, other) in enumerate(zip(said, heard, strict=False)) if one != other), None)
    if at is None and len(said) == len(heard):
        return ""
    at = min(len(said), len(heard)) if at is None else at
    shown = (("  ", said[max(0, at - 8) : at]), ("- ", said[at : at + 8]), ("+ ", heard[at : at + 8]))
    return "\n".join(f"{sign}{line}" for sign, lines in shown for line in lines)


def _cell(node: Node) -> str:
    """What a table's cell tells: whose head it is, and how far it reaches."""
    scope = [str(node.attributes["Scope"])[1:]] if "Scope" in node.attributes else []
    spans = {"ColSpan": "colspan", "RowSpan": "rowspan"}
    told = [f"{html}={node.attributes[pdf]}" for pdf, html in spans.items() if int(node.attributes.get(pdf, 1)) != 1]
    return " ".join([*scope, *told])


def settled(part: Part) -> Part:
    """The outline with text of one language run together, spaces as they are seen, and nothing that is empty."""
    children: list[Part] = []
    for child in map(settled, part.children):
        last = children[-1] if children else None
        if child.kind == "text" and last is not None and last.kind == "text" and last.details == child.details:
            last.text += child.text
        else:
            children.append(child)
    for child in children:
        child.text = tidy(child.text).strip()
    if part.details == "inside" and children and children[-1].kind == "text":
        children[-1].text = ON_PAGE.sub("", children[-1].text)
    kept = [one for child in children if child.kind != "text" or child.text for one in _bare(child)]
    return Part(part.kind, part.details, _in_paragraphs(part.kind, kept), part.text)


def _bare(part: Part) -> list[Part]:
    """A paragraph of nothing but pictures is those pictures."""
    is_bare = part.kind == "P" and part.children and all(one.kind in ("Figure", "Caption") for one in part.children)
    return part.children if is_bare else [part]


def _in_paragraphs(kind: str, children: list[Part]) -> list[Part]:
    """Where blocks stand, loose text is a paragraph."""
    inline = ("text", "Link", "Call", "Note")
    if kind not in ("Document", "BlockQuote"):
        return children
    grouped: list[Part] = []
    for child in children:
        if child.kind not in inline:
            grouped.append(child)
        elif grouped and grouped[-1].details == "loose":
            grouped[-1].children.append(child)
        else:
            grouped.append(Part("P", "loose", [child]))
    for group in grouped:
        group.details = group.details.replace("loose", "")
    return grouped
