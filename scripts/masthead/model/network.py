"""The network: every record, typed and frozen, with indexes by slug."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from typing import Self, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator

from masthead.model.announcement import Announcement
from masthead.model.audit import Audit
from masthead.model.brand import Brand
from masthead.model.case_study import CaseStudy
from masthead.model.event import Event
from masthead.model.indicator import Indicator
from masthead.model.interview import Interviews
from masthead.model.member import Member, Person
from masthead.model.page import Chapter, Manifesto, News, Page
from masthead.model.permission import Permission
from masthead.model.record import Filed, Record
from masthead.model.settings import Settings, Site
from masthead.model.theory import Step
from masthead.model.workstream import Workstream

AnyRecord = TypeVar("AnyRecord", bound=Record)
FAMILIES = (
    "members", "people", "workstreams", "steps", "indicators", "interviews", "events", "case_studies", "news", "pages",
    "chapters",
)  # fmt: skip


class Network(BaseModel):
    """All records of one publication. Mappings are by slug and in the order of slugs, chapters in reading order."""

    model_config = ConfigDict(frozen=True)

    site: Site
    settings: Settings
    brand: Brand
    tokens: Mapping[str, str]
    manifesto: Manifesto
    chapters: Mapping[str, Chapter]
    members: Mapping[str, Member]
    people: Mapping[str, Person]
    permissions: Mapping[str, Permission]
    workstreams: Mapping[str, Workstream]
    steps: Mapping[str, Step]
    events: Mapping[str, Event]
    indicators: Mapping[str, Indicator]
    interviews: Mapping[str, Interviews]
    audits: Mapping[str, Audit]
    case_studies: Mapping[str, CaseStudy]
    news: Mapping[str, News]
    pages: Mapping[str, Page]

    @field_validator("events")
    @classmethod
    def _withhold_small_numbers(cls, events: Mapping[str, Event], info: ValidationInfo) -> Mapping[str, Event]:
        settings: Settings = info.data["settings"]
        return {slug: event.shown(settings.small_numbers_threshold) for slug, event in events.items()}

    @field_validator("indicators")
    @classmethod
    def _withhold_values(cls, indicators: Mapping[str, Indicator], info: ValidationInfo) -> Mapping[str, Indicator]:
        events: Mapping[str, Event] = info.data["events"]
        withheld = _withheld_questions(events)
        return {slug: one.shown(withheld) for slug, one in indicators.items()}

    @property
    def withheld_questions(self) -> frozenset[tuple[str, str]]:
        """The questions, by the slug of their event and their id, whose answers must not be shown."""
        return _withheld_questions(self.events)

    def zone(self, said: Event | Announcement) -> ZoneInfo:
        """The zone of an event, or of what was announced. Raises ZoneInfoNotFoundError where a check finds none."""
        return ZoneInfo(said.timezone or self.settings.timezone)

    def records(self) -> Iterator[Filed]:
        """Every record, family by family."""
        families = (getattr(self, family).values() for family in FAMILIES)
        single = (self.settings, self.brand, self.manifesto)
        return chain(single, self.permissions.values(), self.audits.values(), *families)

    def by_path(self) -> dict[str, Filed]:
        """Every record by the file it stands in."""
        return {record.path: record for record in self.records()}

    def slugs(self, family: str) -> Collection[str]:
        """The names that a reference to `family` may use."""
        match family:
            case "tags":
                return self.settings.tags
            case "series":
                return self.settings.series
            case "cited":
                return self.settings.sources
            case "commitments":
                return tuple(one.id for one in self.manifesto.commitments)
            case _:
                found: Mapping[str, Record] = getattr(self, family)
                return found

    def published(self, day: dt.date) -> Self:
        """The network without drafts and without what is under embargo on `day`."""
        return self.model_copy(update={family: _published(getattr(self, family), day) for family in FAMILIES})


def _published(records: Mapping[str, AnyRecord], day: dt.date) -> dict[str, AnyRecord]:
    return {slug: record for slug, record in records.items() if record.is_published(day)}


def _withheld_questions(events: Mapping[str, Event]) -> frozenset[tuple[str, str]]:
    asked = ((slug, one) for slug, event in events.items() for one in event.feedback)
    return frozenset((slug, one.id) for slug, one in asked if one.is_suppressed)
