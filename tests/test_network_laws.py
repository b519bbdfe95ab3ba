"""Laws of every network: what is withheld is in no output, no reference leads nowhere, nobody can be counted.

The networks are real ones: the small publication with people, permissions, words, pictures and answers put into it.
"""

import datetime as dt
import json
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from pypdf import PdfReader

from masthead.addresses import address
from masthead.artifact import Artifact, Pieces, Recipe, done, json_pieces
from masthead.edge import Edge
from masthead.finish.search import _facets_by_address
from masthead.graph import graph_of
from masthead.interchange import as_plain, network_fields, read_network
from masthead.links import Form, links
from masthead.load import Loaded, load
from masthead.model import case_study
from masthead.model.feedback import Count, Feedback, Share
from masthead.model.material import Photograph
from masthead.model.member import Person
from masthead.model.network import FAMILIES, Network
from masthead.model.page import Page
from masthead.model.permission import Permission, Use
from masthead.model.record import Filed, Markdown
from masthead.press import network_of_site, publication_of, theme_context
from masthead.publish.manifesto import manifesto_pdfs
from masthead.publish.publication import Publication
from masthead.publish.publishers import publish
from masthead.publish.social import CARDS
from masthead.schema import schema_of_network
from masthead.source import File
from tests.conftest import DAY, STAMP, copy_of_small

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

PEOPLE, PERMISSIONS = "content/network/people", "content/network/permissions"
# Texts of one line in which a name may stand, besides those in Markdown.
LINES = ("title", "short_title", "alt", "caption", "credit", "audience", "role", "room", "led_by", "label", "question",
         "publisher", "area", "period", "unit", "subtitle", "edition", "affiliation", "locality")  # fmt: skip
COMMON = settings(suppress_health_check=list(HealthCheck))
FEW = settings(COMMON, max_examples=5, phases=(Phase.explicit, Phase.reuse, Phase.generate))  # to shrink takes minutes
MANY = settings(COMMON, max_examples=100)


@dataclass(frozen=True)
class Case:
    """A network, the texts that each use must not have, and texts that are for nobody."""

    network: Network
    withheld: Mapping[Use, frozenset[str]] = field(default_factory=dict)
    private: frozenset[str] = frozenset()
    numbers: tuple[str, ...] = ()


@cache
def base() -> Loaded:
    loaded = load(copy_of_small(Path(tempfile.mkdtemp()) / "small"))
    assert loaded.problems == ()
    return loaded


def base_network() -> Network:
    network = base().network
    assert network
    return network


@cache
def spots() -> tuple[tuple[str, str, tuple[str | int, ...]], ...]:
    """Every text of the small publication in which a name may stand: family, key, place in the record."""
    network = base_network()
    found = []
    for family in type(network).model_fields:
        held = getattr(network, family)
        records = held if isinstance(held, dict) else {"": held}
        for key, record in records.items():
            if isinstance(record, Filed) and family not in ("people", "permissions", "brand"):
                found += [(family, key, loc) for loc in texts(record)]
    return tuple(found)


