"""Edits that somebody may make between two builds, by what they do."""

from tests.edits import records, surroundings
from tests.edits.records import Edit

MISTAKE = "make a mistake"
EDITS: dict[str, Edit] = {**records.EDITS, **surroundings.EDITS, MISTAKE: surroundings.make_mistake}
