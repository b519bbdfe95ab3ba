"""Examples of components: what the brand page shows, and what tests hold against a validator and axe.

Each folder below templates/components/ has an examples.yml: a name for each example, and below it what the macro is
given, by the names of its arguments. `ARGUMENTS` says what each argument is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, Literal

from markupsafe import Markup
from pydantic import ConfigDict, TypeAdapter

from masthead.problem import Problem
from masthead.publish import account_views, event_views, survey_views, views
from masthead.render import component
from masthead.source import parse_source
from masthead.styles import TEMPLATES

EXAMPLES = "examples.yml"
STRICTLY = ConfigDict(extra="forbid")
LOGO = "$logo"  # in an example: a picture that every publication has

ARGUMENTS: dict[str, dict[str, Any]] = {
    "action": {"anchor": views.Anchor, "times": views.Times},
    "add-to-calendar": {"links": tuple[views.Anchor, ...], "calendars": tuple[views.Anchor, ...], "times": views.Times},
    "agenda": {"sessions": tuple[views.Session, ...], "clock": views.Clock | None},
    "card-list": {"cards": tuple[views.Card, ...], "look": Literal["grid", "rows"], "level": int},
    "changes": {"notes": tuple[views.ChangeNote, ...]},
    "chart": {"chart": survey_views.Chart},
    "checks": {"all": tuple[views.Check, ...]},
    "commitment": {"one": views.Commitment},
    "commitment-list": {"all": tuple[views.Commitment, ...]},
    "consent-form": {"kind": str},
    "contents": {"cards": tuple[views.Card, ...]},
    "dated-list": {"all": tuple[account_views.Dated, ...]},
    "download": {"offers": tuple[views.Offer, ...], "cover": str, "checked": str},
    "empty": {"text": str},
    "event-filters": {"filters": tuple[event_views.Filter, ...]},
    "event-groups": {"groups": tuple[event_views.EventGroup, ...]},
    "event-list": {"events": event_views.EventList},
    "event-sets": {"groups": tuple[event_views.SetGroup, ...]},
    "evidence": {"all": tuple[account_views.Evidence, ...]},
    "facts": {"rows": tuple[views.Fact, ...]},
    "figures": {"all": tuple[views.Figure, ...]},
    "findings": {
        "summary": str,
        "held": str,
        "method": str,
        "all": tuple[account_views.Finding, ...],
        "labels": tuple[views.Label, ...],
    },
    "indicator-list": {"indicators": tuple[account_views.Indicator, ...], "level": int},
    "invitation": {"title": str, "text": str, "anchor": views.Anchor},
    "label": {"labels": tuple[views.Label, ...]},
    "levels": {"all": tuple[account_views.Finding, ...]},
    "link-groups": {"groups": tuple[views.LinkGroup, ...]},
    "link-list": {"anchors": tuple[views.Anchor, ...]},
    "logos": {"marks": tuple[views.Mark, ...]},
    "milestones": {"all": tuple[account_views.Milestone, ...]},
    "notice": {"text": str, "kind": str, "times": views.Times},
    "outcomes": {"all": tuple[account_views.Outcome, ...]},
    "page-foot": {"foot": views.Foot},
    "page-head": {"head": views.Head},
    "pager": {"previous": views.Anchor | None, "next": views.Anchor | None},
    "papers": {"papers": tuple[views.Paper, ...]},
    "people": {"voices": tuple[views.Voice, ...]},
    "photographs": {"photos": tuple[views.Photo, ...]},
    "points": {"texts": tuple[str, ...]},
    "promises": {"all": tuple[account_views.Promise, ...]},
    "readings": {"all": tuple[account_views.Reading, ...]},
    "results": {},
    "stored-items": {"items": tuple[views.StoredItem, ...]},
    "subscribe": {"name": str, "calendar": views.Anchor, "files": tuple[views.Anchor, ...]},
    "structured-data": {"node": dict[str, Any]},
    "survey": {"result": survey_views.Survey},
    "testimonials": {"all": tuple[views.Testimonial, ...], "look": Literal["list", "beside"], "anchor": str},
    "timeline": {"all": tuple[account_views.Dated, ...]},
    "theory": {"group": account_views.StepGroup},
}


@dataclass(frozen=True)
class Example:
    """One way to use a component: its name, and what its macro is given."""

    name: str
    values: tuple[Any, ...]


def printed(name: str, logo: str) -> Iterator[tuple[str, Markup]]:
    """The examples of a component by name, as its macro prints them; `logo` is the address of a picture."""
    for example in examples(name, logo):
        yield example.name, component(name, *example.values)


@cache
def examples(name: str, logo: str) -> tuple[Example, ...]:
    """The examples of a component. Raises ValueError where one is not what `ARGUMENTS` says."""
    path = f"components/{name}/{EXAMPLES}"
    source = parse_source(path, (TEMPLATES / path).read_text(encoding="utf-8").replace(LOGO, logo))
    if isinstance(source, Problem):
        raise ValueError(source.message)
    return tuple(Example(title, _values(name, given)) for title, given in source.content.items())


def _values(name: str, given: Any) -> tuple[Any, ...]:
    """What a macro is given, in the order of its arguments; the last ones may be left out."""
    fields: Mapping[str, Any] = given or {}
    kinds = dict(islice(ARGUMENTS[name].items(), len(fields)))
    if kinds.keys() != fields.keys():
        raise ValueError(f"{name} takes {', '.join(ARGUMENTS[name])}, and is given {', '.join(fields)}.")
    form: Any = tuple.__class_getitem__(tuple(kinds.values()))
    all_of_them: TypeAdapter[tuple[Any, ...]] = TypeAdapter(form, config=STRICTLY)
    return all_of_them.validate_python(tuple(fields[argument] for argument in kinds))
