"""Laws of good layout, judged on the finished file. Each function yields sentences on what breaks its law."""

import re
from collections.abc import Callable, Iterator

from tests.judges.outline import PAGE_NUMBER, tidy
from tests.judges.tags import HEADING, Link, Node, TaggedPdf, Words

NUMBER = re.compile(r"(\d+)\)?$")
NOTES = ("Note", "FENote", "Reference")
LINES_ON_A_LAST_PAGE = 4

Line = tuple[int, float]  # page, height of the baseline
Law = Callable[[TaggedPdf], Iterator[str]]


def widows_and_orphans(pdf: TaggedPdf) -> Iterator[str]:
    """No paragraph leaves one line alone at the foot of a page, or at the head of the next."""
    for node in nodes(pdf.tree):
        if node.role == "P":
            lines = _lines(node)
            pages = [page for page, _ in lines]
            if len(set(pages)) > 1 and pages.count(pages[0]) == 1:
                yield f"page {pages[0] + 1}: the first line of “{_start(node)}” stands alone at the foot"
            if len(set(pages)) > 1 and pages.count(pages[-1]) == 1:
                yield f"page {pages[-1] + 1}: the last line of “{_start(node)}” stands alone at the head"


def stranded_headings(pdf: TaggedPdf) -> Iterator[str]:
    """What a heading announces begins on its page."""
    heading: Node | None = None
    for node in _flow(pdf.tree):
        if isinstance(node, Words) and heading is not None and node not in heading.words:
            if node.page != heading.words[-1].page:
                yield f"page {heading.words[-1].page + 1}: nothing follows “{_start(heading)}”"
            heading = None
        elif isinstance(node, Node) and HEADING.fullmatch(node.role) and node.words:
            heading = node


def short_last_pages(pdf: TaggedPdf) -> Iterator[str]:
    """A chapter does not end with a page of some few lines."""
    for title, chapter in chapters(pdf):
        pages = [page for page, _ in _lines(chapter)]
        if pages[-1] != pages[0] and pages.count(pages[-1]) < LINES_ON_A_LAST_PAGE:
            yield f"page {pages[-1] + 1}: “{title}” ends with {pages.count(pages[-1])} lines on it"


def tables_without_heads(pdf: TaggedPdf) -> Iterator[str]:
    """On each page that a table reaches, the texts of its head stand above its rows."""
    for table in nodes(pdf.tree):
        heads = [one for one in nodes(table) if one.role == "THead"] if table.role == "Table" else []
        if heads:
            texts = [words.mark.text.strip() for words in heads[0].words]
            rows = [words for row in nodes(table) if row.role == "TR" for words in row.words if words.mark.runs]
            for page in sorted({words.page for words in rows}):
                top = min(run.y for words in rows if words.page == page for run in words.mark.runs)
                above = [mark.text.strip() for mark in pdf.pages[page] if mark.runs and mark.runs[0].y <= top]
                if not _are_in_order(texts, above) and page != heads[0].words[0].page:
                    yield f"page {page + 1}: the table goes on without its head “{' | '.join(texts)}”"


def stranded_captions(pdf: TaggedPdf) -> Iterator[str]:
    """A caption stands on the page on which its table or picture begins or ends."""
    for whole in nodes(pdf.tree):
        captions = [one for one in whole.children if isinstance(one, Node) and one.role == "Caption"]
        for caption in captions:
            pages = {words.page for words in whole.words if words not in caption.words}
            if not pages & {words.page for words in caption.words}:
                yield f"page {caption.words[0].page + 1}: “{_start(caption)}” is parted from what it describes"


def printed_numbers(pdf: TaggedPdf) -> Iterator[tuple[str, int, int]]:
    """Each link inside the file that prints a page number: its text, the number, the number of the page it leads to."""
    for node in nodes(pdf.tree):
        areas = [one for one in node.walk() if isinstance(one, Link) and not one.uri] if node.role == "Link" else []
        number = NUMBER.search(node.text) if areas else None
        if number:
            yield node.text, int(number[1]), page_number(pdf, landing(pdf, areas[0]))


def wrong_page_numbers(pdf: TaggedPdf) -> Iterator[str]:
    """A printed page number is the number of the page that the link leads to."""
    for text, printed, actual in printed_numbers(pdf):
        if printed != actual:
            yield f"“{text}” leads to page {actual}"


