"""What a build made. Imports nothing, because it is told again where nothing has changed."""

from pathlib import Path
from typing import NamedTuple


class Made(NamedTuple):
    """What a build made. Sizes are in bytes; `pdf` is None where it was skipped."""

    site: Path
    pages: int
    pdf: Path | None
    pdf_size: int
    calendar: Path
    events: int

    def lines(self) -> tuple[str, ...]:
        """What was made and where, for a person to read."""
        pdf = f"{self.pdf} ({round(self.pdf_size / 1000)} kB)" if self.pdf else "skipped, because Pango is missing"
        return (
            f"Website   {self.site} ({self.pages} pages)",
            f"PDF       {pdf}",
            f"Calendar  {self.calendar} ({self.events} events)",
        )
