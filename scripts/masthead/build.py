"""A build: press, run the engine beside the old site, finish, swap."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from masthead.edge import read_edge
from masthead.engine import Engine, run_engine, write_pages
from masthead.examine import examine, has_errors
from masthead.exchange import refuse_place, swap, workspace
from masthead.finish import finish
from masthead.halt import MastheadError
from masthead.load import Loaded
from masthead.misprints import UnprintableError
from masthead.pdf.conformance import Conformance
from masthead.press import cache_of, network_of_site, press, theme_context
from masthead.publish.calendar_paths import CALENDAR
from masthead.publish.papers import A4

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Made:
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


def build(
    root: Path, engine: str, site: Path, tell: Tell, conformance: Conformance = Conformance.UA_1
) -> tuple[Made | None, Loaded]:
    """Build everything into `site`; nothing is made, and the old site stays, where the content has errors."""
    tell("Reading and checking")
    loaded = examine(root)
    if has_errors(loaded) or loaded.network is None:
        return None, loaded
    edge = read_edge(root, loaded.network.settings.timezone)
    refuse_place(site, root)
    with workspace(edge, tell) as folder:
        try:
            artifacts = press(loaded.network, loaded.sources, edge, tell, conformance)
        except UnprintableError as fault:
            return None, _with_faults(loaded, fault)
        tell(f"Building the pages with {engine}")
        shown = network_of_site(loaded.network, edge)
        write_pages(artifacts, folder, root, theme_context(shown, loaded.sources), cache_of(edge))
        built = run_engine(Engine(engine), folder, edge)
        finish(built, shown, edge)
        made = _made(built, site)
        swap(built, site)
    return made, loaded


def pages(root: Path, folder: Path, tell: Tell) -> Loaded | None:
    """Write what an engine is given to `folder`; returns what was loaded where it has errors."""
    if folder.exists() and any(folder.iterdir()):
        raise MastheadError(f"{folder} is not empty. Name a folder that is empty or does not exist yet.")
    loaded = examine(root)
    if has_errors(loaded) or loaded.network is None:
        return loaded
    edge = read_edge(root, loaded.network.settings.timezone)
    try:
        artifacts = press(loaded.network, loaded.sources, edge, tell)
    except UnprintableError as fault:
        return _with_faults(loaded, fault)
    context = theme_context(network_of_site(loaded.network, edge), loaded.sources)
    write_pages(artifacts, folder, root, context, cache_of(edge))
    return None


def _with_faults(loaded: Loaded, fault: UnprintableError) -> Loaded:
    """What was loaded, with the problems that the printed pages have shown."""
    return replace(loaded, problems=tuple(sorted((*loaded.problems, *fault.problems))))


def _made(built: Path, site: Path) -> Made:
    pdf = built / A4.path
    return Made(
        site=site,
        pages=sum(1 for _ in built.rglob("*.html")),
        pdf=site / A4.path if pdf.is_file() else None,
        pdf_size=pdf.stat().st_size if pdf.is_file() else 0,
        calendar=site / CALENDAR,
        events=(built / CALENDAR).read_bytes().count(b"BEGIN:VEVENT"),
    )
