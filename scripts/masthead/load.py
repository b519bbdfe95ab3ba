"""From files to the Network: which folder holds which record, and what is wrong with those that cannot be read."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from masthead.disk import list_files, read, read_source
from masthead.faults import schema_problems
from masthead.halt import MastheadError
from masthead.memory import Memory
from masthead.model.audit import Audit
from masthead.model.brand import Brand
from masthead.model.case_study import CaseStudy
from masthead.model.event import Event
from masthead.model.indicator import Indicator
from masthead.model.interview import Interviews
from masthead.model.member import Member, Person
from masthead.model.network import Network
from masthead.model.page import Chapter, Manifesto, News, Page
from masthead.model.permission import Permission
from masthead.model.record import Filed
from masthead.model.settings import Settings, Site
from masthead.model.theory import Step
from masthead.model.tokens import read_tokens
from masthead.model.workstream import Workstream
from masthead.numerals import number_problems
from masthead.problem import Place, Problem
from masthead.rooms import CONFIG, ROOMS
from masthead.source import File, Source, Sources


@dataclass(frozen=True)
class Folder:
    """Where the records of one family stand, and what they are."""

    path: str
    ending: str
    record: type[Filed]
    is_deep: bool = True

    def holds(self, path: str) -> bool:
        """Whether a file belongs here: in the folder itself, and in folders below it where it is deep."""
        below = path.removeprefix(self.path + "/")
        return below != path and path.endswith(self.ending) and (self.is_deep or "/" not in below)


FOLDERS: dict[str, Folder] = {
    "members": Folder("content/network/members", ".yml", Member),
    "people": Folder("content/network/people", ".yml", Person),
    "permissions": Folder("content/network/permissions", ".yml", Permission),
    "workstreams": Folder("content/network/workstreams", ".yml", Workstream),
    "steps": Folder("content/network/theory-of-change", ".yml", Step),
    "indicators": Folder("content/network/indicators", ".yml", Indicator),
    "interviews": Folder("content/network/interviews", ".yml", Interviews),
    "audits": Folder("content/network/audits", ".yml", Audit),
    "events": Folder("events", ".yml", Event),
    "case_studies": Folder("case-studies", ".md", CaseStudy),
    "news": Folder("content/news", ".md", News),
    "chapters": Folder("manifesto", ".md", Chapter, is_deep=False),
    "pages": Folder("content", ".md", Page),
}
SINGLES: dict[str, Folder] = {
    "settings": Folder("content/network/network.yml", "", Settings),
    "manifesto": Folder("manifesto/manifesto.yml", "", Manifesto),
    "brand": Folder("brand/brand.yml", "", Brand),
}
FIRST_FIELDS = re.compile(r"\s*^(-{2,}|[–—]+|[A-Za-z_]+:(?= ))", re.MULTILINE)
TOKENS = "brand/tokens.json"


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What a folder holds. `network` lacks the records that have problems; it is None where its frame is broken."""

    sources: Sources
    problems: tuple[Problem, ...]
    network: Network | None = field(repr=False)


def load(root: Path, memory: Memory | None = None) -> Loaded:
    """Read everything below `root`. Raises MastheadError where there is no publication at all."""
    memory = memory or Memory()
    if not (root / CONFIG).is_file():
        raise MastheadError(_no_publication(root))
    paths = [CONFIG, *(path for room in ROOMS for path in list_files(root, room))]
    zone = _zone(root, paths, memory)
    texts: dict[str, Source] = {}
    files: dict[str, File] = {}
    shelves: dict[str, dict[str, Filed]] = {family: {} for family in FOLDERS}
    frame: dict[str, Any] = {}
    problems: list[Problem] = []
    unread: set[str] = set()
    for one in (one for path in paths for one in read(root, path, memory)):
        match one:
            case File():
                files[one.path] = one
            case Problem():
                problems.append(one)
                unread.add(one.place.path)
            case Source():
                texts[one.path] = one
                problems += _shelved(one, frame, shelves, zone, memory) if one.path not in unread else []
    sources = Sources(root=root, texts=texts, files=files)
    problems += _frame(frame, sources, unread)
    network = None if frame.keys() != {*SINGLES, "site", "tokens"} else _network(frame, shelves)
    return Loaded(sources=sources, problems=tuple(sorted(problems)), network=network)


def _no_publication(root: Path) -> str:
    """What to do where there is no publication."""
    if root.is_file():
        return f"{root} is a file. Name the folder that holds {CONFIG}."
    if not root.is_dir():
        return f"There is no folder {root}."
    above = next((folder for folder in root.parents if (folder / CONFIG).is_file()), None)
    where = f"in {above}, which has one" if above else "in the folder of a publication"
    return f"There is no {CONFIG} in {root}: run Masthead {where}."


@lru_cache(maxsize=100_000)  # most checks ask for each file
def family_of(path: str) -> str | None:
    """The family or single record whose file this is; None where no record belongs there."""
    for name, single in SINGLES.items():
        if path == single.path:
            return name
    if path.startswith("content/network/") and path.endswith(".md"):
        return None  # among the network's records, Markdown would be no page
    return next((name for name, room in FOLDERS.items() if room.holds(path)), None)


