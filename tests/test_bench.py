"""What the benchmark gives its contenders, and what it makes of what it has measured: `make bench`."""

import hashlib
import re
import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from masthead.drawings import read_drawing
from masthead.examine import examine
from tests.bench import peers, plot, preview, website
from tests.bench.contenders import AUTOMATIC, CONTENDERS, EVENT, LEAN, OURS, usual
from tests.bench.preview import Wait
from tests.bench.tasks import COLD, EDIT, STUDY, Measured, tasks

EVENTS, CASE_STUDIES = 5, 2
PAGES = {"material": "docs", "automatic": "docs", "zensical": "docs", "hugo": "content", "eleventy": "src"}


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench")
    peers.write(folder, EVENTS, CASE_STUDIES, tuple(PAGES))
    return folder


def digests(folder: Path) -> Mapping[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def words(path: Path) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}", path.read_text("utf-8").lower()))


def test_a_publication_is_written_the_same_each_time_in_every_form(room: Path, tmp_path: Path) -> None:
    peers.write(tmp_path, EVENTS, CASE_STUDIES, tuple(PAGES))
    assert digests(tmp_path) == digests(room)


def test_the_publication_has_no_mistake(room: Path) -> None:
    loaded = examine(room / "masthead")
    assert loaded.problems == ()
    assert loaded.network is not None
    assert [slug for slug in loaded.network.events if slug.startswith("large-")] == [
        f"large-event-{number:04}" for number in range(EVENTS)
    ]


@pytest.mark.parametrize("peer", PAGES)
def test_every_peer_is_given_as_many_pages_with_the_same_words(peer: str, room: Path) -> None:
    folder = room / peer / PAGES[peer]
    own = {path.parent.relative_to(folder).as_posix() for path in folder.rglob("*.md")}
    others = {path.parent.relative_to(room / "zensical/docs").as_posix() for path in room.glob("zensical/docs/**/*.md")}
    assert own == others
    assert {"events/large-event-0004", "our-work/large-study-0001", "members/northmere", "events/year/2026"} < own
    record = words(room / "masthead" / "case-studies" / f"{STUDY}.md")
    assert len(record) > 100
    assert record - words(folder / "our-work" / STUDY / "index.md") == {"illustrative", "related", "summary", "true"}


def test_links_name_files_where_the_peer_follows_files_and_addresses_elsewhere(room: Path) -> None:
    page = f"events/{EVENT}/index.md"
    assert "See [the launch](../launch/index.md)." in (room / "material/docs" / page).read_text("utf-8")
    assert "See [the launch](../launch/)." in (room / "hugo/content" / page).read_text("utf-8")
    assert "See [the launch](../launch/)." in (room / "eleventy/src" / page).read_text("utf-8")


@pytest.mark.parametrize("name", CONTENDERS)
def test_every_change_is_undone(name: str, room: Path) -> None:
    contender = CONTENDERS[name]
    project = room / contender.form
    shutil.rmtree(project / ".masthead", ignore_errors=True)
    (project / ".masthead").mkdir()
    before = digests(project)
    after = {}
    with ExitStack() as undone:
        for task in tasks(contender):
            (project / contender.site).mkdir(exist_ok=True)
            undone.enter_context(task.change(project, "anew0"))
            after[task.name] = digests(project)
    assert digests(project) == before
    assert after[COLD] == before
    changed = {file for file in before.keys() | after[EDIT].keys() if before.get(file) != after[EDIT].get(file)}
    assert changed == {contender.event}


def test_a_small_site_is_built_with_an_automatic_navigation_too() -> None:
    assert set(usual(100)) == set(CONTENDERS)
    assert set(usual(1_000)) == set(CONTENDERS) - {AUTOMATIC}


def measured(contender: str, task: str, events: int = 100, *, seconds: float = 1.0, memory: int = 50) -> Measured:
    return Measured(
        contender=contender,
        task=task,
        events=events,
        seconds=seconds,
        processor=seconds * 2,
        memory=memory * 1_000_000,
        written=4_560_000,
        pages=1_234,
    )


