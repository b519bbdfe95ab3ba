"""How easy a text is to read: Flesch’s reading ease, with what others found for their languages. The only module that
imports pyphen, with a dictionary; so it is imported when a text is new.

Tests hold its figures against those of textstat, which is not asked here: it imports for a fifth of a second, and looks
up each word of a text again and again. Here each word is looked up once in a run.
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from pyphen import Pyphen

PUNCTUATION = re.compile(r"[^\w\s]")
SENTENCE = re.compile(r"\b[^.!?]+[.!?]*")
THREE_WORDS = re.compile(r"\w\S*\s\W*\w\S*\s\W*\w")  # shorter sentences are taken for none


@dataclass(frozen=True)
class Formula:
    """Ease begins at `base`, and falls with the words of a sentence and with the syllables of so many words."""

    base: float
    by_words: float
    by_syllables: float
    words: int = 1


FORMULAS = {
    "en": Formula(206.835, 1.015, 84.6),  # Flesch
    "de": Formula(180, 1, 58.5),  # Amstad
    "es": Formula(206.84, 1.02, 0.6, 100),  # Fernández Huerta
    "fr": Formula(207, 1.015, 73.6),
    "hu": Formula(206.835, 1.015, 58.5),
    "it": Formula(217, 1.3, 0.6, 100),  # Flesch-Vacca
    "nl": Formula(206.835, 0.93, 77),  # Flesch-Douma
    "ru": Formula(206.835, 1.3, 60.1),
}


@cache
def ease_in(language: str) -> Callable[[str], float] | None:
    """The reading ease of texts in a language: from 100, very easy, to 0 and less, very hard. None where nobody has
    adapted it to the language.
    """
    formula = FORMULAS.get(language.partition("-")[0])
    if formula is None:
        return None
    return partial(_ease, formula, _Syllables(Pyphen(lang=language.replace("-", "_")).positions))


def _ease(formula: Formula, syllables_of: "_Syllables", text: str) -> float:
    syllables = [syllables_of[word] for word in text.lower().split()]
    words = len(syllables) - syllables.count(0)
    sentences = sum(THREE_WORDS.search(sentence) is not None for sentence in SENTENCE.findall(text))
    in_a_sentence = _rounded(words / max(1, sentences), 1)
    in_words = _rounded(sum(syllables) * formula.words / words, 1) if words else 0
    return _rounded(formula.base - formula.by_words * in_a_sentence - formula.by_syllables * in_words, 2)


def _rounded(number: float, points: int) -> float:
    """As textstat rounds: away from zero, where Python takes the even one."""
    power: int = 10**points
    return math.floor(number * power + math.copysign(0.5, number)) / power


class _Syllables(dict[str, int]):
    """The number of syllables of each word, counted when it is first met; none where it is punctuation alone."""

    def __init__(self, positions: Callable[[str], list[int]]) -> None:
        super().__init__()
        self._positions = positions

    def __missing__(self, word: str) -> int:
        letters = PUNCTUATION.sub("", word)
        self[word] = self[letters] if letters != word else len(self._positions(word)) + 1 if word else 0
        return self[word]
