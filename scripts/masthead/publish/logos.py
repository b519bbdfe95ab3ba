"""Members by their logos, each resting on a permission; by their names in type where there is none."""

from markupsafe import Markup

from masthead.links import Link
from masthead.model.member import Member
from masthead.model.record import Part
from masthead.publish import views
from masthead.publish.labels import is_former
from masthead.publish.publication import Publication, Spot
from masthead.render import component


def print_logos(publication: Publication, spot: Spot, _: Part) -> Markup | str:
    """Every member that belongs to the network, founders first."""
    belonging = (one for one in publication.network.members.values() if not is_former(one, publication))
    members = sorted(belonging, key=lambda one: (not one.founding, one.title))
    return component("logos", tuple(mark(one, spot) for one in members)) if members else ""


def mark(member: Member, spot: Spot) -> views.Mark:
    """One member."""
    href, logo = spot.href(member.path), member.logo
    if logo is None:
        return views.Mark(member.short_title, href)
    return views.Mark(member.short_title, href, spot.href(Link(logo.file, 0).file(member.path)), logo.alt)
