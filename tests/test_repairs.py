"""Each repair of a PDF is needed: a small document, and what becomes of it where one repair is left out."""

import datetime as dt
import difflib
import re
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from masthead.halt import MastheadError
from masthead.pdf.conformance import Conformance
from masthead.pdf.draft import Draft
from masthead.pdf.judge import judge
from masthead.pdf.marks import Marks
from masthead.pdf.repair import ON_THE_FILE, ON_THE_MARKS, ON_THE_TREE, repair
from masthead.pdf.typeset import typeset
from masthead.source import File
from tests.conftest import TESTS

STAMP = dt.datetime(2026, 11, 22, 12, 30, tzinfo=dt.UTC)
PICTURE = TESTS / "awkward" / "dot.png"
FILES = {"dot.png": File("dot.png", PICTURE)}
STEPS = (ON_THE_MARKS, ON_THE_TREE, ON_THE_FILE)
DOCUMENT = """<!doctype html>
<html lang="en-GB"><head><title>Tides</title>
<meta name="author" content="Harbours"><meta name="keywords" content="sea, moon">
<style>
@page { size: 80mm 60mm; margin: 10mm; @top-left { content: "Head" } @bottom-right { content: counter(page) } }
.note { float: footnote }
nav ol { list-style: none }
.page { break-before: page }
</style></head>
<body>
<h1>Tides</h1>
<nav><ol><li><p><a href="#moon">The <b>moon</b></a></p><ol><li><a href="#ebb">Ebb</a></li></ol></li></ol></nav>
<h3 id="moon">The moon</h3>
<p>The <abbr title="Royal Observatory">RO</abbr> says <i lang="fr">marée</i>.<span class="note">A note.</span></p>
<ol type="i"><li id="ebb">Ebb</li></ol>
<dl><dt>Neap</dt><dd>Small</dd></dl>
<figure><img src="dot.png" alt="A dot"><figcaption>One dot</figcaption></figure>
<p><img src="dot.png" alt="">Text</p>
<table class="page"><thead><tr><th>Port</th></tr></thead>
<tbody><tr><td>Hull</td></tr><tr class="page"><td>Cork</td></tr></tbody></table>
<p style="width: 23mm">Extra&shy;ordinary</p>
</body></html>
"""


@pytest.fixture(scope="module")
def typeset_in() -> dict[Conformance, tuple[bytes, Marks]]:
    """The document as WeasyPrint makes it, once for each version of PDF."""
    return {one: typeset(DOCUMENT, FILES, one) for one in Conformance}


def told(file: bytes) -> list[str]:
    """All that repairs may change, as lines; of what is drawn, the last page."""
    with pikepdf.open(BytesIO(file)) as pdf:
        parts = (_catalog, _metadata, _outline, _names, _links, _artifacts, _pictures)
        lines = [line for part in parts for line in part(pdf)]
        return [*lines, *_tree(pdf.Root.StructTreeRoot.K[0])]


def _plain(value: Any) -> str:
    """A value as text, with structure elements and pages by their type."""
    if isinstance(value, Array):
        return f"[{' '.join(map(_plain, value))}]"
    if isinstance(value, Dictionary):
        if value.get("/Type") in (Name.Page, Name.StructElem):
            return str(value.get("/S", "/Page"))
        return " ".join(f"{key} {_plain(one)}" for key, one in sorted(value.items()))
    return "n" if isinstance(value, Decimal) else str(value)


def _catalog(pdf: Pdf) -> Iterator[str]:
    for key in ("/PageLabels", "/PageMode", "/ViewerPreferences"):
        yield f"{key} {_plain(pdf.Root.get(key))}"
    yield from (f"colours {intent.OutputConditionIdentifier}" for intent in pdf.Root.get("/OutputIntents", ()))
    yield from (f"{key} {text}" for key, text in pdf.trailer.get("/Info", Dictionary()).items() if key != "/Producer")


def _metadata(pdf: Pdf) -> Iterator[str]:
    if "/Metadata" in pdf.Root:
        text = pdf.Root.Metadata.read_raw_bytes().decode()
        yield from (line.strip() for line in text.splitlines() if re.search(r"<(pdf\w+:(part|rev|conf)|xmp:)", line))