def test_a_median_is_taken_of_each_task_of_each_contender() -> None:
    runs = [measured(OURS, COLD, seconds=seconds, memory=memory) for seconds, memory in ((9, 70), (1, 60), (2, 50))]
    found = list(website.medians([*runs, measured(LEAN, COLD, seconds=4)]))
    assert found == [measured(OURS, COLD, seconds=2, memory=60), measured(LEAN, COLD, seconds=4)]


def test_everything_stands_beside_the_full_build_of_material() -> None:
    rows = [measured(OURS, COLD, seconds=2), measured(OURS, EDIT, seconds=0.5), measured(LEAN, COLD, seconds=8)]
    assert website.table(rows).splitlines() == [
        "| Contender | Task | Clock | × lean | Processor | × lean | Memory | Written | Pages |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        "| Masthead | cold | 2.00 s | 0.250 | 4.00 s | 0.250 | 50 MB | 4.6 MB | 1,234 |",
        "| Masthead | one event edited | 0.50 s | 0.062 | 1.00 s | 0.062 | 50 MB | 4.6 MB | 1,234 |",
        "| Material lean | cold | 8.00 s | 1.000 | 16.00 s | 1.000 | 50 MB | 4.6 MB | 1,234 |",
    ]


def test_without_material_there_is_nothing_to_stand_beside() -> None:
    assert website.table([measured(OURS, COLD)]).splitlines()[-1] == (
        "| Masthead | cold | 1.00 s |  | 2.00 s |  | 50 MB | 4.6 MB | 1,234 |"
    )


def test_growth_is_told_with_the_fixed_part_beside_the_power() -> None:
    linear = [measured(OURS, COLD, size, seconds=3 + (size - 3) / 100, memory=40) for size in (3, 100, 400, 1_000)]
    square = [measured(LEAN, COLD, size, seconds=1 + (size / 100) ** 2, memory=20 + size) for size in (0, 100, 400)]
    assert website.growth_table([*linear, *square]).splitlines() == [
        "| Contender | Task | Fixed: processor | Fixed: memory | Fixed: written "
        "| Power of processor | Power of memory | Power of written |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        "| Masthead | cold | 6.00 s | 40 MB | 4.6 MB | 1.00 | 0.00 | 0.00 |",
        "| Material lean | cold | 2.00 s | 20 MB | 4.6 MB | 2.00 | 1.00 | 0.00 |",
    ]


def test_waits_in_a_preview_are_told_in_seconds() -> None:
    waits = [Wait(contender=OURS, events=100, served=0.123, visible=0.456, memory=78_900_000)]
    assert preview.table(waits).splitlines() == [
        "| Contender | Served | Visible | Memory of the server |",
        "| --- | --- | --- | --- |",
        "| Masthead | 0.12 s | 0.46 s | 79 MB |",
    ]


def test_drawings_show_every_measurement(tmp_path: Path) -> None:
    bars = plot.bars("Seconds", "s", {"Masthead": {"cold": 2.0, "edited": 0.5}, "Material lean": {"cold": 8.0}})
    lines = plot.lines("Seconds", "events", "s", {"Masthead": [(0, 1.0), (100, 2.0)], "Hugo": [(0, 0.0), (100, 0.5)]})
    for name, drawing in {"bars.svg": bars, "lines.svg": lines}.items():
        (tmp_path / name).write_text(drawing, "utf-8")
        assert read_drawing(name, tmp_path / name).flaws == ()
    widths = [float(found) for found in re.findall(r'<rect x="\d+" y="\d+" width="([\d.]+)"', bars)]
    assert widths == pytest.approx([width * widths[2] / 8 for width in (2.0, 0.5, 8.0)], abs=0.1)
    assert re.findall(r"<text[^>]*>([\d.]+ s)</text>", bars) == ["2.00 s", "0.50 s", "8.00 s"]
    assert len(re.findall("<circle", lines)) == 4
    assert re.findall(r'fill="(#\w+)">(?:Masthead|Hugo)<', lines) == [plot.OURS, plot.OTHERS[0]]
