"""Pictures on the site: sized, lazy, in modern formats with a fallback, and never wider than they are shown."""

import functools
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import html
from PIL import Image
from playwright.sync_api import Browser, Page, Route

from tests.conftest import NOON, copy_of_small
from tests.integration.conftest import masthead, sampled
from tests.integration.servers import served
from tests.integration.test_engines import contents

ENGINES = ("mkdocs", "zensical")
PLACE = "events/first-talk"


def photograph(path: Path, width: int, height: int) -> None:
    """A picture like a photograph: many colours that go into one another, and a note of the camera’s."""
    colours = Image.linear_gradient("L").resize((width, height))
    other = Image.radial_gradient("L").resize((width, height))
    picture = Image.merge("RGB", (colours, other, colours.rotate(90, expand=False).resize((width, height))))
    notes = Image.Exif()
    notes[0x9286] = "secret place"
    picture.save(path, exif=notes, quality=92)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small publication with photographs on a page and on an event, a small PNG, and a moving GIF."""
    folder = copy_of_small(tmp_path_factory.mktemp("pictures") / "small")
    photograph(folder / "content" / "harbour.jpg", 2400, 1600)
    photograph(folder / "content" / "crane.jpg", 1000, 1500)
    Image.new("RGBA", (40, 20), (200, 30, 60, 90)).save(folder / "content" / "dot.png")
    frames = [Image.new("RGB", (30, 30), colour) for colour in ("red", "blue")]
    frames[0].save(folder / "content" / "wheel.gif", save_all=True, append_images=frames[1:])
    photograph(folder / "events" / "hall.jpg", 1800, 1200)
    page = folder / "content" / "contact.md"
    pictures = ("harbour.jpg", "crane.jpg", "dot.png", "wheel.gif", "../events/chart.svg")
    page.write_text(page.read_text("utf-8") + "".join(f"\n![A {one}]({one})\n" for one in pictures), encoding="utf-8")
    event = folder / f"{PLACE}.yml"
    photo = "photographs:\n  - {file: hall.jpg, alt: The hall., credit: Ann, permission: harbour-survey}\n"
    event.write_text(event.read_text("utf-8") + photo, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built_by(root: Path) -> Callable[[str], Path]:
    """Builds that publication with an engine. Each builds it once."""

    @functools.cache
    def build(engine: str) -> Path:
        made = root.parent / engine
        built = masthead("build", "--engine", engine, "--site", made, cwd=root, env={"SOURCE_DATE_EPOCH": NOON})
        assert built.returncode == 0, built.stdout + built.stderr
        return made

    return build


@pytest.fixture(scope="module")
def site(built_by: Callable[[str], Path]) -> Path:
    """That publication as MkDocs builds it."""
    return built_by("mkdocs")


@pytest.fixture(scope="module")
def server(site: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served("nginx", site, tmp_path_factory.mktemp("nginx"), root) as address:
        yield address


@pytest.mark.parametrize("engine", sampled(ENGINES, ["mkdocs"]))
def test_every_picture_of_pixels_has_two_modern_formats_a_fallback_and_its_size(
    built_by: Callable[[str], Path], engine: str
) -> None:
    site = built_by(engine)
    page = site / "contact" / "index.html"
    tree = html.fromstring(page.read_text("utf-8"))
    shown = {str(one.get("alt")): one for one in tree.xpath("//article//img")}
    sizes = {alt: (one.get("width"), one.get("height"), one.get("loading")) for alt, one in shown.items()}
    assert sizes == {
        "A harbour.jpg": ("2400", "1600", None),
        "A crane.jpg": ("1000", "1500", "lazy"),
        "A dot.png": ("40", "20", "lazy"),
        "A wheel.gif": ("30", "30", "lazy"),
        "A ../events/chart.svg": (*box(site / "events" / "chart.svg"), "lazy"),
    }
    (crane,) = shown["A crane.jpg"].xpath("ancestor::picture")
    assert [one.get("type") for one in crane.xpath(".//source")] == ["image/avif", "image/webp"]
    for offered in crane.xpath(".//source | .//img"):
        files = [one.split(" ") for one in offered.get("srcset").split(", ")]
        assert [width for _, width in files] == ["320w", "480w", "720w", "960w", "1000w"]
        for name, width in files:
            with Image.open(page.parent / name) as picture:
                assert f"{picture.width}w" == width
                assert picture.height == round(picture.width * 1.5)
    assert shown["A wheel.gif"].get("srcset") is None


def late(route: Route) -> None:
    """Answer after a while, as a slow network does."""
    time.sleep(0.3)
    route.continue_()


def box(drawing: Path) -> tuple[str, str]:
    found = re.search(r'viewBox="\S+ \S+ (\d+) (\d+)"', drawing.read_text("utf-8"))
    assert found
    return found[1], found[2]


def test_a_modern_format_weighs_less_and_nothing_of_the_camera_is_in_it(site: Path) -> None:
    weights = {}
    for path in sorted((site / "assets" / "pictures").rglob("*.*")):
        if "harbour" in path.name and "-1280" in path.name:
            weights[path.suffix] = path.stat().st_size
        assert b"secret place" not in path.read_bytes()
    assert weights[".avif"] < weights[".webp"] < weights[".jpg"]
    names = [path.name for path in (site / "assets" / "pictures").rglob("*.*")]
    assert [name for name in names if not re.fullmatch(r".+\.[0-9a-f]{10}\.(avif|webp|jpg|png)", name)] == []


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("where", ["contact/", f"{PLACE}/"])
def test_no_picture_is_sent_wider_than_it_is_shown(browser: Browser, server: str, width: int, where: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(server + where)
    for image in page.locator("article picture img").all():
        image.scroll_into_view_if_needed()
        page.wait_for_function("image => image.complete && image.naturalWidth", arg=image.element_handle())
        sent, shown, offered = image.evaluate(
            "image => [+image.currentSrc.match(/-(\\d+)\\.[0-9a-f]+\\.avif$/)[1], image.getBoundingClientRect().width,"
            " image.srcset.split(', ').map(one => parseInt(one.split(' ')[1]))]"
        )
        assert sent <= min((one for one in offered if one >= shown), default=offered[-1])
    page.close()


@pytest.mark.parametrize("where", ["contact/", f"{PLACE}/"])
def test_nothing_moves_while_pictures_come_and_the_policy_allows_them(
    browser: Browser, server: str, where: str
) -> None:
    page: Page = browser.new_page(viewport={"width": 412, "height": 800})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.route("**/assets/pictures/**", late)
    page.goto(server + where, wait_until="load")
    shift = page.evaluate(
        "new Promise(done => { let sum = 0; new PerformanceObserver(list => list.getEntries().forEach(one => "
        "{ sum += one.value })).observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 1000) })"
    )
    assert shift <= 0.01
    assert said == []
    page.close()


def test_two_builds_give_the_same_pictures(site: Path, root: Path) -> None:
    shutil.rmtree(root / ".masthead" / "pictures")
    built = masthead("build", cwd=root)
    assert built.returncode == 0, built.stderr
    again, before = contents(root / "site"), contents(site)
    assert [path for path in before if "pictures/" in path and again.get(path) != before[path]] == []
    assert sum("pictures/" in path for path in before) > 30
    assert again.keys() == before.keys()
