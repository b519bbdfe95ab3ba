"""Reports for terminals and for programs."""

import json
from pathlib import Path

import jsonschema_rs
import pytest

from masthead.cli import main
from masthead.codes import CODES
from masthead.load import Loaded, load
from masthead.problem import Place, Problem, Severity
from masthead.report import as_github, as_json, as_sarif, as_text

PAGES = "https://git.example/harbours/blob/main/docs/problems.md"
SARIF = Path(__file__).parent.parent / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"

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
    assert run["results"][1] == {
        "ruleId": "unknown-theme",
        "level": "error",
        "message": {"text": "No theme is called “a: b,\n100%”. Mend it."},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "events/launch.yml"}, "region": region}}],
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
    monkeypatch.setattr("masthead.press.check", lambda _network, _sources, _day: (WARNING,))
    assert main(["--root", str(small), "check"]) == 0
    assert main(["--root", str(small), "check", "--strict"]) == 1
    assert capsys.readouterr().out.endswith("\n1 warning.\n")
