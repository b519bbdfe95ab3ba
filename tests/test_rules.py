"""The rules of the house, read from the code itself."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from masthead.model.pieces import PIECES
from masthead.publish.pieces import PRINTERS
from masthead.render import environment
from masthead.styles import TEMPLATES

PACKAGE = Path(__file__).parent.parent / "scripts" / "masthead"
MODULES = {path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
TREES = {name: ast.parse(text) for name, text in MODULES.items()}
STYLES = {path.relative_to(TEMPLATES).as_posix(): path for path in TEMPLATES.rglob("*.css")}
COMPONENTS = sorted(path.name for path in (TEMPLATES / "components").iterdir())

Function = ast.FunctionDef | ast.AsyncFunctionDef


def imports(name: str) -> Iterator[str]:
    """The full names of all modules that a module of ours imports."""
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def starts_with(name: str, *packages: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def room(*folders: str) -> list[str]:
    return sorted(name for name in MODULES if name.startswith(folders))


@pytest.mark.parametrize(
    ("library", "home"),
    [
        ("yaml", "nodes.py"),
        ("mkdocs", "plugin.py"),
        ("weasyprint", "pdf/typeset.py"),
        ("fontTools", "typefaces.py"),
        ("coloraide", "contrast.py"),
        ("PIL", "canvas.py lettering.py pictures.py"),
        ("resvg_py", "raster.py"),
        ("page", "pdf/judge.py"),
        ("icalendar", "publish/ical.py"),
        ("feedgen", "publish/syndication.py"),
        ("jinja2", "render.py"),
        ("pyphen", "readability.py"),
        ("pagefind", "finish/parts.py"),
        ("cbor2", "finish/packing.py"),
        ("watchdog", "watch.py"),
    ],
)
def test_a_library_is_imported_in_its_one_module(library: str, home: str) -> None:
    assert [name for name in sorted(MODULES) if any(starts_with(one, library) for one in imports(name))] == home.split()


def test_every_library_that_is_imported_is_asked_for() -> None:
    project = tomllib.loads((PACKAGE.parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked_for = {Requirement(text).name for text in project["dependencies"]}
    parts = {"pydantic-core": "pydantic", "markupsafe": "jinja2"}  # which bring them as their own
    distributions = packages_distributions()
    modules = {one.partition(".")[0] for name in MODULES for one in imports(name)} - {
        "masthead",
        *sys.stdlib_module_names,
    }
    found = {re.sub("[-_]+", "-", distributions[module][0]).lower() for module in modules}
    assert {parts.get(name, name) for name in found} - asked_for == set()


@pytest.mark.parametrize("name", room("publish/", "model/"))
def test_publishers_and_records_import_nothing_of_the_world(name: str) -> None:
    world = ("os", "subprocess", "time", "socket", "urllib.request", "random", "tempfile", "shutil", "http")
    assert [one for one in imports(name) if starts_with(one, *world)] == []


@pytest.mark.parametrize("name", room("publish/", "model/"))
def test_publishers_and_records_ask_no_clock_and_open_no_file(name: str) -> None:
    calls = (ast.unparse(node.func) for node in ast.walk(TREES[name]) if isinstance(node, ast.Call))
    asking = re.compile(r"(.*\.)?(now|utcnow|today|open|read_text|write_text|write_bytes)")
    assert [call for call in calls if asking.fullmatch(call)] == []


@pytest.mark.parametrize("name", room("publish/"))
def test_publishers_print_answers_only_as_they_may_be_shown(name: str) -> None:
    read = {node.attr for node in ast.walk(TREES[name]) if isinstance(node, ast.Attribute)}
    assert read & {"shares", "counts"} == set()


@pytest.mark.parametrize("name", room("model/"))
def test_records_know_nothing_of_masthead_but_records(name: str) -> None:
    ours = [one for one in imports(name) if starts_with(one, "masthead")]
    assert [one for one in ours if not starts_with(one, "masthead.model")] == []


@pytest.mark.parametrize("name", sorted(MODULES))
def test_every_fault_that_is_caught_is_named(name: str) -> None:
    caught = (node.type for node in ast.walk(TREES[name]) if isinstance(node, ast.ExceptHandler))
    assert [node for node in caught if node is None or ast.unparse(node) in ("Exception", "BaseException")] == []


@pytest.mark.parametrize("name", sorted(MODULES))
def test_no_module_is_longer_than_260_lines_and_no_function_than_40(name: str) -> None:
    assert MODULES[name].count("\n") <= 260
    functions = (node for node in ast.walk(TREES[name]) if isinstance(node, Function))
    long = {one.name: length for one in functions if (length := (one.end_lineno or 0) - one.lineno + 1) > 40}
    assert long == {}


@pytest.mark.parametrize("name", sorted(MODULES))
def test_every_module_says_what_it_is(name: str) -> None:
    assert ast.get_docstring(TREES[name])


def test_every_live_piece_has_a_printer_and_options() -> None:
    assert PIECES.keys() == PRINTERS.keys()


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_is_a_folder_with_a_macro_of_its_name(name: str) -> None:
    template = environment().get_template(f"components/{name}/{name}.jinja")
    assert callable(getattr(template.module, name.replace("-", "_")))


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_is_printed_somewhere(name: str) -> None:
    templates = (path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.jinja"))
    macro = rf'component\(\s*"{name}"|import {name.replace("-", "_")}\b'
    assert any(re.search(macro, text) for text in (*MODULES.values(), *templates))


def rules(path: Path) -> str:
    """A stylesheet without comments, strings and addresses."""
    return re.sub(r"/\*.*?\*/|\"[^\"]*\"|'[^']*'|url\([^)]*\)", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


COLOUR_NAMES = (
    "aqua|black|blue|brown|coral|crimson|cyan|fuchsia|gold|gr[ae]y|green|indigo|ivory|khaki|lavender|lime|magenta|maroon"
    "|navy|olive|orange|orchid|pink|plum|purple|red|salmon|silver|tan|teal|tomato|turquoise|violet|wheat|white|yellow"
)
RAW_COLOUR = re.compile(rf"#[0-9a-fA-F]{{3,8}}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(|\b(?:{COLOUR_NAMES})\b")
DECLARATION = re.compile(r"(?<![\w-])(--)?[a-z-]+\s*:\s*([^;{}]+)(?=[;}])")


@pytest.mark.parametrize("name", sorted(STYLES))
def test_a_stylesheet_names_no_colour(name: str) -> None:
    values = (match[2].strip() for match in DECLARATION.finditer(rules(STYLES[name])))
    values_without_tokens = ((value, re.sub(r"--[\w-]+", "", value)) for value in values)
    assert [value for value, bare in values_without_tokens if RAW_COLOUR.search(bare)] == []


@pytest.mark.parametrize("name", sorted(STYLES))
def test_a_stylesheet_shouts_at_nobody(name: str) -> None:
    text = rules(STYLES[name])
    assert re.findall(r"!important|@layer", text) == []
    selectors = (selector for selector in re.findall(r"([^{}]*)\{", text) if not selector.strip().startswith("@"))
    assert [selector.strip() for selector in selectors if "#" in selector] == []


KEEPING = [name for name, text in MODULES.items() if re.search(r"^ +key = hashlib", text, re.MULTILINE)]


@pytest.mark.parametrize("module", KEEPING)
def test_whoever_names_what_is_kept_between_builds_says_who_makes_it(module: str) -> None:
    assert "MAKER" in MODULES[module]
