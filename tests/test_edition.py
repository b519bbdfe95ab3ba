"""An edition asks publishers one after the other, and offers what all of them offer."""

from pathlib import Path

from masthead.artifact import Cache
from masthead.edge import Edge
from masthead.edition import Edition
from masthead.engine import Engine, Setting
from masthead.publish.publication import Publication
from masthead.publish.publishers import offered
from tests.conftest import DAY, STAMP


def edition(publication: Publication, homes: dict[str, str]) -> Edition:
    setting = Setting(Engine.MKDOCS, {}, Edge(Path(), DAY, STAMP), Cache(Path()))
    return Edition(publication, (), setting, homes)


def test_everything_that_is_published_is_offered_at_its_path(preview: Publication) -> None:
    paths = {one.path for one in offered(preview)}
    found = edition(preview, {})
    assert {path for path in paths if (one := found.offer(path)) and one.path == path} == paths == found.offers.keys()
    assert found.offer("nowhere/index.md") is None


def test_who_had_a_page_is_asked_first_and_whoever_has_it_now_is_found(preview: Publication) -> None:
    homes: dict[str, str] = {}
    edition(preview, homes).offer("events/launch/index.md")
    assert homes["events/launch/index.md"] == "events"
    after = edition(preview, {"events/launch/index.md": "events", "events/calendar.ics": "news"})
    after.offer("events/launch/index.md")
    assert {*after.homes.values()} == {"events", "news"}
    assert after.offer("events/calendar.ics") is not None
