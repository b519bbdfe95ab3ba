"""Another brand in the place of the first changes site, cards, icons and PDF, with no line of code.

tests/bold/ has other colours, other fonts, another logo of other proportions, sharp corners and another voice.
"""

import functools
import io
import json
import re
import shutil
import threading
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from playwright.sync_api import Browser
from pypdf import PdfReader

from masthead.load import load
from masthead.model.network import Network
from tests.conftest import NOON, TESTS
from tests.integration.conftest import ROOT, QuietHandler, QuietServer, copy_of_demonstration, masthead, sampled
from tests.integration.test_browser import PAGES, WIDER_SAMPLE
from tests.integration.test_print_design import APPENDIX, SIZES, chapter_pages
from tests.judges.screen import PLAIN, Reader, Verdict, judge_by_axe

TEXTS = (".css", ".html", ".svg", ".js", ".json", ".webmanifest", ".xml")
NUMBER = re.compile(r"-?[\d.]+")
PAINTING = frozenset(("rg", "RG", "sc", "SC", "scn", "SCN", "k", "K", "g", "G"))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's words, and the second brand."""
    folder = copy_of_demonstration(tmp_path_factory.mktemp("bold") / "root")
    shutil.rmtree(folder / "brand")
    shutil.copytree(TESTS / "bold", folder / "brand")
    return folder