def _outline(pdf: Pdf) -> Iterator[str]:
    def below(item: Any, depth: int) -> Iterator[str]:
        while item is not None:
            yield f"bookmark {'  ' * depth}{item.Title}: {_plain(item.get('/A', item.get('/Dest')))}"
            yield from below(item.get("/First"), depth + 1)
            item = item.get("/Next")

    yield from below(pdf.Root.Outlines.get("/First"), 0)


def _names(pdf: Pdf) -> Iterator[str]:
    names = list(pdf.Root.Names.Dests.Names)
    yield from (f"name {name}: {_plain(point)}" for name, point in zip(names[::2], names[1::2], strict=True))


def _links(pdf: Pdf) -> Iterator[str]:
    for page in pdf.pages:
        yield from (f"link “{one.Contents}” {one.get('/F')}" for one in page.get("/Annots", ()))


def _artifacts(pdf: Pdf) -> Iterator[str]:
    content = pdf.pages[-1].Contents.read_bytes()
    yield from (piece.decode() for piece in re.findall(rb"/Artifact <<.*?>> BDC", content))
    yield f"pieces: {content.count(b'/MCID')}"
    yield f"soft hyphens: {content.count(b'/ActualText <FEFF00AD>')}"


def _pictures(pdf: Pdf) -> Iterator[str]:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == Name.Image:
            yield f"picture {one.get('/Interpolate')}"


def _tree(node: Any, depth: int = 0) -> Iterator[str]:
    """A structure element and all below it: type, how many pieces of content, texts, attributes, references."""
    kids = list(node.get("/K")) if isinstance(node.get("/K"), Array) else [node.get("/K")]
    nodes = [kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]
    pieces = len(kids) - len(nodes)
    words = [str(node.S)[1:], f"({pieces})" if pieces else ""]
    words += [f"{key[1:]}={node[key]}" for key in ("/Alt", "/E", "/Lang", "/ID") if key in node]
    words += [_plain(one) for one in node.get("/A", ()) if "/BBox" not in one]
    words += ["with a box" for one in node.get("/A", ()) if "/BBox" in one]
    words += [f"see {_plain(node.Ref)}"] if "/Ref" in node else []
    yield "  " * depth + " ".join(filter(None, words))
    for kid in nodes:
        yield from _tree(kid, depth + 1)


def _do_nothing(draft: Draft) -> None:
    """What stands in for a repair that is left out."""


def without(name: str, made: tuple[bytes, Marks], conformance: Conformance, patch: pytest.MonkeyPatch) -> str:
    """What changes where a repair is left out."""
    whole = told(repair(*made, conformance, STAMP))
    steps = next(steps for steps in STEPS if name in steps)
    patch.setitem(steps, name, _do_nothing)
    rest = told(repair(*made, conformance, STAMP))
    lines = difflib.unified_diff(whole, rest, lineterm="", n=0)
    return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))


