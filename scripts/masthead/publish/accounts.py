"""What was promised, how it is meant to work, and what was seen: the live pieces that give account of a network."""

from collections.abc import Iterator

from markupsafe import Markup

from masthead.dates import when_in_words
from masthead.landmarks import GROUPS, finding_anchor, step_anchor
from masthead.model.network import Network
from masthead.model.record import Part
from masthead.model.theory import Step, StepKind
from masthead.model.workstream import Workstream, WorkstreamStatus
from masthead.publish import account_views, views
from masthead.publish.cards import commitment_views
from masthead.publish.evidence import evidence_views, indicator_view
from masthead.publish.labels import record_labels
from masthead.publish.publication import Publication, Spot, prose
from masthead.render import component

GROUP_WORDS = {
    StepKind.INPUT: ("What goes in", "What the network has to work with."),
    StepKind.ACTIVITY: ("What we do", "What members do together, and how often."),
    StepKind.OUTPUT: ("What comes of it directly", "What one can see on the day, or soon after."),
    StepKind.OUTCOME: ("What changes for members", "What is different because the network exists."),
    StepKind.IMPACT: ("What it is all for", "What would not be worth doing without."),
    StepKind.ASSUMPTION: ("What we take for granted", "If one of these is wrong, so is the rest."),
}
STATUS_WORDS = {
    WorkstreamStatus.ACTIVE: "Under way",
    WorkstreamStatus.PROPOSED: "Proposed",
    WorkstreamStatus.PAUSED: "Paused",
    WorkstreamStatus.FINISHED: "Finished",
    WorkstreamStatus.STOPPED: "Stopped",
}
NO_EVIDENCE = views.Label("No evidence yet", "open")
WORK_HAS_BEGUN = views.Label("Work has begun, no evidence yet", "begun")
SOME_EVIDENCE = views.Label("Evidence", "evidence")


def print_promises(publication: Publication, spot: Spot, _: Part) -> Markup | str:
    """Every commitment with its workstreams, its indicators and what they showed last."""
    told = tuple(promises(publication, spot))
    return component("promises", told) if told else ""


def print_theory(publication: Publication, spot: Spot, _: Part) -> str:
    """The theory of change, kind by kind, as headings and nested lists."""
    groups = (_group(kind, publication, spot) for kind in StepKind)
    parts = ((group, component("theory", group)) for group in groups if group.steps)
    return "\n\n".join(f"## {group.title} {{ #{group.anchor} }}\n\n{steps}" for group, steps in parts)


def print_indicators(publication: Publication, spot: Spot, _: Part) -> Markup:
    """Every indicator with what it showed last."""
    indicators = sorted(publication.network.indicators.values(), key=lambda one: (one.illustrative, one.title))
    if not indicators:
        return component("empty", "No indicator has been agreed yet.")
    return component("indicator-list", tuple(indicator_view(one, publication, spot) for one in indicators), spot.level)


def print_workstreams(publication: Publication, spot: Spot, _: Part) -> str:
    """Every workstream under a heading of its state, those under way first."""
    found = sorted(publication.network.workstreams.values(), key=lambda one: one.title)
    groups = ((state, [one for one in found if one.status is state]) for state in STATUS_WORDS)
    parts = ((state, tuple(_card(one, publication, spot) for one in group)) for state, group in groups if group)
    printed = (f"## {STATUS_WORDS[state]} {{ #{state} }}\n\n{component('card-list', cards)}" for state, cards in parts)
    return "\n\n".join(printed) or str(component("empty", "No workstream has been agreed yet."))


