"""A large publication, the same each time: the demonstration with as many events and case studies more as are wanted.

`python -m tests.large FOLDER` writes it with 1,000 events of about 500 words and 500 case studies. How long Masthead
takes for it is measured by `make bench`, which gives the same words to other programs (tests/bench/peers.py).
"""

import argparse
import json
import random
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
ROOMS = ("content", "manifesto", "events", "case-studies", "brand")
EVENTS, CASE_STUDIES, SEED = 1_000, 500, 2026
SPARED = 3  # that many of the first events are related to nothing: a benchmark renames and deletes them
KINDS = ("learning-event", "workshop", "webinar", "chief-executives-meeting")
KNOWN = (
    *("night", "team", "ward", "theatre", "stock", "referral", "waiting", "list", "board", "figure", "nurse", "porter"),
    *("bed", "rota", "pathway", "clinic", "winter", "trust", "group", "site", "question", "answer", "visit", "lesson"),
)
ONSETS, VOWELS, INVENTED = ("b", "br", "d", "f", "gl", "l", "m", "n", "p", "r", "s", "st", "t", "v"), "aeiou", 4_000

Fields = Mapping[str, Any]


@dataclass(frozen=True)
class Records:
    """The records that are more than the demonstration's, by slug: the fields of each, and its text below `body`."""

    events: Mapping[str, Fields]
    case_studies: Mapping[str, Fields]


def write(folder: Path, events: int = EVENTS, case_studies: int = CASE_STUDIES) -> None:
    """Write the publication with so many records more than the demonstration; the folder must not exist yet."""
    demonstration(folder)
    add(folder, records(founders(folder), events, case_studies))


def add(folder: Path, more: Records) -> None:
    """Write records to a publication that is there."""
    for slug, fields in more.events.items():
        text = f"{head(fields)}body: |\n{_indented(fields['body'])}"
        (folder / "events" / f"{slug}.yml").write_text(text, "utf-8")
    for slug, fields in more.case_studies.items():
        text = f"---\n{head(fields)}---\n\n{fields['body']}"
        (folder / "case-studies" / f"{slug}.md").write_text(text, "utf-8")


def demonstration(folder: Path) -> None:
    """Write the demonstration as it is; the folder must not exist yet."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")


def founders(folder: Path) -> Sequence[str]:
    """The members of whom no later date is told, in order: they may have held any event."""
    found = sorted((folder / "content/network/members").glob("*.yml"))
    return [path.stem for path in found if "\njoined:" not in path.read_text("utf-8")]


def records(members: Sequence[str], events: int, case_studies: int) -> Records:
    """So many records, the same each time."""
    chance = random.Random(SEED)
    return Records(
        {f"large-event-{number:04}": _event(number, members, chance) for number in range(events)},
        {f"large-study-{number:04}": _case_study(number, events, members, chance) for number in range(case_studies)},
    )


def head(fields: Fields) -> str:
    """All fields but the text, in YAML."""
    return "".join(f"{name}: {json.dumps(value)}\n" for name, value in fields.items() if name != "body")


def _indented(text: str) -> str:
    return re.sub(r"^(?=.)", "  ", text, flags=re.MULTILINE)


def _event(number: int, members: Sequence[str], chance: random.Random) -> Fields:
    year, month, day = chance.randint(2018, 2029), chance.randint(1, 12), chance.randint(1, 28)
    return {
        "title": f"Event {number}: {words(chance, 4)}",
        "summary": sentences(chance, 2),
        "kind": chance.choice(KINDS),
        "starts": f"{year}-{month:02}-{day:02}T10:00",
        "ends": f"{year}-{month:02}-{day:02}T16:00",
        "venue": {"name": "Guildhall", "locality": "London"},
        "organisers": chance.sample(members, 2),
        "agenda": [{"time": f"{hour}:00", "title": words(chance, 5)} for hour in range(10, 16)],
        "illustrative": True,
        "body": f"{_paragraphs(chance, 7)}\n\n{_points(chance, 3)}\n\nSee [the launch](launch.yml).\n",
    }


def _case_study(number: int, events: int, members: Sequence[str], chance: random.Random) -> Fields:
    parts = (f"## {part}\n\n{sentences(chance, 10)}\n" for part in ("Challenge", "Approach", "Results"))
    related = [f"../events/large-event-{chance.randrange(SPARED, events):04}.yml"] if events > SPARED else []
    return {
        "title": f"Study {number}: {words(chance, 4)}",
        "summary": sentences(chance, 2),
        "members": chance.sample(members, 2),
        "related": related,
        "illustrative": True,
        "body": "\n".join(parts),
    }


def _paragraphs(chance: random.Random, number: int) -> str:
    made = (f"{sentences(chance, 6)} **{words(chance, 3)}** and *{words(chance, 2)}*." for _ in range(number))
    return "\n\n".join(made)


def _points(chance: random.Random, number: int) -> str:
    return "\n".join(f"- {sentences(chance, 1)}" for _ in range(number))


def sentences(chance: random.Random, number: int) -> str:
    return " ".join(f"{words(chance, 9).capitalize()}." for _ in range(number))


def words(chance: random.Random, number: int) -> str:
    """Some words are frequent and most are rare, as in any text: an index of few words would cost too little."""
    return " ".join(chance.choices(WORDS, cum_weights=FREQUENCIES, k=number))


def _vocabulary() -> Iterator[str]:
    """A few real words, and then so many more that only look like words."""
    yield from KNOWN
    syllables = [f"{onset}{vowel}" for onset, vowel in product(ONSETS, VOWELS)]
    invented = ["".join(pair) + end for *pair, end in product(syllables, syllables, "rn")]
    yield from random.Random(SEED).sample(invented, INVENTED)


WORDS = tuple(_vocabulary())
FREQUENCIES = tuple(accumulate(1 / (rank + 10) for rank in range(len(WORDS))))  # George Zipf's law


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder that does not exist yet")
    options = parser.parse_args()
    write(options.folder)


if __name__ == "__main__":
    main()
