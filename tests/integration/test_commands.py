"""The command line: exit statuses, what is said, and that a failed build leaves the old site alone."""

import json
from pathlib import Path

import pytest

from tests.integration.conftest import masthead

NO_PANGO = "raise OSError(\"cannot load library 'libpango-1.0-0'\")\n"


@pytest.mark.parametrize(
    "command", ["build", "serve", "check", "where", "due", "pages", "schema", "reference", "hosting"]
)
def test_every_command_has_a_help_that_ends_well(command: str) -> None:
    helped = masthead(command, "--help")
    assert helped.returncode == 0
    assert helped.stdout.startswith(f"usage: masthead {command}")
    assert "Traceback" not in helped.stdout + helped.stderr


def test_check_of_good_content_says_so(small: Path) -> None:
    checked = masthead("check", cwd=small)
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "No problems.\n", "")


def test_a_folder_without_a_publication_is_said_plainly(tmp_path: Path) -> None:
    checked = masthead("check", cwd=tmp_path)
    assert checked.returncode == 2
    said = f"masthead: There is no mkdocs.yml in {tmp_path}: run Masthead in the folder of a publication.\n"
    assert (checked.stdout, checked.stderr) == ("", said)


def test_a_build_says_what_it_made_and_where(small: Path) -> None:
    built = masthead("build", "--json", cwd=small)
    assert built.returncode == 0, built.stderr
    made = json.loads(built.stdout)
    assert made.pop("seconds") > 0
    assert made.pop("pdf_size") == (small / "site" / "manifesto.pdf").stat().st_size
    assert made == {
        "site": str(small / "site"),
        "pages": len(list((small / "site").rglob("*.html"))),
        "pdf": str(small / "site" / "manifesto.pdf"),
        "calendar": str(small / "site" / "events" / "calendar.ics"),
        "events": (small / "site" / "events" / "calendar.ics").read_text("utf-8").count("BEGIN:VEVENT"),
        "unchanged": False,
    }


def test_a_broken_record_stops_the_build_and_leaves_the_old_site(small: Path) -> None:
    (small / "site").mkdir()
    (small / "site" / "old.html").write_text("old", encoding="utf-8")
    event = next((small / "events").glob("*.yml"))
    event.write_text(event.read_text("utf-8") + "colour: red\n", encoding="utf-8")
    built = masthead("build", cwd=small)
    assert built.returncode == 1
    assert "“colour” is not a field here. [unknown-field]" in built.stdout
    assert [path.name for path in (small / "site").iterdir()] == ["old.html"]
    left = [path.name for path in (small / ".masthead").iterdir()] if (small / ".masthead").exists() else []
    assert [name for name in left if name.startswith("build-")] == []


def test_problems_can_be_read_by_a_program(small: Path) -> None:
    event = next((small / "events").glob("*.yml"))
    event.write_text(event.read_text("utf-8") + "colour: red\n", encoding="utf-8")
    checked = masthead("check", "--format", "json", cwd=small)
    assert checked.returncode == 1
    (problem,) = json.loads(checked.stdout)
    assert problem["code"] == "unknown-field"
    assert problem["place"]["path"] == f"events/{event.name}"


def test_without_pango_the_site_is_built_and_the_pdf_is_named_as_skipped(small: Path, tmp_path: Path) -> None:
    (tmp_path / "broken" / "weasyprint").mkdir(parents=True)
    (tmp_path / "broken" / "weasyprint" / "__init__.py").write_text(NO_PANGO, encoding="utf-8")
    without = {"PYTHONPATH": str(tmp_path / "broken")}
    assert masthead("check", cwd=small, env=without).returncode == 0
    built = masthead("build", cwd=small, env=without)
    assert built.returncode == 0, built.stderr
    assert "PDF       skipped, because Pango is missing" in built.stdout
    assert not (small / "site" / "manifesto.pdf").exists()
    assert "manifesto.pdf" not in "".join(path.read_text("utf-8") for path in (small / "site").rglob("*.html"))


def test_what_is_due_is_told_with_its_record(small: Path) -> None:
    due = masthead("due", "--json", cwd=small)
    assert (due.returncode, json.loads(due.stdout)) == (
        0,
        {
            "due": "2026-12-01T00:00:00+00:00",
            "causes": [
                {"path": "events/tide-talk.yml", "title": "What the tide brings", "text": "Registration opens."}
            ],
        },
    )
    assert masthead("due", cwd=small).stdout == (
        "Build again on Tuesday 1 December 2026, or later (2026-12-01T00:00:00+00:00):\n"
        "  events/tide-talk.yml: “What the tide brings”. Registration opens.\n"
    )


@pytest.mark.parametrize(("since", "status"), [("2026-11-30", 0), ("2026-12-01", 3)])
def test_a_scheduler_learns_whether_anything_has_fallen_due_since_a_build(small: Path, since: str, status: int) -> None:
    told = masthead("due", "--since", since, cwd=small, env={"SOURCE_DATE_EPOCH": "1796126400"})  # 1 December, noon
    assert told.returncode == status


def test_a_day_that_is_none_is_told_in_words() -> None:
    told = masthead("due", "--since", "yesterday")
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.endswith("error: argument --since: “yesterday” is no day. Write it like 2026-11-22.\n")


def test_nothing_is_said_to_be_due_of_broken_content(small: Path, tmp_path: Path) -> None:
    event = next((small / "events").glob("*.yml"))
    event.write_text(event.read_text("utf-8") + "colour: red\n", encoding="utf-8")
    due = masthead("due", "--json", cwd=small)
    assert (due.returncode, [one["code"] for one in json.loads(due.stdout)]) == (1, ["unknown-field"])
    assert masthead("due", cwd=tmp_path).returncode == 2
