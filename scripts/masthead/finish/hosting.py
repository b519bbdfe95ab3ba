"""Writes what hosts read from the site itself: headers and redirects, and a page at each address that has moved."""

from masthead.finish.built import Built
from masthead.hosting import FILES, Orders
from masthead.moves import moved_pages
from masthead.render import render


def write_hosting(built: Built) -> None:
    """Files of hosts, and for those that read none, pages that lead on."""
    for old, new in moved_pages(built.network).items():
        target = built.network.site.absolute(new)
        built.write(f"{old}index.html", str(render("pages/moved.html.jinja", target=target)))
    orders = Orders.of(built.network)
    for name, write in FILES.items():
        if text := write(orders):
            built.write(name, text)
