"""Edits of records and pages, each of which leaves a publication that can be built."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.edits.desk import Desk
from tests.large import sentences, words

Fields = dict[str, Any]
RECORDS = ("events/*.yml", "case-studies/*.md", "content/news/*.md")
TEXTS = (*RECORDS, "content/*.md", "manifesto/*.md", "content/network/members/*.yml", "content/network/people/*.yml")
NAMED = (*TEXTS, "content/network/indicators/*.yml", "content/network/workstreams/*.yml", "manifesto/manifesto.yml")
KINDS = ("learning-event", "workshop", "webinar", "chief-executives-meeting", "launch")
TIMED = {"previously", "registration", "feedback", "agenda", "photographs", "attendance", "outcomes"}
HEAD = "---\n"
SETTINGS = "content/network/network.yml"
MANIFESTO = "manifesto/manifesto.yml"


def read(path: Path) -> Fields:
    """The fields of a record; the text below front matter as `body`."""
    text = path.read_text("utf-8")
    if path.suffix != ".md":
        return dict(yaml.safe_load(text))
    _, head, body = text.split(HEAD, 2)
    return {**yaml.safe_load(head), "body": body}


def write(path: Path, fields: Mapping[str, Any]) -> None:
    """Write a record."""
    head = {name: value for name, value in fields.items() if path.suffix != ".md" or name != "body"}
    text = yaml.safe_dump(head, sort_keys=False, allow_unicode=True, width=100)
    path.write_text(text if path.suffix != ".md" else f"{HEAD}{text}{HEAD}{fields['body']}", "utf-8")


def files(desk: Desk, *patterns: str) -> list[Path]:
    return sorted(path for pattern in patterns for path in desk.root.glob(pattern))


def free(desk: Desk, chance: Random, *patterns: str) -> Path | None:
    """A record that no other file mentions, so that it can go."""
    others = {path: path.read_text("utf-8") for path in _mentioning(desk)}
    found = files(desk, *patterns)
    chance.shuffle(found)
    for path in found:
        mark = re.compile(rf"(?<![\w-]){path.stem}(?:\.(?:yml|md)|/index\.md|$)|[:=] ?{path.stem}$", re.MULTILINE)
        if not any(mark.search(text) for other, text in others.items() if other != path):
            return path
    return None


def _mentioning(desk: Desk) -> Iterator[Path]:
    yield desk.root / "mkdocs.yml"
    yield from (path for path in sorted(desk.root.rglob("*.*")) if path.suffix in (".md", ".yml") and _is_written(path))


def _is_written(path: Path) -> bool:
    return not {"site", ".masthead"} & set(path.parts)


def said(desk: Desk, path: Path) -> str:
    return path.relative_to(desk.root).as_posix()


def change(path: Path, **fields: Any) -> None:
    """Write some fields anew; those that are None go."""
    write(path, {name: value for name, value in (read(path) | fields).items() if value is not None})


def paragraph(chance: Random) -> str:
    """A paragraph, and what else a text may have."""
    text = sentences(chance, 2)
    kinds = (
        text,
        f"## {words(chance, 2)}\n\n{text}",
        f"- {text}\n- Café",
        f"> {text}",
        f"**{words(chance, 1)}** {text}",
    )
    return f"\n\n{chance.choice(kinds)}\n"


def date(chance: Random) -> str:
    """A day in the past or to come, as exactly as it may be known."""
    day = f"{chance.randint(2024, 2028)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return chance.choice((day, f"{day}T1{chance.randint(0, 9)}:30", day[:7], "to be confirmed", "not recorded"))


def some(desk: Desk, chance: Random, what: str, *, least: int = 0) -> list[str]:
    """Some of the tags, or of the members."""
    members = files(desk, "content/network/members/*.yml")
    founders = [path.stem for path in members if read(path).get("founding")]  # others were no members at any time
    choice = list(read(desk.root / SETTINGS)["tags"]) if what == "tags" else founders
    return chance.sample(choice, chance.randint(least, len(choice)))


def add_event(desk: Desk, chance: Random) -> str:
    path = desk.root / f"events/event-{len(desk.done)}.yml"
    starts = date(chance)
    series = {"series": "tide-talks"} if chance.random() < 0.3 else {}
    fields = {
        "title": f"Event of {words(chance, 3)}",
        "summary": sentences(chance, 1),
        "kind": chance.choice(KINDS),
        **series,
        "starts": starts,
        "tags": some(desk, chance, "tags"),
        "organisers": some(desk, chance, "members"),
        "body": paragraph(chance),
    }
    write(path, fields)
    return f"{said(desk, path)} on {starts}"


def add_study(desk: Desk, chance: Random) -> str:
    path = desk.root / f"case-studies/study-{len(desk.done)}.md"
    body = "".join(f"\n## {part}\n\n{sentences(chance, 3)}\n" for part in ("Challenge", "Approach", "Results"))
    fields = {"title": words(chance, 3), "summary": sentences(chance, 1), "tags": some(desk, chance, "tags")}
    write(path, {**fields, "members": some(desk, chance, "members", least=1), "illustrative": True, "body": body})
    return said(desk, path)


def add_news(desk: Desk, chance: Random) -> str:
    path = desk.root / f"content/news/news-{len(desk.done)}.md"
    day = f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    text = yaml.safe_dump({"title": words(chance, 3), "summary": sentences(chance, 1)})
    path.write_text(f"---\n{text}date: {day}\npublish_from: {day}\n---\n{paragraph(chance)}", "utf-8")
    return f"{said(desk, path)} of {day}"


def add_page(desk: Desk, chance: Random) -> str:
    path = desk.root / f"content/page-{len(desk.done)}.md"
    piece = chance.choice(("::event-list", "::news-list{count=2}", "::people-list", "::timeline", ""))
    path.write_text(f"---\ntitle: {words(chance, 2)}\n---\n{paragraph(chance)}\n{piece}\n", "utf-8")
    return f"{said(desk, path)} with {piece or 'no piece'}"


def add_chapter(desk: Desk, chance: Random) -> str:
    slug = f"chapter-{len(desk.done)}"
    fields = {"title": words(chance, 2), "summary": sentences(chance, 1), "body": paragraph(chance)}
    write(desk.root / f"manifesto/{slug}.md", fields)
    change(desk.root / MANIFESTO, chapters=[*read(desk.root / MANIFESTO)["chapters"], slug])
    return slug


def change_text(desk: Desk, chance: Random) -> str:
    path = chance.choice(files(desk, *TEXTS))
    change(path, body=read(path).get("body", "").rstrip("\n") + paragraph(chance))
    return said(desk, path)


def retitle(desk: Desk, chance: Random) -> str:
    path = chance.choice(files(desk, *NAMED))
    change(path, title=f"{words(chance, 2).title()} & sons")
    return said(desk, path)


def summarise(desk: Desk, chance: Random) -> str:
    path = chance.choice([one for one in files(desk, *NAMED) if "summary" in read(one)])
    change(path, summary=sentences(chance, 1))
    return said(desk, path)


def reschedule(desk: Desk, chance: Random) -> str:
    path = chance.choice([one for one in files(desk, "events/*.yml") if not TIMED & read(one).keys()])
    starts = date(chance)
    change(path, starts=starts, ends=None, status=None)
    return f"{said(desk, path)} to {starts}"


def retag(desk: Desk, chance: Random) -> str:
    path = chance.choice(files(desk, *RECORDS))
    tags = some(desk, chance, "tags")
    change(path, tags=tags)
    return f"{said(desk, path)} to {tags}"


def reorganise(desk: Desk, chance: Random) -> str:
    path = chance.choice(files(desk, "events/*.yml"))
    members = some(desk, chance, "members")
    change(path, organisers=members)
    return f"{said(desk, path)} by {members}"


def call_off(desk: Desk, chance: Random) -> str:
    path = chance.choice([one for one in files(desk, "events/*.yml") if not TIMED & read(one).keys()])
    status = chance.choice(("confirmed", "tentative", "cancelled"))
    change(path, status=status)
    return f"{said(desk, path)} is {status}"


def answer(desk: Desk, chance: Random) -> str:
    """Other answers to a survey; where too few gave one, none is shown."""
    path = next(one for one in files(desk, "events/*.yml") if "id: learned" in one.read_text("utf-8"))
    feedback = read(path)["feedback"]
    for one in feedback[0]["counts"]:
        one["count"] = chance.randint(1, 30)
    feedback[0]["responses"] = sum(one["count"] for one in feedback[0]["counts"])
    change(path, feedback=feedback)
    return f"{feedback[0]['responses']} answers"


def hide(desk: Desk, chance: Random) -> str:
    """Make a draft of a record, or none of it."""
    path = free(desk, chance, *RECORDS)
    if path is None:
        return "nothing that could be a draft"
    change(path, draft=not read(path).get("draft"))
    return said(desk, path)


def embargo(desk: Desk, chance: Random) -> str:
    path = free(desk, chance, *RECORDS)
    if path is None:
        return "nothing that could wait"
    day = f"{chance.choice((2025, 2026, 2027))}-12-01"
    text = path.read_text("utf-8")
    plain = re.sub(r"^publish_from: .*\n", "", text, flags=re.MULTILINE)
    path.write_text(re.sub(r"^title: ", f"publish_from: {day}\ntitle: ", plain, count=1, flags=re.MULTILINE), "utf-8")
    return f"{said(desk, path)} until {day}"


def rename(desk: Desk, chance: Random) -> str:
    path = chance.choice(files(desk, *RECORDS))
    slug = f"renamed-{len(desk.done)}"
    named = ("(?<=event: )", "(?<=event=)", "(?<=case_study: )")
    mentions = (rf"(?<![\w-]){path.stem}(?=\.(?:yml|md)\b)", *(rf"{before}{path.stem}(?![\w-])" for before in named))
    _move(desk, path, slug, "|".join(mentions))
    return f"{said(desk, path)} to {slug}"


def rename_chapter(desk: Desk, chance: Random) -> str:
    chapters = read(desk.root / MANIFESTO)["chapters"]
    old, slug = chance.choice(chapters), f"renamed-{len(desk.done)}"
    change(desk.root / MANIFESTO, chapters=[slug if one == old else one for one in chapters])
    _move(desk, desk.root / f"manifesto/{old}.md", slug, rf"(?<=manifesto/){old}(?=\.md)|(?<=\(){old}(?=\.md)")
    return f"{old} to {slug}"


def rename_member(desk: Desk, chance: Random) -> str:
    path = chance.choice(files(desk, "content/network/members/*.yml"))
    slug = f"member-{len(desk.done)}"
    _move(desk, path, slug, rf"(?<![\w-]){path.stem}(?![\w-])")
    return f"{path.stem} to {slug}"


def _move(desk: Desk, path: Path, slug: str, mentions: str) -> None:
    """Give a record another name, wherever it is mentioned."""
    old = path.stem
    new = path.rename(path.with_stem(slug))
    for other in list(_mentioning(desk)):
        text = other.read_text("utf-8")
        if (changed := re.sub(mentions, slug, text)) != text:
            other.write_text(changed, "utf-8")
    change(new, moved_from=[*read(new).get("moved_from", ()), old])


def delete(desk: Desk, chance: Random) -> str:
    path = free(desk, chance, *RECORDS, "content/page-*.md")
    if path is None:
        return "nothing that could go"
    path.unlink()
    return said(desk, path)


def swap_chapters(desk: Desk, chance: Random) -> str:
    chapters = read(desk.root / MANIFESTO)["chapters"]
    chance.shuffle(chapters)
    change(desk.root / MANIFESTO, chapters=chapters)
    return str(chapters)


def change_commitment(desk: Desk, chance: Random) -> str:
    commitments = read(desk.root / MANIFESTO)["commitments"]
    text = commitments[0]["text"] = sentences(chance, 1)
    change(desk.root / MANIFESTO, commitments=commitments)
    return text


def change_member(desk: Desk, chance: Random) -> str:
    """A member by another name, which many pages show."""
    path = chance.choice(files(desk, "content/network/members/*.yml"))
    change(path, short_title=words(chance, 1).title(), title=f"{words(chance, 2).title()} Trust")
    return said(desk, path)


def end_permission(desk: Desk, chance: Random) -> str:
    """Whom nobody may name any longer, or may again."""
    path = chance.choice([one for one in files(desk, "content/network/permissions/*.yml") if "given" in read(one)])
    day = chance.choice(("2026-06-30", "2026-12-24", "2028-01-31"))
    path.write_text(re.sub(r"until: .*", f"until: {day}", path.read_text("utf-8")), "utf-8")
    return f"{said(desk, path)} on {day}"


Edit = Callable[[Desk, Random], str]
EDITS: dict[str, Edit] = {
    "add an event": add_event,
    "add a case study": add_study,
    "add news": add_news,
    "add a page": add_page,
    "add a chapter": add_chapter,
    "change a text": change_text,
    "change a title": retitle,
    "change a summary": summarise,
    "change the time of an event": reschedule,
    "change tags": retag,
    "change who organises": reorganise,
    "call an event off": call_off,
    "change answers": answer,
    "make a draft": hide,
    "make news wait": embargo,
    "rename a record": rename,
    "rename a chapter": rename_chapter,
    "rename a member": rename_member,
    "delete a record": delete,
    "put chapters in order": swap_chapters,
    "change a commitment": change_commitment,
    "change a member": change_member,
    "end a permission": end_permission,
}
