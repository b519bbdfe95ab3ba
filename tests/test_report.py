"""Reports for terminals and for programs."""

import json
import os
import pty
import re
import subprocess
import sys
from itertools import product
from pathlib import Path

import jsonschema_rs
import pytest

from masthead.cli import main
from masthead.codes import CODES
from masthead.load import Loaded, load
from masthead.problem import Place, Problem, Severity
from masthead.report import FORMATS, as_github, as_json, as_sarif, as_text
from masthead.source import Source

PAGES = "https://git.example/harbours/blob/main/docs/problems.md"
ROOT = Path(__file__).parent.parent
SARIF = ROOT / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"

ERROR = Problem(Place("events/launch.yml", 6, 8, 7), "unknown-theme", "No theme is called “a: b,\n100%”.", "Mend it.")
WARNING = Problem(Place("content/Old page.md", 1, 1), "file-name", "Not good.", severity=Severity.WARNING)


@pytest.fixture
def loaded(small: Path) -> Loaded:
    return load(small)


def test_an_annotation_escapes_what_github_reads_as_its_own_signs(loaded: Loaded) -> None:
    assert as_github([ERROR, WARNING], loaded.sources.texts).split("\n") == [
        f"::warning file=content/Old page.md,line=1,col=1,endColumn=2,title=file-name::Not good.%0A{PAGES}#file-name",
        "::error file=events/launch.yml,line=6,col=8,endColumn=15,title=unknown-theme::"
        f"No theme is called “a: b,%0A100%25”.%0AMend it.%0A{PAGES}#unknown-theme",
    ]


def test_a_path_with_a_comma_stays_one_property(loaded: Loaded) -> None:
    problem = Problem(Place("content/a,b: c%.md"), "file-name", "Not good.")
    assert as_github([problem], loaded.sources.texts).startswith("::error file=content/a%2Cb%3A c%25.md,line=1,")


@pytest.mark.parametrize("problems", [[], [ERROR], [ERROR, WARNING]])
def test_a_sarif_log_fits_the_official_schema(loaded: Loaded, problems: list[Problem]) -> None:
    # One pattern of the schema holds a bare bracket, at which a strict reader stops.
    schema = json.loads(SARIF.read_text(encoding="utf-8").replace("{2}]?$", r"{2}\\]?$"))
    validator = jsonschema_rs.Draft4Validator(schema, validate_formats=True)
    log = json.loads(as_sarif(problems, loaded.sources.texts))
    assert [error.message for error in validator.iter_errors(log)] == []
    assert not validator.is_valid({**log, "runs": [{**log["runs"][0], "columnKind": "bytes"}]})


def test_a_sarif_log_tells_rules_and_results(loaded: Loaded) -> None:
    (run,) = json.loads(as_sarif([ERROR, WARNING], loaded.sources.texts))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CODES)
    assert {rule["helpUri"] for rule in rules} == {f"{PAGES}#{code}" for code in CODES}
    region = {"startLine": 6, "startColumn": 8, "endColumn": 15}
    rule = rules[run["results"][1]["ruleIndex"]]
    assert rule == {
        "id": "unknown-theme",
        "shortDescription": {"text": CODES["unknown-theme"].meaning},
        "fullDescription": {"text": CODES["unknown-theme"].meaning},
        "help": {
            "text": f"{CODES['unknown-theme'].meaning}\n\n"
            "A mistake:\n\ntags: [mooring]\n\nIts repair:\n\ntags: [moorings]\n"
        },
        "helpUri": f"{PAGES}#unknown-theme",
    }
    assert run["results"][1] == {
        "ruleId": "unknown-theme",
        "ruleIndex": list(CODES).index("unknown-theme"),
        "level": "error",
        "message": {"text": "No theme is called “a: b,\n100%”. Mend it."},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "events/launch.yml"}, "region": region}}],
        "partialFingerprints": run["results"][1]["partialFingerprints"],
    }
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "content/Old%20page.md"


def test_a_publication_without_a_repository_is_told_no_address(small: Path) -> None:
    config = small / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("repo_url: https://git.example/harbours\n", "")
    config.write_text(text, encoding="utf-8")
    texts = load(small).sources.texts
    assert "https://" not in as_text([ERROR], texts) + as_github([ERROR], texts)
    assert json.loads(as_json([ERROR], texts))[0]["help"] == ""
    assert "helpUri" not in as_sarif([ERROR], texts)


