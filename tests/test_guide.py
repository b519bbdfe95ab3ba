"""The examples of the guide for editors are written into a publication, and its pages say what the guide promises."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from masthead.artifact import done
from masthead.examine import examine
from masthead.model.event import Event
from masthead.model.indicator import Indicator, Measure, Observation
from masthead.model.theory import StepKind
from masthead.publish.event_time import time_of_event
from masthead.publish.events import publish_events
from masthead.publish.publication import Publication
from masthead.render import TAG
from tests.conftest import Read

GUIDE = (Path(__file__).parent.parent / "docs" / "guide.md").read_text(encoding="utf-8")
LEAST = {"title": "A", "summary": "B", "kind": "workshop", "starts": "2027-03-11T10:00"}


def section(title: str) -> str:
    return re.split(r"^## ", GUIDE.split(f"## {title}\n")[1], flags=re.MULTILINE)[0]


EXAMPLES = re.findall(r"```yaml\n(.*?)```\n(?:\nReaders see (.*?)\n\n)?", section("Events"), re.DOTALL)
DATES = re.findall(r"^\| `starts: (.*?)` \| (.*?) \|$", section("Dates and times"), re.MULTILINE)
SURVEYS = re.findall(r"```yaml\n(.*?)```\n", section("Surveys"), re.DOTALL)


def record(fields: str) -> str:
    """An example, with what every event needs where it does not say it."""
    written = yaml.load(fields, yaml.BaseLoader)
    return "".join(f"{name}: {value}\n" for name, value in LEAST.items() if name not in written) + fields


def page_of(small: Path, read: Read, fields: str) -> str:
    (small / "events" / "example.yml").write_text(record(fields), encoding="utf-8")
    assert examine(small).problems == ()
    (page,) = (one.content for one in map(done, publish_events(read(small))) if one.path == "events/example/index.md")
    assert isinstance(page, str)
    return re.sub(r"\s+", " ", TAG.sub("", page))


@pytest.mark.parametrize(("fields", "promise"), EXAMPLES)
def test_an_example_of_an_event_has_no_problem_and_readers_see_what_is_promised(
    small: Path, read: Read, fields: str, promise: str
) -> None:
    page = page_of(small, read, fields)
    assert [words for words in re.findall(r"“(.*?)”", promise) if words not in page] == []


def test_most_examples_of_events_promise_something() -> None:
    assert len(EXAMPLES) > 8
    assert sum(bool(promise) for _, promise in EXAMPLES) == len(EXAMPLES) - 1


@pytest.mark.parametrize(("written", "seen"), DATES)
def test_a_date_is_shown_as_the_guide_says(public: Publication, written: str, seen: str) -> None:
    event = Event.model_validate({**LEAST, "starts": written})
    assert time_of_event(event, public) == seen


def test_the_guide_shows_every_form_of_a_date() -> None:
    assert len(DATES) == 11


def test_the_surveys_of_the_guide_are_shown_and_a_higher_threshold_withholds_one() -> None:
    events: list[dict[str, Any]] = [yaml.safe_load(text) for text in SURVEYS]
    found = [Event.model_validate({**LEAST, **fields}).shown(5).feedback[0] for fields in events]
    assert [(one.is_suppressed, one.two_sided) for one in found] == [(False, False), (False, False), (False, True)]
    assert Event.model_validate({**LEAST, **events[1]}).shown(7).feedback[0].is_suppressed


@pytest.mark.parametrize("counting", re.findall(r"```yaml\n(.*?)```\n", section("Counting visits"), re.DOTALL))
def test_the_settings_for_counting_and_for_privacy_have_no_problem(small: Path, counting: str) -> None:
    (privacy,) = re.findall(r"```yaml\n(.*?)```\n", section("Privacy"), re.DOTALL)
    network = small / "content" / "network" / "network.yml"
    network.write_text(network.read_text(encoding="utf-8") + privacy + counting, encoding="utf-8")
    assert examine(small).problems == ()


def test_what_the_guide_translates_into_iati_are_fields_and_values_of_ours() -> None:
    table = GUIDE.split("| Here | In IATI |\n| --- | --- |\n")[1].split("\n\n")[0]
    here = [row.split(" | ")[0] for row in table.splitlines()]
    ours = {*Indicator.model_fields, *Observation.model_fields, *Measure}
    assert set(re.findall(r"`([a-z]+)", " ".join(here))) - ours == set()
    assert [kind for kind in ("output", "outcome", "impact") if kind in here[0] and kind not in set(StepKind)] == []
