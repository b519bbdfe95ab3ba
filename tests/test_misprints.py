"""What cannot be printed as it is written is told with its place, and nothing is published."""

# ruff: noqa: E501 (a report stands here as it is printed)

import re
from pathlib import Path

import pytest

from masthead.cli import main
from masthead.halt import MastheadError
from masthead.pdf.conformance import Conformance
from masthead.pdf.layout import Misprint, MisprintedError
from masthead.pdf.typeset import typeset
from masthead.source import File

FONT = Path(__file__).parents[1] / "brand" / "fonts" / "atkinson-400.woff2"
FILES = {"a.woff2": File("a.woff2", FONT)}
STYLE = """@font-face { font-family: "Hyper"; font-weight: 400; font-style: normal; src: url("a.woff2"); }
@page { size: 80mm 60mm; margin: 10mm }
body { font: 16px Hyper; margin: 0 } p, table { margin: 0 }
p { hyphenate-character: '-' }
.low { position: absolute; top: 39mm }"""


def misprints(body: str) -> tuple[Misprint, ...]:
    """What is told of a page of 60 by 40 mm."""
    html = f'<html lang="en"><title>A</title><style>{STYLE}</style><body><section id="tides">{body}</section></html>'
    try:
        typeset(html, FILES, Conformance.UA_1)
    except MisprintedError as fault:
        return fault.misprints
    return ()


@pytest.mark.parametrize(
    "body",
    [
        "<p>Words in plenty, which are broken into lines where they reach the end of one, and go on.</p>",
        "<p>a\u00a0b\u00adc\u2009d\u202fe</p>",
        "<table><tr><td>Low water<td>High water</table>",
        "<p style='width: 20mm'>Extra&shy;ordinary</p>",
        "<p style='margin-left: -5mm'>Outside on the left, where a design may want it</p>",
    ],
)
def test_what_stays_in_its_column_is_no_misprint(body: str) -> None:
    assert misprints(body) == ()


@pytest.mark.parametrize(
    ("body", "code", "message", "words"),
    [
        (
            "<table><tr><td>Northernmost_of_all<td>Northernmost_of_all<td>Northernmost_of_all</table>",
            "table-too-wide",
            "This table is 55 mm wider than the page.",
            "Northernmost_of_all Northernmost_of_all Northernmost_of_all",
        ),
        (
            f"<p>The {'harbour' * 6} is far.</p>",
            "word-too-long",
            "“harbourharbourharbourharbourharbourharb…” is 28 mm longer than the line.",
            "harbour" * 6,
        ),
        ("<p class='low'>Below</p>", "off-page", "“Below” stands 5 mm below the end of the page.", "Below"),
        (
            "<p>To → from</p>",
            "character-without-font",
            "The font at this place lacks the character “→” (rightwards arrow, U+2192).",
            "To → from",
        ),
    ],
)
def test_what_leaves_its_column_is_told_with_its_words(body: str, code: str, message: str, words: str) -> None:
    (found,) = misprints(body)
    assert (found.code, found.message, found.words, found.anchor, found.page) == (code, message, words, "tides", 1)


def test_a_font_of_another_face_does_not_lend_its_characters() -> None:
    html = f"<style>{STYLE}</style><p>plain <b>bold</b> µ</p>"
    with pytest.raises(MisprintedError) as caught:
        typeset(html, FILES, Conformance.UA_1)
    assert [found.letter for found in caught.value.misprints] == ["µ"]


def test_a_picture_that_weasyprint_cannot_show_stops_the_print(tmp_path: Path) -> None:
    broken = tmp_path / "a.png"
    broken.write_bytes(b"\x89PNG")
    html = '<html lang="en"><title>A</title><img alt="a" src="a.png">'
    with pytest.raises(MastheadError, match="Something of the manifesto cannot be printed"):
        typeset(html, {"a.png": File("a.png", broken)}, Conformance.UA_1)


PRINTED = """\
manifesto/why.md:6:3: error: This table is {} mm wider than the page (page {} of manifesto{}.pdf). [table-too-wide]
    6 | | Northernmost_harbours_of_all_coasts | Northernmost_harbours_of_all_coasts | Northernmost_harbours_of_all_coasts |
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        Take out a column, or write shorter words in it.
        https://git.example/harbours/blob/main/docs/problems.md#table-too-wide
"""


def test_a_build_reports_a_misprint_of_each_size_and_publishes_nothing(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chapter = small / "manifesto" / "why.md"
    row = "| Northernmost_harbours_of_all_coasts " * 3 + "|"
    text = chapter.read_text("utf-8").replace("The sea is large.[^1]", f"{row}\n{'| --- ' * 3}|\n\nThe sea.[^1]")
    chapter.write_text(text, encoding="utf-8")
    assert main(["--root", str(small), "build", "--site", str(small / "site")]) == 1
    said = capsys.readouterr().out
    told = re.findall(r"(\d+) mm wider than the page \(page (\d+) of manifesto(-a5)?\.pdf\)", said)
    assert said == "\n".join(PRINTED.format(*one) for one in told) + "\n2 errors.\n"
    assert not (small / "site").exists()
