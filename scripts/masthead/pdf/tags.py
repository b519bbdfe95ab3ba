"""Writes the tree of tags into the file."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from masthead.pdf.conformance import Conformance
from masthead.pdf.marks import Area, Mark
from masthead.pdf.tree import Node

if TYPE_CHECKING:
    from pikepdf import Array, Dictionary, Object, Pdf

PDF_1, PDF_2 = "http://iso.org/pdf/ssn", "http://iso.org/pdf2/ssn"
ONLY_IN_PDF_1 = frozenset(
    ("Art", "BlockQuote", "TOC", "TOCI", "Index", "Reference", "BibEntry", "Note", "Quote", "Code", "NonStruct")
)
ROLES = {"Em": "Span", "Strong": "Span", "Aside": "Sect"}  # what PDF 1.7 does not know


class Tags:
    """The structure elements of a file, as they are written."""

    def __init__(self, pdf: "Pdf", conformance: Conformance) -> None:
        from pikepdf import Array, Dictionary, Name, String

        self.pdf, self.is_pdf_2 = pdf, conformance is Conformance.UA_2
        self.Array, self.Dictionary, self.Name, self.String = Array, Dictionary, Name, String
        self.pages = [page.obj for page in pdf.pages]
        self.objects: dict[Node, Object] = {}
        self.parents: list[dict[int, Object]] = [{} for _ in self.pages]
        self.annotations: list[tuple[Object, Object]] = []
        self.spaces = {name: pdf.make_indirect(Dictionary(Type=Name.Namespace, NS=name)) for name in (PDF_1, PDF_2)}

    def write(self, root: Node) -> dict[Node, "Object"]:
        """Write everything below `root`; what each element has become."""
        for node in root.descendants():
            self.objects[node] = self.pdf.make_indirect(self._element(node))
        for node, written in self.objects.items():
            self._write_kids(node, written)
            if node.see:
                written.Ref = self.Array([self.objects[one] for one in node.see])
        self._write_root(root)
        return self.objects

    def _element(self, node: Node) -> "Dictionary":
        element = self.Dictionary(Type=self.Name.StructElem, S=self.Name(f"/{node.kind}"))
        texts = {"Alt": node.alternative, "E": node.expansion, "Lang": node.language, "ID": node.identity}
        for key, text in texts.items():
            if text:
                element[f"/{key}"] = self.String(text)
        if node.attributes:
            element.A = self.Array([self._attributes(owner, names) for owner, names in node.attributes.items()])
        if self.is_pdf_2:
            element.NS = self.spaces[PDF_1 if node.kind in ONLY_IN_PDF_1 else PDF_2]
        return element

    def _attributes(self, owner: str, names: dict[str, object]) -> "Dictionary":
        written = self.Dictionary(O=self.Name(f"/{owner}"))
        for name, value in names.items():
            written[f"/{name}"] = self.Name(f"/{value}") if isinstance(value, str) else value
        return written

    def _write_kids(self, node: Node, written: "Object") -> None:
        page = next((kid.page for kid in node.kids if isinstance(kid, Mark | Area)), None)
        if page is not None:
            written.Pg = self.pages[page]
        kids = [self._kid(kid, written, page) for kid in node.kids]
        written.K = kids[0] if len(kids) == 1 else self.Array(kids)

    def _kid(self, kid: Node | Mark | Area, parent: "Object", page: int | None) -> "Object | int":
        match kid:
            case Node():
                child = self.objects[kid]
                child.P = parent
                return child
            case Mark():
                self.parents[kid.page][kid.mcid] = parent
                if kid.page == page:
                    return kid.mcid
                return self.Dictionary(Type=self.Name.MCR, Pg=self.pages[kid.page], MCID=kid.mcid)
            case Area():
                annotation = self.pdf.get_object(kid.number, 0)
                self.annotations.append((annotation, parent))
                return self.Dictionary(Type=self.Name.OBJR, Obj=annotation, Pg=self.pages[kid.page])

    def _write_root(self, root: Node) -> None:
        top = self.pdf.make_indirect(self.Dictionary(Type=self.Name.StructTreeRoot))
        top.K = self.Array([self.objects[root]])
        self.objects[root].P = top
        top.ParentTree = self.pdf.make_indirect(self.Dictionary(Nums=self._parent_tree()))
        top.ParentTreeNextKey = len(self.pages) + len(self.annotations)
        if self.is_pdf_2:
            top.Namespaces = self.Array(list(self.spaces.values()))
        else:
            top.RoleMap = self.Dictionary({f"/{kind}": self.Name(f"/{role}") for kind, role in ROLES.items()})
        if named := sorted((node.identity.encode(), written) for node, written in self._named(root)):
            top.IDTree = self.Dictionary(Names=self.Array([part for pair in named for part in pair]))
        self.pdf.Root.StructTreeRoot = top
        self.pdf.Root.MarkInfo = self.Dictionary(Marked=True)

    def _named(self, root: Node) -> Iterable[tuple[Node, "Object"]]:
        return ((node, self.objects[node]) for node in root.descendants() if node.identity)

    def _parent_tree(self) -> "Array":
        """From each piece of content, and each annotation, back to its structure element."""
        numbers = self.Array()
        for page, parents in enumerate(self.parents):
            numbers.append(page)
            numbers.append(
                self.pdf.make_indirect(self.Array([parents.get(i) for i in range(max(parents, default=-1) + 1)]))
            )
        for key, (annotation, parent) in enumerate(self.annotations, len(self.pages)):
            annotation.StructParent = key
            numbers.append(key)
            numbers.append(parent)
        return numbers
