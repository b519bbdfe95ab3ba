"""Writes the policy into every page, for hosts that send no headers."""

from masthead.finish.built import Change
from masthead.model.analytics import Analytics
from masthead.policy import REFERRER, content_policy_in_page

AFTER = '<meta charset="utf-8">'


def with_policy(analytics: Analytics | None) -> Change:
    """What states the policy in a page, before anything is loaded."""
    policy = content_policy_in_page(analytics)
    stated = (
        f'{AFTER}\n<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'\n<meta name="referrer" content="{REFERRER}">'
    )
    return lambda page: page.replace(AFTER, stated, 1)
