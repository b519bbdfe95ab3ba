"""Figures: one for each picture, with its alternative, its place and its caption."""

from masthead.halt import MastheadError
from masthead.pdf.draft import Draft
from masthead.pdf.marks import Mark
from masthead.pdf.tree import SVG, Kid, Node, in_paragraphs

SVG_TITLE = "{http://www.w3.org/2000/svg}title"
CAPTIONED = frozenset(("Figure", "Table", "L", "Formula"))


def drop_decoration(draft: Draft) -> None:
    """Leave pictures out that say nothing: those with an empty alternative, and a line of their own with them."""
    nodes = (draft.tree.root, *draft.tree.root.descendants())
    for node in nodes:
        node.kids = [kid for kid in node.kids if not _is_decoration(kid)]
    for node in nodes:
        node.kids = [kid for kid in node.kids if not _is_hollow(kid)]


def join_captions(draft: Draft) -> None:
    """Put each caption into what it explains, as its first or its last part."""
    for node in list(draft.tree.root.descendants()):
        if node.element is not None and node.element.tag == "figure":
            _join(node)


def describe_figures(draft: Draft) -> None:
    """Give every figure its alternative and the rectangle that it takes."""
    for node in draft.tree.root.descendants():
        if node.kind == "Figure":
            _describe(node)


def alternative(node: Node) -> str | None:
    """What is read in place of a picture; None where nobody has said."""
    element = node.element
    if element is None:
        return None
    if element.tag == SVG:
        return element.get("aria-label") or element.findtext(SVG_TITLE)
    return element.get("alt")


def _is_decoration(kid: Kid) -> bool:
    if not isinstance(kid, Node) or kid.kind != "Figure" or kid.element is None or kid.element.tag == "figure":
        return False
    return alternative(kid) == "" or kid.element.get("aria-hidden") == "true"


def _is_hollow(kid: Kid) -> bool:
    """Whether it is a paragraph that no author wrote, and that has nothing left."""
    return isinstance(kid, Node) and kid.kind == "P" and kid.element is None and not kid.kids


def _join(node: Node) -> None:
    captions = [kid for kid in node.nodes() if kid.kind == "Caption"]
    rest = [kid for kid in node.kids if kid not in captions]
    is_first = bool(captions) and node.kids[0] is captions[0]
    picture = _only_picture(rest)
    if picture is not None:
        node.element, node.kids = picture.element, list(picture.kids)
        _add(node, captions, is_first=is_first)
        return
    node.kind = "Div"
    explained = [one for kid in rest if isinstance(kid, Node) for one in kid.descendants() if one.kind in CAPTIONED]
    if explained:
        node.kids = in_paragraphs(node.kind, rest)
        _add(explained[0 if is_first else -1], captions, is_first=is_first)
        return
    for caption in captions:
        caption.kind = "P"
    node.kids = in_paragraphs(node.kind, node.kids)


def _add(node: Node, captions: list[Node], *, is_first: bool) -> None:
    node.kids = [*captions, *node.kids] if is_first else [*node.kids, *captions]


def _only_picture(kids: list[Kid]) -> Node | None:
    """The picture, where a figure has one and nothing else; Markdown puts it into a paragraph."""
    something = [kid for kid in kids if not (isinstance(kid, Mark) and not kid.text.strip() and kid.box is None)]
    if len(something) != 1 or not isinstance(something[0], Node):
        return None
    if something[0].kind == "P":
        return _only_picture(something[0].kids)
    return something[0] if something[0].kind == "Figure" else None


def _describe(node: Node) -> None:
    text = alternative(node)
    if not text:
        source = node.element.get("src", "") if node.element is not None else ""
        raise MastheadError(
            f"The picture “{source}” has no alternative text, so the PDF would keep it from whoever cannot see it. "
            "Say in words what it shows."
        )
    node.alternative = text
    boxes = [kid.box for kid in node.kids if isinstance(kid, Mark) and kid.box]
    if boxes:
        left, bottom, right, top = zip(*boxes, strict=True)
        node.attributes["Layout"] = {"BBox": (min(left), min(bottom), max(right), max(top))}