def texts(value: Any, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            inner = getattr(value, name)
            is_id = name == "question" and "event" in type(value).model_fields
            if isinstance(inner, str) and inner and not is_id and (name in LINES or Markdown() in field.metadata):
                yield (*loc, name)
            yield from texts(inner, (*loc, name))
    elif isinstance(value, tuple | dict):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from texts(inner, (*loc, key))


def with_text(value: Any, loc: tuple[str | int, ...], text: str) -> Any:
    """A value in which the text at a place goes on with another."""
    if not loc:
        return f"{value}{' ' if text[0] != chr(10) else ''}{text}"
    step, rest = loc[0], loc[1:]
    if isinstance(value, BaseModel):
        return value.model_copy(update={str(step): with_text(getattr(value, str(step)), rest, text)})
    if isinstance(value, tuple):
        return tuple(with_text(one, rest, text) if index == step else one for index, one in enumerate(value))
    return {key: with_text(one, rest, text) if key == step else one for key, one in value.items()}


# No such word stands anywhere else, and each fits a line of the cover.
WORDS = st.from_regex(r"Q[bcdfgj][a-z]{3}x", fullmatch=True)
USES = st.sampled_from(((Use.WEB,), (Use.PRINT,), (Use.SOCIAL,), (Use.WEB, Use.PRINT), tuple(Use)))
ENDS = st.sampled_from((None, DAY - dt.timedelta(days=1), DAY, DAY + dt.timedelta(days=30)))


SPOTS = st.deferred(
    lambda: st.sampled_from(spots()) | st.sampled_from([one for one in spots() if one[2] == ("title",)])
)


@st.composite
def permissions(draw: st.DrawFn, words: Iterator[str]) -> tuple[Permission, frozenset[str]]:
    """A permission, and what nobody but those who keep it may read."""
    title, by, role, conditions, slug = (next(words) for _ in range(5))
    given = {"by": by, "role": role, "on": DAY - dt.timedelta(days=9), "until": draw(ENDS), "uses": draw(USES),
             "conditions": conditions}  # fmt: skip
    bases: tuple[dict[str, object], ...] = ({"given": given}, {"given": given}, {"published": {"source": "survey"}})
    basis = draw(st.sampled_from(bases))
    path = f"{PERMISSIONS}/{slug.lower()}.yml"
    permission = Permission.filed(path, {"title": title, **basis})
    return permission, frozenset((title, by, role, conditions))


@st.composite
def networks(draw: st.DrawFn) -> Case:
    """The small publication with people, words and pictures more, each resting on a permission that may have ended."""
    network = base_network()
    words = iter(draw(st.lists(WORDS, min_size=27, max_size=27, unique=True)))
    given = [draw(permissions(words)) for _ in range(2)]
    known = {one.slug: one for one, _ in given}
    covered = {slug: {use for use in Use if one.covers(DAY, use)} for slug, one in known.items()}
    withheld: dict[Use, set[str]] = {use: set() for use in Use}

    def resting(permission: str, *words: str) -> None:
        for use in Use:
            withheld[use] |= set(words) if use not in covered[permission] else set()

    people = dict(network.people)
    for _ in range(draw(st.integers(1, 2))):
        name, called = f"{next(words)} {next(words)}", next(words)
        permission = draw(st.sampled_from(sorted(known)))
        slug = name.lower().replace(" ", "-")
        role, body, report = (next(words) for _ in range(3))
        fields = {"title": name, "also_called": [called], "permission": permission, "roles": [{"title": role}]}
        people[slug] = Person.filed(f"{PEOPLE}/{slug}.yml", {**fields, "body": body, "summary": body})
        resting(permission, name, called, slug, role, body, report, *name.split())
        for _ in range(draw(st.integers(1, 5))):
            network = named_somewhere(draw, network, draw(st.sampled_from((name, called))), slug)
        network = called_after(speaking(draw, network, slug, report), name, slug)
    said, quote, role, permission = next(words), next(words), next(words), draw(st.sampled_from(sorted(known)))
    network = quoting(pictured(network, said, permission), quote, role, permission)
    resting(permission, f"Alt {said}", f"Caption {said}", f"Credit {said}", quote, role)
    again = {**{name: getattr(network, name) for name in Network.model_fields}, "people": people}
    again["permissions"] = {**network.permissions, **known}
    private = frozenset().union(*(texts for _, texts in given))
    return Case(Network.model_validate(again), {use: frozenset(found) for use, found in withheld.items()}, private)


def named_somewhere(draw: st.DrawFn, network: Network, name: str, slug: str) -> Network:
    """The network with a name in one of its texts, and in its Markdown a link to the person’s file."""
    family, key, loc = draw(SPOTS)
    record = getattr(network, family) if not key else getattr(network, family)[key]
    link = f"[{name}]({'../' * record.path.count('/')}{PEOPLE}/{slug}.yml)"
    broken = "\n\n**" + name.replace(" ", "\n") + "**"
    forms = (name, f"{name}’s", *((broken, link) if loc == ("body",) else ()))
    changed = with_text(record, loc, draw(st.sampled_from(forms)))
    return network.model_copy(update={family: {**getattr(network, family), key: changed} if key else changed})


def speaking(draw: st.DrawFn, network: Network, slug: str, report: str) -> Network:
    """The network with a person who speaks at an event, is asked about another, and is reported in a case study."""
    launch, talk, study = network.events["launch"], network.events["tide-talk"], network.case_studies["one-crane"]
    if draw(st.booleans()):
        first, *others = launch.agenda
        agenda = (first.model_copy(update={"speakers": (*first.speakers, slug)}), *others)
        launch = launch.model_copy(update={"agenda": agenda})
    if draw(st.booleans()):
        contact = {"person": slug, "email": "events@harbours.example"}
        talk = type(talk).filed(talk.path, {**talk.model_dump(exclude_defaults=True), "contact": contact})
    said = case_study.Testimonial(person=slug, report=report, permission="harbour-survey")
    study = study.model_copy(update={"testimonials": (*study.testimonials, said)})
    events = {**network.events, "launch": launch, "tide-talk": talk}
    return network.model_copy(update={"events": events, "case_studies": {**network.case_studies, "one-crane": study}})


def called_after(network: Network, name: str, slug: str) -> Network:
    """The network with a page that is called after a person, in its navigation, too, and a chapter that leads there."""
    page = Page.filed(f"content/about-{slug}.md", {"title": name, "updated": "2026-10-02", "body": "A page."})
    why = network.chapters["why"]
    why = why.model_copy(update={"body": f"{why.body}\n\nSee [the page](../content/about-{slug}.md#{slug}).\n"})
    site = network.site.model_copy(update={"nav": (*network.site.nav, {name: f"about-{slug}/index.md"})})
    pages = {**network.pages, f"about-{slug}.md": page}
    return network.model_copy(update={"site": site, "pages": pages, "chapters": {**network.chapters, "why": why}})


def pictured(network: Network, words: str, permission: str) -> Network:
    """The network with a picture at an event."""
    said = {name: f"{name.capitalize()} {words}" for name in ("alt", "caption", "credit")}
    picture = Photograph(file="chart.svg", permission=permission, **said)
    launch = network.events["launch"].model_copy(update={"photographs": (picture,)})
    return network.model_copy(update={"events": {**network.events, "launch": launch}})


def quoting(network: Network, report: str, role: str, permission: str) -> Network:
    """The network with the words of somebody without a name."""
    study = network.case_studies["one-crane"]
    said = case_study.Testimonial(role=role, report=report, permission=permission)
    study = study.model_copy(update={"testimonials": (*study.testimonials, said)})
    return network.model_copy(update={"case_studies": {**network.case_studies, "one-crane": study}})


def published(network: Network) -> Publication:
    return publication_of(network, base().sources, outside(), preview=False)


def outside() -> Edge:
    return Edge(root=base().sources.root, day=DAY, stamp=STAMP)


def outputs(publication: Publication, network: Network) -> Iterator[tuple[Use, str, str]]:
    """Everything that is published: for which use, its path, and all words in it. A recipe tells what it is made of."""
    for one in publish(publication):
        yield Use.SOCIAL if one.path.startswith(CARDS) else Use.WEB, one.path, words_of(one)
    for one in map(done, manifesto_pdfs(publication.used_for(Use.PRINT))):
        yield Use.PRINT, one.path, words_of(one)
    shown = network_of_site(network, outside())
    yield Use.WEB, "frame", json.dumps(theme_context(shown, base().sources), default=str)
    yield Use.WEB, "search", repr(_facets_by_address(shown))


def words_of(artifact: Artifact) -> str:
    match artifact.content:
        case str() | Pieces():
            return artifact.path + artifact.text
        case bytes(content):
            return artifact.path + content.decode("utf-8", "replace").replace("\r\n ", "")
        case Recipe(make=partial() as make):
            return repr(getattr(make.args[0], "html", make.args[0]))  # a card lies at the address of its page
        case File() as file:
            return artifact.path + file.content().decode("utf-8", "replace")
    raise AssertionError(artifact)


def holding(case: Case) -> list[tuple[str, str]]:
    """Paths of outputs with a text that must not be there."""
    found = []
    for use, path, text in outputs(published(case.network), case.network):
        plain = " ".join(text.split())
        found += [(path, word) for word in (*case.withheld[use], *case.private) if word in plain]
    return found


def nothing_withheld_is_in_an_output(case: Case) -> None:
    assert holding(case) == []


def what_is_published_is_closed_and_equal_when_read_back(case: Case) -> None:
    """The document fits its schema, leads nowhere outside itself, and gives the same network again."""
    for network in (*published(case.network).networks.values(), network_of_site(case.network, outside(), preview=True)):
        text = b"".join(json_pieces(network_fields(network), partial(as_plain, network=network))).decode()
        validator().validate(json.loads(text))
        read = read_network(text)
        assert read == network
        assert list(graph_of(read).dangling) == []


@cache
def validator() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(schema_of_network(), validate_formats=True)


@st.composite
def drafted(draw: st.DrawFn) -> Case:
    """A network of which any records are drafts."""
    case = draw(networks())
    changed = {}
    for family in FAMILIES:
        records = getattr(case.network, family)
        if family != "pages" and records:
            drafts = draw(st.sets(st.sampled_from(sorted(records)), max_size=2))
            changed[family] = {key: one.model_copy(update={"draft": key in drafts}) for key, one in records.items()}
    return replace(case, network=case.network.model_copy(update=changed))


def every_link_leads_somewhere(case: Case) -> None:
    """Every link of every page leads to a page or file that is made."""
    assert lost_links(publish(published(case.network))) == []


def lost_links(made: Sequence[Artifact]) -> list[tuple[str, str]]:
    """Links of pages that lead to no page and no file."""
    there = {one.path for one in made} | MADE_LATER
    addresses = {address(path) for path in there}
    lost = []
    for page in (one for one in made if one.path.endswith("index.md")):
        text = str(page.content)
        for link in links(text.partition("\n---\n")[2]):
            if link.is_elsewhere or link.target.startswith("/"):
                continue
            if link.form is Form.HTML:
                target = urljoin("/" + address(page.path), link.target.partition("#")[0].partition("?")[0])[1:]
                lost += [(page.path, link.target)] if target not in addresses else []
            elif link.file(page.path) not in there:
                lost.append((page.path, link.target))
    return lost


DRAWN = (".css", ".svg", ".woff2", ".png")  # they are full of numbers, and none is made of a record
CONTRASTS = "brand/index.md"  # so is this
MADE_LATER = {"manifesto.pdf", "manifesto-a5.pdf"}


@st.composite
def counted(draw: st.DrawFn) -> Case:
    """A network with a survey, and every count below its threshold as it would be printed, where one is."""
    network, threshold = base_network(), 50_000
    counts = draw(st.lists(st.integers(30_011, 90_000), min_size=2, max_size=4, unique=True))
    answers = ["said yes", *(f"answer {number}" for number in range(1, len(counts)))]
    asked = network.events["launch"].feedback[0]
    said = Feedback(id=asked.id, question=asked.question, responses=sum(counts), source=asked.source, withheld=True)
    if draw(st.booleans()):
        told: dict[str, object] = {"counts": tuple(map(lambda a, c: Count(answer=a, count=c), answers, counts))}
    else:
        percent = [round(100 * one / sum(counts), 2) for one in counts]
        told = {"shares": tuple(map(lambda a, p: Share(answer=a, percent=p), answers, percent))}
    said = said.model_copy(update={**told, "withheld": False})
    events = {**network.events, "launch": network.events["launch"].model_copy(update={"feedback": (said,)})}
    studies = {key: one.model_copy(update={"figures": ()}) for key, one in network.case_studies.items()}
    setting = network.settings.model_copy(update={"small_numbers_threshold": threshold})
    fields = {name: getattr(network, name) for name in Network.model_fields}
    again = Network.model_validate({**fields, "settings": setting, "events": events, "case_studies": studies})
    few = min(counts) < threshold
    parts = [form for one in counts for form in (str(one), f"{one:,}")] if few else []
    shares = [f"{one.percent:g}" for one in said.shares if round(one.percent * 100) % 10] if few else []
    return Case(again, numbers=(*parts, *shares))


def nobody_can_be_counted(case: Case) -> None:
    """Where one answer was given by too few, no number of any answer is in an output."""
    pattern = re.compile(rf"(?<![\d.#])({'|'.join(map(re.escape, case.numbers))})(?![\d.])") if case.numbers else None
    found = [
        (path, match[0])
        for _, path, text in outputs(published(case.network), case.network)
        for match in (pattern.finditer(text) if pattern and not path.endswith(DRAWN) and path != CONTRASTS else ())
    ]
    assert found == []


LAWS: dict[Callable[[Any], None], st.SearchStrategy[Any]] = {
    nothing_withheld_is_in_an_output: networks(),
    what_is_published_is_closed_and_equal_when_read_back: drafted(),
    every_link_leads_somewhere: drafted(),
    nobody_can_be_counted: counted(),
}


@pytest.mark.parametrize("law", LAWS)
def test_a_law_holds_for_a_few_networks(law: Callable[[Any], None]) -> None:
    FEW(given(LAWS[law])(law))()


@pytest.mark.prove
@pytest.mark.parametrize("law", LAWS)
def test_a_law_holds_for_many_networks(law: Callable[[Any], None]) -> None:
    MANY(given(LAWS[law])(law))()


@pytest.mark.prove
@given(networks())
@settings(COMMON, max_examples=4, phases=FEW.phases)
def test_nothing_withheld_is_in_a_pdf(case: Case) -> None:
    """Neither in its text nor in its outline, its metadata, its alternative texts or any other string of it."""
    for one in map(done, manifesto_pdfs(published(case.network).used_for(Use.PRINT))):
        assert isinstance(one.content, Recipe)
        told = " ".join(pdf_words(one.content.make()).split())
        assert "One tide" in told
        assert [word for word in (*case.withheld[Use.PRINT], *case.private) if word in told] == []


def pdf_words(pdf: bytes) -> str:
    """The text of every page, hyphens of lines taken out, and every string and stream that is no page."""
    import pikepdf

    pages = "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).replace("-\n", "")
    with pikepdf.open(BytesIO(pdf)) as opened:
        held = [text for one in opened.objects for text in strings(one)]
        xmp = str(opened.Root.Metadata.read_bytes(), "utf-8")
    return "\n".join((pages, pages.replace("\u00ad", "").replace("\u2010\n", ""), xmp, *held))


def strings(value: Any) -> Iterator[str]:
    """Every string directly in an object of a PDF."""
    import pikepdf

    match value:
        case pikepdf.String():
            yield str(value)
        case pikepdf.Dictionary() | pikepdf.Stream():
            for inner in dict(value.items()).values():
                yield from () if getattr(inner, "is_indirect", False) else strings(inner)
        case pikepdf.Array():
            for inner in value:
                yield from () if getattr(inner, "is_indirect", False) else strings(inner)
