"""A publication as it is on the day of the benchmark, whichever day that is measured on."""

import datetime as dt
from pathlib import Path

from masthead.load import load
from masthead.publish.publication import Publication
from tests.bench.clock import DAY


def read(folder: Path) -> Publication:
    """The publication in a folder without mistakes."""
    loaded = load(folder)
    assert loaded.network is not None, loaded.problems
    stamp = dt.datetime.combine(DAY, dt.time(), dt.UTC)
    return Publication(network=loaded.network, files=loaded.sources.files, day=DAY, stamp=stamp)
