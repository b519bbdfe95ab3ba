"""The brand has every token that is used, and none that is not."""

import difflib
import re
from collections.abc import Iterator
from functools import cache

from masthead.load import TOKENS
from masthead.model.network import Network
from masthead.model.tokens import A5_ONLY, DARK, LIGHT, PRINT, aliases_in, custom_property
from masthead.painting import USED as PAINTED
from masthead.pairings import PAIRINGS
from masthead.problem import Place, Problem, Severity
from masthead.source import Sources
from masthead.styles import stylesheets

USED = re.compile(r"var\((--mh-[a-z0-9-]+)\)")
ON_SMALL_PAPER = ("print.margin.", "print.font-size.")
STYLES = ("css/*.css", "components/*/*.css", "components/*/*.print.css", "print/*.css", "print/a5/*.css")
SCALES = ("font.", "space.", "size.", "radius.", "shadow.", "motion.", "print.", "print-a5.")  # whole, used or not


def tokens_are_complete(network: Network, _: Sources) -> Iterator[Problem]:
    """Custom properties without a token; without them a colour or a size would be missing on the page."""
    named = {custom_property(name): name for name in network.tokens}
    for missing in sorted(used_in_styles() - named.keys()):
        message = f"The stylesheets use {missing}, and no token makes that custom property."
        near = difflib.get_close_matches(missing, named, n=1)
        hint = f"The nearest token is “{named[near[0]]}”, which makes {near[0]}." if near else "Add the token."
        yield Problem(Place(TOKENS), "missing-token", message, hint)
    yield from _of_one_scheme(network)
    yield from _of_small_paper(network)


def tokens_are_used(network: Network, sources: Sources) -> Iterator[Problem]:
    """Colours that nothing takes: a role that no stylesheet, drawing or card knows, a raw colour that no role names."""
    source = sources.texts[TOKENS]
    drawings = (
        file.content().decode("utf-8", "replace") for path, file in sources.files.items() if path[-4:] == ".svg"
    )
    painted = {found[1] for drawing in drawings for found in PAINTED.finditer(drawing)}
    roles = {custom_property(LIGHT + role) for one in PAIRINGS for role in (one.colour, one.ground)}
    known = used_in_styles() | painted | roles
    named = set(aliases_in(source.content))
    for name in network.tokens:
        if not name.startswith(SCALES) and custom_property(name) not in known and name not in named:
            place = source.key_place(*name.split("."))
            hint = "Remove it, or let a role take it."
            yield Problem(place, "unused-token", f"Nothing uses the token “{name}”.", hint, Severity.WARNING)


@cache
def used_in_styles() -> frozenset[str]:
    """Every custom property that our stylesheets take from a token."""
    return frozenset(USED.findall(stylesheets(*STYLES)))


def _of_one_scheme(network: Network) -> Iterator[Problem]:
    """Roles with a colour for one scheme only, which would stand in the other, too."""
    for scheme, other in ((LIGHT, DARK), (DARK, LIGHT)):
        for name, value in network.tokens.items():
            twin = name.replace(scheme, other, 1)
            if name.startswith(scheme) and twin not in network.tokens:
                message = f"There is no token “{twin}”, and “{name}” is for the other scheme alone."
                yield Problem(Place(TOKENS), "missing-token", message, f"Add it; in the other scheme it is {value}.")


def _of_small_paper(network: Network) -> Iterator[Problem]:
    """Sizes and margins that A5 would take from A4, where they are too large."""
    for name in network.tokens:
        own = name.replace(PRINT, A5_ONLY, 1)
        if name.startswith(ON_SMALL_PAPER) and own not in network.tokens:
            message = f"There is no token “{own}”, so A5 would be printed with what is made for A4."
            yield Problem(Place(TOKENS), "missing-token", message, f"Add it; on A4 it is {network.tokens[name]}.")
