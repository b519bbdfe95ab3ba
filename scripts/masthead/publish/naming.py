"""People as they are named: with the role held at the time that is spoken of, and a link to their page."""

from collections.abc import Iterator
from dataclasses import dataclass

from masthead.model.agenda import Session, Speaker
from masthead.model.appearance import event_time
from masthead.model.event import Event
from masthead.model.member import Person, Role
from masthead.model.network import Network
from masthead.model.span import Span
from masthead.prose import as_written
from masthead.publish.publication import Publication, Spot
from masthead.publish.views import Named


@dataclass(frozen=True)
class Who:
    """Somebody: the name, the role, and the file of the record, empty for those who have none."""

    name: str
    role: str = ""
    path: str = ""

    @property
    def line(self) -> str:
        """Ada Brook, Harbour master, Old Mole."""
        return ", ".join(filter(None, (self.name, self.role)))

    def seen_from(self, spot: Spot) -> Named:
        """The same with the address of the page."""
        return Named(self.name, spot.href(self.path) if self.path else "", self.role)

    def linked(self, spot: Spot) -> str:
        """The same as Markdown."""
        name = f"[{as_written(self.name)}]({spot.href(self.path)})" if self.path else as_written(self.name)
        return ", ".join(filter(None, (name, as_written(self.role))))


def role_in_words(role: Role, network: Network) -> str:
    """Harbour master, Old Mole: the office, and where it is held."""
    member = network.members.get(role.member or "")
    return ", ".join(filter(None, (role.title, member.short_title if member else role.organisation)))


def who(person: Person, time: Span, network: Network) -> Who:
    """A person with the role held at a time; somebody who may not be named has neither role nor page."""
    if not person.is_named:
        return Who(person.title)
    role = person.role_in(time)
    return Who(person.title, role_in_words(role, network) if role else "", person.path)


def spoken_by(person: Person, time: Span, publication: Publication) -> Who:
    """The same where no date stands beside it: what was an office once is said to be so."""
    role = person.role_in(time)
    found = who(person, time, publication.network)
    if role is None or not (person.is_named and role.held.is_over(publication.day)):
        return found
    then = role.model_copy(update={"title": f"{role.title} at the time"})
    return Who(found.name, role_in_words(then, publication.network), found.path)


def speakers(session: Session, event: Event, network: Network) -> Iterator[Who]:
    """Those who speak, with where they work or what they are, and the role that leads."""
    for one in session.speakers:
        if isinstance(one, Speaker):
            yield Who(one.name, one.affiliation)
        elif one in network.people:
            yield who(network.people[one], event_time(event), network)
    if session.led_by:
        yield Who(session.led_by)


def contact(event: Event, network: Network) -> Who:
    """Whom to ask about an event; without a name where nobody is named."""
    told = event.contact
    person = network.people.get(told.person or "") if told else None
    return who(person, event_time(event), network) if person else Who(told.name if told else "")