# What changes where a repair is left out, in a file of one conformance.
LEFT_OUT = {
    ("repeated heads", "ua-1"): """\
-pieces: 3
+pieces: 4
-        TH (1) /O /Table /Scope /Column
+        TH (2) /O /Table /Scope /Column""",
    ("covered areas", "ua-1"): """\
+link “The moon” 4
-            Link (2)
+            Link (3)""",
    ("alternatives", "ua-1"): """\
-  Figure (1) Alt=A dot with a box
+  Figure (1)""",
    ("list items", "ua-1"): """\
-  L /ListNumbering /Decimal /O /List
-    LI
-      Lbl (1)
-      LBody (1)
+  L /ListNumbering /None /O /List
+    LI (2)
-    LI
-      Lbl (1)
-      LBody (1)
+    Lbl (1)
+    LBody (1)""",
    ("list numbering", "ua-1"): """\
-  L /ListNumbering /Decimal /O /List
+  L""",
    ("tables", "ua-1"): """\
-        TH (1) /O /Table /Scope /Column
+        TH (1)""",
    ("contents", "ua-1"): """\
-    TOC
-      TOCI
-        P
-          Reference
+    L /ListNumbering /None /O /List
+      LI
+        LBody
+          P
-        TOC
-          TOCI
-            Reference
-              Link (2)
+          L /ListNumbering /None /O /List
+            LI
+              LBody
+                Link (2)""",
    ("references of contents", "ua-2"): """\
-      TOCI see [/H1]
+      TOCI
-          TOCI see [/LI]
+          TOCI""",
    ("notes", "ua-1"): """\
-    Note (1) ID=note-1
+    Note (1)""",
    ("notes", "ua-2"): """\
-    Reference see [/FENote]
+    Reference
-    FENote (1) ID=note-1 /NoteType /Footnote /O /FENote see [/Reference]
+    Note (1)""",
    ("headings", "ua-2"): """\
-bookmark Tides: /D [/Page /XYZ n n 0] /S /GoTo /SD [/Title /XYZ n n 0]
-bookmark   The moon: /D [/Page /XYZ n n 0] /S /GoTo /SD [/H1 /XYZ n n 0]
+bookmark Tides: /D [/Page /XYZ n n 0] /S /GoTo /SD [/H1 /XYZ n n 0]
+bookmark   The moon: /D [/Page /XYZ n n 0] /S /GoTo /SD [/H3 /XYZ n n 0]
-name moon: /D [/Page /XYZ n n 0] /SD [/H1 /XYZ n n 0]
+name moon: /D [/Page /XYZ n n 0] /SD [/H3 /XYZ n n 0]
-  Title (1)
+  H1 (1)
-      TOCI see [/H1]
+      TOCI see [/H3]
-  H1 (1)
+  H3 (1)""",
    ("passages", "ua-1"): """\
-    Span (1) E=Royal Observatory
-    Em (1) Lang=fr
+    Span (1)
+    Em (1)""",
    ("hyphens", "ua-1"): """\
-soft hyphens: 1
+soft hyphens: 0""",
    ("artifacts", "ua-1"): """\
-/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC
-/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC
-pieces: 3
+pieces: 6""",
    ("links", "ua-1"): """\
-link “The moon” 4
-link “Ebb” 4
+link “moon” None
+link “ebb” None""",
    ("names", "ua-2"): """\
-name ebb: /D [/Page /XYZ n n 0] /SD [/LI /XYZ n n 0]
-name moon: /D [/Page /XYZ n n 0] /SD [/H1 /XYZ n n 0]
+name ebb: [/Page /XYZ n n 0]
+name moon: [/Page /XYZ n n 0]""",
    ("bookmarks", "ua-2"): """\
-bookmark Tides: /D [/Page /XYZ n n 0] /S /GoTo /SD [/Title /XYZ n n 0]
-bookmark   The moon: /D [/Page /XYZ n n 0] /S /GoTo /SD [/H1 /XYZ n n 0]
+bookmark Tides: [/Page /XYZ n n 0]
+bookmark   The moon: [/Page /XYZ n n 0]""",
    ("metadata", "ua-1"): """\
-/CreationDate D:20261122123000+00'00'
-/ModDate D:20261122123000+00'00'
-<pdfuaid:part>1</pdfuaid:part>
-<pdfaid:part>3</pdfaid:part>
-<pdfaid:conformance>A</pdfaid:conformance>
-<xmp:CreateDate>2026-11-22T12:30:00+00:00</xmp:CreateDate>
-<xmp:ModifyDate>2026-11-22T12:30:00+00:00</xmp:ModifyDate>
-<xmp:MetadataDate>2026-11-22T12:30:00+00:00</xmp:MetadataDate>""",
    ("metadata", "ua-2"): """\
-<pdfuaid:part>2</pdfuaid:part>
-<pdfaid:part>4</pdfaid:part>
-<pdfuaid:rev>2024</pdfuaid:rev>
-<pdfaid:rev>2020</pdfaid:rev>
-<xmp:CreateDate>2026-11-22T12:30:00+00:00</xmp:CreateDate>
-<xmp:ModifyDate>2026-11-22T12:30:00+00:00</xmp:ModifyDate>
-<xmp:MetadataDate>2026-11-22T12:30:00+00:00</xmp:MetadataDate>
-<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo>
-<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#reuse1.0</pdfd:conformsTo>
+/Author Harbours
+/Keywords sea, moon
+/Title Tides""",
    ("view", "ua-1"): """\
-/PageMode /UseOutlines
-/ViewerPreferences /DisplayDocTitle True
+/PageMode None
+/ViewerPreferences None""",
    ("page labels", "ua-1"): """\
-/PageLabels /Nums [0 /S /D /St 1]
+/PageLabels None""",
    ("colours", "ua-1"): """\
-colours sRGB IEC61966-2.1""",
    ("interpolation", "ua-1"): """\
-picture None
+picture True""",
}

