"""A PDF that satisfies its standards, from HTML: typeset, repaired, judged."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from masthead.collector import uncollected
from masthead.maker import maker
from masthead.pdf.conformance import Conformance
from masthead.pdf.judge import VALIDATOR, judge
from masthead.pdf.repair import repair
from masthead.pdf.typeset import typeset
from masthead.source import File

TOOLS = ("weasyprint", "pikepdf", "masthead", VALIDATOR)
MAKER = maker(sorted(Path(__file__).parent.glob("*.py")))


@dataclass(frozen=True, kw_only=True)
class Order:
    """All that a PDF is made of. `stamp` is when it was made, as it will say."""

    html: str
    files: Mapping[str, File]
    conformance: Conformance
    stamp: dt.datetime

    @property
    def key(self) -> str:
        """A hash of it, of the program and of the libraries."""
        files = (f"{path} {file.digest}" for path, file in self.files.items())
        tools = (f"{name} {version(name)}" for name in TOOLS)
        parts = (self.html, self.conformance, self.stamp.isoformat(), MAKER, *tools, *files)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def make(order: Order) -> bytes:
    """The finished file. Raises MastheadError where it cannot be made as the standards ask."""
    with uncollected():  # boxes by the thousand: a tenth of the time
        pdf, marks = typeset(order.html, order.files, order.conformance)
        repaired = repair(pdf, marks, order.conformance, order.stamp)
        judge(repaired, order.conformance)
    return repaired
