"""What people say, in the case study in which they say it, and on the pages of those who say it."""

from collections.abc import Iterator
from dataclasses import replace

from masthead.model.appearance import Part
from masthead.model.case_study import CaseStudy, Testimonial
from masthead.model.member import Person
from masthead.publish import views
from masthead.publish.naming import Who, spoken_by
from masthead.publish.publication import OnPage, Publication, prose


def testimonial_view(one: Testimonial, study: CaseStudy, publication: Publication, page: OnPage) -> views.Testimonial:
    """What somebody says in a case study."""
    network = publication.network
    person = network.people.get(one.person or "")
    speaker = spoken_by(person, study.said_in(one), publication) if person else Who(one.role)
    work = network.settings.sources.get(one.source or "")
    return views.Testimonial(
        words=prose(page, one.quote or one.report, study.path),
        is_quote=bool(one.quote),
        who=speaker.seen_from(page),
        source=f"{'Quoted' if one.quote else 'Reported'} from {work.publisher or work.title}" if work else "",
        labels=(views.Label("Illustrative", "illustrative"),) if one.illustrative else (),
    )


def said_by(person: Person, publication: Publication, page: OnPage, *, member: str = "") -> Iterator[views.Testimonial]:
    """What a person says in case studies, each with a link to it; with `member` only what was said for it."""
    for found in publication.indexes.appearances.get(person.slug, ()):
        if found.part is not Part.SAYS or not isinstance(found.record, CaseStudy):
            continue
        role = person.role_in(found.time)
        if member in ("", role.member if role else None):
            study, one = found.record, found.record.testimonials[int(found.loc[1])]
            heard = views.Anchor(study.title, page.href(study.path))
            yield replace(testimonial_view(one, study, publication, page), heard=heard)
