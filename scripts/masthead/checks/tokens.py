"""The brand has every token that the stylesheets use."""

import difflib
import re
from collections.abc import Iterator

from masthead.load import TOKENS
from masthead.model.network import Network
from masthead.model.tokens import custom_property
from masthead.problem import Place, Problem
from masthead.render import stylesheets
from masthead.source import Sources

USED = re.compile(r"var\((--mh-[a-z0-9-]+)\)")
STYLES = ("css/*.css", "components/*/*.css", "components/*/*.print.css", "print/*.css", "print/a5/*.css")


def tokens_are_complete(network: Network, _: Sources) -> Iterator[Problem]:
    """Custom properties without a token; without them a colour or a size would be missing on the page."""
    named = {custom_property(name): name for name in network.tokens}
    for missing in sorted(set(USED.findall(stylesheets(*STYLES))) - named.keys()):
        message = f"The stylesheets use {missing}, and no token makes that custom property."
        near = difflib.get_close_matches(missing, named, n=1)
        hint = f"The nearest token is “{named[near[0]]}”, which makes {near[0]}." if near else "Add the token."
        yield Problem(Place(TOKENS), "missing-token", message, hint)
