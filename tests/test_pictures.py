"""Pictures, drawings and characters that cannot be shown or printed: each is told with its place."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from masthead.examine import examine

SVG = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"'


def said_of(root: Path, path: str) -> list[str]:
    """Place, severity, code and message of all that is said of one file, all else being in order."""
    found = examine(root).problems
    assert {one.place.path for one in found} <= {path}
    return [f"{one.place.line}:{one.place.column}: {one.severity}: {one.message} [{one.code}]" for one in found]


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (60, 40)) -> bytes:
    target = io.BytesIO()
    Image.effect_noise(size, 60).convert(mode).save(target, kind)
    return target.getvalue()


def half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def plain_picture(width: int, height: int) -> bytes:
    target = io.BytesIO()
    Image.new("1", (width, height)).save(target, "PNG")
    return target.getvalue()


def picture_of_200_megapixels() -> bytes:
    return plain_picture(20_000, 10_000)


def moving_picture() -> bytes:
    target = io.BytesIO()
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    frames[0].save(target, "GIF", save_all=True, append_images=frames[1:])
    return target.getvalue()


DAMAGED = "1:1: error: This picture is damaged: a part of it is missing or cannot be read. [picture-broken]"
NONE = "1:1: error: This is no picture that can be read, though its name ends in {}. [picture-broken]"
OTHER = "1:1: error: This is a {} picture under another name. [picture-kind]"
DEEP = "1:1: error: This picture has more than 8 bits: it looks different from screen to screen. [picture-colours]"
CMYK = (
    "1:1: error: This picture has CMYK colours, which are for a printing press: it looks different from screen to "
    "screen. [picture-colours]"
)
PICTURES: dict[str, tuple[str, Callable[[], bytes], list[str]]] = {
    "PNG": ("a.png", lambda: picture("PNG"), []),
    "PNG with a palette": ("a.png", lambda: picture("PNG", "P"), []),
    "PNG in black and white": ("a.png", lambda: picture("PNG", "1"), []),
    "JPEG": ("a.jpg", lambda: picture("JPEG"), []),
    "JPEG with its long ending, in capitals": ("a.JPEG", lambda: picture("JPEG"), []),
    "GIF": ("a.gif", lambda: picture("GIF", "P"), []),
    "WebP": ("a.webp", lambda: picture("WEBP"), []),
    "AVIF": ("a.avif", lambda: picture("AVIF"), []),
    "nothing": ("a.png", lambda: b"", ["1:1: error: This file is empty. [picture-broken]"]),
    "half a PNG": ("a.png", lambda: half(picture("PNG")), [DAMAGED]),
    "half a JPEG": ("a.jpg", lambda: half(picture("JPEG")), [DAMAGED]),
    "half a GIF": ("a.gif", lambda: half(picture("GIF", "P")), [DAMAGED]),
    "half a WebP": ("a.webp", lambda: half(picture("WEBP")), [DAMAGED]),
    "half an AVIF": ("a.avif", lambda: half(picture("AVIF")), [NONE.format(".avif")]),
    "a web page": ("a.png", lambda: b"<!doctype html><title>Not found</title>", [NONE.format(".png")]),
    "a JPEG called PNG": ("a.png", lambda: picture("JPEG"), [OTHER.format("JPEG")]),
    "a TIFF called JPEG": ("a.jpg", lambda: picture("TIFF"), [OTHER.format("TIFF")]),
    "CMYK": ("a.jpg", lambda: picture("JPEG", "CMYK"), [CMYK]),
    "16 bits": ("a.png", lambda: picture("PNG", "I;16"), [DEEP]),
    "200 megapixels": (
        "a.png",
        picture_of_200_megapixels,
        ["1:1: error: This picture has more than 170 million pixels; 40,000,000 are the most. [picture-too-large]"],
    ),
    "42 megapixels": (
        "a.png",
        lambda: plain_picture(7_000, 6_000),
        ["1:1: error: This picture has 7,000 × 6,000 pixels; 40,000,000 are the most. [picture-too-large]"],
    ),
    "a moving GIF": (
        "a.gif",
        moving_picture,
        ["1:1: warning: This picture moves; print shows its first moment. [picture-moves]"],
    ),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_told_of_where_it_cannot_be_shown(small: Path, name: str) -> None:
    file, make, expected = PICTURES[name]
    (small / "manifesto" / file).write_bytes(make())
    assert said_of(small, f"manifesto/{file}") == expected


def test_half_a_picture_is_noticed_after_weasyprint_has_told_pillow_to_show_it(small: Path) -> None:
    import weasyprint  # noqa: F401 (its import does so)

    (small / "manifesto" / "a.png").write_bytes(half(picture("PNG")))
    assert said_of(small, "manifesto/a.png") == [DAMAGED]


LAUGHS = "".join(f'<g id="l{n}">{f"""<use href="#l{n - 1}"/>""" * 10}</g>' for n in range(1, 10))
ENTITIES = '<!DOCTYPE svg [<!ENTITY a "ha">' + "".join(f'<!ENTITY a{n} "{"&a;" * 10}">' for n in range(9)) + "]>"
REPEATED = "1:1: error: The drawing repeats its parts without end, or more often than a page can hold. [drawing-unsafe]"


def outside(column: int, message: str) -> list[str]:
    return [f"1:{column}: error: {message} [drawing-unsafe]"]


def arrow(place: str, severity: str = "error") -> list[str]:
    message = "No font of the brand has the character “→” (rightwards arrow, U+2192)."
    return [f"{place}: {severity}: {message} [character-without-font]"]


DRAWINGS: dict[str, tuple[str, list[str]]] = {
    "shapes and words": (
        f'<svg {SVG}><title>→</title><defs><g id="a"/></defs><use href="#a"/><text>a</text></svg>',
        [],
    ),
    "the declaration of old programs": (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
        f'<svg {SVG}><path fill="url(#a)" style="stroke: url(\'#b\')"/><style>.a {{ fill: red }}</style></svg>',
        [],
    ),
    "nothing": ("", ["1:1: error: This drawing is broken: no element found. [drawing-broken]"]),
    "half a drawing": (
        f"<svg {SVG}>\n<path d='M0",
        ["2:1: error: This drawing is broken: unclosed token. [drawing-broken]"],
    ),
    "no drawing": (
        "<html/>",
        ["1:1: error: This is no drawing that browsers show: it does not begin as SVG does. [drawing-broken]"],
    ),
    "no namespace": (
        '<svg viewBox="0 0 8 6"/>',
        ["1:1: error: This is no drawing that browsers show: it does not begin as SVG does. [drawing-broken]"],
    ),
    "no size": (
        '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>',
        ["1:1: error: This drawing does not say how large it is: it has no viewBox. [drawing-size]"],
    ),
    "no extent": (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 6"/>',
        ["1:1: error: This drawing does not say how large it is: it has no viewBox. [drawing-size]"],
    ),
    "a script": (
        f"<svg {SVG}><script>a()</script></svg>",
        outside(59, "The element <script> is not allowed in a drawing."),
    ),
    "a script in HTML": (
        f'<svg {SVG}><script xmlns="http://www.w3.org/1999/xhtml">a()</script></svg>',
        outside(59, "The element <script> is not allowed in a drawing."),
    ),
    "a page": (
        f"<svg {SVG}><foreignObject/></svg>",
        outside(59, "The element <foreignObject> is not allowed in a drawing."),
    ),
    "a movement": (
        f'<svg {SVG}><set attributeName="href" to="a"/></svg>',
        outside(59, "The element <set> is not allowed in a drawing."),
    ),
    "a handler": (f'<svg {SVG}><g onload="a()"/></svg>', outside(59, "The attribute “onload” runs a program.")),
    "a link to another site": (
        f'<svg {SVG}><a href="https://elsewhere.example/"/></svg>',
        outside(59, "<a> leads outside the drawing: “https://elsewhere.example/”."),
    ),
    "a program as a link": (
        f'<svg {SVG} xmlns:xlink="http://www.w3.org/1999/xlink"><a xlink:href="javascript:a()"/></svg>',
        outside(102, "<a> leads outside the drawing: “javascript:a()”."),
    ),
    "a picture inside": (
        f'<svg {SVG}><image href="data:image/png;base64,{"A" * 99}"/></svg>',
        outside(59, f"<image> leads outside the drawing: “data:image/png;base64,{'A' * 37}…”."),
    ),
    "a part of another drawing": (
        f'<svg {SVG}><use href="b.svg#a"/></svg>',
        outside(59, "<use> leads outside the drawing: “b.svg#a”."),
    ),
    "another place to begin from": (
        f'<svg {SVG}><g xml:base="https://elsewhere.example/"/></svg>',
        outside(59, "<g> leads outside the drawing: “https://elsewhere.example/”."),
    ),
    "a fill from elsewhere": (
        f"<svg {SVG}><g fill=\"url( 'https://elsewhere.example/#a')\"/></svg>",
        outside(59, "The attribute “fill” leads outside the drawing: “url( 'https://elsewhere.example/#a')”."),
    ),
    "a style from elsewhere": (
        f'<svg {SVG}><g style="background: URL(//elsewhere.example)"/></svg>',
        outside(59, "The attribute “style” leads outside the drawing: “background: URL(//elsewhere.example)”."),
    ),
    "a stylesheet from elsewhere": (
        f"<svg {SVG}><style>@import 'a.css';</style></svg>",
        outside(66, "The stylesheet leads outside the drawing: “@import”."),
    ),
    "a font": (
        f"<svg {SVG}><style>@font-face {{ src: url(a.woff2) }}</style></svg>",
        outside(66, "The stylesheet leads outside the drawing: “@font-face”."),
    ),
    "a stylesheet beside it": (
        f'<?xml-stylesheet href="a.css"?><svg {SVG}/>',
        outside(1, "The instruction <?xml-stylesheet?> leads outside the drawing."),
    ),
    "a file of this machine": (
        f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg {SVG}><text>&a;</text></svg>',
        outside(54, "The drawing defines an entity, “a”."),
    ),
    "entities of entities": (f"{ENTITIES}<svg {SVG}/>", outside(27, "The drawing defines an entity, “a”.")),
    "a part that uses itself": (f'<svg {SVG}><g id="a"><use href="#a"/></g><use href="#a"/></svg>', [REPEATED]),
    "a part that is used a thousand million times": (f'<svg {SVG}><g id="l0"/>{LAUGHS}</svg>', [REPEATED]),
    "deep groups": (
        f"<svg {SVG}>{'<g>' * 200}{'</g>' * 200}</svg>",
        ["1:176: error: Groups stand inside one another more often than any drawing needs. [too-deep]"],
    ),
    "a character that no font has": (
        f"<svg {SVG}>\n<text>to → from</text></svg>",
        arrow("2:10"),
    ),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_told_of_where_it_does_not_stand_alone(small: Path, name: str) -> None:
    text, expected = DRAWINGS[name]
    (small / "manifesto" / "a.svg").write_text(text, encoding="utf-8")
    assert said_of(small, "manifesto/a.svg") == expected


@pytest.mark.parametrize(
    ("path", "pattern", "new", "expected"),
    [
        ("manifesto/why.md", "The sea", "The → sea", arrow("6:5")),
        ("manifesto/why.md", "The sea", "The &rarr; sea", arrow("6:5")),
        ("manifesto/why.md", "The sea", "The &#8594; sea", arrow("6:5")),
        ("manifesto/why.md", "The sea", "`The → sea`", arrow("6:6")),
        ("manifesto/why.md", "No harbour", "No → harbour", arrow("3:13")),
        ("manifesto/why.md", "The sea", "The\u00a0\u2009\u00adse\u0301a\ufe0e", []),
        ("content/contact.md", r"\Z", "\nTo → from.\n", arrow("9:4", "warning")),
        ("content/contact.md", r"\Z", "\n`a → b`\n", []),
    ],
)
def test_a_character_that_no_font_has_is_an_error_in_print(
    small: Path, path: str, pattern: str, new: str, expected: list[str]
) -> None:
    text = (small / path).read_text(encoding="utf-8")
    (small / path).write_text(re.sub(pattern, new, text, count=1), encoding="utf-8")
    assert said_of(small, path) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://elsewhere.example/a.png", "picture-elsewhere"),
        ("//elsewhere.example/a.png", "picture-elsewhere"),
        ("data:image/png;base64,AAAA", "picture-elsewhere"),
        ("why.md", "picture-kind"),
        ("a.tiff", "picture-kind"),
    ],
)
def test_a_picture_is_a_file_of_a_kind_that_browsers_show(small: Path, target: str, expected: str) -> None:
    (small / "manifesto" / "a.tiff").write_bytes(picture("TIFF"))
    chapter = small / "manifesto" / "how.md"
    chapter.write_text(chapter.read_text(encoding="utf-8") + f"\n![A quay]({target})\n", encoding="utf-8")
    assert expected in {one.code for one in examine(small).problems}
