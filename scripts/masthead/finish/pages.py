"""The pages of a site: those that would be the same are taken from the site before, all others are made.

A page is made in two goes. What it says is final after the first: then it is known which letters the fonts need, and
which pictures there are. The second writes the names of files that change with their content.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from masthead.artifact import Cache
from masthead.finish.built import Built, Change, Raw, changed, raws_in
from masthead.finish.fonts import cut_fonts, letters_in
from masthead.finish.names import move_assets, names_by_content, with_names
from masthead.finish.pictures import FOLDER as PICTURES
from masthead.finish.pictures import are_as_shown, cache_of_pictures, restore, with_pictures
from masthead.kept import Kept, Known
from masthead.model.network import Network
from masthead.publish.social import CARDS
from masthead.shares import processes, shared
from masthead.taken import take

Item = TypeVar("Item")
Made = TypeVar("Made")

MANY = 50  # pages: fewer take less time than another process needs
LOT = 16  # pages between two looks at what is left
OF_ONE_PAGE = (CARDS, f"{PICTURES}/")


def write_pages(built: Built, changes: Sequence[Change]) -> None:
    """Write every page that lies in the folder as an editor sees it."""
    for raw in raws_in(built.folder):
        built.write(raw.file, changed(raw.make(), changes))


def publish_pages(built: Built, raws: Sequence[Raw], changes: Sequence[Change]) -> Known:
    """Write every page as the public sees it, and name the files that pages show by their content; returns what is
    known of the pages afterwards.
    """
    pages = _all_pages(built, raws)
    kept = {raw.file: page for raw in pages if (page := _kept(raw, built))}
    due = [raw for raw in pages if raw.file not in kept]
    made = _first(due, built, changes)
    known = {**kept, **made}
    cut_fonts(built, (page.letters for page in known.values()))
    renamed = names_by_content(built.folder)
    common = _common(renamed, built.network)
    known = {raw.file: replace(known[raw.file], card=renamed.get(raw.card, "")) for raw in pages}
    others = [raw for raw in pages if raw.file in kept and not _is_same(raw.file, common, known, built)]
    _first(others, built, changes)
    move_assets(built.folder, renamed)
    _second([raw.file for raw in (*due, *others)], built, renamed)
    for file in kept.keys() - {raw.file for raw in others}:
        _take(file, built)
    cache_of_pictures(built.edge).forget_all_but({key for page in known.values() for key in page.made.values()})
    return Known(common, {raw.file: known[raw.file] for raw in pages if raw.key})


def _all_pages(built: Built, raws: Sequence[Raw]) -> tuple[Raw, ...]:
    """The pages that are given, and those that lie in the folder."""
    given = {raw.file for raw in raws}
    return (*raws, *(raw for raw in raws_in(built.folder) if raw.file not in given))


def _kept(raw: Raw, built: Built) -> Kept | None:
    """What is known of a page, where it says and shows what it did."""
    page = built.known.pages.get(raw.file)
    if page is None or page.key != raw.key or not are_as_shown(page.shown, built.folder):
        return None
    return page if restore(page.made, built.folder, cache_of_pictures(built.edge)) else None


def _first(raws: Sequence[Raw], built: Built, changes: Sequence[Change]) -> dict[str, Kept]:
    """Make pages, and write them with their pictures; returns what is known of them."""
    cache = cache_of_pictures(built.edge)
    return _by_all(lambda lot: {raw.file: _written(raw, built, changes, cache) for raw in lot}, raws)


def _written(raw: Raw, built: Built, changes: Sequence[Change], cache: Cache) -> Kept:
    text, found = with_pictures(changed(raw.make(), changes), raw.file, built.folder, cache)
    built.write(raw.file, text)
    return Kept(raw.key, letters_in(text), shown=found.shown, made=found.made)


def _second(files: Sequence[str], built: Built, renamed: Mapping[str, str]) -> None:
    """Write the names of files into pages."""
    named = with_names(renamed, built.network.site.site_url)

    def write(lot: Sequence[str]) -> dict[str, None]:
        for file in lot:
            path = built.folder / file
            path.write_bytes(named(path.read_text("utf-8"), file).encode())
        return dict.fromkeys(lot)

    _by_all(write, files)


def _by_all(work: Callable[[Sequence[Item]], Mapping[str, Made]], pages: Sequence[Item]) -> dict[str, Made]:
    """What `work` makes of pages, by all processors where there are many."""
    number = processes() if len(pages) >= MANY else 1
    return shared(work, [pages[start : start + LOT] for start in range(0, len(pages), LOT)], number)


def _common(renamed: Mapping[str, str], network: Network) -> str:
    """A hash of what may stand in any page besides what it says."""
    names = sorted(pair for pair in renamed.items() if not pair[0].startswith(OF_ONE_PAGE))
    return hashlib.sha256(repr((names, network.site.site_url, network.settings.analytics)).encode()).hexdigest()


def _is_same(file: str, common: str, known: Mapping[str, Kept], built: Built) -> bool:
    """Whether a page that says what it did would have the same names in it, too."""
    return built.known.common == common and built.known.pages[file].card == known[file].card


def _take(file: str, built: Built) -> None:
    """Take a page from the site before: as a link, since nothing changes it, or as a copy from another disk."""
    if built.before is None:
        return
    path = built.folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    take(built.before.folder / file, path)
