"""From the folder that an engine built to the folder that is published: the same for every engine."""

import datetime as dt
import gzip
import re
from collections.abc import Mapping
from pathlib import Path

from masthead.addresses import address, on_site
from masthead.edge import Edge
from masthead.model.network import Network
from masthead.model.record import Record
from masthead.render import render

NOT_A_PAGE = ("404.html",)
TOGGLE = re.compile(rb'(<input class="md-toggle"[^>]*) autocomplete="off"')


def finish(site: Path, network: Network, edge: Edge) -> None:
    """Mend what no template of ours reaches, and write what depends on the finished pages."""
    for page in site.rglob("*.html"):
        _mend(page)
    _write_sitemap(site, network, edge)


def _mend(page: Path) -> None:
    """Take out what Material writes around its blocks and HTML does not allow."""
    content = page.read_bytes()
    page.write_bytes(TOGGLE.sub(rb"\1", content))


def _write_sitemap(site: Path, network: Network, edge: Edge) -> None:
    """The sitemap with true dates (sitemaps.org 0.9), and its compressed twin."""
    dates = _dates(network, edge)
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    addresses = (page.removesuffix("index.html") for page in pages if page not in NOT_A_PAGE)
    entries = [(network.site.absolute(found), dates.get(found, edge.stamp.date()).isoformat()) for found in addresses]
    text = str(render("pages/sitemap.xml.jinja", entries=entries)).encode()
    (site / "sitemap.xml").write_bytes(text)
    (site / "sitemap.xml.gz").write_bytes(gzip.compress(text, mtime=0))


def _dates(network: Network, edge: Edge) -> Mapping[str, dt.date]:
    """The day on which each record's page last changed, by its address."""
    found = ((on_site(record.path), record) for record in network.records() if isinstance(record, Record))
    return {address(page): record.updated or edge.stamp.date() for page, record in found if page}
