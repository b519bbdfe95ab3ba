"""What is public rests on nothing that is not."""

import datetime as dt
from collections.abc import Iterator

from masthead.graph import graph_of
from masthead.model.network import Network
from masthead.problem import Problem, Severity
from masthead.public import public
from masthead.source import Sources


def what_is_public_needs_no_draft(network: Network, sources: Sources, day: dt.date) -> Iterator[Problem]:
    """Records that would be public, and are not, because they are nothing without one that is not."""
    shown = public(network, day).by_path()
    lost = network.published(day).by_path().keys() - shown.keys()
    graph = graph_of(network) if lost else None
    for edge in graph.edges if graph and not any(graph.dangling) else ():
        other = graph.entries.get(edge.to) if graph else None
        if edge.path in lost and other and not other.loc and other.path not in shown and not edge.text:
            lost -= {edge.path}
            message = f"{other.heading} is not public yet, and this is nothing without it: so it is not shown either."
            hint = "Publish both on the same day, or name another."
            yield Problem(edge.place(sources), "needs-a-draft", message, hint, Severity.WARNING)
