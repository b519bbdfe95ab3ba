"""Codes that lead from paper to the web."""

from collections.abc import Mapping
from io import BytesIO

import segno
from markupsafe import Markup

from masthead.publish.views import Anchor

DARK, LIGHT = "print.color.heading", "print.color.background"
QUIET_ZONE = 4  # modules of empty ground on every side (ISO/IEC 18004, 9.1)
CORRECTION = "m"  # a code that has lost 15% of its area can still be read


def qr_code(address: str, title: str, dark: str, light: str) -> Markup:
    """The QR code of an address as an SVG element that fills its box. `title` is read out in its place."""
    target = BytesIO()
    segno.make(address, error=CORRECTION, micro=False, boost_error=False).save(
        target,
        kind="svg",
        border=QUIET_ZONE,
        dark=dark,
        light=light,
        title=title,
        xmldecl=False,
        nl=False,
        omitsize=True,
    )
    return Markup(target.getvalue().decode())  # noqa: S704 (segno escapes the title)


def print_code(there: Anchor, tokens: Mapping[str, str]) -> Markup:
    """The code of an address in the colours of print."""
    return qr_code(there.href, f"QR code: {there.text}", tokens[DARK], tokens[LIGHT])
