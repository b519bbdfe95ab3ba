"""Our own stylesheets. Apart from the templates beside which they lie, because a check of tokens needs no template."""

from pathlib import Path

TEMPLATES = Path(__file__).parent / "templates"


def stylesheets(*patterns: str) -> str:
    """The text of our own stylesheets whose paths fit, in the order of the patterns. `*.css` is not `*.print.css`."""
    fitting = ((pattern, path) for pattern in patterns for path in sorted(TEMPLATES.glob(pattern)))
    found = (path for pattern, path in fitting if path.match("*.print.css") <= pattern.endswith(".print.css"))
    return "\n".join(path.read_text(encoding="utf-8") for path in found)
