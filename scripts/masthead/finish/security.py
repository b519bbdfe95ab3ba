"""security.txt (RFC 9116): where to report a weakness."""

import datetime as dt

from masthead.finish.built import Built

SECURITY = ".well-known/security.txt"
GOOD_FOR = dt.timedelta(days=180)  # less than a year, as the standard advises: a site is built more often


def write_security(built: Built) -> None:
    """Name the contact that the network's settings give, until half a year from the day of the build."""
    settings = built.network.settings
    contact = settings.contact.security or settings.contact.email
    lines = (
        f"Contact: {contact if contact.startswith('https:') else f'mailto:{contact}'}",
        f"Expires: {built.edge.day + GOOD_FOR}T00:00:00Z",
        f"Preferred-Languages: {settings.language.partition('-')[0]}",
        f"Canonical: {built.network.site.absolute(SECURITY)}",
    )
    built.write(SECURITY, "\n".join((*lines, "")))
