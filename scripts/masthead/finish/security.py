"""security.txt (RFC 9116): where to report a weakness."""

import datetime as dt

from masthead.finish.built import Built
from masthead.model.network import Network

SECURITY = ".well-known/security.txt"


def write_security(built: Built) -> None:
    """Name the contact that the network's settings give."""
    built.write(SECURITY, security(built.network, built.edge.day))


def security(network: Network, day: dt.date) -> str:
    """The file as it is on a day: good until the end of the next quarter of a year, so that it seldom changes."""
    settings = network.settings
    contact = settings.contact.security or settings.contact.email
    lines = (
        f"Contact: {contact if contact.startswith('https:') else f'mailto:{contact}'}",
        f"Expires: {next_quarter(next_quarter(day))}T00:00:00Z",
        f"Preferred-Languages: {settings.language.partition('-')[0]}",
        f"Canonical: {network.site.absolute(SECURITY)}",
    )
    return "\n".join((*lines, ""))


def next_quarter(day: dt.date) -> dt.date:
    """The day on which the next quarter of a year begins, and the file is renewed."""
    return dt.date(day.year + day.month // 10, (day.month + 2) // 3 % 4 * 3 + 1, 1)
