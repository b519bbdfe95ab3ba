"""The brand has every token that the stylesheets use."""

import difflib
import re
from collections.abc import Iterator

from masthead.load import TOKENS
from masthead.model.network import Network
from masthead.model.tokens import custom_property
from masthead.problem import Place, Problem
from masthead.publish.assets import A5_ONLY, PRINT
from masthead.render import stylesheets
from masthead.source import Sources

USED = re.compile(r"var\((--mh-[a-z0-9-]+)\)")
ON_SMALL_PAPER = ("print.margin.", "print.font-size.")
STYLES = ("css/*.css", "components/*/*.css", "components/*/*.print.css", "print/*.css", "print/a5/*.css")


def tokens_are_complete(network: Network, _: Sources) -> Iterator[Problem]:
    """Custom properties without a token; without them a colour or a size would be missing on the page."""
    named = {custom_property(name): name for name in network.tokens}
    for missing in sorted(set(USED.findall(stylesheets(*STYLES))) - named.keys()):
        message = f"The stylesheets use {missing}, and no token makes that custom property."
        near = difflib.get_close_matches(missing, named, n=1)
        hint = f"The nearest token is “{named[near[0]]}”, which makes {near[0]}." if near else "Add the token."
        yield Problem(Place(TOKENS), "missing-token", message, hint)
    yield from _of_small_paper(network)


def _of_small_paper(network: Network) -> Iterator[Problem]:
    """Sizes and margins that A5 would take from A4, where they are too large."""
    for name in network.tokens:
        own = name.replace(PRINT, A5_ONLY, 1)
        if name.startswith(ON_SMALL_PAPER) and own not in network.tokens:
            message = f"There is no token “{own}”, so A5 would be printed with what is made for A4."
            yield Problem(Place(TOKENS), "missing-token", message, f"Add it; on A4 it is {network.tokens[name]}.")
