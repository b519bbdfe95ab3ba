"""What a typographer does to words before they are set: what belongs together stays on one line."""

import re
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

from babel import Locale

NBSP = "\N{NO-BREAK SPACE}"
UNITS = "bn|cm|g|GB|ha|kB|kg|km|kWh|m|MB|mg|ml|mm|m²|million|billion|per cent|pp|px|tonnes|%|°C"
NAMED = re.compile(r"\b(Appendix|Chapter|Commitment|Figure|No\.|page|pages|Section|Table) (?=[A-Z]?\d)")
TITLED = re.compile(r"\b(Dame|Dr|Lady|Lord|Mr|Mrs|Ms|Prof\.?|Professor|Sir|St) (?=[A-Z])")
MEASURED = re.compile(rf"(?<=\d) (?=(?:{UNITS})(?!\w))")
DASHED = re.compile(r" (?=[–—] )")
BLOCKS = frozenset(("p", "li", "dd", "dt", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "td", "th"))
SHORT_WORD = 10  # letters: a last line that holds less than this looks like a mistake
LONG_TEXT = 16  # letters: less than this stands on one line anyway


def tied(text: str, language: str) -> str:
    """A text in which a number and its unit, a day and its month, a title and its name are not torn apart."""
    for pattern in (NAMED, TITLED):
        text = pattern.sub(rf"\1{NBSP}", text)
    for pattern in (MEASURED, DASHED, *_dates(language)):
        text = pattern.sub(NBSP, text)
    return text


def ended(text: str) -> str:
    """A text whose last line does not hold a single short word: that word is tied to the one before."""
    before, space, last = text.rstrip().rpartition(" ")
    return f"{before}{NBSP}{last}" if space and len(last) < SHORT_WORD and len(before) > LONG_TEXT else text


def set_type(root: Element, language: str) -> None:
    """Tie together what belongs together in every text of a tree, code aside."""
    for element in root.iter():
        if element.tag not in ("code", "pre", "kbd", "samp") and element.text:
            element.text = tied(element.text, language)
        if element.tail:
            element.tail = tied(element.tail, language)
    for block in (element for element in root.iter() if element.tag in BLOCKS):
        _end(block)


def _end(block: Element) -> None:
    """Tie the last words of a block, a note that is called there aside."""
    length = sum(len(text) for text in block.itertext())
    for element, is_tail in _last_texts(block):
        text = (element.tail if is_tail else element.text) or ""
        if text.strip():
            padded = "x" * max(0, length - len(text))
            done = ended(padded + text).removeprefix(padded)
            if is_tail:
                element.tail = done
            else:
                element.text = done
            return


def _last_texts(block: Element) -> Iterator[tuple[Element, bool]]:
    """Where the texts of a block stand, the last first: after an element or inside it."""
    for child in reversed(list(block)):
        yield child, True
        if child.get("class") != "footnote" and child.tag not in BLOCKS:
            yield from _last_texts(child)
    yield block, False


@cache
def _dates(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A space between a day and its month, and one between a month and its year."""
    months = [re.escape(one) for one in Locale.parse(language, sep="-").months["format"]["wide"].values()]
    behind = "|".join(f"(?<={one})" for one in months)
    return re.compile(rf"(?<=\d) (?=(?:{'|'.join(months)})\b)"), re.compile(rf"(?:{behind}) (?=\d{{4}}\b)")