@pytest.fixture(scope="module")
def bold(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration in the second brand."""
    made = tmp_path_factory.mktemp("bold-site") / "site"
    built = masthead("--root", root, "build", "--site", made, env={"SOURCE_DATE_EPOCH": NOON})
    assert built.returncode == 0, built.stdout + built.stderr
    return made


@pytest.fixture(scope="module")
def bold_address(bold: Path) -> Iterator[str]:
    """Where the demonstration in the second brand is served."""
    with QuietServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(bold))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def colours(folder: Path) -> frozenset[str]:
    """Every colour of a brand, as hexadecimal CSS."""
    network = load(folder).network
    assert network
    return frozenset(value for name, value in network.tokens.items() if name.startswith("color."))


@pytest.fixture(scope="module")
def gone(root: Path) -> frozenset[str]:
    """The colours of the first brand that the second one has not: all but white."""
    first, second = colours(ROOT), colours(root)
    assert first & second == {"#ffffff"}
    return first - second


def texts(site: Path) -> Iterator[tuple[str, str]]:
    files = (path for path in sorted(site.rglob("*")) if path.suffix in TEXTS)
    return ((path.relative_to(site).as_posix(), path.read_text(encoding="utf-8").lower()) for path in files)


def test_check_finds_nothing_in_it(root: Path) -> None:
    checked = masthead("--root", root, "check", env={"SOURCE_DATE_EPOCH": NOON})
    assert (checked.returncode, checked.stdout) == (0, "No problems.\n")


def test_the_first_brand_is_seen_by_what_looks_for_it(site: Path, gone: frozenset[str]) -> None:
    """Else the tests below could not fail."""
    sheet = next(text for name, text in texts(site) if name.endswith(".css"))
    assert [colour for colour in sorted(gone) if colour not in sheet] == []
    assert pdf_colours(site / "manifesto.pdf") & gone
    assert card_colours(site) & gone


def test_no_text_of_the_site_holds_a_colour_of_the_first_brand(bold: Path, gone: frozenset[str]) -> None:
    assert [(name, colour) for name, text in texts(bold) for colour in sorted(gone) if colour in text] == []


def test_no_font_and_no_logo_of_the_first_brand_is_left(site: Path, bold: Path) -> None:
    names = ("newsreader", "atkinson")
    told = ((name, text) for name, text in texts(bold) if not name.endswith(".schema.json"))  # whose examples are fixed
    assert [(name, font) for name, text in told for font in names if font in text] == []
    first = {path.read_bytes() for path in (ROOT / "brand/logo").glob("*.svg")}
    second = {path.read_bytes() for path in (TESTS / "bold/logo").glob("*.svg")}
    drawings = {path.read_bytes() for path in bold.rglob("*.svg")}
    assert (drawings & first, drawings & second) == (set(), second)
    assert (bold / "favicon.ico").read_bytes() != (site / "favicon.ico").read_bytes()


def test_corners_are_sharp(bold: Path) -> None:
    sheet = next(text for name, text in texts(bold) if name.endswith(".css"))
    assert set(re.findall(r"--mh-radius-\w+: ([^;]+);", sheet)) == {"0px"}


def test_the_manifest_and_the_browser_have_the_colours_of_the_second_brand(bold: Path) -> None:
    told = json.loads((bold / "site.webmanifest").read_text())
    assert (told["theme_color"], told["background_color"]) == ("#1f3fe0", "#ffffff")
    assert '<meta name="theme-color" content="#1f3fe0"' in (bold / "index.html").read_text()


def test_the_logo_is_announced_with_its_own_proportions(site: Path, bold: Path) -> None:
    stated = [
        re.findall(r'<img class="mh-header__image"[^>]*width="(\d+)" height="(\d+)"', (one / "index.html").read_text())
        for one in (site, bold)
    ]
    assert stated == [[("383", "64")], [("419", "64")]]


def card_colours(site: Path) -> set[str]:
    """Every colour of every card and icon."""
    found: set[str] = set()
    for path in (*sorted(site.glob("assets/cards/**/*.png")), *sorted(site.glob("icons/*.png"))):
        picture = Image.open(io.BytesIO(path.read_bytes())).convert("RGB")
        used = picture.getcolors(picture.width * picture.height) or []
        found |= {"#{:02x}{:02x}{:02x}".format(*colour) for count, colour in used if count > 50}  # type: ignore[misc]
    return found


def test_cards_and_icons_have_the_colours_of_the_second_brand_alone(
    bold: Path, root: Path, gone: frozenset[str]
) -> None:
    found = card_colours(bold)
    assert found & gone == set()
    assert found >= {"#1f3fe0", "#dcf94c", "#ffffff"}
    assert {"#1f3fe0", "#dcf94c"} <= colours(root)


def pdf_colours(file: Path) -> set[str]:
    """Every colour that a PDF paints with, on its pages and in the drawings that they use."""
    with pikepdf.open(file) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"]
        found = set()
        for content in (*pdf.pages, *streams):
            for one in pikepdf.parse_content_stream(content):
                if str(one.operator) in PAINTING:
                    parts = [float(str(part)) for part in one.operands if NUMBER.fullmatch(str(part))]
                    found.add("#" + "".join(f"{round(part * 255):02x}" for part in parts))
    return found


@pytest.mark.parametrize("name", ["manifesto.pdf", "manifesto-a5.pdf"])
def test_the_pdf_has_the_fonts_and_the_colours_of_the_second_brand_alone(
    bold: Path, gone: frozenset[str], name: str
) -> None:
    fonts = {
        re.sub(r"^[A-Z]{6}\+|-.*$", "", str(font.get_object()["/BaseFont"]).lstrip("/"))
        for sheet in PdfReader(bold / name).pages
        for font in sheet["/Resources"].get("/Font", {}).values()  # type: ignore[attr-defined]
    }
    assert fonts == {"Archivo", "Public"}
    found = pdf_colours(bold / name)
    assert found & gone == set()
    assert {"#1f3fe0", "#0b0d13"} <= found


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Reader]:
    one = Reader(browser, PLAIN, "light")
    yield one
    one.close()


@pytest.mark.parametrize("kind", sampled(PAGES, WIDER_SAMPLE))
def test_axe_finds_no_violation(reader: Reader, bold_address: str, kind: str) -> None:
    assert judge_by_axe(reader.open(bold_address + PAGES[kind])) == Verdict((), ())


NUMBER_OF_PROMISE = re.compile(r"^C\d+(\s+|$)")
IN_THE_TABLE = re.compile(r"page \d+$")  # above the account of each promise stands a table of them all
STATES = ("Evidence", "Work has begun, no evidence yet", "No evidence yet")
WORK = {"active": "Under way", "proposed": "Proposed", "paused": "Paused", "finished": "Finished", "stopped": "Stopped"}


def account(network: Network) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Each promise, its state, the work for it with its state, and its signs, as the records say."""
    for promise in network.manifesto.commitments:
        works = [one for one in network.workstreams.values() if promise.id in one.commitments]
        signs = [one for one in network.indicators.values() if promise.id in one.commitments]
        seen = any(one.results for one in works) or any(one.observations for one in signs)
        work = [f"{one.title}{WORK[one.status]}" for one in works]
        yield promise.title, STATES[0 if seen else 1 if works else 2], work, [one.title for one in signs]


def close(text: str) -> str:
    """A text without its gaps and soft hyphens: lines break elsewhere on each paper."""
    return re.sub(r"[\s\u00ad]+", "", text)


def parts(file: Path, titles: Iterable[str]) -> Iterator[list[str]]:
    """The lines of the appendix below each title, and those of the title itself."""
    pages = PdfReader(file).pages[chapter_pages(file)[APPENDIX] - 1 :]
    said = (NUMBER_OF_PROMISE.sub("", line.strip()) for page in pages for line in page.extract_text().splitlines())
    lines = [line for line in said if line]
    lines = lines[max(at for at, line in enumerate(lines) if IN_THE_TABLE.search(line)) + 1 :]
    heads = [next(at for at, line in enumerate(lines) if close(title).startswith(close(line))) for title in titles]
    yield from (lines[start:end] for start, end in pairwise((*heads, len(lines))))


@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("brand", ["site", "bold"])
def test_the_appendix_holds_every_promise_with_its_state_its_work_and_its_signs(
    brand: str, paper: str, request: pytest.FixtureRequest
) -> None:
    network = load(ROOT).network
    assert network
    told = list(account(network))
    found = parts(request.getfixturevalue(brand) / paper, (title for title, *_ in told))
    for (title, state, works, signs), lines in zip(told, found, strict=True):
        words = close("".join(lines))
        assert words.startswith(close(title))
        assert [line for line in lines if line in STATES] == [state], title
        assert [one for one in (*works, *signs) if close(one) not in words] == [], title
