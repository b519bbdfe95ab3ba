"""What browsers are told beside the pages: what a page may load, what it may do, and how long a file may be kept.

The one place that states it. `hosting.py` writes it for each kind of server, `finish/policy.py` into the pages.
"""

# Content Security Policy, level 3. Nothing is inline, and nothing comes from elsewhere.
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

HEADERS = {
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

# Files whose names change with their content may be kept for a year, all others only with a look whether they changed.
FOR_A_YEAR = "public, max-age=31536000, immutable"
LOOK_AGAIN = "public, max-age=0, must-revalidate"
KEPT_FOR_A_YEAR = ("/assets/", "/search/index/fragment/", "/search/index/index/")


def content_policy() -> str:
    """The policy as a header states it."""
    return _joined(CONTENT)


def content_policy_in_page() -> str:
    """The policy as a page can state it itself, for hosts without headers."""
    return _joined({name: sources for name, sources in CONTENT.items() if name not in HEADER_ONLY})


def headers() -> dict[str, str]:
    """Every header of every answer, but for how long it may be kept."""
    return {"Content-Security-Policy": content_policy(), **HEADERS}


def _joined(policy: dict[str, tuple[str, ...]]) -> str:
    return "; ".join(" ".join((name, *sources)) for name, sources in policy.items())