# The tags of the whole document, in a file of PDF/UA-2.
TOLD = """\
Document
  Title (1)
  Sect
    TOC
      TOCI see [/H1]
        P
          Reference
            Link (2)
              Strong (1)
        TOC
          TOCI see [/LI]
            Reference
              Link (2)
  H1 (1)
  P (3)
    Span (1) E=Royal Observatory
    Em (1) Lang=fr
    Reference see [/FENote]
      Lbl (1)
    FENote (1) ID=note-1 /NoteType /Footnote /O /FENote see [/Reference]
      Lbl (1)
  L /ListNumbering /Decimal /O /List
    LI
      Lbl (1)
      LBody (1)
  L /ListNumbering /Description /O /List
    LI
      Lbl (1)
      LBody (1)
  Figure (1) Alt=A dot with a box
    Caption (1)
  P (1)
  Table
    THead
      TR
        TH (1) /O /Table /Scope /Column
    TBody
      TR
        TD (1)
      TR
        TD (1)
  P (2)"""


@pytest.mark.parametrize(("name", "conformance"), LEFT_OUT)
def test_without_a_repair_something_is_lost(
    name: str, conformance: str, typeset_in: dict[Conformance, tuple[bytes, Marks]], monkeypatch: pytest.MonkeyPatch
) -> None:
    of = Conformance(conformance)
    assert without(name, typeset_in[of], of, monkeypatch) == LEFT_OUT[name, conformance]


@pytest.mark.parametrize("name", ["decoration", "captions"])
def test_without_a_repair_a_picture_has_no_words(
    name: str, typeset_in: dict[Conformance, tuple[bytes, Marks]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(MastheadError, match="has no alternative text"):
        without(name, typeset_in[Conformance.UA_1], Conformance.UA_1, monkeypatch)


def test_a_document_is_told_in_the_order_and_with_the_parts_of_its_html(
    typeset_in: dict[Conformance, tuple[bytes, Marks]],
) -> None:
    lines = told(repair(*typeset_in[Conformance.UA_2], Conformance.UA_2, STAMP))
    assert "\n".join(lines[lines.index("Document") :]) == TOLD


def test_every_repair_is_tried() -> None:
    tried = {name for name, _ in LEFT_OUT} | {"decoration", "captions"}
    assert tried == {name for steps in STEPS for name in steps}


@pytest.mark.parametrize("conformance", Conformance)
def test_a_repaired_file_breaks_no_rule(
    conformance: Conformance, typeset_in: dict[Conformance, tuple[bytes, Marks]]
) -> None:
    verdicts = judge(repair(*typeset_in[conformance], conformance, STAMP), conformance)
    assert [verdict.failed for verdict in verdicts] == [0] * len(verdicts)
    assert all(verdict.rules > 100 for verdict in verdicts)


@pytest.mark.parametrize("conformance", Conformance)
def test_the_same_document_makes_the_same_bytes(
    conformance: Conformance, typeset_in: dict[Conformance, tuple[bytes, Marks]]
) -> None:
    again = typeset(DOCUMENT, FILES, conformance)
    assert repair(*again, conformance, STAMP) == repair(*typeset_in[conformance], conformance, STAMP)


def test_what_cannot_be_repaired_stops_in_the_words_of_an_author(
    typeset_in: dict[Conformance, tuple[bytes, Marks]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ON_THE_TREE, "alternatives", _do_nothing)
    file = repair(*typeset_in[Conformance.UA_1], Conformance.UA_1, STAMP)
    with pytest.raises(MastheadError) as stopped:
        judge(file, Conformance.UA_1)
    assert (
        str(stopped.value)
        == """\
The PDF does not satisfy its standards, so it is not published:
  a Figure structure element has neither a non-empty /Alt nor an /ActualText string \
[PDFUA1-FIGURE-ALTERNATIVE-TEXT-001]
    Say in words what each picture shows."""
    )
