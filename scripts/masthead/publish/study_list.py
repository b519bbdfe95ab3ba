"""All case studies in one list, and their titles by theme and by member. However many: the page stays light."""

from masthead.landmarks import MEMBER_STUDIES
from masthead.model.case_study import CaseStudy
from masthead.model.member import Member
from masthead.publish import views
from masthead.publish.cards import case_cards, case_titles
from masthead.publish.publication import Publication, Spot
from masthead.render import component

TOLD_AT_MOST = 60  # so many are listed with what they are about
LINKED_AT_MOST = 20  # so many are named below a member: of more, its own page tells


def print_study_list(publication: Publication, spot: Spot) -> str:
    """Cards for all, then a list for each theme, and one for each member."""
    network = publication.network
    studies = sorted(network.case_studies.values(), key=lambda study: study.title)
    cards = case_cards if len(studies) <= TOLD_AT_MOST else case_titles
    themes = [
        _group(f"theme-{slug}", term.title, [one for one in studies if slug in one.tags], spot)
        for slug, term in network.settings.tags.items()
    ]
    members = [
        _group(f"member-{slug}", one.title, [study for study in studies if slug in study.members], spot, one)
        for slug, one in network.members.items()
    ]
    parts = ["## Case studies { #case-studies }", component("card-list", tuple(cards(publication, spot)))]
    for name, groups in (("theme", themes), ("member", members)):
        shown = tuple(group for group in groups if group.links)
        parts += [f"## By {name} {{ #by-{name} }}", component("link-groups", shown)]
    return "\n\n".join(parts)


def _group(
    anchor: str, title: str, studies: list[CaseStudy], spot: Spot, member: Member | None = None
) -> views.LinkGroup:
    """A link to each; where they are many, one to the page of the member that tells of them all."""
    if member and len(studies) > LINKED_AT_MOST:
        address = f"{spot.href(member.path)}#{MEMBER_STUDIES}"
        return views.LinkGroup(title, anchor, (views.Anchor(f"All {len(studies)} case studies", address),))
    return views.LinkGroup(title, anchor, tuple(views.Anchor(one.title, spot.href(one.path)) for one in studies))
