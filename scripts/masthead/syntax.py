"""What the author of a text that is no YAML has probably done, in words."""

import re

Spot = tuple[int, int]

# What the parser says -> message, hint, and whether to point at the beginning of the piece. The first that fits counts.
WORDS = (
    ("mapping values are not allowed", "A field cannot start here.",
     "Put a text with a colon in quotes; in the line above, write the name, a colon and a space.", False),
    ("found a tab character", "A line may not be indented with tabs.", "Use spaces.", False),
    ("unknown escape character", "After a backslash in double quotes this character means nothing.",
     "Write the backslash twice, or use single quotes.", False),
    ("hexdecimal number", "After a backslash in double quotes this means nothing.",
     "Write the backslash twice, or use single quotes.", False),
    ("a quoted scalar", "A quotation mark is opened and never closed.", "Close it, or use “ ” in text.", True),
    ("while scanning an alias", "A text that begins with * must be in quotes.", "Put the whole text in quotes.", True),
    ("while scanning an anchor", "A text that begins with & must be in quotes.", "Put the whole text in quotes.", True),
    ("a tag", "A text that begins with ! must be in quotes.", "Put the whole text in quotes.", True),
    ("a directive", "A line may not begin with %.", "Put the text in quotes, or indent it.", True),
    ("unknown directive", "A line may not begin with %.", "Put the text in quotes, or indent it.", True),
    ("a block scalar", "After | or > the text begins on the next line.", "Move the text there, indented.", True),
    ("while scanning a simple key", "A field needs a colon and a space after its name.", "Write “name: value”.", True),
    ("expected a single document", "A line of three hyphens ends the file here.", "Remove it.", False),
    ("<document start>", "A line of three hyphens or dots ends the file here.", "Remove it.", False),
    ("document indicator", "A line of three hyphens or dots ends the file here.", "Remove it.", False),
    ("block sequence entries are not allowed", "A list cannot start here.",
     "Begin it on the next line, with “- ” before each item.", False),
    ("'-' indicator", "This line is not indented as the list around it.",
     "Begin each item with “- ”, all of them below one another.", False),
    ("parsing a flow sequence", "A square bracket is opened here, and no list follows.",
     "Write [first, second], or put the whole text in quotes.", True),
    ("parsing a flow mapping", "A curly bracket is opened here, and no group of fields follows.",
     "Write {name: value, name: value}, or put the whole text in quotes.", True),
    ("a flow node", "Something is missing here.", "Put a text with brackets in quotes.", False),
    ("while parsing a block mapping", "This line is not indented as the fields around it.",
     "Indent all fields of a group by the same number of spaces.", False),
)  # fmt: skip
UNKNOWN = ("", "The YAML cannot be understood from here on.", "Check indentation and quotes.", False)
COLON = re.compile(r"\s*(?:- +)*([\w-]+): +([^\"'\[{|>&*!#%@`][^\"#]*:(?: [^\"#]*)?)$")
NO_SPACE = re.compile(r"(\s*(?:- +)*)([A-Za-z_]\w*):([^\s/].*)$")
FIELD = re.compile(r"( *(?:- +)*)([\w-]+):(?: |$)")
FILLED = re.compile(r"( *(?:- +)*)([\w-]+): +[^\s|>&*{\[#]")
AFTER_END = re.compile(r"([\]}\"'])\s*$")


def syntax_slip(said: str, lines: list[str], met: Spot, begun: Spot) -> tuple[int, int, str, str]:
    """Line and column from 0, message, hint. The parser stopped at `met`, in a piece that starts at `begun`."""
    line, column = met
    text = lines[line] if line < len(lines) else ""
    if "mapping values are not allowed" in said and (slip := _colon_slip(lines, line, column)):
        return slip
    if "while scanning a simple key" in said and (glued := NO_SPACE.match(lines[begun[0]])):
        hint = f"Write {glued[2]}: {glued[3].strip(' .')}."
        return begun[0], glued.end(2), "A space is missing after the colon.", hint
    if "cannot start any token" in said:
        return line, column, *_first_character(text, column)
    if "expected key" in said and (end := AFTER_END.search(text[:column])):
        hint = "Put the whole text in quotes; use “ ” inside."
        return line, column, f"After the closing {end[1]} nothing more may stand on this line.", hint
    _, message, hint, is_begun = next((entry for entry in WORDS if entry[0] in said), UNKNOWN)
    if "<document start>" in said:
        ends = [number for number, one in enumerate(lines[: line + 1]) if one.startswith(("---", "..."))]
        return ends[-1] if ends else line, 0, message, hint
    return *(begun if is_begun else met), message, hint


def _colon_slip(lines: list[str], line: int, column: int) -> tuple[int, int, str, str] | None:
    """A text with a colon, or a name above whose colon lacks its space."""
    if found := COLON.match(lines[line]):
        message = "A text with a colon and a space must be in quotes."
        return line, column, message, f'Write {found[1]}: "{found[2].strip()}".'
    before = lines[line - 1] if line else ""
    field = FIELD.match(lines[line])
    if field and (filled := FILLED.match(before)) and len(filled[1]) < len(field[1]):
        message = f"“{field[2]}” is indented below “{filled[2]}”, which has a value already."
        hint = "Indent both by the same number of spaces, or take the value of the upper one away."
        return line, len(field[1]), message, hint
    if field and line and before.strip() and ":" not in before and before[:1].strip():
        message = "A field needs a colon and a space after its name."
        return line - 1, 0, message, "Write “name: value”."
    above = NO_SPACE.match(before)
    if above:
        return (
            line - 1,
            above.end(2),
            "A space is missing after the colon.",
            f"Write {above[2]}: {above[3].strip(' .')}.",
        )
    return None


def _first_character(text: str, column: int) -> tuple[str, str]:
    if text[column : column + 1] == "\t":
        return "A line may not be indented with tabs.", "Use spaces."
    said = text[column:].strip()
    hint = "Put the text in quotes." if '"' in said else f'Put it in quotes: "{said}".'
    return f"A text may not begin with {said[:1]}.", hint
