"""Drawings (SVG) as pixels. The only module that imports resvg_py."""

import resvg_py

from masthead.maker import maker

MAKER = maker([__file__], resvg_py.__version__, resvg_py.__resvg_version__)


def as_png(drawing: bytes, width_px: int) -> bytes:
    """A drawing as a PNG of this width, on no ground. Words need outlines: no font of the machine is used.

    Raises ValueError where it cannot be drawn.
    """
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing.decode(), width=width_px, skip_system_fonts=True))
