"""What the author of a file that is no YAML has probably done, in words."""

# What the parser says -> message, hint. The first entry that fits is taken.
WORDS = (
    ("mapping values are not allowed", "A field cannot start here.",
     "Put a text with a colon in quotes; in the line above, write the name, a colon and a space."),
    ("found a tab character", "A line may not be indented with tabs.", "Use spaces."),
    ("cannot start any token", "A line may not be indented with tabs, nor a text begin with this character.",
     "Use spaces for indentation, or put the text in quotes."),
    ("while scanning a quoted scalar", "A quotation mark is opened and never closed.", "Close it, or use “ ” in text."),
    ("while scanning an alias", "A text that begins with * must be in quotes.", "Put the whole text in quotes."),
    ("while scanning a simple key", "A field needs a colon and a space after its name.", "Write “name: value”."),
    ("expected a single document", "A line of three hyphens ends the file here.", "Remove it."),
    ("found undefined alias", "A text that begins with * must be in quotes.", "Put the whole text in quotes."),
)  # fmt: skip
UNKNOWN = ("", "The YAML cannot be understood from here on.", "Check indentation and quotes.")


def syntax_words(said: str) -> tuple[str, str]:
    """Message and hint for what the parser said."""
    _, message, hint = next((entry for entry in WORDS if entry[0] in said), UNKNOWN)
    return message, hint
