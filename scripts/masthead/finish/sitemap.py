"""For search engines: the sitemap with true dates (sitemaps.org 0.9), and robots.txt (RFC 9309), which names it."""

import datetime as dt
from collections.abc import Mapping

from masthead.addresses import address, on_site
from masthead.finish.built import NOT_FOUND, Built
from masthead.model.record import Record
from masthead.moves import moved_pages
from masthead.render import render

SITEMAP = "sitemap.xml"


def write_sitemap(built: Built) -> None:
    """Name every page with the day on which it last changed."""
    site, stamp = built.network.site, built.edge.stamp.date()
    dates = _dates(built)
    pages = (path.relative_to(built.folder).as_posix() for path in built.pages())
    left_out = {NOT_FOUND, *(f"{old}index.html" for old in moved_pages(built.network))}
    addresses = (page.removesuffix("index.html") for page in pages if page not in left_out)
    entries = [(site.absolute(found), dates.get(found, stamp).isoformat()) for found in addresses]
    built.write(SITEMAP, str(render("pages/sitemap.xml.jinja", entries=entries)))
    built.write("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.absolute(SITEMAP)}\n")


def _dates(built: Built) -> Mapping[str, dt.date]:
    """The day on which each record's page last changed, by its address."""
    found = ((on_site(record.path), record) for record in built.network.records() if isinstance(record, Record))
    return {address(page): record.updated or built.edge.stamp.date() for page, record in found if page}
