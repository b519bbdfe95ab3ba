"""What need not be made again: a body stands on its own page alone, and whatever else changes is in the outline."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from masthead.artifact import Job, Recipe, Spared, done, made
from masthead.edge import Edge
from masthead.load import Loaded, family_of, load
from masthead.model.network import Network
from masthead.model.record import Filed
from masthead.outline import BODY, ON_ONE_PAGE, outline
from masthead.press import publication_of
from masthead.publish.publication import Publication
from masthead.publish.publishers import offered, publish
from masthead.source import File, Source, parse_source
from masthead.spares import Spares, notes_of
from tests.conftest import DAY, STAMP

ROOT = Path(__file__).parent.parent
EDGE = Edge(ROOT, DAY, STAMP)
ADDED = "\n\nAnother *paragraph* about [one](#more).\n\n## More\n\nWords.\n"
OWN_PAGES = {"events", "our-work", "members", "people", "news"}


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(ROOT)


def published(network: Network | None, loaded: Loaded) -> Publication:
    assert network is not None
    return publication_of(network, loaded.sources, EDGE, preview=False)


def with_more(record: Filed) -> Filed:
    return record.model_copy(update={BODY: f"{getattr(record, BODY, '')}{ADDED}"})


def with_other_bodies(network: Network | None) -> Network:
    """The network with another body of each record whose body may stand on its own page alone."""
    assert network is not None
    families: Mapping[str, Mapping[str, Filed]] = {name: getattr(network, name) for name in ON_ONE_PAGE}
    changed = {name: {slug: with_more(one) for slug, one in records.items()} for name, records in families.items()}
    return network.model_copy(update=changed)


def test_no_page_shows_the_body_of_a_record_that_has_a_page_of_its_own(loaded: Loaded) -> None:
    one, other = published(loaded.network, loaded), published(with_other_bodies(loaded.network), loaded)
    others = {job.path: job for job in offered(other) if isinstance(job, Job)}
    jobs = [job for job in offered(one) if isinstance(job, Job) and job.own is not None]
    differing = {job.path for job in jobs if done(job) != done(others[job.path])}
    assert differing == {job.path for job in jobs if job.own != others[job.path].own}
    assert {path.partition("/")[0] for path in differing} == OWN_PAGES


def test_what_is_spared_is_what_would_be_made(loaded: Loaded) -> None:
    one, other = published(loaded.network, loaded), published(with_other_bodies(loaded.network), loaded)
    notes = notes_of(publish(one, spares=Spares("outline")))
    spared = publish(other, spares=Spares("outline", notes))
    contents = [(one.path, made(one).content, one.key) for one in spared]
    assert contents == [(one.path, one.content, one.key) for one in publish(other, spares=Spares("outline"))]
    left = {one.path for one in spared if isinstance(one.content, Spared)}
    assert {"index.md", "events/index.md", "events/calendar.ics", "members/index.md"} <= left
    assert "data/v1/events.json" not in left
    assert notes_of(one for one in spared if one.path in left) == {path: notes[path] for path in left}


def test_nothing_is_spared_where_the_outline_is_another(loaded: Loaded) -> None:
    one = published(loaded.network, loaded)
    notes = notes_of(publish(one, spares=Spares("outline")))
    again = publish(one, spares=Spares("another outline", notes))
    assert not [one.path for one in again if isinstance(one.content, Spared)]


def test_a_card_that_the_cache_has_lost_is_drawn_again(loaded: Loaded) -> None:
    spares = Spares("outline")
    (job,) = (one for one in offered(published(loaded.network, loaded)) if one.path == "events/launch/index.md")
    assert isinstance(job, Job)
    known = spares.marked(job, done(job))
    (card,), (again,) = known.beside, done(Spares("outline", notes_of([known])).spared(job)).beside
    assert isinstance(card.content, Recipe)
    assert isinstance(again.content, Recipe)
    assert (again.path, again.content.key, again.content.make()) == (card.path, card.content.key, card.content.make())


def test_the_outline_changes_with_every_file_and_with_the_day(loaded: Loaded) -> None:
    one = published(loaded.network, loaded)
    sources, before = loaded.sources, outline(one, loaded.sources)
    for path, source in sources.texts.items():
        other = replace(sources, texts={**sources.texts, path: with_another_field(source)})
        assert outline(one, other) != before, path
    for path in sources.files:
        other = replace(sources, files={**sources.files, path: File(path, ROOT / "pyproject.toml")})
        assert outline(one, other) != before, path
    assert outline(replace(one, day=DAY + dt.timedelta(days=1)), sources) != before
    assert outline(replace(one, stamp=STAMP + dt.timedelta(seconds=1)), sources) != before


def test_the_outline_does_not_change_with_a_body(loaded: Loaded) -> None:
    one = published(loaded.network, loaded)
    sources, before = loaded.sources, outline(one, loaded.sources)
    for path in (path for path in sources.texts if path.endswith(".md") and family_of(path) in ON_ONE_PAGE):
        said = parse_source(path, f"{sources.texts[path].text}{ADDED}")
        assert isinstance(said, Source)
        assert outline(one, replace(sources, texts={**sources.texts, path: said})) == before


def with_another_field(source: Source) -> Source:
    """A text with one field more; where it is no record whose body has a page, with another text."""
    front = f"{source.front}\nanother: field\n" if source.front is not None else source.front
    return Source(path=source.path, text=f"{source.text} ", front=front, body=source.body, body_line=source.body_line)
