"""Every code has an entry, every entry a code, and the examples of the documents are run."""

import ast
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from masthead.codes import CODES, Code
from masthead.edge import Edge
from masthead.examine import examine
from masthead.graph import NAMES
from masthead.limits import MAX_FILE_BYTES
from masthead.misprints import UnprintableError
from masthead.nodes import UNSEEN
from masthead.press import press
from masthead.reference import pages
from masthead.wordings import WORDS
from tests import bite
from tests.conftest import DAY, STAMP
from tests.test_rules import TREES

DOCS = Path(__file__).parent.parent / "docs"
NOBODY = 65534
# What a record may name by its slug.
REFERRED = (
    "tags", "series", "cited", "members", "people", "events", "permissions", "workstreams", "steps", "interviews",
)  # fmt: skip


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
        case ast.Call(func=ast.Name("Misprint") | ast.Attribute(attr="flaw"), args=[ast.Constant(str(code)), *_]):
            yield code
        case ast.Call(func=ast.Name("_refuse"), args=[_, ast.Constant(str(code)), *_]):
            yield code
        case ast.Call(func=ast.Name("Slip"), args=[*_, ast.Tuple([ast.Constant(str(code)), _, _])]):
            yield code
        case ast.Call(func=ast.Name("PydanticCustomError" | "Rule"), args=[ast.Constant(str(kind)), *_]):
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


def codes_at(root: Path, code: Code | None = None) -> set[str]:
    """The codes of all problems, of those that only the printed pages show where the code is one of them."""
    loaded = examine(root)
    if code and code.is_printed and loaded.network and not loaded.problems:
        try:
            press(loaded.network, loaded.sources, Edge(root, DAY, STAMP), lambda _: None)
        except UnprintableError as fault:
            return {problem.code for problem in fault.problems}
    return {problem.code for problem in loaded.problems}


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
    assert codes_at(small, code) == {name}


@pytest.mark.parametrize("name", [name for name, code in CODES.items() if not code.told])
def test_the_repair_of_an_example_gives_none(name: str, small: Path) -> None:
    code = CODES[name]
    write(small, code.repaired_file or code.file, code, code.repair)
    assert codes_at(small, code) == set()


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


def _picture(path: Path, size: tuple[int, int], **saved: Any) -> None:
    Image.new(saved.pop("mode", "RGB"), size).save(path.with_name("quay.png"), **saved)


def _moving(path: Path) -> None:
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    frames[0].save(path.with_name("quay.gif"), save_all=True, append_images=frames[1:])


def _tall(path: Path) -> None:
    chapter = path.parent.parent / "manifesto" / "why.md"
    text = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 300" width="400"/>'
    chapter.with_name("mast.svg").write_text(text, encoding="utf-8")
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\n![A mast](mast.svg)\n", encoding="utf-8")


def _called_after(path: Path) -> None:
    content = path.parent.parent / "content"
    ada, owner = (content / "network" / name for name in ("people/ada-brook.yml", "permissions/boat-owner.yml"))
    ada.write_text(ada.read_text(encoding="utf-8").replace("harbour-survey", "boat-owner"), encoding="utf-8")
    owner.write_text(owner.read_text(encoding="utf-8").replace("[web, print]", "[print]"), encoding="utf-8")
    content.joinpath("interview-with-ada-brook.md").write_text("---\ntitle: Interview\n---\n", encoding="utf-8")


TOLD: dict[str, Callable[[Path], object]] = {
    "file-too-large": lambda path: path.write_text("#" * (MAX_FILE_BYTES + 1), encoding="utf-8"),
    "more-problems": lambda path: path.write_text(_many_links(), encoding="utf-8"),
    "name-in-address": _called_after,
    "not-a-file": _folder,
    "off-page": _tall,
    "picture-broken": lambda path: path.with_name("quay.png").write_text("<!doctype html>", encoding="utf-8"),
    "picture-colours": lambda path: Image.new("CMYK", (9, 9)).save(path.with_name("quay.jpg")),
    "picture-kind": lambda path: _picture(path, (9, 9), format="JPEG"),
    "picture-moves": _moving,
    "picture-too-large": lambda path: _picture(path, (20_000, 10_000), mode="1"),
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
    assert codes_at(small, CODES[name]) - {"broken-link"} == {name}  # the file of many problems has others, too


@pytest.mark.parametrize(("name", "text"), list(pages()))
def test_a_reference_page_is_what_the_models_and_the_registry_make_of_it(name: str, text: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == text, "Write it again with `masthead reference`."


def test_the_page_about_the_bite_of_the_tests_tells_of_every_rule() -> None:
    rows = re.findall(r"^\| ((?:code|check|fault) \S+) \|", bite.PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == list(bite.rules()), "Write it again with `python -m tests.bite --write`."
