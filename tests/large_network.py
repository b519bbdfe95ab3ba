"""Writes a large network to a folder, the same each time: members, and in proportion to them all that is told of them.

`python -m tests.large_network FOLDER MEMBERS` writes the demonstration with so many members more, and for each hundred
of them 250 people, 100 events with answers to a survey, 50 case studies, 20 workstreams, 20 outcomes, and 150
indicators with 1,500 observations.
"""

import argparse
import json
import random
from pathlib import Path

from tests import large

ANSWERS = ("Very useful", "Useful", "Neither", "Not useful", "A waste of time")
COMMITMENTS = ("earn-the-day", "write-up-what-failed", "judge-ourselves-first", "finish-what-we-start")
OBSERVATIONS = 10
Fields = dict[str, object]


def write(folder: Path, members: int) -> None:
    """Write the network with so many members more than the demonstration; the folder must not exist yet."""
    large.write(folder, 0, 0)
    chance = random.Random(large.SEED)
    names = [f"large-member-{number:04}" for number in range(members)]
    events = [f"large-day-{number:04}" for number in range(members)]
    streams = [f"large-stream-{number:04}" for number in range(members // 5)]
    steps = [f"large-step-{number:04}" for number in range(members // 5)]
    for number, slug in enumerate(names):
        _put(folder / f"content/network/members/{slug}.yml", _member(number, chance))
    for number in range(members * 5 // 2):
        _put(folder / f"content/network/people/large-person-{number:04}.yml", _person(number, names, chance))
    for number, slug in enumerate(events):
        _put(folder / f"events/{slug}.yml", _event(number, names, streams, chance))
    for number in range(members // 2):
        path = folder / f"case-studies/large-account-{number:04}.md"
        path.write_text(_case_study(number, names, events, streams, chance), "utf-8")
    for number, slug in enumerate(streams):
        _put(folder / f"content/network/workstreams/{slug}.yml", _workstream(number, names, chance))
    for slug in steps:
        _put(folder / f"content/network/theory-of-change/{slug}.yml", _step(chance))
    for number in range(members * 3 // 2):
        path = folder / f"content/network/indicators/large-sign-{number:04}.yml"
        _put(path, _indicator(number, steps, names, events, chance))


def _put(path: Path, fields: Fields) -> None:
    fields["illustrative"] = True
    path.write_text("".join(f"{name}: {json.dumps(value)}\n" for name, value in fields.items()), "utf-8")


def _member(number: int, chance: random.Random) -> Fields:
    title = f"Group {number} {large.words(chance, 2)}"
    return {"title": title, "short_title": title, "summary": large.sentences(chance, 2), "area": "Midlands"}


def _person(number: int, members: list[str], chance: random.Random) -> Fields:
    return {
        "title": f"Person{number} {large.words(chance, 1)}",
        "roles": [{"title": "Strategy lead", "member": chance.choice(members), "since": "2018"}],
        "permission": "kaleidoscope-account",
    }


def _event(number: int, members: list[str], streams: list[str], chance: random.Random) -> Fields:
    starts = f"{chance.randint(2018, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    counts = [{"answer": answer, "count": chance.randint(5, 40)} for answer in ANSWERS]
    return {
        "title": f"Day {number}: {large.words(chance, 4)}",
        "summary": large.sentences(chance, 2),
        "kind": "learning-event",
        "starts": starts,
        "organisers": [chance.choice(members)],
        "workstream": chance.choice(streams),
        "feedback": [
            {
                "id": "useful",
                "question": "Was the day useful?",
                "scale": ANSWERS,
                "two_sided": True,
                "counts": counts,
                "responses": sum(one["count"] for one in counts),  # type: ignore[misc]
            }
        ],
    }


def _case_study(number: int, members: list[str], events: list[str], streams: list[str], chance: random.Random) -> str:
    said = f"At one of our days {{figure {chance.choice(events)}#useful}} called it very useful."
    parts = (f"## {part}\n\n{large.sentences(chance, 6)} {said}\n" for part in ("Challenge", "Approach", "Results"))
    fields = {
        "title": f"Account {number}: {large.words(chance, 4)}",
        "summary": large.sentences(chance, 2),
        "members": chance.sample(members, 2),
        "workstream": chance.choice(streams),
        "illustrative": True,
    }
    front = "".join(f"{name}: {json.dumps(value)}\n" for name, value in fields.items())
    return f"---\n{front}---\n\n" + "\n".join(parts)


def _workstream(number: int, members: list[str], chance: random.Random) -> Fields:
    lead, *others = chance.sample(members, 3)
    return {
        "title": f"Workstream {number}: {large.words(chance, 3)}",
        "summary": large.sentences(chance, 1),
        "lead": lead,
        "members": others,
        "status": "active",
        "starts": "2026-01",
        "commitments": [chance.choice(COMMITMENTS)],
        "results": [{"text": large.sentences(chance, 1), "evidence": [{"source": "kaleidoscope"}]}],
    }


def _step(chance: random.Random) -> Fields:
    title = large.words(chance, 4).capitalize()
    return {"title": title, "kind": "outcome", "summary": large.sentences(chance, 1), "leads_to": ["better-care"]}


def _indicator(number: int, steps: list[str], members: list[str], events: list[str], chance: random.Random) -> Fields:
    seen = [
        {
            "when": f"{2026 - (OBSERVATIONS - 1 - year)}-06",
            "evidence": [{"event": chance.choice(events), "question": "useful", "answer": ANSWERS[0]}],
        }
        for year in range(OBSERVATIONS)
    ]
    return {
        "title": f"Sign {number}: {large.words(chance, 4)}",
        "summary": large.sentences(chance, 1),
        "measure": "percentage",
        "commitments": [chance.choice(COMMITMENTS)],
        "steps": [chance.choice(steps)],
        "source": "A question at the end of the day",
        "method": "On paper.",
        "owner": chance.choice(members),
        "observations": seen,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("members", type=int)
    options = parser.parse_args()
    write(options.folder, options.members)


if __name__ == "__main__":
    main()
