"""People in lists: everybody who is named, and those who speak for a member."""

from markupsafe import Markup

from masthead.model.appearance import Part
from masthead.model.member import Person, Role
from masthead.model.record import Part as Options
from masthead.publish import views
from masthead.publish.labels import record_labels
from masthead.publish.naming import Who, role_in_words
from masthead.publish.publication import Publication, Spot
from masthead.render import component


def print_people(publication: Publication, spot: Spot, _: Options) -> Markup:
    """Everybody who is named on the site, with the role held last."""
    people = publication.indexes.named_people
    voices = tuple(voice(one, one.role_on(publication.day), publication, spot) for one in people)
    return component("people", voices) if voices else component("empty", "Nobody is named on this site.")


def voice(person: Person, role: Role, publication: Publication, spot: Spot) -> views.Voice:
    """A person in a list, with a role and the case studies in which they are heard."""
    heard = (one.record for one in publication.indexes.appearances.get(person.slug, ()) if one.part is Part.SAYS)
    studies = {study.path: study for study in heard}
    words = role_in_words(role, publication.network)
    told = f"Formerly {words[:1].lower()}{words[1:]}" if role.held.is_over(publication.day) else words
    return views.Voice(
        Who(person.title, told, person.path).seen_from(spot),
        tuple(views.Anchor(study.title, spot.href(study.path)) for study in studies.values()),
        record_labels(person, publication),
    )