def wrong_running_heads(pdf: TaggedPdf) -> Iterator[str]:
    """Above a page stands its chapter or its section; only the first page of a chapter may do without."""
    (title,) = [_line(node) for node in nodes(pdf.tree) if node.role == "H1"]
    for page, (chapter, sections) in enumerate(_headings_of_pages(pdf)):
        heads = [text for text in running_heads(pdf, page) if text != title]
        right = {_letters(text) for text in (chapter, *sections)}
        wrong = [text for text in heads if _letters(text) not in right]
        if wrong:
            yield f"page {page + 1}: above “{chapter}” stands “{' | '.join(wrong)}”"
    for name, node in chapters(pdf):
        pages = {words.page for words in node.words}
        for page in sorted(pages - {min(pages)}):
            if not running_heads(pdf, page):
                yield f"page {page + 1}: nothing says that this is “{name}”"


def running_heads(pdf: TaggedPdf, page: int) -> list[str]:
    """The texts in the upper margin of a page."""
    return [tidy(mark.text).strip() for mark in pdf.pages[page] if mark.properties.get("Subtype") == "/Header"]


def page_number(pdf: TaggedPdf, page: int) -> int:
    """The number that is printed at the foot of a page, or its place in the file where none is printed."""
    texts = [mark.text.strip() for mark in pdf.pages[page] if mark.properties.get("Type") == "/Pagination"]
    return next((int(text) for text in texts if text.isdecimal()), page + 1)


def landing(pdf: TaggedPdf, link: Link) -> int:
    """The page that a link leads to."""
    if link.leads_to_element is not None:
        (target,) = [node for node in nodes(pdf.tree) if node.element.objgen == link.leads_to_element.objgen]
        return target.words[0].page
    assert link.leads_to_page is not None, link
    return link.leads_to_page


def chapters(pdf: TaggedPdf) -> Iterator[tuple[str, Node]]:
    """Each section of the document that has a heading of the second level, with its title."""
    for section in pdf.tree.children:
        titles = [one for one in nodes(section) if one.role == "H2"] if isinstance(section, Node) else []
        if titles and isinstance(section, Node) and not any(one.role == "TOC" for one in nodes(section)):
            yield _line(titles[0]), section


def _headings_of_pages(pdf: TaggedPdf) -> Iterator[tuple[str, list[str]]]:
    """For each page its chapter, and the sections that are on it or go on from before."""
    found = [node for node in nodes(pdf.tree) if node.role in ("H2", "H3") and node.words]
    headings = [(node.words[0].page, node.role, _line(node)) for node in found]
    for page in range(len(pdf.pages)):
        before = [(role, text) for at, role, text in headings if at < page]
        on_it = [(role, text) for at, role, text in headings if at == page]
        chapter = next((text for role, text in reversed([*before, *on_it]) if role == "H2"), "")
        sections = [text for role, text in [*before[-1:], *on_it] if role == "H3"]
        yield chapter, [*sections, *(PAGE_NUMBER.sub("", text) for text in sections)]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _line(node: Node) -> str:
    return tidy(" ".join(words.mark.text.strip() for words in node.words))


def nodes(node: "Node | Words | Link") -> Iterator[Node]:
    """A node and all nodes below it, in reading order."""
    return (one for one in node.walk() if isinstance(one, Node)) if isinstance(node, Node) else iter(())


def _flow(node: Node) -> Iterator[Node | Words]:
    """A node and all below it, without notes and their calls."""
    if node.role not in NOTES:
        yield node
        for child in node.children:
            if isinstance(child, Node):
                yield from _flow(child)
            elif isinstance(child, Words):
                yield child


def _lines(node: Node) -> list[Line]:
    """The lines that a node takes up, from top to bottom; its notes have lines of their own."""
    pieces = [one for one in _flow(node) if isinstance(one, Words)]
    places = sorted((words.page, run.y, run.size) for words in pieces for run in words.mark.runs if run.text.strip())
    lines: list[Line] = []
    for page, y, size in places:
        if not lines or page != lines[-1][0] or y - lines[-1][1] > size * 0.6:
            lines.append((page, y))
    return lines


def _are_in_order(texts: list[str], found: list[str]) -> bool:
    rest = iter(found)
    return all(text in rest for text in texts)


def _start(node: Node) -> str:
    return _line(node)[:40]