def print_findings(publication: Publication, spot: Spot, _: Part) -> str:
    """What each round of interviews found."""
    rounds = sorted(publication.network.interviews.values(), key=lambda one: one.held.latest_first, reverse=True)
    parts = []
    for one in rounds:
        held = when_in_words(one.held, publication.language)
        facts = (
            account_views.Finding(finding_anchor(one.slug, theme.id), theme.title, prose(spot, theme.finding, one.path))
            for theme in one.themes
        )
        told = f"{held}. People asked: {one.people}."
        summary, method = prose(spot, one.summary, one.path), prose(spot, one.method, one.path)
        findings = component("findings", summary, told, method, tuple(facts), record_labels(one, publication))
        parts.append(f"## {one.title} {{ #{one.slug} }}\n\n{findings}")
    return "\n\n".join(parts) or str(component("empty", "No interviews have been published yet."))


def promises(publication: Publication, spot: Spot) -> Iterator[account_views.Promise]:
    """Every commitment in its order, with what has been done about it."""
    network = publication.network
    for slug, commitment in commitment_views(publication, spot).items():
        workstreams = [one for one in network.workstreams.values() if slug in one.commitments]
        indicators = [one for one in network.indicators.values() if slug in one.commitments]
        shown = tuple(indicator_view(one, publication, spot) for one in indicators)
        works = tuple(_work(one, publication, spot) for one in workstreams)
        yield account_views.Promise(
            commitment=commitment,
            state=_state(shown, works),
            workstreams=works,
            indicators=shown,
        )


def _state(indicators: tuple[account_views.Indicator, ...], workstreams: tuple[account_views.Work, ...]) -> views.Label:
    """How far a promise has come, and no further: what nobody has looked at is not called kept."""
    if any(one.outcomes for one in workstreams) or any(one.latest for one in indicators):
        return SOME_EVIDENCE
    return WORK_HAS_BEGUN if workstreams else NO_EVIDENCE


def _work(one: Workstream, publication: Publication, spot: Spot) -> account_views.Work:
    return account_views.Work(
        title=one.title,
        href=spot.href(one.path),
        state=STATUS_WORDS[one.status],
        labels=record_labels(one, publication),
        outcomes=outcome_views(one, publication, spot),
    )


def outcome_views(one: Workstream, publication: Publication, spot: Spot) -> tuple[account_views.Outcome, ...]:
    """What has come of a workstream, without what rests on nothing that is public."""
    told = (
        account_views.Outcome(
            prose(spot, result.text, one.path), evidence_views(result.evidence, publication, spot, one.path)
        )
        for result in one.results
    )
    return tuple(outcome for outcome in told if outcome.evidence)


def _card(one: Workstream, publication: Publication, spot: Spot) -> views.Card:
    network = publication.network
    members = (network.members[slug].short_title for slug in (one.lead, *one.members) if slug in network.members)
    return views.Card(
        href=spot.href(one.path),
        title=one.title,
        summary=prose(spot, one.summary, one.path),
        detail=", ".join(members),
        labels=record_labels(one, publication),
    )


def _group(kind: StepKind, publication: Publication, spot: Spot) -> account_views.StepGroup:
    network = publication.network
    title, note = GROUP_WORDS[kind]
    steps = (one for one in network.steps.values() if one.kind is kind)
    return account_views.StepGroup(title, GROUPS[kind], note, tuple(_step(one, publication, spot) for one in steps))


def _step(step: Step, publication: Publication, spot: Spot) -> account_views.Step:
    network = publication.network
    assumed = publication.indexes.assumed_by.get(step.slug, ())
    signs = publication.indexes.signs_of.get(step.slug, ())
    return account_views.Step(
        anchor=step_anchor(step.slug),
        title=step.title,
        text=prose(spot, step.summary, step.path),
        leads_to=tuple(_steps(step.leads_to, network)),
        rests_on=tuple(_steps((one.slug for one in assumed), network)),
        indicators=tuple(indicator_view(one, publication, spot) for one in signs),
    )


def _steps(slugs: Iterator[str] | tuple[str, ...], network: Network) -> Iterator[views.Anchor]:
    return (views.Anchor(network.steps[slug].title, f"#{step_anchor(slug)}") for slug in slugs if slug in network.steps)
