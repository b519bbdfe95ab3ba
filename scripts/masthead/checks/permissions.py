"""Permissions last as long as what rests on them."""

import datetime as dt
from collections.abc import Iterator

from masthead.model.network import Network
from masthead.problem import Problem, Severity
from masthead.source import Sources


def permissions_last(network: Network, sources: Sources, day: dt.date) -> Iterator[Problem]:
    """Permissions that will soon end, and those that have ended."""
    for one in network.permissions.values():
        until = one.given.until if one.given else None
        if until is None:
            continue
        place = sources.texts[one.path].place("given", "until")
        left = (until - day).days
        if left < 0:
            message = f"This permission ended on {until}: what rests on it is no longer shown."
            hint = "Ask again and write the new day here, or remove what rests on it."
            yield Problem(place, "permission-ended", message, hint, Severity.WARNING)
        elif left <= network.settings.permission_notice_days:
            message = f"This permission ends on {until}, in {left} days; then what rests on it is withheld."
            hint = "Ask again in time, and write the new day here."
            yield Problem(place, "permission-ends", message, hint, Severity.WARNING)
