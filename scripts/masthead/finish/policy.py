"""Writes the policy into every page, for hosts that send no headers."""

from masthead.finish.built import Built
from masthead.policy import REFERRER, content_policy_in_page

AFTER = '<meta charset="utf-8">'


def write_policy(built: Built) -> None:
    """State the policy before anything is loaded."""
    policy = content_policy_in_page(built.network.settings.analytics)
    stated = (
        f'{AFTER}\n<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'\n<meta name="referrer" content="{REFERRER}">'
    )
    for page in built.pages():
        page.write_bytes(page.read_text(encoding="utf-8").replace(AFTER, stated, 1).encode())
