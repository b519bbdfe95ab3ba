"""Lists, as ISO 32000-2, 14.8.4.8.2 has them: items of a label and a body, and how they are numbered."""

from collections.abc import Iterator

from masthead.pdf.draft import Draft
from masthead.pdf.marks import Mark
from masthead.pdf.tree import Kid, Node

NUMBERING = {
    "disc": "Disc",
    "circle": "Circle",
    "square": "Square",
    "decimal": "Decimal",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
    **dict.fromkeys(("lower-alpha", "lower-latin"), "LowerAlpha"),
    **dict.fromkeys(("upper-alpha", "upper-latin"), "UpperAlpha"),
}


def shape_lists(draft: Draft) -> None:
    """Give every item its label and its body."""
    for node in list(draft.tree.root.descendants()):
        if node.kind == "L":
            node.kids = list(_items(node))


def number_lists(draft: Draft) -> None:
    """Say how the items of each list are labelled."""
    for node in draft.tree.root.descendants():
        if node.kind == "L" and (numbering := _numbering(node, draft)):
            node.attributes["List"] = {"ListNumbering": numbering}


def _items(node: Node) -> Iterator[Kid]:
    """The items of a list; terms and what they mean, which in HTML stand side by side, share one."""
    item: Node | None = None
    for kid in _inside_groups(node):
        if kid.kind == "Lbl":
            if item is None or any(one.kind == "LBody" for one in item.nodes()):
                item = Node("LI")
                yield item
            item.kids.append(kid)
        elif kid.kind == "LBody" and item is not None:
            item.kids.append(kid)
        elif kid.kind in ("LBody", "LI"):
            yield _item(kid) if kid.kind == "LI" else Node("LI", None, [kid])
        elif kid.kind == "Caption":
            yield kid
        else:
            yield Node("LI", None, [Node("LBody", None, [kid])])


def _inside_groups(node: Node) -> Iterator[Node]:
    for kid in node.nodes():
        if kid.kind == "Div":
            yield from _inside_groups(kid)
        else:
            yield kid


def _item(node: Node) -> Node:
    label = [kid for kid in node.kids if isinstance(kid, Mark) and kid.part == "marker"]
    body = [kid for kid in node.kids if kid not in label]
    node.kids = [Node("Lbl", None, list(label))] if label else []
    if body:
        node.kids.append(Node("LBody", None, body))
    return node


def _numbering(node: Node, draft: Draft) -> str:
    labels = [label for item in node.nodes() for label in item.nodes() if label.kind == "Lbl"]
    if node.element is not None and node.element.tag == "dl":
        return "Description" if draft.is_pdf_2 else ""
    if not labels:
        return "None"
    style = next((mark.list_style for label in labels for mark in label.marks()), "")
    is_ordered = node.element is not None and node.element.tag == "ol"
    return NUMBERING.get(style, "Decimal" if is_ordered else "Disc")
