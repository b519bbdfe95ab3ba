"""Markdown's patterns, each tried only on texts that have its sign.

The library looks for each of some thirty patterns in each text, the ends of lines between elements among them, and many
begin by looking back, which costs a step for every letter. To ask for the sign that a pattern cannot do without takes a
twentieth of that, and changes nothing. What stands in no list here is always tried.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown, blockprocessors
from markdown import inlinepatterns as within
from markdown.extensions import def_list, smarty
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

SINGLE = (
    *(smarty.singleQuoteStartRe, smarty.singleQuoteSetsRe, smarty.singleQuoteSetsRe2, smarty.decadeAbbrRe),
    *(smarty.openingSingleQuotesRegex, smarty.closingSingleQuotesRegex, smarty.closingSingleQuotesRegex2),
    smarty.remainingSingleQuotesRegex,
)
DOUBLE = (
    *(smarty.doubleQuoteStartRe, smarty.doubleQuoteSetsRe, smarty.doubleQuoteSetsRe2),
    *(smarty.openingDoubleQuotesRegex, smarty.closingDoubleQuotesRegex, smarty.closingDoubleQuotesRegex2),
    smarty.remainingDoubleQuotesRegex,
)
SIGNS = {
    within.BACKTICK_RE: "`",
    within.ESCAPE_RE: "\\",
    within.LINK_RE: "[",
    within.IMAGE_LINK_RE: "![",
    within.AUTOLINK_RE: "://",
    within.AUTOMAIL_RE: "@",
    within.LINE_BREAK_RE: "  \n",
    within.HTML_RE: "<",
    within.ENTITY_RE: "&",
    r"\[\^([^\]]*)\]": "[^",  # a note
    r"(?<!-)---(?!-)": "---",
    r"(?<!-)--(?!-)": "--",
    r"(?<!\.)\.{3}(?!\.)": "...",
    **dict.fromkeys(SINGLE, "'"),
    **dict.fromkeys(DOUBLE, '"'),
}  # by the expressions themselves, so that nothing is said of another one of the same name
SIGNS_OF_BLOCKS = {
    blockprocessors.HashHeaderProcessor: "#",
    blockprocessors.SetextHeaderProcessor: "\n",
    blockprocessors.BlockQuoteProcessor: ">",
    def_list.DefListProcessor: ":",
}
TRY_ONE = "_InlineProcessor__applyPattern"
Test = Callable[[Element, str], bool]


def try_by_signs(converter: Markdown) -> None:
    """Let a converter try its patterns in this way: those of Markdown, and those of smart punctuation."""
    for processor in converter.treeprocessors:
        if type(processor) is InlineProcessor:
            processor.__class__ = _BySigns
    for block in converter.parser.blockprocessors:
        if sign := SIGNS_OF_BLOCKS.get(type(block)):
            block.test = partial(_test_by_sign, sign, block.test)  # type: ignore[method-assign]


def _test_by_sign(sign: str, test: Test, parent: Element, text: str) -> bool:
    return sign in text and test(parent, text)


class _BySigns(InlineProcessor):
    """The library's own, but for the loop over its patterns. It has no public place for that; where another version
    calls the loop otherwise, its own is run, which makes the same.
    """

    _tried: tuple[tuple[Any, str], ...] = ()

    def run(self, *given: Any) -> Any:
        """The tree with what its patterns make of its texts."""
        patterns: Iterable[Any] = self.inlinePatterns
        self._tried = tuple((pattern, SIGNS.get(pattern.pattern, "")) for pattern in patterns)
        return super().run(*given)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString):
            return data
        try_one = getattr(self, TRY_ONE)
        for index in range(patternIndex, len(self._tried)):
            pattern, sign = self._tried[index]
            found, start = sign in data, 0
            while found:
                data, found, start = try_one(pattern, data, index, start)
        return data
