"""The search: an index of the finished pages (Pagefind), what to filter its results by, and words that correct a typo.

The only module that runs Pagefind. It reads every page anew; there is no way to add one to an index.
"""

import gzip
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, STDOUT

from pagefind.service import get_executable

from masthead.addresses import address, on_site
from masthead.finish.built import Built
from masthead.halt import MastheadError
from masthead.model.network import Network
from masthead.model.record import Record
from masthead.publish.findable import Facet, facets
from masthead.render import unmarked

INDEX = "search/index"
WORDS = "words.json"
FACETS = "facets.json"

# Records in lists, and ways to other pages, would find a page for what stands on another; so would what is not shown.
NOT_SEARCHED = (
    "[hidden]",
    ".mh-subscribe",
    ".mh-event-count",
    ".mh-event-sets",
    ".mh-crumbs",
    ".mh-page-foot",
    ".mh-pager",
    ".mh-event-list",
    ".mh-cards",
    ".mh-link-list",
    ".mh-label",
)
UNUSED = ("*-ui.js", "*-ui.css", "pagefind-highlight.js", "pagefind-worker.js", "wasm.unknown.pagefind")
SIGNATURE = b"pagefind_dcd"
ARTICLE = re.compile(r"<article [^>]*data-pagefind-body.*?</article>", re.DOTALL)
WORD = re.compile(r"[^\W\d_]{3,}")
APOSTROPHES = str.maketrans("", "", "'’")


@dataclass(frozen=True)
class Fragment:
    """A page as the index knows it."""

    address: str
    kind: str


def write_search(built: Built) -> None:
    """Index every page that is marked as one to be found."""
    index = built.folder / INDEX
    with _pagefind(built.folder, index):
        words = _words(page.read_text(encoding="utf-8") for page in built.pages())
    for pattern in UNUSED:
        for file in index.glob(pattern):
            file.unlink()
    _write(index / FACETS, _facets(index, built.network))
    _write(index / WORDS, words)


@contextmanager
def _pagefind(site: Path, index: Path) -> Iterator[None]:
    """Pagefind writes its index while something else is done. Both only read the pages."""
    pagefind = get_executable()
    if pagefind is None:
        raise MastheadError("Pagefind’s program is missing. Install the project’s packages again.")
    command = [pagefind, "--silent", "--site", site, "--output-path", index]
    command += ["--exclude-selectors", ",".join(NOT_SEARCHED)]
    with subprocess.Popen(list(map(str, command)), stdout=PIPE, stderr=STDOUT, text=True) as run:
        try:
            yield
            said, _ = run.communicate()
        finally:
            run.kill()  # where it still runs, somebody has stopped this build
    if run.returncode != 0:
        raise MastheadError(f"Pagefind could not index the pages:\n{said}")


def _facets(index: Path, network: Network) -> dict[str, object]:
    """Every value to filter by, once, and by a page's name in the index the numbers of its values.

    Pagefind has filters of its own, but writes them in another order each time.
    """
    known = _facets_by_address(network)
    found = {path.stem: _fragment(path) for path in sorted((index / "fragment").iterdir())}
    names = {name: known.get(page.address, (("Kind", page.kind),)) for name, page in found.items()}
    values = sorted({value for page in names.values() for value in page})
    numbers = {value: number for number, value in enumerate(values)}
    return {"values": values, "pages": {name: [numbers[value] for value in page] for name, page in names.items()}}


def _facets_by_address(network: Network) -> Mapping[str, tuple[Facet, ...]]:
    found = ((on_site(record.path), record) for record in network.records() if isinstance(record, Record))
    return {address(page): tuple(dict.fromkeys(facets(record, network))) for page, record in found if page}


def _fragment(path: Path) -> Fragment:
    """The page that a file of the index describes."""
    fields = json.loads(gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE))
    return Fragment(fields["url"].lstrip("/"), fields["meta"]["kind"])


def _words(pages: Iterable[str]) -> list[str]:
    """The words of all searched pages in small letters, the most frequent first."""
    texts = (unmarked(article) for page in pages for article in ARTICLE.findall(page))
    counts = Counter(word for text in texts for word in WORD.findall(text.lower().translate(APOSTROPHES)))
    return sorted(counts, key=lambda word: (-counts[word], word))


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
