"""The brand has every token that the stylesheets use."""

import re
from collections.abc import Iterator

from masthead.faults import did_you_mean
from masthead.load import TOKENS
from masthead.model.network import Network
from masthead.problem import Place, Problem
from masthead.publish.assets import custom_property
from masthead.render import stylesheets
from masthead.source import Sources

USED = re.compile(r"var\((--mh-[a-z0-9-]+)\)")
STYLES = ("css/*.css", "components/*/*.css", "print/*.css")


def tokens_are_complete(network: Network, _: Sources) -> Iterator[Problem]:
    """Custom properties without a token; without them a colour or a size would be missing on the page."""
    named = {custom_property(name): name for name in network.tokens}
    for missing in sorted(set(USED.findall(stylesheets(*STYLES))) - named.keys()):
        token = missing.removeprefix("--mh-").replace("-", ".", 1)
        hint = did_you_mean(missing, named)
        yield Problem(
            Place(TOKENS), "missing-token", f"The stylesheets use “{token}”, and no token is called that.", hint
        )
