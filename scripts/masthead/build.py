"""A build: press, run the engine beside the old site, finish, swap."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from masthead.checks import check_on_day
from masthead.collector import give_back
from masthead.due import due
from masthead.edge import read_edge
from masthead.engine import Engine, Setting, config_of, write_pages
from masthead.examine import examine, has_errors
from masthead.exchange import refuse_place, swap, workspace
from masthead.filling import build_pages
from masthead.finish import finish_pages, finish_site
from masthead.finish.built import PAGES, Built, files_in
from masthead.halt import MastheadError
from masthead.load import Loaded
from masthead.made import Made
from masthead.misprints import UnprintableError
from masthead.model.network import Network
from masthead.pdf.conformance import Conformance
from masthead.press import cache_of, network_of_site, press, theme_context
from masthead.publish.calendar_paths import CALENDAR
from masthead.publish.papers import A4
from masthead.report import as_text, summary
from masthead.source import Sources
from masthead.spares import notes_of
from masthead.unchanged import Asked, Told, before_of, read_inputs, remember

Tell = Callable[[str], None]


def build(asked: Asked, tell: Tell) -> tuple[Told | None, Loaded]:
    """Build everything that is asked for; nothing is made, and the old site stays, where the content has errors."""
    tell("Reading and checking")
    root, site = asked.root, asked.site
    inputs = read_inputs(root)
    loaded = examine(root)
    if has_errors(loaded) or loaded.network is None:
        return None, loaded
    edge = read_edge(root, loaded.network.settings.timezone)
    refuse_place(site, root)
    with workspace(edge, tell) as folder:
        try:
            before = before_of(asked)
            notes = before.known.jobs if before else {}
            artifacts = press(loaded.network, loaded.sources, edge, tell, Conformance(asked.conformance), notes)
        except UnprintableError as fault:
            return None, _with_faults(loaded, fault)
        give_back()  # so that no process that draws begins with what nobody uses
        tell(f"Building the pages with {asked.engine}")
        shown = network_of_site(loaded.network, edge)
        extra = theme_context(shown, loaded.sources)
        setting = Setting(Engine(asked.engine), config_of(root, extra), edge, cache_of(edge))
        made_in, raws = build_pages(setting, artifacts, folder, before)
        built = Built(made_in, shown, edge, before)
        known = replace(finish_pages(built, raws), jobs=notes_of(artifacts))
        del artifacts, raws  # what pages are made of takes room that the search needs
        finish_site(built)
        made = _made(made_in, site)
        swap(made_in, site)
        told = _told(made, loaded)
        remember(asked, inputs, edge, _holds_until(loaded.network, loaded.sources, edge.day), told, known)
    return told, loaded


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
    extra = theme_context(network_of_site(loaded.network, edge), loaded.sources)
    write_pages(artifacts, folder, config_of(root, extra), cache_of(edge))
    return None


def _with_faults(loaded: Loaded, fault: UnprintableError) -> Loaded:
    """What was loaded, with the problems that the printed pages have shown."""
    return replace(loaded, problems=tuple(sorted((*loaded.problems, *fault.problems))))


def _told(made: Made, loaded: Loaded) -> Told:
    """What is said of a build: what it made, and the warnings where there are any."""
    if not loaded.problems:
        return Told(made)
    plain, coloured = (as_text(loaded.problems, loaded.sources.texts, colour=colour) for colour in (False, True))
    return Told(made, *(f"{report}\n{summary(loaded.problems)}" for report in (plain, coloured)))


def _holds_until(network: Network, sources: Sources, day: dt.date) -> dt.date:
    """The first day on which a build may make or say something else, though nobody has written anything.

    Warnings that come with time stay, so those of the eve of the day on which the site changes tell of the days before;
    where they are others, the answer is not more exact than that of tomorrow.
    """
    moment = due(network, day).moment.date()
    days = (day, moment - dt.timedelta(days=1))
    today, eve = (check_on_day(network, sources, one) for one in days)
    return moment if today == eve else day + dt.timedelta(days=1)


def _made(built: Path, site: Path) -> Made:
    pdf = built / A4.path
    return Made(
        site=site,
        pages=sum(1 for file in files_in(built) if file.name.endswith(PAGES)),
        pdf=site / A4.path if pdf.is_file() else None,
        pdf_size=pdf.stat().st_size if pdf.is_file() else 0,
        calendar=site / CALENDAR,
        events=(built / CALENDAR).read_bytes().count(b"BEGIN:VEVENT"),
    )
