"""From what WeasyPrint makes to a file that satisfies the standards: one repair after the other."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

from masthead.pdf import artifacts, catalog, destinations, figures, hyphens, lists, structure, tables
from masthead.pdf.conformance import Conformance
from masthead.pdf.draft import Draft
from masthead.pdf.marks import Marks
from masthead.pdf.tags import Tags
from masthead.pdf.tree import grow

Repair = Callable[[Draft], None]

# On what was drawn, before a tree grows from it.
ON_THE_MARKS: dict[str, Repair] = {
    "repeated heads": tables.drop_repeats,
    "covered areas": destinations.drop_covered_areas,
}
# On the tree of tags, before it is written.
ON_THE_TREE: dict[str, Repair] = {
    "decoration": figures.drop_decoration,
    "captions": figures.join_captions,
    "alternatives": figures.describe_figures,
    "list items": lists.shape_lists,
    "list numbering": lists.number_lists,
    "tables": tables.shape_tables,
    "contents": structure.list_contents,
    "references of contents": structure.tie_contents,
    "notes": structure.tie_notes,
    "headings": structure.level_headings,
    "passages": structure.mark_passages,
}
# On the file, once it holds the tags.
ON_THE_FILE: dict[str, Repair] = {
    "hyphens": hyphens.soften_hyphens,
    "artifacts": artifacts.set_artifacts,
    "links": destinations.describe_links,
    "names": destinations.tie_names,
    "bookmarks": destinations.tie_bookmarks,
    "metadata": catalog.set_metadata,
    "view": catalog.set_view,
    "page labels": catalog.label_pages,
    "colours": catalog.set_colours,
    "interpolation": catalog.drop_interpolation,
}


def repair(pdf: bytes, marks: Marks, conformance: Conformance, stamp: dt.datetime) -> bytes:
    """A file that satisfies the standards, from what WeasyPrint has made; `stamp` is when it was made, as it says."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as opened:
        draft = Draft(opened, replace(marks), conformance, stamp)
        for one in ON_THE_MARKS.values():
            one(draft)
        draft.tree = grow(draft.marks)
        for one in ON_THE_TREE.values():
            one(draft)
        draft.written = Tags(opened, conformance).write(draft.tree.root)
        for one in ON_THE_FILE.values():
            one(draft)
        target = BytesIO()
        opened.save(
            target,
            force_version=draft.standards.version,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return target.getvalue()
