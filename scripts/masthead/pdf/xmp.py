"""The metadata of a PDF as XMP (ISO 16684-1), with the standards that it claims to satisfy."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, QName, SubElement, indent, register_namespace, tostring

from masthead.pdf.conformance import Standards
from masthead.pdf.document import Particulars

SPACES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "pdfd": "http://pdfa.org/declarations/",
}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
START = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
END = b'\n<?xpacket end="r"?>'

# PDF/A-2 and 3 want every schema explained that they do not know themselves (ISO 19005-3, 6.6.2.3.3).
UA_SCHEMA = {"schema": "PDF/UA Universal Accessibility Schema", "namespaceURI": SPACES["pdfuaid"], "prefix": "pdfuaid"}
UA_PART = {
    "name": "part",
    "valueType": "Integer",
    "category": "internal",
    "description": "Indicates, which part of ISO 14289 standard is followed",
}


def packet(particulars: Particulars, standards: Standards) -> bytes:
    """The packet of metadata, as a file holds it."""
    for prefix, space in SPACES.items():
        register_namespace(prefix, space)
    meta = Element(_name("x:xmpmeta"))
    about = SubElement(SubElement(meta, _name("rdf:RDF")), _name("rdf:Description"), {_name("rdf:about"): ""})
    _identify(about, standards)
    _describe(about, particulars)
    if standards.year is None:
        _explain_schema(about)
    if standards.declarations:
        _declare(about, standards.declarations)
    indent(meta)
    return b"".join((START, tostring(meta, encoding="utf-8"), END))


def _identify(about: Element, standards: Standards) -> None:
    _texts(about, {"pdfuaid:part": str(standards.accessibility), "pdfaid:part": str(standards.archive)})
    if standards.level:
        _texts(about, {"pdfaid:conformance": standards.level})
    if standards.year:
        _texts(about, {"pdfuaid:rev": str(standards.year), "pdfaid:rev": "2020"})


def _describe(about: Element, of: Particulars) -> None:
    _list(about, "dc:title", "rdf:Alt", (of.title,))
    _list(about, "dc:creator", "rdf:Seq", (of.author,))
    _list(about, "dc:description", "rdf:Alt", (of.description,))
    _list(about, "dc:subject", "rdf:Bag", of.keywords)
    _list(about, "dc:language", "rdf:Bag", (of.language,))
    date = of.stamp.isoformat(timespec="seconds")
    texts = {
        "pdf:Keywords": ", ".join(of.keywords),
        "pdf:Producer": of.producer,
        "xmp:CreatorTool": of.creator,
        **dict.fromkeys(("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"), date),
    }
    _texts(about, {name: text for name, text in texts.items() if text})


def _explain_schema(about: Element) -> None:
    schema = _resource(_container(about, "pdfaExtension:schemas", "rdf:Bag"), UA_SCHEMA, "pdfaSchema")
    _resource(_container(schema, "pdfaSchema:property", "rdf:Seq"), UA_PART, "pdfaProperty")


def _declare(about: Element, declarations: tuple[str, ...]) -> None:
    """PDF Association: PDF Declarations 1.0, chapter 4."""
    bag = _container(about, "pdfd:declarations", "rdf:Bag")
    for one in declarations:
        _resource(bag, {"conformsTo": one}, "pdfd")


def _name(name: str) -> str:
    prefix, _, local = name.partition(":")
    return QName(SPACES[prefix], local).text


def _texts(parent: Element, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        SubElement(parent, _name(name)).text = text


def _container(parent: Element, name: str, kind: str) -> Element:
    return SubElement(SubElement(parent, _name(name)), _name(kind))


def _resource(container: Element, fields: Mapping[str, str], prefix: str) -> Element:
    item = SubElement(container, _name("rdf:li"), {_name("rdf:parseType"): "Resource"})
    _texts(item, {f"{prefix}:{field}": text for field, text in fields.items()})
    return item


def _list(parent: Element, name: str, kind: str, texts: tuple[str, ...]) -> None:
    if any(texts):
        container = _container(parent, name, kind)
        for text in texts:
            item = SubElement(container, _name("rdf:li"), {LANGUAGE: "x-default"} if kind == "rdf:Alt" else {})
            item.text = text