def test_colour_marks_place_severity_and_text(loaded: Loaded) -> None:
    report = as_text([Problem(Place("content/news.md", 2, 1, 5), "a", "B.")], loaded.sources.texts, colour=True)
    assert report == (
        "\x1b[1mcontent/news.md:2:1\x1b[0m: \x1b[31merror\x1b[0m: B. [a]\n"
        "    2 | title: News\n"
        "\x1b[31m        ^^^^^\x1b[0m\n"
        f"        {PAGES}#a\n"
    )


def fingerprints(text: str, lines: list[int]) -> list[str]:
    """Those of a problem on each of these lines."""
    texts = {"a.md": Source(path="a.md", text=text)}
    problems = [Problem(Place("a.md", line), "broken-link", "B.") for line in lines]
    (run,) = json.loads(as_sarif(problems, texts))["runs"]
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]


def test_a_fingerprint_stays_when_lines_are_put_above_and_differs_where_lines_are_equal() -> None:
    (first, second, other) = fingerprints("a\na\nb", [1, 2, 3])
    assert (first.partition(":")[0], first[-2:], second[-2:]) == (second.partition(":")[0], ":1", ":2")
    assert other.partition(":")[0] != first.partition(":")[0]
    assert fingerprints("new\n\na\na\nb", [3, 4, 5]) == [first, second, other]


