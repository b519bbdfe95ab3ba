"""How much one file may hold: generous for an author, and small enough that no file can stop a build."""

MAX_FILE_BYTES = 1_000_000
MAX_DEPTH = 40
MAX_ALIASES = 100
MAX_VALUES = 100_000
MAX_PROBLEMS = 100  # that are listed of one file
MAX_PICTURE_PIXELS = 40_000_000  # a page of A4 with 600 dots to the inch has 35 million
PICTURE_FORMATS = {
    ".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".webp": "WEBP", ".avif": "AVIF",
}  # fmt: skip
