"""How much one file may hold. Generous for an author, and small enough that no file can stop a build."""

MAX_FILE_BYTES = 1_000_000
MAX_DEPTH = 40
MAX_ALIASES = 100
MAX_VALUES = 100_000
MAX_PROBLEMS = 100  # that are listed of one file