def _shelved(
    source: Source, frame: dict[str, Any], shelves: Mapping[str, dict[str, Filed]], zone: str, memory: Memory
) -> list[Problem]:
    """Put the record of a file where it belongs; returns what is wrong with it. Where nothing is, its tree is let go
    before the next one is read: all together would take more room than anything else.
    """
    family = family_of(source.path)
    if family is None:
        return _stray(source.path)
    known = memory.record(source, zone)
    record, found = (known, []) if known else _record(source, {**FOLDERS, **SINGLES}[family].record, zone)
    if record is None:
        return found
    if family in SINGLES:
        frame[family] = record
    else:
        shelves[family][_key(family, source.path, record)] = record
    if not (found or known):
        memory.keep_fields(source)
        memory.keep_record(source, zone, record)
        source.forget_tree()
    return found


def _record(source: Source, model: type[Filed], zone: str) -> tuple[Filed | None, list[Problem]]:
    if faults := _no_fields(source):
        return None, faults
    fields: dict[str, Any] = dict(source.content)
    if source.path.endswith(".md"):
        if "body" in fields:
            place = source.key_place("body")
            return None, [
                Problem(place, "unknown-field", "The body is the text below the front matter.", "Move it there.")
            ]
        fields["body"] = source.body
    record: Filed | None = None
    found: list[Problem] = []
    try:
        record = model.filed(source.path, fields)
    except ValidationError as fault:
        found = list(schema_problems(source, model, fault.errors(), zone))
    if source.remembered is not None:
        return record, found
    return record, [*found, *number_problems(source, {problem.place.line for problem in found})]


def _zone(root: Path, paths: Collection[str | Problem], memory: Memory) -> str:
    """The zone of records that name none, so far as it can be told before anything is judged."""
    path = SINGLES["settings"].path
    source = read_source(root, path, memory) if path in paths else None
    zone = source.content.get("timezone") if isinstance(source, Source) else None
    return zone if isinstance(zone, str) else str(Settings.model_fields["timezone"].default)


def _no_fields(source: Source) -> list[Problem]:
    """What is wrong with a file that holds something else than fields."""
    if source.remembered is not None:
        return []
    if not source.text.strip():
        hint = "Write the record, or remove the file."
        return [Problem(Place(source.path), "empty-file", "This file is empty.", hint)]
    if source.path.endswith(".md") and source.node is None and (first := FIRST_FIELDS.match(source.text)):
        line = source.text.count("\n", 0, first.start(1)) + 1
        message = "The fields of a page stand between two lines of three hyphens, the first of which is line 1."
        hint = "Write --- on the first line, and --- below the fields."
        return [Problem(Place(source.path, line, length=len(first[1])), "open-front-matter", message, hint)]
    if source.node is not None and source.node.kind not in ("map", "null"):
        message = f"A record is a group of fields, and this is {'a list' if source.node.kind == 'seq' else 'text'}."
        return [Problem(source.place(), "not-a-group", message, "Begin each line with a name and a colon: “title: …”.")]
    return []


def _key(family: str, path: str, record: Filed) -> str:
    """Pages may stand in folders, so their key is their path below content/; all others are known by their slug."""
    return path.removeprefix("content/") if family == "pages" else record.slug


def _stray(path: str) -> list[Problem]:
    if path in (CONFIG, TOKENS):
        return []
    hint = "Records end in .yml." if path.endswith(".yaml") else "Move it to the folder of its kind."
    return [Problem(Place(path), "stray-file", "No record belongs here, so this file would not be used.", hint)]


def _frame(frame: dict[str, Any], sources: Sources, unread: Collection[str]) -> list[Problem]:
    """Add the site and the tokens to the frame; name the single records that are not there at all."""
    problems = [
        Problem(Place(single.path), "missing-file", f"{single.path} is missing.", "Every publication needs this file.")
        for single in SINGLES.values()
        if single.path not in sources.texts
    ]
    config, tokens = sources.texts.get(CONFIG), sources.texts.get(TOKENS)
    if config and CONFIG not in unread:
        frame |= _site(config, problems)
    if tokens and TOKENS not in unread:
        frame["tokens"], faults = read_tokens(tokens.content)
        problems += [Problem(tokens.place(*f.loc), f.code, f.message, f.hint) for f in faults]
    elif not tokens:
        problems.append(Problem(Place(TOKENS), "missing-file", f"{TOKENS} is missing.", "The brand needs its tokens."))
    return problems


def _site(config: Source, problems: list[Problem]) -> dict[str, Site]:
    if faults := _no_fields(config):
        problems += faults
        return {}
    try:
        return {"site": Site.model_validate(config.content)}
    except ValidationError as fault:
        problems += schema_problems(config, Site, fault.errors())
        return {}


def _network(frame: Mapping[str, Any], shelves: Mapping[str, Any]) -> Network:
    """The frame and the shelves put together, with the chapters in reading order."""
    listed = (slug for slug in frame["manifesto"].chapters if slug in shelves["chapters"])
    chapters = {slug: shelves["chapters"][slug] for slug in listed}
    return Network.model_validate({**frame, **shelves, "chapters": chapters})


def chapter_files(sources: Sources) -> Iterator[str]:
    """Slugs of all chapter files, whether the manifesto names them or not."""
    room = FOLDERS["chapters"].path + "/"
    return (path.removeprefix(room).removesuffix(".md") for path in sources.texts if family_of(path) == "chapters")
