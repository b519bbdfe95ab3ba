"""Why Masthead cannot go on, in words. Imports nothing, so that the command line starts at once."""


class MastheadError(Exception):
    """Masthead cannot go on (exit status 2): the message says why and what to do."""


def may_not(path: object) -> str:
    """What is said where the system allows no access."""
    return f"{path} may not be read or written. Give your account the right to, or name another place."
