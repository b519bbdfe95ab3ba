"""What the library ics reads in calendars: `read_ics.py FILE …` prints a JSON list, one item for each file."""

import json
import sys
from pathlib import Path

import ics

sys.setrecursionlimit(20_000)  # its parser goes one step down for each character of a line


def read(path: str) -> list[dict[str, object]]:
    """Every event of a calendar."""
    return [
        {
            "uid": one.uid,
            "summary": one.name,
            "starts": str(one.begin.date()) if one.all_day else one.begin.to("utc").isoformat(),
            "ends": str(one.end.date()) if one.all_day else one.end.to("utc").isoformat(),
            "location": one.location,
            "status": one.status,
        }
        for one in ics.Calendar(Path(path).read_bytes().decode()).events
    ]


if __name__ == "__main__":
    print(json.dumps([read(path) for path in sys.argv[1:]]))
