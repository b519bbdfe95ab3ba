"""Which characters the fonts of the brand can print, and fonts cut down to some. The only module for fontTools."""

import io
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

import fontTools
from fontTools.ttLib import TTFont, TTLibError

from masthead.maker import maker
from masthead.source import File

MAKER = maker([__file__], fontTools.version)

# Not drawn with a font: spaces, ends of lines, hyphens that may be; and what only chooses the form of the sign before.
UNDRAWN = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))
VARIATION_SELECTORS = range(0xFE00, 0xFE10)
INSTEAD = {"†": "a footnote, [^1]", "‡": "a footnote, [^1]", "→": "“to”, or draw the arrow", "✓": "“yes”", "✗": "“no”"}


def characters(font: File) -> frozenset[str]:
    """Every character that a font file has; none where it is no font."""
    status = font.absolute.stat()
    return _characters(font.absolute, status.st_mtime_ns)


@lru_cache(maxsize=256)
def _characters(path: Path, _: int) -> frozenset[str]:
    try:
        with TTFont(path, lazy=True) as font:
            return frozenset(map(chr, font.getBestCmap() or ()))
    except (TTLibError, OSError, ValueError, KeyError, ImportError):
        return frozenset()


def cut(content: bytes, kept: str) -> bytes:
    """A WOFF2 file with these characters alone, their alternative forms among them. Equal fonts give equal bytes.

    What cuts is imported late: it takes longer than a check of all fonts.
    """
    from fontTools.subset import Options, Subsetter

    _pass_over_pairs()
    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=["*"], notdef_outline=True))
    subsetter.populate(text=kept)
    subsetter.subset(font)
    font.flavor = "woff2"
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


@cache
def _pass_over_pairs() -> None:
    """Names are not looked for in what fonts do with letters, such as to set pairs closer: none can be there, and to
    look takes a quarter of the time to cut a font.
    """
    from fontTools.subset import NameRecordVisitor
    from fontTools.ttLib.tables.otTables import LookupList

    @NameRecordVisitor.register(LookupList)  # type: ignore[untyped-decorator]
    def visit(*_: object) -> bool:
        return False


def missing(text: str, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Each character of a text that would be drawn and is not known, with its position."""
    if strange := {letter for letter in {*text} - known if _is_drawn(letter)}:
        yield from ((at, letter) for at, letter in enumerate(text) if letter in strange)


def in_words(letter: str) -> str:
    """A character with its name and number, as Unicode has them."""
    return f"“{letter}” ({unicodedata.name(letter, 'without a name').lower()}, U+{ord(letter):04X})"


def instead(letter: str, known: frozenset[str]) -> str:
    """What to write in place of a character that no font has."""
    plain = unicodedata.normalize("NFKC", letter)
    if plain != letter and known.issuperset(plain):
        return f"Write “{plain}”."
    return f"Write {INSTEAD.get(letter, 'it in words')}, or give the brand a font that has it."


def _is_drawn(letter: str) -> bool:
    return unicodedata.category(letter) not in UNDRAWN and ord(letter) not in VARIATION_SELECTORS
