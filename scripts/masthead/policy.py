"""What browsers are told beside the pages: what a page may load, what it may do, and how long a file may be kept.

The one place that states it. `hosting.py` writes it for each kind of server, `finish/policy.py` into the pages.
"""

from collections.abc import Mapping

from masthead.model.analytics import Analytics

# Content Security Policy, level 3. Nothing is inline, and nothing comes from elsewhere but what counts visits.
CONTENT: dict[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'", "'wasm-unsafe-eval'"),  # the search is WebAssembly; no script is made from text
    "style-src": ("'self'",),
    "img-src": ("'self'",),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "manifest-src": ("'self'",),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
    "frame-ancestors": ("'none'",),
}
HEADER_ONLY = ("frame-ancestors",)  # a browser takes it from a header alone

REFERRER = "same-origin"
HEADERS = {
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": REFERRER,
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

# Files whose names change with their content may be kept for a year, all others only with a look whether they changed.
FOR_A_YEAR = "public, max-age=31536000, immutable"
LOOK_AGAIN = "public, max-age=0, must-revalidate"
KEPT_FOR_A_YEAR = ("/assets/", "/search/index/fragment/", "/search/index/index/")


def content_policy(analytics: Analytics | None = None) -> str:
    """The policy as a header states it, for a site that counts visits in this way, or not at all."""
    return _joined(_policy(analytics))


def content_policy_in_page(analytics: Analytics | None = None) -> str:
    """The policy as a page can state it itself, for hosts without headers."""
    return _joined({name: sources for name, sources in _policy(analytics).items() if name not in HEADER_ONLY})


def headers(analytics: Analytics | None = None) -> dict[str, str]:
    """Every header of every answer, but for how long it may be kept."""
    return {"Content-Security-Policy": content_policy(analytics), **HEADERS}


def _policy(analytics: Analytics | None) -> Mapping[str, tuple[str, ...]]:
    """The policy, with the one program and the one address that counting needs."""
    if analytics is None:
        return CONTENT
    by = analytics.by
    more = {"script-src": by.script, "connect-src": by.endpoint, "img-src": by.endpoint}
    return {name: (*sources, more[name]) if name in more else sources for name, sources in CONTENT.items()}


def _joined(policy: Mapping[str, tuple[str, ...]]) -> str:
    return "; ".join(" ".join((name, *sources)) for name, sources in policy.items())
