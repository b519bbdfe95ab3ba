"""The places on our pages to which a link can lead, by their ids. Apart from what prints them, so that a check of links
need not import everything that makes pages.
"""

from masthead.model.theory import StepKind

# On the page of an event
AGENDA, TRAVEL, ACCESS, DOCUMENTS = "agenda", "travel", "access", "documents"
OUTCOMES, DECISIONS, PICTURES, MATERIAL, HISTORY = "outcomes", "decisions", "pictures", "material", "changes"
FEEDBACK, MORE = "feedback", "more"
# On the page of a case study
TESTIMONIALS, MORE_TESTIMONIALS = "testimonials", "more-testimonials"
# On the page of a member
MEMBER_PEOPLE, MEMBER_EVENTS = "people", "events"
MEMBER_WORK, MEMBER_SAID = "workstreams", "said"
MEMBER_STUDIES = "case-studies"
# On the page of a person
ROLES, LEADS, SAID, SPEAKS = "roles", "leads", "said", "speaks"
# On the pages of workstreams and indicators
RESULTS, MILESTONES, TOLD = "results", "milestones", "told"
LEVELS, OBSERVATIONS = "levels", "observations"
# On the page of most records
RELATED = "related"
# In lists of events
COMING, PAST, ALL = "coming", "past", "all"
UNDATED = "undated"
# In the accessibility statement
STATEMENT = (
    "how-accessible", "feedback", "reporting", "enforcement", "technical-information", "compliance-status",
    "non-accessible-content", "non-compliance", "disproportionate-burden", "out-of-scope", "pdf", "how-we-tested",
    "not-tested", "preparation",
)  # fmt: skip
# In the theory of change
GROUPS = {
    StepKind.INPUT: "inputs",
    StepKind.ACTIVITY: "activities",
    StepKind.OUTPUT: "outputs",
    StepKind.OUTCOME: "outcomes",
    StepKind.IMPACT: "impact",
    StepKind.ASSUMPTION: "assumptions",
}


def step_anchor(slug: str) -> str:
    """The place of a step on the page of the theory of change."""
    return f"step-{slug}"


def finding_anchor(interviews: str, theme: str) -> str:
    """The place of a theme on the page of what interviews found."""
    return f"{interviews}-{theme}"


def year_anchor(year: int) -> str:
    """The place of a year on the page of the timeline."""
    return f"year-{year}" if year else UNDATED