def test_problems_as_json_fit_the_schema_that_is_written_for_them(loaded: Loaded) -> None:
    schema = json.loads((ROOT / "schemas/report.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema_rs.Draft202012Validator(schema)
    report = json.loads(as_json([ERROR, WARNING], loaded.sources.texts))
    assert validator.is_valid([])
    assert validator.is_valid(report)
    for field in report[0]:
        assert not validator.is_valid([{name: value for name, value in report[0].items() if name != field}])
    assert not validator.is_valid([{**report[0], "severity": "fatal"}])


# A line, the words that are meant, and how both are shown.
MARKED = {
    "a tab": ("a:\tb c", "c", "a: b c", "     ^"),
    "wide letters": ("title: 日本語 x", "x", "title: 日本語 x", "              ^"),
    "a mark under wide letters": ("a: 日本", "日本", "a: 日本", "   ^^^^"),
    "a letter and its accent": ("cafe\u0301 x", "x", "cafe\u0301 x", "     ^"),
    "a mark under a letter and its accent": ("a: e\u0301", "e\u0301", "a: e\u0301", "   ^"),
    "a family": ("\U0001f469\u200d\U0001f467 x", "x", "\U0001f469\u200d\U0001f467 x", "   ^"),
    "a flag": ("\U0001f1ec\U0001f1e7 x", "x", "\U0001f1ec\U0001f1e7 x", "   ^"),
    "from right to left": ("a: \u05e9\u05b8\u05c1 x", "x", "a: \u05e9\u05b8\u05c1 x", "     ^"),
    "an order to turn round": ("a: \u202eb x", "x", "a: \ufffdb x", "      ^"),
    "an order to the terminal": ("a: \x1b[2J x", "x", "a: ␛[2J x", "        ^"),
    "a bell, a delete and a control of eight bits": ("\a\x7f\x9b x", "x", "␇␡\ufffd x", "    ^"),
    "past the end": ("a:", "", "a:", "  ^"),
}  # fmt: skip


@pytest.mark.parametrize("name", MARKED)
def test_the_mark_stands_under_what_is_meant(name: str) -> None:
    line, meant, shown, mark = MARKED[name]
    column = line.index(meant) + 1 if meant else len(line) + 1
    problem = Problem(Place("a.md", 3, column, len(meant) or 1), "a", "B.")
    report = as_text([problem], {"a.md": Source(path="a.md", text=f"\n\n{line}")})
    assert report == f"a.md:3:{column}: error: B. [a]\n    3 | {shown}\n        {mark}\n"


LONG = "".join(f"{number:05}" for number in range(2000))  # 10,000 characters


@pytest.mark.parametrize(
    ("column", "shown", "mark"),
    [
        (1, f"{LONG[:120]}…", "^^^"),
        (41, f"{LONG[:120]}…", " " * 40 + "^^^"),
        (5001, f"…{LONG[4960:5080]}…", " " * 41 + "^^^"),
        (9998, f"…{LONG[-120:]}", " " * 118 + "^^^"),
    ],
)
def test_a_very_long_line_is_cut_around_the_place(column: int, shown: str, mark: str) -> None:
    problem = Problem(Place("a.md", 1, column, 3), "a", "B.")
    report = as_text([problem], {"a.md": Source(path="a.md", text=LONG)})
    assert report == f"a.md:1:{column}: error: B. [a]\n    1 | {shown}\n        {mark}\n"


def test_words_that_nobody_reads_to_the_end_are_cut_and_stand_on_one_line() -> None:
    problem = Problem(Place("a.md"), "a", f"“{LONG}” is not like\n“b”.", "Write\n“c”.")
    assert as_text([problem], {}) == f"a.md:1:1: error: “{LONG[:120]}…” is not like “b”. [a]\n        Write “c”.\n"


def test_an_order_to_the_terminal_in_a_path_or_a_message_is_shown_not_given() -> None:
    problem = Problem(Place("a\x1b[31m.md"), "a", "\x1b]0;title\aB.", "\x9b2J")
    assert as_text([problem], {}) == "a␛[31m.md:1:1: error: ␛]0;title␇B. [a]\n        \ufffd2J\n"


def on_a_terminal(root: Path, environment: dict[str, str]) -> str:
    """What `masthead check` writes to a terminal."""
    ours, theirs = pty.openpty()
    surroundings = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    command = [sys.executable, "-m", "masthead", "--root", str(root), "check"]
    run = subprocess.Popen(command, stdout=theirs, stderr=theirs, env={**surroundings, **environment})
    os.close(theirs)
    said = b""
    while True:
        try:
            more = os.read(ours, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        said += more
        if not more:
            break
    os.close(ours)
    assert run.wait() == 1
    return said.decode().replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("environment", "is_coloured"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": "0"}, False),
        ({"TERM": "xterm", "NO_COLOR": "false"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_a_terminal_is_coloured_unless_somebody_says_no(
    small: Path, environment: dict[str, str], *, is_coloured: bool
) -> None:
    (small / "events/launch.yml").write_text("title: \x1b[5mLaunch\n", encoding="utf-8")
    place, severity = "events/launch.yml:1:8", "error"
    shown, marked = "    1 | title: ␛[5mLaunch", "               ^"
    if is_coloured:
        place, severity, marked = f"\x1b[1m{place}\x1b[0m", f"\x1b[31m{severity}\x1b[0m", f"\x1b[31m{marked}\x1b[0m"
    said = on_a_terminal(small, environment)
    assert said.startswith(
        f"{place}: {severity}: Here stands a character that cannot be seen. [control-character]\n"
        f"{shown}\n{marked}\n        Remove it.\n"
    )
    assert set(re.findall(r"\x1b[^m]*m", said)) <= {"\x1b[1m", "\x1b[31m", "\x1b[0m"}


@pytest.mark.parametrize("form", FORMATS)
def test_a_pipe_gets_no_colour_and_no_order_to_a_terminal(small: Path, form: str) -> None:
    (small / "events/launch.yml").write_text("title: \x1b[5mLaunch\n", encoding="utf-8")
    command = [sys.executable, "-m", "masthead", "--root", str(small), "check", "--format", form]
    environment = {**os.environ, "TERM": "xterm", "FORCE_COLOR": "1"}
    run = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert (run.returncode, run.stderr) == (1, b"")
    assert re.findall(rb"[\x00-\x09\x0b-\x1f\x7f]", run.stdout) == []


ENCODINGS = ("ascii", "latin-1", "cp1252", "utf-8")
EACH_ONCE = tuple(zip(FORMATS, ENCODINGS, strict=True))  # `make prove` takes the other pairs


@pytest.mark.parametrize(
    ("form", "encoding"),
    [pytest.param(*pair, marks=() if pair in EACH_ONCE else pytest.mark.prove) for pair in product(FORMATS, ENCODINGS)],
)
def test_a_terminal_of_any_encoding_gets_a_report(small: Path, form: str, encoding: str) -> None:
    (small / "events/launch.yml").write_text("titel: 日本\n", encoding="utf-8")
    command = [sys.executable, "-m", "masthead", "--root", str(small), "check", "--format", form]
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    run = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert (run.returncode, run.stderr) == (1, b"")
    if form == "text":
        assert "日本".encode(encoding, "backslashreplace") in run.stdout
    else:
        assert "“titel”" in run.stdout.decode("utf-8")


@pytest.mark.parametrize(("name", "status"), [("text", 1), ("json", 1), ("github", 1), ("sarif", 1)])
def test_every_format_ends_with_the_same_status(
    name: str, status: int, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(small), "check", "--format", name]) == 0
    (small / "content/Old page.md").write_text("---\ntitle: Old\n---\n", encoding="utf-8")
    assert main(["--root", str(small), "check", "--format", name]) == status
    assert "file-name" in capsys.readouterr().out


def test_warnings_fail_only_where_one_is_strict(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("masthead.examine.check", lambda _network, _sources, _day, _memory: (WARNING,))
    assert main(["--root", str(small), "check"]) == 0
    assert main(["--root", str(small), "check", "--strict"]) == 1
    assert capsys.readouterr().out.endswith("\n1 warning.\n")
