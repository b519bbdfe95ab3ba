"""The appendix of the printed manifesto: what was promised, and what has been done."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from masthead.addresses import on_site
from masthead.prose import pieces
from masthead.publish.account_views import Promise
from masthead.publish.accounts import promises
from masthead.publish.cards import web_address
from masthead.publish.in_print import InPrint
from masthead.publish.publication import Publication
from masthead.publish.qr import print_code
from masthead.publish.typography import ended
from masthead.publish.views import Anchor


@dataclass(frozen=True)
class PrintAccounts:
    """Every commitment with what is known of it. `address` is the page that tells it today, and `code` leads there;
    None where the site has no such page.
    """

    promises: tuple[Promise, ...]
    address: Anchor | None
    code: Markup


def print_accounts(publication: Publication, spot: InPrint) -> PrintAccounts | None:
    """The appendix; None where nothing serves any commitment, so that there is nothing to give account of."""
    told = tuple(map(_set, promises(publication, spot)))
    if not any(one.workstreams or one.indicators for one in told):
        return None
    pages = publication.network.pages.values()
    page = next((one for one in pages if any(piece.name == "promises" for piece in pieces(one.body))), None)
    there = web_address(publication, page.path) if page and on_site(page.path) else None
    return PrintAccounts(told, there, print_code(there, publication.network.tokens) if there else Markup())


def _set(one: Promise) -> Promise:
    return replace(one, commitment=replace(one.commitment, text=ended(one.commitment.text)))
