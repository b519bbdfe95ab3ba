"""The search: an index of the finished pages, what to filter its results by, and the words that put a typo right."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from masthead.addresses import address, on_site
from masthead.collector import give_back
from masthead.finish.built import Built
from masthead.finish.joined import join
from masthead.finish.parts import make_index
from masthead.finish.postings import Page
from masthead.model.network import Network
from masthead.model.record import Record
from masthead.publish.findable import Facet, facets

INDEX = "search/index"
WORDS = "words.json"
FACETS = "facets.json"


def write_search(built: Built) -> None:
    """Write the index of every page that is marked as one to be found."""
    index = built.folder / INDEX
    parts, program = make_index(built)
    give_back()
    names = join(parts, program, index, built.before.folder / INDEX if built.before else None)
    pages = dict(zip(names, (page for part in parts for page in part.pages), strict=True))
    _write(index / FACETS, _facets(pages, built.network))
    _write(index / WORDS, _words(part.counts for part in parts))


def _facets(pages: Mapping[str, Page], network: Network) -> dict[str, object]:
    """Every value to filter by, once, and by a page's name in the index the numbers of its values.

    Pagefind has filters of its own, but writes them in another order each time.
    """
    known = _facets_by_address(network)
    names = {name: known.get(page.address, (("Kind", page.kind),)) for name, page in sorted(pages.items())}
    values = sorted({value for page in names.values() for value in page})
    numbers = {value: number for number, value in enumerate(values)}
    return {"values": values, "pages": {name: [numbers[value] for value in page] for name, page in names.items()}}


def _facets_by_address(network: Network) -> Mapping[str, tuple[Facet, ...]]:
    found = ((on_site(record.path), record) for record in network.records() if isinstance(record, Record))
    return {address(page): tuple(dict.fromkeys(facets(record, network))) for page, record in found if page}


def _words(counted: Iterable[Mapping[str, int]]) -> list[str]:
    """The words of all searched pages in small letters, the most frequent first."""
    counts: Counter[str] = Counter()
    for some in counted:
        counts.update(some)
    return sorted(counts, key=lambda word: (-counts[word], word))


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
