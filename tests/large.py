"""Writes a large publication to a folder, the same each time, and measures `masthead check` against `masthead build`.

`python -m tests.large FOLDER` writes it: the network of the demonstration with 1,000 events and 500 case studies more.
`python -m tests.large FOLDER --measure` then runs both commands on it and prints their times and the ratio.
"""

import argparse
import json
import random
import resource
import shutil
import subprocess
import sys
from pathlib import Path

from masthead.edge import WORKROOM
from masthead.unchanged import NOTE

ROOT = Path(__file__).parent.parent
ROOMS = ("content", "manifesto", "events", "case-studies", "brand")
EVENTS, CASE_STUDIES, SEED, RUNS = 1_000, 500, 2026, 3
KINDS = ("learning-event", "workshop", "webinar", "chief-executives-meeting")
WORDS = (
    *("night", "team", "ward", "theatre", "stock", "referral", "waiting", "list", "board", "figure", "nurse", "porter"),
    *("bed", "rota", "pathway", "clinic", "winter", "trust", "group", "site", "question", "answer", "visit", "lesson"),
)


def write(folder: Path, events: int = EVENTS, case_studies: int = CASE_STUDIES) -> None:
    """Write the publication with so many records more than the demonstration; the folder must not exist yet."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    chance = random.Random(SEED)
    members = _founders(folder)
    for number in range(events):
        (folder / "events" / f"large-event-{number:04}.yml").write_text(_event(number, members, chance), "utf-8")
    for number in range(case_studies):
        path = folder / "case-studies" / f"large-study-{number:04}.md"
        path.write_text(_case_study(number, events, members, chance), "utf-8")


def _founders(folder: Path) -> list[str]:
    """Members that can have organised events of any year."""
    files = sorted((folder / "content/network/members").glob("*.yml"))
    return [file.stem for file in files if "\njoined:" not in file.read_text("utf-8")]


def _event(number: int, members: list[str], chance: random.Random) -> str:
    year, month, day = chance.randint(2018, 2029), chance.randint(1, 12), chance.randint(1, 28)
    record = {
        "title": f"Event {number}: {words(chance, 4)}",
        "summary": sentences(chance, 2),
        "kind": chance.choice(KINDS),
        "starts": f"{year}-{month:02}-{day:02}T10:00",
        "ends": f"{year}-{month:02}-{day:02}T16:00",
        "venue": {"name": "Guildhall", "locality": "London"},
        "organisers": chance.sample(members, 2),
        "agenda": [{"time": f"{hour}:00", "title": words(chance, 5)} for hour in range(10, 16)],
        "body": f"{sentences(chance, 8)}\n\nSee [the launch](launch.yml).\n",
        "illustrative": True,
    }
    return "".join(f"{name}: {json.dumps(value)}\n" for name, value in record.items())


def _case_study(number: int, events: int, members: list[str], chance: random.Random) -> str:
    parts = (f"## {part}\n\n{sentences(chance, 10)}\n" for part in ("Challenge", "Approach", "Results"))
    fields = {
        "title": f"Study {number}: {words(chance, 4)}",
        "summary": sentences(chance, 2),
        "members": chance.sample(members, 2),
        "related": [f"../events/large-event-{chance.randrange(events):04}.yml"],
        "illustrative": True,
    }
    front = "".join(f"{name}: {json.dumps(value)}\n" for name, value in fields.items())
    return f"---\n{front}---\n\n" + "\n".join(parts)


def sentences(chance: random.Random, number: int) -> str:
    return " ".join(f"{words(chance, 9).capitalize()}." for _ in range(number))


def words(chance: random.Random, number: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(number))


def measure(folder: Path) -> None:
    """Print the best of several runs of each command, and the ratio. The PDF is made before: a build keeps it."""
    _seconds(folder, "build")
    check = min(_seconds(folder, "check") for _ in range(RUNS))
    build = min(_seconds(folder, "build") for _ in range(RUNS))
    print(f"check {check:.1f} s, build {build:.1f} s: check takes {check / build:.3f} of a build")


def _seconds(folder: Path, command: str) -> float:
    """Processor time of a command and all that it starts, so that other work on the machine counts for little."""
    (folder / WORKROOM / NOTE).unlink(missing_ok=True)  # else the second build says that nothing has changed
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "masthead", command], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--measure", action="store_true", help="run check and build there, and print their times")
    options = parser.parse_args()
    if not options.folder.exists():
        write(options.folder)
    if options.measure:
        measure(options.folder)


if __name__ == "__main__":
    main()
