"""What visitors are told of themselves, and what a browser may load for counting: made of the settings, so true."""

from pathlib import Path

import pytest

from masthead.artifact import done
from masthead.model.analytics import Analytics, Matomo, Plausible
from masthead.policy import content_policy, content_policy_in_page
from masthead.publish.privacy import publish_privacy
from tests.conftest import Golden, Read
from tests.counted import PRIVACY, analytics, copy_of_counted

NOTHING_ELSE = (
    "style-src 'self'; img-src 'self'{img}; font-src 'self'; connect-src 'self'{connect}; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
MATOMO = Analytics(matomo=Matomo(server="https://stats.example.org/m", site_id=1), keeps_months=13)
PLAUSIBLE = Analytics(plausible=Plausible(server="https://stats.example.org", domain="a.example"), keeps_months=13)
SETTINGS = {
    "nothing": "",
    "matomo": PRIVACY + analytics("Matomo"),
    "plausible": "privacy:\n  controller: Harbour Network\n" + analytics("Plausible"),
}


@pytest.mark.parametrize("name", SETTINGS)
@pytest.mark.parametrize("page", ["privacy", "cookies"])
def test_the_page_says_what_the_settings_say(tmp_path: Path, read: Read, golden: Golden, page: str, name: str) -> None:
    publication = read(copy_of_counted(tmp_path / "small", SETTINGS[name]))
    pages = {artifact.path: artifact.content for artifact in map(done, publish_privacy(publication))}
    text = pages[f"{page}/index.md"]
    assert isinstance(text, str)
    golden(f"{page}-{name}.md", text)


@pytest.mark.parametrize("page", ["privacy", "cookies"])
def test_what_an_author_writes_is_part_of_the_page(tmp_path: Path, read: Read, page: str) -> None:
    root = copy_of_counted(tmp_path / "small", "")
    (root / f"content/{page}.md").write_text("---\ntitle: Ours\n---\n\n## The log book\n\nIt is [here](contact.md).\n")
    (text,) = (one.content for one in map(done, publish_privacy(read(root))) if one.path == f"{page}/index.md")
    assert isinstance(text, str)
    assert text.startswith('---\ntitle: "Ours"\n')
    assert "## The log book\n\nIt is [here](../contact/index.md).\n" in text


def test_a_site_that_counts_nothing_loads_nothing_from_elsewhere() -> None:
    scripts = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "
    assert content_policy(None) == scripts + NOTHING_ELSE.format(img="", connect="")


@pytest.mark.parametrize(
    ("settings", "script", "endpoint"),
    [
        (MATOMO, "https://stats.example.org/m/matomo.js", "https://stats.example.org/m/matomo.php"),
        (PLAUSIBLE, "https://stats.example.org/js/script.js", "https://stats.example.org/api/event"),
    ],
)
def test_what_counts_may_load_one_program_and_send_to_one_address(
    settings: Analytics, script: str, endpoint: str
) -> None:
    scripts = f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {script}; "
    told = scripts + NOTHING_ELSE.format(img=f" {endpoint}", connect=f" {endpoint}")
    assert content_policy(settings) == told
    assert content_policy_in_page(settings) == told.removesuffix("; frame-ancestors 'none'")


@pytest.mark.parametrize(
    "change",
    [
        {"keeps_months": 25},
        {"edition": 2},
        {"matomo": Matomo(server="https://stats.example.org/m", site_id=2)},
        {"matomo": None, "plausible": PLAUSIBLE.plausible},
    ],
)
def test_whatever_changes_about_counting_is_asked_anew(change: dict[str, object]) -> None:
    assert MATOMO.model_copy(update=change).version != MATOMO.version
    assert MATOMO.model_copy().version == MATOMO.version
