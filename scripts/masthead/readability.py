"""How easy a text is to read. The only module that imports textstat, 0.15 s; so it is imported when a text is new.

The measure is textstat’s, and so are its figures. But it asks for the syllables of each word and for the words of each
sentence again and again, 0.6 ms for 300 words; here each word is looked up once in a run.
"""

import re
import warnings
from collections.abc import Callable
from functools import cache

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it still reads its own files by way of pkg_resources
    from textstat.textstat import langs, textstatistics

PUNCTUATION = re.compile(r"[^\w\s]")
SENTENCE = re.compile(r"\b[^.!?]+[.!?]*")
THREE_WORDS = re.compile(r"\w\S*\s\W*\w\S*\s\W*\w")  # textstat takes shorter sentences for none


@cache
def ease_in(language: str) -> Callable[[str], float] | None:
    """The Flesch reading ease of texts in a language: from 100, very easy, to 0 and less, very hard. None where nobody
    has adapted it to the language.
    """
    if "fre_base" not in langs.get(language.partition("-")[0], {}):
        return None
    counting = _Counting()
    counting.set_lang(language.replace("-", "_"))
    ease: Callable[[str], float] = counting.flesch_reading_ease
    return ease


class _Counting(textstatistics):  # type: ignore[misc]  # it has no types
    def set_lang(self, lang: str) -> None:
        super().set_lang(lang)
        self.syllables = _Syllables(self.pyphen.positions)

    def syllable_count(self, text: str, lang: str | None = None) -> int:  # noqa: ARG002 (as textstat calls it)
        return sum(map(self.syllables.__getitem__, PUNCTUATION.sub("", text.lower()).split()))

    def sentence_count(self, text: str) -> int:
        return max(1, sum(THREE_WORDS.search(sentence) is not None for sentence in SENTENCE.findall(text)))


class _Syllables(dict[str, int]):
    """The number of syllables of each word, counted when it is first met."""

    def __init__(self, positions: Callable[[str], list[int]]) -> None:
        super().__init__()
        self._positions = positions

    def __missing__(self, word: str) -> int:
        self[word] = len(self._positions(word)) + 1
        return self[word]
