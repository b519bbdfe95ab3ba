"""Whoever follows an address that a record had before reaches that record."""

from collections.abc import Iterator

from masthead.addresses import made_without_a_file, on_site
from masthead.model.network import Network
from masthead.model.record import Record
from masthead.moves import former_path
from masthead.problem import Problem
from masthead.source import Sources


def former_addresses_are_free(network: Network, sources: Sources) -> Iterator[Problem]:
    """Slugs of `moved_from` whose address another page has by now, or had before, too: nobody could be led on."""
    records = [record for record in network.records() if isinstance(record, Record)]
    taken = {page: f"that is the address of “{one.path}”" for one in records if (page := on_site(one.path))}
    for record in records:
        for index, slug in enumerate(record.moved_from):
            page = on_site(former_path(record, slug)) or ""
            made = made_without_a_file(page)
            if made or page in taken:
                why = f"that is the address of {made}" if made else taken[page]
                message = f"Nobody can be led here from “{slug}”: {why}."
                hint = "Take it out."
                place = sources.texts[record.path].place("moved_from", index)
                yield Problem(place, "former-address-taken", message, hint)
            elif page:
                taken[page] = f"that was the address of “{record.path}”, too"
