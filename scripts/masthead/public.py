"""What of a network is public on a day: no drafts, nothing that leads to them, and no private notes."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from masthead.graph import LISTED, figure_references, piece_references
from masthead.links import Form, Link, links, opening, relink
from masthead.model.identity import by_identity
from masthead.model.network import Network
from masthead.model.permission import Permission
from masthead.model.record import Filed, Markdown, RefersTo, marked_once
from masthead.model.references import Change, Rename, with_references
from masthead.prose import NOT_PUBLIC, Mention, Piece, fill, mentions, pieces, replaced

NOT_PUBLISHED = "not published"
NO_PICTURE = "*This picture is not shown.*"
TITLES = {"given": "A permission was given", "published": "It is published", "public_role": "A public office"}


def public(network: Network, day: dt.date) -> Network:
    """The network as the public may know it on a day. What is nothing without a draft is no more public than that."""
    found = network.published(day)
    hidden = hidden_files(network, found)
    while hidden:
        found = referring(found, partial(_known, found), hidden)
        if (more := hidden_files(network, found)) == hidden:
            break
        hidden = more
    return found


def _known(network: Network, family: str, slug: str) -> str | None:
    return slug if family in LISTED.values() or slug in network.slugs(family) else None


def hidden_files(network: Network, shown: Network) -> frozenset[str]:
    """The files of records that are not shown."""
    return frozenset(network.by_path().keys() - shown.by_path().keys())


def without_notes(network: Network) -> Network:
    """The network without what those alone may know who keep its permissions: who gave one, and on what condition."""
    permissions = {slug: _without_notes(one) for slug, one in network.permissions.items()}
    return network.model_copy(update={"permissions": permissions})


def _without_notes(permission: Permission) -> Permission:
    nothing = {"by": NOT_PUBLISHED, "role": NOT_PUBLISHED, "conditions": ""}
    basis = next(name for name in TITLES if getattr(permission, name))
    given = permission.given.model_copy(update=nothing) if permission.given else None
    return permission.model_copy(update={"title": TITLES[basis], "summary": "", "given": given})


def referring(network: Network, rename: Rename, hidden: Collection[str]) -> Network:
    """The network with every reference as `rename` writes it, and without links to hidden files.

    What may not stand without a reference that is taken out goes with it, be it a whole record.
    """
    named = frozenset[tuple[str, str]]().union(*(_leads(record).names for record in network.records()))
    changes = _Changes(rename, hidden, frozenset(one for one in named if rename(*one) != one[1]))
    changed: dict[str, Any] = {}
    for name in type(network).model_fields:
        held = getattr(network, name)
        if isinstance(held, Filed):
            changed[name] = _referring(held, changes)
        elif isinstance(held, Mapping) and any(isinstance(one, Filed) for one in held.values()):
            found = {key: _referring(one, changes) for key, one in held.items()}
            changed[name] = {key: one for key, one in found.items() if one is not None}
    listed = tuple(slug for slug in network.manifesto.chapters if slug in changed.get("chapters", ()))
    changed["manifesto"] = changed["manifesto"].model_copy(update={"chapters": listed})
    return network.model_copy(update=changed)


@dataclass(frozen=True)
class _Leads:
    """Where a record leads: to what it names by family and slug, and to files."""

    names: frozenset[tuple[str, str]]
    files: frozenset[str]


@by_identity
def _leads(record: Filed) -> _Leads:
    found = marked_once(record)
    names = {(marker.family, slug) for _, marker, slug in found if isinstance(marker, RefersTo)}
    files: set[str] = set()
    for text in (text for _, marker, text in found if isinstance(marker, Markdown)):
        files |= {link.file(record.path) for link in links(text) if not link.is_elsewhere}
        names |= {(node.family, node.id) for one in mentions(text) for node in figure_references(one)}
        names |= {(node.family, node.id) for piece in pieces(text) for node in piece_references(piece)}
    return _Leads(frozenset(names), frozenset(files))


@dataclass(frozen=True)
class _Changes:
    """How references are written, the files to which nothing may lead, and the names that are written otherwise."""

    rename: Rename
    hidden: Collection[str]
    names: frozenset[tuple[str, str]]


def _referring(record: Filed, changes: _Changes) -> Filed | None:
    leads = _leads(record)
    if leads.files.isdisjoint(changes.hidden) and leads.names.isdisjoint(changes.names):
        return record  # nearly all, and nothing in them has to be looked at again
    leading = partial(_leading, record.path, changes.rename, changes.hidden)
    return with_references(record, Change(changes.rename, leading))


def _leading(path: str, rename: Rename, hidden: Collection[str], text: str) -> str:
    """A text of the file at `path` without links, pictures and live pieces that lead to nothing."""

    def is_hidden(link: Link) -> bool:
        return not link.is_elsewhere and link.file(path) in hidden

    if found := [link for link in links(text) if is_hidden(link)]:
        pictures = (_picture(text, link) for link in found)
        text = replaced(text, ((*stretch, NO_PICTURE) for stretch in pictures if stretch))
        text = relink(text, lambda link: None if is_hidden(link) else link.target)
    gone = [one for one in mentions(text) if _is_not_there(one, rename)]
    text = replaced(text, ((one.start, one.end, NOT_PUBLIC) for one in gone)) if gone else text
    lost = {piece.start for piece in pieces(text) if _is_lost(piece, rename)}
    return fill(text, lambda piece: "" if piece.start in lost else text[piece.start : piece.end]) if lost else text


def _picture(text: str, link: Link) -> tuple[int, int] | None:
    """From where to where a picture is written in a text; None where a link is none."""
    start = opening(text, link.begin) - 1 if link.form is Form.INLINE else -1
    return (start, link.end) if start >= 0 and text[start] == "!" else None


def _is_not_there(one: Mention, rename: Rename) -> bool:
    """Whether nothing of what a figure may be taken from is public."""
    records = [node for node in figure_references(one) if node.family not in LISTED.values()]
    return bool(records) and all(rename(node.family, node.id) is None for node in records)


def _is_lost(piece: Piece, rename: Rename) -> bool:
    return any(rename(node.family, node.id) is None for node in piece_references(piece))
