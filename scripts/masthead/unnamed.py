"""Addresses without the names of those who may not be named: of files, of pages, of whatever has an id.

A slug stands in many places: in the name of a file, in links, in other records, in live pieces, in the navigation.
All of them lose the name in the same way, so that what belongs together still does. Addresses elsewhere are left out.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from masthead.addresses import HOME, ROOMS, on_site
from masthead.links import links, relink
from masthead.model.event import Event
from masthead.model.member import Person
from masthead.model.network import Network
from masthead.model.record import Filed
from masthead.rewriting import rewritten

WITHHELD = "withheld"  # in place of a name in an address
NO_ADDRESS = "(address withheld)"
BETWEEN = r"(?:[-_.+ ]|%20)?"
TOKEN = re.compile(r"<?[^\s\[\]()<>]+>?")
# A word of a text that is no word but an address: of a file, or an id behind a sign of Markdown; or made like a slug.
LIKE_AN_ADDRESS = re.compile(r"[^A-Z]*[a-z0-9]-[a-z0-9][^A-Z]*|.*(?:[/#=@}]|\w\.\w).*", re.DOTALL)
ELSEWHERE = re.compile(r"<?(?:[a-z][a-z0-9+.-]*:|//)|[^@\s]+@", re.IGNORECASE)
KEPT = ("brand", "tokens", "site")
ROOM_NAMES = {part for room, _ in ROOMS for part in room.split("/")}


class Unnamed:
    """How addresses are written without the names of some people; each name has a number of its own. `desk` is where
    to write to when nobody else may be written to.
    """

    def __init__(self, people: Iterable[Person], known: Iterable[str], desk: str = "") -> None:
        self._desk = desk
        records = sorted(people, key=lambda one: one.slug)
        said = [*(one.slug for one in records), *(name for one in records for name in (one.title, *one.also_called))]
        forms = {form: None for text in said for form in _forms(text) if form and "".join(form) not in ROOM_NAMES}
        free = _free(" ".join(known))
        self._stand_ins = {"".join(form): f"{free}-{number}" for number, form in enumerate(forms, 1)}
        self.has_names = bool(forms)
        longest_first = sorted(forms, key=lambda form: -len("".join(form)))
        names = "|".join(BETWEEN.join(map(re.escape, form)) for form in longest_first)
        self.pattern = re.compile(rf"(?<![^\W\d_])(?:{names or '(?!)'})(?![^\W\d_])", re.IGNORECASE)

    def address(self, text: str) -> str:
        """The path, the slug or the id without names."""
        return self.pattern.sub(lambda found: self._stand_ins[_squeezed(found[0])], text)

    def value(self, value: Any) -> Any:
        """What becomes of a value of a record; what is inside a group of fields has become of it before."""
        match value:
            case str() if type(value) is str:  # not a choice
                return self._text(value) if self.pattern.search(value) else value
            case BaseModel():
                return self._part(value)
            case _:
                return value

    def _text(self, text: str) -> str:
        if re.search(r"\s", text):
            return self._prose(text)
        if ELSEWHERE.match(text):
            return text  # the group of fields in which it stands leaves it out
        return self.address(text) if text.islower() or LIKE_AN_ADDRESS.fullmatch(text) else text

    def _prose(self, text: str) -> str:
        """An author’s text: its words stay, and what leads elsewhere to somebody’s name leads nowhere."""
        if any(link.is_elsewhere and self._leads_away(link.target) for link in links(text)):
            text = relink(text, lambda link: None if self._leads_away(link.target) else link.target)
        return TOKEN.sub(lambda found: self._token(found[0]), text)

    def _token(self, token: str) -> str:
        if not (LIKE_AN_ADDRESS.fullmatch(token) and self.pattern.search(token)):
            return token
        return NO_ADDRESS if self._leads_away(token) else self.address(token)

    def _leads_away(self, text: str) -> bool:
        return bool(ELSEWHERE.match(text) and self.pattern.search(text))

    def _part(self, part: BaseModel) -> BaseModel:
        changed = {
            name: field.get_default(call_default_factory=True)
            for name, field in type(part).model_fields.items()
            if isinstance(value := getattr(part, name), str)
            and not field.is_required()
            and not re.search(r"\s", value)
            and self._leads_away(value)
        }
        part = part.model_copy(update=changed) if changed else part
        if isinstance(part, Filed) and self.pattern.search(part.path):
            part = part.model_copy()
            part._path = self.address(part.path)
        return self._without_what_leads_nowhere(part) if isinstance(part, Event) else part

    def _without_what_leads_nowhere(self, event: Event) -> Event:
        """An event without documents of which the address was left out, and whose contact can be reached."""
        documents = tuple(one for one in event.documents if one.file or one.url)
        changed: dict[str, Any] = {"documents": documents} if len(documents) < len(event.documents) else {}
        if event.contact and not (event.contact.email or event.contact.phone):
            changed["contact"] = event.contact.model_copy(update={"email": self._desk})
        return event.model_copy(update=changed) if changed else event


def unnamed(network: Network, people: Iterable[Person]) -> tuple[Network, Unnamed]:
    """The network in which no address holds a name of these people, and how other addresses lose them."""
    rule = Unnamed(people, (one.path for one in network.records()), network.settings.contact.email)
    if not rule.has_names:
        return network, rule
    changed = {
        family: rewritten(getattr(network, family), rule.value)
        for family in type(network).model_fields
        if family not in KEPT
    }
    nav = rewritten(network.site.nav, lambda value: _entry(rule, value))
    changed["site"] = network.site.model_copy(update={"nav": nav})
    return network.model_copy(update=changed), rule


def _entry(rule: Unnamed, value: Any) -> Any:
    """A page of the navigation; what leads elsewhere to a name leads home instead."""
    if isinstance(value, str) and ELSEWHERE.match(value) and rule.pattern.search(value):
        return on_site(HOME)
    return rule.value(value)


def _forms(text: str) -> Iterable[tuple[str, ...]]:
    """The words of a name as addresses hold them: in plain letters, and in its own."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return (tuple(re.findall(r"[^\W_]+", form.lower())) for form in (plain, text))


def _squeezed(found: str) -> str:
    return "".join(re.findall(r"[^\W_]+", found.replace("%20", "").lower()))


def _free(known: str) -> str:
    """The stand-in, which no file has in its name already."""
    return WITHHELD if f"{WITHHELD}-" not in known else f"{WITHHELD}x"


def mapped(files: Mapping[str, Any], rule: Unnamed) -> dict[str, Any]:
    """Files by the paths under which they are published."""
    return {path if path.startswith("brand/") else rule.address(path): file for path, file in files.items()}


def naming(paths: Iterable[str], people: Iterable[Person]) -> frozenset[str]:
    """The files whose names hold a name of these people."""
    rule = Unnamed(people, ())
    return frozenset(path for path in paths if rule.has_names and rule.pattern.search(path))
