"""Every code has an entry, every entry a code, and the examples of the documents are run."""

import ast
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from masthead.checks.references import NAMES
from masthead.codes import CODES, Code
from masthead.faults import WORDS
from masthead.limits import MAX_FILE_BYTES
from masthead.nodes import UNSEEN
from masthead.press import examine
from masthead.reference import pages
from tests import bite
from tests.test_rules import TREES

DOCS = Path(__file__).parent.parent / "docs"
NOBODY = 65534
REFERRED = ("tags", "series", "cited", "members", "people", "events")  # what a record may name by its slug


def codes_in_the_source() -> Iterator[str]:
    """Every code that a module can put into a Problem: in calls, in triples of code, message and hint, in tables."""
    yield from (code for code, _, _ in (*WORDS.values(), UNSEEN))
    yield from (f"unknown-{NAMES[family].replace(' ', '-')}" for family in REFERRED)
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            yield from _codes(node, is_check=name.startswith("checks/"))


def _codes(node: ast.AST, *, is_check: bool) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Name("Problem" | "TokenFault"), args=[_, ast.Constant(str(code)), *_]):
            yield code
        case ast.Call(func=ast.Name("_refuse"), args=[_, ast.Constant(str(code)), *_]):
            yield code
        case ast.Call(func=ast.Name("Slip"), args=[*_, ast.Tuple([ast.Constant(str(code)), _, _])]):
            yield code
        case ast.Call(func=ast.Name("PydanticCustomError"), args=[ast.Constant(str(kind)), *_]):
            yield WORDS[kind][0] if kind in WORDS else kind
        case ast.Call(func=ast.Name("partial"), args=[*_, ast.Tuple([ast.Constant(str(code)), _, _])]):
            yield code
        case ast.Yield(ast.Tuple([ast.Constant(str(code)), _, _])) if is_check:
            yield code
        case ast.Return(ast.Tuple([ast.Constant(str(code)), _, _])) if is_check:
            yield code


def test_every_code_in_the_source_has_an_entry() -> None:
    assert sorted(set(codes_in_the_source()) - CODES.keys()) == []


def test_every_entry_has_a_code_in_the_source() -> None:
    assert sorted(CODES.keys() - set(codes_in_the_source())) == []


def test_every_code_is_in_kebab_case() -> None:
    assert [code for code in CODES if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", code)] == []


def codes_at(root: Path) -> set[str]:
    return {problem.code for problem in examine(root).problems}


def write(root: Path, file: str, code: Code, text: str) -> Path:
    """Put the text of an example into the small publication, in place of what stands there."""
    path = root / file
    if code.before == "":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path
    stands = path.read_text(encoding="utf-8")
    before = code.repair if code.before is None else code.before
    assert stands.count(before) == 1, f"{before!r} stands {stands.count(before)} times in {file}"
    path.write_text(stands.replace(before, text), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", [name for name, code in CODES.items() if code.mode and not code.told])
def test_the_mistake_of_an_example_gives_its_code(name: str, small: Path) -> None:
    code = CODES[name]
    path = write(small, code.file, code, code.mistake)
    path.write_bytes(path.read_text(encoding="utf-8").encode(code.encoding))
    assert codes_at(small) == {name}


@pytest.mark.parametrize("name", [name for name, code in CODES.items() if not code.told])
def test_the_repair_of_an_example_gives_none(name: str, small: Path) -> None:
    code = CODES[name]
    write(small, code.repaired_file or code.file, code, code.repair)
    assert codes_at(small) == set()


@pytest.mark.parametrize("name", [name for name, code in CODES.items() if not code.mode])
def test_a_file_that_nobody_may_read_gives_its_code(name: str, small: Path) -> None:
    code = CODES[name]
    assert codes_at(small) == set()  # all modules are read before this process gives up its rights
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(small, Path(folder) / "small"))
        write(root, code.file, code, code.mistake).chmod(code.mode)
        Path(folder).chmod(0o755)
        user = os.geteuid()
        os.seteuid(NOBODY if user == 0 else user)
        try:
            found = codes_at(root)
        finally:
            os.seteuid(user)
    assert found == {name}


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")


TOLD: dict[str, Callable[[Path], object]] = {
    "file-too-large": lambda path: path.write_text("#" * (MAX_FILE_BYTES + 1), encoding="utf-8"),
    "more-problems": lambda path: path.write_text(_many_links(), encoding="utf-8"),
    "not-a-file": _folder,
    "symbolic-link": _link,
    "too-deep": lambda path: path.write_text("tags: " + "[" * 200 + "]" * 200, encoding="utf-8"),
    "too-many-aliases": lambda path: path.write_text("title: &a x\ntags: [" + "*a, " * 9_999 + "]", encoding="utf-8"),
    "too-many-values": lambda path: path.write_text(_bomb(), encoding="utf-8"),
}


def _bomb() -> str:
    """Ten lines, each of which repeats the one before ten times (a “billion laughs”)."""
    lines = ["l0: &l0 [" + ", ".join(["x"] * 10) + "]"]
    lines += [f"l{n}: &l{n} [" + ", ".join([f"*l{n - 1}"] * 10) + "]" for n in range(1, 10)]
    return "\n".join(lines)


def _many_links() -> str:
    """A record with a thousand links to a file that is not there."""
    return "title: x\nsummary: y\nkind: launch\nstarts: 2027\nbody: |\n" + "  [a](b.md)\n" * 1_000


def test_every_mistake_that_is_told_can_be_made() -> None:
    assert sorted(TOLD) == sorted(name for name, code in CODES.items() if code.told)


@pytest.mark.parametrize("name", TOLD)
def test_a_mistake_that_is_told_gives_its_code(name: str, small: Path) -> None:
    TOLD[name](small / "events" / "regatta.yml")
    assert codes_at(small) - {"broken-link"} == {name}  # the file of many problems has others, too


@pytest.mark.parametrize(("name", "text"), list(pages()))
def test_a_reference_page_is_what_the_models_and_the_registry_make_of_it(name: str, text: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == text, "Write it again with `masthead reference`."


def test_the_page_about_the_bite_of_the_tests_tells_of_every_rule() -> None:
    rows = re.findall(r"^\| ((?:code|check|fault) \S+) \|", bite.PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == list(bite.rules()), "Write it again with `python -m tests.bite --write`."
